/// A sentence that says whose words it is, and that the tagger passed over:
///
///     The road was closed at noon, officials said.
///     The road was closed at noon, the operator said, a day after the storm.
///     According to Ode, three hundred lorries wait at the border.
struct AttributedSentence {
  let input: TaggerInput
  let subjects: SubjectFinder
  static let leastTokens = 4
  static let longestSource = 10

  /// - Parameter words: Those of the sentence; all of this hangs on a comma.
  func relation(in sentence: Range<Int>, _ words: RuleWords) -> Relation? {
    guard words.contains(.comma), case let own = withoutDateline(sentence), !own.isEmpty else { return nil }
    if words.contains(.according), let found = atBeginning(own) { return found }
    if words.contains(.as), let found = noted(own) { return found }
    if words.holds(Self.enders), let found = atEnd(own) { return found }
    if let found = atEndWithoutVerb(own, words) { return found }
    if words.holds(Self.interrupters), let found = interrupted(own) { return found }
    return words.holds(Self.closers) ? inside(own, before: own.upperBound) : nil
  }

  /// Who says it at the end, in other forms than with a verb of saying.
  private func atEndWithoutVerb(_ own: Range<Int>, _ words: RuleWords) -> Relation? {
    if words.contains(.according), let found = accordingAtEnd(own) { return found }
    if words.contains(.hearing), let found = heard(own) { return found }
    return words.contains(.informing) ? audience(own) : nil
  }

  /// `The driver told the police that it was late, Ode said.`: all of it is Ode's.
  func ending(_ sentence: Range<Int>) -> Relation? {
    let own = withoutDateline(sentence)
    return own.isEmpty ? nil : atEnd(own) ?? apposed(own)
  }

  /// `According to Ode, polls suggest that it would lose`
  func beginning(_ sentence: Range<Int>) -> Relation? {
    let own = withoutDateline(sentence)
    guard own.count > 6, input.tokens.hashes[own.lowerBound] == Self.according else { return nil }
    return atBeginning(own)
  }

  /// `..., the annual report showed.`
  func showing(_ sentence: Range<Int>) -> Relation? {
    let own = withoutDateline(sentence)
    return own.isEmpty ? nil : shown(own)
  }

  /// `..., officials said`, `..., said Ode`, with a day or nothing behind.
  func atEnd(_ sentence: Range<Int>) -> Relation? {
    let end = input.tokens.wordsEnd(sentence)
    guard let comma = sentence.last(where: { input.tokens.isCharacter($0, ",") && $0 < end - 1 }) else { return nil }
    let (content, clause) = (sentence.lowerBound..<comma, comma + 1..<end)
    return relation(content, clause: clause).map(takingName) ?? judged(content, clause)
  }

  /// The same where something inside the words was taken for a report of its own (`Exporters asked for more, sources
  /// said`): surely only where nothing of the clause was taken for words.
  func around(_ tagged: TaggedTokens, in sentence: Range<Int>, _ words: RuleWords) -> Relation? {
    guard words.contains(.comma), case let own = withoutDateline(sentence), !own.isEmpty else { return nil }
    // `A judge has summoned the minister, court documents show.`: the tagger took who shows it for words.
    if words.contains(.showing), let relation = shown(own), let source = relation.source,
      source.contains(where: { tagged.role($0) == .content }),
      !(own.lowerBound..<source.lowerBound).contains(where: { input.strengths[$0] == .a })
    {
      return relation
    }
    guard let relation = telling(own, words), let content = relation.contents.first,
      holdsFragments(content), !isToldInside(content),
      !(content.upperBound..<own.upperBound).contains(where: { tagged.role($0) == .content })
        || isSwallowed(relation, tagged) || isLeftOut(relation, tagged)
    else { return nil }
    return relation
  }

  /// `Orders show a "firmer tone", which could last`: of what stands in marks no more than a few words, inside the others, and
  /// nobody else who says or calls it so.
  func holdsFragments(_ content: Range<Int>) -> Bool {
    guard input.ruleWords(in: content).contains(.quoted) else { return true }
    return content.allSatisfy { token in
      guard let quotation = input.quotation(token) else { return true }
      return quotation.isClosed && quotation.length <= Self.longestFragment && quotation.open > content.lowerBound
        && quotation.close < content.upperBound
        && (token > quotation.open || !isIntroduced(token, from: content.lowerBound))
    }
  }

