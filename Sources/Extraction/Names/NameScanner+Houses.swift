/// Bodies that are called after saints, kings and groups of people, with a possessive in the name.
///
///     St. Mary's Hospital     King's College London     the Lord's Resistance Army
extension NameScanner {
  /// - Returns: The token behind the name that begins at a token, if one does.
  mutating func addHouse(_ token: Int, in sentence: Range<Int>) -> Int? {
    guard Self.owners.contains(tokens.hashes[token]), let mark = markOfOwner(token, in: sentence),
      mark + 1 < sentence.upperBound, reader.begins(mark + 1, in: sentence)
    else { return nil }
    let run = reader.run(at: mark + 1, in: sentence)
    guard let end = endOfHouse(run) else { return nil }
    let range = token..<end
    add(range, .organisation, evidence: evidence(around: range, sentence), classes: .organisationTail)
    return end
  }

  /// The possessive behind "Guy", "King", "St. Mary".
  private func markOfOwner(_ token: Int, in sentence: Range<Int>) -> Int? {
    var mark = token + 1
    if Self.saints.contains(tokens.hashes[token]) {
      if mark < sentence.upperBound, tokens.isCharacter(mark, ".") { mark += 1 }
      guard mark < sentence.upperBound, tokens.shapes[mark].isCapitalised else { return nil }
      mark += 1
    }
    return mark < sentence.upperBound && Pronouns.possessives.contains(tokens.hashes[mark]) ? mark : nil
  }

  /// Behind the word for the body, which ends the run or has a town behind it.
  private func endOfHouse(_ run: CapitalRun) -> Int? {
    guard let first = run.elements.first, let last = run.elements.last else { return nil }
    if last.classes.contains(.organisationTail) || isHouse(last) { return run.end }
    guard isHouse(first) || first.classes.contains(.organisationTail) else { return nil }
    return run.elements.dropFirst().allSatisfy { $0.classes.contains(.city) } ? run.end : first.tokens.upperBound
  }

  /// `The Guardian`, `the Economist`: a word with "the" in front that a list knows as a paper.
  func paper(_ range: Range<Int>, _ around: NameCandidate.Evidence) -> WordEntry? {
    guard tokens.shapes[range.lowerBound] == .capitalised,
      let phrase = lexicon.phrase(at: range.lowerBound - 1, in: tokens, before: range.upperBound),
      phrase.end == range.upperBound, phrase.entry.classes.contains(.media)
    else { return nil }
    // "on the Hill", "the Sun rose"
    let isThing = lexicon.classes(at: range.lowerBound, in: tokens).hasAny([
      .placeWord, .thingWord, .eventWord, .calendar, .peopleWord, .commonWord,
    ])
    // "across the Atlantic"
    let isSmall = tokens.shapes[range.lowerBound - 1] == .lower
    let speaks =
      around.contains(.speech) || range.lowerBound > 1 && Self.telling.contains(tokens.hashes[range.lowerBound - 2])
    return (isThing || isSmall) && !speaks ? nil : phrase.entry
  }

  private static var telling: FewWords { FewWords("told", "telling") }
  private static var saints: FewWords { FewWords("st.", "st", "saint") }
  private static var owners: FewWords { FewWords("st.", "st", "saint", "king", "queen", "guy", "lord") }
}

/// Names that look like a person's and are a body's, or the other way round.
extension NameScanner {
  /// "the firm Jane Roe said", "Jane Roe, the tobacco group,", "an analyst at Jane Roe": a body with the name of people.
  func isNamedBody(_ range: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let (before, next) = (range.lowerBound - 1, range.upperBound)
    if before > sentence.lowerBound, tokens.shapes[before] == .lower {
      if tokens.hashes[before] == Self.at { return !isOwner(next, in: sentence) && isWorker(before - 1, in: sentence) }
      if Self.firms.contains(tokens.hashes[before]) {
        return Pronouns.articles.contains(tokens.hashes[before - 1]) && endsClause(range, before - 2, in: sentence)
      }
    }
    return next + 2 < sentence.upperBound && tokens.isCharacter(next, ",") && isFirm(behind: next, in: sentence)
  }

