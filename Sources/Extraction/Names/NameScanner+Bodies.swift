/// Organisations by their words, and how far their names go on.
extension NameScanner {
  mutating func addOrganisation(_ piece: Piece, in sentence: Range<Int>) -> Int? {
    let last = piece.elements.last!
    let first = piece.elements.first!
    if piece.titleClasses.contains(.honorific) { return nil }
    // Asked for before, because the call copies the piece.
    if isBehindOwner(piece, in: sentence), let start = startOfOwned(piece, in: sentence) {
      let range = start..<extendedEnd(piece.tokens, in: sentence)
      add(range, .organisation, evidence: evidence(around: range, sentence), classes: last.classes)
      return range.upperBound
    }
    if piece.title == nil, piece.elements.count > 2,
      piece.elements.dropFirst().dropLast().contains(where: { isAmpersand($0) })
    {
      // "Barnes & Noble"
      add(
        piece.tokens, .organisation, evidence: evidence(around: piece.tokens, sentence), classes: last.classes,
        identity: piece.elements.count == 1 ? last.identity : 0)
      return piece.tokens.upperBound
    }
    if last.isPhrase, piece.elements.count == 1 {
      guard isKnownOrganisation(last) else { return nil }
      let goesOn = last.classes.hasAny([.organisationHead, .organisationTail]) || hasHead(last.tokens)
      let end = goesOn ? extendedEnd(piece.tokens, in: sentence) : piece.tokens.upperBound
      add(
        piece.tokens.lowerBound..<end, .organisation,
        evidence: evidence(around: piece.tokens.lowerBound..<end, sentence),
        classes: last.classes, identity: end == piece.tokens.upperBound ? last.identity : 0)
      return end
    }
    if let end = joinedBodyEnd(piece, in: sentence) {
      add(
        piece.tokens.lowerBound..<end, .organisation,
        evidence: evidence(around: piece.tokens.lowerBound..<end, sentence))
      return end
    }
    let hasTail = piece.elements.count > 1 && last.classes.hasAny([.organisationTail, .legalForm])
    let isHead = last.classes.contains(.organisationHead) || first.classes.contains(.organisationHead)
    let end = isHead || hasTail ? extendedEnd(piece.tokens, in: sentence) : nil
    let isExtended = isHead && end! > piece.tokens.upperBound
    guard hasTail || isExtended else { return nil }
    if hasTail, !isExtended, first.isFirstName, piece.elements.count == 2,
      !Self.clubs.contains(tokens.hashes[last.tokens.lowerBound])
    {
      // "Mike Church said": a person who has the word for a name.
      let around = evidence(around: piece.tokens, sentence)
      if piece.title != nil || around.hasAny(.ofPerson), !last.classes.contains(.legalForm) { return nil }
    }
    if piece.title != nil, first.isFirstName, !isExtended { return nil }
    let start = withAll(withCountry(startOfPair(piece, in: sentence), piece, in: sentence), piece, in: sentence)
    add(
      start..<end!, .organisation, evidence: evidence(around: start..<end!, sentence), classes: last.classes)
    return end!
  }

