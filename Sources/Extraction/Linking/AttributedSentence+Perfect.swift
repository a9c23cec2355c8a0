/// Sentences that end with who confirms or admits them: `Nine people have died, the government has confirmed.`
extension AttributedSentence {
  /// The verb of a clause that is nothing but who confirms what stands before, and a day.
  func confirming(in clause: Range<Int>) -> Int? {
    guard clause.count > 1, input.ruleWords(in: clause).contains(.confirming),
      let verb = (clause.lowerBound + 1..<clause.upperBound).first(where: {
        Self.confirming.contains(input.tokens.hashes[$0])
      }), !input.isQuoted(verb)
    else { return nil }
    let isPerfect = withoutHelper(verb, behind: clause.lowerBound) < verb
    if isPerfect { return verb }
    // "a fact acknowledged by all": a participle.
    let isParticiple = verb + 1 < clause.upperBound && input.tokens.hashes[verb + 1] == Self.by
    return Self.plainly.contains(input.tokens.hashes[verb]) && !isParticiple ? verb : nil
  }

  /// Where "has confirmed" begins, "have now admitted".
  func withoutHelper(_ verb: Int, behind first: Int) -> Int {
    let helper = verb - 1 > first && Self.sinces.contains(input.tokens.hashes[verb - 1]) ? verb - 2 : verb - 1
    return helper > first && VerbForms.perfect.contains(input.tokens.hashes[helper]) ? helper : verb
  }

  static let confirming = WordSet("confirmed admitted acknowledged learned learnt revealed conceded")
  private static var by: UInt32 { ByteHash.of("by") }
  /// Those that bring words in the simple past too.
  private static var plainly: FewWords { FewWords("confirmed", "admitted", "acknowledged", "conceded") }
  private static var sinces: FewWords { FewWords("now", "since", "also", "already", "later") }
}
