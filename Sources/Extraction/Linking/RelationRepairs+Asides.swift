/// Words in front of who says them, where the tagger took only what stands behind.
extension RelationRepairs {
  /// `A strike killed nine people, medics said, | as fighting moved closer`: what happens beside it is not what is said.
  /// `Samples have been taken, Ode said, | and results are expected`: both are, and so is a reason (`as wages have risen`).
  func takeWordsBeforeAside(_ relation: inout Relation) {
    guard relation.contents.count == 1, let cue = relation.cue, let source = relation.source,
      let content = relation.contents.first, content.lowerBound > max(cue.upperBound, source.upperBound),
      case let comma = content.lowerBound - 1, input.tokens.isCharacter(comma, ","),
      case let opening = input.tokens.hashes[content.lowerBound],
      Self.asides.contains(opening) || Self.joining.contains(opening),
      comma - max(cue.upperBound, source.upperBound) <= Self.longestDay,
      case let sentence = input.tokens.sentence(cue.lowerBound), sentence.contains(comma),
      let whole = AttributedSentence(input: input, subjects: subjects)
        .inside(sentence, before: min(sentence.upperBound, content.lowerBound + 1)),
      whole.cue?.overlaps(cue) ?? false,
      !whole.contents.contains(where: { $0.contains(where: { input.isQuoted($0) || isTelling($0) }) }),
      !content.contains(where: input.isQuoted), let last = whole.contents.last, last.upperBound <= comma
    else { return }
    let isAside = Self.asides.contains(opening) && !content.contains { Self.presents.contains(input.tokens.hashes[$0]) }
    relation.contents = isAside ? whole.contents : whole.contents + [content]
    relation.source = whole.source
  }

  /// `The building is unsafe, the court | was told`: who was told was taken for a part of the words.
  func takeWordsBeforeAudience(_ relation: inout Relation) {
    guard relation.contents.count == 1, let cue = relation.cue, let content = relation.contents.first,
      Self.informing.contains(input.tokens.hashes[cue.upperBound - 1])
        || cue.contains(where: { Self.informing.contains(input.tokens.hashes[$0]) }),
      content.upperBound <= cue.lowerBound, !content.contains(where: input.isQuoted),
      case let sentence = input.tokens.sentence(cue.lowerBound),
      case let attributed = AttributedSentence(input: input, subjects: subjects),
      case let own = attributed.withoutDateline(sentence), !own.isEmpty,
      let whole = attributed.heard(own) ?? attributed.audience(own), whole.cue?.overlaps(cue) ?? false,
      let words = whole.contents.first, words.contains(content.lowerBound)
    else { return }
    (relation.source, relation.cue, relation.contents) = (whole.source, whole.cue, whole.contents)
  }

  /// In tokens, with the preposition.
  private static let longestDay = 3
  private static var asides: FewWords { FewWords("as", "after", "when", "hours", "days", "minutes") }
  private static var joining: FewWords { FewWords("and", "but", "while") }
  private static let presents = WordSet("is are has have will would can")
  static let informing = WordSet("told informed heard advised")
}
