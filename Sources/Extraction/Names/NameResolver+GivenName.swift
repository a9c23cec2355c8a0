import ArticleModel

/// Somebody without a name who gives one: `A clerk, who gave her name only as Amal, said`, `said one of them, who gave ...`
extension NameResolver {
  /// The name behind "as" in the clause on somebody who was introduced by a noun, whether a list knows it or not.
  func givenName(of mention: Range<Int>) -> Range<Int>? {
    let first = mention.lowerBound
    guard Self.single.contains(tokens.hashes[first]) else { return nil }
    let sentence = tokens.sentence(first)
    let end = min(sentence.upperBound, first + Self.farthest)
    guard
      let given = (first + 1..<max(first + 1, end)).first(where: { token in
        token > first + 2 && tokens.hashes[token - 1] == Self.as && tokens.shapes[token] == .capitalised
          && names.name(at: token).map { $0.kind == .person || $0.kind == .other } ?? true
      }), let clause = (first + 1..<given).first(where: { Self.openings.contains(tokens.hashes[$0]) }),
      let verb = (clause..<given).last(where: { Self.giving.contains(tokens.hashes[$0]) }),
      // "identified the victim as Amal": somebody else.
      (verb + 1..<given - 1).allSatisfy({ Self.between.contains(tokens.hashes[$0]) })
    else { return nil }
    let name = names.name(at: given)
    if let name, name.kind == .person { return name.full }
    let last = (given..<end).first { tokens.shapes[$0] != .capitalised } ?? end
    return given..<last
  }

  /// "one of them"
  func isOneOfThem(_ mention: Range<Int>) -> Bool {
    let first = mention.lowerBound
    return tokens.hashes[first] == Self.one && first + 1 < tokens.count && tokens.hashes[first + 1] == Self.of
  }

  private static var one: UInt32 { ByteHash.of("one") }
  private static var of: UInt32 { ByteHash.of("of") }

  /// The noun that somebody was introduced by is what they are: "clerk".
  mutating func named(_ name: Range<Int>, introducedBy mention: Range<Int>) -> Speaker {
    let index = names.index(endingAfter: name.lowerBound)
    let isKnown = index < names.names.count && names.names[index].full == name && names.names[index].kind == .person
    var speaker =
      isKnown ? named(index, mention) : self.speaker(mention, tokens.text(name), .person)
    if !isKnown { lastUnnamed = (speaker, name.upperBound - 1) }
    let end = mention.dropFirst().first { !tokens.isWord($0) || Self.openings.contains(tokens.hashes[$0]) }
    let role = mention.lowerBound + 1..<(end ?? mention.upperBound)
    if speaker.role == nil, !role.isEmpty { speaker.role = tokens.text(role) }
    return speaker
  }

  private static let farthest = 24
  private static var single: FewWords { FewWords("a", "an", "one", "another", "the") }
  private static var `as`: UInt32 { ByteHash.of("as") }
  private static let between = WordSet(
    """
    only himself herself themselves just simply by police officials authorities to her his their neighbours neighbors \
    friends locals colleagues everyone all family comrades
    """)
  private static var openings: FewWords { FewWords("who", "identified", "identifying", "giving", "named", "known") }
  private static let giving = WordSet("name identified identifying identify named known introduced")
}
