import ArticleModel
import Glibc

/// The words, numbers and marks of one article as parallel arrays, which everything behind reads.
///
/// Offsets are UTF-8 bytes into the article's text. Tokens never overlap, never cross a block, ascend, and cover all
/// but white space. A contraction is two tokens (`Kyiv` `'s`, `do` `n't`), an abbreviation one with its point
/// (`Mr.`, `U.S.`). Captions and boilerplate are tokenised too, so that names and places are found in captions;
/// `paragraphs` says what a token stands in.
///
/// A class, because everything that reads an article holds it: a copy costs one count, not one for each column.
final class TokenTable: Sendable {
  let bytes: [UInt8]
  let starts: [Int32]
  let ends: [Int32]
  /// Of the folded bytes; equal words have equal hashes, and different ones almost always differ.
  let hashes: [UInt32]
  let shapes: [TokenShape]
  let marks: [QuotationMark]
  /// Whether a token was read as letters of ASCII and nothing else, without hyphen or apostrophe; most words are.
  let isLetters: [Bool]
  /// The byte of a token that has no more than one; 0 for any other.
  let characters: [UInt8]
  /// Index into `sentences`.
  let sentenceOf: [Int32]
  /// Index into `paragraphs`.
  let paragraphOf: [Int32]
  /// Token ranges. A sentence never crosses a paragraph.
  let sentences: [Range<Int32>]
  let paragraphs: [TokenParagraph]
  /// The folded tokens, each followed by one space: the key of a run of words in a word list is a slice of it.
  let folded: [UInt8]
  /// One more than there are tokens: where the next one would begin.
  let foldedStarts: [Int32]
  /// The numbers of their entries in the lexicon of names that looked them up; empty before.
  let entries: [UInt32]

  /// Without sentences.
  init(bytes: [UInt8], paragraphs: [TokenParagraph], _ columns: TokenColumns) {
    self.bytes = bytes
    self.paragraphs = paragraphs
    (starts, ends, hashes) = (columns.starts, columns.ends, columns.hashes)
    (shapes, marks, isLetters, characters) = (columns.shapes, columns.marks, columns.isLetters, columns.characters)
    (folded, foldedStarts) = (columns.folded, columns.foldedStarts)
    paragraphOf = Self.paragraphOf(paragraphs, count: columns.starts.count)
    sentences = []
    sentenceOf = []
    entries = []
  }

  private static func paragraphOf(_ paragraphs: [TokenParagraph], count: Int) -> [Int32] {
    var paragraphOf = [Int32](column: 0, count: count)
    paragraphOf.withUnsafeMutableBufferPointer { column in
      for (number, paragraph) in paragraphs.enumerated() {
        UnsafeMutableBufferPointer(rebasing: column[paragraph.tokens])
          .update(repeating: Int32(truncatingIfNeeded: number))
      }
    }
    return paragraphOf
  }

  /// The same with sentences, and with other hashes of words that these have told apart.
  init(_ table: TokenTable, hashes: [UInt32], sentences: [Range<Int32>], sentenceOf: [Int32]) {
    bytes = table.bytes
    self.hashes = hashes
    (starts, ends) = (table.starts, table.ends)
    (shapes, marks, paragraphOf, paragraphs) = (table.shapes, table.marks, table.paragraphOf, table.paragraphs)
    (isLetters, characters) = (table.isLetters, table.characters)
    (folded, foldedStarts) = (table.folded, table.foldedStarts)
    self.sentences = sentences
    self.sentenceOf = sentenceOf
    entries = []
  }

  /// The same, with paragraphs that hold fewer tokens.
  init(_ table: TokenTable, paragraphs: [TokenParagraph]) {
    self.paragraphs = paragraphs
    bytes = table.bytes
    (starts, ends, hashes) = (table.starts, table.ends, table.hashes)
    (shapes, marks, isLetters, characters) = (table.shapes, table.marks, table.isLetters, table.characters)
    paragraphOf = table.paragraphOf
    (folded, foldedStarts) = (table.folded, table.foldedStarts)
    (sentences, sentenceOf) = (table.sentences, table.sentenceOf)
    entries = table.entries
  }

  /// The same, looked up.
  init(_ table: TokenTable, entries: [UInt32]) {
    self.entries = entries
    (bytes, paragraphs) = (table.bytes, table.paragraphs)
    (starts, ends, hashes) = (table.starts, table.ends, table.hashes)
    (shapes, marks, isLetters, characters) = (table.shapes, table.marks, table.isLetters, table.characters)
    paragraphOf = table.paragraphOf
    (folded, foldedStarts) = (table.folded, table.foldedStarts)
    (sentences, sentenceOf) = (table.sentences, table.sentenceOf)
  }

  var count: Int { starts.count }

