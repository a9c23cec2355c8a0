/// Cuts from a source what says when it spoke, not who it is, and finds who speaks where nothing else is left.
///
///     Ode last Friday announced             ->  Ode
///     which traders said were low           ->  traders
///     The | survey found that ...           ->  The survey
///     Norvik Steel, which today announced   ->  Norvik Steel
///     The court heard that ...              ->  nobody who is told
struct SourceTrimming {
  let input: TaggerInput
  let tagged: TaggedTokens

  /// Drafts of which nobody is left who could speak are taken out; quotations stay, without a speaker.
  func apply(to drafts: inout [StatementDraft]) {
    for index in drafts.indices.reversed() where !trim(&drafts[index]) { drafts.remove(at: index) }
  }

  /// `false` where nothing is left to keep.
  private func trim(_ draft: inout StatementDraft) -> Bool {
    guard let source = draft.source, !draft.isCarried, draft.method != .transcript else { return true }
    if isHearing(source, draft.cue) {
      draft.source = nil
      return true
    }
    let trimmed = trimmed(
      ticker(source) ?? relative(source) ?? participle(source, draft.cue) ?? reached(source) ?? owned(source)
        ?? (source.count > 4 ? withoutClause(source, draft.cue) : nil)
        ?? source)
    draft.source = trimmed
    if trimmed.contains(where: isContent) { return true }
    draft.source = nil
    return takeNoun(&draft, behind: trimmed) || takeSubject(&draft) || draft.isQuoted
  }

  /// `The court heard that ...`, `Jurors were told ...`: who says it is not told.
  private func isHearing(_ source: Range<Int>, _ cue: Range<Int>?) -> Bool {
    guard let cue, source.upperBound <= cue.lowerBound, let verb = cue.last else { return false }
    let hash = input.tokens.hashes[verb]
    guard Self.hearing.contains(hash) || hash == Self.told && isOneOf(verb - 1, VerbForms.passives) else {
      return false
    }
    if hash == Self.told { return true }
    return source.contains { Self.courts.contains(input.tokens.hashes[$0]) }
  }

  private static var hearing: FewWords { FewWords("heard", "hears", "hear") }
  private static var told: UInt32 { ByteHash.of("told") }
  private static let courts = WordSet(
    "court courts inquest jury jurors tribunal inquiry hearing trial magistrates judge judges panel")

  // MARK: More than who

  /// `Ode, | who rang from her car,`: who is the one before; in "who Ode called late" it is Ode who calls.
  private func relative(_ source: Range<Int>) -> Range<Int>? {
    guard source.count > 2, isLower(source.lowerBound, Self.who),
      SubjectFinder.isFinite(source.lowerBound + 1, input)
    else { return nil }
    return source.lowerBound..<source.lowerBound + 1
  }

  /// `Commenting on Roe, a banker here told Reuters`: who comments stands behind the comma.
  private func participle(_ source: Range<Int>, _ cue: Range<Int>?) -> Range<Int>? {
    let sentence = input.tokens.sentence(source.lowerBound)
    let start = max(sentence.lowerBound, input.tokens.paragraph(source.lowerBound).tokens.lowerBound)
    guard Self.commenting.contains(input.tokens.hashes[start]), source.lowerBound <= start + 2,
      source.count < Self.longestParticiple, let cue, sentence.contains(cue.lowerBound),
      cue.lowerBound > source.lowerBound,
      let comma = (start + 1..<cue.lowerBound).first(where: { !input.tokens.isWord($0) }),
      input.tokens.isCharacter(comma, ","), comma + 1 < cue.lowerBound
    else { return nil }
    if comma + 1 < source.upperBound { return comma + 1..<source.upperBound }
    return SubjectFinder(input, tagged, in: input.tokens.paragraph(cue.lowerBound).tokens)
      .opening(of: comma + 1..<sentence.upperBound, before: cue.lowerBound + 1) ?? comma + 1..<cue.lowerBound
  }

  private static var commenting: FewWords { FewWords("commenting", "reacting", "responding", "replying") }
  private static var who: UInt32 { ByteHash.of("who") }
  /// In tokens.
  private static let longestParticiple = 14

  private func withoutClause(_ source: Range<Int>, _ cue: Range<Int>?) -> Range<Int>? {
    clauseSubject(source, cue) ?? behindComma(source, cue) ?? behindOpening(source, cue)
  }

  /// `Norland's central bank cut its rate, saying ...`: the tagger took the whole clause for who says it.
  private func clauseSubject(_ source: Range<Int>, _ cue: Range<Int>?) -> Range<Int>? {
    guard let cue, source.count > 4, source.upperBound < cue.lowerBound, cue.count == 1,
      input.tokens.suffixes[cue.lowerBound] == Self.ing, input.tokens.isCharacter(cue.lowerBound - 1, ","),
      case let sentence = input.tokens.sentence(source.lowerBound),
      let opening = SubjectFinder(input, tagged, in: input.tokens.paragraph(cue.lowerBound).tokens)
        .opening(of: sentence, before: cue.lowerBound),
      opening.lowerBound == source.lowerBound, opening.upperBound < source.upperBound,
      !Pronouns.relatives.contains(input.tokens.hashes[opening.upperBound - 1])
    else { return nil }
    return opening
  }

