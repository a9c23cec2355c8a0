/// Who tells what somebody is told, where the tagger passed it over: `Ode was told by nurses there was no bed.`
extension ClauseFinder {
  /// "by" behind the verb, who tells it, and a clause with a verb of its own.
  func tellers(behind verb: Int, in sentence: Range<Int>) -> Relation? {
    let (hashes, first) = (input.tokens.hashes, verb + 2)
    guard VerbForms.told.contains(hashes[verb]), verb > sentence.lowerBound, first + 4 < sentence.upperBound,
      hashes[verb + 1] == Self.by, VerbForms.passives.contains(hashes[verb - 1])
    else { return nil }
    let noun = Self.determiners.contains(hashes[first]) ? first + 1 : first
    let near = noun + 1..<max(noun + 1, min(sentence.upperBound - 2, noun + Self.longestTeller))
    guard let begin = near.first(where: { Self.openers.contains(hashes[$0]) || Self.others.contains(hashes[$0]) }),
      (first..<begin).allSatisfy({ input.tokens.isWord($0) && !input.isQuoted($0) && !input.isRulingCue($0) })
    else { return nil }
    let end = input.tokens.wordsEnd(begin..<sentence.upperBound)
    let words = begin..<max(begin, end)
    guard words.count >= 4, holdsWholeQuotations(words),
      words.dropFirst().prefix(Self.farthestVerb).contains(where: { SubjectFinder.isFinite($0, input) })
    else { return nil }
    // `by nurses on Monday`: when it was told is none of them.
    let source = first..<((noun + 1..<begin).first { Self.whens.contains(hashes[$0]) } ?? begin)
    return Relation(source: source, cue: verb..<verb + 1, contents: [words], origin: .clause)
  }

  /// In tokens.
  private static let longestTeller = 7
  private static var by: UInt32 { ByteHash.of("by") }
  private static let others = WordSet("that nothing nobody everything everyone many most")
  private static let determiners = WordSet("the a an his her their its one two")
  private static let whens = WordSet("on in at last this yesterday earlier")
}
