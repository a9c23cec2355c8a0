/// What somebody calls a thing, where the tagger took it into the words of another.
extension QuotationSnapper {
  /// `a ban after what the mayor described as “the loudest meeting ever”`: the "what" before a quotation of some length.
  func naming(before open: Int, from first: Int) -> Int? {
    var verb = open - 1
    if verb > first, input.tokens.hashes[verb] == Self.as { verb -= 1 }
    guard verb - 2 >= first, Self.namingVerbs.contains(input.tokens.hashes[verb]) else {
      return nil
    }
    return (max(first, verb - Self.longestNamer)..<verb - 1).last {
      input.tokens.hashes[$0] == Self.what
    }
  }

  private static let pronouns = WordSet("he she it they we i you")
  private static let longestNamer = 6
  private static var what: UInt32 { ByteHash.of("what") }
  private static var `as`: UInt32 { ByteHash.of("as") }
  private static let namingVerbs = WordSet(
    "called calls call described describes describe termed dubbed labelled branded")
}
