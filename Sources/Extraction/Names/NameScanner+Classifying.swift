/// Says what a piece of a run is, as far as the piece and its neighbours tell.
extension NameScanner {
  /// - Returns: The token behind the piece, or behind the organisation that goes on beyond it.
  mutating func classify(_ piece: Piece, in sentence: Range<Int>) -> Int {
    var piece = piece
    return classify(&piece, in: sentence)
  }

  /// - Parameter piece: Comes back in parts.
  mutating func classify(_ piece: inout Piece, in sentence: Range<Int>) -> Int {
    while piece.elements.count > 1, let first = piece.elements.first, first.classes.contains(.peopleWord),
      !first.isFirstName || piece.elements[piece.elements.startIndex + 1].isFirstName,
      !piece.elements.last!.classes.hasAny([.organisationTail, .legalForm, .thingWord, .eventWord])
        || piece.elements.count == 2 && isKnownOrganisation(piece.elements.last!), !isOfNation(piece),
      !isCalledLikeNation(piece)
    {
      piece.elements = piece.elements.dropFirst()
      piece.isSentenceStart = false
      piece.isBehindNation = true
    }
    if piece.elements.count == 4, isNation(piece.elements.prefix(2)), piece.elements.suffix(2).allSatisfy(isUnknown) {
      piece.elements = piece.elements.dropFirst(2)
      piece.isSentenceStart = false
      piece.isBehindNation = true
    }
    if piece.title == nil, piece.elements.allSatisfy({ $0.classes.contains(.legalForm) && !$0.isPhrase }) {
      addCompany(piece.tokens, classes: piece.elements.last!.classes, in: sentence)
      return piece.tokens.upperBound
    }
    if piece.title == nil, let end = addBracketedCompany(piece, in: sentence) { return end }
    if piece.elements.count > 2, let rest = splitAfterOrganisation(&piece, in: sentence) { return rest }
    if let end = addOrganisation(piece, in: sentence) { return end }
    if piece.elements.count == 1 { return addSingle(piece, in: sentence) }
    return addSeveral(piece, in: sentence)
  }

  /// "South African": two words that are one nation's, with a person behind.
  private func isNation(_ elements: ArraySlice<Element>) -> Bool {
    guard let first = elements.first, let last = elements.last else { return false }
    let phrase = lexicon.phrase(at: first.tokens.lowerBound, in: tokens, before: last.tokens.upperBound)
    return phrase?.end == last.tokens.upperBound && phrase?.entry.classes.contains(.peopleWord) ?? false
  }

  /// "the Somali Red Crescent", "the Philippine Coast Guard", "the British Treasury": every nation has one.
  private func isOfNation(_ piece: Piece) -> Bool {
    guard piece.elements.count == 2, let last = piece.elements.last, isKnownOrganisation(last) else { return false }
    return Self.national.contains(tokens.hashes[last.tokens.upperBound - 1])
  }

  /// "Thaís Ode": written otherwise than the nation; "Mayor Swede Ode": behind a title stands a first name.
  private func isCalledLikeNation(_ piece: Piece) -> Bool {
    let first = piece.elements.first!.tokens
    guard first.count == 1, piece.elements.count <= 3 else { return false }
    let rest = piece.elements.dropFirst()
    if piece.title != nil, !piece.isBehindNation { return rest.allSatisfy(isUnknown) }
    guard !rest.contains(where: { $0.isPhrase || $0.isFirstName || $0.classes.hasAny(Self.noSurname) }) else {
      return false
    }
    return !tokens.isLetters[first.lowerBound] && tokens.shapes[first.lowerBound] == .capitalised
      && tokens.withFolded(first) { folded in
        folded.count < tokens.end(first.lowerBound) - tokens.start(first.lowerBound)
          && (folded.count < 7 || !Self.nationEndings.contains { folded.suffix($0.count).elementsEqual($0) })
      }
  }

  private static let noSurname: WordClass = [
    .organisation, .organisationTail, .organisationHead, .legalForm, .thingWord, .eventWord, .title, .commonWord,
    .country, .peopleWord,
  ]

  /// "Québécois Ode", "Français Ode"
  private static let nationEndings = ["ois", "ais", "ol", "ese", "eno"].map { Array($0.utf8) }

