/// A JSON document as tests look into it.
enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([String: JSONValue])

  struct Malformed: Error {
    var offset: Int
  }

  init(_ text: String) throws {
    var reader = JSONReader(Array(text.utf8))
    self = try reader.document()
  }

  subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { return members[key] }
    return nil
  }

  var elements: [JSONValue] {
    if case .array(let elements) = self { return elements }
    return []
  }

  var string: String? {
    if case .text(let text) = self { return text }
    return nil
  }

  var integer: Int? {
    if case .number(let number) = self { return Int(exactly: number) }
    return nil
  }
}

private struct JSONReader {
  let bytes: [UInt8]
  var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws -> JSONValue {
    let value = try value()
    skipSpace()
    guard offset == bytes.count else { throw malformed }
    return value
  }

  private var malformed: JSONValue.Malformed { JSONValue.Malformed(offset: offset) }
  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { offset += 1 }
  }

  private mutating func value() throws -> JSONValue {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .text(try text())
    default: return try word()
    }
  }

  private mutating func word() throws -> JSONValue {
    let start = offset
    while let byte = next, ![0x2C, 0x5D, 0x7D, 0x20, 0x0A].contains(byte) { offset += 1 }
    switch String(decoding: bytes[start..<offset], as: UTF8.self) {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    case let text:
      guard let number = Double(text), number.isFinite else { throw malformed }
      return .number(number)
    }
  }

  private mutating func array() throws -> JSONValue {
    var elements: [JSONValue] = []
    try list(UInt8(ascii: "]")) { elements.append(try $0.value()) }
    return .array(elements)
  }

  private mutating func object() throws -> JSONValue {
    var members: [String: JSONValue] = [:]
    try list(UInt8(ascii: "}")) { reader in
      reader.skipSpace()
      let key = try reader.text()
      reader.skipSpace()
      guard reader.next == UInt8(ascii: ":"), members[key] == nil else { throw reader.malformed }
      reader.offset += 1
      members[key] = try reader.value()
    }
    return .object(members)
  }

  private mutating func list(_ end: UInt8, _ element: (inout JSONReader) throws -> Void) throws {
    offset += 1
    skipSpace()
    if next == end {
      offset += 1
      return
    }
    while true {
      try element(&self)
      skipSpace()
      guard let byte = next, byte == end || byte == UInt8(ascii: ",") else { throw malformed }
      offset += 1
      if byte == end { return }
    }
  }

  private mutating func text() throws -> String {
    guard next == UInt8(ascii: "\"") else { throw malformed }
    offset += 1
    var units: [UInt16] = []
    var raw: [UInt8] = []
    func flush(_ raw: inout [UInt8], _ units: inout [UInt16]) {
      units += Array(String(decoding: raw, as: UTF8.self).utf16)
      raw = []
    }
    while let byte = next, byte != UInt8(ascii: "\"") {
      offset += 1
      guard byte == UInt8(ascii: "\\") else {
        guard byte >= 0x20 else { throw malformed }
        raw.append(byte)
        continue
      }
      flush(&raw, &units)
      units.append(try escape())
    }
    guard next != nil else { throw malformed }
    offset += 1
    flush(&raw, &units)
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func escape() throws -> UInt16 {
    guard let byte = next else { throw malformed }
    offset += 1
    switch Character(Unicode.Scalar(byte)) {
    case "n": return 0x0A
    case "t": return 0x09
    case "r": return 0x0D
    case "b": return 0x08
    case "f": return 0x0C
    case "\"", "\\", "/": return UInt16(byte)
    case "u":
      guard offset + 4 <= bytes.count,
        let unit = UInt16(String(decoding: bytes[offset..<(offset + 4)], as: UTF8.self), radix: 16)
      else { throw malformed }
      offset += 4
      return unit
    default: throw malformed
    }
  }
}
