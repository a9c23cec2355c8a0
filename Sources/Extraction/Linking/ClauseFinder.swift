/// Reports that the tagger passed over: `Ode responded by saying on Radio 1 that the bridge is closed.`
///
/// Only where a verb that almost always brings words has a subject before it and `that` close behind it, in a sentence
/// in which nothing was found.
struct ClauseFinder {
  let input: TaggerInput
  let tagged: TaggedTokens
  let subjects: SubjectFinder
  private static let farthestThat = 6

  func relations(in paragraph: Range<Int>) -> [Relation] {
    var found: [Relation] = []
    var first = paragraph.lowerBound
    while first < paragraph.upperBound {
      let sentence = input.tokens.sentence(first)
      if !sentence.contains(where: { tagged.role($0) == .content || input.isQuoted($0) && isLong($0) }),
        let relation = relation(in: sentence)
      {
        found.append(relation)
      }
      first = max(first + 1, sentence.upperBound)
    }
    return found
  }

  private func isLong(_ token: Int) -> Bool { (input.quotation(token)?.length ?? 0) > 3 }

  private func relation(in sentence: Range<Int>) -> Relation? {
    for verb in sentence
    where input.strengths[verb] == .a && !input.isQuoted(verb)
      && !Self.nouns.contains(input.tokens.hashes[verb])
    {
      guard let that = that(behind: verb, in: sentence), let subject = subject(of: verb) else { continue }
      var end = sentence.upperBound
      while end > that + 1, !input.tokens.isWord(end - 1), input.tokens.marks[end - 1] == .none { end -= 1 }
      guard end - that >= 4 else { continue }
      return Relation(source: subject, cue: verb..<(verb + 1), contents: [that..<end], isClause: true)
    }
    return nil
  }

  private func that(behind verb: Int, in sentence: Range<Int>) -> Int? {
    let last = min(sentence.upperBound, verb + 1 + Self.farthestThat)
    guard let that = (verb + 1..<max(verb + 1, last)).first(where: { input.tokens.hashes[$0] == Self.that }) else {
      return nil
    }
    return (verb + 1..<that).contains { input.tokens.isCharacter($0, ",") } ? nil : that
  }

  /// Not of "was told that", whose subject is the one who hears it.
  private func subject(of verb: Int) -> Range<Int>? {
    let first = input.tokens.sentence(verb).lowerBound
    let helpers = max(first, verb - 3)..<verb
    if helpers.contains(where: { Self.passive.contains(input.tokens.hashes[$0]) }) { return nil }
    // "responded by saying that" has the subject of "responded".
    if verb - 2 >= first, input.tokens.hashes[verb - 1] == Self.by, input.strengths[verb - 2] != .none {
      return subjects.subject(of: verb - 2)
    }
    return subjects.subject(of: verb)
  }

  /// Forms that are nouns as often, with a relative clause behind them (`in states that ...`).
  private static let nouns = WordSet(
    "state states claim claims charge charges report reports answer answers pledge pledges promise promises note notes")
  private static let by = ByteHash.of("by")
  private static let that = ByteHash.of("that")
  private static let passive = WordSet("is are was were be been being get got to not n't never")
}
