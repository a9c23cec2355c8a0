/// A value of a YAML document, with its place in the file.
struct YAMLNode {
  enum Content {
    case scalar(String)
    case sequence([YAMLNode])
    /// In the order of the file; no two keys are the same text.
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  var content: Content
  var position: CheckPosition

  var scalar: String? {
    if case .scalar(let text) = content { return text }
    return nil
  }

  var sequence: [YAMLNode]? {
    if case .sequence(let items) = content { return items }
    return nil
  }

  var mapping: [(key: YAMLNode, value: YAMLNode)]? {
    if case .mapping(let pairs) = content { return pairs }
    return nil
  }
}

/// Why a text is no YAML, and where that shows.
struct YAMLError: Error {
  var position: CheckPosition?
  var reason: String
}
