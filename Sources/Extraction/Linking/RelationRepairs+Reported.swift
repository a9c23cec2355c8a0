/// What somebody said by the word of another.
extension RelationRepairs {
  /// `According to court papers, she wrote: "Burn it."`: whoever tells of it, the words in marks are hers, and nothing else is
  /// said.
  func dropReported(_ relations: inout [Relation]) {
    for index in relations.indices {
      guard let cue = relations[index].cue, isWord(cue.lowerBound, Self.according),
        relations[index].contents.count == 1,
        let content = relations[index].contents.first, content.lowerBound > cue.upperBound,
        let open = content.first(where: input.isQuoted), open > content.lowerBound + 2,
        input.tokens.isCharacter(open - 1, ":"), open - content.lowerBound <= Self.longestTelling,
        (content.lowerBound..<open).contains(where: { input.strengths[$0] == .a }),
        let quotation = input.quotation(open), quotation.isClosed, quotation.close + 1 >= content.upperBound
      else { continue }
      relations[index].contents = []
    }
  }

  /// In tokens.
  private static let longestTelling = 14
}
