/// `NAME:` or `Q.` in front of a paragraph, as transcripts print who speaks.
enum TranscriptLabel {
  /// The tokens of a label of one to four words in capitals before a colon, an opening mark in front allowed; an empty
  /// range where there is none.
  static func label(_ table: TokenTable, _ paragraph: Range<Int>) -> Range<Int> {
    var first = behindEmphasis(paragraph.lowerBound, table, paragraph)
    if first < paragraph.upperBound, table.marks[first] != .none { first += 1 }
    var token = behindSmallTitles(first, table, paragraph.upperBound)
    while token < paragraph.upperBound, token - first < longestLabel,
      isCapitals(table, token) || token > first && isJoint(table, token, paragraph.upperBound)
    {
      token += 1
    }
    if token == first, first < paragraph.upperBound, isLetter(table, first) {
      token += 1
      // `Q.`
      if table.bytes[table.end(first) - 1] == UInt8(ascii: ".") { return first..<token }
      if isBareQuestion(first, table, paragraph) { return first..<token }
    }
    guard token > first, token < paragraph.upperBound,
      table.isCharacter(token, ":") || colon(behindDirection: token, table, paragraph.upperBound) != nil
        || table.shapes[token - 1] == .capitals && colon(behindBrackets: token, table, paragraph.upperBound) != nil
    else {
      return first..<first
    }
    return first..<token
  }

  /// In tokens.
  private static let longestLabel = 6

  /// Behind `Senator` of `Senator ODE:` and `The` of `The PRESIDENT:`, which some parliaments write so.
  private static func behindSmallTitles(_ first: Int, _ table: TokenTable, _ limit: Int) -> Int {
    var token = first
    while token + 1 < limit, token - first < 3, table.shapes[token] == .capitalised,
      smallTitles.contains(table.hashes[token])
    { token += 1 }
    return token > first && table.shapes[token] == .capitals ? token : first
  }

  private static let smallTitles = WordSet(
    "the mr mrs ms miss dr sir dame lord lady senator minister deputy councillor cllr justice judge hon honourable")

  /// `Q Will he go?`, as the White House prints who asks.
  private static func isBareQuestion(_ letter: Int, _ table: TokenTable, _ paragraph: Range<Int>) -> Bool {
    guard letter + 2 < paragraph.upperBound, questions.contains(table.hashes[letter]) else { return false }
    return table.shapes[letter + 1].isCapitalised && table.isCharacter(paragraph.upperBound - 1, "?")
  }

  private static var questions: FewWords { FewWords("q") }

  /// The colon of `A (laughing):`.
  private static func colon(behindDirection bracket: Int, _ table: TokenTable, _ limit: Int) -> Int? {
    guard table.isCharacter(bracket, "("),
      let close = (bracket + 1..<min(limit, bracket + longestDirection)).first(where: { table.shapes[$0] != .lower }),
      close > bracket + 1, table.isCharacter(close, ")"), close + 1 < limit, table.isCharacter(close + 1, ":")
    else { return nil }
    return close + 1
  }

  /// The colon of `Mr ODE (Harrow) (14:05):`, whatever stands in the brackets behind a name in capitals.
  private static func colon(behindBrackets token: Int, _ table: TokenTable, _ limit: Int) -> Int? {
    var next = token
    while next < limit, next - token < longestBrackets, table.isCharacter(next, "(") {
      guard
        let close = (next + 1..<min(limit, next + longestBracket)).first(where: { table.isCharacter($0, ")") })
      else { return nil }
      next = close + 1
    }
    return next > token && next < limit && table.isCharacter(next, ":") ? next : nil
  }

  /// In tokens.
  private static let longestDirection = 7
  private static let longestBracket = 16
  private static let longestBrackets = 32

