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

  /// `..., Ode, chairman of the growers, told the Herald`: the name before what somebody is belongs to who says it.
  func takingName(_ relation: Relation) -> Relation {
    guard let source = relation.source, let content = relation.contents.first, source.count > 2,
      source.lowerBound == content.upperBound + 1, input.tokens.isCharacter(content.upperBound, ","),
      isOfficeOfBody(source), let comma = comma(before: content.upperBound, in: content),
      comma + 2 < content.upperBound, isName(comma + 1..<content.upperBound),
      comma - content.lowerBound >= Self.leastTokens
    else { return relation }
    var taking = relation
    taking.source = comma + 1..<source.upperBound
    taking.contents[0] = content.lowerBound..<comma
    return taking
  }

  /// `chairman of the growers`, `a trader at Norvik`; "the coach" may be somebody whom the name has nothing to do with.
  private func isOfficeOfBody(_ tokens: Range<Int>) -> Bool {
    let first = input.tokens.hashes[tokens.lowerBound]
    guard input.isTitle[tokens.lowerBound] || Self.indefinites.contains(first) else { return false }
    return input.tokens.shapes[tokens.lowerBound] == .lower
      && tokens.dropFirst().contains { Pronouns.prepositions.contains(input.tokens.hashes[$0]) }
  }

  private static var indefinites: FewWords { FewWords("a", "an") }

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

  private static var gerund: UInt32 { ByteHash.of("ing") }
  private static var who: UInt32 { ByteHash.of("who") }
  private static var openers: FewWords { FewWords("the", "a", "an", "who") }
}