  /// `a pact by leaders on fish, Minister Ode wrote in a letter`: what a preposition governs belongs to the words.
  private func behindComma(_ source: Range<Int>, _ cue: Range<Int>?) -> Range<Int>? {
    guard let cue, cue.lowerBound == source.upperBound, source.count > 4, source.lowerBound > 0,
      Pronouns.prepositions.contains(input.tokens.hashes[source.lowerBound - 1]),
      let comma = source.last(where: { input.tokens.isCharacter($0, ",") }), comma + 2 < source.upperBound,
      (comma + 1..<source.upperBound).allSatisfy({ input.tokens.shapes[$0].isCapitalised }),
      (comma + 1..<source.upperBound).contains(where: { input.isTitle[$0] })
    else { return nil }
    return comma + 1..<source.upperBound
  }

  /// `In a letter read out by Clerk Ida Brandt, visitor Joost van der Laar called`: whom the opening of the sentence names
  /// does not speak, but what the other one is and the name.
  private func behindOpening(_ source: Range<Int>, _ cue: Range<Int>?) -> Range<Int>? {
    let start = input.tokens.sentence(source.lowerBound).lowerBound
    guard let cue, cue.lowerBound == source.upperBound, start + 1 < source.lowerBound,
      Pronouns.prepositions.contains(input.tokens.hashes[start]),
      Pronouns.prepositions.contains(input.tokens.hashes[source.lowerBound - 1]),
      let comma = source.last(where: { input.tokens.isCharacter($0, ",") }), comma + 2 < source.upperBound,
      case let behind = comma + 1..<source.upperBound,
      let name = behind.first(where: { input.tokens.shapes[$0].isCapitalised }), name + 1 < source.upperBound,
      name - comma <= 4, input.tokens.shapes[source.upperBound - 1].isCapitalised,
      (comma + 1..<name).allSatisfy({
        input.tokens.shapes[$0] == .lower && !Pronouns.prepositions.contains(input.tokens.hashes[$0])
          && !Pronouns.articles.contains(input.tokens.hashes[$0])
          && (input.isTitle[$0] || isOneOf($0, Self.former) || !SubjectFinder.isFinite($0, input))
      }),
      !Pronouns.relatives.contains(input.tokens.hashes[comma + 1])
    else { return nil }
    return behind
  }

  private static var former: FewWords { FewWords("retired", "former") }
  private static var ing: UInt32 { ByteHash.of("ing") }

  // MARK: When, not who

  /// `Norvik Bank Plc <NVBK.L> said`: the name before the sign of its share, where that was taken for who speaks.
  private func ticker(_ source: Range<Int>) -> Range<Int>? { withoutSymbol(source) ?? nameBeforeSymbol(source) }

  /// The same with the sign and its brackets: `Norvik Bank Plc <NVBK.L>`.
  private func withoutSymbol(_ source: Range<Int>) -> Range<Int>? {
    guard source.count > 3, input.tokens.isCharacter(source.upperBound - 1, ">"),
      let opening = source.suffix(Self.longestTicker).last(where: { input.tokens.isCharacter($0, "<") }),
      opening > source.lowerBound,
      (opening + 1..<source.upperBound - 1).allSatisfy({
        input.tokens.shapes[$0] != .lower && input.tokens.shapes[$0] != .capitalised
      })
    else { return nil }
    return source.lowerBound..<opening
  }

  private func nameBeforeSymbol(_ source: Range<Int>) -> Range<Int>? {
    // The point in it may have ended the sentence.
    guard source.count <= Self.longestTicker,
      case let paragraph = input.tokens.paragraph(source.lowerBound).tokens,
      case let near = max(paragraph.lowerBound, source.lowerBound - Self.longestTicker)..<source.lowerBound,
      input.ruleWords(in: near.lowerBound..<source.upperBound).contains(.angle),
      let opening = near.last(where: { !input.tokens.isWord($0) && !isPoint($0) }),
      input.tokens.isCharacter(opening, "<"), opening > paragraph.lowerBound,
      let closing = (source.lowerBound..<min(paragraph.upperBound, source.upperBound + 2)).first(where: {
        input.tokens.isCharacter($0, ">")
      }), closing >= source.upperBound - 1
    else { return nil }
    var first = opening
    while first > paragraph.lowerBound, opening - first < Self.longestName, isNamePart(first - 1) { first -= 1 }
    return first < opening ? first..<opening : nil
  }

  private func isPoint(_ token: Int) -> Bool { input.tokens.isCharacter(token, ".") }

  private func isNamePart(_ token: Int) -> Bool {
    let shape = input.tokens.shapes[token]
    return shape.isCapitalised || shape == .numeric || Pronouns.joints.contains(input.tokens.hashes[token])
      || Pronouns.possessives.contains(input.tokens.hashes[token]) || input.tokens.isCharacter(token, "&")
  }

  private static let longestTicker = 5
  private static let longestName = 8

