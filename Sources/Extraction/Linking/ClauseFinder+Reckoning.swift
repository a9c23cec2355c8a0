/// What somebody reckons or claims without a "that" in front, moves or advises with one, where the tagger passed it over.
extension ClauseFinder {
  /// `Ada Lind, now a pundit, reckons the coach lost the dressing room`: a subject that the sentence opens with, and a clause
  /// with a subject and a verb of its own.
  func reckoning(in sentence: Range<Int>) -> Relation? {
    let start = max(sentence.lowerBound, input.tokens.paragraph(sentence.lowerBound).tokens.lowerBound)
    guard start + 5 < sentence.upperBound else { return nil }
    for verb in start + 1..<sentence.upperBound
    where Self.reckons.contains(input.tokens.hashes[verb])
      || Self.said == input.tokens.hashes[verb] && Self.unnamed.contains(input.tokens.hashes[verb - 1])
    {
      guard verb + 4 < sentence.upperBound, !input.isQuoted(verb),
        Self.clauseOpeners.contains(input.tokens.hashes[verb + 1]),
        let subject = subject(from: start, before: verb), let words = clause(behind: verb, in: sentence)
      else { return nil }
      return Relation(source: subject, cue: verb..<(verb + 1), contents: [words], origin: .clause)
    }
    return nil
  }

  /// `moved that the accounts be frozen`, `advised members that the survey met the standard`
  func moving(in sentence: Range<Int>) -> Relation? {
    let start = max(sentence.lowerBound, input.tokens.paragraph(sentence.lowerBound).tokens.lowerBound)
    guard start + 5 < sentence.upperBound else { return nil }
    for verb in start + 1..<sentence.upperBound where Self.moves.contains(input.tokens.hashes[verb]) {
      let isMotion = Self.motions.contains(input.tokens.hashes[verb])
      guard verb + 4 < sentence.upperBound, !input.isQuoted(verb), !Self.isNounOrPassive(verb, input),
        let that = isMotion ? verb + 1 : RelationRepairs.behindAddressee(verb + 1, before: sentence.upperBound, input),
        input.tokens.hashes[that] == Self.that, beginsClause(that + 1),
        let subject = subject(from: start, before: verb) ?? subjects.subject(of: verb, within: 1)
      else { continue }
      let words = that..<max(that, input.tokens.wordsEnd(that..<sentence.upperBound))
      guard words.count > 3, !words.contains(where: input.isQuoted) else { continue }
      return Relation(source: subject, cue: verb..<(verb + 1), contents: [words], origin: .clause)
    }
    return nil
  }

  /// "that the accounts", "that it", not "that chair".
  private func beginsClause(_ token: Int) -> Bool {
    Self.clauseOpeners.contains(input.tokens.hashes[token]) || input.tokens.shapes[token].isCapitalised
      || input.isPlural(token) || Self.subjects.contains(input.tokens.hashes[token])
  }

  // MARK: Who

  /// The noun phrase that a sentence opens with, and what stands between it and the verb: nothing, two commas, brackets, or a
  /// clause that says why no name is told.
  private func subject(from start: Int, before verb: Int) -> Range<Int>? {
    if verb == start + 1 {
      return Self.persons.contains(input.tokens.hashes[start]) || input.tokens.shapes[start].isCapitalised
        ? start..<verb : nil
    }
    guard verb - start <= Self.longestSubject, !Pronouns.prepositions.contains(input.tokens.hashes[start]) else {
      return nil
    }
    if let end = unnamed(from: start, before: verb) ?? interrupted(from: start, before: verb) { return start..<end }
    return opening(before: verb, in: start..<verb + 1)
  }

  /// `A sailor | who asked not to be identified`
  private func unnamed(from start: Int, before verb: Int) -> Int? {
    guard Self.unnamed.contains(input.tokens.hashes[verb - 1]),
      let who = (start + 1..<min(verb, start + 7)).first(where: { input.tokens.hashes[$0] == Self.who }),
      (start..<verb).allSatisfy({ input.tokens.isWord($0) && !input.isQuoted($0) }), isPhrase(start..<who)
    else { return nil }
    return who
  }

