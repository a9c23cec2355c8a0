/// One of several people, with the name behind a comma: `said one of the growers, Jane Doe`.
extension NameResolver {
  /// The name of "one of the growers" or "one of them", where it stands behind and nothing goes on with it.
  func nameOfOne(_ mention: Range<Int>) -> Int? {
    let first = mention.lowerBound
    guard tokens.hashes[first] == Self.one, first + 3 < tokens.count, tokens.hashes[first + 1] == Self.of else {
      return nil
    }
    let end = tokens.sentence(first).upperBound
    let near = first + 2..<max(first + 2, min(end, first + Self.farthest))
    guard let comma = near.first(where: { !tokens.isWord($0) }), tokens.isCharacter(comma, ","), comma + 1 < end,
      tokens.shapes[comma - 1] == .lower, let name = names.name(at: comma + 1), name.kind == .person,
      name.full.lowerBound <= comma + 1, case let next = name.tokens.upperBound,
      next >= end || tokens.isCharacter(next, ",") || tokens.isCharacter(next, ".") || tokens.marks[next] != .none
    else { return nil }
    return names.index(endingAfter: comma + 1)
  }

  private static let farthest = 10
  private static var one: UInt32 { ByteHash.of("one") }
  private static var of: UInt32 { ByteHash.of("of") }
}
