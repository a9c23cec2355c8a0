import CXMLReader

/// The flat tree of a page or a feed: nodes in the order of the document, each with the end of its subtree.
final class MarkupTree {
  enum Language { case html, xml }

  private let handle: OpaquePointer
  private let nodes: UnsafeBufferPointer<cxmlreader_node>
  private let attributes: UnsafeBufferPointer<cxmlreader_attribute>
  private let strings: UnsafeRawBufferPointer
  /// Whether the document goes on behind a limit.
  let isCut: Bool

  /// - Parameter bytes: UTF-8.
  /// - Returns: `nil` where there is no element in them.
  init?(_ bytes: [UInt8], as language: Language) {
    var limits = cxmlreader_limits(depth: 600, nodes: 2_000_000, attribute_length: 1 << 16)
    var document: OpaquePointer?
    let clean = bytes.contains(0) ? bytes.map { $0 == 0 ? 0x20 : $0 } : bytes
    let status = clean.withUnsafeBytes { raw in
      let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      let names = MarkupNames.shared.names
      return language == .html
        ? cxmlreader_parse_html(start, raw.count, names, &limits, &document)
        : cxmlreader_parse_xml(start, raw.count, names, &limits, &document)
    }
    guard status == CXMLREADER_OK || status == CXMLREADER_CUT, let document else { return nil }
    handle = document
    isCut = status == CXMLREADER_CUT
    var count = 0
    let firstNode = cxmlreader_nodes(document, &count)
    nodes = UnsafeBufferPointer(start: firstNode, count: count)
    let firstAttribute = cxmlreader_attributes(document, &count)
    attributes = UnsafeBufferPointer(start: firstAttribute, count: count)
    let firstString = cxmlreader_strings(document, &count)
    strings = UnsafeRawBufferPointer(start: firstString, count: count)
  }

  deinit { cxmlreader_free(handle) }

  var count: Int { nodes.count }

  @inline(__always)
  func isText(_ node: Int) -> Bool { nodes[node].tag == -2 }

  /// `nil` for text and for elements of other names.
  @inline(__always)
  func tag(_ node: Int) -> Tag? { Tag(rawValue: nodes[node].tag) }

  @inline(__always)
  func parent(_ node: Int) -> Int { Int(nodes[node].parent) }

  /// The first node that is not inside.
  @inline(__always)
  func end(_ node: Int) -> Int { Int(nodes[node].end) }

  /// The characters of text, the name of an element. Valid as long as the tree.
  @inline(__always)
  func bytes(_ node: Int) -> UnsafeRawBufferPointer { slice(nodes[node].text) }

  func name(_ node: Int) -> String { String(decoding: bytes(node), as: UTF8.self) }

  private func slice(_ text: cxmlreader_text) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: strings[Int(text.offset)..<Int(text.offset) + Int(text.length)])
  }

  func attributeBytes(_ node: Int, _ name: AttributeName) -> UnsafeRawBufferPointer? {
    let entry = nodes[node]
    guard entry.tag != -2 else { return nil }
    for index in Int(entry.first_attribute)..<Int(entry.first_attribute) + Int(entry.attribute_count)
    where attributes[index].name == name.rawValue {
      return slice(attributes[index].value)
    }
    return nil
  }

  func attribute(_ node: Int, _ name: AttributeName) -> String? {
    attributeBytes(node, name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The children in order.
  func children(_ node: Int) -> [Int] {
    var children: [Int] = []
    var child = node + 1
    while child < end(node) {
      children.append(child)
      child = end(child)
    }
    return children
  }

  /// All the text inside, as it stands.
  func text(_ node: Int) -> String {
    if isText(node) { return String(decoding: bytes(node), as: UTF8.self) }
    var bytes: [UInt8] = []
    for inner in node..<end(node) where isText(inner) { bytes.append(contentsOf: self.bytes(inner)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

@available(*, unavailable, message: "owns a tree of the C library; parse on the thread that reads it")
extension MarkupTree: Sendable {}

extension InputRecord {
  /// What to say where there is no tree: that nothing can be parsed here, or what its bytes lack.
  func withoutTree(_ reason: String) -> ReadingProblem {
    guard let missing = cxmlreader_problem() else { return problem(reason, .malformed) }
    return problem("libxml2 can't be loaded: \(String(cString: missing))", .other, hint: "install libxml2")
  }
}
