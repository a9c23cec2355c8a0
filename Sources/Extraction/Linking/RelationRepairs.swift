/// Corrects what the tagger often gets wrong about reported words.
struct RelationRepairs {
  let input: TaggerInput
  let subjects: SubjectFinder

  func repaired(_ relations: [Relation]) -> [Relation] {
    merged(relations.map { withoutOccasion(cutAtRefusal(cutAtOutlet(cutAtGerund($0)))) })
  }

  /// `echoed the president by claiming that ...`: what was claimed is the content, and claiming the cue.
  private func cutAtGerund(_ relation: Relation) -> Relation {
    guard let content = relation.contents.first, !input.isQuoted(content.lowerBound),
      let by = content.prefix(12).first(where: { isWord($0, Self.by) }), by + 2 < content.upperBound,
      input.strengths[by + 1] == .a, isGerund(by + 1), isWord(by + 2, Self.that)
    else { return relation }
    var relation = relation
    relation.cue = (by + 1)..<(by + 2)
    relation.contents[0] = (by + 2)..<content.upperBound
    return relation
  }

  /// `saying on "Channel 4" that ...`: the name in marks is where it was said.
  private func cutAtOutlet(_ relation: Relation) -> Relation {
    guard let content = relation.contents.first, let quotation = input.quotation(content.lowerBound),
      quotation.open == content.lowerBound, quotation.length <= 4, quotation.close + 2 < content.upperBound,
      isWord(quotation.close + 1, Self.that)
    else { return relation }
    var relation = relation
    relation.contents[0] = (quotation.close + 1)..<content.upperBound
    return relation
  }

  /// `declined to say when ...`: what was not said is the content.
  private func cutAtRefusal(_ relation: Relation) -> Relation {
    guard let content = relation.contents.first, let cue = relation.cue, cue.upperBound == content.lowerBound,
      Self.refusals.contains(input.tokens.hashes[cue.upperBound - 1]), content.count > 3,
      isWord(content.lowerBound, Self.to), input.strengths[content.lowerBound + 1] == .a
    else { return relation }
    var relation = relation
    relation.cue = cue.lowerBound..<(content.lowerBound + 2)
    relation.contents[0] = (content.lowerBound + 2)..<content.upperBound
    return relation
  }

  /// An interview is where somebody spoke, not who did.
  private func withoutOccasion(_ relation: Relation) -> Relation {
    guard let source = relation.source, let cue = relation.cue,
      source.contains(where: { Self.occasions.contains(input.tokens.hashes[$0]) }),
      !source.contains(where: { input.isTitle[$0] })
    else { return relation }
    var relation = relation
    let first = min(cue.lowerBound, relation.contents.first?.lowerBound ?? cue.lowerBound)
    relation.source = subjects.subject(of: cue.lowerBound) ?? subjects.first(before: first)
    return relation
  }

  /// `told reporters that he was ready but ruled out a visit and insisted that ...`: a verb between, which brings
  /// nothing itself, shows that all of it is one report.
  private func merged(_ relations: [Relation]) -> [Relation] {
    var result: [Relation] = []
    for relation in relations {
      guard let last = result.last, let whole = joined(last, relation) else {
        result.append(relation)
        continue
      }
      result[result.count - 1].contents[last.contents.count - 1] = whole
    }
    return result
  }

  private func joined(_ before: Relation, _ next: Relation) -> Range<Int>? {
    guard let first = before.contents.last, let second = next.contents.first, next.contents.count == 1,
      let source = before.source, source == next.source, let cue = next.cue, first.upperBound + 4 <= cue.lowerBound,
      cue.upperBound <= second.lowerBound,
      input.tokens.sentenceOf[first.lowerBound] == input.tokens.sentenceOf[cue.lowerBound],
      !first.contains(where: input.isQuoted), !second.contains(where: input.isQuoted),
      Self.conjunctions.contains(input.tokens.hashes[first.upperBound]),
      !(first.upperBound..<cue.lowerBound).contains(where: { SpeakerWords.pronouns.contains(input.tokens.hashes[$0]) })
    else { return nil }
    return first.lowerBound..<second.upperBound
  }

  private func isWord(_ token: Int, _ hash: UInt32) -> Bool { input.tokens.hashes[token] == hash }

  private func isGerund(_ token: Int) -> Bool { input.tokens.suffixes[token] == Self.ing }

  private static let to = ByteHash.of("to")
  private static let refusals = WordSet("decline declines declined declining refuse refuses refused refusing")
  private static let by = ByteHash.of("by")
  private static let that = ByteHash.of("that")
  private static let ing = ByteHash.of("ing")
  private static let conjunctions = WordSet("but and")
  private static let occasions = WordSet("interview interviews")
}
