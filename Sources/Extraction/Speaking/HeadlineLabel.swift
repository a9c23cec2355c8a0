/// Headlines that print who speaks in front of a colon:
///
///     Minister: "No new taxes"
///     Bank governor Ada Lind: inflation "will come down"
///     Lind: We will never join
///
/// Most colons of headlines stand behind what an article is about; so without marks it has to be a person of the article
/// who says "I" or "we".
struct HeadlineLabel {
  let input: TaggerInput
  let names: NameTable

  func apply(to drafts: inout [StatementDraft]) {
    for (number, paragraph) in input.tokens.paragraphs.enumerated().prefix(Self.mostHeadlines)
    where paragraph.kind == .headline && input.ruleWords(in: paragraph.tokens).contains(.colon) {
      guard let label = label(in: paragraph.tokens) else { continue }
      let words = label.upperBound + 1..<paragraph.tokens.upperBound
      guard !drafts.contains(where: { $0.source != nil && $0.contents.contains { $0.overlaps(words) } }),
        let isQuoted = isSaid(words, by: label)
      else { continue }
      drafts.removeAll { $0.contents.contains { $0.overlaps(paragraph.tokens) } }
      drafts.append(
        StatementDraft(contents: [words], source: label, method: .colon, paragraph: number, isQuoted: isQuoted))
      drafts.sort { $0.contents[0].lowerBound < $1.contents[0].lowerBound }
    }
  }

  /// A few words that begin the headline, with nothing but who somebody is.
  private func label(in headline: Range<Int>) -> Range<Int>? {
    let near = headline.prefix(Self.longestLabel)
    guard let colon = near.first(where: { input.tokens.isCharacter($0, ":") }), colon > headline.lowerBound,
      colon + 2 < headline.upperBound, input.tokens.shapes[headline.lowerBound].isCapitalised
    else { return nil }
    let label = headline.lowerBound..<colon
    let isPlain = label.allSatisfy {
      (input.tokens.isWord($0) || input.tokens.isCharacter($0, ".")) && !input.isQuoted($0)
        && !(input.tokens.shapes[$0] == .lower && input.strengths[$0].isStrong && !input.isTitle[$0])
        && (!Pronouns.prepositions.contains(input.tokens.hashes[$0]) || input.tokens.hashes[$0] == Self.of)
    }
    return isPlain ? label : nil
  }

  /// Whether the words are somebody's, and whether marks say so; `nil` where they are what is told of the label.
  private func isSaid(_ words: Range<Int>, by label: Range<Int>) -> Bool? {
    let isPerson = names.indices(in: label).contains {
      names.names[$0].kind == .person && names.names[$0].tokens.upperBound == label.upperBound
    }
    if words.contains(where: input.isQuoted) {
      let isTitle = input.isTitle[label.upperBound - 1] && !Self.topics.contains(input.tokens.hashes[label.lowerBound])
      return isPerson || isTitle ? true : nil
    }
    let isFirst = words.contains { Self.first.contains(input.tokens.hashes[$0]) }
    let isAsked = input.tokens.isCharacter(words.upperBound - 1, "?")
    return isPerson && isFirst && !isAsked ? false : nil
  }

  private static let mostHeadlines = 3
  /// In tokens.
  private static let longestLabel = 9
  private static var of: UInt32 { ByteHash.of("of") }
  private static let first = WordSet("i we our us my me let's i'm we're")
  private static var topics: FewWords { FewWords("review", "opinion", "analysis", "interview", "profile", "obituary") }
}