  private static let national = WordSet("crescent cross guard navy army force treasury")

  /// "said Medina, a nurse"
  private func isSaidToBeHuman(_ classes: WordClass, _ around: NameCandidate.Evidence) -> Bool {
    classes.contains(.firstName) && !classes.contains(.country) && around.isSuperset(of: [.human, .speech])
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
    if piece.isBehindOffice { around.insert(.role) }
    if piece.titleClasses.contains(.honorific) {
      around.insert(.honorific)
    } else if piece.title != nil {
      around.insert(.office)
    }
    if range.lowerBound > 0, tokens.hashes[range.lowerBound - 1] == Self.the, let paper = paper(range, around) {
      add(range, .organisation, evidence: around, classes: paper.classes, identity: paper.identity)
      return range.upperBound
    }
    if piece.title == nil, !storms.isEmpty, storms.contains(tokens.hashes[range.lowerBound]) {
      add(range, .other, evidence: around, classes: classes)
      return range.upperBound
    }
    if isQuotedAlone(range), !around.hasAny(.ofPerson), !isKnownOrganisation(element) {
      add(range, .other, evidence: around, classes: classes)
      return range.upperBound
    }
    if isPluralOfLetters(range.lowerBound) && !isKnownOrganisation(element)
      || piece.title.map({ endsOffice(element, behind: $0) }) ?? false
    {
      add(range, .other, title: piece.title, evidence: around, classes: classes)
      return range.upperBound
    }
    if isBehindBusiness(range, classes, sentence) {
      add(range, .organisation, evidence: around, classes: classes, identity: element.identity)
      return range.upperBound
    }
    if isNamedKin(range, sentence) {
      add(range, .person, title: piece.title, gender: gender(piece), evidence: around, classes: classes)
      return range.upperBound
    }
    let isPerson = around.contains(.honorific) || around.contains(.office) && !classes.contains(.country)
    if isPerson, !element.isPhrase, !classes.hasAny([.neverName, .peopleWord]), !classes.contains(.title) {
      add(
        range, .person, title: piece.title, gender: gender(piece), evidence: around, classes: classes)
    } else if isKnownOrganisation(element), !piece.isSentenceStart || !isAdjective(range, classes, around) {
      add(range, .organisation, evidence: around, classes: classes, identity: element.identity)
    } else if classes.hasAny(.place), !(classes.contains(.city) && !classes.hasAny(.state) && !element.isPhrase),
      !isSaidToBeHuman(classes, around)
    {
      add(range, .place, evidence: around, classes: classes)
    } else if classes.contains(.peopleWord) || element.isPhrase {
      // Nothing that is named.
    } else if classes.contains(.neverName) {
      addWord(range, classes: classes, in: sentence)
    } else {
      // "M23 said": nobody has a digit in the name.
      let isNumbered = around.contains(.speech) && !tokens.isLetters[range.lowerBound] && hasDigit(range.lowerBound)
      let kind: NameCandidate.Kind = isNumbered ? .organisation : .single
      add(range, kind, title: piece.title, gender: gender(piece), evidence: around, classes: classes)
    }
    return range.upperBound
  }

  private func hasDigit(_ token: Int) -> Bool {
    tokens.bytes[tokens.start(token)..<tokens.end(token)].contains { 0x30...0x39 ~= $0 }
  }

  /// "Total borrowings", "Total 348": the name of a company that is an adjective and a verb.
  private func isAdjective(_ range: Range<Int>, _ classes: WordClass, _ around: NameCandidate.Evidence) -> Bool {
    guard classes.isSuperset(of: [.commonWord, .nominal, .verb]), range.upperBound < tokens.count,
      !around.hasAny([.speech, .body, .employer])
    else { return false }
    let shape = tokens.shapes[range.upperBound]
    let behind = lexicon.classes(at: range.upperBound, in: tokens)
    return shape == .digits || shape == .numeric
      || shape == .lower && behind.contains(.nominal) && !behind.contains(.verb)
  }

