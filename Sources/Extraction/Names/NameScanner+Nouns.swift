/// Single words that are names by the noun before them, whatever else they are.
extension NameScanner {
  /// "His wife Grace", "Mr Ode's sister, Comfort,": a name, whatever word it is.
  func isNamedKin(_ range: Range<Int>, _ sentence: Range<Int>) -> Bool {
    var noun = range.lowerBound - 1
    guard noun > sentence.lowerBound, tokens.shapes[range.lowerBound] == .capitalised else { return false }
    if tokens.isCharacter(noun, ",") {
      guard range.upperBound < sentence.upperBound, tokens.isCharacter(range.upperBound, ",") else { return false }
      noun -= 1
    }
    guard tokens.shapes[noun] == .lower, lexicon.classes(at: noun, in: tokens).contains(.kin) else { return false }
    return (max(sentence.lowerBound, noun - 3)..<noun).contains {
      Pronouns.possessives.contains(tokens.hashes[$0]) || Self.owners.contains(tokens.hashes[$0])
    }
  }

  private static var owners: FewWords { FewWords("his", "her", "their", "my", "our") }

  /// "the grid operator Eastgrid": a noun for a company or a person before one word that no person is called by.
  func isBehindBusiness(_ range: Range<Int>, _ classes: WordClass, _ sentence: Range<Int>) -> Bool {
    let noun = range.lowerBound - 1
    guard noun > sentence.lowerBound, tokens.shapes[noun] == .lower, !classes.contains(.firstName),
      Self.businesses.contains(tokens.hashes[noun])
    else { return false }
    return (max(sentence.lowerBound, noun - 3)..<noun).contains { Pronouns.articles.contains(tokens.hashes[$0]) }
  }

  private static let businesses = WordSet(
    "operator carrier lender retailer insurer manufacturer maker brewer producer supplier exporter")
}
