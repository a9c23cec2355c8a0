import CSimdJSON

/// The string of a whole text.
enum ArticleString {
  /// The library's own way is to look at one scalar after the other; simdjson looks at 32 bytes at a time, and what it
  /// has found to be valid is only copied.
  static func make(_ text: [UInt8]) -> String {
    let isValid = text.withUnsafeBytes { bytes in
      csimdjson_is_utf8(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard isValid else { return String(decoding: text, as: UTF8.self) }
    let isASCII = text.reduce(0, |) < 0x80
    return String(copying: UTF8Span(unchecked: text.span, isKnownASCII: isASCII))
  }
}