  /// The label of a turn of a conversation, where names need not stand in capitals (`Amina Diallo:`) and may have an office
  /// behind (`Amina Diallo – Chairwoman:`); empty where there is none. Many a paragraph begins like that, so several must
  /// do so before it means anything.
  static func turnLabel(_ table: TokenTable, _ paragraph: Range<Int>) -> Range<Int> {
    let first = behindEmphasis(paragraph.lowerBound, table, paragraph)
    let label = label(table, paragraph)
    guard label.isEmpty else { return label }
    var token = first
    while token < paragraph.upperBound, token - first < 4,
      table.shapes[token].isCapitalised || token > first && SpeakerWords.particles.contains(table.hashes[token])
    {
      token += 1
    }
    token = officeEnd(token, from: first, table, paragraph.upperBound)
    guard token > first, let colon = colon(behind: first..<token, table), colon + 1 < paragraph.upperBound else {
      return
        first..<(token == first + 1 && token < paragraph.upperBound && table.shapes[token] == .lower
        ? max(first, somebody(first, table, paragraph), smallOffice(first, table, paragraph)) : first)
    }
    return first..<token
  }

  /// The end of `Secretary for Transport:` and `Head of the Mission:`, where only the first words have been read.
  private static func officeEnd(_ token: Int, from first: Int, _ table: TokenTable, _ limit: Int) -> Int {
    guard token > first, token < limit, officeJoints.contains(table.hashes[token]) else { return token }
    var end = token + 1
    while end < limit, end - first < longestOffice,
      table.shapes[end].isCapitalised || officeJoints.contains(table.hashes[end])
    {
      end += 1
    }
    return end < limit && table.isCharacter(end, ":") && table.shapes[end - 1].isCapitalised ? end : token
  }

  private static var officeJoints: FewWords { FewWords("for", "of", "and", "the") }

  /// The end of `Woman in the third row:`, somebody by where they sit; 0 where it is nothing of the kind.
  private static func somebody(_ first: Int, _ table: TokenTable, _ paragraph: Range<Int>) -> Int {
    guard first + 2 < paragraph.upperBound, table.shapes[first + 1] == .lower, somebodies.contains(table.hashes[first]),
      places.contains(table.hashes[first + 1])
    else { return 0 }
    let near = first + 2..<min(paragraph.upperBound - 1, first + longestPlace)
    guard let colon = near.first(where: { !table.isWord($0) }), table.isCharacter(colon, ":") else { return 0 }
    return colon
  }

  /// The end of `Jury foreman:`, an office whose last word is small; 0 where it is none.
  private static func smallOffice(_ first: Int, _ table: TokenTable, _ paragraph: Range<Int>) -> Int {
    guard first + 3 < paragraph.upperBound, smallOffices.contains(table.hashes[first + 1]),
      table.isCharacter(first + 2, ":")
    else { return 0 }
    return first + 2
  }

  private static let smallOffices = WordSet(
    "foreman forewoman foreperson clerk usher officer counsel lawyer prosecutor attorney secretary minister spokesman "
      + "spokeswoman operator host member student parent leader chair official expert")
  private static let longestPlace = 9
  private static let somebodies = WordSet(
    "man woman voice member resident student someone somebody boy girl farmer shopkeeper visitor questioner mother father"
  )
  private static var places: FewWords { FewWords("in", "at", "from", "on", "near", "with") }

  /// Where the words behind a label begin.
  static func end(of label: Range<Int>, _ table: TokenTable) -> Int {
    guard let colon = colon(behind: label, table) else { return label.upperBound }
    return behindEmphasis(colon + 1, table, label.lowerBound..<table.paragraph(label.lowerBound).tokens.upperBound)
  }

