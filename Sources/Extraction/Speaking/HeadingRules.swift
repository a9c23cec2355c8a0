/// Statements and letters that are printed whole: who wrote them stands in the line above.
///
///     Statement by the family of Ada Lind
///     “Our daughter loved the sea.”
struct HeadingRules {
  let input: TaggerInput

  /// Paragraphs that are all quotation and have no speaker get the one of the heading, up to the first that is not.
  func apply(to drafts: inout [StatementDraft]) {
    guard drafts.contains(where: { $0.isQuoted && $0.source == nil }) else { return }
    for (number, paragraph) in input.tokens.paragraphs.enumerated() {
      guard let first = paragraph.tokens.first, Self.texts.contains(input.tokens.hashes[first]),
        let author = author(in: paragraph.tokens)
      else { continue }
      attribute(to: author, behind: number, &drafts)
    }
  }

  /// Behind "by" or "from", to the end of a short line without a point.
  private func author(in line: Range<Int>) -> Range<Int>? {
    guard line.count <= Self.longestLine, line.count > 3, input.tokens.isWord(line.upperBound - 1),
      let by = line.prefix(8).dropFirst().first(where: { Self.by.contains(input.tokens.hashes[$0]) }),
      by + 1 < line.upperBound, !line.contains(where: { input.isQuoted($0) || input.strengths[$0] == .a })
    else { return nil }
    return by + 1..<line.upperBound
  }

  private func attribute(to author: Range<Int>, behind heading: Int, _ drafts: inout [StatementDraft]) {
    var last = heading
    for index in drafts.indices where drafts[index].paragraph > heading {
      let draft = drafts[index]
      let words = draft.contents.reduce(0) { $0 + $1.count }
      let paragraph = input.tokens.paragraphs[draft.paragraph].tokens
      guard draft.isQuoted, (last + 1..<max(last + 1, draft.paragraph)).allSatisfy(isQuotation), draft.source == nil,
        words * 10 >= paragraph.count * 9
      else { return }
      drafts[index].source = author
      drafts[index].method = .verdict
      drafts[index].isCarried = true
      last = draft.paragraph + draft.contents.count - 1
    }
  }

  private func isQuotation(_ paragraph: Int) -> Bool {
    input.tokens.paragraphs[paragraph].tokens.first.map(input.isQuoted) ?? false
  }

  private static let longestLine = 20
  private static var texts: FewWords { FewWords("statement", "letter", "message", "remarks", "declaration") }
  private static let by = WordSet("by from")
}
