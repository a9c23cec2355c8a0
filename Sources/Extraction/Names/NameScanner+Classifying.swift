/// Says what a piece of a run is, as far as the piece and its neighbours tell.
extension NameScanner {
  /// - Returns: The token behind the piece, or behind the organisation that goes on beyond it.
  mutating func classify(_ piece: Piece, in sentence: Range<Int>) -> Int {
    var piece = piece
    while piece.elements.count > 1, let first = piece.elements.first, first.classes.contains(.peopleWord),
      !first.isFirstName || piece.elements[piece.elements.startIndex + 1].isFirstName,
      !piece.elements.last!.classes.hasAny([.organisationTail, .legalForm, .thingWord, .eventWord])
        || piece.elements.count == 2 && isKnownOrganisation(piece.elements.last!)
    {
      piece.elements = piece.elements.dropFirst()
      piece.isSentenceStart = false
    }
    if piece.title == nil, piece.elements.allSatisfy({ $0.classes.contains(.legalForm) && !$0.isPhrase }) {
      addCompany(piece.tokens, classes: piece.elements.last!.classes, in: sentence)
      return piece.tokens.upperBound
    }
    if piece.elements.count > 2, let rest = splitAfterOrganisation(&piece, in: sentence) { return rest }
    if let end = addOrganisation(piece, in: sentence) { return end }
    if piece.elements.count == 1 { return addSingle(piece, in: sentence) }
    return addSeveral(piece, in: sentence)
  }

  /// "Foreign Intelligence Service Sergei Naryshkin", "Ukraine Volodymyr Zelensky": a first name begins the person.
  private mutating func splitAfterOrganisation(_ piece: inout Piece, in sentence: Range<Int>) -> Int? {
    let elements = piece.elements
    guard !elements.first!.isFirstName else { return nil }
    if let people = elements.dropFirst().dropLast().lastIndex(where: {
      $0.classes.contains(.peopleWord) && !$0.isFirstName
    }),
      elements[people + 1].isFirstName, people + 2 < elements.endIndex
    {
      // "House Republican Jane Doe"
      return classify(Piece(elements: elements[(people + 1)...]), in: sentence)
    }
    if let index = unknownPerson(in: elements) {
      _ = classify(Piece(elements: elements[..<index], isSentenceStart: piece.isSentenceStart), in: sentence)
      let rest = Piece(elements: elements[index...]).tokens
      add(rest, .person, evidence: evidence(around: rest, sentence).union(.role))
      return rest.upperBound
    }
    for index in elements.indices.dropFirst().dropLast() where elements[index].isFirstName {
      let before = elements[index - 1]
      let splits =
        before.classes.hasAny([.organisationTail, .legalForm, .organisation, .state, .placeWord]) || before.isPhrase
      // "Candidate Jane Doe": a word before a first name modifies it; a short unknown one is a name ("Khin Maung Tun").
      guard splits || index == elements.startIndex + 1 && isWordBeforeName(before) else { continue }
      if splits {
        _ = classify(Piece(elements: elements[..<index], isSentenceStart: piece.isSentenceStart), in: sentence)
      } else if tokens.shapes[before.tokens.lowerBound] != .capitalised {
        return nil
      }
      return classify(Piece(elements: elements[index...]), in: sentence)
    }
    return nil
  }

  /// "Heavy Industries Park Chul-woo", "Legislative Chamber Gulnora Ikramova": two words that nothing is known of, or a
  /// given name with a hyphen, behind the word that ends the name of a body.
  private func unknownPerson(in elements: ArraySlice<Element>) -> Int? {
    let index = elements.endIndex - 2
    guard elements.count > 3, elements[index - 1].classes.hasAny([.organisationTail, .legalForm]),
      !elements[index].isPhrase, !elements[index + 1].isPhrase
    else { return nil }
    if isGivenName(elements[index + 1].tokens.lowerBound) { return index }
    return elements[index...].allSatisfy { isUnknown($0) && !$0.classes.contains(.commonWord) } ? index : nil
  }

  /// `Chul-woo`
  private func isGivenName(_ token: Int) -> Bool {
    let bytes = tokens.bytes[tokens.start(token)..<tokens.end(token)]
    guard tokens.shapes[token] == .capitalised, let hyphen = bytes.firstIndex(of: UInt8(ascii: "-")) else {
      return false
    }
    let rest = bytes[(hyphen + 1)...]
    return (2...6).contains(hyphen - bytes.startIndex) && (2...6).contains(rest.count)
      && rest.allSatisfy { $0 &- UInt8(ascii: "a") < 26 }
  }

