import CYAMLSystem

/// Reads the one document of a text with libyaml.
///
/// A scalar is its text, whatever it looks like: who asks for it knows what it should be.
struct YAMLReader {
  /// Deeper nesting, as of an alias inside of what it names, is refused.
  private static let greatestDepth = 64
  /// Aliases of aliases make a large tree of a short text.
  private static let mostNodes = 1_000_000

  private var nodes = 0

  /// - Returns: `nil` where the text holds no document.
  static func read(_ text: String) throws(YAMLError) -> YAMLNode? {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { throw YAMLError(reason: "out of memory") }
    defer { yaml_parser_delete(&parser) }
    let bytes = Array(text.utf8)
    let result: Result<YAMLNode?, YAMLError> = bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      return Result { () throws(YAMLError) in try readOnly(&parser) }
    }
    return try result.get()
  }

  private static func readOnly(_ parser: inout yaml_parser_t) throws(YAMLError) -> YAMLNode? {
    var reader = YAMLReader()
    guard let root = try reader.nextDocument(&parser) else { return nil }
    if let second = try reader.nextDocument(&parser) {
      throw YAMLError(position: second.position, reason: "not YAML: a second document")
    }
    return root
  }

  private mutating func nextDocument(_ parser: inout yaml_parser_t) throws(YAMLError) -> YAMLNode? {
    var document = yaml_document_t()
    guard yaml_parser_load(&parser, &document) == 1 else { throw Self.error(parser) }
    defer { yaml_document_delete(&document) }
    guard let root = yaml_document_get_root_node(&document) else { return nil }
    return try node(root.pointee, &document, depth: 1)
  }

  private static func error(_ parser: yaml_parser_t) -> YAMLError {
    let reason = parser.problem.map { String(cString: $0) } ?? "it can't be read"
    // Bytes that are no text have an offset and no mark.
    let hasMark = parser.error != YAML_READER_ERROR && parser.error != YAML_MEMORY_ERROR
    return YAMLError(position: hasMark ? position(parser.problem_mark) : nil, reason: "not YAML: \(reason)")
  }

  private static func position(_ mark: yaml_mark_t) -> CheckPosition {
    CheckPosition(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  // MARK: Nodes

  private mutating func node(
    _ source: yaml_node_t, _ document: inout yaml_document_t, depth: Int
  ) throws(YAMLError) -> YAMLNode {
    let position = Self.position(source.start_mark)
    nodes += 1
    guard depth <= Self.greatestDepth, nodes <= Self.mostNodes else {
      throw YAMLError(position: position, reason: "nested too deeply, or too large once its aliases are put in")
    }
    let content: YAMLNode.Content
    switch source.type {
    case YAML_SCALAR_NODE:
      let text = UnsafeBufferPointer(start: source.data.scalar.value, count: source.data.scalar.length)
      content = .scalar(String(decoding: text, as: UTF8.self))
    case YAML_SEQUENCE_NODE: content = .sequence(try items(source, &document, depth))
    case YAML_MAPPING_NODE: content = .mapping(try pairs(source, &document, depth))
    default: throw YAMLError(position: position, reason: "not YAML")
    }
    return YAMLNode(content: content, position: position)
  }

  private mutating func node(
    _ number: Int32, _ document: inout yaml_document_t, depth: Int
  ) throws(YAMLError) -> YAMLNode {
    guard let source = yaml_document_get_node(&document, number) else { throw YAMLError(reason: "not YAML") }
    return try node(source.pointee, &document, depth: depth)
  }

  private mutating func items(
    _ source: yaml_node_t, _ document: inout yaml_document_t, _ depth: Int
  ) throws(YAMLError) -> [YAMLNode] {
    let list = source.data.sequence.items
    guard let start = list.start, let top = list.top else { return [] }
    var items: [YAMLNode] = []
    for number in UnsafeBufferPointer(start: start, count: top - start) {
      items.append(try node(number, &document, depth: depth + 1))
    }
    return items
  }

  private mutating func pairs(
    _ source: yaml_node_t, _ document: inout yaml_document_t, _ depth: Int
  ) throws(YAMLError) -> [(key: YAMLNode, value: YAMLNode)] {
    let list = source.data.mapping.pairs
    guard let start = list.start, let top = list.top else { return [] }
    var (pairs, seen) = ([(key: YAMLNode, value: YAMLNode)](), Set<String>())
    for pair in UnsafeBufferPointer(start: start, count: top - start) {
      let key = try node(pair.key, &document, depth: depth + 1)
      if let name = key.scalar, !seen.insert(name).inserted {
        throw YAMLError(position: key.position, reason: "the same key twice: \(name)")
      }
      pairs.append((key, try node(pair.value, &document, depth: depth + 1)))
    }
    return pairs
  }
}
