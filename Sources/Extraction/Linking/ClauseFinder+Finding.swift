/// What studies, courts and divers find, where the tagger passed it over.
extension ClauseFinder {
  /// `A survey of 300 farms found that wells had run dry`: the verb right before "that", and a noun phrase before it that the
  /// sentence opens with.
  ///
  /// - Parameter limit: The words begin before this token.
  func finding(in sentence: Range<Int>, before limit: Int = .max) -> Relation? {
    let (hashes, word) = (input.tokens.hashes, Self.that)
    for that in sentence.lowerBound + 1..<max(sentence.lowerBound + 1, min(sentence.upperBound, limit))
    where hashes[that] == word {
      let verb = that - 1
      guard Self.findings.contains(input.tokens.hashes[verb]), !input.isQuoted(verb), verb > sentence.lowerBound,
        that + 4 < sentence.upperBound, !Self.auxiliaries.contains(input.tokens.hashes[that + 1]),
        !Self.isNounOrPassive(verb, input),
        let subject = opening(before: verb, in: sentence) ?? subjects.subject(of: verb, within: 0)
      else { continue }
      let end = input.tokens.wordsEnd(verb + 1..<sentence.upperBound)
      let words = verb + 1..<max(verb + 1, end)
      guard words.count >= 4, words.contains(where: { SubjectFinder.isFinite($0, input) }),
        !words.contains(where: input.isQuoted)
      else { continue }
      return Relation(source: subject, cue: verb..<(verb + 1), contents: [words], origin: .clause)
    }
    return nil
  }

  /// The words from the beginning of a sentence to a verb, if they are one noun phrase.
  func opening(before verb: Int, in sentence: Range<Int>) -> Range<Int>? {
    let start = max(sentence.lowerBound, input.tokens.paragraph(verb).tokens.lowerBound)
    guard start < verb, verb - start <= Self.longestOpening,
      !Pronouns.prepositions.contains(input.tokens.hashes[start]),
      (start..<verb).allSatisfy({ input.tokens.isWord($0) && !input.isQuoted($0) }),
      !(start..<verb).contains(where: {
        Self.clauseWords.contains(input.tokens.hashes[$0])
          || input.tokens.shapes[$0] == .lower && SubjectFinder.isFinite($0, input) && input.strengths[$0] != .none
      })
    else { return nil }
    return start..<verb
  }

  private static let longestOpening = 14
  private static var that: UInt32 { ByteHash.of("that") }
  static let findings = WordSet(
    """
    found finds showed shows show concluded concludes ruled discovered discovers established determined estimated \
    indicated indicates indicate submitted submits believe believes feared think thinks heard hears directed decreed \
    recommended
    """)
  /// Behind them "that" is no conjunction: `rules that could change`.
  private static let auxiliaries = WordSet(
    "is are was were has have had will would does did can could must should may might")
  private static let clauseWords = WordSet(
    "and but or that who which when while as if after before i we you it because he she they has have had")
}
