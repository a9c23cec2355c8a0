/// Who hears what is told, and when and where: what may stand behind the verb at the end of a sentence.
extension AttributedSentence {
  /// `the Norvik Statistics Office (NSO)`: a mark that stands around one word of capitals.
  func isAcronymInBrackets(_ mark: Int, in tokens: Range<Int>) -> Bool {
    let word = input.tokens.isCharacter(mark, "(") ? mark + 1 : input.tokens.isCharacter(mark, ")") ? mark - 1 : mark
    guard word != mark, tokens.contains(word - 1), tokens.contains(word + 1) else { return false }
    return input.tokens.shapes[word].isCapitalised && word - 1 > tokens.lowerBound
      && input.tokens.isCharacter(word - 1, "(") && input.tokens.isCharacter(word + 1, ")")
  }

  /// `last week`, `this month`.
  func isPeriod(_ tokens: Range<Int>) -> Bool {
    tokens.count == 2 && Self.orders.contains(input.tokens.hashes[tokens.lowerBound])
      && Self.periods.contains(input.tokens.hashes[tokens.lowerBound + 1])
  }

  private static var orders: FewWords { FewWords("last", "this") }
  private static let periods = WordSet("week month year night morning afternoon evening weekend")

  /// `told Norvik Radio`, `told reporters`, `told the Senate last week`, `told a group of union leaders`.
  func isHearer(_ tokens: Range<Int>, of verb: Int) -> Bool {
    guard Self.hearing.contains(input.tokens.hashes[verb]) else { return false }
    // `told parliament on Wednesday`
    let place =
      tokens.first { Self.places.contains(input.tokens.hashes[$0]) || isPeriod($0..<min($0 + 2, tokens.upperBound)) }
      ?? tokens.upperBound
    let hearer = tokens.lowerBound..<place
    guard place == tokens.upperBound || isPeriod(place..<tokens.upperBound) || isCircumstance(place..<tokens.upperBound)
    else { return false }
    if (1...Self.longestHearer).contains(hearer.count), hearer.allSatisfy(hears) { return true }
    return (2...6).contains(hearer.count) && input.isPlural(hearer.upperBound - 1)
      && hearer.allSatisfy {
        input.tokens.isWord($0) && !Self.clauseWords.contains(input.tokens.hashes[$0])
          && !SubjectFinder.isFinite($0, input)
      }
  }

  private func hears(_ token: Int) -> Bool {
    input.tokens.shapes[token].isCapitalised || Self.hearers.contains(input.tokens.hashes[token])
      || input.isPlural(token)
  }

  /// `then`, `on Monday`, `in a statement on its website`: when, where or how something was said.
  func isCircumstance(_ tokens: Range<Int>) -> Bool {
    if tokens.count == 1 { return Self.adverbs.contains(input.tokens.hashes[tokens.lowerBound]) }
    return tokens.count <= Self.longestTail && Self.places.contains(input.tokens.hashes[tokens.lowerBound])
      && tokens.allSatisfy { token in
        input.tokens.isWord(token) && !Self.clauseWords.contains(input.tokens.hashes[token])
          && !Self.helpers.contains(input.tokens.hashes[token]) && !input.isQuoted(token)
          && (input.tokens.suffixes[token] != Self.ing || input.tokens.shapes[token].isCapitalised)
      }
  }

  /// `as he read the verdict`
  func isOccasion(_ tokens: Range<Int>) -> Bool {
    (3...Self.longestTail).contains(tokens.count) && Self.occasions.contains(input.tokens.hashes[tokens.lowerBound])
      && Self.thirdPersons.contains(input.tokens.hashes[tokens.lowerBound + 1])
      && tokens.allSatisfy { input.tokens.isWord($0) && !input.isQuoted($0) }
  }

  private static var occasions: FewWords { FewWords("as", "while", "when", "after", "before") }
  private static var thirdPersons: FewWords { FewWords("he", "she", "they") }
  static let longestTail = 8
  static var pluralOrVerb: UInt32 { ByteHash.of("NNS/VBZ") }
  static let adverbs = WordSet(
    "then later separately recently also afterwards afterward earlier previously today")
  private static let places = WordSet("in on at during via over by after held from")

  /// In tokens: `the NRK news agency`.
  private static let longestHearer = 6
  private static let hearers = WordSet(
    """
    the a me us him her them reporters journalists newsmen lawmakers parliament state television radio media court inquest inquiry tribunal jury panel hearing committee conference news \
    agency press briefing paper newspaper channel forum summit meeting broadcaster daily station programme program website \
    public local private national state-run state-owned independent
    """
  )
}
