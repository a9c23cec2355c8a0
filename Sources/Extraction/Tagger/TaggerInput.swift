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
  /// By sentence.
  let ruleWords: [RuleWords]
  /// Index of the outermost quotation that a token stands in, its marks included; -1 outside.
  let quotationOf: [Int32]
  /// What the scan of a paragraph asks of each.
  let facts: [TokenFacts]
  /// 0 outside; else the place in the quotation (opening mark, inside, closing mark) and its length in four steps.
  let quotationStates: [UInt8]

  init(_ tokens: TokenTable, _ memory: TokenMemory) {
    let tokens = tokens.withoutDatelines()
    self.tokens = tokens
    types = memory.types(of: tokens)
    let quotations = QuotationAutomaton.quotations(in: tokens)
    self.quotations = quotations
    // The lists name forms; whether "report" is a verb here, the tagger finds out by the words around.
    var ruleWords = [RuleWords](column: [], count: tokens.sentences.count)
    (partsOfSpeech, lemmas, strengths, isTitle) = Self.columns(types, memory, tokens.sentenceOf, &ruleWords)
    for quotation in quotations where !quotation.isNested {
      for sentence in tokens.sentenceOf[quotation.open]...tokens.sentenceOf[quotation.close] {
        ruleWords[Int(sentence)].insert(.quoted)
      }
    }
    self.ruleWords = ruleWords
    (quotationOf, quotationStates) = Self.places(quotations, count: tokens.count)
    facts = Self.facts(tokens, strengths, quotationOf, quotations)
  }

  /// The outermost quotation of each token, and its place in it.
  private static func places(_ quotations: [Quotation], count: Int) -> (quotationOf: [Int32], states: [UInt8]) {
    var quotationOf = [Int32](column: -1, count: count)
    var states = [UInt8](column: 0, count: count)
    quotationOf.withUnsafeMutableBufferPointer { quotationOf in
      states.withUnsafeMutableBufferPointer { states in
        for (index, quotation) in quotations.enumerated() where !quotation.isNested {
          let tokens = quotation.tokens
          UnsafeMutableBufferPointer(rebasing: quotationOf[tokens]).update(repeating: Int32(truncatingIfNeeded: index))
          // The marks apart, it is the same for all.
          let inside = state(of: quotation.open + 1, in: quotation)
          UnsafeMutableBufferPointer(rebasing: states[tokens]).update(repeating: inside)
          states[tokens.lowerBound] = state(of: tokens.lowerBound, in: quotation)
          states[tokens.upperBound - 1] = state(of: tokens.upperBound - 1, in: quotation)
        }
      }
    }
    return (quotationOf, states)
  }

  /// What the lists know of each type, in one pass: a type that is not in a near cache is waited for once.
  ///
  /// - Parameter ruleWords: By sentence; takes those of its tokens.
  private static func columns(
    _ types: [Int32], _ memory: TokenMemory, _ sentenceOf: [Int32], _ ruleWords: inout [RuleWords]
  ) -> (parts: [UInt32], lemmas: [UInt32], strengths: [CueStrength], isTitle: [Bool]) {
    let (length, known, kinds) = (types.count, memory.entries, memory.ruleWords)
    var (lemmas, strengths, isTitle): ([UInt32], [CueStrength], [Bool]) = ([], [], [])
    let parts = ruleWords.withUnsafeMutableBufferPointer { ruleWords in
      [UInt32](column: length) { parts, partCount in
        lemmas = [UInt32](column: length) { lemmas, lemmaCount in
          strengths = [CueStrength](column: length) { strengths, strengthCount in
            isTitle = [Bool](column: length) { isTitle, titleCount in
              for token in 0..<length {
                let entry = known[Int(types[token])]
                ruleWords[Int(sentenceOf[token])].formUnion(kinds[Int(entry.rules)].union(.strength(entry.strength)))
                parts.initializeElement(at: token, to: entry.partOfSpeech)
                lemmas.initializeElement(at: token, to: entry.lemma)
                strengths.initializeElement(at: token, to: entry.strength)
                isTitle.initializeElement(at: token, to: entry.isTitle)
              }
              titleCount = length
            }
            strengthCount = length
          }
          lemmaCount = length
        }
        partCount = length
      }
    }
    return (parts, lemmas, strengths, isTitle)
  }

  /// Whether the sentence of a token holds nothing that is quoted, and no cue that may rule it.
  @inline(__always)
  func isPlain(sentenceOf token: Int) -> Bool {
    ruleWords[Int(tokens.sentenceOf[token])].isDisjoint(with: Self.notPlain)
  }

  private static var notPlain: RuleWords { .strengthA.union(.strengthB).union(.quoted) }

  /// Those of all sentences that some tokens have a part in.
  func ruleWords(in tokens: Range<Int>) -> RuleWords {
    guard !tokens.isEmpty else { return [] }
    let sentenceOf = self.tokens.sentenceOf
    var words: RuleWords = []
    for sentence in sentenceOf[tokens.lowerBound]...sentenceOf[tokens.upperBound - 1] {
      words.formUnion(ruleWords[Int(sentence)])
    }
    return words
  }

  private static func facts(
    _ tokens: TokenTable, _ strengths: [CueStrength], _ quotationOf: [Int32], _ quotations: [Quotation]
  ) -> [TokenFacts] {
    let (length, characters) = (tokens.count, tokens.characters)
    return [TokenFacts](column: length) { facts, count in
      for token in 0..<length {
        var own: TokenFacts = []
        let quotation = quotationOf[token]
        if quotation < 0 {
          if strengths[token].isStrong { own = .rulingCue }
          let character = characters[token]
          if character == UInt8(ascii: ",") || character == UInt8(ascii: ";") { own.insert(.comma) }
        } else if strengths[token].isStrong, quotations[Int(quotation)].length <= 4 {
          own = .rulingCue
        }
        facts.initializeElement(at: token, to: own)
      }
      count = length
    }
  }

  private static func state(of token: Int, in quotation: Quotation) -> UInt8 {
    let length: UInt8 = quotation.length <= 2 ? 1 : quotation.length <= 4 ? 2 : quotation.length <= 8 ? 3 : 4
    let place: UInt8 = token == quotation.open ? 1 : token == quotation.close && quotation.isClosed ? 3 : 2
    return place << 3 | length
  }

  /// A noun that is a plural in the lists, whatever it is here.
  func isPlural(_ token: Int) -> Bool { partsOfSpeech[token] == Self.plural }

  private static var plural: UInt32 { ByteHash.of("NNS") }

  func isQuoted(_ token: Int) -> Bool { quotationOf[token] >= 0 }

  /// The outermost quotation around a token.
  func quotation(_ token: Int) -> Quotation? {
    quotationOf[token] >= 0 ? quotations[Int(quotationOf[token])] : nil
  }

  /// A cue that may rule its sentence: strong, and not inside a quotation of some length.
  func isRulingCue(_ token: Int) -> Bool { facts[token].contains(.rulingCue) }
}

struct TokenFacts: OptionSet, Sendable {
  let rawValue: UInt8

  static let rulingCue = TokenFacts(rawValue: 1)
  /// A comma or a semicolon outside quotations.
  static let comma = TokenFacts(rawValue: 2)
}
