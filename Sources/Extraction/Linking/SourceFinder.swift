/// Finds the source of reported words where the tagger saw none: the subject of the cue, the name behind an inverted
/// cue, and for a gerund the subject of its sentence (`On Monday Ode spoke to miners, promising that ...`).
///
/// Quotations ask the ranker, which weighs all of that.
struct SourceFinder {
  let input: TaggerInput
  let subjects: SubjectFinder

  func complete(_ relation: inout Relation) {
    completeParticiple(&relation)
    guard relation.source == nil, let cue = relation.cue, let verb = verb(of: cue),
      !relation.contents.contains(where: { $0.contains(where: input.isQuoted) }), !input.isQuoted(verb)
    else { return }
    relation.source = source(of: verb, cue, relation.contents[0])
  }

  /// `Analysts cut their rating to "sell", saying the dividend was at risk`: the marks stand before the verb.
  private func completeParticiple(_ relation: inout Relation) {
    guard relation.source == nil, relation.contents.count > 1, let cue = relation.cue, let verb = verb(of: cue),
      let words = relation.contents.last, words.lowerBound == cue.upperBound, !words.contains(where: input.isQuoted),
      relation.contents.dropLast().contains(where: { $0.contains(where: input.isQuoted) }), !input.isQuoted(verb)
    else { return }
    relation.source = subjectOfParticiple(verb, cue)
  }

  /// The word of a cue that brings the words; `nil` for a passive, which hides who speaks.
  private func verb(of cue: Range<Int>) -> Int? {
    guard let verb = cue.first(where: { input.strengths[$0] != .none }), !Self.isAsked(cue, input) else { return nil }
    // The helper may have strength itself: "was asked".
    let last = cue.upperBound - 1
    if input.strengths[last] != .none, cue.count > 1, Self.passive.contains(input.tokens.hashes[last - 1]) {
      return nil
    }
    let helpers = max(input.tokens.sentence(verb).lowerBound, verb - 2)..<verb
    return helpers.contains { Self.passive.contains(input.tokens.hashes[$0]) } ? nil : verb
  }

  /// `Asked whether he would go, Ode ...`, `When asked about it`: who asks is not told.
  static func isAsked(_ cue: Range<Int>, _ input: TaggerInput) -> Bool {
    let verb = cue.upperBound - 1
    guard input.tokens.hashes[cue.lowerBound] == asked || input.tokens.hashes[verb] == asked, cue.count <= 2 else {
      return false
    }
    let first = input.tokens.sentence(cue.lowerBound).lowerBound
    return cue.lowerBound == first || cue.lowerBound == input.tokens.paragraph(first).tokens.lowerBound
      || whens.contains(input.tokens.hashes[cue.lowerBound - 1])
  }

  private static var asked: UInt32 { ByteHash.of("asked") }
  private static var whens: FewWords { FewWords("when", "if") }

  private func source(of verb: Int, _ cue: Range<Int>, _ content: Range<Int>) -> Range<Int>? {
    if let subject = subjectOfParticiple(verb, cue), !content.overlaps(subject) { return subject }
    if let opening = subjects.subjectBeforeClause(of: cue.lowerBound), !content.overlaps(opening) { return opening }
    if content.upperBound <= cue.lowerBound, let name = subjects.inverted(behind: cue.upperBound - 1) { return name }
    if let subject = subjects.subject(of: cue.lowerBound), !content.overlaps(subject) { return subject }
    if let subject = subjectOfSecondVerb(cue), !content.overlaps(subject) { return subject }
    if content.lowerBound >= cue.upperBound, input.tokens.suffixes[verb] == Self.ing,
      let subject = subjects.first(before: cue.lowerBound), !content.overlaps(subject)
    {
      return subject
    }
    return content.lowerBound >= cue.upperBound ? paper(before: verb) : nil
  }

  /// `A decree signed by the king on Monday states that ...`: the paper that the sentence opens with.
  private func paper(before verb: Int) -> Range<Int>? {
    let sentence = input.tokens.sentence(verb)
    guard input.ruleWords(in: sentence).contains(.paper),
      let opening = subjects.opening(of: sentence, before: verb), opening.upperBound < verb,
      ClauseFinder.paperNouns.contains(input.tokens.hashes[opening.upperBound - 1])
    else { return nil }
    return opening
  }

  /// `The miner Norvik SA on Friday cut its forecast after a storm, and said ...`: right behind the word that joins two verbs it is
  /// the subject of the sentence who says it.
  private func subjectOfSecondVerb(_ cue: Range<Int>) -> Range<Int>? {
    let joint = cue.lowerBound - 1
    guard joint > 0, Self.joints.contains(input.tokens.hashes[joint]),
      input.tokens.suffixes[cue.lowerBound] != Self.ing, case let sentence = input.tokens.sentence(joint),
      let opening = subjects.opening(of: sentence, before: joint),
      // "The mine that Norvik cut and said": no other clause in front.
      opening.contains(where: { input.tokens.shapes[$0].isCapitalised && $0 > sentence.lowerBound || input.isTitle[$0] }
      )
    else { return nil }
    return opening
  }

  private static var joints: FewWords { FewWords("and", "but") }

  /// `The court stayed the sale of the Norvik docks, observing that ...`: behind a comma it is the subject of the sentence
  /// who observes, not the last name before.
  private func subjectOfParticiple(_ verb: Int, _ cue: Range<Int>) -> Range<Int>? {
    guard input.tokens.suffixes[verb] == Self.ing, cue.lowerBound == verb, verb > 0,
      input.tokens.isCharacter(verb - 1, ",")
    else { return nil }
    return subjects.opening(of: input.tokens.sentence(verb), before: verb)
  }

  private static var ing: UInt32 { ByteHash.of("ing") }
  private static let passive = WordSet("is are was were be been being get got it there")
}
