/// Sentences that end with whom somebody quotes: `The mine is closed, the agency quoted Ode as saying.`
extension AttributedSentence {
  /// - Parameters:
  ///   - content: What stands before the comma.
  ///   - clause: What stands behind it.
  func quoted(_ content: Range<Int>, _ clause: Range<Int>) -> Relation? {
    guard clause.count > 4, input.tokens.hashes[clause.upperBound - 1] == VerbForms.saying,
      content.count >= Self.leastTokens,
      let whom = Self.whom(in: clause, input), whom.saying == clause.upperBound - 1,
      (clause.lowerBound..<whom.verb).allSatisfy(input.tokens.isWord)
    else { return nil }
    return Relation(source: whom.source, cue: whom.verb..<whom.verb + 1, contents: [content], origin: .clause)
  }

  /// Whom a clause says that somebody quotes, where its words end with "as saying".
  static func whom(in clause: Range<Int>, _ input: TaggerInput) -> (source: Range<Int>, verb: Int, saying: Int)? {
    let (hashes, saying) = (input.tokens.hashes, VerbForms.saying)
    guard let end = clause.dropFirst(4).first(where: { hashes[$0] == saying && hashes[$0 - 1] == Self.as }),
      let verb = (clause.lowerBound + 1..<end - 1).first(where: { quoting.contains(hashes[$0]) }),
      !ClauseFinder.isNounOrPassive(verb, input)
    else { return nil }
    var last = end - 1
    while last > verb + 1, !input.tokens.isWord(last - 1) { last -= 1 }
    let source = verb + 1..<last
    guard !source.isEmpty, !Pronouns.prepositions.contains(hashes[source.lowerBound]),
      !source.contains(where: input.isQuoted)
    else { return nil }
    return (source, verb, end)
  }

  private static var quoting: FewWords { FewWords("quoted", "quotes", "quoting", "cited", "cites", "citing") }
  private static var `as`: UInt32 { ByteHash.of("as") }
}
