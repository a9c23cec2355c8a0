/// The long-range facts of one paragraph, gathered in two passes: what cue ruled last and what comes next, what a
/// sentence holds, where quotations lie.
struct ParagraphScan {
  let tokens: Range<Int>
  /// Token of the last and the next ruling cue of the sentence, -1 for none; indexed from the paragraph's start.
  private(set) var lastCue: [Int32]
  private(set) var nextCue: [Int32]
  /// Bit 0: a comma outside quotations stands between the last cue and the token.
  private(set) var commaSinceCue: [Bool]
  /// Commas outside quotations from the token to the next cue, at most 2.
  private(set) var commasToCue: [UInt8]
  /// Bit 0: the sentence holds a quotation of more than three words; bit 1: a ruling cue.
  private(set) var sentenceHolds: [UInt8]
  /// Last closing mark before the token of a quotation of some length, -1 for none; the next opening one.
  private(set) var lastClose: [Int32]
  private(set) var nextOpen: [Int32]
  /// Share of the tokens inside quotation marks: 0 none, 1 some, 2 most, 3 all.
  private(set) var quotedShare: UInt32 = 0
  private(set) var opensQuoted = false
  /// Tokens of the label where the paragraph begins as in a transcript (`NAME:`), else empty.
  private(set) var transcriptLabel: Range<Int>

  init(_ input: TaggerInput, _ paragraph: TokenParagraph) {
    tokens = paragraph.tokens
    let count = tokens.count
    lastCue = [Int32](repeating: -1, count: count)
    nextCue = lastCue
    lastClose = lastCue
    nextOpen = lastCue
    commaSinceCue = [Bool](repeating: false, count: count)
    commasToCue = [UInt8](repeating: 0, count: count)
    sentenceHolds = [UInt8](repeating: 0, count: count)
    transcriptLabel = TranscriptLabel.label(input.tokens, tokens)
    forward(input)
    backward(input)
    shareQuoted(input)
  }

  private mutating func forward(_ input: TaggerInput) {
    let table = input.tokens
    var cue: Int32 = -1
    var comma = false
    var close: Int32 = -1
    var holds: UInt8 = 0
    for token in tokens {
      let index = token - tokens.lowerBound
      if token > tokens.lowerBound, table.sentenceOf[token] != table.sentenceOf[token - 1] {
        (cue, comma, holds) = (-1, false, 0)
      }
      lastCue[index] = cue
      commaSinceCue[index] = comma
      lastClose[index] = close
      if input.isRulingCue(token) {
        (cue, comma) = (Int32(token), false)
        holds |= 2
      } else if !input.isQuoted(token), isComma(table, token) {
        comma = true
      }
      if let quotation = input.quotation(token) {
        if quotation.length > 3 { holds |= 1 }
        if token == quotation.close, quotation.isClosed, quotation.length > 1 { close = Int32(token) }
      }
      sentenceHolds[index] = holds
    }
  }

  private mutating func backward(_ input: TaggerInput) {
    let table = input.tokens
    var cue: Int32 = -1
    var commas: UInt8 = 0
    var open: Int32 = -1
    var holds: UInt8 = 0
    for token in tokens.reversed() {
      let index = token - tokens.lowerBound
      if token + 1 < tokens.upperBound, table.sentenceOf[token] != table.sentenceOf[token + 1] {
        (cue, commas, holds) = (-1, 0, 0)
      }
      if !input.isQuoted(token), isComma(table, token) { commas = min(2, commas + 1) }
      nextCue[index] = cue
      commasToCue[index] = commas
      nextOpen[index] = open
      if input.isRulingCue(token) { (cue, commas) = (Int32(token), 0) }
      if let quotation = input.quotation(token), token == quotation.open, quotation.length > 1 { open = Int32(token) }
      // The last token of a sentence knows all that it holds; hand it to the others.
      holds |= sentenceHolds[index]
      sentenceHolds[index] = holds
    }
  }

  private mutating func shareQuoted(_ input: TaggerInput) {
    let quoted = tokens.reduce(0) { $0 + (input.isQuoted($1) ? 1 : 0) }
    quotedShare = quoted == 0 ? 0 : quoted * 20 > tokens.count * 19 ? 3 : quoted * 10 > tokens.count * 6 ? 2 : 1
    opensQuoted = input.tokens.marks[tokens.lowerBound] != .none
  }

  private func isComma(_ table: TokenTable, _ token: Int) -> Bool {
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