  /// The colon of a label: right behind it, or behind an office that a dash, a comma or a bracket stands before.
  private static func colon(behind label: Range<Int>, _ table: TokenTable) -> Int? {
    let limit = table.paragraph(label.lowerBound).tokens.upperBound
    guard label.upperBound < limit else { return nil }
    if table.isCharacter(label.upperBound, ":") { return label.upperBound }
    if let colon = colon(behindDirection: label.upperBound, table, limit) { return colon }
    if table.shapes[label.upperBound - 1] == .capitals,
      let colon = colon(behindBrackets: label.upperBound, table, limit)
    {
      return colon
    }
    guard label.count >= 2,
      Dateline.isDash(table, label.upperBound) || table.isCharacter(label.upperBound, ",")
        || table.isCharacter(label.upperBound, "(")
    else { return nil }
    let office = label.upperBound + 1..<min(limit, label.upperBound + longestOffice)
    guard let colon = office.first(where: { table.isCharacter($0, ":") }) else { return nil }
    return (label.upperBound + 1..<colon).allSatisfy { isOfOffice(table, $0) } ? colon : nil
  }

  /// Whether a token may be part of the office behind a name.
  static func isOfOffice(_ table: TokenTable, _ token: Int) -> Bool {
    table.shapes[token].isCapitalised || Dateline.isDash(table, token) || table.isCharacter(token, ",")
      || table.isCharacter(token, ")") || table.isCharacter(token, "(") || inOffices.contains(table.hashes[token])
  }

  /// In tokens.
  private static let longestOffice = 12
  private static let inOffices = WordSet("of and for the & chief executive financial officer analyst")

  /// `**Amina Diallo:** ...`: the marks that a text has for letters in bold.
  private static func behindEmphasis(_ token: Int, _ table: TokenTable, _ paragraph: Range<Int>) -> Int {
    var first = token
    while first < paragraph.upperBound - 1, table.isCharacter(first, "*") || table.isCharacter(first, "_") {
      first += 1
    }
    return first
  }

  /// Whether a label is the letter or the word of who asks.
  static func asks(_ table: TokenTable, _ label: Range<Int>) -> Bool {
    label.count == 1 && asking.contains(table.hashes[label.lowerBound])
  }

  static func answers(_ table: TokenTable, _ label: Range<Int>) -> Bool {
    label.count == 1 && answering.contains(table.hashes[label.lowerBound])
  }

  private static var answering: FewWords { FewWords("a", "a.", "answer") }
  private static var asking: FewWords { FewWords("q", "q.", "question", "reporter", "journalist") }

  /// `Q:`, `A:`, `Q.`
  private static func isLetter(_ table: TokenTable, _ token: Int) -> Bool {
    table.shapes[token] == .initial && letters.contains(table.hashes[token])
  }

  /// Labels of notes, tables and pictures (`NOTE:`), behind which nobody speaks.
  static func isHeading(_ table: TokenTable, _ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first, tokens.count <= 4, tokens.upperBound < table.count,
      table.isCharacter(tokens.upperBound, ":"), table.shapes[first].isCapitalised
    else { return false }
    return tokens.contains { headings.contains(table.hashes[$0]) }
  }

  private static var letters: FewWords { FewWords("q", "a", "q.", "a.") }
  private static let headings = WordSet(
    """
    note notes editor correction table tables shr shrs net revs sales avg qtr dividend total update photo photos \
    picture pictures image video watch read related interview analysis opinion explainer exclusive profile feature more breaking fact claim verdict abstract text caption summary \
    contact tel q&a
    """)

  private static func isCapitals(_ table: TokenTable, _ token: Int) -> Bool {
    let shape = table.shapes[token]
    return shape == .capitals || (shape == .capitalised && isTitle(table, token))
  }

  /// The point of `MR. ODE:`, the comma of `HOST, ADA ODE:`.
  private static func isJoint(_ table: TokenTable, _ token: Int, _ limit: Int) -> Bool {
    if table.isCharacter(token, ".") { return titles.contains(table.hashes[token - 1]) }
    return table.isCharacter(token, ",") && token + 1 < limit && table.shapes[token + 1] == .capitals
  }

  private static let titles = WordSet("mr mrs ms dr prof hon rev rep reps sen gov gen lt col maj capt sgt adm amb pres")

  /// `Mr.`, which stands before names in capitals.
  private static func isTitle(_ table: TokenTable, _ token: Int) -> Bool {
    table.bytes[table.end(token) - 1] == UInt8(ascii: ".")
  }
}
