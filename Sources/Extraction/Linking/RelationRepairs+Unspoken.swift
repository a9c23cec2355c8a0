/// What is not said: by nobody, or not yet.
extension RelationRepairs {
  func dropUnspoken(_ relation: inout Relation) {
    if isOwnIgnorance(relation) {
      relation.contents = []
      return
    }
    guard relation.contents.count == 1, let content = relation.contents.first, let cue = relation.cue,
      cue.upperBound <= content.lowerBound, !input.isQuoted(content.lowerBound),
      Self.openQuestions.contains(input.tokens.hashes[content.lowerBound])
    else { return }
    let start = max(input.tokens.sentence(cue.lowerBound).lowerBound, cue.lowerBound - Self.farthestHelper)
    let before = start..<cue.upperBound
    if isAhead(before) || isOfNobody(before) { relation.contents = [] }
  }

  /// `I do not know if this is so`, `I wish I had written it`: what an author tells of himself is no report.
  private func isOwnIgnorance(_ relation: Relation) -> Bool {
    guard relation.contents.count == 1, let content = relation.contents.first, let cue = relation.cue,
      cue.upperBound <= content.lowerBound, !input.isQuoted(content.lowerBound), !input.isQuoted(cue.lowerBound),
      Self.ignoring.contains(input.tokens.hashes[cue.upperBound - 1]), !content.contains(where: input.isQuoted)
    else { return false }
    let start = max(input.tokens.sentence(cue.lowerBound).lowerBound, cue.lowerBound - 3)
    return (start..<cue.upperBound).contains { isWord($0, Self.i) }
  }

  /// `will say on Friday whether`, `is to say more when`, `has yet to say whether`
  private func isAhead(_ tokens: Range<Int>) -> Bool {
    guard let verb = tokens.last(where: { Self.tellings.contains(input.tokens.hashes[$0]) }), verb > tokens.lowerBound
    else {
      return false
    }
    let hash = input.tokens.hashes[verb - 1]
    return Self.will.contains(hash)
      || hash == Self.to && verb - 2 >= tokens.lowerBound && Self.aheads.contains(input.tokens.hashes[verb - 2])
  }

  /// `No one would say how`, `Neither has said what`
  private func isOfNobody(_ tokens: Range<Int>) -> Bool {
    guard let helper = tokens.first(where: { Self.nobodies.contains(input.tokens.hashes[$0]) }) else { return false }
    return (helper + 1..<tokens.upperBound).contains { Self.tellings.contains(input.tokens.hashes[$0]) }
  }

  /// `Asked | by Norvik Radio whether she would run`: who asks stands behind "by", and the question behind that.
  func cutAtAsker(_ relation: inout Relation) {
    guard relation.contents.count == 1, let content = relation.contents.first, content.count > 4,
      !input.isQuoted(content.lowerBound)
    else { return }
    let asked = isWord(content.lowerBound, Self.asking) ? content.lowerBound : content.lowerBound - 1
    guard asked >= 0, isWord(asked, Self.asking), isWord(asked + 1, Self.by),
      case let near = asked + 2..<min(content.upperBound - 2, asked + Self.longestAsker),
      let question = near.first(where: { Self.askedQuestions.contains(input.tokens.hashes[$0]) }), question > asked + 2,
      (asked + 2..<question).allSatisfy({ input.tokens.isWord($0) && !input.isQuoted($0) })
    else { return }
    relation.source = asked + 2..<question
    relation.cue = asked..<asked + 1
    relation.contents = [question..<content.upperBound]
  }

  /// In tokens.
  private static let farthestHelper = 5
  private static let longestAsker = 10
  private static var i: UInt32 { ByteHash.of("i") }
  static let ignoring = WordSet("know knew wish wished beg")
  private static var by: UInt32 { ByteHash.of("by") }
  private static var asking: UInt32 { ByteHash.of("asked") }
  private static var will: FewWords { FewWords("will", "'ll") }
  private static var aheads: FewWords { FewWords("is", "are", "was", "were", "yet") }
  private static let tellings = WordSet(
    "say said tell told explain explained announce announced decide reveal revealed")
  private static var nobodies: FewWords { FewWords("nobody", "one", "neither", "none") }
  static let openQuestions = WordSet("whether if when where why how what who which more")
  private static let askedQuestions = WordSet("whether if about why how when what who")
}