  /// `Ada Lind | , now a pundit,`, `Another member, Ada Lind | (LP, Norvik),`
  private func interrupted(from start: Int, before verb: Int) -> Int? {
    var last = verb - 1
    if input.tokens.isCharacter(last, ",") { last -= 1 }
    guard last > start + 1 else { return nil }
    if input.tokens.isCharacter(last, ")") {
      let opening = (start + 1..<last).last { input.tokens.isCharacter($0, "(") }
      guard let opening, input.tokens.shapes[opening - 1].isCapitalised,
        !(start..<opening).contains(where: { input.isQuoted($0) || input.isRulingCue($0) })
      else { return nil }
      let comma = (start..<opening).first { !input.tokens.isWord($0) }
      guard isPhrase(start..<(comma ?? opening)) else { return nil }
      return comma.map { input.tokens.isCharacter($0, ",") } ?? true ? opening : nil
    }
    guard last == verb - 2, let comma = (start + 1..<last).first(where: { !input.tokens.isWord($0) }),
      input.tokens.isCharacter(comma, ","), comma + 1 < last, isPhrase(start..<comma),
      !(comma + 1...last).contains(where: {
        input.isQuoted($0) || input.isRulingCue($0) || input.tokens.isCharacter($0, ",")
      })
    else { return nil }
    return comma
  }

  /// A name or a noun with its article, and no verb.
  private func isPhrase(_ tokens: Range<Int>) -> Bool {
    guard !tokens.isEmpty, tokens.count <= Self.longestPhrase,
      input.tokens.shapes[tokens.lowerBound].isCapitalised,
      !Self.joints.contains(input.tokens.hashes[tokens.lowerBound])
    else { return false }
    return tokens.allSatisfy {
      input.tokens.isWord($0) && !input.isQuoted($0)
        && !(input.tokens.shapes[$0] == .lower && SubjectFinder.isFinite($0, input) && input.strengths[$0] != .none)
    }
  }

  // MARK: What

  /// To the end of the sentence: behind a noun phrase of a few words a verb that can be nothing else.
  private func clause(behind verb: Int, in sentence: Range<Int>) -> Range<Int>? {
    let first = verb + 1
    let words = first..<max(first, input.tokens.wordsEnd(first..<sentence.upperBound))
    guard words.count >= 4, !words.contains(where: input.isQuoted),
      let own = words.dropFirst().prefix(Self.farthestOwnVerb).first(where: {
        Self.helping.contains(input.tokens.hashes[$0])
          || Self.rulings.contains(input.partsOfSpeech[$0]) && input.tokens.shapes[$0] == .lower
      }),
      !(first..<own).contains(where: { Self.others.contains(input.tokens.hashes[$0]) || !input.tokens.isWord($0) })
    else { return nil }
    return words
  }

  /// In tokens.
  private static let longestSubject = 26
  private static let longestPhrase = 9
  private static let farthestOwnVerb = 7
  private static var said: UInt32 { ByteHash.of("said") }
  private static var that: UInt32 { ByteHash.of("that") }
  private static var who: UInt32 { ByteHash.of("who") }
  private static var persons: FewWords { FewWords("he", "she", "they") }
  private static let joints = WordSet("and but or if when while as after before although though because since")
  static let unnamed = WordSet("named identified anonymous anonymity quoted")
  static let reckons = WordSet("reckons reckon reckoned claims claimed thinks believes fears suspects predicts")
  private static var motions: FewWords { FewWords("moved", "moves") }
  static let moves = WordSet(
    "moved moves advised advises reminded reminds informed informs assured assures cautioned notified")
  /// What a clause begins with.
  private static let clauseOpeners = WordSet(
    "the a an he she it they we his her its their our this these those there no some most many all")
  private static let subjects = WordSet("nobody no-one everyone everybody nothing")
  private static var rulings: FewWords { FewWords("VBD", "VBZ", "MD", "MD/VBD", "VBD/VBN", "JJ/VBD/VBN") }
  private static let helping = WordSet(
    "is are was were has have had will would can could may might must should did does")
  private static let others = WordSet("of who which that whose to for and or")
}