  /// `She echoed the mayor by claiming that it was a "struggle", according to a talk with her paper`: the words in marks have
  /// their own teller inside the sentence.
  private func isToldInside(_ content: Range<Int>) -> Bool {
    guard content.count > 2, input.ruleWords(in: content).contains(.quoted) else { return false }
    let (hashes, by, that) = (input.tokens.hashes, ByteHash.of("by"), ByteHash.of("that"))
    for token in content.lowerBound + 1..<content.upperBound - 1
    where hashes[token - 1] == by && hashes[token + 1] == that && !input.isQuoted(token) {
      return true
    }
    return false
  }

  /// `chanted, "Bread for all,"`, `told the cabinet that it was "late", according to her office`: more than a few words may be
  /// brought by a verb anywhere before.
  private func isIntroduced(_ mark: Int, from first: Int) -> Bool {
    if input.tokens.isCharacter(mark - 1, ",") || input.tokens.isCharacter(mark - 1, ":") { return true }
    let isShort = (input.quotation(mark)?.length ?? 0) <= Self.longestShort
    return (isShort ? max(first, mark - Self.farthestNamer)..<mark : first..<mark).contains {
      (input.strengths[$0] == .a || ClauseFinder.naming.contains(input.tokens.hashes[$0])) && !input.isQuoted($0)
    }
  }

  /// In tokens.
  private static let longestFragment = 12
  private static let longestShort = 6
  private static let farthestNamer = 8

  private func telling(_ own: Range<Int>, _ words: RuleWords) -> Relation? {
    if words.holds(Self.enders), let found = atEnd(own) { return found }
    if words.contains(.strengthA), let found = apposed(own) { return found }
    if let found = atEndWithoutVerb(own, words) { return found }
    return words.holds(Self.closers) ? inside(own, before: own.upperBound) : nil
  }

  /// `She accepted the post, her office said in a statement, adding that it was an honour`: in front of a participle that goes
  /// on with the telling.
  func beforeParticiple(_ sentence: Range<Int>) -> Relation? {
    let own = withoutDateline(sentence)
    // Commas are rare, and told by one bit.
    guard
      let next = own.dropFirst(8).dropLast().first(where: {
        input.facts[$0].contains(.comma) && Self.adding.contains(input.tokens.hashes[$0 + 1])
      }),
      let comma = own.last(where: { $0 < next - 1 && input.facts[$0].contains(.comma) }),
      let relation = (comma + 1..<next).contains(where: { Self.saying.contains(input.tokens.hashes[$0]) })
        ? relation(own.lowerBound..<comma, clause: comma + 1..<next) : inverted(own, before: comma),
      let words = relation.contents.first, !words.contains(where: { input.isQuoted($0) || input.strengths[$0] == .a })
    else { return nil }
    return relation
  }

  /// `..., said Ann Ode, the governor of the region, adding that ...`
  private func inverted(_ sentence: Range<Int>, before apposition: Int) -> Relation? {
    guard let comma = sentence.last(where: { $0 < apposition - 2 && input.facts[$0].contains(.comma) }),
      Self.saying.contains(input.tokens.hashes[comma + 1]), input.tokens.shapes[comma + 2].isCapitalised,
      Self.beginsApposition(apposition + 1, before: sentence.upperBound, input)
    else { return nil }
    return relation(sentence.lowerBound..<comma, clause: comma + 1..<apposition)
  }

  /// `The road will open, | the ministry said on Monday, | in the first sign of ...`: what was taken for words behind the telling
  /// is the writer's; where it is theirs, the verb has it already, and `ParagraphRelations` lets it.
  private func isLeftOut(_ relation: Relation, _ tagged: TaggedTokens) -> Bool {
    guard let cue = relation.cue, let source = relation.source, source.upperBound <= cue.lowerBound,
      Self.saying.contains(input.tokens.hashes[cue.lowerBound])
    else { return false }
    return tagged.role(cue.lowerBound) != .content
  }

  static let adding = WordSet("adding citing saying")

  /// `plans to | resume talks in May, sources said`: words that the tagger let go on to the end, over who says them.
  private func isSwallowed(_ relation: Relation, _ tagged: TaggedTokens) -> Bool {
    guard let cue = relation.cue, let content = relation.contents.first, content.upperBound <= cue.upperBound,
      Self.saying.contains(input.tokens.hashes[cue.lowerBound])
    else { return false }
    return (content.upperBound - 1..<cue.upperBound).allSatisfy {
      tagged.role($0) == .content && (tagged.labels[$0] == .insideContent || $0 < content.upperBound)
    }
  }