  private static var the: UInt32 { ByteHash.of("the") }
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
    if first.classes.contains(.peopleWord), piece.title == nil, isOfNation(piece) {
      add(range, .organisation, evidence: around, classes: last.classes)
      return range.upperBound
    }
    if piece.titleClasses.contains(.honorific) {
      around.insert(.honorific)
    } else if piece.title != nil {
      around.insert(.office)
    }
    if piece.isSentenceStart { around.insert(.sentenceStart) }
    // "the South African Robi Byrd"
    if piece.isBehindNation, elements.count == 2, elements.allSatisfy(isUnknown) { around.insert(.role) }
    if piece.title == nil, elements.count < 5, !last.classes.contains(.placeWord), isNamedBody(range, sentence) {
      add(range, .organisation, evidence: around, classes: last.classes.intersection(.legalForm))
      return range.upperBound
    }
    if piece.title == nil, elements.count == 2, isNamedAsPlace(elements, in: sentence) { around.insert(.form) }
    if piece.isBehindOffice { around.insert(.role) }
    // "Ko Fei-Lo"
    if elements.count == 2, last.classes.isEmpty, isUnknown(first),
      FamilyNames.hasTwoSyllables(last.tokens.lowerBound, tokens),
      tokens.ends[first.tokens.lowerBound] - tokens.starts[first.tokens.lowerBound] < 7
    {
      around.insert(.form)
    }
    if first.isFirstName { around.insert(.firstName) } else if first.isAnyFirstName { around.insert(.weakFirstName) }
    let hasSuffix = elements.contains { $0.classes.contains(.suffix) }
    let names = hasSuffix ? elements.filter { !$0.classes.contains(.suffix) }[...] : elements
    if names.count < elements.count || hasMiddleInitial(names)
      || elements.count > 2 && FamilyNames.sureGender(range, tokens) != .unknown
    {
      around.insert(.form)
    }
    let core = names.isEmpty ? last : names.last!
    var kind = kind(of: piece, core: core, around: around)
    if kind != .place, !around.hasAny(.ofPerson), isQuotedAlone(range) { kind = .other }
    let canBeOffice = (kind == .person || kind == .several) && piece.title == nil
    if canBeOffice,
      isOffice(elements, before: range.upperBound, in: sentence) || isFieldOfOffice(elements, in: sentence)
    {
      kind = .other
    }
    // "Rural MKs"
    if kind != .organisation, isPluralOfLetters(last.tokens.lowerBound), !isKnownOrganisation(last) { kind = .other }
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

  /// "Halden County Director" of "Halden County Director of Health Dr Jane Doe"; "Peter King of New York" is somebody.
  private func isOffice(_ elements: ArraySlice<Element>, before next: Int, in sentence: Range<Int>) -> Bool {
    if Self.onlyOffices.contains(tokens.hashes[elements.last!.tokens.upperBound - 1]) { return true }
    return elements.last!.classes.contains(.office) && next + 1 < sentence.upperBound
      && Self.officeLinks.contains(tokens.hashes[next])
      && !lexicon.classes(at: next + 1, in: tokens).hasAny([.place, .firstName])
      && tokens.shapes[next + 1].isCapitalised
      && !elements.contains { $0.isAnyFirstName || tokens.shapes[$0.tokens.lowerBound] == .initial }
  }

  /// "Ashanti Regional Minister urges drivers": nobody is called so, whatever the first word is elsewhere.
  private static let onlyOffices = WordSet(
    "minister governor commissioner president ambassador senator spokesman spokeswoman chairman councillor secretary")
  private static var officeLinks: FewWords { FewWords("of", "for") }

  /// `Banco Norte`, `Radio Norvik`: the word for the body in front, as most languages but English have it.
  private func isForeignBody(_ elements: ArraySlice<Element>) -> Bool {
    (elements.first!.classes.contains(.leadingBody)
      // "El Diario del Sur"
      || elements.count > 2 && Self.foreignArticles.contains(tokens.hashes[elements.first!.tokens.lowerBound])
        && elements[elements.startIndex + 1].classes.contains(.leadingBody))
      && !elements.last!.classes.hasAny([.placeWord, .eventWord, .thingWord, .peopleWord])
  }

  private static let foreignArticles = WordSet("el la il le o a die der das os as")

  private func hasMiddleInitial(_ elements: ArraySlice<Element>) -> Bool {
    elements.dropFirst().dropLast().contains { tokens.shapes[$0.tokens.lowerBound] == .initial }
  }

