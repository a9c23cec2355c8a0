/// Who says the words where another stands nearer to the verb, or was taken for them.
extension RelationRepairs {
  /// `The commission, in a statement signed by its spokesman, Ode, said`: who signs for it does not say it.
  func takeIssuer(_ relation: inout Relation) {
    guard let source = relation.source, let cue = relation.cue, source.upperBound <= cue.lowerBound,
      source.lowerBound > 4, isWord(source.lowerBound - 1, Self.by),
      case let start = start(ofSentence: cue.lowerBound), start < source.lowerBound,
      let comma = (start..<source.lowerBound).first(where: { !input.tokens.isWord($0) }),
      input.tokens.isCharacter(comma, ","), (1...12).contains(comma - start), isWord(comma + 1, Self.in),
      (comma + 2..<source.lowerBound).contains(where: { Self.issuing.contains(input.tokens.hashes[$0]) }),
      !Pronouns.prepositions.contains(input.tokens.hashes[start]),
      !(start..<comma).contains(where: {
        input.isQuoted($0) || input.tokens.shapes[$0] == .lower && SubjectFinder.isFinite($0, input)
      })
    else { return }
    relation.source = start..<comma
  }

  /// `He was told by doctors that he would never walk again`: who tells it stands behind "by".
  func takeTeller(_ relation: inout Relation) {
    guard let cue = relation.cue, let content = relation.contents.first, cue.upperBound <= content.lowerBound,
      content.lowerBound - cue.lowerBound <= Self.longestTeller, !input.isQuoted(content.lowerBound),
      let by = (cue.lowerBound + 1..<content.lowerBound).first(where: { isWord($0, Self.by) }),
      Self.tellingPassively.contains(input.tokens.hashes[by - 1]), by > 1,
      VerbForms.passives.contains(input.tokens.hashes[by - 2]), by + 1 < content.lowerBound,
      (by + 1..<content.lowerBound).allSatisfy({ input.tokens.isWord($0) && input.strengths[$0] == .none })
    else { return }
    relation.source = by + 1..<content.lowerBound
  }

  /// `The plan, said its author, | Ann Ode, | "is dead"`: who says it was taken for the words, and the plan for who says it.
  func dropInvertedSpeaker(_ relation: inout Relation) {
    guard relation.contents.count == 1, let cue = relation.cue, cue.count == 1, let content = relation.contents.first,
      content.lowerBound == cue.upperBound, cue.lowerBound > 0, input.tokens.isCharacter(cue.lowerBound - 1, ","),
      AttributedSentence.plain.contains(input.tokens.hashes[cue.lowerBound]),
      case let end = content.upperBound, end + 1 < input.tokens.count,
      input.isQuoted(end) || input.tokens.isCharacter(end, ",") && input.isQuoted(end + 1),
      !content.contains(where: {
        input.isQuoted($0)
          || input.tokens.shapes[$0] == .lower && !input.isTitle[$0] && SubjectFinder.isFinite($0, input)
      })
    else { return }
    relation.contents = []
  }

  /// `Ode told the cabinet | that the road was closed, | according to a transcript`: her words, of which something else knows.
  func takeTellerBeforeThat(_ relation: inout Relation) {
    guard let cue = relation.cue, let content = relation.contents.first, content.upperBound <= cue.lowerBound,
      isWord(cue.lowerBound, Self.according), let that = that(in: content),
      case let start = start(ofSentence: that), start < that,
      let verb = (max(start, that - Self.longestTeller)..<that).last(where: { input.strengths[$0] == .a }),
      !input.isQuoted(verb), !ClauseFinder.isNounOrPassive(verb, input),
      let teller = subjects.subjectBeforeClause(of: verb) ?? subjects.subject(of: verb)
    else { return }
    relation.contents[0] = that..<content.upperBound
    relation.source = teller
    relation.cue = verb..<verb + 1
  }

  /// The `that` which some words begin with, or which a verb brings behind a clause on its subject: `who is due there, told the
  /// cabinet that ...`.
  private func that(in content: Range<Int>) -> Int? {
    if isWord(content.lowerBound, Self.that) { return content.lowerBound }
    guard isWord(content.lowerBound, Self.who),
      let verb = content.first(where: { input.strengths[$0] == .a && input.tokens.isCharacter($0 - 1, ",") })
    else { return nil }
    return ClauseFinder.that(behind: verb, in: verb..<content.upperBound, input)
  }

  /// `"No," said Ode of Norvik. Roe, a lawyer who knows them all, said it was late`: nobody of the sentence before says what
  /// one says whom the sentence opens with.
  func takeOwnSubject(_ relation: inout Relation) {
    guard let source = relation.source, let cue = relation.cue, let content = relation.contents.first,
      source.upperBound <= cue.lowerBound, cue.upperBound <= content.lowerBound,
      input.tokens.sentenceOf[source.lowerBound] != input.tokens.sentenceOf[cue.lowerBound],
      input.strengths[cue.upperBound - 1] == .a, !input.isQuoted(content.lowerBound),
      let own = subjects.subjectBeforeClause(of: cue.lowerBound)
    else { return }
    relation.source = own
  }

  /// `The old methods, said Ode, are better`: who stands between two commas was taken for the beginning of the words.
  func takeInterrupter(_ relation: inout Relation) {
    guard relation.contents.count == 1, let cue = relation.cue, cue.count == 1, let content = relation.contents.first,
      content.lowerBound == cue.upperBound, cue.lowerBound > 0, input.tokens.isCharacter(cue.lowerBound - 1, ","),
      case let sentence = input.tokens.sentence(cue.lowerBound),
      let whole = AttributedSentence(input: input, subjects: subjects).inverted(sentence), whole.cue == cue
    else { return }
    relation.source = whole.source
    relation.contents = whole.contents
  }

  /// `The mine was closed, the agency quoted Ode as saying`: whom it quotes was taken for the words, which stand before it.
  func takeWordsBeforeQuoting(_ relation: inout Relation) {
    guard relation.contents.count == 1, let cue = relation.cue, let content = relation.contents.first,
      content.lowerBound == cue.upperBound, content.count > 2, isWord(content.upperBound - 1, VerbForms.saying),
      isWord(content.upperBound - 2, Self.as),
      let whole = AttributedSentence(input: input, subjects: subjects).atEnd(input.tokens.sentence(cue.lowerBound)),
      whole.cue?.overlaps(cue) ?? false, !whole.contents.contains(where: { $0.contains(where: input.isQuoted) })
    else { return }
    (relation.source, relation.cue, relation.contents) = (whole.source, whole.cue, whole.contents)
  }

  private func start(ofSentence token: Int) -> Int {
    max(input.tokens.sentence(token).lowerBound, input.tokens.paragraph(token).tokens.lowerBound)
  }

  /// In tokens.
  private static let longestTeller = 14
  private static var `as`: UInt32 { ByteHash.of("as") }
  private static var by: UInt32 { ByteHash.of("by") }
  private static var `in`: UInt32 { ByteHash.of("in") }
  private static let issuing = WordSet("signed issued released made sent read published posted")
  static let tellingPassively = WordSet("told informed advised warned assured reminded instructed")
}
