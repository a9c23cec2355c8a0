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
    transcriptLabel = TranscriptLabel.label(input.tokens, tokens)
    let (first, length) = (tokens.lowerBound, tokens.count)
    facts = [Fact](unsafeUninitializedCapacity: length) { facts, count in
      facts.initialize(repeating: Fact())
      let facts = UnsafeMutableBufferPointer(rebasing: facts[..<length])
      Self.forward(input, first, facts)
      Self.backward(input, first, facts)
      count = length
    }
    shareQuoted(input)
  }

  /// At a token of the paragraph.
  @inline(__always)
  subscript(token: Int) -> Fact { facts[token - tokens.lowerBound] }

  private static func forward(_ input: TaggerInput, _ first: Int, _ facts: UnsafeMutableBufferPointer<Fact>) {
    let (sentences, known, quotationOf) = (input.tokens.sentenceOf, input.facts, input.quotationOf)
    var cue: Int32 = -1
    var comma = false
    var close: Int32 = -1
    var holds: UInt8 = 0
    var sentence = facts.isEmpty ? -1 : sentences[first]
    for index in facts.indices {
      let token = first + index
      if sentences[token] != sentence { (sentence, cue, comma, holds) = (sentences[token], -1, false, 0) }
      facts[index].lastCue = cue
      facts[index].commaSinceCue = comma
      facts[index].lastClose = close
      let own = known[token]
      if own.contains(.rulingCue) {
        (cue, comma) = (Int32(truncatingIfNeeded: token), false)
        holds |= 2
      } else if own.contains(.comma) {
        comma = true
      }
      if quotationOf[token] >= 0, let quotation = input.quotation(token) {
        if quotation.length > 3 { holds |= 1 }
        if token == quotation.close, quotation.isClosed, quotation.length > 1 {
          close = Int32(truncatingIfNeeded: token)
        }
      }
      facts[index].sentenceHolds = holds
    }
  }

  private static func backward(_ input: TaggerInput, _ first: Int, _ facts: UnsafeMutableBufferPointer<Fact>) {
    let (sentences, known, quotationOf) = (input.tokens.sentenceOf, input.facts, input.quotationOf)
    var cue: Int32 = -1
    var commas: UInt8 = 0
    var open: Int32 = -1
    var holds: UInt8 = 0
    var sentence = facts.isEmpty ? -1 : sentences[first + facts.count - 1]
    var index = facts.count
    while index > 0 {
      index -= 1
      let token = first + index
      if sentences[token] != sentence { (sentence, cue, commas, holds) = (sentences[token], -1, 0, 0) }
      let own = known[token]
      if commas < 2, own.contains(.comma) { commas += 1 }
      facts[index].nextCue = cue
      facts[index].commasToCue = commas
      facts[index].nextOpen = open
      if own.contains(.rulingCue) { (cue, commas) = (Int32(truncatingIfNeeded: token), 0) }
      if quotationOf[token] >= 0, let quotation = input.quotation(token), token == quotation.open, quotation.length > 1
      {
        open = Int32(truncatingIfNeeded: token)
      }
      // The last token of a sentence knows all that it holds; hand it to the others.
      holds |= facts[index].sentenceHolds
      facts[index].sentenceHolds = holds
    }
  }

  private mutating func shareQuoted(_ input: TaggerInput) {
    let quotationOf = input.quotationOf
    var quoted = 0
    for token in tokens where quotationOf[token] >= 0 { quoted += 1 }
    quotedShare = quoted == 0 ? 0 : quoted * 20 > tokens.count * 19 ? 3 : quoted * 10 > tokens.count * 6 ? 2 : 1
    opensQuoted = input.tokens.marks[tokens.lowerBound] != .none
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
