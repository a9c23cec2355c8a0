/// Sentences that end with who says them, and with what they are: `..., its spokeswoman, Ode, said.`
extension AttributedSentence {
  /// Behind the last comma nothing but the verb, with a day or who hears it; before it a name, and what it is, in either order.
  func apposed(_ sentence: Range<Int>) -> Relation? {
    let end = input.tokens.wordsEnd(sentence)
    guard end - sentence.lowerBound > Self.leastTokens else { return nil }
    guard let third = (sentence.lowerBound..<end - 1).last(where: { input.tokens.isCharacter($0, ",") }),
      case let verb = third + 1, input.strengths[verb] == .a, !input.isQuoted(verb),
      input.tokens.suffixes[verb] != Self.gerund, isTail(verb + 1..<end) || isHearer(verb + 1..<end, of: verb),
      let second = comma(before: third, in: sentence), let first = comma(before: second, in: sentence)
    else { return nil }
    let content = sentence.lowerBound..<first
    let (one, other) = (first + 1..<second, second + 1..<third)
    guard content.count >= Self.leastTokens, isName(one) && isRole(other) || isRole(one) && isName(other),
      content.contains(where: { SubjectFinder.isFinite($0, input) }), !content.contains(where: input.isQuoted)
    else { return nil }
    return Relation(
      source: first + 1..<third, cue: (third + 1)..<(third + 2), contents: [content], origin: .clause)
  }

  /// Nothing, or a day: `said on Monday`.
  private func isTail(_ tokens: Range<Int>) -> Bool {
    tokens.isEmpty || tokens.count <= 2 && input.tokens.shapes[tokens.upperBound - 1].isCapitalised
  }

  private func comma(before limit: Int, in sentence: Range<Int>) -> Int? {
    let near = max(sentence.lowerBound, limit - Self.longestSource - 1)..<limit
    guard let comma = near.last(where: { !input.tokens.isWord($0) }), input.tokens.isCharacter(comma, ","),
      comma + 1 < limit
    else { return nil }
    return comma
  }

  private func isName(_ tokens: Range<Int>) -> Bool {
    tokens.count <= 5
      && tokens.allSatisfy {
        input.tokens.shapes[$0].isCapitalised || SpeakerWords.particles.contains(input.tokens.hashes[$0])
      }
  }

  /// `a spokeswoman for the port`, `Norvik's mayor`, `who runs the farm`.
  private func isRole(_ tokens: Range<Int>) -> Bool {
    let opens =
      Pronouns.articles.contains(input.tokens.hashes[tokens.lowerBound])
      || input.tokens.hashes[tokens.lowerBound] == Self.who || input.isTitle[tokens.upperBound - 1]
      || tokens.prefix(2).contains { input.isTitle[$0] }
    return opens
      && (Self.openers.contains(input.tokens.hashes[tokens.lowerBound]) || tokens.contains { input.isTitle[$0] })
      && !tokens.contains { input.isQuoted($0) || input.strengths[$0] == .a }
  }

  private static let gerund = ByteHash.of("ing")
  private static let who = ByteHash.of("who")
  private static let openers = WordSet("the a an who")
}
