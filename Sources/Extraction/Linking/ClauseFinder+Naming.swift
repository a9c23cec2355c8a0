/// Few quoted words that somebody calls something, and that the tagger passed over.
extension ClauseFinder {
  /// `termed the plan “an onion without layers”`, `described it as “a gift”`: what is called so belongs to the words.
  func naming(in sentence: Range<Int>) -> Relation? {
    guard sentence.contains(where: input.isQuoted) else { return nil }
    for verb in sentence where Self.naming.contains(input.tokens.hashes[verb]) && !input.isQuoted(verb) {
      guard verb > sentence.lowerBound, verb + 2 < sentence.upperBound,
        let open = (verb + 1..<min(sentence.upperBound, verb + Self.longestThing)).first(where: input.isQuoted),
        let quotation = input.quotation(open), quotation.isClosed, quotation.length >= 2,
        quotation.close < sentence.upperBound, open > verb + 1,
        (verb + 1..<open).allSatisfy({ input.tokens.isWord($0) && !SubjectFinder.isFinite($0, input) }),
        !Self.isNounOrPassive(verb, input), let subject = subjects.subject(of: verb)
      else { continue }
      let words = (verb + 1)..<(quotation.close + 1)
      return Relation(source: subject, cue: verb..<(verb + 1), contents: [words], origin: .clause)
    }
    return nil
  }

  private static let longestThing = 8
  static let naming = WordSet(
    """
    termed dubbed labelled labeled branded called calls described describes dismissed dismisses denounced slammed blasted \
    hailed rubbished decried derided
    """)
}
