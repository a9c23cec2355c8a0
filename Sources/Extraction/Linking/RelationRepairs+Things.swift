/// What the tagger takes for words and is a thing that is given, or kept.
extension RelationRepairs {
  func dropThing(_ relation: inout Relation) {
    guard relation.contents.count == 1, let content = relation.contents.first, let cue = relation.cue,
      cue.upperBound <= content.lowerBound, !input.isQuoted(content.lowerBound)
    else { return }
    let verb = input.tokens.hashes[cue.upperBound - 1]
    if isNaming(content, verb) || isLearned(content, verb) || isGift(content, verb) { relation.contents = [] }
  }

  /// `declined to give his name`, `did not want to be named`
  private func isNaming(_ content: Range<Int>, _ verb: UInt32) -> Bool {
    let first = content.lowerBound
    guard Self.declining.contains(verb), content.count >= 3, isWord(first, Self.to) else { return false }
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

  private static let be = ByteHash.of("be")
  private static let give = ByteHash.of("give")
  private static let from = ByteHash.of("from")
  private static let declining = WordSet("declined declines declining refused refuses want wanted wish wished asked")
  private static let named = WordSet("named identified")
  private static let names = WordSet("name names surname")
  private static let learning = WordSet("learned learnt learns learn")
  private static let determiners = WordSet("the a an his her their its")
  private static let giving = WordSet("offered offers offer")
  private static let receivers = WordSet("him her them me us")
}
