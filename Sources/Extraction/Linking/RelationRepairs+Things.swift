/// What the tagger takes for words and is a thing that is given, or kept.
extension RelationRepairs {
  /// One of them stands in whatever is dropped as a thing.
  static let things = [declining, learning, giving, comments, verifying, pronouncing]

  func dropThing(_ relation: inout Relation) {
    guard relation.contents.count == 1, let content = relation.contents.first, let cue = relation.cue,
      cue.upperBound <= content.lowerBound, !input.isQuoted(content.lowerBound)
    else { return }
    let verb = input.tokens.hashes[cue.upperBound - 1]
    if isNaming(content, verb) || isLearned(content, verb) || isGift(content, verb) || isSilence(content, cue)
      || isUnsaid(content, cue) || isJudged(content, verb, relation.source) || isDeath(content, verb)
    {
      relation.contents = []
    }
  }

  /// `The witness is expected | to take the stand`: by whom is not told, and a court does not go by what is said of it.
  func dropExpected(_ relation: inout Relation) {
    guard relation.source == nil, let cue = relation.cue, let last = relation.contents.last,
      last.lowerBound == cue.upperBound, last.count > 1, isWord(last.lowerBound, Self.to),
      Self.appearing.contains(input.tokens.hashes[last.lowerBound + 1]),
      Self.expecting.contains(input.tokens.hashes[cue.upperBound - 1]),
      !relation.contents.contains(where: { $0.contains(where: input.isQuoted) })
    else { return }
    relation.contents = []
  }

  /// `was not able to verify the accounts`, `did not comment on the plan`
  private func isUnsaid(_ content: Range<Int>, _ cue: Range<Int>) -> Bool {
    guard cue.contains(where: { Self.verifying.contains(input.tokens.hashes[$0]) }),
      !Self.questions.contains(input.tokens.hashes[content.lowerBound])
    else { return false }
    let start = max(input.tokens.sentence(cue.lowerBound).lowerBound, cue.lowerBound - Self.farthestNegation)
    return (start..<cue.upperBound).contains { Self.negations.contains(input.tokens.hashes[$0]) }
  }

  /// `The court has declined to suspend the trial`: what a judge does not do.
  private func isJudged(_ content: Range<Int>, _ verb: UInt32, _ source: Range<Int>?) -> Bool {
    guard let source, Self.declining.contains(verb), content.count > 1, isWord(content.lowerBound, Self.to),
      Self.orders.contains(input.tokens.hashes[content.lowerBound + 1])
    else { return false }
    return source.contains { Self.judges.contains(input.tokens.hashes[$0]) }
  }

  /// `was pronounced dead at the clinic`
  private func isDeath(_ content: Range<Int>, _ verb: UInt32) -> Bool {
    Self.pronouncing.contains(verb) && isWord(content.lowerBound, Self.dead)
  }

  static let expecting = WordSet("expected forecast scheduled due slated supposed tipped")
  private static var appearing: FewWords { FewWords("take", "testify", "appear", "stand", "plead", "attend") }
  private static let orders = WordSet(
    "suspend stay halt block delay postpone adjourn grant dismiss overturn reopen hear release jail lift stop")
  private static let verifying = WordSet("verify verified comment")
  private static let questions = WordSet("that whether if how why when what who where")
  /// In tokens.
  private static let farthestNegation = 5
  private static let judges = WordSet("court courts judge judges justice justices tribunal magistrate magistrates jury")
  private static let pronouncing = WordSet("pronounced declared")
  private static var dead: UInt32 { ByteHash.of("dead") }

  /// `did not respond to a request for comment`, `could not be reached for comment`: nothing is said. Who declines to
  /// comment says so, and what several requests were about is marked by readers (PolNeAR).
  private func isSilence(_ content: Range<Int>, _ cue: Range<Int>) -> Bool {
    guard content.count <= Self.longestSilence, Self.comments.contains(input.tokens.hashes[content.upperBound - 1]),
      !isWord(content.lowerBound, Self.to), !isWord(content.lowerBound, Self.requests),
      !content.contains(where: { Self.helpers.contains(input.tokens.hashes[$0]) })
    else { return false }
    let sentence = input.tokens.sentence(cue.lowerBound)
    return sentence.contains { $0 < content.upperBound && Self.negations.contains(input.tokens.hashes[$0]) }
      && (sentence.lowerBound..<content.upperBound).contains { Self.answering.contains(input.tokens.hashes[$0]) }
  }

  private static let longestSilence = 12
  private static var requests: UInt32 { ByteHash.of("requests") }
  private static let helpers = WordSet(
    "is are was were has have had will would can could may might must should did does")
  private static let comments = WordSet("comment comments interview questions calls emails messages")
  private static var negations: FewWords { FewWords("not", "n't", "never", "nor", "unable") }
  private static let answering = WordSet("respond responded reply replied answer answered return returned reached")

  /// `declined to give his name`, `did not want to be named`
  private func isNaming(_ content: Range<Int>, _ verb: UInt32) -> Bool {
    // `asked not to be named because ...`
    let first = isWord(content.lowerBound, Self.not) ? content.lowerBound + 1 : content.lowerBound
    guard Self.declining.contains(verb), content.upperBound - first >= 3, isWord(first, Self.to) else { return false }
    if isWord(first + 1, Self.be) { return Self.named.contains(input.tokens.hashes[first + 2]) }
    return isWord(first + 1, Self.give) && content.count >= 4 && Self.names.contains(input.tokens.hashes[first + 3])
  }

  /// `learned the trade from his uncle`
  private func isLearned(_ content: Range<Int>, _ verb: UInt32) -> Bool {
    Self.learning.contains(verb) && Self.determiners.contains(input.tokens.hashes[content.lowerBound])
      && content.contains { isWord($0, Self.from) } && !content.contains { SubjectFinder.isFinite($0, input) }
  }

  /// `offered him a watch`
  private func isGift(_ content: Range<Int>, _ verb: UInt32) -> Bool {
    Self.giving.contains(verb) && content.count >= 3 && Self.receivers.contains(input.tokens.hashes[content.lowerBound])
      && Pronouns.articles.contains(input.tokens.hashes[content.lowerBound + 1])
      && !content.contains { isWord($0, Self.to) }
  }

  private static var be: UInt32 { ByteHash.of("be") }
  private static var not: UInt32 { ByteHash.of("not") }
  private static var give: UInt32 { ByteHash.of("give") }
  private static var from: UInt32 { ByteHash.of("from") }
  private static let declining = WordSet("declined declines declining refused refuses want wanted wish wished asked")
  private static var named: FewWords { FewWords("named", "identified") }
  private static var names: FewWords { FewWords("name", "names", "surname") }
  private static let learning = WordSet("learned learnt learns learn")
  private static let determiners = WordSet("the a an his her their its")
  private static let giving = WordSet("offered offers offer")
  private static var receivers: FewWords { FewWords("him", "her", "them", "me", "us") }
}
