/// Bytes that are no record: cut off, of another version, or with a number out of bounds.
public struct RecordError: Error, Hashable, Sendable, CustomStringConvertible {
  public var offset: Int
  public var reason: String

  public var description: String { "stored record, byte \(offset): \(reason)" }
}

/// Builds the bytes of a stored record: numbers as varints (7 bits a byte, low ones first), strings behind their length.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func append(byte: UInt8) { bytes.append(byte) }

  mutating func append(fixed number: UInt64) { bytes.append(contentsOf: number.bigEndianBytes) }

  mutating func append(contentsOf more: [UInt8]) { bytes.append(contentsOf: more) }

  mutating func append(_ text: String) {
    append(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }
}

/// Takes a stored record apart. Every step checks the bounds: the bytes may come from a damaged file.
struct RecordReader {
  private let bytes: [UInt8]
  private(set) var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var remaining: Int { bytes.count - offset }

  func error(_ reason: String) -> RecordError { RecordError(offset: offset, reason: reason) }

  mutating func byte() throws(RecordError) -> UInt8 {
    guard offset < bytes.count else { throw error("breaks off") }
    defer { offset += 1 }
    return bytes[offset]
  }

  mutating func number() throws(RecordError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try byte()
      if shift == 63, byte > 1 { throw error("a number of more than 64 bits") }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
      if shift > 63 { throw error("a number of more than 64 bits") }
    }
  }

  mutating func fixed() throws(RecordError) -> UInt64 {
    guard remaining >= 8 else { throw error("breaks off") }
    defer { offset += 8 }
    return bytes[offset..<offset + 8].reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The number of things that follow, each of which takes a byte at least.
  mutating func count() throws(RecordError) -> Int {
    let value = try number()
    guard value <= UInt64(remaining) else { throw error("a list longer than the record") }
    return Int(value)
  }

  /// - Parameter length: At most `remaining`.
  mutating func bytes(_ length: Int) throws(RecordError) -> [UInt8] {
    guard length <= remaining else { throw error("breaks off") }
    defer { offset += length }
    return Array(bytes[offset..<offset + length])
  }

  mutating func text() throws(RecordError) -> String {
    let length = try count()
    defer { offset += length }
    return String(decoding: bytes[offset..<offset + length], as: UTF8.self)
  }

  /// Whether a value follows that may be missing.
  mutating func isThere() throws(RecordError) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw error("neither there nor missing")
    }
  }

  func end() throws(RecordError) {
    if remaining != 0 { throw error("\(remaining) bytes too many") }
  }
}

/// A value that stands in a stored record.
protocol RecordCodable {
  func encode(to writer: inout RecordWriter)
  init(from reader: inout RecordReader) throws(RecordError)
}

extension String: RecordCodable {
  func encode(to writer: inout RecordWriter) { writer.append(self) }
  init(from reader: inout RecordReader) throws(RecordError) { self = try reader.text() }
}

/// The sign goes to the lowest bit, so that small numbers of either sign stay short.
extension Int: RecordCodable {
  func encode(to writer: inout RecordWriter) { writer.append(UInt64(bitPattern: Int64((self << 1) ^ (self >> 63)))) }

  init(from reader: inout RecordReader) throws(RecordError) {
    let number = try reader.number()
    self = Int(bitPattern: UInt(number >> 1)) ^ -Int(number & 1)
  }
}

extension Double: RecordCodable {
  func encode(to writer: inout RecordWriter) { writer.append(fixed: bitPattern) }
  init(from reader: inout RecordReader) throws(RecordError) { self = Double(bitPattern: try reader.fixed()) }
}

extension Array: RecordCodable where Element: RecordCodable {
  func encode(to writer: inout RecordWriter) {
    writer.append(UInt64(count))
    for element in self { element.encode(to: &writer) }
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    try self.init(from: &reader) { reader throws(RecordError) in try Element(from: &reader) }
  }
}

extension Array {
  /// A list of what `element` reads, each a byte at least.
  init(from reader: inout RecordReader, _ element: (inout RecordReader) throws(RecordError) -> Element)
    throws(RecordError)
  {
    let count = try reader.count()
    self = []
    // Not the full count: a damaged one must not ask for more memory than the record has bytes.
    reserveCapacity(Swift.min(count, 1024))
    for _ in 0..<count { append(try element(&reader)) }
  }
}

extension Optional: RecordCodable where Wrapped: RecordCodable {
  func encode(to writer: inout RecordWriter) {
    writer.append(byte: self == nil ? 0 : 1)
    self?.encode(to: &writer)
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    self = try reader.isThere() ? try Wrapped(from: &reader) : nil
  }
}

extension RecordCodable where Self: Equatable {
  /// The place in a list of codes, whose order is part of the format.
  func code(in codes: [Self]) -> UInt8 { UInt8(codes.firstIndex(of: self) ?? 0) }
}

extension RecordReader {
  mutating func value<Value>(of codes: [Value]) throws(RecordError) -> Value {
    let code = Int(try byte())
    guard code < codes.count else { throw error("an unknown code") }
    return codes[code]
  }
}
