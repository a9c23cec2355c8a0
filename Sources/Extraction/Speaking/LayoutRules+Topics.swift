/// Quotations by what they are about, all of one who faced the press:
///
///     Coach Ann Ode spoke to the media on Monday.
///     On the captain: "She is ready."
///     On the weather: "I don't mind it."
extension LayoutRules {
  /// Who spoke to the press, where two quotations or more stand behind nothing but a topic.
  func presenter(of drafts: [StatementDraft]) -> Range<Int>? {
    var topics = 0
    var first: Int?
    // By their numbers: a draft in a variable is a copy.
    for index in drafts.indices where drafts[index].isQuoted {
      let number = drafts[index].paragraph
      let paragraph = input.tokens.paragraphs[number].tokens
      guard Self.topics.contains(input.tokens.hashes[paragraph.lowerBound]), isTopic(before: drafts[index], paragraph)
      else { continue }
      topics += 1
      first = first ?? number
    }
    guard topics > 1, let first else { return nil }
    return (0..<first).lazy.filter { input.tokens.paragraphs[$0].kind == .paragraph }
      .compactMap { number in
        let paragraph = input.tokens.paragraphs[number].tokens
        return speaksToPress(paragraph) ?? holdsConference(paragraph)
      }.first
  }

  private func speaksToPress(_ paragraph: Range<Int>) -> Range<Int>? {
    let hashes = input.tokens.hashes
    for verb in paragraph.dropFirst() where Self.speaking.contains(hashes[verb]) && !input.isQuoted(verb) {
      let near = verb + 1..<min(paragraph.upperBound, verb + Self.farthestPress)
      guard near.contains(where: { Self.press.contains(hashes[$0]) }),
        // "Ode was interviewed", not "Ode interviewed"
        hashes[verb] != Self.interviewed || Self.passives.contains(hashes[verb - 1]),
        let subject = SubjectFinder(input, tagged, in: paragraph)
          .subject(of: hashes[verb] == Self.interviewed ? verb - 1 : verb, within: 0),
        input.tokens.shapes[subject.upperBound - 1].isCapitalised
      else { continue }
      return subject
    }
    return nil
  }

  /// In tokens.
  private static let farthestPress = 9
  private static var interviewed: UInt32 { ByteHash.of("interviewed") }
  private static var passives: FewWords { FewWords("was", "were", "been") }
  private static let speaking = WordSet("spoke talked addressed faced met briefed interviewed appeared")
  private static let press = WordSet(
    "media press reporters journalists newsmen radio programme podcast show television tv interview")
}
