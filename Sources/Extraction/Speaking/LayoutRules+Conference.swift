/// Who held the press conference that quotations behind nothing but their topics come from.
extension LayoutRules {
  /// `Governor Ann Ode held the bank's quarterly press conference on Tuesday`, `Ode took questions on Monday`
  func holdsConference(_ paragraph: Range<Int>) -> Range<Int>? {
    let hashes = input.tokens.hashes
    for verb in paragraph.dropFirst() where Self.holding.contains(hashes[verb]) && !input.isQuoted(verb) {
      let near = verb + 1..<max(verb + 1, min(paragraph.upperBound, verb + Self.farthest))
      guard near.contains(where: { Self.conferences.contains(hashes[$0]) }),
        let subject = SubjectFinder(input, tagged, in: paragraph).subject(of: verb, within: 0),
        input.tokens.shapes[subject.upperBound - 1].isCapitalised
      else { continue }
      return subject
    }
    return nil
  }

  /// In tokens.
  private static let farthest = 9
  private static let holding = WordSet("held holds gave gives took takes hosted")
  private static var conferences: FewWords { FewWords("conference", "briefing", "questions", "presser") }
}
