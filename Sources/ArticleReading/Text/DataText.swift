import ArticleModel
import Glibc

/// Finds data and code that stand where a reader sees text: JSON, scripts, style sheets, base64.
///
///     {"@context":"https://schema.org","@type":"NewsArticle"}      all of it
///     The ferry ran again. {"id":7,"ads":[...],"ref":"x"}          what is behind the sentence, if it is long
///     Type `print("hello");` and press return.                     nothing: a sentence about code
///
/// What is inside braces counts, and so do words of ASCII that no sentence has. One pass over the text.
struct DataText {
  /// Fewer bytes are left alone.
  private static let shortest = 12
  /// A word of so many letters and digits is base64.
  private static let longestWord = 64
  /// So many bytes between braces are cut out of a paragraph.
  private static let shortestCut = 80

  /// Ranges of bytes that are no text, in order.
  private(set) var ranges: [Range<Int>] = []
  /// More than half of it is data.
  private(set) var isAll = false

  init(_ text: [UInt8]) { self.init(text, TextSpan(0, text.count)) }

  /// - Parameter span: The paragraph in the text; the ranges count from its start.
  init(_ text: [UInt8], _ span: TextSpan) {
    guard span.length >= Self.shortest else { return }
    text.withUnsafeBufferPointer { all in
      let bytes = UnsafeBufferPointer(rebasing: all[span.start..<span.end])
      guard Self.mayHoldData(bytes) else { return }
      var scanner = DataScanner(bytes)
      scanner.scan()
      isAll = scanner.evidence > 0 && scanner.covered * 2 > bytes.count - scanner.spaces
      ranges = scanner.regions.filter { $0.count >= Self.shortestCut && scanner.holdsKeys($0) }
    }
  }

  /// Whether a paragraph of a text may be data: most texts have no brace in them nor any other sign that counts.
  static func mayBeIn(_ text: [UInt8]) -> Bool { text.withUnsafeBufferPointer(mayHoldData) }

  private static func mayHoldData(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = text.baseAddress else { return false }
    return "{}=;<\\".utf8.contains { memchr(start, Int32($0), text.count) != nil } || holdsLongWord(text)
  }

  /// Looks back from where such a word would end, as far as the next space: at few of the bytes.
  private static func holdsLongWord(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while start + longestWord <= text.count {
      guard let space = (start..<start + longestWord).last(where: { isSpace(text[$0]) }) else { return true }
      start = space + 1
    }
    return false
  }

  /// The text without its ranges, and without the space behind each.
  func cut(from text: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var start = 0
    for range in ranges {
      kept.append(contentsOf: text[start..<range.lowerBound])
      start = text[range.upperBound...].firstIndex { !isSpace($0) } ?? text.count
    }
    return kept + text[start...]
  }

  /// A word that no sentence has, however long: signs of code between letters.
  static func isCode(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard word.count >= 2, word.allSatisfy({ $0 < 0x80 }) else { return false }
    if word.count >= longestWord, isBase64(word) { return true }
    // Most words are letters alone; all that follows needs a sign.
    guard word.contains(where: { !isLetter($0) }) else { return false }
    if starts.contains(where: { word.starts(with: $0) }) { return true }
    // None of the pairs begins with a letter.
    return zip(word, word.dropFirst()).contains { !isLetter($0) && pairs.contains(UInt16($0) << 8 | UInt16($1)) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  private static let starts = ["window.", "document.", "self.__", "function(", "(function", "data:image/"].map {
    Array($0.utf8)
  }

  /// Two signs beside each other.
  private static let pairs = Set(
    [
      "\":", "':", ");", "()", "){", "=>", "&&", "||", "==", "!=", "};", "];", "</", "/>", "=\"", "='", "\\/", "\\u",
      "\\\"", "\";", "';", "=[", "={", "[{", "}]", "+=",
    ].map { pair in pair.utf8.reduce(UInt16(0)) { $0 << 8 | UInt16($1) } })

  /// Letters and digits mixed as no name or address mixes them.
  private static func isBase64(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var (hasDigit, hasUpper, hasLower) = (false, false, false)
    for byte in word {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): hasUpper = true
      case UInt8(ascii: "a")...UInt8(ascii: "z"): hasLower = true
      case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): break
      default: return false
      }
    }
    return hasDigit && hasUpper && hasLower
  }
}

