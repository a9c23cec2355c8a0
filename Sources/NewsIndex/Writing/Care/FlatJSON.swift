/// The members of one JSON object that are strings or numbers. Objects with arrays or objects inside are refused: it
/// reads what `DumpLine` writes, and leaves other input to `ArticleReading`.
struct FlatJSON {
  /// Unescaped.
  var strings: [String: [UInt8]] = [:]
  /// As written; `true`, `false` and `null` are among them.
  var numbers: [String: String] = [:]

  private let bytes: [UInt8]
  private var offset = 0

  /// `nil` where the bytes are no such object.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    skipSpace()
    guard take(UInt8(ascii: "{")) else { return nil }
    skipSpace()
    if !take(UInt8(ascii: "}")) {
      repeat {
        skipSpace()
        guard readMember() else { return nil }
        skipSpace()
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "}")) else { return nil }
    }
    skipSpace()
    guard offset == bytes.count else { return nil }
  }

  func text(_ name: String) -> String? { strings[name].map { String(decoding: $0, as: UTF8.self) } }

  private mutating func readMember() -> Bool {
    guard let name = readString() else { return false }
    skipSpace()
    guard take(UInt8(ascii: ":")) else { return false }
    skipSpace()
    let key = String(decoding: name, as: UTF8.self)
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
      guard let value = readString() else { return false }
      strings[key] = value
      return true
    }
    let start = offset
    while offset < bytes.count, isWord(bytes[offset]) { offset += 1 }
    numbers[key] = String(decoding: bytes[start..<offset], as: UTF8.self)
    return offset > start
  }

  private mutating func readString() -> [UInt8]? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    var text: [UInt8] = []
    while offset < bytes.count {
      let start = offset
      while offset < bytes.count, bytes[offset] != UInt8(ascii: "\""), bytes[offset] != UInt8(ascii: "\\") {
        offset += 1
      }
      text += bytes[start..<offset]
      if take(UInt8(ascii: "\"")) { return text }
      offset += 1
      guard let scalar = readEscape() else { return nil }
      text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
    return nil
  }

  /// What stands behind a backslash.
  private mutating func readEscape() -> Unicode.Scalar? {
    guard offset < bytes.count else { return nil }
    defer { offset += 1 }
    switch bytes[offset] {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(bytes[offset])
    case UInt8(ascii: "u"): return readCodeUnits()
    default: return nil
    }
  }

  /// Four digits behind `u`, or a pair of surrogates; stands on the last digit afterwards. A lone surrogate is U+FFFD.
  private mutating func readCodeUnits() -> Unicode.Scalar? {
    guard let first = readFour(at: offset + 1) else { return nil }
    offset += 4
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, offset + 2 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\\"),
      bytes[offset + 2] == UInt8(ascii: "u"), let second = readFour(at: offset + 3), 0xDC00...0xDFFF ~= second
    else { return "\u{FFFD}" }
    offset += 6
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private func readFour(at start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for digit in bytes[start..<start + 4] {
      let (number, letter) = (digit &- UInt8(ascii: "0"), (digit | 0x20) &- UInt8(ascii: "a"))
      guard number < 10 || letter < 6 else { return nil }
      value = value << 4 | UInt32(number < 10 ? number : letter + 10)
    }
    return value
  }

  private func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
  }

  private mutating func skipSpace() {
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] &- 0x09 < 2 || bytes[offset] == 0x0D {
      offset += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }
}
