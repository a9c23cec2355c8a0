/// Everything of an article that the tagger and what follows it look at, token by token.
///
/// A class for the same reason as `TokenTable`.
final class TaggerInput: Sendable {
  let tokens: TokenTable
  let quotations: [Quotation]
  /// The numbers of their types in the memory that the input was made with.
  let types: [Int32]
  /// From the word lists, one a token.
  let partsOfSpeech: [UInt32]
  let lemmas: [UInt32]
  let strengths: [CueStrength]
  let isTitle: [Bool]
  /// Index of the outermost quotation that a token stands in, its marks included; -1 outside.
  let quotationOf: [Int32]
  /// 0 outside; else the place in the quotation (opening mark, inside, closing mark) and its length in four steps.
  let quotationStates: [UInt8]

  init(_ tokens: TokenTable, _ memory: TokenMemory) {
    self.tokens = tokens
    types = memory.types(of: tokens)
    let quotations = QuotationAutomaton.quotations(in: tokens)
    self.quotations = quotations
    // The lists name forms; whether "report" is a verb here, the tagger finds out by the words around.
    let known = memory.types
    partsOfSpeech = types.map { known[Int($0)].entry.partOfSpeech }
    lemmas = types.map { known[Int($0)].entry.lemma }
    strengths = types.map { known[Int($0)].entry.strength }
    isTitle = types.map { known[Int($0)].entry.isTitle }
    var quotationOf = [Int32](repeating: -1, count: tokens.count)
    var states = [UInt8](repeating: 0, count: tokens.count)
    for (index, quotation) in quotations.enumerated() where !quotation.isNested {
      for token in quotation.tokens {
        quotationOf[token] = Int32(truncatingIfNeeded: index)
        states[token] = Self.state(of: token, in: quotation)
      }
    }
    self.quotationOf = quotationOf
    quotationStates = states
  }

  private static func state(of token: Int, in quotation: Quotation) -> UInt8 {
    let length: UInt8 = quotation.length <= 2 ? 1 : quotation.length <= 4 ? 2 : quotation.length <= 8 ? 3 : 4
    let place: UInt8 = token == quotation.open ? 1 : token == quotation.close && quotation.isClosed ? 3 : 2
    return place << 3 | length
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
