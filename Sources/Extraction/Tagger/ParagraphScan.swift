/// The long-range facts of one paragraph, gathered in passes to and fro: what cue ruled last and what comes next, what a
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
    /// A comma outside quotations stands between the last cue and the token; only where there is one.
    var commaSinceCue = false
    /// Commas outside quotations from the token to the next cue, at most 2; only where there is one.
    var commasToCue: UInt8 = 0
    /// Bit 0: the sentence holds a quotation of more than three words; bit 1: a ruling cue.
    var sentenceHolds: UInt8 = 0
  }

  let tokens: Range<Int>
  /// By token of the article.
  private let facts: [Fact]
  /// Share of the tokens inside quotation marks: 0 none, 1 some, 2 most, 3 all.
  private(set) var quotedShare: UInt32 = 0
  private(set) var opensQuoted = false
  /// Whether a quotation stands in the paragraph.
  var holdsMarks: Bool { quotedShare != 0 }
  /// Tokens of the label where the paragraph begins as in a transcript (`NAME:`), else empty.
  let transcriptLabel: Range<Int>

  /// - Parameter facts: From `facts(_:)` of the same input.
  init(_ input: TaggerInput, _ paragraph: TokenParagraph, _ facts: [Fact]) {
    tokens = paragraph.tokens
    self.facts = facts
    transcriptLabel = TranscriptLabel.label(input.tokens, tokens)
    shareQuoted(input)
  }

  /// At a token of the paragraph.
  @inline(__always)
  subscript(token: Int) -> Fact { facts[token] }

  /// Those of the paragraphs that can hold statements; one array for all, which is asked for once.
  static func facts(_ input: TaggerInput) -> [Fact] {
    let length = input.tokens.count
    return [Fact](column: length) { facts, count in
      var written = 0
      for paragraph in input.tokens.paragraphs where paragraph.canSpeak {
        facts[written..<paragraph.tokens.lowerBound].initialize(repeating: Fact())
        scan(input, paragraph.tokens, facts)
        written = paragraph.tokens.upperBound
      }
      facts[written..<length].initialize(repeating: Fact())
      count = length
    }
  }

  /// Initialises the facts of some tokens, sentence by sentence; only the marks of quotations go beyond one.
  private static func scan(_ input: TaggerInput, _ tokens: Range<Int>, _ facts: UnsafeMutableBufferPointer<Fact>) {
    var close: Int32 = -1
    var isQuoted = false
    var first = tokens.lowerBound
    while first < tokens.upperBound {
      let end = min(max(first + 1, input.tokens.sentence(first).upperBound), tokens.upperBound)
      if input.isPlain(sentenceOf: first) {
        facts[first..<end].initialize(repeating: Fact(lastClose: close))
        first = end
        continue
      }
      let held = forward(input, first..<end, facts, &close)
      if held.contains(.quotedTokens) { isQuoted = true }
      if !held.isEmpty { backward(input, first..<end, facts, held) }
      first = end
    }
    if isQuoted { noteOpenings(input, tokens, facts) }
  }

  /// What a sentence holds, the first two as in `Fact.sentenceHolds`.
  private struct Holding: OptionSet {
    let rawValue: UInt8

    static var quotation: Holding { Holding(rawValue: 1) }
    static var cue: Holding { Holding(rawValue: 2) }
    /// In a quotation of any length.
    static var quotedTokens: Holding { Holding(rawValue: 4) }
  }

  /// What stands before the tokens of a sentence.
  private static func forward(
    _ input: TaggerInput, _ sentence: Range<Int>, _ facts: UnsafeMutableBufferPointer<Fact>, _ close: inout Int32
  ) -> Holding {
    let (known, quotationOf) = (input.facts, input.quotationOf)
    var before = Fact(lastClose: close)
    var holds: Holding = []
    for token in sentence {
      facts.initializeElement(at: token, to: before)
      let own = known[token]
      if own.contains(.rulingCue) {
        (before.lastCue, before.commaSinceCue) = (Int32(truncatingIfNeeded: token), false)
        holds.insert(.cue)
      } else if own.contains(.comma) {
        before.commaSinceCue = true
      }
      if quotationOf[token] >= 0, let quotation = input.quotation(token) {
        holds.insert(.quotedTokens)
        if quotation.length > 3 { holds.insert(.quotation) }
        if token == quotation.close, quotation.isClosed, quotation.length > 1 {
          before.lastClose = Int32(truncatingIfNeeded: token)
        }
      }
    }
    close = before.lastClose
    return holds
  }

  /// What stands behind the tokens of a sentence, and what it holds, which its last token alone would know.
  private static func backward(
    _ input: TaggerInput, _ sentence: Range<Int>, _ facts: UnsafeMutableBufferPointer<Fact>, _ held: Holding
  ) {
    let known = input.facts
    let holds = held.intersection([.quotation, .cue]).rawValue
    var cue: Int32 = -1
    var commas: UInt8 = 0
    for token in sentence.reversed() {
      let own = known[token]
      if commas < 2, own.contains(.comma) { commas += 1 }
      facts[token].nextCue = cue
      facts[token].commasToCue = commas
      facts[token].sentenceHolds = holds
      if own.contains(.rulingCue) { (cue, commas) = (Int32(truncatingIfNeeded: token), 0) }
    }
  }

  /// Where the next quotation opens, in a paragraph that has one.
  private static func noteOpenings(
    _ input: TaggerInput, _ tokens: Range<Int>, _ facts: UnsafeMutableBufferPointer<Fact>
  ) {
    let quotationOf = input.quotationOf
    var open: Int32 = -1
    for token in tokens.reversed() {
      facts[token].nextOpen = open
      if quotationOf[token] >= 0, let quotation = input.quotation(token), token == quotation.open, quotation.length > 1
      {
        open = Int32(truncatingIfNeeded: token)
      }
    }
  }

  private mutating func shareQuoted(_ input: TaggerInput) {
    let quotationOf = input.quotationOf
    var quoted = 0
    if input.ruleWords(in: tokens).contains(.quoted) {
      for token in tokens where quotationOf[token] >= 0 { quoted += 1 }
    }
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
