import Testing

@testable import ArticleReading

@Suite struct DecodingTests {
  /// The C library turns some codes of East Asia into scalars that Unicode does not have.
  @Test(arguments: [nil, "GB18030", "EUC-TW", "UTF-32LE", "UTF-7", "CP932", "UCS-4", "UCS-2"] as [String?])
  func whateverTheEncodingTheTextIsUTF8(charset: String?) {
    for bytes: [UInt8] in [
      [0xF6, 0x8E, 0x8E, 0x98, 0x71], [0xFF, 0xFF, 0xFF, 0x7F], [0xD8, 0x00, 0xD8, 0x00], [0x00, 0xD8, 0x00, 0xD8],
      [0xED, 0xA0, 0x80, 0xED, 0xA0, 0x80], Array("+2AA-".utf8), [0xE3, 0x32, 0x9A, 0x36],
    ] {
      let text = TextDecoding.decode(bytes, declared: charset).bytes
      #expect(TextDecoding.isValidUTF8(text), "\(bytes) as \(charset ?? "what it looks like"): \(text)")
    }
  }
}
