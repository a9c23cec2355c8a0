/// People who are called like a day or a feast: "Friday Ode", "Christmas Abbott".
extension NameScanner {
  /// Adds the name that begins with a word of the calendar which no list of first names holds, where the words around or
  /// the rest of the article show a person.
  ///
  /// - Returns: The token behind it; `nil` where there is none.
  mutating func addNamesake(_ token: Int, in sentence: Range<Int>) -> Int? {
    guard tokens.shapes[token] == .capitalised, token + 1 < sentence.upperBound,
      tokens.shapes[token + 1] == .capitalised, lexicon.classes(at: token, in: tokens).contains(.calendar)
    else { return nil }
    var end = token + 1
    while end < sentence.upperBound, end - token < Self.longest, isPlainName(end) { end += 1 }
    // "Friday Prayers", "Monday Night Football"
    guard end > token + 1, end == sentence.upperBound || !tokens.shapes[end].isCapitalised else { return nil }
    var first = token
    while first > sentence.lowerBound, tokens.shapes[first - 1].isCapitalised,
      lexicon.classes(at: first - 1, in: tokens).hasAny(.title)
    { first -= 1 }
    let range = token..<end
    var around = evidence(around: range, sentence)
    guard first < token || !isBehindDayWord(first, around, sentence), isShown(range, first, around) else { return nil }
    if first < token { around.insert(lexicon.classes(at: first, in: tokens).contains(.office) ? .office : .honorific) }
    add(
      range, .person, title: first..<token, evidence: around.union(.weakFirstName),
      classes: [.firstName, .weakFirstName])
    return end
  }

  /// A word of which nothing is known but that it may be a name.
  private func isPlainName(_ token: Int) -> Bool {
    tokens.shapes[token] == .capitalised && !lexicon.classes(at: token, in: tokens).hasAny(Self.notLastNames)
  }

  /// "on Friday Ode", "said Friday Ode had left"
  private func isBehindDayWord(_ first: Int, _ around: NameCandidate.Evidence, _ sentence: Range<Int>) -> Bool {
    guard first > sentence.lowerBound else { return false }
    let before = tokens.hashes[first - 1]
    if CapitalRunReader.beforeDays.contains(before) || Pronouns.prepositions.contains(before) { return true }
    return lexicon.classes(at: first - 1, in: tokens).contains(.speech) && !around.hasAny([.speech, .human])
  }

  /// Whether the words around show a person, or the article has the pair again, or the last name beside a verb of saying.
  private func isShown(_ range: Range<Int>, _ first: Int, _ around: NameCandidate.Evidence) -> Bool {
    if first < range.lowerBound || around.hasAny([.role, .human]) || isJoined(range, around) { return true }
    let last = range.upperBound - 1
    var isCalled = false
    for token in 0..<tokens.count where tokens.hashes[token] == tokens.hashes[last] && token != last {
      let isBehindName =
        token > 0 && tokens.shapes[token - 1].isCapitalised
        && tokens.sentenceOf[token - 1] == tokens.sentenceOf[token]
      // "Ada Ode": the day is none of hers.
      if isBehindName, tokens.hashes[token - 1] != tokens.hashes[range.lowerBound],
        !lexicon.classes(at: token - 1, in: tokens).hasAny(.title)
      {
        return false
      }
      isCalled = isCalled || isBehindName || isBesideSpeech(token)
    }
    return isCalled
  }

  /// "Ada Lind and Friday Ode said"
  private func isJoined(_ range: Range<Int>, _ around: NameCandidate.Evidence) -> Bool {
    around.contains(.speech) && range.lowerBound > 1 && tokens.hashes[range.lowerBound - 1] == ByteHash.of("and")
      && tokens.shapes[range.lowerBound - 2] == .capitalised
      && tokens.sentenceOf[range.lowerBound - 2] == tokens.sentenceOf[range.lowerBound]
  }

  /// "Ode said", "said Ode."
  private func isBesideSpeech(_ token: Int) -> Bool {
    let sentence = tokens.sentence(token)
    func speaks(_ other: Int) -> Bool {
      sentence.contains(other) && tokens.shapes[other] == .lower
        && lexicon.classes(at: other, in: tokens).contains(.speech)
    }
    return speaks(token + 1)
      || speaks(token - 1) && (token + 1 >= sentence.upperBound || !tokens.isWord(token + 1))
  }

  /// In tokens.
  private static let longest = 4
  private static let notLastNames: WordClass = [
    .calendar, .country, .subdivision, .city, .organisation, .organisationTail, .organisationHead, .legalForm,
    .honorific, .office, .institution, .people, .peopleWord, .neverName, .eventWord, .thingWord, .placeWord,
    .commonWord,
    .starter, .function, .metonym,
  ]
}
