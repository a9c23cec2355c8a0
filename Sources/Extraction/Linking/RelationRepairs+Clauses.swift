/// Clauses that the tagger ends at a comma, though their verb is still to come.
extension RelationRepairs {
  /// `argued that the ruling | , which came late, will fall`: words without a verb of their own go on behind what stands
  /// between two commas, up to the end of the sentence.
  func completeInterrupted(_ relation: inout Relation) {
    guard let content = relation.contents.first, let cue = relation.cue,
      case let isClause = isWord(content.lowerBound, Self.that),
      isClause || content.upperBound < input.tokens.count && input.tokens.isCharacter(content.upperBound, ","),
      isBehind(content, cue)
    else { return }
    let clause = lastClause(of: content)
    // `that three, including a child, | were found`: what was taken may end with the insertion.
    let comma = (isClause ? clause.first { input.facts[$0].contains(.comma) } : nil) ?? content.upperBound
    let end = input.tokens.wordsEnd(input.tokens.sentence(content.lowerBound))
    let rest = comma..<max(comma, end)
    guard !holdsVerbOrMarks(clause.lowerBound..<comma), !rest.isEmpty, input.tokens.isCharacter(comma, ","),
      relation.contents.dropFirst().allSatisfy({ rest.lowerBound <= $0.lowerBound && $0.upperBound <= end + 1 }),
      let verb = verb(behindInsertionAt: comma, before: end, inClause: isClause),
      comma == content.upperBound || verb == content.upperBound + 1,
      !(rest.lowerBound..<verb).contains(where: input.isQuoted), !holdsLongQuotation(verb..<end),
      !(verb..<end).contains(where: isTelling)
    else { return }
    // The mark that closes the last words belongs to them.
    let close = input.quotation(end - 1).map { $0.isClosed ? $0.close + 1 : end } ?? end
    let last = relation.contents.map(\.upperBound).max() ?? end
    relation.contents = [content.lowerBound..<max(end, last, close)]
  }

  /// `said while growth was slow | , it would go on`: words that begin with a clause beside the main one go on behind it.
  func completeBesideMain(_ relation: inout Relation) {
    guard relation.contents.count == 1, let content = relation.contents.first, let cue = relation.cue,
      cue.upperBound == content.lowerBound, Self.beside.contains(input.tokens.hashes[content.lowerBound]),
      cue.contains(where: { input.strengths[$0] == .a }), content.upperBound + 3 < input.tokens.count,
      input.tokens.isCharacter(content.upperBound, ","),
      !content.contains(where: { input.isQuoted($0) || input.tokens.isCharacter($0, ",") })
    else { return }
    // The words may reach into the next sentence, where a point was taken for the end of one: "the U.S. Has not".
    let next = content.upperBound + 1
    let rest = next..<max(next, input.tokens.wordsEnd(input.tokens.sentence(content.lowerBound)))
    guard rest.count > 2,
      let verb = rest.prefix(10).first(where: {
        Self.auxiliaries.contains(input.tokens.hashes[$0]) || SubjectFinder.isFinite($0, input)
      }),
      verb > rest.lowerBound, opensClause(rest.lowerBound),
      !rest.contains(where: { input.isQuoted($0) || input.strengths[$0] == .a })
    else { return }
    relation.contents[0] = content.lowerBound..<rest.upperBound
  }

  private func opensClause(_ token: Int) -> Bool {
    let hash = input.tokens.hashes[token]
    return SpeakerWords.pronouns.contains(hash) || Pronouns.articles.contains(hash) || Pronouns.definites.contains(hash)
      || input.tokens.shapes[token].isCapitalised || Self.there.contains(hash)
  }

  private static var there: FewWords { FewWords("there", "they", "most", "many", "some", "no") }
  private static let beside = WordSet("while although though if despite unless once since because when")

  /// A whole sentence in marks has a speaker of its own.
  private func holdsLongQuotation(_ tokens: Range<Int>) -> Bool {
    tokens.contains { token in
      (input.quotation(token)?.length ?? 0) > Self.longestQuotation || input.tokens.isCharacter(token, ":")
    }
  }

