/// Where the words begin behind reporters, or behind the paper itself: `told this newsletter tankers would stop`.
extension ClauseFinder {
  static func behindAudience(_ first: Int, in sentence: Range<Int>, _ input: TaggerInput) -> Int? {
    let hashes = input.tokens.hashes
    guard first + 4 < sentence.upperBound else { return nil }
    let begin: Int
    if hashes[first] == this, papers.contains(hashes[first + 1]) {
      begin = first + 2
    } else if audience.contains(hashes[first]) {
      begin = first + 1
    } else {
      return nil
    }
    if subjects.contains(hashes[begin]) { return begin }
    // `buses would run`, `Mr Ode had left`: a plural or a name with a verb of its own.
    let near = begin + 1..<max(begin + 1, min(sentence.upperBound - 1, begin + longestNoun))
    guard let verb = near.first(where: { helpers.contains(hashes[$0]) }),
      input.isPlural(verb - 1) || input.tokens.shapes[verb - 1].isCapitalised
        || input.tokens.bytes[input.tokens.end(verb - 1) - 1] == UInt8(ascii: "s"),
      (begin..<verb).allSatisfy({
        input.tokens.isWord($0) && !input.isQuoted($0) && !Pronouns.prepositions.contains(hashes[$0])
          && !conjunctions.contains(hashes[$0]) && !(input.tokens.shapes[$0] == .lower && input.strengths[$0].isStrong)
      })
    else { return nil }
    return begin
  }

  /// In tokens.
  private static let longestNoun = 5
  private static var this: UInt32 { ByteHash.of("this") }
  private static let papers = WordSet(
    "newsletter newspaper paper magazine publication website column outlet programme program podcast reporter writer")
  private static var audience: FewWords { FewWords("reporters", "journalists", "newsmen", "me", "us") }
  private static let subjects = WordSet("he she it they we his her its their our the a an this these there no some all")
  private static let helpers = WordSet(
    "is are was were has have had will would can could may might must should did does")
  private static let conjunctions = WordSet(
    "that who which whom what how why when where whether if and or but on monday tuesday wednesday thursday friday saturday sunday"
  )
}
