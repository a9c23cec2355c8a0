/// A few words in marks with nothing behind them but who says them.
extension QuotationSnapper {
  /// `“The supermarkets,” sighs Ode.`, `“Never!” she said.`
  func isTold(_ quotation: Quotation, _ tagged: TaggedTokens) -> Bool {
    let paragraph = input.tokens.paragraph(quotation.open).tokens
    var first = quotation.close + 1
    guard quotation.isClosed, first + 1 < paragraph.upperBound else { return false }
    if Self.stops.contains(input.tokens.hashes[quotation.close - 1]) {
      guard input.tokens.isWord(first) else { return false }
    } else {
      guard input.tokens.isCharacter(first, ",") else { return false }
      first += 1
    }
    guard first + 1 < paragraph.upperBound, input.tokens.shapes[first].isWord, beginsSentence(quotation, paragraph)
    else { return false }
    let isCry = !input.tokens.isCharacter(quotation.close - 1, ",")
    let end = tellingEnd(first, before: paragraph.upperBound, isCry: isCry)
    return end > first
      && (end == paragraph.upperBound || !input.tokens.isWord(end) || isHeard(end, before: paragraph.upperBound))
  }

  /// `he told reporters.`: behind "told" nothing but who hears it.
  private func isHeard(_ first: Int, before end: Int) -> Bool {
    guard VerbForms.told.contains(input.tokens.hashes[first - 1]) else { return false }
    let near = first + 1..<max(first + 1, min(end, first + Self.longestHearer))
    guard let last = near.first(where: { !input.tokens.isWord($0) }) ?? (near.upperBound == end ? end : nil) else {
      return false
    }
    return (first..<last).allSatisfy { input.tokens.hashes[$0] != Self.that }
  }

  /// In tokens.
  private static let longestHearer = 6

  /// `'I saw the flames,' said Ode, 'and then I ran.'`: behind the telling the words go on.
  func resumes(_ quotation: Quotation, _ before: Quotation) -> Bool {
    let telling = before.close + 1..<max(before.close + 1, quotation.open)
    guard quotation.isClosed, before.isClosed, (3...Self.longestTelling).contains(telling.count),
      input.tokens.isCharacter(before.close - 1, ","), input.tokens.shapes[quotation.open + 1] == .lower,
      input.tokens.paragraphOf[before.close] == input.tokens.paragraphOf[quotation.open],
      isComma(telling) || isDashed(telling)
    else { return false }
    return telling.contains { input.strengths[$0] == .a }
  }

  /// `Ode said,`
  private func isComma(_ telling: Range<Int>) -> Bool {
    input.tokens.isCharacter(telling.upperBound - 1, ",") && telling.dropLast().allSatisfy(input.tokens.isWord)
  }

  /// `—Ode said—`
  private func isDashed(_ telling: Range<Int>) -> Bool {
    Dateline.isDash(input.tokens, telling.lowerBound) && Dateline.isDash(input.tokens, telling.upperBound - 1)
      && telling.dropFirst().dropLast().allSatisfy(input.tokens.isWord)
  }

  /// `‘It is late,’ he told reporters. ‘Nobody sells now.’`: a whole sentence behind the one that ended with the telling.
  func goesOn(_ quotation: Quotation, _ before: Quotation) -> Bool {
    let telling = before.close + 1..<max(before.close + 1, quotation.open)
    guard quotation.isClosed, before.isClosed, (3...Self.longestTelling).contains(telling.count), quotation.length > 2,
      input.tokens.isCharacter(quotation.open - 1, "."), input.tokens.isCharacter(before.close - 1, ","),
      input.tokens.shapes[quotation.open + 1].isCapitalised,
      Self.ends.contains(input.tokens.hashes[quotation.close - 1]),
      input.tokens.paragraphOf[before.close] == input.tokens.paragraphOf[quotation.open],
      telling.dropLast().allSatisfy(input.tokens.isWord)
    else { return false }
    return telling.contains { input.strengths[$0] == .a }
  }

  private static var ends: FewWords { FewWords(".", "!", "?") }
  private static let longestTelling = 9

  /// Behind a verb and who says it, or the other way round; `first` where it is nothing of the kind.
  ///
  /// - Parameter isCry: A mark that ends a sentence stands before: `“Never!” Ann Ode shouted` needs no plain verb.
  private func tellingEnd(_ first: Int, before end: Int, isCry: Bool) -> Int {
    if input.strengths[first] != .none, input.tokens.shapes[first] == .lower {
      return input.tokens.suffixes[first] == Self.ing ? first : max(first, somebodyEnd(first + 1, before: end))
    }
    let verb = somebodyEnd(first, before: end)
    guard verb > first, verb < end, input.strengths[verb] == .a || isCry && input.strengths[verb] == .b,
      input.tokens.shapes[verb] == .lower,
      input.tokens.suffixes[verb] != Self.ing
    else { return first }
    return verb + 1
  }

  /// Behind a pronoun or a run of capitalised words; 0 where none stands.
  private func somebodyEnd(_ first: Int, before end: Int) -> Int {
    guard first < end else { return 0 }
    if Self.pronouns.contains(input.tokens.hashes[first]) { return first + 1 }
    var token = first
    // `notes dietician Ann Ode`
    if token + 1 < end, input.isTitle[token], input.tokens.shapes[token] == .lower { token += 1 }
    let name = token
    while token < end, token - name < 4, input.tokens.shapes[token].isCapitalised { token += 1 }
    return token > name ? token : 0
  }

  /// Whether a quotation is all that its sentence has before the telling.
  private func beginsSentence(_ quotation: Quotation, _ paragraph: Range<Int>) -> Bool {
    let before = quotation.open - 1
    guard before >= paragraph.lowerBound else { return true }
    return input.tokens.sentenceOf[before] != input.tokens.sentenceOf[quotation.open]
  }

  /// `A nurse "begged three times" for a bed, an inquest has heard.`: the court is who says it, not what is said.
  func takeCourt(behind quotation: Quotation, _ tagged: inout TaggedTokens) {
    let sentence = input.tokens.sentence(quotation.close)
    let limit = min(sentence.upperBound, input.tokens.paragraph(quotation.close).tokens.upperBound)
    let end = input.tokens.wordsEnd(quotation.close..<limit)
    guard end > quotation.close + 3, AttributedSentence.endsHearing.contains(input.tokens.hashes[end - 1]),
      let comma = (quotation.close + 1..<end).last(where: { input.tokens.isCharacter($0, ",") }),
      let court = AttributedSentence.hearer(in: comma + 1..<end, input)
    else { return }
    for token in comma..<sentence.upperBound { tagged.labels[token] = .outside }
    for token in court { tagged.labels[token] = .insideSource }
    tagged.labels[court.lowerBound] = .beginSource
    for token in court.upperBound..<end { tagged.labels[token] = .insideCue }
    tagged.labels[court.upperBound] = .beginCue
  }

  private static var stops: FewWords { FewWords(",", "!", "?") }
  private static var ing: UInt32 { ByteHash.of("ing") }
  private static var pronouns: FewWords { FewWords("he", "she", "they", "i", "we") }
}
