/// `NAME:` or `Q.` in front of a paragraph, as transcripts print who speaks.
enum TranscriptLabel {
  /// The tokens of a label of one to four words in capitals before a colon, an opening mark in front allowed; an empty
  /// range where there is none.
  static func label(_ table: TokenTable, _ paragraph: Range<Int>) -> Range<Int> {
    var first = paragraph.lowerBound
    if table.marks[first] != .none { first += 1 }
    var token = first
    while token < paragraph.upperBound, token - first < 4, isCapitals(table, token) { token += 1 }
    guard token > first, token < paragraph.upperBound, table.isCharacter(token, ":") else {
      return first..<first
    }
    return first..<token
  }

  /// Labels of notes, tables and pictures (`NOTE:`), behind which nobody speaks.
  static func isHeading(_ table: TokenTable, _ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first, tokens.count <= 4, tokens.upperBound < table.count,
      table.isCharacter(tokens.upperBound, ":"), table.shapes[first].isCapitalised
    else { return false }
    return tokens.contains { headings.contains(table.hashes[$0]) }
  }

  private static let headings = WordSet(
    """
    note notes editor correction table tables shr shrs net revs sales avg qtr dividend total update photo photos \
    picture pictures image video watch read related more breaking fact claim verdict abstract text caption summary \
    contact tel
    """)

  private static func isCapitals(_ table: TokenTable, _ token: Int) -> Bool {
    let shape = table.shapes[token]
    return shape == .capitals || (shape == .capitalised && isTitle(table, token))
  }

  /// `Mr.`, which stands before names in capitals.
  private static func isTitle(_ table: TokenTable, _ token: Int) -> Bool {
    table.bytes[table.end(token) - 1] == UInt8(ascii: ".")
  }
}
