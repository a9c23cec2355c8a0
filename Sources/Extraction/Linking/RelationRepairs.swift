/// Corrects what the tagger often gets wrong about reported words.
struct RelationRepairs {
  let input: TaggerInput
  let subjects: SubjectFinder

  /// Those of the paragraph. What only words that it lacks could bring about is not tried: a relation is put through some
  /// sixty rules, of which a handful have anything to look for.
  let words: RuleWords

  init(input: TaggerInput, subjects: SubjectFinder, in paragraph: Range<Int>) {
    self.input = input
    self.subjects = subjects
    words = input.ruleWords(in: paragraph)
  }

  func repair(_ relations: inout [Relation]) {
    if relations.isEmpty { return }
    if words.contains(.nameless) {
      cutAtAnonymity(&relations)
      relations.removeAll { $0.contents.isEmpty }
    }
    for index in relations.indices { repair(&relations[index]) }
    complete(&relations)
    if words.contains(.joint) { splitJoined(&relations) }
    joinPronoun(&relations)
    if words.contains(.that) { joinTornClause(&relations) }
    if words.contains(.relative) { takeRelatives(&relations) }
    if words.contains(.while) { takeSubjectsBehindWhile(&relations) }
    if words.contains(.relative) { joinRelatives(&relations) }
    if words.contains(.quoted) { splitAtNamers(&relations) }
    if words.contains(.adding.union(.said)) { takeSourceOfSaid(&relations) }
    if words.contains([.according, .colon, .quoted]) { dropReported(&relations) }
    for index in relations.indices { drop(&relations[index]) }
    if relations.contains(where: { $0.contents.isEmpty }) { relations.removeAll { $0.contents.isEmpty } }
    merge(&relations)
  }

  private func repair(_ relation: inout Relation) {
    if words.contains(.condition) { dropCondition(&relation) }
    if words.contains(.comma.union(.said)) { takeInvertedSpeaker(&relation) }
    if words.contains(.that) { cutAtPlace(&relation) }
    if words.contains(.by.union(.that)) { cutAtGerund(&relation) }
    if words.contains(.quoted.union(.that)) { cutAtOutlet(&relation) }
    if words.contains(.saying) { cutAtSaying(&relation) }
    if words.contains(.told) { cutAtHearerOfClause(&relation) }
    if words.contains(.that) {
      if words.contains(.informing) { cutAtHearer(&relation) }
      if words.contains(.addressing) { cutAtAddressee(&relation) }
    }
    if words.contains(.asked.union(.by)) { cutAtAsker(&relation) }
    if words.contains(.quoted) { cutAtNamer(&relation) }
    if words.contains(.weekday) { cutDay(&relation) }
    if words.contains(.citing) { dropCited(&relation) }
    if words.contains(.refusing) { cutAtRefusal(&relation) }
    if words.contains(.occasion) { dropOccasion(&relation) }
    if words.contains(.asked) { dropAnswering(&relation) }
    if words.contains(.that) { takeOwnVerb(&relation) }
    if words.contains(.that) { takeOuterVerb(&relation) }
    if words.contains(.question) { takeQuestion(&relation) }
    if words.contains(.that) { completeClause(&relation) }
    completeNoun(&relation)
    if words.contains(.according) {
      takeNameBehindAccording(&relation)
      if words.contains(.that) { takeTellerBeforeThat(&relation) }
    }
    if words.contains(.comma) { cutApposition(&relation) }
    if words.contains(.verdict.union(.comma)) { cutVerdict(&relation) }
    if words.contains(.told) { takeClauseBeforeMarks(&relation) }
    takeSpeakerBehindVerb(&relation)
    if words.contains(.comma) { takeWordsBeforeVerb(&relation) }
    if words.contains(.relative) {
      takeHeadOfRelative(&relation)
      takeHeadOfPersonalClause(&relation)
      if words.contains(.comma) {
        takeOwner(&relation)
        cutMain(&relation)
      }
      if words.contains(.comma) { takeNameBeforeApposition(&relation) }
      cutRelative(&relation)
      takeOpening(&relation)
    }
    dropSourceOfNext(&relation)
    if words.contains(.comma) {
      takeSpeakerBeforeVerb(&relation)
      joinSpeaker(&relation)
    }
    if words.contains(.joint) {
      takeSubjectOfFirst(&relation)
      cutClauseBefore(&relation)
    }
    if words.contains(.said) { takeIssued(&relation) }
    if words.contains(.as) { takeAuthor(&relation) }
    if words.contains(.by.union(.comma)) { takeIssuer(&relation) }
    if words.contains(.by.union(.informing)) { takeTeller(&relation) }
    if words.contains(.comma) { takeOwnSubject(&relation) }
    if words.contains(.comma) { takeInterrupter(&relation) }
    if words.contains(.saying) { takeWordsBeforeQuoting(&relation) }
    dropSentenceBefore(&relation)
    if words.contains(.comma) { takeSentence(&relation) }
    if words.contains(.comma) { takeBeginning(&relation) }
    if words.contains(.comma) { takeSubjectOfWords(&relation) }
    if words.contains(.bracket) { takeBehindBracket(&relation) }
    if words.contains(.comma) { takeWordsBeforeAside(&relation) }
    if words.contains(.informing) { takeWordsBeforeAudience(&relation) }
    if words.contains(.answer.union(.that)) { takeOwnerOfAnswer(&relation) }
    if words.contains(.comma) { takeOpeningBeforeApposition(&relation) }
  }