  /// `warned that the flights | , which are funded until June, | would stop`: the clause between belongs to the words.
  func joinPieces(_ relation: inout Relation) {
    guard relation.contents.count == 2, let cue = relation.cue,
      case (let first, let rest) = (relation.contents[0], relation.contents[1]),
      isBehind(first, cue), first.upperBound + 3 < rest.lowerBound, !holdsVerbOrMarks(first),
      input.tokens.sentenceOf[first.lowerBound] == input.tokens.sentenceOf[rest.lowerBound],
      input.tokens.isCharacter(first.upperBound, ","), opensInsertion(first.upperBound + 1),
      SubjectFinder.isFinite(rest.lowerBound, input), input.tokens.isCharacter(rest.lowerBound - 1, ","),
      relation.source.map({ $0.upperBound <= first.lowerBound }) ?? true,
      !(first.upperBound..<rest.lowerBound).contains(where: { input.isQuoted($0) || isTelling($0) })
    else { return }
    relation.contents = [first.lowerBound..<rest.upperBound]
  }

  /// `said on Radio Nine that ...`: where it was said is not what was said.
  func cutAtPlace(_ relation: inout Relation) {
    guard relation.contents.count == 1, let content = relation.contents.first, content.count > 5,
      content.lowerBound > 0,
      Self.places.contains(input.tokens.hashes[content.lowerBound - 1])
        || Self.places.contains(input.tokens.hashes[content.lowerBound]),
      let that = content.dropFirst().prefix(6).first(where: { isWord($0, Self.that) }),
      relation.cue.map({ $0.upperBound <= content.lowerBound }) ?? false,
      !(content.lowerBound..<that).contains(where: { input.isQuoted($0) || SubjectFinder.isFinite($0, input) }),
      (content.lowerBound..<that).contains(where: { input.tokens.shapes[$0].isCapitalised })
    else { return }
    relation.contents[0] = that..<content.upperBound
  }

  /// The last clause of some words: behind the "that" of `that it rains and that the boats, which ...`.
  private func lastClause(of content: Range<Int>) -> Range<Int> {
    let that = content.dropFirst(2).last {
      isWord($0, Self.that) && Self.conjunctions.contains(input.tokens.hashes[$0 - 1])
    }
    return (that ?? content.lowerBound)..<content.upperBound
  }

  /// Whether words begin right behind their verb, a day allowed between (`said on Monday that ...`).
  private func isBehind(_ content: Range<Int>, _ cue: Range<Int>) -> Bool {
    guard cue.upperBound <= content.lowerBound,
      input.tokens.sentenceOf[cue.lowerBound] == input.tokens.sentenceOf[content.lowerBound],
      cue.contains(where: { input.strengths[$0] == .a })
        || isWord(content.lowerBound, Self.that) && cue.contains(where: { input.strengths[$0] == .b })
    else { return false }
    return content.lowerBound == cue.upperBound
      || isWord(content.lowerBound, Self.that) && content.lowerBound - cue.upperBound <= Self.farthestThat
  }

  private func holdsVerbOrMarks(_ content: Range<Int>) -> Bool {
    content.contains { token in
      input.isQuoted(token) || input.tokens.isCharacter(token, ",")
        // "permits for pylons": a noun here, whatever else it can be.
        || SubjectFinder.isFinite(token, input) && !isNoun(token, in: content)
    }
  }

  private func isNoun(_ token: Int, in content: Range<Int>) -> Bool {
    guard Self.nouns.contains(input.partsOfSpeech[token]) else { return false }
    let next = token + 1
    return token == content.upperBound - 1
      || next < content.upperBound
        && Pronouns.prepositions.contains(input.tokens.hashes[next])
      || token == content.lowerBound
  }

  /// The verb behind the second of two commas, where a relative clause or an apposition stands between them; behind "that"
  /// also a participle or a preposition (`that three, including a child, are missing`).
  private func verb(behindInsertionAt comma: Int, before end: Int, inClause: Bool) -> Int? {
    guard comma + 3 < end, opensInsertion(comma + 1) || inClause && opensAside(comma + 1),
      let next = (comma + 2..<min(end - 1, comma + Self.longestInsertion)).first(where: {
        input.tokens.isCharacter($0, ",") && SubjectFinder.isFinite($0 + 1, input) && !opensInsertion($0 + 1)
      })
    else { return nil }
    return next + 1
  }