  /// `..., officials said, adding to ...`: the words before the first clause between commas that is nothing but who says
  /// them.
  ///
  /// - Parameter limit: The clause ends before this token.
  func inside(_ sentence: Range<Int>, before limit: Int) -> Relation? {
    let own = withoutDateline(sentence)
    guard !isBesideMain(own.lowerBound) else { return nil }
    var before: Int?
    for token in own where token < limit && input.tokens.isCharacter(token, ",") && !input.isQuoted(token) {
      if let before, let relation = between(before, token, before: limit, own.lowerBound) { return relation }
      before = token
    }
    return nil
  }

  /// Two commas with nothing between them but who says what stands before.
  private func between(_ comma: Int, _ next: Int, before limit: Int, _ first: Int) -> Relation? {
    // `The road, officials said, was closed`: the verb of what is said stands behind, as in `the road, she said, "is"`.
    guard next + 1 < limit, !Self.helpers.contains(input.tokens.hashes[next + 1]), !input.isQuoted(next + 1),
      (comma + 1..<next).contains(where: { Self.closing.contains(input.tokens.hashes[$0]) })
        || confirming(in: comma + 1..<next) != nil,
      !Self.participles.contains(input.tokens.hashes[comma + 1])
    else { return nil }
    return relation(first..<comma, clause: (comma + 1)..<next)
  }

  /// Whether a sentence opens with a clause or a phrase beside the one that is said: `After the vote, ...`.
  func isBesideMain(_ first: Int) -> Bool {
    Self.openings.contains(input.tokens.hashes[first]) || Pronouns.prepositions.contains(input.tokens.hashes[first])
      || input.tokens.suffixes[first] == Self.ing
  }

  private func relation(_ content: Range<Int>, clause: Range<Int>) -> Relation? {
    if let relation = quoted(content, clause) { return relation }
    guard content.count >= Self.leastTokens, clause.count <= Self.longestSource + Self.longestTail,
      let verb = clause.first(where: {
        input.strengths[$0] == .a && !input.isQuoted($0)
          && (!ClauseFinder.isNounOrPassive($0, input) || isLastVerb($0, of: clause))
      }) ?? confirming(in: clause), input.tokens.hashes[verb] != Self.according,
      let source = source(around: verb, in: clause)
    else { return nil }
    return Relation(source: source, cue: verb..<(verb + 1), contents: [content], origin: .clause)
  }

  /// `..., the agency's press service reports.`: behind a noun phrase with an article, at the end, it is no noun.
  private func isLastVerb(_ verb: Int, of clause: Range<Int>) -> Bool {
    verb == clause.upperBound - 1 && clause.count > 2 && Self.presents.contains(input.tokens.hashes[verb])
      && Self.articles.contains(input.tokens.hashes[clause.lowerBound])
      && (clause.lowerBound..<verb).contains { input.isTitle[$0] || input.tokens.shapes[$0].isCapitalised }
  }

  private static var presents: FewWords { FewWords("reports", "states", "notes", "claims") }

  /// All between the comma and the verb, or between the verb and the end, a day left out.
  private func source(around verb: Int, in clause: Range<Int>) -> Range<Int>? {
    let isBefore = verb > clause.lowerBound
    // `..., told the court`: who hears it stands behind.
    guard isBefore || !Self.hearing.contains(input.tokens.hashes[verb]),
      // `a strip claimed by both`
      verb + 1 >= clause.upperBound || input.tokens.hashes[verb + 1] != Self.by,
      // `the families stopped arguing`
      input.tokens.suffixes[verb] != Self.ing
    else { return nil }
    let tokens =
      isBefore ? clause.lowerBound..<withoutHelper(verb, behind: clause.lowerBound) : (verb + 1)..<clause.upperBound
    guard !tokens.isEmpty, tokens.count <= Self.longestSource,
      tokens.allSatisfy({ input.tokens.isWord($0) || isAcronymInBrackets($0, in: tokens) }),
      !tokens.contains(where: { Self.clauseWords.contains(input.tokens.hashes[$0]) }),
      !Pronouns.prepositions.contains(input.tokens.hashes[tokens.lowerBound]),
      // `two envoys, with their clerks, testified before the House`
      isBefore || !Self.before.contains(input.tokens.hashes[tokens.lowerBound]),
      !tokens.contains(where: { Self.helpers.contains(input.tokens.hashes[$0]) })
    else { return nil }
    if isBefore {
      let rest = (verb + 1)..<clause.upperBound
      guard
        rest.isEmpty || rest.count <= 2 && Self.times.contains(input.tokens.hashes[rest.upperBound - 1])
          || isPeriod(rest) && Self.saying.contains(input.tokens.hashes[verb])
          || isHearer(rest, of: verb) || isCircumstance(rest) || isOccasion(rest)
      else { return nil }
      // Whatever stands alone between a comma and the verb says it: `the operator said`.
      if Self.articles.contains(input.tokens.hashes[tokens.lowerBound]) { return tokens }
    }
    let head = tokens.upperBound - (input.tokens.isWord(tokens.upperBound - 1) || tokens.count < 4 ? 1 : 4)
    return isSpeaker(head) || Self.outlets.contains(input.tokens.hashes[head])
      // "engineers" may be a verb elsewhere.
      || isBefore && input.partsOfSpeech[head] == Self.pluralOrVerb
      || SpeakerWords.pronouns.contains(input.tokens.hashes[head])
      || hasHeadInside(tokens) || isOwned(head, in: tokens) ? tokens : nil
  }

