import ArticleModel

/// Bodies that are called by a noun behind the name of another: "the UN children's agency".
extension NameResolver {
  /// The whole body, by its own name where that stands behind a comma ("the UN children's agency, Unicef,"); `nil` where a
  /// name is all of it.
  mutating func bodyAround(_ name: FoundName, _ mention: Range<Int>) -> Speaker? {
    guard let noun = institution(behind: name) else { return nil }
    if noun + 2 < tokens.count, tokens.isCharacter(noun + 1, ","), let own = names.name(at: noun + 2),
      own.kind == .organisation, own.tokens.lowerBound == noun + 2, own.tokens.upperBound < tokens.count,
      tokens.isCharacter(own.tokens.upperBound, ",")
    {
      return named(names.index(endingAfter: noun + 2), mention)
    }
    var first = name.full.lowerBound
    if first > 0, Pronouns.articles.contains(tokens.hashes[first - 1]) { first -= 1 }
    var speaker = byNoun(noun, true, first..<noun + 1)
    speaker.mention = tokens.span(mention)
    speaker.text = tokens.text(mention)
    return speaker
  }

  /// The noun for a body behind a name, with what stands between: "UN refugee agency".
  private func institution(behind name: FoundName) -> Int? {
    let first = name.tokens.upperBound
    for noun in first..<min(tokens.count, first + Self.farthestNoun) {
      if Pronouns.possessives.contains(tokens.hashes[noun]), noun > first { continue }
      let classes = lexicon.classes(at: noun, in: tokens)
      guard tokens.shapes[noun] == .lower, !classes.contains(.function) else { return nil }
      if classes.contains(.institution) {
        let goesOn = noun + 1 < tokens.count && Pronouns.possessives.contains(tokens.hashes[noun + 1])
        return goesOn ? nil : noun
      }
      if classes.contains(.verb), !classes.contains(.nominal) { return nil }
    }
    return nil
  }

  /// In tokens.
  private static let farthestNoun = 4
}