  /// The end of "the National Forestry and Grassland Administration": words on both sides of an "and" and a word for a body
  /// at the end.
  private func joinedBodyEnd(_ piece: Piece, in sentence: Range<Int>) -> Int? {
    let and = piece.tokens.upperBound
    guard piece.title == nil, and + 2 < sentence.upperBound, tokens.hashes[and] == Self.and,
      reader.begins(and + 1, in: sentence)
    else { return nil }
    let isShort = piece.elements.count == 1
    let hasArticle = piece.tokens.lowerBound > 0 && tokens.hashes[piece.tokens.lowerBound - 1] == Self.the
    let isOfTrade = hasArticle && piece.elements.last.map(isTrade) ?? false
    let isTrades = isOfTrade && piece.elements.count <= 2
    guard isTrades || isShort && hasArticle || piece.elements.allSatisfy(isShort ? isNounOrField : isField),
      isShort || hasArticle
    else { return nil }
    let run = reader.run(at: and + 1, in: sentence)
    guard run.elements.count > 1, let last = run.elements.last, last.classes.contains(.organisationTail) else {
      return nil
    }
    let rest = run.elements.dropLast()
    // "the Hotel and Tourism Association", "the Halden Hotel and Restaurant Association"
    if isTrades, Self.associations.contains(tokens.hashes[last.tokens.lowerBound]), rest.allSatisfy(isTrade) {
      return run.end
    }
    // "the Disaster and Emergency Management Authority"
    if isShort, hasArticle, piece.elements.allSatisfy(isField), rest.allSatisfy(isField),
      Self.authorities.contains(tokens.hashes[last.tokens.lowerBound])
    {
      return extendedEnd(piece.tokens.lowerBound..<run.end, in: sentence)
    }
    guard rest.allSatisfy(isField),
      isShort ? piece.elements.allSatisfy(isNounOrField) : piece.elements.allSatisfy(isField),
      // "the Dock and Harbour Union"; "Roe and Harbour Union" are two.
      !isShort || rest.allSatisfy({ isNoun($0) || isCompoundWord($0) })
    else { return nil }
    return isShort ? extendedEnd(piece.tokens.lowerBound..<run.end, in: sentence) : run.end
  }

  /// A word for those of a trade, or for where they work: "Farmers", "Hotel", "Tourism".
  private func isTrade(_ element: Element) -> Bool {
    let names: WordClass = [
      .organisation, .organisationTail, .organisationHead, .country, .city, .subdivision, .honorific, .office, .metonym,
      .peopleWord, .legalForm,
    ]
    return !element.isPhrase && !element.isAnyFirstName && !element.classes.hasAny(names)
      && (element.classes.hasAny([.people, .placeWord, .thingWord, .institution, .nominal, .commonWord])
        || Self.departments.contains(tokens.hashes[element.tokens.lowerBound])
        || lexicon.isPluralOfRole(element.tokens.lowerBound, in: tokens))
  }

  private static let authorities = WordSet(
    "authority agency ministry department commission administration bureau service institute directorate inspectorate")
  private static let associations = WordSet(
    "association union guild federation council chamber confederation society league board alliance exchange bureau")

  /// A word for what a body is busy with.
  private func isField(_ element: Element) -> Bool {
    let names: WordClass = [
      .organisation, .organisationTail, .country, .city, .subdivision, .firstName, .honorific, .office, .role, .metonym,
      .institution,
    ]
    return !element.isPhrase && !element.classes.hasAny(names)
  }

  /// A noun of the language that names nobody.
  private func isNoun(_ element: Element) -> Bool {
    let names: WordClass = [.organisation, .place, .title, .role, .people, .institution, .metonym, .peopleWord]
    return element.classes.hasAny([.nominal, .commonWord, .placeWord, .thingWord]) && !element.isPhrase
      && !element.isFirstName
      && !element.classes.hasAny(names)
  }

  /// "Ethics", which no list has.
  private func isNounOrField(_ element: Element) -> Bool {
    isNoun(element) || isField(element) && element.classes.isEmpty && hasEnding(element, Self.endings)
  }

  private func hasEnding(_ element: Element, _ endings: [[UInt8]]) -> Bool {
    tokens.withFolded(element.tokens) { word in endings.contains { word.suffix($0.count).elementsEqual($0) } }
  }

  private static let endings = ["ics", "tion", "sion", "ment"].map { Array($0.utf8) }

  /// "Anti-Corruption"
  private func isCompoundWord(_ element: Element) -> Bool {
    let token = element.tokens.lowerBound
    return !element.isPhrase && !element.isAnyFirstName && !tokens.isLetters[token]
      && tokens.withFolded(token..<token + 1) { word in Self.prefixes.contains { word.starts(with: $0) } }
  }

  private static let prefixes = ["anti-", "counter-", "co-", "inter-", "non-", "self-"].map { Array($0.utf8) }

