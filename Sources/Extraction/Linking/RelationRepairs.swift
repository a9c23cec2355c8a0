/// Corrects what the tagger often gets wrong about reported words.
struct RelationRepairs {
  let input: TaggerInput
  let subjects: SubjectFinder

  func repaired(_ relations: [Relation]) -> [Relation] {
    if relations.isEmpty { return relations }
    var repaired = relations
    for index in repaired.indices { repair(&repaired[index]) }
    return merged(repaired)
  }

  private func repair(_ relation: inout Relation) {
    cutAtGerund(&relation)
    cutAtOutlet(&relation)
    cutAtSaying(&relation)
    cutAtRefusal(&relation)
    dropOccasion(&relation)
    takeOwnVerb(&relation)
    takeQuestion(&relation)
    completeClause(&relation)
    takeNameBehindAccording(&relation)
    cutApposition(&relation)
    takeSpeakerBehindVerb(&relation)
    takeHeadOfRelative(&relation)
    cutRelative(&relation)
    takeOpening(&relation)
    dropSourceOfNext(&relation)
    takeRest(&relation)
  }

  /// `The new bridge, the mayor said, was closed`: behind who says it the words go on with their verb.
  private func takeRest(_ relation: inout Relation) {
    guard relation.contents.count == 1, let content = relation.contents.first, let cue = relation.cue,
      let source = relation.source, content.upperBound <= min(source.lowerBound, cue.lowerBound)
    else { return }
    let comma = max(cue.upperBound, source.upperBound)
    let sentence = input.tokens.sentence(cue.lowerBound)
    guard content.lowerBound >= sentence.lowerBound, comma + 2 < sentence.upperBound,
      input.tokens.isCharacter(comma, ","), Self.finite.contains(input.tokens.hashes[comma + 1])
    else { return }
    var rest = (comma + 1)..<sentence.upperBound
    while rest.count > 2, !input.tokens.isWord(rest.upperBound - 1) { rest = rest.lowerBound..<(rest.upperBound - 1) }
    guard !(content.lowerBound..<rest.upperBound).contains(where: input.isQuoted),
      !rest.contains(where: input.isRulingCue)
    else { return }
    relation.contents.append(rest)
  }

  private static let finite = WordSet(
    "is are was were has have had will would does did can could must should may might")

  /// `echoed the president by claiming that ...`: what was claimed is the content, and claiming the cue.
  private func cutAtGerund(_ relation: inout Relation) {
    guard let content = relation.contents.first, !input.isQuoted(content.lowerBound),
      let by = content.prefix(12).first(where: { isWord($0, Self.by) }), by + 2 < content.upperBound,
      input.strengths[by + 1] == .a, isGerund(by + 1), isWord(by + 2, Self.that)
    else { return }
    relation.cue = (by + 1)..<(by + 2)
    relation.contents[0] = (by + 2)..<content.upperBound
  }

  /// `saying on "Channel 4" that ...`: the name in marks is where it was said.
  private func cutAtOutlet(_ relation: inout Relation) {
    guard let content = relation.contents.first, let quotation = input.quotation(content.lowerBound),
      quotation.open == content.lowerBound, quotation.length <= 4, quotation.close + 2 < content.upperBound,
      isWord(quotation.close + 1, Self.that)
    else { return }
    relation.contents[0] = (quotation.close + 1)..<content.upperBound
  }

  /// `Ode was quoted by a newspaper as saying that ...`: the words begin behind, and are Ode's.
  private func cutAtSaying(_ relation: inout Relation) {
    guard let content = relation.contents.first else { return }
    let sentence = input.tokens.sentence(content.lowerBound)
    let first = max(sentence.lowerBound, content.lowerBound - 1)
    let near = first..<max(first, min(content.upperBound - 2, content.lowerBound + 12))
    guard let saying = near.first(where: { isWord($0, Self.saying) }), saying > sentence.lowerBound + 1,
      isWord(saying - 1, Self.as)
    else { return }
    relation.contents[0] = (saying + 1)..<content.upperBound
    let quoted = (max(sentence.lowerBound, saying - 10)..<saying).last { Self.quoted.contains(input.tokens.hashes[$0]) }
    guard let quoted, let subject = subjects.subject(of: quoted) else { return }
    relation.source = subject
    relation.cue = quoted..<(quoted + 1)
  }

