/// Where and when a report was written, in front of its first words:
///
///     NAIROBI, May 6 (Harbour Wire) - The river rose.
///     Washington (HW) — The river rose.
///     DHAKA: The river rose.
///     Dhaka — The river rose.
///     17:40 The river rose.
///     NORLAND: The minister said the river rose.   (`ReactionRound`)
///
/// It is a sentence of its own, so that the capital behind it is that of a sentence, and nobody in it speaks.
enum Dateline {
  private static let mostTokens = 18
  private static let mostParagraphs = 3

  /// Behind the dash, the colon or the time; the paragraph's beginning where there is none.
  static func end(_ table: TokenTable, _ number: Int) -> Int {
    let paragraph = table.paragraphs[number]
    let first = paragraph.tokens.lowerBound
    if table.shapes[first] == .numeric { return behindTime(table, paragraph.tokens) ?? first }
    guard paragraph.kind == .paragraph, table.shapes[first] == .capitals || table.shapes[first] == .capitalised else {
      return first
    }
    return behindDash(table, paragraph.tokens) ?? behindLongDash(table, number) ?? behindColon(table, number)
      ?? ReactionRound.end(table, number) ?? first
  }

  /// The time of an entry in a live report: `17:40`, `5.40pm`, `17:40 GMT -`.
  private static func behindTime(_ table: TokenTable, _ paragraph: Range<Int>) -> Int? {
    guard isTime(table.bytes[table.start(paragraph.lowerBound)..<table.end(paragraph.lowerBound)]) else { return nil }
    var token = paragraph.lowerBound + 1
    while token < paragraph.upperBound, token - paragraph.lowerBound < 4,
      zones.contains(table.hashes[token]) || isDash(table, token) || table.isCharacter(token, ":")
    { token += 1 }
    guard token + 2 < paragraph.upperBound else { return nil }
    return table.shapes[token].isCapitalised || table.marks[token] != .none ? token : nil
  }

  /// Hours and minutes; with a point, which divides numbers too, only before `am` or `pm`.
  private static func isTime(_ word: ArraySlice<UInt8>) -> Bool {
    guard let joint = word.firstIndex(where: { !(0x30...0x39).contains($0) }), joint - word.startIndex <= 2 else {
      return false
    }
    let minutes = word[(joint + 1)...].prefix { (0x30...0x39).contains($0) }
    let rest = word[minutes.endIndex...]
    let isHalf = rest.elementsEqual("am".utf8) || rest.elementsEqual("pm".utf8)
    guard minutes.count == 2, rest.isEmpty || isHalf else { return false }
    return word[joint] == UInt8(ascii: ":") || word[joint] == UInt8(ascii: ".") && isHalf
  }

  private static let zones = WordSet(
    "am pm a.m p.m a.m. p.m. gmt utc bst est edt cet cest ist eat wat local time h hrs")

  private static func behindDash(_ table: TokenTable, _ paragraph: Range<Int>) -> Int? {
    guard let dash = paragraph.prefix(mostTokens).dropFirst().first(where: { !isPart(table, $0) }),
      isDash(table, dash), dash + 2 < paragraph.upperBound
    else { return nil }
    let begins = table.shapes[dash + 1].isCapitalised || table.marks[dash + 1] != .none
    let isPlace = isLongInCapitals(table, paragraph.lowerBound) || table.isCharacter(dash - 1, ")")
    return begins && isPlace ? dash + 1 : nil
  }

  /// `Jakarta — Rescue workers ...`, `Cairo/Jerusalem — Talks ...`: few words before a long dash, at the head of an article
  /// in which no other paragraph begins so.
  private static func behindLongDash(_ table: TokenTable, _ number: Int) -> Int? {
    guard number < mostParagraphs, let dash = longDash(table, number),
      dash + 2 < table.paragraphs[number].tokens.upperBound, table.shapes[dash + 1].isCapitalised,
      !table.paragraphs.indices.contains(where: { $0 != number && longDash(table, $0) != nil })
    else { return nil }
    return dash + 1
  }

