/// Reports in which nobody says anything: what is done to somebody, what nobody thinks, and what is not said.
extension RelationRepairs {
  /// One of them stands in whatever is dropped as unsaid, or loses its subject as a passive.
  static let unsaid = [WordSet("nothing wanting"), thinking, wanted, blaming, passivised]

  func dropUnsaid(_ relation: inout Relation) {
    guard relation.contents.count == 1, let content = relation.contents.first, let cue = relation.cue,
      cue.upperBound <= content.lowerBound, !content.contains(where: input.isQuoted)
    else { return }
    if isNothing(content) || isNobodys(relation, cue) || isAmbition(content, cue) || isBlame(content, cue) {
      relation.contents = []
      return
    }
    dropSubjectOfPassive(&relation, cue)
  }

  /// `has said nothing at all about the affair`; "nothing would change" is a clause.
  private func isNothing(_ content: Range<Int>) -> Bool {
    isWord(content.lowerBound, Self.nothing) && !content.contains { Self.helping.contains(input.tokens.hashes[$0]) }
  }

  /// `Nobody doubts that ...`, `No one believes that ...`: a verb of thinking, not of saying.
  private func isNobodys(_ relation: Relation, _ cue: Range<Int>) -> Bool {
    guard cue.contains(where: { Self.thinking.contains(input.tokens.hashes[$0]) }), cue.lowerBound > 0 else {
      return false
    }
    let before = cue.lowerBound - 1
    if Self.nobody.contains(input.tokens.hashes[before]) || isWord(before, Self.few) { return true }
    return before > 0 && isWord(before, Self.one) && isWord(before - 1, Self.no)
  }

  /// `As a girl she wanted to be a nun`, `a fund for anyone wanting to learn more`
  private func isAmbition(_ content: Range<Int>, _ cue: Range<Int>) -> Bool {
    let verb = input.tokens.hashes[cue.upperBound - 1]
    guard content.lowerBound == cue.upperBound, isWord(content.lowerBound, Self.to), content.count > 1 else {
      return false
    }
    if verb == Self.wanting { return true }
    return Self.wanted.contains(verb) && content.count > 2
      && Self.being.contains(input.tokens.hashes[content.lowerBound + 1])
      && Pronouns.articles.contains(input.tokens.hashes[content.lowerBound + 2])
  }

  /// `The police have been criticised for failing to act`: what somebody is blamed for, by nobody.
  private func isBlame(_ content: Range<Int>, _ cue: Range<Int>) -> Bool {
    guard let verb = passive(cue), Self.blaming.contains(input.tokens.hashes[verb]) else { return false }
    return isWord(verb + 1, Self.for) && !content.contains { isWord($0, Self.by) }
  }

  /// `The mayor has been urged to resign`: it is not the mayor who urges.
  private func dropSubjectOfPassive(_ relation: inout Relation, _ cue: Range<Int>) {
    guard let source = relation.source, source.upperBound <= cue.lowerBound, let verb = passive(cue),
      Self.passivised.contains(input.tokens.hashes[verb])
    else { return }
    relation.source = nil
  }

  /// The verb of a cue that stands behind "been", "was" or the like, an adverb allowed between.
  private func passive(_ cue: Range<Int>) -> Int? {
    let verb =
      cue.upperBound
      - (cue.count > 1 && Pronouns.prepositions.contains(input.tokens.hashes[cue.upperBound - 1]) ? 2 : 1)
    guard verb > 0, VerbForms.passives.contains(input.tokens.hashes[verb - 1]) else { return nil }
    return verb
  }

  private static var nothing: UInt32 { ByteHash.of("nothing") }
  private static var few: UInt32 { ByteHash.of("few") }
  private static var no: UInt32 { ByteHash.of("no") }
  private static var one: UInt32 { ByteHash.of("one") }
  private static var by: UInt32 { ByteHash.of("by") }
  private static var `for`: UInt32 { ByteHash.of("for") }
  private static var wanting: UInt32 { ByteHash.of("wanting") }
  private static let wanted = WordSet("wanted wants want dreamed dreamt hoped")
  private static var being: FewWords { FewWords("be", "become") }
  private static var nobody: FewWords { FewWords("nobody", "none", "no-one") }
  private static let thinking = WordSet(
    "doubt doubts doubted believe believes believed think thinks thought expect expects expected know knows knew wants want"
  )
  private static let blaming = WordSet(
    "criticised criticized praised condemned blamed hailed lauded faulted ridiculed mocked attacked commended")
  private static let passivised = WordSet(
    "urged told asked accused ordered advised criticised criticized warned invited instructed encouraged reminded informed"
  )
  private static let helping = WordSet(
    "is are was were has have had will would can could may might must should does did")
}
