/// Finds the source of reported words where the tagger saw none: the subject of the cue, the name behind an inverted
/// cue, and for a gerund the subject of its sentence (`On Monday Ode spoke to miners, promising that ...`).
///
/// Quotations ask the ranker, which weighs all of that.
struct SourceFinder {
  let input: TaggerInput
  let subjects: SubjectFinder

  func complete(_ relation: inout Relation) {
    guard relation.source == nil, let cue = relation.cue, let verb = verb(of: cue),
      !relation.contents.contains(where: { $0.contains(where: input.isQuoted) }), !input.isQuoted(verb)
    else { return }
    relation.source = source(of: verb, cue, relation.contents[0])
  }

  /// The word of a cue that brings the words; `nil` for a passive, which hides who speaks.
  private func verb(of cue: Range<Int>) -> Int? {
    guard let verb = cue.first(where: { input.strengths[$0] != .none }) else { return nil }
    let helpers = max(input.tokens.sentence(verb).lowerBound, verb - 2)..<verb
    return helpers.contains { Self.passive.contains(input.tokens.hashes[$0]) } ? nil : verb
  }

  private func source(of verb: Int, _ cue: Range<Int>, _ content: Range<Int>) -> Range<Int>? {
    if let opening = subjects.subjectBeforeClause(of: cue.lowerBound), !content.overlaps(opening) { return opening }
    if content.upperBound <= cue.lowerBound, let name = subjects.inverted(behind: cue.upperBound - 1) { return name }
    if let subject = subjects.subject(of: cue.lowerBound), !content.overlaps(subject) { return subject }
    guard content.lowerBound >= cue.upperBound, input.tokens.suffixes[verb] == Self.ing,
      let subject = subjects.first(before: cue.lowerBound), !content.overlaps(subject)
    else { return nil }
    return subject
  }

  private static let ing = ByteHash.of("ing")
  private static let passive = WordSet("is are was were be been being get got it there")
}
