extension JSONWriter {
  /// Writes a text in quotation marks.
  ///
  /// Besides what JSON asks for, the characters that could command a terminal or reorder what it shows are written
  /// as escapes, so that output is safe to look at; a reader gets back the same text.
  mutating func appendQuoted(_ text: String) {
    if text.utf8.withContiguousStorageIfAvailable({ appendQuoted(utf8: $0) }) == nil {
      var text = text
      text.withUTF8 { appendQuoted(utf8: $0) }
    }
  }

  mutating func appendQuoted(utf8 text: UnsafeBufferPointer<UInt8>) {
    if Self.endOfPlain(text, 0) == text.count {
      append(atMost: text.count + 2) { end in
        end.put(UInt8(ascii: "\""))
        end.put(text)
        end.put(UInt8(ascii: "\""))
      }
      return
    }
    append(byte: UInt8(ascii: "\""))
    appendEscaped(utf8: text)
    append(byte: UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(utf8 text: UnsafeBufferPointer<UInt8>) {
    var copied = 0
    var offset = 0
    while true {
      offset = Self.endOfPlain(text, offset)
      guard offset < text.count else { break }
      guard let escape = Self.escape(in: text, at: offset) else {
        offset = min(offset + Self.length(of: text[offset]), text.count)
        continue
      }
      append(UnsafeBufferPointer(rebasing: text[copied..<offset]))
      append(escape)
      offset += escape.length
      copied = offset
    }
    append(UnsafeBufferPointer(rebasing: text[copied...]))
  }

  /// How many bytes a scalar has that begins so; the last of four is passed over for itself.
  @inline(__always)
  private static func length(of first: UInt8) -> Int { first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1 }

  /// The first byte from an offset on that may have to be written as an escape, or the end.
  private static func endOfPlain(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var offset = start
    let raw = UnsafeRawBufferPointer(text)
    while offset + 32 <= raw.count, arePlain(raw.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)) {
      offset += 32
    }
    while offset + 8 <= raw.count, isPlain(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) { offset += 8 }
    // What is left of a plain text is looked at together with bytes before it.
    if offset + 8 > raw.count, offset < raw.count, raw.count >= 8,
      isPlain(raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self))
    {
      return raw.count
    }
    while offset < text.count {
      let byte = text[offset]
      guard byte &- 0x20 < 0x5F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else { return offset }
      offset += 1
    }
    return offset
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Whether eight bytes are of ASCII that stands as it is: bit 7 of each tells of one that is not.
  private static func isPlain(_ bytes: UInt64) -> Bool {
    // With one bit turned over, the quotation mark stands behind the controls, which stay controls.
    let controlOrQuote = (bytes ^ (ones &* 0x02)) &- ones &* 0x21
    let backslash = (bytes ^ (ones &* UInt64(UInt8(ascii: "\\")))) &- ones
    let delete = bytes &+ ones
    return (controlOrQuote | backslash | delete | bytes) & (ones &* 0x80) == 0
  }

  /// The same of four times as many, as most of an article's text comes.
  private static func arePlain(_ bytes: SIMD4<UInt64>) -> Bool {
    let controlOrQuote = (bytes ^ (ones &* 0x02)) &- ones &* 0x21
    let backslash = (bytes ^ (ones &* UInt64(UInt8(ascii: "\\")))) &- ones
    let delete = bytes &+ ones
    return (controlOrQuote | backslash | delete | bytes) & (ones &* 0x80) == .zero
  }

  /// A scalar that can't stand as it is, and how many bytes it takes.
  private struct Escape {
    var scalar: UInt16
    var length: Int
  }

  private static func escape(in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Escape? {
    let byte = text[offset]
    switch byte {
    case 0x20, 0x21, 0x23...0x5B, 0x5D...0x7E: return nil
    case 0...0x7F: return Escape(scalar: UInt16(byte), length: 1)
    case 0xC2 where offset + 1 < text.count && text[offset + 1] < 0xA0:
      // The C1 controls: one of them begins a command on some terminals.
      return Escape(scalar: UInt16(text[offset + 1]), length: 2)
    case 0xE2 where offset + 2 < text.count: return general(text[offset + 1], text[offset + 2])
    default: return nil
    }
  }

  /// Line separators and marks of direction, all of them in U+2000...U+207F.
  private static func general(_ second: UInt8, _ third: UInt8) -> Escape? {
    guard second == 0x80 || second == 0x81 else { return nil }
    let scalar = 0x2000 + UInt16(second - 0x80) * 64 + UInt16(third & 0x3F)
    switch scalar {
    case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: return Escape(scalar: scalar, length: 3)
    default: return nil
    }
  }

  private mutating func append(_ escape: Escape) {
    append(byte: UInt8(ascii: "\\"))
    switch escape.scalar {
    case 0x22, 0x5C: append(byte: UInt8(escape.scalar))
    case 0x08: append(byte: UInt8(ascii: "b"))
    case 0x09: append(byte: UInt8(ascii: "t"))
    case 0x0A: append(byte: UInt8(ascii: "n"))
    case 0x0C: append(byte: UInt8(ascii: "f"))
    case 0x0D: append(byte: UInt8(ascii: "r"))
    default:
      append(byte: UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] as [UInt16] {
        append(byte: Self.hexadecimal(UInt8(escape.scalar >> shift & 15)))
      }
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}
