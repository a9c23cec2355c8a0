/// Words that somebody wrote, printed as a paragraph of their own without marks, as live reports do:
///
///     My colleague Ida Brandt is at the harbour. She writes:
///     The gates are shut, and nobody says for how long.
struct WritingRules {
  let input: TaggerInput
  let tagged: TaggedTokens

  func apply(to drafts: inout [StatementDraft]) {
    var found: [StatementDraft] = []
    for (number, paragraph) in input.tokens.paragraphs.enumerated().dropLast()
    where paragraph.kind == .paragraph && input.tokens.isCharacter(paragraph.tokens.upperBound - 1, ":") {
      if let post = posted(behind: number, paragraph.tokens) {
        found.append(post)
        continue
      }
      let verb = paragraph.tokens.upperBound - 2
      guard verb > paragraph.tokens.lowerBound, Self.writing.contains(input.tokens.hashes[verb]),
        isWritten(number + 1),
        let author = SubjectFinder(input, tagged, in: paragraph.tokens).subject(of: verb, within: 0)
      else { continue }
      found.append(
        StatementDraft(
          contents: [input.tokens.paragraphs[number + 1].tokens], cue: verb..<verb + 1, source: author,
          method: .written, paragraph: number + 1, isQuoted: true))
    }
    guard !found.isEmpty, !drafts.contains(where: { $0.method == .transcript }) else { return }
    let replaced = Set(found.map(\.paragraph))
    drafts.removeAll { replaced.contains($0.paragraph) }
    drafts += found
    drafts.sort { $0.contents[0].lowerBound < $1.contents[0].lowerBound }
  }

  /// `From the mayor of Sund, Ada Lind, on X:` above paragraphs that begin with the mark of what others wrote, `>`.
  private func posted(behind number: Int, _ line: Range<Int>) -> StatementDraft? {
    let paragraphs = input.tokens.paragraphs
    let posts = paragraphs[(number + 1)...].prefix {
      $0.kind == .paragraph && $0.tokens.count > 4 && input.tokens.isCharacter($0.tokens.lowerBound, ">")
    }
    guard !posts.isEmpty, line.count <= Self.longestLead, Self.from == input.tokens.hashes[line.lowerBound] else {
      return nil
    }
    let place = line.dropFirst(3).last { Self.places.contains(input.tokens.hashes[$0]) }
    var end = place ?? line.upperBound - 1
    if input.tokens.isCharacter(end - 1, ",") { end -= 1 }
    guard end > line.lowerBound + 1 else { return nil }
    return StatementDraft(
      contents: posts.map { $0.tokens.lowerBound + 1..<$0.tokens.upperBound }, source: line.lowerBound + 1..<end,
      method: .written, paragraph: number + 1, isQuoted: true)
  }

  /// Whether a paragraph is some sentences without marks, of which no other one hangs.
  private func isWritten(_ number: Int) -> Bool {
    let paragraph = input.tokens.paragraphs[number]
    guard paragraph.kind == .paragraph, paragraph.canSpeak, paragraph.tokens.count >= Self.shortest else {
      return false
    }
    let last = paragraph.tokens.upperBound - 1
    return !input.isQuoted(paragraph.tokens.lowerBound) && !input.tokens.isWord(last)
      && !input.tokens.isCharacter(last, ":") && input.tokens.shapes[paragraph.tokens.lowerBound].isWord
  }

  private static var from: UInt32 { ByteHash.of("from") }
  private static var places: FewWords { FewWords("on", "via") }
  /// In tokens.
  private static let longestLead = 24
  private static let shortest = 6
  private static let writing = WordSet("writes wrote reports tweeted tweets posted posts emailed emails")
}
