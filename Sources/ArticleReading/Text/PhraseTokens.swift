import ArticleModel

/// A line as the patterns see it: hashes of its words in lower case, and of the signs that patterns name.
///
/// Of a long line only the beginning and the end count: `isWhole` is false then, and the two halves are apart.
struct PhraseTokens {
  private static let wholeLimit = 400
  private static let edge = 160

  private(set) var start: [UInt64] = []
  private(set) var end: [UInt64] = []
  let isWhole: Bool

  init(_ text: [UInt8], _ span: TextSpan) {
    isWhole = span.length <= Self.wholeLimit
    if isWhole {
      start = Self.tokens(text[span.start..<span.end])
      end = start
    } else {
      start = Self.tokens(text[span.start..<span.start + Self.edge])
      end = Self.tokens(text[span.end - Self.edge..<span.end])
    }
  }

  init(phrase: String) {
    isWhole = true
    start = Self.tokens(Array(phrase.utf8)[...])
    end = start
  }

  /// A sign stands for itself, and is told from words by its small value.
  static func isSign(_ token: UInt64) -> Bool { token < 0x80 }

  static let wildcard = UInt64(UInt8(ascii: "*"))

  static func tokens(_ bytes: ArraySlice<UInt8>) -> [UInt64] {
    var tokens: [UInt64] = []
    var hash = seed
    var inWord = false
    func close() {
      if inWord { tokens.append(hash | 0x80) }
      hash = seed
      inWord = false
    }
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0x20
      let (isPart, length) = wordPart(bytes, index)
      if isPart {
        for offset in index..<index + length { hash = (hash ^ UInt64(lowercased(bytes[offset]))) &* 0x100_0000_01B3 }
        inWord = true
      } else if !isApostrophe(bytes, index) {
        let wasInWord = inWord
        close()
        if let sign = sign(bytes, index), sign != UInt8(ascii: "-") || !wasInWord || isSpace(next) {
          tokens.append(UInt64(sign))
        }
      }
      index += length
    }
    close()
    return tokens
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// Letters, digits and everything above ASCII but general punctuation; with the length of the character.
  private static func wordPart(_ bytes: ArraySlice<UInt8>, _ index: Int) -> (isPart: Bool, length: Int) {
    let byte = bytes[index]
    if byte < 0x80 {
      return ((byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10, 1)
    }
    let length = min(byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2, bytes.endIndex - index)
    let isPunctuation = byte == 0xC2 || (byte == 0xE2 && length == 3 && bytes[index + 1] < 0x84)
    return (!isPunctuation, length)
  }

  private static func isApostrophe(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "'") || bytes[index...].prefix(3).elementsEqual([0xE2, 0x80, 0x99])
  }

  private static func sign(_ bytes: ArraySlice<UInt8>, _ index: Int) -> UInt8? {
    let byte = bytes[index]
    if "()/:|*".utf8.contains(byte) || byte == UInt8(ascii: "-") { return byte }
    let three = bytes[index...].prefix(3)
    if three.elementsEqual([0xE2, 0x80, 0x93]) || three.elementsEqual([0xE2, 0x80, 0x94]) { return UInt8(ascii: "-") }
    return bytes[index...].prefix(2).elementsEqual([0xC2, 0xA9]) ? UInt8(ascii: "@") : nil  // ©
  }
}
