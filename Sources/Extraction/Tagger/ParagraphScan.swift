/// The long-range facts of one paragraph, gathered in two passes: what cue ruled last and what comes next, what a
/// sentence holds, where quotations lie.
struct ParagraphScan {
  /// What is known at one token.
  struct Fact {
    /// Token of the last and the next ruling cue of the sentence, -1 for none.
    var lastCue: Int32 = -1
    var nextCue: Int32 = -1
    /// Last closing mark before the token of a quotation of some length, -1 for none; the next opening one.
    var lastClose: Int32 = -1
    var nextOpen: Int32 = -1
    /// A comma outside quotations stands between the last cue and the token.
    var commaSinceCue = false
    /// Commas outside quotations from the token to the next cue, at most 2.
    var commasToCue: UInt8 = 0
    /// Bit 0: the sentence holds a quotation of more than three words; bit 1: a ruling cue.
    var sentenceHolds: UInt8 = 0
  }

  let tokens: Range<Int>
  private var facts: [Fact]
  /// Share of the tokens inside quotation marks: 0 none, 1 some, 2 most, 3 all.
  private(set) var quotedShare: UInt32 = 0
  private(set) var opensQuoted = false
  /// Tokens of the label where the paragraph begins as in a transcript (`NAME:`), else empty.
  let transcriptLabel: Range<Int>

  init(_ input: TaggerInput, _ paragraph: TokenParagraph) {
    tokens = paragraph.tokens
    facts = [Fact](repeating: Fact(), count: tokens.count)
    transcriptLabel = TranscriptLabel.label(input.tokens, tokens)
    let first = tokens.lowerBound
    facts.withUnsafeMutableBufferPointer { facts in
      Self.forward(input, first, facts)
      Self.backward(input, first, facts)
    }
    shareQuoted(input)
  }

  /// At a token of the paragraph.
  @inline(__always)
  subscript(token: Int) -> Fact { facts[token - tokens.lowerBound] }

  private static func forward(_ input: TaggerInput, _ first: Int, _ facts: UnsafeMutableBufferPointer<Fact>) {
    let table = input.tokens
    var cue: Int32 = -1
    var comma = false
    var close: Int32 = -1
    var holds: UInt8 = 0
    for index in facts.indices {
      let token = first + index
      if index > 0, table.sentenceOf[token] != table.sentenceOf[token - 1] { (cue, comma, holds) = (-1, false, 0) }
      facts[index].lastCue = cue
      facts[index].commaSinceCue = comma
      facts[index].lastClose = close
      if input.isRulingCue(token) {
        (cue, comma) = (Int32(truncatingIfNeeded: token), false)
        holds |= 2
      } else if !comma, isComma(table, token), !input.isQuoted(token) {
        comma = true
      }
      if let quotation = input.quotation(token) {
        if quotation.length > 3 { holds |= 1 }
        if token == quotation.close, quotation.isClosed, quotation.length > 1 {
          close = Int32(truncatingIfNeeded: token)
        }
      }
      facts[index].sentenceHolds = holds
    }
  }

  private static func backward(_ input: TaggerInput, _ first: Int, _ facts: UnsafeMutableBufferPointer<Fact>) {
    let table = input.tokens
    var cue: Int32 = -1
    var commas: UInt8 = 0
    var open: Int32 = -1
    var holds: UInt8 = 0
    for index in facts.indices.reversed() {
      let token = first + index
      if index + 1 < facts.count, table.sentenceOf[token] != table.sentenceOf[token + 1] {
        (cue, commas, holds) = (-1, 0, 0)
      }
      if commas < 2, isComma(table, token), !input.isQuoted(token) { commas += 1 }
      facts[index].nextCue = cue
      facts[index].commasToCue = commas
      facts[index].nextOpen = open
      if input.isRulingCue(token) { (cue, commas) = (Int32(truncatingIfNeeded: token), 0) }
      if let quotation = input.quotation(token), token == quotation.open, quotation.length > 1 {
        open = Int32(truncatingIfNeeded: token)
      }
      // The last token of a sentence knows all that it holds; hand it to the others.
      holds |= facts[index].sentenceHolds
      facts[index].sentenceHolds = holds
    }
  }

  private mutating func shareQuoted(_ input: TaggerInput) {
    let quoted = tokens.reduce(0) { $0 + (input.isQuoted($1) ? 1 : 0) }
    quotedShare = quoted == 0 ? 0 : quoted * 20 > tokens.count * 19 ? 3 : quoted * 10 > tokens.count * 6 ? 2 : 1
    opensQuoted = input.tokens.marks[tokens.lowerBound] != .none
  }

  private static func isComma(_ table: TokenTable, _ token: Int) -> Bool {
    table.isCharacter(token, ",") || table.isCharacter(token, ";")
  }
}

/// How the paragraph before ended, for what comes behind it.
enum ParagraphEnd: UInt32 {
  case none, colon, openQuotation, quotation, other

  init(_ input: TaggerInput, _ tokens: Range<Int>) {
    let last = tokens.upperBound - 1
    let table = input.tokens
    if let quotation = input.quotation(last), !quotation.isClosed, quotation.close == last {
      self = .openQuotation
    } else if table.isCharacter(last, ":") || (last > tokens.lowerBound && table.isCharacter(last - 1, ":")) {
      self = .colon
    } else {
      self = table.marks[last] != .none ? .quotation : .other
    }
  }
}
