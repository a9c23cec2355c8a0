/// Sentences that end with who thinks so: `Half of them have left, the union estimates.`
extension AttributedSentence {
  /// Behind the last comma nothing but a pronoun or a noun with its article, and a verb that brings a clause now and then; a
  /// day may follow.
  ///
  /// - Parameters:
  ///   - content: What stands before the comma.
  ///   - clause: What stands behind it.
  func judged(_ content: Range<Int>, _ clause: Range<Int>) -> Relation? {
    guard (2...Self.longestJudging).contains(clause.count), content.count >= Self.leastJudged,
      input.ruleWords(in: clause).contains(.judging),
      let verb = clause.dropFirst().first(where: {
        Self.judging.contains(input.tokens.hashes[$0]) || Self.going.contains(input.tokens.hashes[$0])
      }),
      isJudge(clause.lowerBound..<verb), isJudgingTail(verb + 1..<clause.upperBound, of: verb),
      !isBesideMain(content.lowerBound) || hasMain(content), !clause.contains(where: input.isQuoted),
      !content.contains(where: input.isQuoted),
      content.count > Self.longestPhrase
        || content.contains(where: {
          Self.helpers.contains(input.tokens.hashes[$0]) || SubjectFinder.isFinite($0, input)
        })
    else { return nil }
    return Relation(
      source: clause.lowerBound..<verb, cue: verb..<clause.upperBound, contents: [content], origin: .clause)
  }

  /// `she`, `the union`, `its finance ministry`; not `the highest that economists`.
  private func isJudge(_ tokens: Range<Int>) -> Bool {
    let first = input.tokens.hashes[tokens.lowerBound]
    if tokens.count == 1 { return Self.thirdPersons.contains(first) }
    return tokens.count <= Self.longestJudge && Self.owners.contains(first)
      && tokens.dropFirst().allSatisfy {
        input.tokens.isWord($0) && !Self.clauseWords.contains(input.tokens.hashes[$0])
          && !Self.helpers.contains(input.tokens.hashes[$0]) && input.tokens.suffixes[$0] != Self.superlative
          && !Self.extremes.contains(input.tokens.hashes[$0])
      }
  }

  /// Nothing, a day, or the small word of `went on`.
  private func isJudgingTail(_ tokens: Range<Int>, of verb: Int) -> Bool {
    if Self.going.contains(input.tokens.hashes[verb]) {
      return tokens.count == 1 && input.tokens.hashes[tokens.lowerBound] == Self.on
    }
    return tokens.isEmpty || isCircumstance(tokens)
  }

  private static let leastJudged = 3
  /// What is longer has a verb, whether the lists know it or not.
  private static let longestPhrase = 6
  private static let longestJudge = 5
  private static let longestJudging = 12
  private static var thirdPersons: FewWords { FewWords("he", "she", "they", "it") }
  private static let owners = WordSet("the a an its his her their one")
  private static var superlative: UInt32 { ByteHash.of("est") }
  private static let extremes = WordSet("most least first last only worst more less")
  private static var on: UInt32 { ByteHash.of("on") }
  static let going = WordSet("went goes")
  static let judging = WordSet(
    """
    reckoned reckons reckon predicted predicts predict continued continues estimated estimates estimate believes believed \
    expects expected advised advises suspects suspected mused ventured conceded concludes concluded
    """)
}
