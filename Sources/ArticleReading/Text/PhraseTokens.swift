import ArticleModel
import TextAnalysis

/// A line as the patterns see it: hashes of its words in lower case, and of the signs that patterns name.
///
/// Of a long line only the beginning and the end count: `isWhole` is false then, and the two halves are apart.
///
/// It lies in memory of its reader, which is used again for the next line: a text has too many lines for arrays.
struct PhraseTokens {
  private static var wholeLimit: Int { 400 }
  private static var edge: Int { 160 }
  /// What a line needs: a token has a byte of its own at least, and one more may end the line.
  private static var room: Int { wholeLimit + 2 }

  let start: UnsafeBufferPointer<UInt64>
  let end: UnsafeBufferPointer<UInt64>
  let isWhole: Bool
  /// Begins with a number, and is no sentence.
  let isCounted: Bool

  /// Calls `body` with memory for the lines that are read one after another within it.
  static func withRoom<Result>(_ body: (UnsafeMutableBufferPointer<UInt64>) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: room, body)
  }

  /// - Parameter room: From `withRoom`; the tokens lie there until the next line is read.
  init(_ text: [UInt8], _ span: TextSpan, in room: UnsafeMutableBufferPointer<UInt64>) {
    let isWhole = span.length <= Self.wholeLimit
    self.isWhole = isWhole
    isCounted = Self.isCounted(text, span)
    (start, end) = text.withUnsafeBufferPointer { bytes in
      if isWhole {
        let count = Self.write(UnsafeBufferPointer(rebasing: bytes[span.start..<span.end]), into: room)
        let tokens = UnsafeBufferPointer(rebasing: room[..<count])
        return (tokens, tokens)
      }
      let first = Self.write(
        UnsafeBufferPointer(rebasing: bytes[span.start..<span.start + Self.edge]), into: room)
      let rest = UnsafeMutableBufferPointer(rebasing: room[(Self.edge + 1)...])
      let last = Self.write(UnsafeBufferPointer(rebasing: bytes[span.end - Self.edge..<span.end]), into: rest)
      return (UnsafeBufferPointer(rebasing: room[..<first]), UnsafeBufferPointer(rebasing: rest[..<last]))
    }
  }

  private static func isCounted(_ text: [UInt8], _ span: TextSpan) -> Bool {
    let line = text[span.start..<span.end]
    guard let first = line.first(where: { !isSpace($0) }), isDigit(first) else { return false }
    let number = line.drop { isSpace($0) }.prefix { !isSpace($0) }
    return number.allSatisfy { isDigit($0) } && !Sentence.ends(text, span)
  }

  /// Where some words stand in its two halves.
  struct Places {
    let start: UnsafeBufferPointer<Int32>
    let end: UnsafeBufferPointer<Int32>
  }

  /// Calls `body` with the places of the words that a filter may hold.
  func withPlaces<Result>(of filter: PhraseFilter, _ body: (Places) -> Result) -> Result {
    filter.withPlaces(in: start) { first in
      if isWhole { return body(Places(start: first, end: first)) }
      return filter.withPlaces(in: end) { body(Places(start: first, end: $0)) }
    }
  }

  /// A sign stands for itself, and is told from words by its small value.
  @inline(__always)
  static func isSign(_ token: UInt64) -> Bool { token < 0x80 }

  static let wildcard = UInt64(UInt8(ascii: "*"))

  /// What an ASCII byte is: 0 nothing, 1 part of a word, 2 an apostrophe, else a sign.
  private static let classes: [UInt8] = (0..<128).map { byte in
    let byte = UInt8(byte)
    if (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 { return 1 }
    if byte == UInt8(ascii: "'") { return 2 }
    return "()/:|*-".utf8.contains(byte) ? byte : 0
  }

  /// Those of a phrase, which is a line of its own.
  static func tokens(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt64] {
    // A token has a byte of its own at least.
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: bytes.count + 1) { room in
      let count = write(bytes, into: room)
      return Array(room[..<count])
    }
  }

  /// - Returns: How many.
  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, into tokens: UnsafeMutableBufferPointer<UInt64>) -> Int
  {
    var count = 0
    func append(_ token: UInt64) {
      tokens.initializeElement(at: count, to: token)
      count += 1
    }
    var hash = seed
    var inWord = false
    var index = 0
    classes.withUnsafeBufferPointer { classes in
      while index < bytes.count {
        let letters = EightBytes.letters(bytes, at: index)
        if letters.count > 0 {
          hash = mixed(hash, letters.lower)
          inWord = true
          index += letters.count
          if letters.count == 8 { continue }
          if index == bytes.count { return }
          // As most words end.
          if bytes[index] == 0x20 {
            append(hash | 0x80)
            (hash, inWord) = (seed, false)
            index += 1
            continue
          }
        }
        let byte = bytes[index]
        var (kind, length) = (UInt8(1), 1)
        if byte < 0x80 { kind = classes[Int(byte)] } else { (kind, length) = wide(bytes, index) }
        switch kind {
        case 1:
          if length == 2 {
            let (first, second) = lowercased(bytes[index], bytes[index + 1])
            hash = mixed(hash, UInt64(first) << 8 | UInt64(second))
          } else {
            for offset in index..<index + length { hash = mixed(hash, UInt64(bytes[offset])) }
          }
          inWord = true
        case 2: break
        default:
          if inWord { append(hash | 0x80) }
          // A hyphen between letters only parts them; a dash is a sign.
          let isHyphen = kind == UInt8(ascii: "-") && inWord && !(index + 1 < bytes.count && isSpace(bytes[index + 1]))
          if kind != 0, !isHyphen { append(UInt64(kind)) }
          hash = seed
          inWord = false
        }
        index += length
      }
    }
    if inWord { append(hash | 0x80) }
    return count
  }

  private static var seed: UInt64 { 0xCBF2_9CE4_8422_2325 }

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    let product = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }

  /// The small letter of a Latin or Cyrillic one of two bytes.
  private static func lowercased(_ first: UInt8, _ second: UInt8) -> (UInt8, UInt8) {
    switch (first, second) {
    case (0xC3, 0x80...0x9E) where second != 0x97: (first, second + 0x20)
    case (0xD0, 0x90...0x9F): (first, second + 0x20)
    case (0xD0, 0xA0...0xAF): (0xD1, second - 0x20)
    case (0xD0, 0x80...0x8F): (0xD1, second + 0x10)
    default: (first, second)
    }
  }

  /// The same for a character above ASCII, with its length: general punctuation parts words, the rest makes them.
  private static func wide(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (kind: UInt8, length: Int) {
    let byte = bytes[index]
    let length = min(byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1, bytes.count - index)
    if byte == 0xC2, length == 2 { return (bytes[index + 1] == 0xA9 ? UInt8(ascii: "@") : 0, length) }  // ©
    if length == 3, byte == 0xE3 || byte == 0xEF {
      return (eastAsian(bytes[index], bytes[index + 1], bytes[index + 2]), 3)
    }
    guard byte == 0xE2, length == 3, bytes[index + 1] < 0x84 else { return (1, length) }
    guard bytes[index + 1] == 0x80 else { return (0, length) }
    switch bytes[index + 2] {
    case 0x99: return (2, length)
    case 0x93, 0x94: return (UInt8(ascii: "-"), length)
    default: return (0, length)
    }
  }

  /// Signs of the width of an ideograph: as those of ASCII where there are such, else they part words.
  private static func eastAsian(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt8 {
    switch (first, second, third) {
    case (0xE3, 0x80, 0x80...0x84), (0xE3, 0x80, 0x88...0x91), (0xE3, 0x80, 0x94...0x9F): 0
    case (0xEF, 0xBC, 0x88): UInt8(ascii: "(")
    case (0xEF, 0xBC, 0x89): UInt8(ascii: ")")
    case (0xEF, 0xBC, 0x8F): UInt8(ascii: "/")
    case (0xEF, 0xBC, 0x9A): UInt8(ascii: ":")
    case (0xEF, 0xBD, 0x9C): UInt8(ascii: "|")
    case (0xEF, 0xBC, 0x81...0x8E), (0xEF, 0xBC, 0x9B...0xA0), (0xEF, 0xBD, 0xA1...0xA4): 0
    default: 1
    }
  }
}