  /// "at Jane Roe's speech", "at a Jane Roe rally"
  private func isOwner(_ next: Int, in sentence: Range<Int>) -> Bool {
    guard next < sentence.upperBound else { return false }
    return Pronouns.possessives.contains(tokens.hashes[next])
      || tokens.shapes[next] == .lower && lexicon.classes(at: next, in: tokens).contains(.nominal)
        && !lexicon.classes(at: next, in: tokens).hasAny([.speech, .function])
  }

  /// Who works somewhere: "analyst", "Analysts" at the beginning.
  private func isWorker(_ token: Int, in sentence: Range<Int>) -> Bool {
    if tokens.shapes[token] == .capitalised {
      return token == sentence.lowerBound && lexicon.isPluralOfRole(token, in: tokens)
    }
    let classes = lexicon.classes(at: token, in: tokens)
    return tokens.shapes[token] == .lower && classes.hasAny([.role, .people]) && !classes.hasAny([.kin, .verb])
  }

  /// In "the company Jane Roe founded" a clause goes on, in "the firm Jane Roe said" and "of the firm Jane Roe" none does.
  private func endsClause(_ range: Range<Int>, _ before: Int, in sentence: Range<Int>) -> Bool {
    let next = range.upperBound
    guard next < sentence.upperBound, tokens.isWord(next) else { return true }
    let classes = lexicon.classes(at: next, in: tokens)
    if before < sentence.lowerBound { return classes.contains(.speech) }
    return Pronouns.prepositions.contains(tokens.hashes[before]) || classes.contains(.speech) && !tokens.isWord(before)
  }

  /// ", the tobacco group," from its comma: the last noun is one for a business.
  private func isFirm(behind comma: Int, in sentence: Range<Int>) -> Bool {
    guard Pronouns.articles.contains(tokens.hashes[comma + 1]) else { return false }
    let last = (comma + 2..<min(sentence.upperBound, comma + 6)).first {
      !tokens.isWord($0) || tokens.shapes[$0] != .lower
    }
    guard let last, last > comma + 2, !tokens.isWord(last) else { return false }
    return Self.firms.contains(tokens.hashes[last - 1])
  }

  /// "Kenya Lindqvist met", "Washington Ode's": a rare first name that is a country's or a state's, and a last name that is
  /// no word. In "Kenya Airways cut" the second one is.
  func isNamedAsPlace(_ elements: ArraySlice<Element>, in sentence: Range<Int>) -> Bool {
    guard elements.count == 2, let first = elements.first, let last = elements.last, first.isAnyFirstName,
      !Self.directions.contains(tokens.hashes[first.tokens.lowerBound]),
      first.tokens.lowerBound == 0 || !Pronouns.definites.contains(tokens.hashes[first.tokens.lowerBound - 1]),
      first.classes.hasAny(.state), !last.isPhrase, last.classes.isSubset(of: Self.surname),
      tokens.shapes[last.tokens.lowerBound] == .capitalised, tokens.isLetters[last.tokens.lowerBound],
      !lowerWords.contains(tokens.hashes[last.tokens.lowerBound])
    else { return false }
    let next = last.tokens.upperBound
    guard next < sentence.upperBound, tokens.shapes[next] == .lower else { return true }
    let classes = lexicon.classes(at: next, in: tokens)
    return classes.hasAny([.verb, .function, .speech])
  }

  private static let surname: WordClass = [
    .firstName, .weakFirstName, .firstMale, .firstFemale, .phraseStart, .city,
  ]
  private static let directions = WordSet("north south east west central upper lower")
  private static let firms = WordSet(
    """
    firm company group bank insurer brokerage consultancy carmaker retailer airline union lender conglomerate chain automaker
    """)
  private static var at: UInt32 { ByteHash.of("at") }
}
