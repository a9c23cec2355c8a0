/// What an accused says, where the tagger passed it over: `Ode maintained her innocence and vowed to appeal.`
extension ClauseFinder {
  func protesting(in sentence: Range<Int>) -> Relation? {
    let (hashes, innocence) = (input.tokens.hashes, Self.innocence)
    guard sentence.count > 3, let last = sentence.dropFirst(3).first(where: { hashes[$0] == innocence }),
      Self.owners.contains(hashes[last - 1]), Self.protests.contains(hashes[last - 2]), !input.isQuoted(last),
      let subject = subjects.subject(of: last - 2)
    else { return nil }
    return Relation(source: subject, cue: last - 2..<last - 1, contents: [last - 1..<last + 1], origin: .clause)
  }

  /// The vow right behind other words: `and vowed to appeal`.
  func vow(behind relation: Relation, in sentence: Range<Int>) -> Relation? {
    guard let content = relation.contents.last, let cue = relation.cue, cue.upperBound <= content.lowerBound,
      case let and = content.upperBound, and + 3 < sentence.upperBound,
      input.tokens.hashes[and] == Self.and, Self.vows.contains(input.tokens.hashes[and + 1]),
      input.tokens.hashes[and + 2] == Self.to, !(and..<sentence.upperBound).contains(where: input.isQuoted)
    else { return nil }
    let end = input.tokens.wordsEnd(and + 2..<sentence.upperBound)
    guard end > and + 3, (and + 2..<end).allSatisfy(input.tokens.isWord) else { return nil }
    return Relation(source: relation.source, cue: and + 1..<and + 2, contents: [and + 2..<end], origin: .clause)
  }

  private static var innocence: UInt32 { ByteHash.of("innocence") }
  private static var owners: FewWords { FewWords("his", "her", "their", "its", "my", "our") }
  private static let protests = WordSet(
    "maintained maintains maintain protested protests proclaimed proclaims asserted")
  private static var vows: FewWords { FewWords("vowed", "pledged", "promised", "threatened", "vows") }
  private static var and: UInt32 { ByteHash.of("and") }
  private static var to: UInt32 { ByteHash.of("to") }
}
