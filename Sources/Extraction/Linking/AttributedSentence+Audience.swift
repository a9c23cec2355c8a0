/// Sentences that end with who was told so, which hides who says it: `The bridge is unsafe, MPs were told on Monday.`
extension AttributedSentence {
  func audience(_ sentence: Range<Int>) -> Relation? {
    let end = input.tokens.wordsEnd(sentence)
    guard
      let comma = sentence.last(where: {
        $0 < end - 3 && input.facts[$0].contains(.comma) && input.tokens.isCharacter($0, ",")
      }), let cue = toldAudience(in: comma + 1..<end), case let content = sentence.lowerBound..<comma,
      content.count >= Self.leastTokens, !content.contains(where: input.isQuoted),
      !isBesideMain(content.lowerBound) || hasMain(content),
      content.contains(where: { Self.helpers.contains(input.tokens.hashes[$0]) || SubjectFinder.isFinite($0, input) })
    else { return nil }
    return Relation(source: nil, cue: cue, contents: [content], origin: .clause)
  }

  /// The verb of `MPs were told`, `a parliamentary panel was informed on Thursday`, with what stands behind it.
  private func toldAudience(in clause: Range<Int>) -> Range<Int>? {
    guard (3...Self.longestAudience).contains(clause.count),
      let verb = clause.dropFirst(2).first(where: { Self.telling.contains(input.tokens.hashes[$0]) }),
      let helper = (max(clause.lowerBound + 1, verb - 2)..<verb).first(where: {
        Self.passives.contains(input.tokens.hashes[$0])
      }), helper == verb - 1 || Self.been.contains(input.tokens.hashes[verb - 1]),
      case let hearers = clause.lowerBound..<helper, hearers.count <= Self.longestHearers,
      hearers.allSatisfy({ input.tokens.isWord($0) && !Self.clauseWords.contains(input.tokens.hashes[$0]) }),
      !Pronouns.prepositions.contains(input.tokens.hashes[hearers.lowerBound]),
      hearers.contains(where: {
        input.isPlural($0) || input.isTitle[$0] || Self.hearers.contains(input.tokens.hashes[$0])
      })
    else { return nil }
    let rest = verb + 1..<clause.upperBound
    return rest.isEmpty || isCircumstance(rest) ? helper..<clause.upperBound : nil
  }

  private static let longestAudience = 14
  private static let longestHearers = 5
  static let telling = WordSet("told informed advised")
  private static var passives: FewWords { FewWords("was", "were", "been", "has", "have", "had") }
  private static var been: FewWords { FewWords("been", "also", "then") }
  private static let hearers = WordSet(
    """
    mps msps councillors lawmakers jurors jury court inquest tribunal inquiry committee panel parliament council senate \
    assembly board commission hearing conference congress meeting house
    """)
}
