/// Which words are said: cuts off what belongs to the telling, and takes what belongs to the words.
extension RelationRepairs {
  /// `echoed the president by claiming that ...`: what was claimed is the content, and claiming the cue.
  func cutAtGerund(_ relation: inout Relation) {
    guard let content = relation.contents.first, !input.isQuoted(content.lowerBound),
      let by = content.prefix(12).first(where: { isWord($0, Self.by) }), by + 2 < content.upperBound,
      input.strengths[by + 1] == .a, isGerund(by + 1), isWord(by + 2, Self.that)
    else { return }
    relation.cue = (by + 1)..<(by + 2)
    relation.contents[0] = (by + 2)..<content.upperBound
  }

  /// `saying on "Channel 4" that ...`: the name in marks is where it was said.
  func cutAtOutlet(_ relation: inout Relation) {
    guard let content = relation.contents.first, let quotation = input.quotation(content.lowerBound),
      quotation.open == content.lowerBound, quotation.length <= 4, quotation.close + 2 < content.upperBound,
      isWord(quotation.close + 1, Self.that)
    else { return }
    relation.contents[0] = (quotation.close + 1)..<content.upperBound
  }

  /// `Ode was quoted by a newspaper as saying that ...`, `The paper quoted Ode as saying that ...`: the words begin behind,
  /// and are Ode's.
  func cutAtSaying(_ relation: inout Relation) {
    guard let content = relation.contents.first else { return }
    let sentence = input.tokens.sentence(content.lowerBound)
    let first = max(sentence.lowerBound, content.lowerBound - 1)
    let near = first..<max(first, min(content.upperBound - 2, content.lowerBound + 12))
    let (hashes, word) = (input.tokens.hashes, VerbForms.saying)
    guard let saying = near.first(where: { hashes[$0] == word }), saying > sentence.lowerBound + 1,
      isWord(saying - 1, Self.as)
    else { return }
    relation.contents[0] = (saying + 1)..<content.upperBound
    let quoted = (max(sentence.lowerBound, saying - 10)..<saying).last { Self.quoted.contains(input.tokens.hashes[$0]) }
    guard let quoted, let subject = whomQuotes(quoted, before: saying - 1) ?? subjects.subject(of: quoted) else {
      return
    }
    relation.source = subject
    relation.cue = quoted..<(quoted + 1)
  }

  /// The object of "quoted" in front of "as saying", where it has one.
  private func whomQuotes(_ verb: Int, before end: Int) -> Range<Int>? {
    let object = (verb + 1)..<end
    guard !object.isEmpty, !Pronouns.prepositions.contains(input.tokens.hashes[verb + 1]),
      !ClauseFinder.isNounOrPassive(verb, input), object.allSatisfy({ !input.isQuoted($0) })
    else { return nil }
    return object
  }

  /// `reported, citing two clerks, that ...`: whom a paper has it from is none of the words.
  func dropCited(_ relation: inout Relation) {
    for (index, content) in relation.contents.enumerated().reversed()
    where content.lowerBound > 0 && isWord(content.lowerBound - 1, Self.citing) && !input.isQuoted(content.lowerBound) {
      let near = content.prefix(Self.longestCited)
      let comma = near.first { input.tokens.isCharacter($0, ",") } ?? near.endIndex
      // "citing the risk of floods": what, not whom.
      guard
        (content.lowerBound..<comma).contains(where: {
          input.isTitle[$0] || Self.informants.contains(input.tokens.hashes[$0])
        })
      else { continue }
      if content.upperBound - comma > 4 {
        relation.contents[index] = (comma + 1)..<content.upperBound
      } else {
        relation.contents.remove(at: index)
      }
    }
  }

  /// `told the private station Norvik One that ...`: who hears it is none of the words.
  func cutAtHearer(_ relation: inout Relation) {
    guard let content = relation.contents.first, let cue = relation.cue, cue.upperBound == content.lowerBound,
      Self.tellingSomebody.contains(input.tokens.hashes[cue.upperBound - 1]),
      let that = content.prefix(Self.longestHearer).first(where: { isWord($0, Self.that) }),
      that > content.lowerBound, that + 3 < content.upperBound,
      Pronouns.articles.contains(input.tokens.hashes[content.lowerBound])
        || input.tokens.shapes[content.lowerBound].isCapitalised,
      (content.lowerBound..<that).allSatisfy({
        input.tokens.isWord($0) && !input.isQuoted($0) && input.strengths[$0] == .none
      })
    else { return }
    relation.contents[0] = that..<content.upperBound
  }