  /// A name, a title or a plural.
  private func isSpeaker(_ token: Int) -> Bool {
    input.tokens.shapes[token].isCapitalised || input.isTitle[token] || input.isPlural(token)
  }

  /// `three officials familiar with the talks`: the noun for people stands before what it is told of them; `two medics and a
  /// resident`: or before the other one.
  private func hasHeadInside(_ tokens: Range<Int>) -> Bool {
    tokens.dropLast().prefix(4).contains { noun in
      let next = input.tokens.hashes[noun + 1]
      return (input.isPlural(noun) || input.isTitle[noun]) && Self.behindHead.contains(next)
        || next == Self.and && isSpeaker(noun) && noun + 2 < tokens.upperBound
    }
  }

  /// `Norland's embassy`, `Norland's flood centre`
  private func isOwned(_ head: Int, in tokens: Range<Int>) -> Bool {
    guard input.tokens.shapes[tokens.lowerBound].isCapitalised else { return false }
    return (max(tokens.lowerBound + 1, head - 3)..<max(tokens.lowerBound + 1, head)).contains {
      Pronouns.possessives.contains(input.tokens.hashes[$0])
    }
  }

  private static let behindHead = WordSet("familiar briefed involved close with at in from of near on aware")

  func withoutDateline(_ sentence: Range<Int>) -> Range<Int> {
    guard let first = sentence.first else { return sentence }
    let start = max(first, input.tokens.paragraph(first).tokens.lowerBound)
    return (isInBrackets(start, sentence) ? start + 1 : start)..<sentence.upperBound
  }

  /// `(The wall, which cost a fortune, was never tested, engineers say.)`
  private func isInBrackets(_ start: Int, _ sentence: Range<Int>) -> Bool {
    start + 4 < sentence.upperBound && input.tokens.isCharacter(start, "(")
      && !(start..<input.tokens.wordsEnd(sentence)).contains { input.tokens.isCharacter($0, ")") }
  }

  static let hearing = WordSet("told tell tells telling informed informs")
  private static let openings = WordSet(
    """
    if when as while asked after before although though because since until unless once despite instead less more later \
    earlier finally then so and but or particularly
    """)
  private static let saying = WordSet("said says say announced wrote")
  /// What a sentence may go on behind.
  static let closing = WordSet("said says say announced wrote reported told tells tell")
  /// Participles where nobody stands before them: `The plan, announced after the vote, calls for more`.
  private static var participles: FewWords { FewWords("announced", "reported", "told") }
  /// What speaks although it is one and no person.
  private static var outlets: FewWords { FewWords("radio", "television", "tv", "media", "broadcaster") }
  private static var and: UInt32 { ByteHash.of("and") }
  private static let before = WordSet("before after to")
  private static var by: UInt32 { ByteHash.of("by") }
  static var ing: UInt32 { ByteHash.of("ing") }
  static let helpers = WordSet(
    "was were is are has have had will would could should may might can must did does do n't not")
  private static let articles = WordSet("the a an its his her their one")
  static let clauseWords = WordSet(
    "who which that whose where as if when while because though although but than not")
  private static let times = WordSet(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight here earlier later")
}