  private func trimmed(_ source: Range<Int>) -> Range<Int> {
    var (first, end) = (source.lowerBound, source.upperBound)
    let mayEndWithTime =
      input.tokens.shapes[end - 1] == .digits || input.ruleWords(in: source).contains(.time)
    while mayEndWithTime, let shorter = withoutTime(first..<end) { end = shorter }
    while end - first > 1, Self.openings.contains(input.tokens.hashes[first]) { first += 1 }
    return first..<end
  }

  /// The end of a source before the words of time that it ends with; `nil` where there are none, or nothing but them.
  private func withoutTime(_ source: Range<Int>) -> Int? {
    let last = source.upperBound - 1
    var start = last
    let hash = input.tokens.hashes[last]
    if Self.adverbs.contains(hash) {
      // "USA Today" is a newspaper.
      guard input.tokens.shapes[last] == .lower else { return nil }
    } else if Self.days.contains(hash), start > source.lowerBound, !input.tokens.shapes[start - 1].isCapitalised {
      // "Sheffield Wednesday" is a club.
      if isOneOf(start - 1, Self.near) { start -= 1 }
    } else if Self.periods.contains(hash), start > source.lowerBound, isOneOf(start - 1, Self.near) {
      start -= 1
    } else if isYearOrMonth(last), start > source.lowerBound, isOneOf(start - 1, Self.beforeYears) {
      start -= 1
    } else {
      return nil
    }
    if start > source.lowerBound, isOneOf(start - 1, Self.beforeTimes) { start -= 1 }
    // "The figures of last week": the time is of the noun. And no name is left where only an article is.
    guard start > source.lowerBound, !Pronouns.prepositions.contains(input.tokens.hashes[start - 1]),
      (source.lowerBound..<start).contains(where: isContent)
    else { return nil }
    return start
  }

  private func isYearOrMonth(_ token: Int) -> Bool {
    if input.tokens.shapes[token] == .digits { return input.tokens.end(token) - Int(input.tokens.starts[token]) == 4 }
    return input.tokens.shapes[token].isCapitalised && Self.months.contains(input.tokens.hashes[token])
  }

  private func isOneOf(_ token: Int, _ words: WordSet) -> Bool {
    words.contains(input.tokens.hashes[token]) && input.tokens.shapes[token] == .lower
  }

  @inline(__always)
  private func isOneOf(_ token: Int, _ words: FewWords) -> Bool {
    words.contains(input.tokens.hashes[token]) && input.tokens.shapes[token] == .lower
  }

  @inline(__always)
  private func isLower(_ token: Int, _ word: UInt32) -> Bool {
    input.tokens.hashes[token] == word && input.tokens.shapes[token] == .lower
  }

  // MARK: Nobody left

  /// Whether a token can name a speaker, or stand for one.
  func isContent(_ token: Int) -> Bool {
    guard input.tokens.shapes[token].isWord else { return false }
    let hash = input.tokens.hashes[token]
    // "Early" may be a name.
    if input.tokens.shapes[token] != .lower, Self.adverbs.contains(hash) || Self.orders.contains(hash) { return true }
    return !Pronouns.articles.contains(hash) && !Pronouns.prepositions.contains(hash) && !Self.adverbs.contains(hash)
      && !Self.orders.contains(hash)
  }

  /// `The | survey found`: the tagger gave the noun to the cue.
  private func takeNoun(_ draft: inout StatementDraft, behind article: Range<Int>) -> Bool {
    guard let cue = draft.cue, cue.lowerBound == article.upperBound, article.count == 1,
      Pronouns.articles.contains(input.tokens.hashes[article.lowerBound]),
      let verb = cue.first(where: { input.strengths[$0] != .none }), verb > cue.lowerBound,
      (cue.lowerBound..<verb).contains(where: isContent)
    else { return false }
    draft.source = article.lowerBound..<verb
    draft.cue = verb..<cue.upperBound
    return true
  }

  /// Who does what the cue says.
  private func takeSubject(_ draft: inout StatementDraft) -> Bool {
    guard let cue = draft.cue else { return false }
    let paragraph = input.tokens.paragraph(cue.lowerBound).tokens
    let subjects = SubjectFinder(input, tagged, in: paragraph)
    guard let subject = subjects.subject(of: cue.lowerBound), subject.contains(where: isContent),
      !draft.contents.contains(where: { $0.overlaps(subject) })
    else { return false }
    draft.source = subject
    return true
  }

  static let adverbs = WordSet(
    "today yesterday tomorrow tonight earlier later recently meanwhile further")
  static let days = WordSet("monday tuesday wednesday thursday friday saturday sunday")
  private static let near = WordSet("last this next earlier later late early that")
  private static var orders: FewWords { FewWords("last", "next", "earlier", "later", "late", "early") }
  static let periods = WordSet(
    "week weekend month year quarter night morning afternoon evening summer autumn winter spring")
  private static let beforeTimes = WordSet("earlier later late early on since until in")
  private static var beforeYears: FewWords { FewWords("in", "since", "during") }
  static let months = WordSet(
    "january february march april may june july august september october november december")
  private static let openings = WordSet("which but and although though while whereas because")
}
