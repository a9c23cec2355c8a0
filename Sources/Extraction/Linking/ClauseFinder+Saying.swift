/// What somebody said without a "that" in front, where the tagger passed the whole sentence over.
extension ClauseFinder {
  /// `Rebels who seized the port in January said on Thursday they would leave`, `It said total capacity was higher`: a plain
  /// verb with the subject that the sentence opens with, and behind it, or behind a day, a clause with a verb.
  func saying(in sentence: Range<Int>) -> Relation? {
    var start = max(sentence.lowerBound, input.tokens.paragraph(sentence.lowerBound).tokens.lowerBound)
    // The mark of an item of a list.
    if start < sentence.upperBound, input.tokens.shapes[start] == .punctuation, !input.tokens.touchesNext(start) {
      start += 1
    }
    guard start + 1 < sentence.upperBound,
      let verb = (start + 1..<sentence.upperBound).first(where: { VerbForms.said.contains(input.tokens.hashes[$0]) }),
      !input.isQuoted(verb), let subject = speaker(from: start, before: verb)
    else { return nil }
    // `last year's profit` is what is spoken of.
    let behind = behindTime(verb + 1, in: sentence)
    let isOwner = behind < sentence.upperBound && Pronouns.possessives.contains(input.tokens.hashes[behind])
    let end = input.tokens.wordsEnd(verb..<sentence.upperBound)
    let words = (isOwner ? verb + 1 : behind)..<max(end, behind)
    guard words.count >= Self.leastWords, holdsWholeQuotations(words), isClause(words) else { return nil }
    return Relation(source: subject, cue: verb..<(verb + 1), contents: [words], origin: .clause)
  }

  /// A pronoun, or a noun phrase that may have a clause on whom it means; `nil` where anything else stands in front.
  private func speaker(from start: Int, before verb: Int) -> Range<Int>? {
    var first = start
    if Self.joints.contains(input.tokens.hashes[first]) { first += 1 }
    guard first < verb else { return nil }
    if verb == first + 1, SpeakerWords.pronouns.contains(input.tokens.hashes[first]) { return first..<verb }
    if let head = headOfRelative(from: first, before: verb) ?? headOfReached(from: first, before: verb) { return head }
    return opening(before: verb, in: first..<verb + 1)
  }

  /// `Rebels who seized the port in January`: "who" with a verb behind it, and no other clause before the verb of saying.
  private func headOfRelative(from start: Int, before verb: Int) -> Range<Int>? {
    guard start + 3 < verb, verb - start <= Self.longestRelative,
      let who = (start + 1..<min(verb, start + 7)).first(where: { Self.who.contains(input.tokens.hashes[$0]) }),
      !Pronouns.prepositions.contains(input.tokens.hashes[start]),
      (start..<verb).allSatisfy({ input.tokens.isWord($0) && !input.isQuoted($0) && !input.isRulingCue($0) }),
      !(start..<who).contains(where: { Self.clauseWords.contains(input.tokens.hashes[$0]) }),
      !(who + 1..<verb).contains(where: { Self.who.contains(input.tokens.hashes[$0]) })
    else { return nil }
    return start..<who
  }

  /// `A villager reached by phone in the north`: whoever was asked for words, with the way but no clause behind.
  private func headOfReached(from start: Int, before verb: Int) -> Range<Int>? {
    guard start + 3 < verb, verb - start <= Self.longestRelative,
      let reached = (start + 1..<min(verb - 1, start + 8)).first(where: { SourceTrimming.isReached($0, input) }),
      !Pronouns.prepositions.contains(input.tokens.hashes[start]),
      (start..<verb).allSatisfy({
        input.tokens.isWord($0) && !input.isQuoted($0) && !Self.clauseWords.contains(input.tokens.hashes[$0])
          && !VerbForms.passives.contains(input.tokens.hashes[$0])
      })
    else { return nil }
    return start..<reached
  }

  /// Whether the words that stand in marks stand in whole ones: `the state was “ready” and had enough beds`.
  func holdsWholeQuotations(_ words: Range<Int>) -> Bool {
    words.allSatisfy { token in
      guard let quotation = input.quotation(token) else { return true }
      return quotation.isClosed && quotation.open > words.lowerBound && quotation.close < words.upperBound
    }
  }