  private func opensInsertion(_ token: Int) -> Bool {
    let hash = input.tokens.hashes[token]
    if Self.relatives.contains(hash) || Pronouns.articles.contains(hash) { return true }
    // "many of whom", "one of which"
    return token + 2 < input.tokens.count && isWord(token + 1, Self.of)
      && Self.relatives.contains(input.tokens.hashes[token + 2])
  }

  private func opensAside(_ token: Int) -> Bool {
    let hash = input.tokens.hashes[token]
    return Pronouns.prepositions.contains(hash) || Self.asides.contains(hash)
      || Self.pasts.contains(input.partsOfSpeech[token])
  }

  /// `, he said`: the rest belongs to another telling.
  func isTelling(_ token: Int) -> Bool {
    VerbForms.said.contains(input.tokens.hashes[token]) && !input.isQuoted(token)
  }

  /// What was found inside words that have been completed: `showed what ...` in `said that the raid, the fourth, showed what
  /// ...`.
  /// - Returns: How many of those before it went.
  func dropInside(_ relations: inout [Relation], ofThatAt index: Int) -> Int {
    let completed = relations[index]
    guard let whole = completed.contents.last else { return 0 }
    let inside = relations.indices.filter { $0 != index && isInside(relations[$0], whole, of: completed) }
    for other in inside.reversed() { relations.remove(at: other) }
    return inside.count { $0 < index }
  }

  private func isInside(_ other: Relation, _ whole: Range<Int>, of completed: Relation) -> Bool {
    let cue = other.cue ?? whole
    guard whole.lowerBound <= cue.lowerBound, cue.upperBound <= whole.upperBound,
      other.source.map({ $0 == completed.source || !whole.contains($0.lowerBound) }) ?? true
    else { return false }
    return other.contents.allSatisfy { whole.lowerBound <= $0.lowerBound && $0.upperBound <= whole.upperBound }
  }

  /// Whether words may go on with a token behind who says them: with a verb where they have none yet (`The engineers, he
  /// says, laid their plans`), with a second one (`and would prove it`), or with the reason.
  func goesOn(_ content: Range<Int>, at token: Int, before end: Int) -> Bool {
    guard token + 1 < end else { return false }
    if Self.auxiliaries.contains(input.tokens.hashes[token]) || isWord(token, Self.because) { return true }
    if Self.conjunctions.contains(input.tokens.hashes[token]) {
      return Self.auxiliaries.contains(input.tokens.hashes[token + 1])
    }
    return !content.contains { isVerb($0) && !isNoun($0, in: content) } && isVerb(token)
      && input.tokens.suffixes[token] != Self.ing
  }

  private func isVerb(_ token: Int) -> Bool {
    SubjectFinder.isFinite(token, input) || Self.pasts.contains(input.partsOfSpeech[token])
  }

  /// `on condition that he not be named, said ...`, `on condition of anonymity`: what somebody asks before speaking is not
  /// what is said.
  func dropCondition(_ relation: inout Relation) {
    let isAlone = relation.contents.count == 1
    relation.contents.removeAll { content in
      let first = content.lowerBound
      guard first > 1, !input.isQuoted(first) else { return false }
      if isWord(first - 1, Self.of), isWord(first - 2, Self.condition) { return true }
      return !isAlone && (isWord(first - 1, Self.condition) || isWord(first, Self.condition))
    }
  }

  private static var condition: UInt32 { ByteHash.of("condition") }
  private static var places: FewWords { FewWords("on", "in", "at", "to", "via", "during") }
  private static let farthestThat = 4
  private static let longestInsertion = 26
  private static let longestQuotation = 7
  private static var relatives: FewWords { FewWords("which", "who", "whose", "whom", "where") }
  private static let asides = WordSet(
    "including such like if when although though once even along together among not especially mostly mainly both")
  private static var of: UInt32 { ByteHash.of("of") }
  private static var because: UInt32 { ByteHash.of("because") }
  private static var ing: UInt32 { ByteHash.of("ing") }
  private static var conjunctions: FewWords { FewWords("and", "but") }
  private static let auxiliaries = WordSet(
    "is are was were has have had will would does did can could must should may might")
  private static var pasts: FewWords { FewWords("VBN", "VBD/VBN", "JJ/VBD/VBN", "JJ/VBD") }
  private static var nouns: FewWords { FewWords("NNS/VBZ", "NN/VBZ", "VB/NN", "NN/VB", "VB/VBP") }
}
