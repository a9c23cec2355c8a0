import CSimdJSON

/// A parsed JSON text. Values point into it and keep it alive.
final class JSONDocument {
  struct Malformed: Error, Hashable {
    var reason: String
    var isEncoding: Bool
  }

  private let handle: OpaquePointer
  private let tape: csimdjson_tape

  init(_ bytes: [UInt8]) throws(Malformed) {
    var handle: OpaquePointer?
    var reason: UnsafePointer<CChar>?
    let room = bytes.capacity - bytes.count
    let status = bytes.withUnsafeBytes { raw in
      csimdjson_parse(raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count, room, &handle, &reason)
    }
    guard status == CSIMDJSON_OK, let handle else {
      throw Malformed(
        reason: reason.map { String(cString: $0) } ?? "malformed", isEncoding: status == CSIMDJSON_NOT_UTF8)
    }
    self.handle = handle
    tape = csimdjson_tape_of(handle)
  }

  deinit { csimdjson_free(handle) }

  var root: JSONValue { JSONValue(document: self, index: Int(tape.root)) }

  @inline(__always)
  fileprivate func word(_ index: Int) -> UInt64 { tape.words[index] }

  /// The highest byte of a word.
  @inline(__always)
  fileprivate func kind(_ index: Int) -> JSONKind { JSONKind(rawValue: UInt8(truncatingIfNeeded: word(index) >> 56)) }

  /// The index behind a value.
  @inline(__always)
  fileprivate func end(_ index: Int) -> Int {
    switch kind(index) {
    case .array, .object: Int(word(index) & 0xFFFF_FFFF)
    case .signed, .unsigned, .real: index + 2
    default: index + 1
    }
  }

  fileprivate func string(_ index: Int) -> UnsafeRawBufferPointer {
    let start = UnsafeRawPointer(tape.strings) + Int(word(index) & 0xFF_FFFF_FFFF_FFFF)
    return UnsafeRawBufferPointer(start: start + 4, count: Int(start.loadUnaligned(as: UInt32.self)))
  }
}

/// What a value of the tape is.
private struct JSONKind: RawRepresentable, Hashable {
  let rawValue: UInt8

  static let string = JSONKind(rawValue: UInt8(ascii: "\""))
  static let signed = JSONKind(rawValue: UInt8(ascii: "l"))
  static let unsigned = JSONKind(rawValue: UInt8(ascii: "u"))
  static let real = JSONKind(rawValue: UInt8(ascii: "d"))
  static let null = JSONKind(rawValue: UInt8(ascii: "n"))
  static let array = JSONKind(rawValue: UInt8(ascii: "["))
  static let object = JSONKind(rawValue: UInt8(ascii: "{"))
}

@available(*, unavailable, message: "owns a tree of the C library; parse on the thread that reads it")
extension JSONDocument: Sendable {}

/// A value of a `JSONDocument`.
struct JSONValue {
  fileprivate let document: JSONDocument
  fileprivate let index: Int

  private var kind: JSONKind { document.kind(index) }
  /// The last word of an array or an object.
  private var last: Int { document.end(index) - 1 }

  var isNull: Bool { kind == .null }
  var isObject: Bool { kind == .object }
  var isArray: Bool { kind == .array }

  /// `nil` for what is no string.
  var string: String? {
    utf8.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a string; valid as long as the document.
  var utf8: UnsafeRawBufferPointer? { kind == .string ? document.string(index) : nil }

  /// A string as it is, a number as it would be written.
  var scalarText: String? {
    switch kind {
    case .string: return string
    case .signed: return String(Int64(bitPattern: document.word(index + 1)))
    case .unsigned: return String(Double(document.word(index + 1)))
    case .real: return String(Double(bitPattern: document.word(index + 1)))
    default: return nil
    }
  }

  /// The value of the first member with this name; `nil` where there is none or this is no object.
  subscript(_ name: String) -> JSONValue? {
    guard isObject else { return nil }
    var name = name
    return name.withUTF8 { name in
      var child = index + 1
      let last = last
      while child < last {
        let key = document.string(child)
        if key.count == name.count, key.elementsEqual(name) { return JSONValue(document: document, index: child + 1) }
        child = document.end(child + 1)
      }
      return nil
    }
  }

  /// The elements of an array; the value itself where it is none, nothing where it is null.
  var elements: [JSONValue] {
    if isNull { return [] }
    guard isArray else { return [self] }
    var elements: [JSONValue] = []
    var child = index + 1
    let last = last
    while child < last {
      elements.append(JSONValue(document: document, index: child))
      child = document.end(child)
    }
    return elements
  }
}