  /// `declined to say when ...`: what was not said is the content.
  private func cutAtRefusal(_ relation: inout Relation) {
    guard let content = relation.contents.first, let cue = relation.cue, cue.upperBound == content.lowerBound,
      Self.refusals.contains(input.tokens.hashes[cue.upperBound - 1]), content.count > 3,
      isWord(content.lowerBound, Self.to), input.strengths[content.lowerBound + 1] == .a
    else { return }
    relation.cue = cue.lowerBound..<(content.lowerBound + 2)
    relation.contents[0] = (content.lowerBound + 2)..<content.upperBound
  }

  /// `Ode, whom Roe called "a thief," said that ...`: who stands before the relative clause says it.
  private func takeHeadOfRelative(_ relation: inout Relation) {
    guard let source = relation.source, let cue = relation.cue, source.upperBound < cue.lowerBound,
      let relative = object(at: source.lowerBound),
      (source.upperBound..<cue.lowerBound).contains(where: { input.strengths[$0] != .none }),
      !input.tokens.isWord(cue.lowerBound - 1),
      let head = subjects.last(before: relative)
    else { return }
    relation.source = head
  }

  /// `Ode, who heads the union, welcomed ...`: who is the one before.
  private func cutRelative(_ relation: inout Relation) {
    guard let source = relation.source, source.count > 2, isWord(source.lowerBound, Self.who) else { return }
    relation.source = source.lowerBound..<(source.lowerBound + 1)
  }

  /// The `whom` or `which` that a source begins with, or that stands before it.
  private func object(at token: Int) -> Int? {
    isObject(token) ? token : isObject(token - 1) ? token - 1 : nil
  }

  /// `France warned that ... "...," its minister said`: who stands with the next verb does not say what came before.
  private func dropSourceOfNext(_ relation: inout Relation) {
    guard let source = relation.source, let cue = relation.cue, let content = relation.contents.first,
      cue.upperBound <= content.lowerBound, source.lowerBound > content.upperBound,
      input.tokens.sentenceOf[source.lowerBound] != input.tokens.sentenceOf[cue.lowerBound],
      !content.contains(where: input.isQuoted)
    else { return }
    relation.source = nil
  }

  private func isObject(_ token: Int) -> Bool { token > 0 && Self.objects.contains(input.tokens.hashes[token]) }

  /// `According to the harbour master, ...`: who stands behind "to" is the source.
  private func takeNameBehindAccording(_ relation: inout Relation) {
    guard let cue = relation.cue, cue.count >= 2, isWord(cue.upperBound - 1, Self.to),
      isWord(cue.upperBound - 2, Self.according), relation.source?.lowerBound != cue.upperBound
    else { return }
    let sentence = input.tokens.sentence(cue.lowerBound)
    var end = cue.upperBound
    while end < sentence.upperBound, end - cue.upperBound < 10, input.tokens.isWord(end) { end += 1 }
    let source = cue.upperBound..<end
    guard !source.isEmpty, !relation.contents.contains(where: { $0.overlaps(source) }) else { return }
    relation.source = source
  }

  /// `According to Ode, a trader in Norvik, prices will fall`: the apposition belongs to Ode.
  private func cutApposition(_ relation: inout Relation) {
    guard let cue = relation.cue, isWord(cue.upperBound - 1, Self.to), let source = relation.source,
      let content = relation.contents.first, content.lowerBound == source.upperBound + 1,
      source.lowerBound == cue.upperBound,
      AttributedSentence.beginsApposition(content.lowerBound, before: content.upperBound, input),
      let comma = content.prefix(9).first(where: { !input.tokens.isWord($0) }), input.tokens.isCharacter(comma, ","),
      comma + 3 < content.upperBound,
      !(content.lowerBound..<comma).contains(where: { SubjectFinder.isFinite($0, input) })
    else { return }
    relation.contents[0] = (comma + 1)..<content.upperBound
  }

  /// `The union will appeal, said its spokesman, Ode.`: who stands behind the verb was taken for more of the words.
  private func takeSpeakerBehindVerb(_ relation: inout Relation) {
    guard relation.contents.count > 1, let cue = relation.cue, cue.count == 1, input.strengths[cue.lowerBound] == .a,
      relation.contents[0].upperBound <= cue.lowerBound,
      let index = relation.contents.firstIndex(where: { $0.lowerBound == cue.upperBound })
    else { return }
    let speaker = relation.contents[index]
    let sentence = input.tokens.sentence(cue.lowerBound)
    if let source = relation.source, sentence.contains(source.lowerBound), !speaker.contains(source.lowerBound) {
      return
    }
    guard speaker.count <= 12, !speaker.contains(where: input.isQuoted),
      speaker.upperBound >= sentence.upperBound - 1, !isWord(speaker.lowerBound, Self.that),
      speaker.contains(where: { input.tokens.shapes[$0].isCapitalised || input.isTitle[$0] }),
      !speaker.contains(where: { SubjectFinder.isFinite($0, input) })
    else { return }
    relation.source = speaker
    relation.contents.remove(at: index)
  }