  func start(_ token: Int) -> Int { Int(starts[token]) }
  func end(_ token: Int) -> Int { Int(ends[token]) }
  func span(_ token: Int) -> TextSpan { TextSpan(start(token), end(token)) }

  /// The span from the first to the last of some tokens, which must not be empty.
  func span(_ tokens: Range<Int>) -> TextSpan { TextSpan(start(tokens.lowerBound), end(tokens.upperBound - 1)) }

  func text(_ token: Int) -> String { text(span(token)) }
  func text(_ tokens: Range<Int>) -> String { tokens.isEmpty ? "" : text(span(tokens)) }
  func text(_ span: TextSpan) -> String { String(decoding: bytes[span.start..<span.end], as: UTF8.self) }

  /// The folded words of some tokens, parted by one space, as word lists write their keys.
  func foldedText(_ tokens: Range<Int>) -> String {
    tokens.isEmpty ? "" : String(decoding: folded[foldedRange(tokens)], as: UTF8.self)
  }

  /// Calls `body` with the folded words of some tokens without copying them.
  func withFolded<Result>(_ tokens: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    folded.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[foldedRange(tokens)])) }
  }

  fileprivate func foldedRange(_ tokens: Range<Int>) -> Range<Int> {
    Int(foldedStarts[tokens.lowerBound])..<Int(foldedStarts[tokens.upperBound]) - 1
  }

  func isWord(_ token: Int) -> Bool { shapes[token].isWord }

  /// Whether one of some tokens is written so.
  func holds(_ shape: TokenShape, in tokens: Range<Int>) -> Bool {
    shapes[tokens].withUnsafeBytes { shapes in
      shapes.baseAddress.map { memchr($0, Int32(shape.rawValue), shapes.count) != nil } ?? false
    }
  }

  /// Behind the last word of some tokens, without the marks at their end; the first one stays, whatever it is.
  func wordsEnd(_ tokens: Range<Int>) -> Int {
    var end = tokens.upperBound
    while end > tokens.lowerBound + 1, !isWord(end - 1) { end -= 1 }
    return end
  }

  /// Whether a token is exactly one ASCII character.
  @inline(__always)
  func isCharacter(_ token: Int, _ character: Unicode.Scalar) -> Bool { characters[token] == UInt8(ascii: character) }

  /// Of the last three folded bytes of each token, made when they are asked for: of few tokens they are.
  var suffixes: TokenSuffixes { TokenSuffixes(table: self) }

  /// Where each folded token ends, before the space behind it.
  var foldedEnds: FoldedEnds { FoldedEnds(table: self) }

  /// Whether nothing stands between a token and the one behind it.
  func touchesNext(_ token: Int) -> Bool { token + 1 < count && ends[token] == starts[token + 1] }

  func sentence(_ token: Int) -> Range<Int> {
    let sentence = sentences[Int(sentenceOf[token])]
    return Int(sentence.lowerBound)..<Int(sentence.upperBound)
  }

  func paragraph(_ token: Int) -> TokenParagraph { paragraphs[Int(paragraphOf[token])] }

  /// The first token that ends behind an offset: the one that holds it, or the next. `count` behind the last.
  func token(endingAfter offset: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if end(middle) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The tokens that overlap a span; may be empty.
  func tokens(in span: TextSpan) -> Range<Int> {
    let first = token(endingAfter: span.start)
    var last = first
    while last < count, start(last) < span.end { last += 1 }
    return first..<last
  }
}

/// `TokenTable.suffixes`
struct TokenSuffixes {
  fileprivate let table: TokenTable

  subscript(token: Int) -> UInt32 {
    let (start, end) = (Int(table.foldedStarts[token]), Int(table.foldedStarts[token + 1]) - 1)
    var suffix = ByteHash()
    for index in max(start, end - 3)..<end { suffix.add(table.folded[index]) }
    return suffix.value
  }
}

/// `TokenTable.foldedEnds`
struct FoldedEnds {
  fileprivate let table: TokenTable

  @inline(__always)
  subscript(token: Int) -> Int32 { table.foldedStarts[token + 1] - 1 }
}

/// One block of the article as a run of tokens; never empty.
struct TokenParagraph: Sendable {
  /// A date line is boilerplate that holds the day of publication and nothing else.
  enum Kind: UInt8, Sendable { case headline, paragraph, caption, dateLine, boilerplate }

  var tokens: Range<Int>
  var kind: Kind
  /// Index into the article's blocks.
  var block: Int
  /// Number of the segment, counted from 1; 0 for boilerplate.
  var segment: Int

  /// Headlines and paragraphs can hold statements.
  var canSpeak: Bool { kind == .headline || kind == .paragraph }
  /// Names, places and statements are looked for.
  var isRead: Bool { kind != .boilerplate && kind != .dateLine }
}
