/// What somebody is told without a "that" in front, where the tagger passed it over.
extension ClauseFinder {
  func telling(in sentence: Range<Int>) -> Relation? {
    for verb in sentence
    where input.strengths[verb] == .a && verb > sentence.lowerBound && verb + 4 < sentence.upperBound
      && !input.isQuoted(verb)
    {
      let found =
        input.tokens.isCharacter(verb + 1, ",")
        ? interruptedTelling(by: verb, in: sentence)
        : telling(by: verb, in: sentence) ?? instructing(by: verb, in: sentence) ?? tellers(behind: verb, in: sentence)
      if let found { return found }
    }
    return nil
  }

  /// `told Norvik Radio its members had voted`: behind who hears it a clause with a subject and a verb of its own.
  private func telling(by verb: Int, in sentence: Range<Int>) -> Relation? {
    guard VerbForms.told.contains(input.tokens.hashes[verb]),
      let begin = Self.behindHearer(verb + 1, in: sentence, input),
      !Self.isNounOrPassive(verb, input),
      let subject = subjects.subject(of: verb) ?? opening(before: verb, in: sentence)
    else { return nil }
    var end = sentence.upperBound
    while end > begin + 1, !input.tokens.isWord(end - 1), input.tokens.marks[end - 1] == .none { end -= 1 }
    let words = begin..<end
    guard words.count >= 4, holdsWholeQuotations(words),
      Self.holdsVerb(words, input)
    else { return nil }
    return Relation(source: subject, cue: verb..<(verb + 1), contents: [words], origin: .clause)
  }

  /// Whether words begin with a subject and a verb that rules them.
  static func holdsVerb(_ words: Range<Int>, _ input: TaggerInput) -> Bool {
    let begin = words.lowerBound
    return pronouns.contains(input.tokens.hashes[begin]) && SubjectFinder.isFinite(begin + 1, input)
      || (begin + 1..<min(words.upperBound, begin + farthestVerb)).contains {
        finite.contains(input.tokens.hashes[$0]) || isPast($0, in: words, input)
      }
  }

  /// "her" of `told the Herald her town would pay`.
  static func isOwned(_ begin: Int, _ input: TaggerInput) -> Bool { owners.contains(input.tokens.hashes[begin]) }

  /// "considered" of `the group considered Norland a market`, "stood" of `her town stood to lose`; "published by" belongs
  /// to a noun.
  private static func isPast(_ token: Int, in words: Range<Int>, _ input: TaggerInput) -> Bool {
    guard pasts.contains(input.partsOfSpeech[token]), input.tokens.shapes[token] == .lower,
      token + 1 < words.upperBound
    else { return false }
    let next = input.tokens.hashes[token + 1]
    return input.tokens.isWord(token + 1)
      && (!Pronouns.prepositions.contains(next) || next == RelationRepairs.to && isOwned(words.lowerBound, input))
  }

  private static var localities: FewWords { FewWords("local", "state", "national", "regional", "public", "private") }
  private static let owners = WordSet("its his her their our my he she they we")

  private static var pasts: FewWords { FewWords("VBD", "VBZ", "VBD/VBN") }

  /// `The minister said, after a meeting in Norvik, the price would be frozen`: the words begin behind the second comma.
  private func interruptedTelling(by verb: Int, in sentence: Range<Int>) -> Relation? {
    guard Self.interruptible.contains(input.tokens.hashes[verb]), verb + 6 < sentence.upperBound,
      Pronouns.prepositions.contains(input.tokens.hashes[verb + 2])
        || Self.circumstances.contains(input.tokens.hashes[verb + 2])
        // `said, however, it would`
        || SubjectFinder.asides.contains(input.tokens.hashes[verb + 2]) && input.tokens.isCharacter(verb + 3, ","),
      let comma = (verb + 3..<min(sentence.upperBound, verb + Self.longestCircumstance)).first(where: {
        !input.tokens.isWord($0)
      }),
      input.tokens.isCharacter(comma, ","), let subject = opening(before: verb, in: sentence)
    else { return nil }
    let end = input.tokens.wordsEnd(comma + 1..<sentence.upperBound)
    let words = comma + 1..<max(comma + 1, end)
    guard words.count >= 4, !words.contains(where: input.isQuoted),
      !SubjectFinder.isFinite(words.lowerBound, input) || input.tokens.shapes[words.lowerBound] != .lower,
      words.contains(where: { Self.finite.contains(input.tokens.hashes[$0]) })
        || comma == verb + 3 && words.dropFirst().prefix(6).contains(where: { SubjectFinder.isFinite($0, input) })
    else { return nil }
    return Relation(source: subject, cue: verb..<(verb + 1), contents: [words], origin: .clause)
  }

  private static let longestCircumstance = 20
  static let interruptible = WordSet("said says added warned argued insisted announced stressed claimed")
  private static let circumstances = WordSet(
    "when while as after before during following speaking citing quoting referring")