  /// "US West Inc": elsewhere "us" is a word.
  private func withCountry(_ start: Int, _ piece: Piece, in sentence: Range<Int>) -> Int {
    guard piece.title == nil, start > sentence.lowerBound, tokens.hashes[start - 1] == Self.us,
      tokens.shapes[start - 1] == .capitals, piece.elements.last!.classes.contains(.legalForm)
    else { return start }
    return start - 1
  }

  private static var us: UInt32 { ByteHash.of("us") }

  private func isAmpersand(_ element: Element) -> Bool {
    element.tokens.count == 1 && tokens.isCharacter(element.tokens.lowerBound, "&")
  }

  /// The end of "Bank of England", "Department of Health and Human Services" from its beginning.
  func extendedEnd(_ piece: Range<Int>, in sentence: Range<Int>) -> Int {
    var end = piece.upperBound
    while let next = objectEnd(end, in: sentence, isFirst: end == piece.upperBound) { end = next }
    return end
  }

  private func hasHead(_ phrase: Range<Int>) -> Bool {
    lexicon.classes(at: phrase.upperBound - 1, in: tokens).contains(.organisationHead)
  }

  private func objectEnd(_ token: Int, in sentence: Range<Int>, isFirst: Bool) -> Int? {
    var next = token
    guard next + 1 < sentence.upperBound, Self.links.contains(tokens.hashes[next]) else { return nil }
    let isAnd = tokens.hashes[next] == Self.and
    if isAnd, isFirst { return nil }
    if tokens.hashes[next] == Self.at, tokens.hashes[next - 1] != Self.university { return nil }
    next += 1
    if tokens.hashes[next] == Self.the || tokens.hashes[next] == Self.foreign { next += 1 }
    guard next < sentence.upperBound, reader.begins(next, in: sentence) else { return nil }
    let run = reader.run(at: next, in: sentence)
    var elements = run.elements[...]
    if let title = elements.firstIndex(where: { $0.classes.hasAny(.title) && !$0.classes.contains(.organisationTail) })
    {
      elements = elements[..<title]
    }
    // "Bank of Israel Amir Yaron"
    if let name = elements.dropFirst().dropLast().firstIndex(where: { $0.isFirstName }) { elements = elements[..<name] }
    elements = withoutBranch(elements)
    guard let last = elements.last else { return nil }
    if isAnd {
      // "... and Human Services", but not "... and Harvard University", "... and Iran".
      let names: WordClass = [.country, .subdivision, .city, .organisation, .firstName, .title, .neverName]
      let joins = elements.allSatisfy { !$0.classes.hasAny(names) } && !last.classes.contains(.organisationTail)
      let isField = elements.count == 1 && Self.departments.contains(tokens.hashes[last.tokens.lowerBound])
      let areWords = elements.allSatisfy { $0.classes.contains(.commonWord) && !$0.classes.hasAny(.place) }
      guard joins || isField || areWords else { return nil }
    }
    return last.tokens.upperBound
  }

  /// "Nurses Kisii" in "the National Union of Nurses Kisii branch": where a branch is does not belong to the body.
  private func withoutBranch(_ elements: ArraySlice<Element>) -> ArraySlice<Element> {
    guard elements.count > 1, let first = elements.first, let last = elements.last,
      last.tokens.upperBound < tokens.count, Self.branches.contains(tokens.hashes[last.tokens.upperBound]),
      lexicon.isPluralOfRole(first.tokens.lowerBound, in: tokens) || first.classes.contains(.people)
    else { return elements }
    return elements.dropLast()
  }

  /// Last words of clubs, which nobody has for a last name.
  private static let clubs = WordSet("athletic rovers wanderers albion hotspur argyle thistle united")
  private static let branches = WordSet("branch chapter wing section division unit caucus")
  private static var and: UInt32 { ByteHash.of("and") }
  private static var at: UInt32 { ByteHash.of("at") }
  private static var university: UInt32 { ByteHash.of("university") }
  private static var the: UInt32 { ByteHash.of("the") }
  private static var foreign: UInt32 { ByteHash.of("foreign") }
  private static var links: FewWords { FewWords("of", "for", "on", "at", "and") }
}