  /// Behind `on Thursday`, `last week`, `late on Monday`, `in a statement`, or several of them: `in a statement on Friday night`.
  private func behindTime(_ first: Int, in sentence: Range<Int>) -> Int {
    var token = behindOneTime(first, in: sentence)
    guard token > first else { return first }
    while token < sentence.upperBound, case let next = behindOneTime(token, in: sentence), next > token,
      next < sentence.upperBound, !Pronouns.possessives.contains(input.tokens.hashes[next])
    { token = next }
    return token
  }

  private func behindOneTime(_ first: Int, in sentence: Range<Int>) -> Int {
    let hashes = input.tokens.hashes
    var token = first
    func isNext(_ words: WordSet) -> Bool { token < sentence.upperBound && words.contains(hashes[token]) }
    if isNext(Self.partsOfDay) { token += 1 }
    if isNext(Self.prepositions), token + 1 < sentence.upperBound, Self.times.contains(hashes[token + 1]) { token += 1 }
    if isNext(Self.orders), token + 1 < sentence.upperBound, Self.periods.contains(hashes[token + 1]) {
      return token + 2
    }
    if isNext(Self.times) {
      token += 1
      if isNext(Self.periods) { token += 1 }
      return token
    }
    if isNext(Self.places), token + 3 < sentence.upperBound,
      Pronouns.articles.contains(hashes[token + 1]),
      let end = (token + 2..<token + 4).first(where: { Self.occasions.contains(hashes[$0]) })
    {
      return end + 1
    }
    return first
  }

  /// Whether some words have a verb of their own, and begin like a clause; behind a preposition a comma or a pronoun must show
  /// where it begins (`said despite losses it would pay`).
  private func isClause(_ words: Range<Int>) -> Bool {
    let first = words.lowerBound
    let hash = input.tokens.hashes[first]
    // "said 86 people had died"
    let isNumber = input.tokens.shapes[first] == .digits || input.tokens.shapes[first] == .numeric
    guard input.tokens.isWord(first) || isNumber && words.count > Self.leastWords, !Self.objects.contains(hash),
      !Self.helping.contains(hash),
      let verb = (first + 1..<words.upperBound).first(where: {
        Self.helping.contains(input.tokens.hashes[$0]) || Self.pasts.contains(input.partsOfSpeech[$0])
      })
    else { return false }
    guard Pronouns.prepositions.contains(hash) || Self.subordinate.contains(hash) else { return true }
    return (first + 1..<verb).contains { input.facts[$0].contains(.comma) }
      || Self.subjects.contains(input.tokens.hashes[verb - 1])
  }

  private static let leastWords = 4
  private static let longestRelative = 16
  private static var joints: FewWords { FewWords("but", "and", "yet") }
  private static let who = WordSet("who whose")
  private static let partsOfDay = WordSet("late early earlier later also")
  private static let prepositions = WordSet("on")
  private static let orders = WordSet("last this earlier")
  private static let periods = WordSet(
    "week month year night morning evening afternoon monday tuesday wednesday thursday friday saturday sunday weekend")
  private static let times = WordSet(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight earlier")
  private static let places = WordSet("in at during")
  private static let occasions = WordSet(
    "statement interview report letter speech filing conference briefing bulletin release memo email post broadcast")
  /// What is said and is no clause, or what brings one that others look for.
  private static let objects = WordSet(
    """
    that so to as goodbye hello farewell yes nothing little much more something anything everything prayers mass grace what \
    whether how why who when where of
    """)
  private static let helping = WordSet(
    "is are was were has have had will would can could may might should must does did")
  /// Classes of words that can be nothing but a verb that rules.
  private static var pasts: FewWords { FewWords("VBD", "VBZ", "VBP", "MD") }
  private static let subordinate = WordSet(
    "despite although though if while since until unless after before because when")
  private static var subjects: FewWords { FewWords("it", "he", "she", "they", "we", "there") }
  private static let clauseWords = WordSet("and but or that which when while as if because he she they we it i")
}
