/// Transcripts that print who speaks in a line of its own, as those of calls with analysts do.
///
///     Ada Lind — Chief Executive Officer
///     Thank you. We had a strong quarter.
///     Tom Roe — Norvik Bank — Analyst
///     Could you say more on prices?
struct HeadedTranscript {
  let input: TaggerInput

  /// A name alone in a line, and the paragraphs behind it.
  private struct Turn {
    var name: Range<Int>
    var hasOffice: Bool
    var heading: Int
    var paragraphs: [Int] = []
  }

  /// Every turn is one statement, whatever else was found in it.
  func apply(to drafts: inout [StatementDraft]) {
    let headings = turns()
    // The list of who takes part has no words behind its names.
    let turns = headings.filter { !$0.paragraphs.isEmpty }
    guard isTranscript(turns, of: headings) else { return }
    let replaced = Set(headings.flatMap { [$0.heading] + $0.paragraphs })
    drafts.removeAll { replaced.contains($0.paragraph) }
    let said = turns.map { turn in
      StatementDraft(
        contents: turn.paragraphs.map { input.tokens.paragraphs[$0].tokens }, source: turn.name, method: .transcript,
        paragraph: turn.paragraphs[0], isQuoted: true)
    }
    drafts += said + NestedReports(input: input).drafts(in: said)
    drafts.sort { $0.contents[0].lowerBound < $1.contents[0].lowerBound }
  }

  /// The last one goes on as long as somebody says "I" or "we".
  private func turns() -> [Turn] {
    var turns: [Turn] = []
    for (number, paragraph) in input.tokens.paragraphs.enumerated() where paragraph.kind == .paragraph {
      if let turn = heading(paragraph.tokens, number) {
        turns.append(turn)
      } else if !turns.isEmpty, !isSection(paragraph.tokens) {
        turns[turns.count - 1].paragraphs.append(number)
      }
    }
    if let last = turns.last {
      let spoken = last.paragraphs.dropFirst().prefix { isSpoken(input.tokens.paragraphs[$0].tokens) }
      turns[turns.count - 1].paragraphs = Array(last.paragraphs.prefix(1) + spoken)
    }
    return turns
  }

  /// `Questions and answers`, `Other participants`: a few words without a point.
  private func isSection(_ line: Range<Int>) -> Bool {
    line.count <= Self.longestSection && line.allSatisfy(input.tokens.isWord)
      && input.tokens.shapes[line.lowerBound].isCapitalised && !isSpoken(line)
  }

  /// A name of two words or more, an office behind it or nothing; or who leads through a call.
  private func heading(_ line: Range<Int>, _ number: Int) -> Turn? {
    let table = input.tokens
    guard line.count <= Self.longestHeading, table.shapes[line.lowerBound].isCapitalised else { return nil }
    if line.count == 1 {
      guard Self.leading.contains(table.hashes[line.lowerBound]) else { return nil }
      return Turn(name: line, hasOffice: false, heading: number)
    }
    var end = line.lowerBound + 1
    while end < line.upperBound, end - line.lowerBound < 5,
      table.shapes[end].isCapitalised || SpeakerWords.particles.contains(table.hashes[end])
    {
      end += 1
    }
    guard end - line.lowerBound >= 2, !line.contains(where: input.isQuoted) else { return nil }
    let name = line.lowerBound..<end
    if end == line.upperBound { return Turn(name: name, hasOffice: false, heading: number) }
    guard Dateline.isDash(table, end) || table.isCharacter(end, ",") || table.isCharacter(end, "("),
      end + 1 < line.upperBound, (end + 1..<line.upperBound).allSatisfy({ TranscriptLabel.isOfOffice(table, $0) })
    else { return nil }
    return Turn(name: name, hasOffice: true, heading: number)
  }

  /// Names stand alone in lines above other texts too: lists of winners, portraits. Here the same ones come again or all
  /// have offices, and most say "I" or "we". A name without words behind it has to come again.
  private func isTranscript(_ turns: [Turn], of headings: [Turn]) -> Bool {
    guard turns.count >= Self.leastTurns else { return false }
    let speakers = Set(turns.map { input.tokens.foldedText($0.name) })
    guard headings.count == turns.count || headings.allSatisfy({ isListed($0, speakers) }) else { return false }
    let named = turns.filter { $0.name.count > 1 }
    let names = Set(named.map { input.tokens.foldedText($0.name) })
    guard names.count >= 2, names.count < named.count || named.allSatisfy(\.hasOffice) else { return false }
    let spoken = named.count { turn in turn.paragraphs.contains { isSpoken(input.tokens.paragraphs[$0].tokens) } }
    return spoken >= 2 && spoken * 2 > named.count
  }

  private func isListed(_ heading: Turn, _ speakers: Set<String>) -> Bool {
    !heading.paragraphs.isEmpty || heading.hasOffice || speakers.contains(input.tokens.foldedText(heading.name))
  }

  private func isSpoken(_ paragraph: Range<Int>) -> Bool {
    paragraph.contains { Self.first.contains(input.tokens.hashes[$0]) && !input.isQuoted($0) }
  }

  /// In tokens.
  private static let longestHeading = 16
  private static let longestSection = 5
  private static let leastTurns = 3
  private static var leading: FewWords { FewWords("operator", "moderator") }
  private static var first: FewWords { FewWords("i", "my", "me", "we", "our", "us") }
}
