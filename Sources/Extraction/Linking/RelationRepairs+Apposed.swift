/// What somebody is, beside the name of who speaks.
extension RelationRepairs {
  /// `Roth's lawyer, Ada Ode, said he was ill`: what she is was taken for a part of the words.
  func joinSpeaker(_ relation: inout Relation) {
    guard relation.contents.count == 2, let cue = relation.cue, let source = relation.source,
      case let role = relation.contents[0], role.upperBound + 1 == source.lowerBound,
      source.upperBound <= cue.lowerBound,
      cue.upperBound <= relation.contents[1].lowerBound, role.count <= Self.longestRole,
      input.tokens.isCharacter(role.upperBound, ","), input.isTitle[role.upperBound - 1],
      input.tokens.shapes[source.lowerBound].isCapitalised,
      role.allSatisfy({ token in
        !input.isQuoted(token) && (input.isTitle[token] || !SubjectFinder.isFinite(token, input))
      })
    else { return }
    relation.source = role.lowerBound..<source.upperBound
    relation.contents.removeFirst()
  }

  private static let longestRole = 8

  /// `Ada Ode, an economist who advised the cabinet, cautioned that ...`: what she is was taken for who says it.
  func takeNameBeforeApposition(_ relation: inout Relation) {
    guard let source = relation.source, let cue = relation.cue, source.upperBound < cue.lowerBound,
      input.tokens.isCharacter(cue.lowerBound - 1, ","),
      let who = (source.lowerBound..<min(cue.lowerBound, source.upperBound + 2)).first(where: {
        isWord($0, Self.whoever)
      }),
      case let start = input.tokens.sentence(who).lowerBound,
      let comma = (max(start, who - Self.longestApposition)..<who).last(where: { !input.tokens.isWord($0) }),
      comma > start, input.tokens.isCharacter(comma, ","),
      comma < source.lowerBound || isWord(source.lowerBound, Self.whoever),
      Self.articles.contains(input.tokens.hashes[comma + 1]), comma + 2 < who,
      input.tokens.shapes[comma - 1].isCapitalised, let name = subjects.last(before: comma + 1)
    else { return }
    relation.source = name
  }

  /// In tokens.
  private static let longestApposition = 7

  private static var whoever: UInt32 { ByteHash.of("who") }
  private static var articles: FewWords { FewWords("a", "an") }
}
