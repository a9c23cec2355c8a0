/// What somebody is told without a "that" in front, where the tagger passed it over.
extension ClauseFinder {
  /// `told Norvik Radio its members had voted`: behind who hears it a clause with a subject and a verb of its own.
  func telling(in sentence: Range<Int>) -> Relation? {
    for verb in sentence
    where input.strengths[verb] == .a && Self.told.contains(input.tokens.hashes[verb]) && !input.isQuoted(verb) {
      let first = verb + 1
      guard verb > sentence.lowerBound, let begin = behindHearer(first, in: sentence),
        !Self.isNounOrPassive(verb, input), let subject = subjects.subject(of: verb)
      else { continue }
      var end = sentence.upperBound
      while end > begin + 1, !input.tokens.isWord(end - 1), input.tokens.marks[end - 1] == .none { end -= 1 }
      let words = begin..<end
      guard words.count >= 4, !words.contains(where: input.isQuoted),
        (begin + 1..<min(end, begin + Self.farthestVerb)).contains(where: {
          Self.finite.contains(input.tokens.hashes[$0])
        })
      else { continue }
      return Relation(source: subject, cue: verb..<(verb + 1), contents: [words], origin: .clause)
    }
    return nil
  }

  /// The word behind a name, or a noun for people, that the next clause begins with.
  private func behindHearer(_ first: Int, in sentence: Range<Int>) -> Int? {
    var token = first
    if token < sentence.upperBound, Pronouns.articles.contains(input.tokens.hashes[token]) { token += 1 }
    let start = token
    while token < sentence.upperBound, token - start < 4,
      input.tokens.shapes[token].isCapitalised || Self.hearers.contains(input.tokens.hashes[token])
    { token += 1 }
    guard token > start, token + 3 < sentence.upperBound, Self.openers.contains(input.tokens.hashes[token]) else {
      return nil
    }
    return token
  }

  private static let farthestVerb = 8
  private static let told = WordSet("told tells")
  private static let hearers = WordSet(
    """
    reporters journalists lawmakers parliament state television radio newsmen jurors jury court investors analysts \
    delegates supporters followers voters residents students officers viewers listeners colleagues members mps senators \
    councillors media press
    """)
  /// What a clause begins with; "to" and "about" bring something else.
  private static let openers = WordSet("he she it they we its his her their our the a an this these there no some all")
  private static let finite = WordSet(
    "is are was were has have had will would does did can could must should may might"
  )
}
