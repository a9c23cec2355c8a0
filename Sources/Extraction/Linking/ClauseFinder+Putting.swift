/// What somebody reckons, where the tagger passed it over: `Officials put the damage at $3m.`
extension ClauseFinder {
  /// A thing with an article, "at" and a number behind it, a word such as "about" between allowed.
  func putting(in sentence: Range<Int>) -> Relation? {
    let hashes = input.tokens.hashes
    for verb in sentence where Self.puts.contains(hashes[verb]) && !input.isQuoted(verb) {
      guard verb > sentence.lowerBound, verb + 4 < sentence.upperBound,
        Self.articles.contains(hashes[verb + 1]), !Self.helpers.contains(hashes[verb - 1]),
        let at = (verb + 3..<min(sentence.upperBound - 1, verb + Self.longestThing)).first(where: {
          hashes[$0] == Self.at
        }), isNumber(behind: at, in: sentence),
        (verb + 2..<at).allSatisfy({ input.tokens.isWord($0) && !Self.clauseWords.contains(hashes[$0]) }),
        !Self.isNounOrPassive(verb, input),
        let subject = opening(before: verb, in: sentence) ?? subjects.subject(of: verb, within: 1)
      else { continue }
      let comma = (at + 2..<max(at + 2, sentence.upperBound)).first { ends(at: $0, in: sentence) }
      let end = input.tokens.wordsEnd(verb + 1..<(comma ?? sentence.upperBound))
      let words = verb + 1..<max(verb + 1, end)
      guard words.upperBound > at + 1, !words.contains(where: input.isQuoted) else { continue }
      return Relation(source: subject, cue: verb..<verb + 1, contents: [words], origin: .clause)
    }
    return nil
  }

  /// A comma, or an "and" with neither a thing nor a number behind it.
  private func ends(at token: Int, in sentence: Range<Int>) -> Bool {
    if input.facts[token].contains(.comma) { return true }
    guard input.tokens.hashes[token] == Self.and, token + 1 < sentence.upperBound else { return false }
    let next = input.tokens.hashes[token + 1]
    return !Self.articles.contains(next) && !Self.numbers.contains(next) && !input.tokens.shapes[token + 1].isDigits
  }

  private func isNumber(behind at: Int, in sentence: Range<Int>) -> Bool {
    (at + 1..<min(sentence.upperBound, at + 4)).first { !Self.hedges.contains(input.tokens.hashes[$0]) }
      .map { input.tokens.shapes[$0].isDigits || Self.numbers.contains(input.tokens.hashes[$0]) } ?? false
  }

  /// In tokens.
  private static let longestThing = 12
  private static var and: UInt32 { ByteHash.of("and") }
  private static let helpers = WordSet("will would to could can may might must should shall")
  private static var at: UInt32 { ByteHash.of("at") }
  static let puts = WordSet("put puts")
  private static var articles: FewWords { FewWords("the", "its", "his", "her", "their") }
  private static let hedges = WordSet("about around more less than nearly almost between some over just at least only")
  private static let numbers = WordSet(
    "one two three four five six seven eight nine ten twelve twenty dozens hundreds thousands")
  private static let clauseWords = WordSet("and but or that who which when while as if he she they it was were is are")
}