  private func isUnknown(_ element: Element) -> Bool {
    let token = element.tokens.lowerBound
    return element.classes.isSubset(of: .phraseStart) && tokens.shapes[token] == .capitalised
      && !lowerWords.contains(tokens.hashes[token])
  }

  /// Whether a word that no list holds ends as English nouns and adjectives for people do.
  private func endsLikeWord(_ element: Element) -> Bool {
    tokens.withFolded(element.tokens) { word in
      Self.wordEndings.contains { word.count > $0.count + 2 && word.suffix($0.count).elementsEqual($0) }
    }
  }

  private static let wordEndings: [[UInt8]] = [
    "er", "or", "ist", "ian", "man", "men", "ess", "ant", "ent", "eur", "ive", "al", "ic", "ing", "ed", "ous", "ly",
    "ful",
    "able", "ible", "less", "s", "tion", "ary", "hand", "wright", "smith", "folk",
  ].map { Array($0.utf8) }

  private func isWordBeforeName(_ element: Element) -> Bool {
    // "Pasang Rita Sherpa"
    if isUnknown(element), !endsLikeWord(element) { return false }
    let particles: WordClass = [.particle, .lowerParticle, .phraseStart]
    // "Le Hoang Anh": a family name that is a particle elsewhere.
    if element.classes.contains(.lowerParticle), element.classes.isSubset(of: particles) { return false }
    guard !element.isAnyFirstName else { return false }
    let token = element.tokens.lowerBound
    let isShort = tokens.ends[token] - tokens.starts[token] <= Self.shortName
    return !isShort || !element.classes.isEmpty || lowerWords.contains(tokens.hashes[token])
  }

  /// Letters of a name that is no English word.
  private static let shortName = 5