  /// "Norvik-based"
  private func isBased(_ core: Element) -> Bool {
    let token = core.tokens.upperBound - 1
    return !tokens.isLetters[token] && tokens.withFolded(token..<token + 1) { $0.suffix(6).elementsEqual(Self.based) }
  }

  private static let based = Array("-based".utf8)

  private func kind(of piece: Piece, core: Element, around: NameCandidate.Evidence) -> NameCandidate.Kind {
    let elements = piece.elements
    let first = elements.first!
    if around.contains(.honorific) { return .person }
    if isBased(core) { return .other }
    if isForeignBody(elements), piece.title == nil, !around.hasAny([.role, .apposition]) { return .organisation }
    let isNamedAsPlace = around.contains(.form) && elements.count == 2 && first.classes.hasAny(.state)
    if isNamedAsPlace, first.isAnyFirstName { return .person }
    if elements.allSatisfy({ $0.classes.hasAny(.place) }), !first.isFirstName { return .place }
    let isStrong = around.contains(.firstName) && elements.count <= 5
    // "spokesman James Day", "attorney Ron English": a role beside a first name leaves no doubt about a last name.
    if around.contains(.role), elements.count == 2, first.isAnyFirstName, !core.isPhrase,
      !core.classes.hasAny([.country, .organisation, .organisationTail, .legalForm, .title])
    {
      return .person
    }
    if core.classes.hasAny([.placeWord, .eventWord, .thingWord]) {
      let isPair = elements.count == 2 && !core.classes.contains(.eventWord)
      let speaks =
        around.hasAny([.speech, .role, .office]) && !first.classes.hasAny([.commonWord, .city, .subdivision])
      let isName = isStrong && (around.hasAny(.ofPerson) || core.classes.contains(.thingWord))
      return isPair && (isName || speaks && !around.contains(.article)) ? .person : .other
    }
    if isKnownOrganisation(core), core.isPhrase { return .other }
    if isInCapitals(first), beginsWithInitials(elements) {
      // "KVB Transnord said" is a company as easily.
      let isBody =
        around.hasAny([.body, .employer]) || isDescribed(first.tokens.lowerBound)
        || tokens.end(first.tokens.lowerBound) - tokens.start(first.tokens.lowerBound) > 2
      return around.hasAny([.role, .apposition, .human, .office]) || around.contains(.speech) && !isBody
        ? .person : .other
    }
    if elements.contains(where: { isInCapitals($0) && !$0.classes.contains(.suffix) }) {
      if isKnownOrganisation(first) { return .organisation }
      if !isStrong { return .other }
    }
    if isKnownOrganisation(first), first.isPhrase { return .organisation }
    // "Additional Director General", with no name behind it
    if core.isPhrase, core.classes.contains(.office), !isStrong { return .other }
    // "Gov. Marcus Jordan", but not "Deputy Mayor South Korea".
    if around.contains(.office) {
      return core.classes.contains(.country) && !(elements.count == 2 && first.isAnyFirstName) ? .other : .person
    }
    if isStrong { return core.classes.contains(.peopleWord) && !around.hasAny(.ofPerson) ? .other : .person }
    if elements.count(where: { !$0.classes.contains(.lowerParticle) }) > 5 { return .other }
    if first.classes.hasAny(.state), elements.count == 2, !around.hasAny(.ofPerson) { return .other }
    if core.classes.hasAny(.notPerson) { return .other }
    // "manager Deogracias Madrid"
    let isSurname = around.contains(.role) && elements.count == 2 && isUnknown(first)
    if core.classes.hasAny(.state), !isSurname || core.classes.contains(.country) { return .other }
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
    let sure = FamilyNames.sureGender(piece.tokens, tokens)
    if sure != .unknown { return sure }
    // "Heo Jin-ah": the family name stands in front.
    if piece.elements.count == 2, isGivenName(piece.elements.last!.tokens.lowerBound) { return .unknown }
    if first.classes.contains(.firstMale) { return .male }
    return first.classes.contains(.firstFemale) ? .female : FamilyNames.surnameGender(piece.tokens, tokens)
  }
}

extension OptionSet where RawValue: FixedWidthInteger {
  /// Whether the two have anything in common.
  func hasAny(_ other: Self) -> Bool { rawValue & other.rawValue != 0 }
}