  private static func longDash(_ table: TokenTable, _ number: Int) -> Int? {
    let paragraph = table.paragraphs[number]
    guard paragraph.kind == .paragraph else { return nil }
    let dash = paragraph.tokens.prefix(mostPlaces).dropFirst().first {
      table.shapes[$0] != .capitalised && !isJoint(table, $0)
    }
    guard let dash, table.ends[dash] - table.starts[dash] == 3, isDash(table, dash), !table.touchesNext(dash - 1),
      // `Ode — Ivy League-trained surgeon — told ...`
      !(dash + 1..<paragraph.tokens.upperBound).contains(where: { isDash(table, $0) })
    else { return nil }
    return dash
  }

  private static let mostPlaces = 5

  private static func isJoint(_ table: TokenTable, _ token: Int) -> Bool {
    table.isCharacter(token, "/") || table.isCharacter(token, ",")
  }

  private static func isPart(_ table: TokenTable, _ token: Int) -> Bool {
    switch table.shapes[token] {
    case .capitals, .capitalised, .initial, .digits, .numeric: true
    case .lower: particles.contains(table.hashes[token])
    case .punctuation: ",.()/".utf8.contains(table.bytes[table.start(token)])
    case .handle, .quotation: table.marks[token] == .single || table.marks[token] == .singleClose
    }
  }

  /// `DHAKA: ...` at the head of an article without any other label of that kind, which would make it a transcript.
  private static func behindColon(_ table: TokenTable, _ number: Int) -> Int? {
    let paragraph = table.paragraphs[number].tokens
    guard isLongInCapitals(table, paragraph.lowerBound), number < mostParagraphs else { return nil }
    let label = TranscriptLabel.label(table, paragraph)
    guard !label.isEmpty, label.upperBound + 2 < paragraph.upperBound, table.shapes[label.upperBound + 1].isCapitalised
    else { return nil }
    let hasOthers = table.paragraphs.enumerated().contains {
      $0.offset != number && !TranscriptLabel.label(table, $0.element.tokens).isEmpty
    }
    return hasOthers ? nil : label.upperBound + 1
  }

  private static func isLongInCapitals(_ table: TokenTable, _ token: Int) -> Bool {
    table.shapes[token] == .capitals && table.ends[token] - table.starts[token] >= 3
  }

  /// A dash or an underscore between spaces, `--`, or a long one.
  static func isDash(_ table: TokenTable, _ token: Int) -> Bool {
    let (start, length) = (table.start(token), table.end(token) - table.start(token))
    let (hyphen, underscore) = (UInt8(ascii: "-"), UInt8(ascii: "_"))
    switch length {
    case 1: return (table.bytes[start] == hyphen || table.bytes[start] == underscore) && !table.touchesNext(token)
    case 2: return table.bytes[start] == hyphen && table.bytes[start + 1] == hyphen
    // U+2013 and U+2014.
    case 3: return table.bytes[start] == 0xE2 && table.bytes[start + 1] == 0x80 && table.bytes[start + 2] &- 0x93 < 2
    default: return false
    }
  }

  private static let particles = WordSet("de del la las los el al da do dos of the and am pm a.m p.m local time gmt")
}

extension TokenTable {
  /// The table with paragraphs that begin behind their datelines.
  func withoutDatelines() -> TokenTable {
    var shortened: [TokenParagraph]?
    for (number, paragraph) in paragraphs.enumerated() {
      let first = Dateline.end(self, number)
      guard first > paragraph.tokens.lowerBound else { continue }
      shortened = shortened ?? paragraphs
      shortened?[number].tokens = first..<paragraph.tokens.upperBound
    }
    return shortened.map { TokenTable(self, paragraphs: $0) } ?? self
  }
}
