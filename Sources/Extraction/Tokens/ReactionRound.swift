/// Rounds of reactions: in capitals the country, party or body, and behind the colon what a reporter tells of it.
///
///     NORLAND: The minister said it was too late. “We waited,” she told reporters.
///     LAKE UNION: “It is a dark day,” said its chair, Ann Ode.
///     HARBOUR BANK: “We regret it.”                                  the bank speaks
///
/// The label is no speaker where somebody tells who is; a transcript has the words of its speakers there.
enum ReactionRound {
  /// Behind the colon of a label in such a round; `nil` for all else.
  static func end(_ table: TokenTable, _ number: Int) -> Int? {
    guard table.shapes[table.paragraphs[number].tokens.lowerBound] == .capitals, let end = told(table, number).end
    else { return nil }
    var (labels, reports) = (0, 0)
    for other in table.paragraphs.indices {
      let (isLabelled, end) = told(table, other)
      guard isLabelled else { continue }
      labels += 1
      if end != nil { reports += 1 }
      if labels == mostLabels { break }
    }
    return labels >= leastLabels && reports * 2 > labels ? end : nil
  }

  /// Whether a paragraph has a label and, where what stands behind it is told, where that begins.
  private static func told(_ table: TokenTable, _ number: Int) -> (isLabelled: Bool, end: Int?) {
    let paragraph = table.paragraphs[number]
    guard paragraph.kind == .paragraph, table.shapes[paragraph.tokens.lowerBound] == .capitals,
      case let label = TranscriptLabel.label(table, paragraph.tokens), !label.isEmpty,
      case let end = label.upperBound + 1, end < paragraph.tokens.upperBound
    else { return (false, nil) }
    return (true, isReport(table, end..<paragraph.tokens.upperBound) ? end : nil)
  }

  /// Whether a verb of saying stands outside of quotations, and there neither "I" nor "you".
  private static func isReport(_ table: TokenTable, _ words: Range<Int>) -> Bool {
    var isReport = false
    var isQuoted = false
    for token in words {
      switch table.marks[token] {
      case .none:
        guard !isQuoted else { continue }
        if speaking.contains(table.hashes[token]) { return false }
        isReport = isReport || verbs.contains(table.hashes[token])
      case .straight, .doubleApostrophe: isQuoted.toggle()
      case .curlyOpen, .backquotes, .low, .guillemetLeft, .singleOpen: isQuoted = true
      case .curlyClose, .guillemetRight, .singleClose: isQuoted = false
      default: break
      }
    }
    return isReport
  }

  private static let mostLabels = 12
  private static let leastLabels = 3
  private static let speaking = WordSet("i me my we us our you your")
  private static let verbs = WordSet(
    """
    said says told tells called calls urged urges warned warns announced accused blamed condemned denied rejected welcomed \
    praised criticised criticized described wrote tweeted posted vowed demanded expressed pledged hailed added insisted \
    according
    """)
}
