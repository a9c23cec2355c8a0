/// Who holds an office of a body or a place, right behind it, where no list knows the name.
///
///     Mayor of Hartsea Valdas Brenkus said
///     The spokesman for the Interior Ministry Valdas Brenkus said
///     The head of the Green Pasture union Valdas Brenkus said
extension NameScanner {
  /// How many elements at the beginning of a run are the body or the place of the office before it, where nothing but words
  /// that no list knows stands behind them.
  ///
  /// What ends in a word of the lists ends there: "Interior Ministry", "Rural Works". A place that no list knows is one word,
  /// and the office has no article in front: "the mayor of Villa Norva Bassa" may be all that is named.
  private func placesBeforeUnknown(_ elements: ArraySlice<Element>, in sentence: Range<Int>) -> Int {
    guard elements.count > 2, let office = officeOf(elements.first!.tokens.lowerBound, in: sentence),
      goesOnBehindHolder(elements.last!.tokens.upperBound, in: sentence)
    else { return 0 }
    let hasArticle = isBehindArticle(office.token, in: sentence)
    if let mark = elements.dropLast(2).lastIndex(where: { endsOfficeOf($0) || isWordOfOffice($0) }) {
      let (body, name) = (elements[...mark], elements[(mark + 1)...])
      let isEnd = endsOfficeOf(elements[mark])
      guard !hasArticle || isEnd && !office.isNested, !body.contains(where: isTitleOrParticle), isUnknownName(name),
        !name.dropFirst().contains(where: { $0.isFirstName }) || isEnd && name.count < 4 || name.first!.isAnyFirstName
      else { return 0 }
      return body.count
    }
    let first = elements.first!
    guard !hasArticle, !office.isNested, !first.isAnyFirstName, isUnknown(first),
      tokens.shapes[office.token].isCapitalised, !Self.speakers.contains(tokens.hashes[office.token])
    else { return 0 }
    return isUnknownName(elements.dropFirst()) ? 1 : 0
  }

  /// How many elements stand before whoever holds the office in front of a run.
  func holder(behind elements: ArraySlice<Element>, in sentence: Range<Int>) -> Int {
    guard elements.count > 2 else { return 0 }
    let unknown = placesBeforeUnknown(elements, in: sentence)
    return unknown > 0 ? unknown : placesOfOffice(elements, in: sentence)
  }

  /// "the chairman of the Green Pasture union Valdas Brenkus": behind the noun for a body that an office is of.
  func isBehindBodyOfOffice(_ noun: Int, _ name: Range<Int>, in sentence: Range<Int>) -> Bool {
    guard (2...4).contains(name.count), tokens.shapes[noun] == .lower, noun > sentence.lowerBound + 1,
      Self.bodies.contains(tokens.hashes[noun])
        || tokens.shapes[noun - 1].isCapitalised && lexicon.classes(at: noun, in: tokens).contains(.institution),
      goesOnBehindHolder(name.upperBound, in: sentence)
    else { return false }
    var link = noun - 1
    let floor = max(sentence.lowerBound, noun - Self.farthestRuler)
    while link > floor {
      if Self.links.contains(tokens.hashes[link]), Self.holders.contains(tokens.hashes[link - 1]) { return true }
      guard tokens.isWord(link), !lexicon.classes(at: link, in: tokens).hasAny([.speech, .calendar]) else {
        return false
      }
      link -= 1
    }
    return false
  }

  /// "one of the growers, Valdas Brenkus": behind the comma stands which one.
  func isOneOfMany(before comma: Int, in sentence: Range<Int>) -> Bool {
    guard comma > sentence.lowerBound, tokens.shapes[comma - 1] == .lower else { return false }
    var token = comma - 1
    while token > sentence.lowerBound, comma - token < Self.farthestRuler, tokens.isWord(token) {
      if tokens.hashes[token] == Self.of { return tokens.hashes[token - 1] == Self.one }
      token -= 1
    }
    return false
  }

  /// The office with "of" or "for" behind it, right before a token or before a body with another "of".
  private func officeOf(_ first: Int, in sentence: Range<Int>) -> (token: Int, isNested: Bool)? {
    var link = first - 1
    guard link > sentence.lowerBound else { return nil }
    if tokens.hashes[link] == Self.definite { link -= 1 }
    guard link > sentence.lowerBound, Self.links.contains(tokens.hashes[link]) else { return nil }
    if Self.holders.contains(tokens.hashes[link - 1]) { return (link - 1, false) }
    let floor = max(sentence.lowerBound, first - Self.farthestRuler)
    while link > floor + 1 {
      link -= 1
      if Self.links.contains(tokens.hashes[link]), Self.holders.contains(tokens.hashes[link - 1]) {
        return (link - 1, true)
      }
      guard tokens.shapes[link].isCapitalised || tokens.hashes[link] == Self.definite else { return nil }
    }
    return nil
  }

