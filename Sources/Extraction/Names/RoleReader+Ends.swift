/// Where a role ends, and where what looks like one is a clause.
extension RoleReader {
  /// "author of" before a title in marks is "author"; "chairman of the Norvik Exchange's" ends with the exchange.
  func withoutOpenEnd(_ role: Range<Int>) -> Range<Int> {
    var end = role.upperBound
    while end - 1 > role.lowerBound, isOpen(end - 1) { end -= 1 }
    return role.lowerBound..<end
  }

  private func isOpen(_ token: Int) -> Bool {
    let hash = tokens.hashes[token]
    return isPossessive(token) && !tokens.isWord(token) || hash == Self.owner || Pronouns.articles.contains(hash)
      || Pronouns.joints.contains(hash) || tokens.shapes[token] == .lower && Self.links.contains(hash)
  }

  /// "After a talk with Jane Doe, the secretary was told", "..., a banker favored some tightening": the verb of a sentence.
  func isPredicate(_ token: Int, in sentence: Range<Int>) -> Bool {
    guard tokens.shapes[token] == .lower else { return false }
    if Self.auxiliaries.contains(tokens.hashes[token]) { return true }
    guard token + 1 < sentence.upperBound, Self.objects.contains(tokens.hashes[token + 1]),
      classes(token - 1).hasAny([.role, .office])
    else { return false }
    return tokens.bytes[tokens.start(token)..<tokens.end(token)].suffix(2).elementsEqual("ed".utf8)
  }

  /// "Commenting on Jane Doe, a banker here told the paper": behind the comma begins who speaks.
  func isSpokenOf(_ name: FoundName, in sentence: Range<Int>) -> Bool {
    let first = sentence.lowerBound
    return name.full.lowerBound - first < 4 && tokens.suffixes[first] == Self.participle
      && tokens.ends[first] - tokens.starts[first] > 5
  }

  private static var participle: UInt32 { ByteHash.of("ing") }

  /// "Jane Doe is the MP for Harrow East.": what somebody is said to be, which describes them elsewhere.
  func predicate(of mention: Int) -> Range<Int>? {
    let name = names.names[mention]
    let sentence = tokens.sentence(name.tokens.lowerBound)
    var start = name.tokens.upperBound + 1
    guard start + 1 < sentence.upperBound, Self.copulas.contains(tokens.hashes[start - 1]) else { return nil }
    if Pronouns.articles.contains(tokens.hashes[start]) { start += 1 }
    let near = start..<min(sentence.upperBound, start + 12)
    let end = near.first { !tokens.isWord($0) || Pronouns.relatives.contains(tokens.hashes[$0]) } ?? near.upperBound
    let role = start..<end
    return role.prefix(5).contains { classes($0).hasAny([.role, .office]) } ? role : nil
  }

  private static var copulas: FewWords { FewWords("is", "was") }

  /// "Jane Doe, prosecuting, said", "Jane Doe, representing the family, said": what a lawyer does in court.
  func engaged(_ name: FoundName) -> Range<Int>? {
    let first = name.tokens.upperBound + 1
    let sentence = tokens.sentence(name.tokens.lowerBound)
    guard first < sentence.upperBound, tokens.isCharacter(first - 1, ","),
      Self.pleading.contains(tokens.hashes[first]),
      let end = (first + 1..<max(first + 1, min(sentence.upperBound, first + 10))).first(where: {
        !tokens.isWord($0) && !isPossessive($0)
      }), tokens.isCharacter(end, ",") || tokens.isCharacter(end, ".")
    else { return nil }
    // "defending the title,": a sport; alone it is said of the court.
    let isAlone = end == first + 1 || Pronouns.prepositions.contains(tokens.hashes[first + 1])
    return isAlone || tokens.hashes[first] == Self.representing ? first..<end : nil
  }

  private static var representing: UInt32 { ByteHash.of("representing") }
  private static var pleading: FewWords { FewWords("prosecuting", "defending", "mitigating", "representing") }
  private static var owner: UInt32 { ByteHash.of("'s") }
  private static let links = WordSet("of for to at with by from")
  private static let auxiliaries = WordSet("is was are were has had will would")
  private static let objects = WordSet("a an the some any no his her its their that him it them all")
}
