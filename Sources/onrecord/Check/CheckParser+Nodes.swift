import ArticleModel

// From YAML nodes to values, with the place in the file where one is not as it should be.

extension CheckParser {
  /// The values of a mapping by key; keys that are not known are errors.
  func fields(_ node: YAMLNode, _ known: [String]) throws -> [String: YAMLNode] {
    guard let mapping = node.mapping else { throw error(node, "a mapping is expected here") }
    var fields: [String: YAMLNode] = [:]
    for (key, value) in mapping {
      let name = try text(key)
      guard known.contains(name) else { throw unknown(key, known) }
      fields[name] = value
    }
    return fields
  }

  func text(_ node: YAMLNode) throws -> String {
    guard let scalar = node.scalar else { throw error(node, "a text is expected here") }
    return scalar
  }

  func expectedText(_ node: YAMLNode) throws -> ExpectedText {
    ExpectedText(text: try text(node), position: position(node))
  }

  /// One text, or a list of them.
  func texts(_ node: YAMLNode) throws -> [String] { try expectedTexts(node).map(\.text) }

  func expectedTexts(_ node: YAMLNode) throws -> [ExpectedText] {
    guard let list = node.sequence else { return [try expectedText(node)] }
    guard !list.isEmpty else { throw error(node, "an empty list") }
    return try list.map(expectedText)
  }

  func integer(_ node: YAMLNode) throws -> Int {
    guard let number = Int(try text(node)) else { throw error(node, "a whole number is expected here") }
    return number
  }

  func number(_ node: YAMLNode) throws -> Double {
    guard let number = Double(try text(node)) else { throw error(node, "a number is expected here") }
    return number
  }

  func truth(_ node: YAMLNode) throws -> Bool {
    guard let truth = Bool(try text(node)) else { throw error(node, "true or false is expected here") }
    return truth
  }

  func day(_ node: YAMLNode) throws -> CalendarDay {
    guard let day = CalendarDay(iso: try text(node)) else { throw error(node, "a day such as 2024-12-15 is expected") }
    return day
  }

  func choice<Choice: RawRepresentable<String> & CaseIterable>(_ node: YAMLNode) throws -> Choice {
    guard let choice = Choice(rawValue: try text(node)) else {
      throw error(node, "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", ")) is expected here")
    }
    return choice
  }
}

// MARK: - Errors

extension CheckParser {
  func position(_ node: YAMLNode) -> CheckPosition { node.position }

  func error(_ node: YAMLNode?, _ reason: String) -> CheckFileError {
    CheckFileError(path: path, position: node.map(position), reason: reason)
  }

  func unknown(_ key: YAMLNode, _ known: [String]) -> CheckFileError {
    error(key, "unknown key \"\(key.scalar ?? "")\"; there are \(known.joined(separator: ", "))")
  }
}