  /// "the mayor", "Norland's deputy minister", "a spokesman"
  private func isBehindArticle(_ office: Int, in sentence: Range<Int>) -> Bool {
    var token = office - 1
    while token >= sentence.lowerBound, office - token < 4, tokens.isWord(token) {
      let hash = tokens.hashes[token]
      if Pronouns.articles.contains(hash) || Pronouns.definites.contains(hash) || Pronouns.possessives.contains(hash) {
        return true
      }
      guard lexicon.classes(at: token, in: tokens).hasAny([.office, .role, .modifier]) else { return false }
      token -= 1
    }
    return false
  }

  /// Somebody does something, or says something: "said", "has", ", who", ", in a note".
  private func goesOnBehindHolder(_ next: Int, in sentence: Range<Int>) -> Bool {
    guard next < sentence.upperBound else { return false }
    if tokens.isCharacter(next, ",") { return next + 1 < sentence.upperBound && tokens.shapes[next + 1] == .lower }
    return tokens.shapes[next] == .lower
      && lexicon.classes(at: next, in: tokens).hasAny([.speech, .verb, .adverb])
      || Self.auxiliaries.contains(tokens.hashes[next])
  }

  /// "Ministry", "Works", "United Nations": what a body or a field ends with.
  private func endsOfficeOf(_ element: Element) -> Bool {
    isKnownOrganisation(element) || Self.departments.contains(tokens.hashes[element.tokens.lowerBound])
      || !element.isAnyFirstName
        && element.classes.hasAny([.organisationTail, .legalForm, .institution, .country, .placeWord])
  }

  /// "Rural", "Northern", "Paris": known, and perhaps not the last of it.
  private func isWordOfOffice(_ element: Element) -> Bool {
    !element.isAnyFirstName && element.classes.hasAny([.commonWord, .subdivision, .city])
  }

  private func isTitleOrParticle(_ element: Element) -> Bool { element.classes.hasAny([.honorific, .lowerParticle]) }

  /// Two to four words that may be in a name, of which one is surely no word of the language.
  private func isUnknownName(_ elements: ArraySlice<Element>) -> Bool {
    guard (2...4).contains(elements.count), let first = elements.first, let last = elements.last else { return false }
    return isInUnknownName(last) && tokens.shapes[first.tokens.lowerBound] == .capitalised
      && elements.allSatisfy { isInUnknownName($0) || $0.classes.contains(.lowerParticle) }
      && elements.contains { isUnknown($0) || $0.isFirstName }
  }

  private func isInUnknownName(_ element: Element) -> Bool {
    isUnknown(element) || element.isAnyFirstName && !element.classes.hasAny(.title)
      || element.classes.isEmpty && reader.isJoinedParticle(element.tokens.lowerBound)
  }

  /// In tokens.
  private static let farthestRuler = 10
  private static var of: UInt32 { ByteHash.of("of") }
  private static var one: UInt32 { ByteHash.of("one") }
  private static var definite: UInt32 { ByteHash.of("the") }
  private static var links: FewWords { FewWords("of", "for", "to") }
  private static let auxiliaries = WordSet("has had was is will would who on also")
  /// Those who speak for somebody as often as for a body.
  private static let speakers = WordSet("spokesman spokeswoman spokesperson member head leader director")
  /// Those who hold an office of a place or a body.
  private static let holders = WordSet(
    """
    mayor mayoress governor prefect sheriff bishop archbishop imam chief king queen emir emperor premier president \
    chairman chairwoman chairperson chair secretary treasurer convenor convener coordinator director commissioner \
    ambassador consul minister head leader principal registrar rector spokesman spokeswoman spokesperson member \
    secretary-general undersecretary under-secretary director-general attorney-general mp mla mna mep senator envoy \
    representative vice-president vice-chairman commander
    """)
  /// Nouns for a body that hardly ever stand before its name.
  private static let bodies = WordSet(
    """
    union administration ministry council board committee commission department region district municipality province \
    government association federation authority directorate parliament assembly chamber institute university hospital \
    court bureau secretariat office
    """)
}
