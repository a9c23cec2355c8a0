import ArticleModel

/// A word as the index knows it.
public struct SearchWord: Hashable, Sendable {
  /// Folded; never begins with an ASCII capital, so a prefix in capitals can't be mistaken for a word.
  public var term: String
  /// Counts from 1.
  public var position: Int
  /// In bytes of the text, without a possessive.
  public var span: TextSpan
  /// Another form of the words that begin at the same position: `covid19` of `COVID-19`, `brien` of
  /// `O'Brien`. A phrase is made of those that are not.
  public var isAlternative: Bool

  public init(term: String, position: Int, span: TextSpan, isAlternative: Bool) {
    self.term = term
    self.position = position
    self.span = span
    self.isAlternative = isAlternative
  }
}

/// Cuts text into the words that are indexed and asked for: one cutter for both sides.
///
/// - A possessive goes: `Kyiv's` is `kyiv`. Other apostrophes join: `O'Brien` is `obrien`, with `brien` beside it.
/// - Acronyms lose their points: `U.S.` is `us`.
/// - Hyphens and `&` part and join: `COVID-19` is `covid` `19`, with `covid19` beside `covid`.
/// - Numbers keep a decimal point and lose thousands' commas: `1,000.5` is `1000.5`.
/// - Scripts without spaces give bigrams; a single character stands alone only where the text has it alone.
/// - A word of more than 64 bytes is cut there.
public enum SearchWords {
  /// The longest term in bytes. Longer ones are junk (keys, encoded data) that would only fill the term list.
  public static let longestTerm = 64

  /// Called with the folded term, its position, the bytes it covers, and whether it is an alternative.
  public typealias Body = (
    _ term: UnsafeBufferPointer<UInt8>, _ position: Int, _ start: Int, _ end: Int, _ isAlternative: Bool
  ) -> Void

  public static func words(in text: String) -> [SearchWord] {
    var text = text
    var words: [SearchWord] = []
    _ = text.withUTF8 { bytes in
      forEachWord(in: bytes) { term, position, start, end, isAlternative in
        words.append(
          SearchWord(
            term: String(decoding: term, as: UTF8.self), position: position, span: TextSpan(start, end),
            isAlternative: isAlternative))
      }
    }
    return words
  }

  /// Calls `body` for each word. Positions ascend but for alternatives, which come before the word they
  /// stand beside. The term's buffer is valid only during the call.
  ///
  /// - Returns: The position behind the last word: where a following text would go on.
  @discardableResult
  public static func forEachWord(
    in bytes: UnsafeBufferPointer<UInt8>, from firstPosition: Int = 1, _ body: Body
  ) -> Int {
    var scanner = WordScanner(bytes, position: firstPosition)
    scanner.scan(body)
    return scanner.position
  }
}