  private mutating func addOrganisation(_ piece: Piece, in sentence: Range<Int>) -> Int? {
    let last = piece.elements.last!
    let first = piece.elements.first!
    if piece.titleClasses.contains(.honorific) { return nil }
    if piece.title == nil, piece.elements.dropFirst().dropLast().contains(where: { isAmpersand($0) }) {
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
    let hasTail = piece.elements.count > 1 && last.classes.hasAny([.organisationTail, .legalForm])
    let isHead = last.classes.contains(.organisationHead) || first.classes.contains(.organisationHead)
    let end = isHead || hasTail ? extendedEnd(piece.tokens, in: sentence) : nil
    let isExtended = isHead && end! > piece.tokens.upperBound
    guard hasTail || isExtended else { return nil }
    if hasTail, !isExtended, first.isFirstName, piece.elements.count == 2 {
      // "Mike Church said": a person who has the word for a name.
      let around = evidence(around: piece.tokens, sentence)
      if piece.title != nil || around.hasAny(.ofPerson), !last.classes.contains(.legalForm) { return nil }
    }
    if piece.title != nil, first.isFirstName, !isExtended { return nil }
    let start = startOfPair(piece, in: sentence)
    add(
      start..<end!, .organisation, evidence: evidence(around: start..<end!, sentence), classes: last.classes)
    return end!
  }

  private func isAmpersand(_ element: Element) -> Bool {
    element.tokens.count == 1 && tokens.isCharacter(element.tokens.lowerBound, "&")
  }

  /// Whether a run is all that stands between two marks: the title of a film, a book, a song.
  private func isQuotedAlone(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound - 1
    guard before >= 0, tokens.marks[before] != .none else { return false }
    var next = range.upperBound
    guard next < tokens.count else { return false }
    if tokens.isCharacter(next, ",") || tokens.isCharacter(next, ".") { next += 1 }
    return next < tokens.count && tokens.marks[next] != .none && tokens.marks[next] != .curlyOpen
  }

  /// The end of "Bank of England", "Department of Health and Human Services" from its beginning.
  private func extendedEnd(_ piece: Range<Int>, in sentence: Range<Int>) -> Int {
    var end = piece.upperBound
    while let next = objectEnd(end, in: sentence, isFirst: end == piece.upperBound) { end = next }
    return end
  }

  private func hasHead(_ phrase: Range<Int>) -> Bool {
    lexicon.classes(tokens.hashes[phrase.upperBound - 1]).contains(.organisationHead)
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
    guard let last = elements.last else { return nil }
    if isAnd {
      // "... and Human Services", but not "... and Harvard University", "... and Iran".
      let names: WordClass = [.country, .subdivision, .city, .organisation, .firstName, .title, .neverName]
      let joins = elements.allSatisfy { !$0.classes.hasAny(names) } && !last.classes.contains(.organisationTail)
      guard joins || elements.allSatisfy({ $0.classes.contains(.commonWord) && !$0.classes.hasAny(.place) }) else {
        return nil
      }
    }
    return last.tokens.upperBound
  }

  private static let and = ByteHash.of("and")
  private static let at = ByteHash.of("at")
  private static let university = ByteHash.of("university")
  private static let the = ByteHash.of("the")
  private static let foreign = ByteHash.of("foreign")
  private static let links = WordSet("of for on at and")

  private mutating func addSingle(_ piece: Piece, in sentence: Range<Int>) -> Int {
    let element = piece.elements.first!
    let range = element.tokens
    var classes = element.classes
    var around = evidence(around: range, sentence)
    if piece.isSentenceStart {
      around.insert(.sentenceStart)
      if classes.isDisjoint(with: Self.named), lexicon.isPluralOfRole(range.lowerBound, in: tokens) {
        classes.insert(.commonWord)
      }
    }
    // "In Norvik, a witness said": the place of another's words.
    if piece.title == nil, isBehindCommaOrPreposition(range.lowerBound, sentence) { around.remove(.human) }
    if tokens.shapes[range.lowerBound] == .capitals { around.insert(.capitals) }
    if piece.titleClasses.contains(.honorific) {
      around.insert(.honorific)
    } else if piece.title != nil {
      around.insert(.office)
    }
    if isQuotedAlone(range), !around.hasAny(.ofPerson), !isKnownOrganisation(element) {
      add(range, .other, evidence: around, classes: classes)
      return range.upperBound
    }
    let isPerson = around.contains(.honorific) || around.contains(.office) && !classes.contains(.country)
    if isPerson, !element.isPhrase, !classes.hasAny([.neverName, .peopleWord]), !classes.contains(.title) {
      add(
        range, .person, title: piece.title, gender: gender(piece), evidence: around, classes: classes)
    } else if isKnownOrganisation(element) {
      add(range, .organisation, evidence: around, classes: classes, identity: element.identity)
    } else if classes.hasAny(.place), !(classes.contains(.city) && !classes.hasAny(.state) && !element.isPhrase) {
      add(range, .place, evidence: around, classes: classes)
    } else if classes.hasAny([.neverName, .peopleWord]) || element.isPhrase {
      // Nothing that is named.
    } else {
      add(range, .single, title: piece.title, gender: gender(piece), evidence: around, classes: classes)
    }
    return range.upperBound
  }

  private static let named: WordClass = [
    .firstName, .organisation, .country, .subdivision, .city, .metonym, .peopleWord,
  ]

  private func isBehindCommaOrPreposition(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token > sentence.lowerBound else { return false }
    return tokens.isCharacter(token - 1, ",") || Pronouns.prepositions.contains(tokens.hashes[token - 1])
  }

  private mutating func addSeveral(_ piece: Piece, in sentence: Range<Int>) -> Int {
    let elements = piece.elements
    let (first, last) = (elements.first!, elements.last!)
    let range = piece.tokens
    var around = evidence(around: range, sentence)
    if piece.titleClasses.contains(.honorific) {
      around.insert(.honorific)
    } else if piece.title != nil {
      around.insert(.office)
    }
    if piece.isSentenceStart { around.insert(.sentenceStart) }
    if first.isFirstName { around.insert(.firstName) } else if first.isAnyFirstName { around.insert(.weakFirstName) }
    let names = elements.filter { !$0.classes.contains(.suffix) }[...]
    if names.count < elements.count || hasMiddleInitial(names) { around.insert(.form) }
    let core = names.isEmpty ? last : names.last!
    var kind = kind(of: piece, core: core, around: around)
    if kind != .place, !around.hasAny(.ofPerson), isQuotedAlone(range) { kind = .other }
    if kind == .other || kind == .several, isKnownOrganisation(last), piece.title == nil,
      !last.classes.hasAny([.placeWord, .thingWord]) || last.isPhrase
    {
      // "Clinton White House", "Iranian-backed Hezbollah": the body is named, what stands before it modifies it.
      add(last.tokens, .organisation, evidence: around, classes: last.classes, identity: last.identity)
      return range.upperBound
    }
    if kind == .organisation, isKnownOrganisation(first), !isForeignBody(elements) {
      add(first.tokens, .organisation, evidence: around, classes: first.classes, identity: first.identity)
      return range.upperBound
    }
    add(
      range, kind, title: piece.title, gender: gender(piece), evidence: around,
      classes: first.classes.union(core.classes.intersection(.notPerson)))
    return range.upperBound
  }

  /// `Banco Norte`, `Radio Norvik`: the word for the body in front, as most languages but English have it.
  private func isForeignBody(_ elements: ArraySlice<Element>) -> Bool {
    elements.first!.classes.contains(.leadingBody)
      && !elements.last!.classes.hasAny([.placeWord, .eventWord, .thingWord, .peopleWord])
  }

  private func hasMiddleInitial(_ elements: ArraySlice<Element>) -> Bool {
    elements.dropFirst().dropLast().contains { tokens.shapes[$0.tokens.lowerBound] == .initial }
  }

  private func kind(of piece: Piece, core: Element, around: NameCandidate.Evidence) -> NameCandidate.Kind {
    let elements = piece.elements
    let first = elements.first!
    if around.contains(.honorific) { return .person }
    if isForeignBody(elements), piece.title == nil, !around.hasAny([.role, .apposition]) { return .organisation }
    if elements.allSatisfy({ $0.classes.hasAny(.place) }), !first.isFirstName { return .place }
    let isStrong = around.contains(.firstName) && elements.count <= 5
    if core.classes.hasAny([.placeWord, .eventWord, .thingWord]) {
      let isPair = elements.count == 2 && !core.classes.contains(.eventWord)
      let speaks =
        around.hasAny([.speech, .role, .office]) && !first.classes.hasAny([.commonWord, .city, .subdivision])
      let isName = isStrong && (around.hasAny(.ofPerson) || core.classes.contains(.thingWord))
      return isPair && (isName || speaks && !around.contains(.article)) ? .person : .other
    }
    if isKnownOrganisation(core), core.isPhrase { return .other }
    if elements.contains(where: { isInCapitals($0) }) {
      if isKnownOrganisation(first) { return .organisation }
      if !isStrong { return .other }
    }
    if isKnownOrganisation(first), first.isPhrase { return .organisation }
    // "Gov. Marcus Jordan", but not "Deputy Mayor South Korea".
    if around.contains(.office) {
      return core.classes.contains(.country) && !(elements.count == 2 && first.isAnyFirstName) ? .other : .person
    }
    if isStrong { return core.classes.contains(.peopleWord) && !around.hasAny(.ofPerson) ? .other : .person }
    if elements.count(where: { !$0.classes.contains(.lowerParticle) }) > 5 { return .other }
    if first.classes.hasAny(.state), elements.count == 2, !around.hasAny(.ofPerson) { return .other }
    if core.classes.hasAny(.notPerson) || core.classes.hasAny(.state) { return .other }
    return .several
  }

  /// `NATO`, but not the initials of a name (`M.K.`).
  private func isInCapitals(_ element: Element) -> Bool {
    let token = element.tokens.lowerBound
    guard element.tokens.count == 1, tokens.shapes[token] == .capitals else { return false }
    return !element.classes.isEmpty || tokens.bytes[tokens.end(token) - 1] != UInt8(ascii: ".")
  }

  private func gender(_ piece: Piece) -> Gender {
    if piece.titleClasses.contains(.titleMale) { return .male }
    if piece.titleClasses.contains(.titleFemale) { return .female }
    guard piece.elements.count > 1, let first = piece.elements.first else { return .unknown }
    if first.classes.contains(.firstMale) { return .male }
    return first.classes.contains(.firstFemale) ? .female : .unknown
  }
}

extension OptionSet where RawValue: FixedWidthInteger {
  /// Whether the two have anything in common.
  func hasAny(_ other: Self) -> Bool { rawValue & other.rawValue != 0 }
}
