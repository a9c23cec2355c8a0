/// Corrects what the tagger often gets wrong about reported words.
struct RelationRepairs {
  let input: TaggerInput
  let subjects: SubjectFinder

  func repaired(_ relations: [Relation]) -> [Relation] {
    if relations.isEmpty { return relations }
    var repaired = relations
    for index in repaired.indices { repair(&repaired[index]) }
    complete(&repaired)
    splitJoined(&repaired)
    joinPronoun(&repaired)
    takeRelatives(&repaired)
    takeSubjectsBehindWhile(&repaired)
    joinRelatives(&repaired)
    splitAtNamers(&repaired)
    for index in repaired.indices {
      dropName(&repaired[index])
      cutAtAnswer(&repaired[index])
      dropAsked(&repaired[index])
      dropSubjectAskedAbout(&repaired[index])
      dropThing(&repaired[index])
      dropUnsaid(&repaired[index])
      dropUnspoken(&repaired[index])
      cutReaction(&repaired[index])
      completeThing(&repaired[index])
      cutAdjunct(&repaired[index])
      dropExpected(&repaired[index])
    }
    repaired.removeAll { $0.contents.isEmpty }
    return merged(repaired)
  }

  private func repair(_ relation: inout Relation) {
    dropCondition(&relation)
    cutAtPlace(&relation)
    cutAtGerund(&relation)
    cutAtOutlet(&relation)
    cutAtSaying(&relation)
    cutAtHearer(&relation)
    cutAtAddressee(&relation)
    cutAtAsker(&relation)
    cutAtNamer(&relation)
    cutDay(&relation)
    dropCited(&relation)
    cutAtRefusal(&relation)
    dropOccasion(&relation)
    dropAnswering(&relation)
    takeOwnVerb(&relation)
    takeOuterVerb(&relation)
    takeQuestion(&relation)
    completeClause(&relation)
    completeNoun(&relation)
    takeNameBehindAccording(&relation)
    cutApposition(&relation)
    cutVerdict(&relation)
    takeClauseBeforeMarks(&relation)
    takeSpeakerBehindVerb(&relation)
    takeWordsBeforeVerb(&relation)
    takeHeadOfRelative(&relation)
    cutRelative(&relation)
    takeOpening(&relation)
    dropSourceOfNext(&relation)
    takeSpeakerBeforeVerb(&relation)
    takeSubjectOfFirst(&relation)
    takeAuthor(&relation)
    takeIssuer(&relation)
    takeTeller(&relation)
    takeOwnSubject(&relation)
    takeInterrupter(&relation)
    takeWordsBeforeQuoting(&relation)
    dropSentenceBefore(&relation)
    takeSentence(&relation)
    takeBeginning(&relation)
    takeSubjectOfWords(&relation)
    takeBehindBracket(&relation)
    takeWordsBeforeAside(&relation)
    takeWordsBeforeAudience(&relation)
    takeOwnerOfAnswer(&relation)
    takeOpeningBeforeApposition(&relation)
  }

  /// Words that go on behind a comma take with them what was found inside the rest.
  private func complete(_ relations: inout [Relation]) {
    var index = 0
    while index < relations.count {
      let before = relations[index]
      joinPieces(&relations[index])
      completeInterrupted(&relations[index])
      completeBesideMain(&relations[index])
      takeRest(&relations[index])
      takeSecondVerb(&relations[index])
      takeVerbBehindRelative(&relations[index])
      let completed = relations[index]
      if completed.contents != before.contents { dropInside(&relations, of: completed) }
      index = (relations.firstIndex(of: completed) ?? index) + 1
    }
  }

  /// `told reporters that he was ready but ruled out a visit and insisted that ...`: a verb between, which brings
  /// nothing itself, shows that all of it is one report.
  private func merged(_ relations: [Relation]) -> [Relation] {
    guard relations.count > 1 else { return relations }
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
      let source = before.source, source == next.source, let cue = next.cue,
      first.upperBound + 4 <= cue.lowerBound || isWishInside(cue, behind: first, of: before),
      cue.upperBound <= second.lowerBound,
      input.tokens.sentenceOf[first.lowerBound] == input.tokens.sentenceOf[cue.lowerBound],
      !first.contains(where: input.isQuoted), !second.contains(where: input.isQuoted),
      Self.conjunctions.contains(input.tokens.hashes[first.upperBound]),
      !(first.upperBound..<cue.lowerBound).contains(where: { SpeakerWords.pronouns.contains(input.tokens.hashes[$0]) })
    else { return nil }
    return first.lowerBound..<second.upperBound
  }

  /// `said it had agreed to talks but | wanted | them to be short`: behind a clause with a verb of its own, what its subject
  /// wants is said too.
  private func isWishInside(_ wish: Range<Int>, behind content: Range<Int>, of relation: Relation) -> Bool {
    guard wish.count == 1, wish.lowerBound == content.upperBound + 1,
      Self.wishing.contains(input.tokens.hashes[wish.lowerBound]), let cue = relation.cue,
      cue.upperBound <= content.lowerBound, cue.contains(where: { input.strengths[$0] == .a })
    else { return false }
    return content.dropFirst().contains { SubjectFinder.isFinite($0, input) }
  }

  func isWord(_ token: Int, _ hash: UInt32) -> Bool { input.tokens.hashes[token] == hash }

  static let to = ByteHash.of("to")
  static let according = ByteHash.of("according")
  static let that = ByteHash.of("that")
  private static let conjunctions = WordSet("but and")
}
