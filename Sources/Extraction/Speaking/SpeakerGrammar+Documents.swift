/// Papers whose words are quoted.
extension SpeakerGrammar {
  /// `The letter, a copy of which was seen by the Herald on Monday, reads in part, "..."`: what the sentence begins with.
  func reading(before piece: Range<Int>) -> Range<Int>? {
    let hashes = input.tokens.hashes
    var verb = piece.lowerBound - 1
    let start = max(paragraph.lowerBound, input.tokens.sentence(piece.lowerBound).lowerBound)
    guard verb - 2 > start else { return nil }
    if input.tokens.isCharacter(verb, ",") || input.tokens.isCharacter(verb, ":") { verb -= 1 }
    if hashes[verb] == Self.part, hashes[verb - 1] == Self.in { verb -= 2 }
    guard verb - 1 > start, Self.readings.contains(hashes[verb]), !isQuoted(verb), isArticle(start) else { return nil }
    let near = start + 1..<min(verb, start + Self.longestPaper)
    guard let paper = near.first(where: { Self.papers.contains(hashes[$0]) }),
      (start..<paper).allSatisfy({ input.tokens.isWord($0) && input.strengths[$0] == .none })
    else { return nil }
    // Nothing behind it, or what stands between two commas.
    let isAside = input.tokens.isCharacter(paper + 1, ",") && input.tokens.isCharacter(verb - 1, ",")
    return paper + 1 == verb || isAside ? start..<paper + 1 : nil
  }

  /// `It goes on: "..."`, `It concludes: "..."`, where nobody else is known to speak and a paper was read from in the paragraph before.
  func readingOn(before piece: Range<Int>, _ chosen: Range<Int>?) -> Range<Int>? {
    let hashes = input.tokens.hashes
    let colon = piece.lowerBound - 1
    guard colon - 2 >= paragraph.lowerBound, input.tokens.isCharacter(colon, ":") else { return nil }
    let goesOn =
      colon - 3 >= paragraph.lowerBound && hashes[colon - 1] == Self.on && Self.goings.contains(hashes[colon - 2])
    let it = goesOn ? colon - 3 : colon - 2
    guard hashes[it] == Self.it, goesOn || Self.endings.contains(hashes[colon - 1]),
      it == max(paragraph.lowerBound, input.tokens.sentence(it).lowerBound), chosen.map({ $0.lowerBound == it }) ?? true
    else { return nil }
    return paper(before: it)
  }

  /// `the letter` in the sentences before, or in the paragraph before where it begins one, the last one.
  private func paper(before token: Int) -> Range<Int>? {
    let number = Int(input.tokens.paragraphOf[token])
    let isInside = token > paragraph.lowerBound
    guard isInside || number > 0,
      case let before = isInside ? paragraph.lowerBound..<token : input.tokens.paragraphs[number - 1].tokens,
      let paper = before.dropFirst().last(where: {
        Self.papers.contains(input.tokens.hashes[$0]) && !isQuoted($0) && input.tokens.hashes[$0 - 1] == Self.the
      })
    else { return nil }
    return paper - 1..<paper + 1
  }

  private static var the: UInt32 { ByteHash.of("the") }
  private static var it: UInt32 { ByteHash.of("it") }
  private static var on: UInt32 { ByteHash.of("on") }
  private static let endings = WordSet("concludes concluded ends ended closes closed begins began")
  private static var goings: FewWords { FewWords("goes", "went") }

  /// In tokens.
  private static let longestPaper = 5
  private static var part: UInt32 { ByteHash.of("part") }
  private static var `in`: UInt32 { ByteHash.of("in") }
  private static let readings = WordSet(
    """
    reads read says said states stated adds added continues continued begins began starts started opens opened ends ended \
    concludes concluded closes closed
    """)
  private static let papers = WordSet(
    """
    letter statement petition report memo memorandum email note notice document text message communique resolution ruling \
    judgment verdict order filing complaint lawsuit indictment declaration circular leaflet
    """)
}
