/// Whose words come through another: `"...," the Herald quoted Ann Ode as saying.`, `A message from the club: "..."`
extension SpeakerGrammar {
  func quoted(behind piece: Range<Int>) -> Range<Int>? {
    guard let first = wordBehind(piece), !isQuoted(first) else { return nil }
    let end = min(paragraph.upperBound, input.tokens.sentence(first).upperBound, first + Self.longestQuoting)
    let clause = first..<max(first, end)
    guard let whom = AttributedSentence.whom(in: clause, input),
      (first..<whom.verb).allSatisfy({ input.tokens.isWord($0) && !isQuoted($0) })
    else { return nil }
    return whom.source
  }

  /// Who stands behind "from" in a label that is nothing but a message and whose it is.
  func sender(of label: Range<Int>) -> Range<Int>? {
    guard (4...12).contains(label.count), isArticle(label.lowerBound),
      let from = label.dropFirst(2).prefix(3).first(where: { input.tokens.hashes[$0] == Self.from }),
      Self.messages.contains(input.tokens.hashes[from - 1]), from + 1 < label.upperBound,
      label.allSatisfy({ input.tokens.isWord($0) && !isQuoted($0) }),
      !(from..<label.upperBound).contains(where: {
        input.tokens.shapes[$0] == .lower && SubjectFinder.isFinite($0, input)
      })
    else { return nil }
    return from + 1..<label.upperBound
  }

  /// `He remembered advice from Ann Ode: "..."`, `A question came from a man in the last row: "..."`
  func sender(before colon: Int, from start: Int) -> Range<Int>? {
    let near = max(start + 2, colon - Self.longestSender)..<max(start + 2, colon - 1)
    guard let from = near.last(where: { input.tokens.hashes[$0] == Self.from }), !isQuoted(from),
      Self.messages.contains(input.tokens.hashes[from - 1])
        || Self.coming.contains(input.tokens.hashes[from - 1]) && Self.messages.contains(input.tokens.hashes[from - 2]),
      isArticle(from + 1) || input.tokens.shapes[from + 1].isCapitalised,
      (from + 1..<colon).allSatisfy({
        input.tokens.isWord($0)
          && (input.tokens.shapes[$0] != .lower || input.isTitle[$0] || !SubjectFinder.isFinite($0, input))
      })
    else { return nil }
    return from + 1..<colon
  }

  /// In tokens.
  private static let longestSender = 9
  private static var coming: FewWords { FewWords("came", "comes") }
  private static let longestQuoting = 24
  private static var from: UInt32 { ByteHash.of("from") }
  private static let messages = WordSet(
    """
    statement message update notice reply response warning letter note text email tweet post announcement reminder \
    advisory advice question call order
    """)
}
