/// Who says the words.
extension RelationRepairs {
  /// `Norvik had warned that it would act. It is late, Ode said then.`: a clause belongs to the verb before it, not to one
  /// of the next sentence.
  func takeOwnVerb(_ relation: inout Relation) {
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

  /// `said on Tuesday that | she | supported | the policy`: a verb of the words was taken for the one that brings them.
  func takeOuterVerb(_ relation: inout Relation) {
    guard relation.contents.count == 2, let cue = relation.cue, let pronoun = relation.source,
      case (let that, let rest) = (relation.contents[0], relation.contents[1]), that.count == 1,
      isWord(that.lowerBound, Self.that), that.upperBound == pronoun.lowerBound, pronoun.upperBound <= cue.lowerBound,
      cue.upperBound == rest.lowerBound, !cue.contains(where: { input.strengths[$0] == .a }),
      case let sentence = input.tokens.sentence(that.lowerBound),
      case let near = max(sentence.lowerBound, that.lowerBound - 5)..<max(sentence.lowerBound, that.lowerBound),
      let verb = near.last(where: { input.strengths[$0] == .a }), !ClauseFinder.isNounOrPassive(verb, input),
      let subject = subjects.subject(of: verb)
    else { return }
    relation = Relation(source: subject, cue: verb..<verb + 1, contents: [that.lowerBound..<rest.upperBound])
  }

  /// `According to the harbour master, ...`: who stands behind "to" is the source.
  func takeNameBehindAccording(_ relation: inout Relation) {
    guard let cue = relation.cue, cue.count >= 2, isWord(cue.upperBound - 1, Self.to),
      isWord(cue.upperBound - 2, Self.according), relation.source?.lowerBound != cue.upperBound
    else { return }
    let sentence = input.tokens.sentence(cue.lowerBound)
    var end = cue.upperBound
    while end < sentence.upperBound, end - cue.upperBound < 10, input.tokens.isWord(end) { end += 1 }
    let source = cue.upperBound..<end
    guard !source.isEmpty else { return }
    if relation.contents.contains(source) { takePronounBehindAccording(source, &relation) }
    // `According to reports in Norvik, Ode will leave`: all of it was taken for words.
    if relation.source == nil, relation.contents.count == 1, let content = relation.contents.first,
      content.lowerBound == source.lowerBound,
      source.upperBound + 3 < content.upperBound, input.tokens.isCharacter(source.upperBound, ",")
    {
      relation.contents[0] = (source.upperBound + 1)..<content.upperBound
    }
    guard !relation.contents.contains(where: { $0.overlaps(source) }) else { return }
    relation.source = source
  }

  /// `According to her, ...`: the pronoun was taken for words.
  private func takePronounBehindAccording(_ source: Range<Int>, _ relation: inout Relation) {
    let sentence = input.tokens.sentence(source.lowerBound)
    if relation.contents.count == 1 {
      guard source.upperBound + 4 < sentence.upperBound, input.tokens.isCharacter(source.upperBound, ",") else {
        return
      }
      var end = sentence.upperBound
      while end > source.upperBound + 2, !input.tokens.isWord(end - 1), input.tokens.marks[end - 1] == .none {
        end -= 1
      }
      relation.contents.append((source.upperBound + 1)..<end)
    }
    relation.contents.removeAll { $0 == source }
  }

  /// `Norland's president, Ode, speaking in Norvik, said the road would open`: a piece before the verb that has none of its
  /// own is who says the one behind it.
  func takeSpeakerBeforeVerb(_ relation: inout Relation) {
    guard relation.contents.count == 2, let cue = relation.cue, let speaker = relation.contents.first,
      relation.contents[1].lowerBound == cue.upperBound, speaker.upperBound < cue.lowerBound,
      input.tokens.sentenceOf[speaker.lowerBound] == input.tokens.sentenceOf[cue.lowerBound],
      relation.source.map({ input.tokens.sentenceOf[$0.lowerBound] != input.tokens.sentenceOf[cue.lowerBound] })
        ?? true,
      input.tokens.isCharacter(speaker.upperBound, ","), input.tokens.isCharacter(cue.lowerBound - 1, ","),
      speaker.contains(where: { input.tokens.shapes[$0].isCapitalised || input.isTitle[$0] }),
      !speaker.contains(where: { SubjectFinder.isFinite($0, input) || input.isQuoted($0) })
    else { return }
    relation.source = speaker
    relation.contents.removeFirst()
  }

  /// `The union will appeal, said its spokesman, Ode.`: who stands behind the verb was taken for more of the words.
  func takeSpeakerBehindVerb(_ relation: inout Relation) {
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

  /// `Not so fast, says Ode, a lawyer.`: who stands behind the verb was taken for the words, which stand before it.
  func takeWordsBeforeVerb(_ relation: inout Relation) {
    guard relation.contents.count == 1, let cue = relation.cue, cue.count <= 2, cue.lowerBound > 0,
      input.tokens.isCharacter(cue.lowerBound - 1, ","), input.strengths[cue.lowerBound].isStrong,
      let speaker = relation.contents.first, speaker.lowerBound == cue.upperBound, speaker.count <= 40,
      case let head = head(of: speaker), head.count <= 14,
      input.tokens.shapes[speaker.lowerBound].isCapitalised
        || Self.determiners.contains(input.tokens.hashes[speaker.lowerBound]),
      !head.contains(where: { input.tokens.shapes[$0] == .lower && SubjectFinder.isFinite($0, input) }),
      !speaker.contains(where: input.isQuoted)
    else { return }
    let sentence = input.tokens.sentence(cue.lowerBound)
    let start = max(sentence.lowerBound, input.tokens.paragraph(cue.lowerBound).tokens.lowerBound)
    let comma = cue.lowerBound - 1
    guard comma > start, input.tokens.isCharacter(comma, ","), comma - start <= 20,
      !(start..<comma).contains(where: { input.isQuoted($0) || input.isRulingCue($0) }),
      Self.telling.contains(input.tokens.hashes[cue.lowerBound]) && isWholeClause(start..<comma)
        && !(head.upperBound < speaker.upperBound && isWord(head.upperBound, Self.that))
        || isPlainSpeaker(speaker)
          && relation.source.map({ !sentence.contains($0.lowerBound) || speaker.contains($0.lowerBound) }) ?? true
    else { return }
    let next = head.upperBound
    let isApposed =
      isPlainSpeaker(speaker)
      || next + 1 < speaker.upperBound
        && (Self.relatives.contains(input.tokens.hashes[next])
          || Self.relatives.contains(input.tokens.hashes[next + 1])
          || input.tokens.shapes[next + 1].isCapitalised || Pronouns.articles.contains(input.tokens.hashes[next + 1]))
    relation.source = isApposed ? speaker : head
    relation.contents = [start..<comma]
  }

  private static let telling = WordSet(
    """
    says said points pointed notes noted argues argued suggests suggested warns warned insists insisted explains explained \
    adds added recalls recalled reckons believes claims claimed concedes shows
    """)

  /// Up to the first comma or relative pronoun.
  private func head(of speaker: Range<Int>) -> Range<Int> {
    let end = speaker.first { !input.tokens.isWord($0) || Self.relatives.contains(input.tokens.hashes[$0]) }
    return speaker.lowerBound..<max(speaker.lowerBound, end ?? speaker.upperBound)
  }

  private func isPlainSpeaker(_ speaker: Range<Int>) -> Bool {
    speaker.count <= 14 && input.tokens.shapes[speaker.lowerBound].isCapitalised
      && !speaker.contains { input.tokens.shapes[$0] == .lower && SubjectFinder.isFinite($0, input) }
  }

  /// `Prices rise every spring`: a verb, and no comma behind which another verb could have its subject.
  private func isWholeClause(_ tokens: Range<Int>) -> Bool {
    if tokens.allSatisfy(input.tokens.isWord) {
      return tokens.dropFirst().contains { input.tokens.shapes[$0] == .lower && SubjectFinder.isFinite($0, input) }
    }
    // `Without new money by May, the agency will cut rations`
    guard let comma = tokens.last(where: { !input.tokens.isWord($0) }), input.tokens.isCharacter(comma, ",") else {
      return false
    }
    return (comma + 2..<max(comma + 2, tokens.upperBound)).contains { Self.ruling.contains(input.tokens.hashes[$0]) }
      && !Self.relatives.contains(input.tokens.hashes[comma + 1])
      && !Self.subordinate.contains(input.tokens.hashes[comma + 1])
  }

  private static let determiners = WordSet("the a an its his her their")
  private static let subordinate = WordSet("if once after before until unless since although though because including")
  private static let ruling = WordSet("is are was were has have had will would can could may might must should")

  /// `Ode, whom Roe called "a thief," said that ...`: who stands before the relative clause says it.
  func takeHeadOfRelative(_ relation: inout Relation) {
    guard let source = relation.source, let cue = relation.cue, source.upperBound < cue.lowerBound,
      let relative = object(at: source.lowerBound),
      (source.upperBound..<cue.lowerBound).contains(where: { input.strengths[$0] != .none }),
      !input.tokens.isWord(cue.lowerBound - 1),
      let head = subjects.last(before: relative)
    else { return }
    relation.source = head
  }

  /// `Miners of the pit, who feared for their lives, said that ...`: behind the comma it is not "who" says it, but what the sentence
  /// begins with.
  func takeHeadOfPersonalClause(_ relation: inout Relation) {
    guard let source = relation.source, let cue = relation.cue, source.count == 1,
      source.upperBound + 1 < cue.lowerBound,
      isWord(source.lowerBound, Self.who), input.tokens.isCharacter(cue.lowerBound - 1, ","),
      let head = subjects.subjectBeforeClause(of: cue.lowerBound), head.upperBound < source.lowerBound
    else { return }
    relation.source = head
  }

  /// `Ode, who heads the union, welcomed ...`: who is the one before.
  func cutRelative(_ relation: inout Relation) {
    guard let source = relation.source, source.count > 2, isWord(source.lowerBound, Self.who) else { return }
    relation.source = source.lowerBound..<(source.lowerBound + 1)
  }

  /// The `whom` or `which` that a source begins with, or that stands before it.
  private func object(at token: Int) -> Int? {
    isObject(token) ? token : isObject(token - 1) ? token - 1 : nil
  }

  private func isObject(_ token: Int) -> Bool { token > 0 && Self.objects.contains(input.tokens.hashes[token]) }

  /// `A clerk there, who asked for more, said ...`: "who" is the one that the sentence opens with, where no name is.
  func takeOpening(_ relation: inout Relation) {
    guard let source = relation.source, source.count == 1, isWord(source.lowerBound, Self.who) else { return }
    let sentence = input.tokens.sentence(source.lowerBound)
    let comma = source.lowerBound - 1
    guard comma > sentence.lowerBound + 1, input.tokens.isCharacter(comma, ","), comma - sentence.lowerBound <= 12,
      Pronouns.articles.contains(input.tokens.hashes[sentence.lowerBound]),
      (sentence.lowerBound + 1..<workplace(in: sentence.lowerBound..<comma)).allSatisfy({
        input.tokens.isWord($0) && !input.tokens.shapes[$0].isCapitalised && !SubjectFinder.isFinite($0, input)
      })
    else { return }
    relation.source = sentence.lowerBound..<comma
  }

  /// The "at" of `A doctor at Norvik Hospital`, with nothing but a name behind; else the end.
  private func workplace(in opening: Range<Int>) -> Int {
    guard let at = opening.dropFirst(2).first(where: { Self.workplaces.contains(input.tokens.hashes[$0]) }),
      at + 1 < opening.upperBound, input.isTitle[at - 1], input.tokens.shapes[opening.upperBound - 1] != .initial,
      (at + 1..<opening.upperBound).allSatisfy({ input.tokens.isWord($0) && !SubjectFinder.isFinite($0, input) })
    else { return opening.upperBound }
    return at
  }

  private static var workplaces: FewWords { FewWords("at", "in", "from") }

  /// `France warned that ... "...," its minister said`: who stands with the next verb does not say what came before.
  func dropSourceOfNext(_ relation: inout Relation) {
    guard let source = relation.source, let cue = relation.cue, let content = relation.contents.first,
      cue.upperBound <= content.lowerBound, source.lowerBound > content.upperBound,
      input.tokens.sentenceOf[source.lowerBound] != input.tokens.sentenceOf[cue.lowerBound],
      !content.contains(where: input.isQuoted)
    else { return }
    relation.source = nil
  }

  /// An interview is where somebody spoke, not who did.
  func dropOccasion(_ relation: inout Relation) {
    guard let source = relation.source, let cue = relation.cue,
      source.contains(where: { Self.interviews.contains(input.tokens.hashes[$0]) }),
      !source.contains(where: { input.isTitle[$0] })
    else { return }
    let first = min(cue.lowerBound, relation.contents.first?.lowerBound ?? cue.lowerBound)
    relation.source = subjects.subject(of: cue.lowerBound) ?? subjects.first(before: first)
  }

  /// `Ode thanked the crew and said that ...`: who does the first says the second, not the one to whom it is done.
  func takeSubjectOfFirst(_ relation: inout Relation) {
    guard let cue = relation.cue, let content = relation.contents.first, cue.upperBound <= content.lowerBound,
      let and = joint(before: cue.lowerBound), let verb = cue.first(where: { input.strengths[$0] == .a }),
      input.tokens.suffixes[verb] != Self.ing, !content.contains(where: input.isQuoted)
    else { return }
    let start = max(input.tokens.sentence(verb).lowerBound, input.tokens.paragraph(verb).tokens.lowerBound)
    // The "and" may have ended the sentence before.
    guard start < and,
      let first = subjects.actor(in: start..<and) ?? (relation.source == nil ? opening(start..<and) : nil),
      first.upperBound <= and,
      relation.source.map({ isObject($0, of: first, before: and) }) ?? true
    else { return }
    // `told of a boy who saw the painting and asked`
    guard !(first.upperBound..<and).contains(where: { Self.relatives.contains(input.tokens.hashes[$0]) }) else {
      return
    }
    relation.source = first
  }

  /// `The minister did not give a date but said`: a noun that no list of names has.
  private func opening(_ clause: Range<Int>) -> Range<Int>? {
    guard let opening = subjects.opening(of: clause, before: clause.upperBound),
      input.isTitle[opening.upperBound - 1], opening.upperBound < clause.upperBound,
      SubjectFinder.isFinite(opening.upperBound, input)
    else { return nil }
    return opening
  }

  /// The "and" right before a verb, an adverb allowed between.
  private func joint(before verb: Int) -> Int? {
    (max(0, verb - 2)..<verb).last { Self.joints.contains(input.tokens.hashes[$0]) }
  }

  /// Whether somebody stands between the one who acts and the verb that is joined, right behind a verb or a preposition.
  private func isObject(_ source: Range<Int>, of actor: Range<Int>, before and: Int) -> Bool {
    guard source.lowerBound > actor.upperBound, source.upperBound <= and else { return false }
    let before = source.lowerBound - 1
    return before == actor.upperBound && SubjectFinder.isFinite(before, input)
      || Pronouns.prepositions.contains(input.tokens.hashes[before])
  }

  /// `Asked whether he would go, Ode replied`: who answers does not ask.
  func dropAnswering(_ relation: inout Relation) {
    guard let cue = relation.cue, let source = relation.source, source.lowerBound >= cue.upperBound,
      SourceFinder.isAsked(cue, input), !relation.contents.contains(where: { $0.contains(where: input.isQuoted) })
    else { return }
    relation.source = nil
  }

  /// `a baker called Ode opens the door`: a name is not what somebody is said to be.
  func dropName(_ relation: inout Relation) {
    guard relation.contents.count == 1, let content = relation.contents.first, let cue = relation.cue,
      content.lowerBound == cue.upperBound, input.tokens.shapes[content.lowerBound].isCapitalised, cue.count == 1,
      cue.lowerBound > 0, Self.called.contains(input.tokens.hashes[cue.lowerBound]),
      input.tokens.shapes[cue.lowerBound - 1] == .lower, !content.contains(where: input.isQuoted)
    else { return }
    let end = content.first { !input.tokens.shapes[$0].isCapitalised } ?? content.upperBound
    let start = input.tokens.sentence(cue.lowerBound).lowerBound
    guard end == content.upperBound || !input.tokens.isWord(end),
      (max(start, cue.lowerBound - 4)..<cue.lowerBound).contains(where: {
        Self.indefinites.contains(input.tokens.hashes[$0])
      })
    else { return }
    relation.contents = []
  }

  static let called = WordSet("called named")
  private static var indefinites: FewWords { FewWords("a", "an") }

  /// `As noted by the minister, the talks go on`: the words begin behind who says them.
  func takeAuthor(_ relation: inout Relation) {
    guard let cue = relation.cue else { return }
    let sentence = input.tokens.sentence(cue.lowerBound)
    let start = max(sentence.lowerBound, input.tokens.paragraph(cue.lowerBound).tokens.lowerBound)
    guard isWord(start, Self.as), relation.contents.allSatisfy({ sentence.contains($0.lowerBound) }),
      let noted = AttributedSentence(input: input, subjects: subjects).noted(start..<sentence.upperBound),
      noted.cue?.overlaps(cue) ?? false
    else { return }
    (relation.source, relation.cue, relation.contents) = (noted.source, noted.cue, noted.contents)
  }

  private static let relatives = WordSet("who which that whom whose when while where as")
  private static var joints: FewWords { FewWords("and", "but") }
  private static var `as`: UInt32 { ByteHash.of("as") }
  private static var ing: UInt32 { ByteHash.of("ing") }
  private static var objects: FewWords { FewWords("whom", "which") }
  static let interviews = WordSet("interview interviews")
}
