import CSimdJSON

/// A parsed JSON text. Values point into it and keep it alive.
final class JSONDocument {
  struct Malformed: Error, Hashable {
    var reason: String
    var isEncoding: Bool
  }

  private let handle: OpaquePointer
  fileprivate let nodes: UnsafeBufferPointer<csimdjson_node>

  init(_ bytes: [UInt8]) throws(Malformed) {
    var handle: OpaquePointer?
    var reason: UnsafePointer<CChar>?
    let status = bytes.withUnsafeBytes { raw in
      csimdjson_parse(raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count, &handle, &reason)
    }
    guard status == CSIMDJSON_OK, let handle else {
      throw Malformed(
        reason: reason.map { String(cString: $0) } ?? "malformed", isEncoding: status == CSIMDJSON_NOT_UTF8)
    }
    self.handle = handle
    var count = 0
    let first = csimdjson_nodes(handle, &count)
    nodes = UnsafeBufferPointer(start: first, count: count)
  }

  deinit { csimdjson_free(handle) }

  var root: JSONValue { JSONValue(document: self, index: 0) }
}

@available(*, unavailable, message: "owns a tree of the C library; parse on the thread that reads it")
extension JSONDocument: Sendable {}

/// A value of a `JSONDocument`.
struct JSONValue {
  fileprivate let document: JSONDocument
  fileprivate let index: Int

  private var node: csimdjson_node { document.nodes[index] }

  var isNull: Bool { node.kind == CSIMDJSON_NULL }
  var isObject: Bool { node.kind == CSIMDJSON_OBJECT }
  var isArray: Bool { node.kind == CSIMDJSON_ARRAY }

  /// `nil` for what is no string.
  var string: String? {
    utf8.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a string; valid as long as the document.
  var utf8: UnsafeRawBufferPointer? {
    let node = node
    return node.kind == CSIMDJSON_STRING ? UnsafeRawBufferPointer(start: node.text, count: node.length) : nil
  }

  /// A string as it is, a number as it would be written.
  var scalarText: String? {
    let node = node
    switch node.kind {
    case CSIMDJSON_STRING: return string
    case CSIMDJSON_INTEGER: return String(node.integer)
    case CSIMDJSON_REAL: return String(node.real)
    default: return nil
    }
  }

  /// The value of the first member with this name; `nil` where there is none or this is no object.
  subscript(_ name: String) -> JSONValue? {
    var found: JSONValue?
    forEachMember { key, value in
      if found == nil, key.elementsEqual(name.utf8) { found = value }
    }
    return found
  }

  /// The elements of an array; the value itself where it is none, nothing where it is null.
  var elements: [JSONValue] {
    if isNull { return [] }
    guard isArray else { return [self] }
    var elements: [JSONValue] = []
    var child = index + 1
    while child < Int(node.end) {
      elements.append(JSONValue(document: document, index: child))
      child = Int(document.nodes[child].end)
    }
    return elements
  }

  /// Names and values of an object in the order of the text; none where this is no object.
  func forEachMember(_ body: (UnsafeRawBufferPointer, JSONValue) -> Void) {
    guard isObject else { return }
    var child = index + 1
    while child + 1 < Int(node.end) {
      let key = document.nodes[child]
      body(UnsafeRawBufferPointer(start: key.text, count: key.length), JSONValue(document: document, index: child + 1))
      child = Int(document.nodes[child + 1].end)
    }
  }
}
