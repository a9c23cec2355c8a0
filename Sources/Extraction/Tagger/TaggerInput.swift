/// Everything of an article that the tagger and what follows it look at, token by token.
struct TaggerInput {
  let tokens: TokenTable
  let quotations: [Quotation]
  /// From the word lists, one a token.
  private(set) var partsOfSpeech: [UInt32] = []
  private(set) var lemmas: [UInt32] = []
  private(set) var strengths: [CueStrength] = []
  private(set) var isTitle: [Bool] = []
  /// Index of the outermost quotation that a token stands in, its marks included; -1 outside.
  private(set) var quotationOf: [Int32]
  /// 0 outside; else the place in the quotation (opening mark, inside, closing mark) and its length in four steps.
  private(set) var quotationStates: [UInt8]

  init(_ tokens: TokenTable, words: WordClasses) {
    self.tokens = tokens
    quotations = QuotationAutomaton.quotations(in: tokens)
    quotationOf = [Int32](repeating: -1, count: tokens.count)
    quotationStates = [UInt8](repeating: 0, count: tokens.count)
    partsOfSpeech.reserveCapacity(tokens.count)
    lemmas.reserveCapacity(tokens.count)
    strengths.reserveCapacity(tokens.count)
    isTitle.reserveCapacity(tokens.count)
    for token in 0..<tokens.count { add(words.entry(tokens, token)) }
    for (index, quotation) in quotations.enumerated() where !quotation.isNested { mark(quotation, index) }
  }

  private mutating func add(_ entry: LexicalEntry) {
    partsOfSpeech.append(entry.partOfSpeech)
    // The lists name forms; whether "report" is a verb here, the tagger finds out by the words around.
    lemmas.append(entry.lemma)
    strengths.append(entry.strength)
    isTitle.append(entry.isTitle)
  }

  private mutating func mark(_ quotation: Quotation, _ index: Int) {
    let length: UInt8 =
      quotation.length <= 2 ? 1 : quotation.length <= 4 ? 2 : quotation.length <= 8 ? 3 : 4
    for token in quotation.tokens {
      quotationOf[token] = Int32(index)
      let place: UInt8 =
        token == quotation.open ? 1 : token == quotation.close && quotation.isClosed ? 3 : 2
      quotationStates[token] = place << 3 | length
    }
  }

  func isQuoted(_ token: Int) -> Bool { quotationOf[token] >= 0 }

  /// The outermost quotation around a token.
  func quotation(_ token: Int) -> Quotation? {
    quotationOf[token] >= 0 ? quotations[Int(quotationOf[token])] : nil
  }

  /// A cue that may rule its sentence: strong, and not inside a quotation of some length.
  func isRulingCue(_ token: Int) -> Bool {
    guard strengths[token].isStrong else { return false }
    guard let quotation = quotation(token) else { return true }
    return quotation.length <= 4
  }
}