  /// `told the Herald her town would pay`: the clause begins behind who hears it.
  func cutAtHearerOfClause(_ relation: inout Relation) {
    guard let content = relation.contents.first, let cue = relation.cue, cue.upperBound == content.lowerBound,
      Self.tellingSomebody.contains(input.tokens.hashes[cue.upperBound - 1]), !input.isQuoted(content.lowerBound),
      Pronouns.articles.contains(input.tokens.hashes[content.lowerBound])
        || input.tokens.shapes[content.lowerBound].isCapitalised || input.isPlural(content.lowerBound)
        || ClauseFinder.hearers.contains(input.tokens.hashes[content.lowerBound]),
      let begin = ClauseFinder.behindHearer(content.lowerBound, in: content, input),
      ClauseFinder.isOwned(begin, input),
      ClauseFinder.holdsVerb(begin..<content.upperBound, input)
    else { return }
    relation.contents[0] = begin..<content.upperBound
  }

  /// In tokens.
  private static let longestCited = 12
  private static let longestHearer = 9
  private static let informants = WordSet(
    "officials sources source people person diplomats lawmakers aides residents witnesses police experts ministers"
  )
  private static var citing: UInt32 { ByteHash.of("citing") }
  static let tellingSomebody = WordSet("told tells telling")

  /// `declined to say when ...`: what was not said is the content.
  func cutAtRefusal(_ relation: inout Relation) {
    guard let content = relation.contents.first, let cue = relation.cue, cue.upperBound == content.lowerBound,
      Self.refusals.contains(input.tokens.hashes[cue.upperBound - 1]), content.count > 3,
      isWord(content.lowerBound, Self.to), input.strengths[content.lowerBound + 1] == .a
    else { return }
    relation.cue = cue.lowerBound..<(content.lowerBound + 2)
    relation.contents[0] = (content.lowerBound + 2)..<content.upperBound
  }

  /// `insisted that the warning | went out at five`: a clause without its verb goes on to the end of the sentence.
  func completeClause(_ relation: inout Relation) {
    guard let cue = relation.cue, let content = relation.contents.last, relation.contents.count == 1,
      content.lowerBound == cue.upperBound, isWord(content.lowerBound, Self.that),
      !content.contains(where: { input.isQuoted($0) || SubjectFinder.isFinite($0, input) })
    else { return }
    let sentence = input.tokens.sentence(content.lowerBound)
    var end = sentence.upperBound
    while end > content.upperBound, !input.tokens.isWord(end - 1) { end -= 1 }
    guard content.upperBound < end else { return }
    let rest = content.upperBound..<end
    // `found that deaths | in the city rose by a third`
    let isVerbNear =
      Pronouns.prepositions.contains(input.tokens.hashes[rest.lowerBound])
      && rest.prefix(6).contains { SubjectFinder.isFinite($0, input) }
    guard !rest.isEmpty, isVerbNear || SubjectFinder.isFinite(rest.lowerBound, input),
      !rest.contains(where: { input.isQuoted($0) || input.isRulingCue($0) || input.tokens.isCharacter($0, ",") })
    else { return }
    relation.contents[0] = content.lowerBound..<end
  }

  /// `said the work | is expected to end in May`: what is expected of a thing is said of it, up to the next comma.
  func completeExpected(_ relation: inout Relation) {
    guard let cue = relation.cue, let content = relation.contents.last, relation.contents.count == 1,
      cue.upperBound <= content.lowerBound, cue.contains(where: { input.strengths[$0] == .a }),
      case let be = content.upperBound, be + 3 < input.tokens.count,
      Self.expected.contains(input.tokens.hashes[be + 1]),
      AttributedSentence.helpers.contains(input.tokens.hashes[be]), isWord(be + 2, Self.to),
      case let sentence = input.tokens.sentence(content.lowerBound), sentence.contains(be + 3),
      !content.contains(where: input.isQuoted), !input.isQuoted(be + 1)
    else { return }
    let end = input.tokens.wordsEnd(sentence)
    let rest = be + 3..<max(be + 3, end)
    let stop = rest.first { !input.tokens.isWord($0) || input.isQuoted($0) || input.strengths[$0] == .a } ?? end
    guard stop == end || input.tokens.isCharacter(stop, ",") else { return }
    relation.contents[0] = content.lowerBound..<stop
  }

  static let expected = WordSet("expected due scheduled likely supposed set")