  private func drop(_ relation: inout Relation) {
    if words.contains(.called) { dropName(&relation) }
    if words.contains([.quoted, .comma]) { dropInvertedSpeaker(&relation) }
    if words.contains(.asked) {
      cutAtAnswer(&relation)
      dropAsked(&relation)
      dropSubjectAskedAbout(&relation)
    }
    if words.contains(.thing) { dropThing(&relation) }
    if words.contains(.unsaid) { dropUnsaid(&relation) }
    if words.contains(.unspoken) { dropUnspoken(&relation) }
    if words.contains(.reacting.union(.comma)) { cutReaction(&relation) }
    if words.contains(.announcing) { completeThing(&relation) }
    if words.contains(.rejecting) { cutAdjunct(&relation) }
    if words.contains(.expecting) { dropExpected(&relation) }
  }

  /// Words that go on behind a comma take with them what was found inside the rest.
  private func complete(_ relations: inout [Relation]) {
    var index = 0
    while index < relations.count {
      let before = relations[index].contents
      joinPieces(&relations[index])
      if words.contains(.comma) {
        completeInterrupted(&relations[index])
        completeBesideMain(&relations[index])
        takeRest(&relations[index])
      }
      if words.contains(.joint) {
        takeSecondVerb(&relations[index])
        if words.contains(.comma.union(.relative)) { takeVerbBehindRelative(&relations[index]) }
      }
      if words.contains(.expected) { completeExpected(&relations[index]) }
      if relations[index].contents != before { index -= dropInside(&relations, ofThatAt: index) }
      index += 1
    }
  }

  /// `told reporters that he was ready but ruled out a visit and insisted that ...`: a verb between, which brings
  /// nothing itself, shows that all of it is one report.
  private func merge(_ relations: inout [Relation]) {
    guard words.contains(.joint), relations.count > 1,
      (1..<relations.count).contains(where: { joined(relations[$0 - 1], relations[$0]) != nil })
    else { return }
    var result: [Relation] = []
    for relation in relations {
      guard let last = result.last, let whole = joined(last, relation) else {
        result.append(relation)
        continue
      }
      result[result.count - 1].contents[last.contents.count - 1] = whole
    }
    relations = result
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

  static var to: UInt32 { ByteHash.of("to") }
  static var according: UInt32 { ByteHash.of("according") }
  static var that: UInt32 { ByteHash.of("that") }
  static var who: UInt32 { ByteHash.of("who") }
  private static var conjunctions: FewWords { FewWords("but", "and") }
}