/// One pass over a text: what stands between braces, and words of code outside of them.
private struct DataScanner {
  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private let bytes: UnsafeBufferPointer<UInt8>
  /// Bytes that are data, without the space between them.
  private(set) var covered = 0
  private(set) var spaces = 0
  /// Signs that it is data and no text in brackets.
  private(set) var evidence = 0
  /// Between the outermost braces, both included.
  private(set) var regions: [Range<Int>] = []
  private var depth = 0
  private var open = 0
  private var spacesBeforeOpen = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func scan() {
    var index = 0
    var last: Range<Int>?
    var isBehindOperator = false
    while index < bytes.count {
      let byte = bytes[index]
      if isSpace(byte) {
        spaces += 1
        index += 1
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") {
        note(byte, at: index)
        index += 1
      } else {
        let end = wordEnd(index)
        if depth == 0 {
          let word = bytes[index..<end]
          let isOperator = Self.isOperator(word)
          let isCode = DataText.isCode(word)
          if isCode { evidence += 1 }
          // `x = 1`: all three are code, where there is other evidence.
          if isOperator, let before = last { covered += before.count }
          let counts = isCode || isOperator || isBehindOperator
          if counts { covered += end - index }
          last = counts ? nil : index..<end
          isBehindOperator = isOperator
        }
        index = end
      }
    }
    closeAtEnd()
  }

  private func wordEnd(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, !isSpace(bytes[end]), bytes[end] != UInt8(ascii: "{"), bytes[end] != UInt8(ascii: "}") {
      end += 1
    }
    return end
  }

  private static func isOperator(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = word.first, word.count <= 3 else { return false }
    return (first == UInt8(ascii: "=") || first == UInt8(ascii: "+") || first == UInt8(ascii: "|"))
      && word.dropFirst().allSatisfy { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "|") }
  }

  private mutating func note(_ brace: UInt8, at index: Int) {
    if brace == UInt8(ascii: "{") {
      if depth == 0 { (open, spacesBeforeOpen) = (index, spaces) }
      depth += 1
    } else if depth > 0 {
      depth -= 1
      if depth == 0 { take(open..<(index + 1)) }
    }
  }

  /// Data that was cut off: the brace is not closed, but what is behind it begins with a key.
  private mutating func closeAtEnd() {
    guard depth > 0 else { return }
    let next = bytes[(open + 1)...].first { !isSpace($0) }
    if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") || depth > 2 { take(open..<bytes.count) }
  }

  private mutating func take(_ region: Range<Int>) {
    guard isData(region) else { return }
    evidence += 1
    covered += region.count - (spaces - spacesBeforeOpen)
    regions.append(region)
  }

  /// `{"a":1}`, `{color:red}`, `{ return x; }`, but not `{Photo: Ida Holm}`.
  private func isData(_ region: Range<Int>) -> Bool {
    let inner = bytes[(region.lowerBound + 1)..<region.upperBound]
    return zip(inner, inner.dropFirst()).contains { first, second in
      switch first {
      case UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "{"): true
      case UInt8(ascii: ":"): !isSpace(second) && second != UInt8(ascii: "/")
      case UInt8(ascii: "\""), UInt8(ascii: "'"): second == UInt8(ascii: ":")
      default: false
      }
    }
  }

  /// At least two keys of JSON.
  func holdsKeys(_ region: Range<Int>) -> Bool {
    let inner = bytes[region]
    return zip(inner, inner.dropFirst()).lazy.filter { $0 == UInt8(ascii: "\"") && $1 == UInt8(ascii: ":") }
      .prefix(2).count == 2
  }
}