  /// `denied the | accusations`: no more than the article was taken.
  func completeNoun(_ relation: inout Relation) {
    guard relation.contents.count == 1, let content = relation.contents.first, content.count == 1,
      Pronouns.articles.contains(input.tokens.hashes[content.lowerBound]), !input.isQuoted(content.lowerBound)
    else { return }
    var end = content.upperBound
    let limit = min(end + 3, input.tokens.sentence(content.lowerBound).upperBound)
    while end < limit, input.tokens.isWord(end), !Pronouns.prepositions.contains(input.tokens.hashes[end]),
      input.partsOfSpeech[end] != Self.conjunction
    { end += 1 }
    relation.contents[0] = content.lowerBound..<end
  }

  private static var conjunction: UInt32 { ByteHash.of("CC") }

  /// `would not say when that might be`: the word of the question belongs to the content.
  func takeQuestion(_ relation: inout Relation) {
    guard let content = relation.contents.first, let cue = relation.cue, content.lowerBound > 0,
      Self.questionWords.contains(input.tokens.hashes[content.lowerBound - 1]), !input.isQuoted(content.lowerBound)
    else { return }
    let word = content.lowerBound - 1
    if cue.upperBound == word + 1, cue.count > 1 {
      relation.cue = cue.lowerBound..<word
    } else if cue.upperBound != word {
      return
    }
    relation.contents[0] = word..<content.upperBound
  }

  /// `told Norvik Radio the storm was | “deepening fast”`: the clause begins behind who hears it.
  func takeClauseBeforeMarks(_ relation: inout Relation) {
    guard let content = relation.contents.first, let cue = relation.cue, content.lowerBound > cue.upperBound,
      content.lowerBound - cue.upperBound <= Self.longestLead, input.tokens.marks[content.lowerBound] != .none,
      let told = cue.first(where: { VerbForms.told.contains(input.tokens.hashes[$0]) }),
      let begin = ClauseFinder.behindHearer(told + 1, in: told..<content.upperBound, input), begin >= cue.upperBound,
      begin + 1 < content.lowerBound,
      (begin..<content.lowerBound).allSatisfy({ input.tokens.isWord($0) && !isTelling($0) }),
      SubjectFinder.isFinite(content.lowerBound - 1, input)
    else { return }
    relation.contents[0] = begin..<content.upperBound
  }

  private static let longestLead = 12

  /// `say they had a day to leave, a claim the port denies`: what is thought of the words is none of them.
  func cutVerdict(_ relation: inout Relation) {
    guard let content = relation.contents.last, content.count > 6,
      !input.isQuoted(content.lowerBound),
      let comma = content.suffix(Self.longestVerdict).dropLast(3).last(where: {
        input.facts[$0].contains(.comma) && Self.verdicts.contains(input.tokens.hashes[$0 + 2])
          && Pronouns.articles.contains(input.tokens.hashes[$0 + 1]) && !input.isQuoted($0)
      }), comma > content.lowerBound + 1,
      !(comma..<content.upperBound).contains(where: input.isQuoted)
    else { return }
    relation.contents[relation.contents.count - 1] = content.lowerBound..<comma
  }

  private static let longestVerdict = 12
  static let verdicts = WordSet("claim charge allegation accusation assertion suggestion")

  /// `According to Ode, a trader in Norvik, prices will fall`: the apposition belongs to Ode.
  func cutApposition(_ relation: inout Relation) {
    guard let cue = relation.cue, isWord(cue.upperBound - 1, Self.to), let source = relation.source,
      let content = relation.contents.first, content.lowerBound == source.upperBound + 1,
      source.lowerBound == cue.upperBound,
      let comma = content.prefix(14).first(where: { !input.tokens.isWord($0) }), input.tokens.isCharacter(comma, ","),
      comma + 3 < content.upperBound,
      // `According to the coach, who was sent off, the referee ...`
      Self.relatives.contains(input.tokens.hashes[content.lowerBound])
        || comma - content.lowerBound < 9
          && AttributedSentence.beginsApposition(content.lowerBound, before: content.upperBound, input)
          && !(content.lowerBound..<comma).contains(where: { SubjectFinder.isFinite($0, input) })
    else { return }
    relation.contents[0] = (comma + 1)..<content.upperBound
  }

  private func isGerund(_ token: Int) -> Bool { input.tokens.suffixes[token] == Self.ing }

  private static var relatives: FewWords { FewWords("who", "whose") }
  static let refusals = WordSet("decline declines declined declining refuse refuses refused refusing")
  static let questionWords = WordSet("when where why how whether who whom what which")
  private static var by: UInt32 { ByteHash.of("by") }
  private static let quoted = WordSet("quoted cited reported")
  private static var `as`: UInt32 { ByteHash.of("as") }
  private static var ing: UInt32 { ByteHash.of("ing") }
}
