/// Whose words a quotation is said to be.
extension SpeakerGrammar {
  /// `It was, in the words of one tired minister, "a crash"`, `"A crash," in the words of one tired minister.`
  func wording(_ piece: Range<Int>) -> Range<Int>? {
    let comma = piece.lowerBound - 1
    let hashes = input.tokens.hashes
    if let owner = phrasing(before: comma) { return owner }
    if comma > paragraph.lowerBound, input.tokens.isCharacter(comma, ",") || input.tokens.isCharacter(comma, ":"),
      let words = (max(paragraph.lowerBound, comma - Self.longestWording)..<comma).last(where: {
        hashes[$0] == Self.words
      })
    {
      return owner(ofWords: words, before: comma + 1)
    }
    guard let first = wordBehind(piece) ?? closedWordBehind(piece), hashes[first] == Self.in,
      first + 3 < paragraph.upperBound,
      hashes[first + 2] == Self.words
    else { return nil }
    return owner(ofWords: first + 2, before: paragraph.upperBound)
  }

  /// `in the economist Ann Ode's phrase, "a crash"`, with a comma, a bracket or nothing between.
  private func phrasing(before mark: Int) -> Range<Int>? {
    let hashes = input.tokens.hashes
    let last = mark > paragraph.lowerBound && !input.tokens.isWord(mark) ? mark - 1 : mark
    guard last - 3 > paragraph.lowerBound, Self.phrases.contains(hashes[last]), !isQuoted(last),
      Pronouns.possessives.contains(hashes[last - 1]),
      let first = (max(paragraph.lowerBound, last - Self.longestWording)..<last - 2).last(where: {
        hashes[$0] == Self.in
      }),
      (first + 1..<last - 1).allSatisfy(input.tokens.isWord)
    else { return nil }
    return first + 1..<last - 1
  }

  /// `"a crash", in`: the comma behind the mark.
  private func closedWordBehind(_ piece: Range<Int>) -> Int? {
    let comma = piece.upperBound
    return comma + 1 < paragraph.upperBound && input.tokens.isCharacter(comma, ",") ? comma + 1 : nil
  }

  /// What stands behind "in the words of", up to a mark.
  private func owner(ofWords words: Int, before limit: Int) -> Range<Int>? {
    let hashes = input.tokens.hashes
    guard words - 2 >= paragraph.lowerBound, words + 2 < limit, hashes[words + 1] == Self.of,
      hashes[words - 1] == Self.the,
      hashes[words - 2] == Self.in, !isQuoted(words)
    else { return nil }
    let end = (words + 2..<limit).first { !input.tokens.isWord($0) } ?? limit
    return end > words + 2 && end - words <= Self.longestWording ? words + 2..<end : nil
  }

  /// In tokens.
  private static let longestWording = 14
  private static var phrases: FewWords { FewWords("words", "phrase", "phrasing", "formulation") }
  private static var words: UInt32 { ByteHash.of("words") }
  private static var of: UInt32 { ByteHash.of("of") }
  private static var the: UInt32 { ByteHash.of("the") }
  private static var `in`: UInt32 { ByteHash.of("in") }
}