  /// The word behind a name, or a noun for people (a plural is one), that the next clause begins with.
  static func behindHearer(_ first: Int, in sentence: Range<Int>, _ input: TaggerInput) -> Int? {
    var token = first
    if token < sentence.upperBound, Pronouns.articles.contains(input.tokens.hashes[token]) { token += 1 }
    // `told local radio the bridge was shut`
    if token + 1 < sentence.upperBound, localities.contains(input.tokens.hashes[token]),
      hearers.contains(input.tokens.hashes[token + 1])
    {
      token += 1
    }
    let start = token
    while token < sentence.upperBound, token - start < 4,
      input.tokens.shapes[token].isCapitalised || hearers.contains(input.tokens.hashes[token])
        || input.isPlural(token),
      // `told the Herald her town would pay`
      token == start || !owners.contains(input.tokens.hashes[token])
    { token += 1 }
    if token > start { token = behindCircumstance(token, in: sentence, input) }
    guard token > start, token + 3 < sentence.upperBound,
      openers.contains(input.tokens.hashes[token])
    else {
      return pronoun(behind: first, in: sentence, input) ?? bareNoun(behind: first, in: sentence, input)
        ?? behindAudience(first, in: sentence, input)
    }
    return token
  }

  /// `told the Herald ticket prices had gone up`: behind a name or a body a plural with a verb of its own.
  private static func bareNoun(behind first: Int, in sentence: Range<Int>, _ input: TaggerInput) -> Int? {
    let (hashes, shapes) = (input.tokens.hashes, input.tokens.shapes)
    var token = first
    if token < sentence.upperBound, Pronouns.articles.contains(hashes[token]) { token += 1 }
    let start = token
    while token < sentence.upperBound, token - start < 5,
      shapes[token].isCapitalised || hearers.contains(hashes[token])
    { token += 1 }
    let near = token + 1..<max(token + 1, min(sentence.upperBound - 1, token + longestBareNoun))
    guard token > start, let verb = near.first(where: { finite.contains(hashes[$0]) }),
      input.isPlural(verb - 1) || input.tokens.bytes[input.tokens.end(verb - 1) - 1] == UInt8(ascii: "s"),
      (token..<verb).allSatisfy({ noun in
        shapes[noun] == .lower && input.strengths[noun] == .none && !Pronouns.prepositions.contains(hashes[noun])
          && !notInNouns.contains(hashes[noun])
      })
    else { return nil }
    return token
  }

  /// In tokens.
  private static let longestBareNoun = 4
  private static let notInNouns = WordSet(
    "that who which whom what how why when where whether if and or but this is his its")

  /// `told Norvik Radio on Monday`, `told the Herald in Oslo`: where and when the words were said.
  private static func behindCircumstance(_ first: Int, in sentence: Range<Int>, _ input: TaggerInput) -> Int {
    guard first + 2 < sentence.upperBound, circumstanceWords.contains(input.tokens.hashes[first]),
      input.tokens.shapes[first + 1].isCapitalised
    else {
      if first + 1 < sentence.upperBound, orders.contains(input.tokens.hashes[first]),
        periods.contains(input.tokens.hashes[first + 1])
      {
        return first + 2
      }
      return first < sentence.upperBound && days.contains(input.tokens.hashes[first]) ? first + 1 : first
    }
    return (first + 2..<sentence.upperBound).first { !input.tokens.shapes[$0].isCapitalised } ?? first
  }

  private static var orders: FewWords { FewWords("last", "this") }
  private static let periods = WordSet("week month year night morning afternoon evening weekend")
  private static var circumstanceWords: FewWords { FewWords("in", "on", "at", "from") }
  private static let days = WordSet("yesterday today monday tuesday wednesday thursday friday saturday sunday")

  /// `told the chamber he stood by it`: whoever hears it, a pronoun and its verb show where the words begin.
  private static func pronoun(behind first: Int, in sentence: Range<Int>, _ input: TaggerInput) -> Int? {
    let last = min(sentence.upperBound - 3, first + 4)
    guard first + 2 < last, Pronouns.articles.contains(input.tokens.hashes[first]),
      let pronoun = (first + 2..<last).first(where: {
        pronouns.contains(input.tokens.hashes[$0])
      }),
      (first..<pronoun).allSatisfy({
        input.tokens.isWord($0) && !Pronouns.prepositions.contains(input.tokens.hashes[$0])
      }),
      SubjectFinder.isFinite(pronoun + 1, input)
    else { return nil }
    return pronoun
  }

  private static var pronouns: FewWords { FewWords("he", "she", "it", "they", "we") }
  static let farthestVerb = 8
  /// Besides plurals.
  static let hearers = WordSet(
    """
    him her them us me jurors \
    lawmakers newsmen councillors congressmen mps parliament state television radio jury court media press inquest tribunal \
    officers detectives investigators prosecutors colleagues deputies delegates supporters listeners viewers \
    inquiry hearing meeting news briefing summit forum conference assembly audience crowd board panel committee council senate congregation newspaper \
    broadcaster
    """)
  /// What a clause begins with; "to" and "about" bring something else.
  static let openers = WordSet("he she it they we its his her their our the a an this these there no some all")
  private static let finite = WordSet(
    "is are was were has have had will would does did can could must should may might"
  )
}