  /// `A clerk there, who asked for more, said ...`: "who" is the one that the sentence opens with, where no name is.
  private func takeOpening(_ relation: inout Relation) {
    guard let source = relation.source, source.count == 1, isWord(source.lowerBound, Self.who) else { return }
    let sentence = input.tokens.sentence(source.lowerBound)
    let comma = source.lowerBound - 1
    guard comma > sentence.lowerBound + 1, input.tokens.isCharacter(comma, ","), comma - sentence.lowerBound <= 12,
      Pronouns.articles.contains(input.tokens.hashes[sentence.lowerBound]),
      (sentence.lowerBound + 1..<comma).allSatisfy({
        input.tokens.isWord($0) && !input.tokens.shapes[$0].isCapitalised && !SubjectFinder.isFinite($0, input)
      })
    else { return }
    relation.source = sentence.lowerBound..<comma
  }

  /// `Norvik had warned that it would act. It is late, Ode said then.`: a clause belongs to the verb before it, not to one
  /// of the next sentence.
  private func takeOwnVerb(_ relation: inout Relation) {
    guard let cue = relation.cue, let content = relation.contents.first, content.upperBound <= cue.lowerBound,
      isWord(content.lowerBound, Self.that), !content.contains(where: input.isQuoted),
      input.tokens.sentenceOf[cue.lowerBound] != input.tokens.sentenceOf[content.lowerBound]
    else { return }
    let start = max(input.tokens.sentence(content.lowerBound).lowerBound, content.lowerBound - 5)
    guard let verb = (start..<content.lowerBound).last(where: { input.strengths[$0].isStrong }),
      let subject = subjects.subject(of: verb)
    else { return }
    relation.cue = verb..<(verb + 1)
    relation.source = subject
  }

  /// `insisted that the warning | went out at five`: a clause without its verb goes on to the end of the sentence.
  private func completeClause(_ relation: inout Relation) {
    guard let cue = relation.cue, let content = relation.contents.last, relation.contents.count == 1,
      content.lowerBound == cue.upperBound, isWord(content.lowerBound, Self.that),
      !content.contains(where: { input.isQuoted($0) || SubjectFinder.isFinite($0, input) })
    else { return }
    let sentence = input.tokens.sentence(content.lowerBound)
    var end = sentence.upperBound
    while end > content.upperBound, !input.tokens.isWord(end - 1) { end -= 1 }
    let rest = content.upperBound..<end
    guard !rest.isEmpty, SubjectFinder.isFinite(rest.lowerBound, input),
      !rest.contains(where: { input.isQuoted($0) || input.isRulingCue($0) || input.tokens.isCharacter($0, ",") })
    else { return }
    relation.contents[0] = content.lowerBound..<end
  }

  /// `would not say when that might be`: the word of the question belongs to the content.
  private func takeQuestion(_ relation: inout Relation) {
    guard let content = relation.contents.first, let cue = relation.cue, content.lowerBound > 0,
      Self.questions.contains(input.tokens.hashes[content.lowerBound - 1]), !input.isQuoted(content.lowerBound)
    else { return }
    let word = content.lowerBound - 1
    if cue.upperBound == word + 1, cue.count > 1 {
      relation.cue = cue.lowerBound..<word
    } else if cue.upperBound != word {
      return
    }
    relation.contents[0] = word..<content.upperBound
  }

  /// An interview is where somebody spoke, not who did.
  private func dropOccasion(_ relation: inout Relation) {
    guard let source = relation.source, let cue = relation.cue,
      source.contains(where: { Self.occasions.contains(input.tokens.hashes[$0]) }),
      !source.contains(where: { input.isTitle[$0] })
    else { return }
    let first = min(cue.lowerBound, relation.contents.first?.lowerBound ?? cue.lowerBound)
    relation.source = subjects.subject(of: cue.lowerBound) ?? subjects.first(before: first)
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
  private static let objects = WordSet("whom which")
  private static let according = ByteHash.of("according")
  private static let questions = WordSet("when where why how whether who whom what which")
  private static let by = ByteHash.of("by")
  private static let who = ByteHash.of("who")
  private static let quoted = WordSet("quoted cited reported")
  private static let saying = ByteHash.of("saying")
  private static let `as` = ByteHash.of("as")
  private static let that = ByteHash.of("that")
  private static let ing = ByteHash.of("ing")
  private static let conjunctions = WordSet("but and")
  private static let occasions = WordSet("interview interviews")
}
