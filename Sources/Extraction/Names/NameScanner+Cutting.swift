/// Cuts one run: what stands before the last title is title, organisation or place; what stands behind it is the name.
extension NameScanner {
  typealias Element = CapitalRun.Element

  /// A part of a run, and the title that stands before it.
  struct Piece {
    var elements: ArraySlice<Element>
    var title: Range<Int>?
    var titleClasses: WordClass = []
    var isSentenceStart = false
    /// An adjective of a nation stood before it.
    var isBehindNation = false
    /// An office with what it is for stood before it: "Minister of Mines and Energy".
    var isBehindOffice = false

    var tokens: Range<Int> { elements.first!.tokens.lowerBound..<elements.last!.tokens.upperBound }
  }

  /// - Returns: The token behind the run, or behind the organisation that goes on beyond it ("Bank of England").
  mutating func cut(_ run: CapitalRun, in sentence: Range<Int>) -> Int {
    if run.elements.count > 1, let end = addStorm(run.elements, in: sentence) { return end }
    // "D-St. Louis"
    if isHomeOfParty(run.elements[0].tokens.lowerBound, in: sentence) { return run.end }
    var elements = run.elements[...]
    let isStart = reader.isSentenceStart(elements[0].tokens.lowerBound, in: sentence)
    if isStart, isDoubtful(elements), !isWholeName(elements, in: sentence), !isPairElsewhere(elements) {
      elements = elements.dropFirst()
      while let first = elements.first, first.classes.contains(.lowerParticle), !first.isPhrase,
        tokens.shapes[first.tokens.lowerBound] == .lower
      {
        elements = elements.dropFirst()
      }
    }
    while elements.count > 1, let first = elements.first, isCompound(first.tokens.lowerBound) {
      elements = elements.dropFirst()
    }
    // "Vice-Premiers Jane Doe and John Roe"
    var isBehindTitles = false
    while elements.count > 2, let first = elements.first, !first.isPhrase,
      lexicon.isPluralOfRole(first.tokens.lowerBound, in: tokens),
      !elements.last!.classes.hasAny([.organisationTail, .legalForm])
    {
      elements = elements.dropFirst()
      isBehindTitles = true
    }
    // "Over Jane Doe", in title case
    while elements.count > 2, let first = elements.first, first.classes.contains(.function),
      elements[elements.startIndex + 1].isFirstName,
      Pronouns.prepositions.contains(tokens.hashes[first.tokens.lowerBound])
    {
      elements = elements.dropFirst()
    }
    let fields = fieldsOfOffice(elements, in: sentence)
    elements = elements.dropFirst(fields)
    var isBehindPlace = false
    if fields == 0, isPlaceOfOffice(elements, in: sentence) {
      addPrefix([elements.removeFirst()], in: sentence)
    } else if fields == 0, case let places = holder(behind: elements, in: sentence), places > 0 {
      addPrefix(elements.prefix(places), in: sentence)
      elements = elements.dropFirst(places)
      isBehindPlace = true
    }
    guard !elements.isEmpty else {
      noteWord(run.elements, in: sentence)
      return run.end
    }
    guard let title = lastTitle(in: elements) else {
      var piece = Piece(elements: elements, isSentenceStart: isStart)
      piece.isBehindOffice = fields > 0 || isBehindTitles || isBehindPlace
      return classify(&piece, in: sentence)
    }
    addPrefix(elements[..<title], in: sentence)
    var piece = Piece(elements: elements[(title + 1)...])
    piece.title = elements.first!.tokens.lowerBound..<elements[title].tokens.upperBound
    piece.titleClasses = elements[title].classes
    return classify(&piece, in: sentence)
  }

  /// "Win Htay, a member of the council": of two words, of which the first is one of English too, and an apposition shows
  /// a person.
  private func isWholeName(_ elements: ArraySlice<Element>, in sentence: Range<Int>) -> Bool {
    let first = elements[elements.startIndex]
    guard elements.count == 2, !elements.last!.isPhrase, !first.classes.hasAny([.starter, .function, .role, .title])
    else { return false }
    // "Mark Ode and Ada Ode came"
    if first.isAnyFirstName, isBesidePerson(elements.last!.tokens.upperBound, in: sentence) { return true }
    // "Innocent Ode said", "Grace Ode, the minister,"
    if first.isAnyFirstName, !lowerWords.contains(tokens.hashes[first.tokens.lowerBound]),
      evidence(around: first.tokens.lowerBound..<elements.last!.tokens.upperBound, sentence)
        .hasAny([.human, .speech, .apposition])
    {
      return true
    }
    guard elements.last!.classes.isSubset(of: [.firstName, .weakFirstName, .firstMale, .firstFemale])
    else { return false }
    return evidence(around: first.tokens.lowerBound..<elements.last!.tokens.upperBound, sentence).contains(.human)
  }

  /// "and Ada Ode"
  private func isBesidePerson(_ and: Int, in sentence: Range<Int>) -> Bool {
    and + 2 < sentence.upperBound && tokens.hashes[and] == Self.and && tokens.shapes[and + 1] == .capitalised
      && tokens.shapes[and + 2] == .capitalised
      && lexicon.classes(at: and + 1, in: tokens).contains(.firstName)
  }

  private static var and: UInt32 { ByteHash.of("and") }

  /// `Tehran-backed`, `Florence-based`: an adjective made of a name; `Striker-turned-pundit`: three words or more.
  func isCompound(_ token: Int) -> Bool {
    let end = tokens.end(token)
    guard !tokens.isLetters[token], tokens.shapes[token] == .capitalised || tokens.shapes[token] == .capitals,
      let hyphen = (tokens.start(token)..<end).last(where: { tokens.bytes[$0] == UInt8(ascii: "-") })
    else { return false }
    let parts = tokens.bytes[tokens.start(token)..<end].split(separator: UInt8(ascii: "-"))
    if parts.count > 2, parts.dropFirst().allSatisfy({ $0.allSatisfy { 0x61...0x7A ~= $0 } }), parts[1].count > 2 {
      return true
    }
    return Self.participles.contains(ByteHash.of(tokens.bytes[(hyphen + 1)..<end]))
  }

  private static let participles = WordSet(
    """
    based backed led style born owned run controlled held occupied era made sponsored funded trained language educated \
    affiliated linked aligned supported dominated speaking appointed friendly wide drafted bound inspired allied armed old
    """)

  /// `R-St. Joseph` behind the name of a lawmaker: the letter of a party, and what they are elected in.
  private func isHomeOfParty(_ token: Int, in sentence: Range<Int>) -> Bool {
    guard token > sentence.lowerBound, !tokens.isLetters[token], tokens.end(token) - tokens.start(token) > 3,
      tokens.bytes[tokens.start(token) + 1] == UInt8(ascii: "-"),
      tokens.isCharacter(token - 1, ",") || tokens.isCharacter(token - 1, "(")
    else { return false }
    return Self.parties.contains(tokens.bytes[tokens.start(token)])
  }

  private static let parties: [UInt8] = Array("DRIL".utf8)

  /// Whether the capital of a run's first word is that of the sentence.
  private func isDoubtful(_ elements: ArraySlice<Element>) -> Bool {
    let first = elements[elements.startIndex]
    guard !first.isPhrase, !first.isFirstName, tokens.shapes[first.tokens.lowerBound] == .capitalised else {
      return false
    }
    if elements.count == 3, FamilyNames.isWordWithMiddleName(elements, tokens) { return false }
    if elements.count == 2, first.classes.contains(.function),
      FamilyNames.isWordBeforeGivenName(first.tokens.lowerBound, tokens, lexicon)
        || isParticleOfName(first.tokens.lowerBound)
    {
      return false
    }
    if first.classes.hasAny([.starter, .function]) { return !beginsCompany(elements) }
    // "Opposition RJD"
    if elements.count == 2, first.classes.hasAny([.people, .institution]), !first.classes.contains(.organisation),
      tokens.shapes[elements.last!.tokens.lowerBound] == .capitals, !elements.last!.isPhrase
    {
      return true
    }
    if first.classes.hasAny([.title, .country, .modifier]) { return false }
    // "Shopkeeper Umm Khaled"; "Baker Hughes" is a name.
    let isRole = first.classes.contains(.role) && elements.count > 2
    // "Echoing Annan": the lists leave such forms away.
    let isGerund =
      first.classes.isSubset(of: [.speech, .phraseStart]) && tokens.suffixes[first.tokens.lowerBound] == Self.ing
      && first.tokens.count == 1 && tokens.ends[first.tokens.lowerBound] - tokens.starts[first.tokens.lowerBound] > 6
    let isWord =
      isGerund || isRole || first.classes.contains(.commonWord)
      || lowerWords.contains(tokens.hashes[first.tokens.lowerBound])
    guard isWord else { return false }
    // A single word may be a last name that the article explains elsewhere: the linker decides.
    if elements.count == 1 {
      return first.classes.contains(.organisation)
        && (first.classes.contains(.people) || lowerWords.contains(tokens.hashes[first.tokens.lowerBound]))
    }
    let second = elements[elements.startIndex + 1]
    if first.isAnyFirstName { return second.isFirstName || second.classes.hasAny(.title) }
    return !elements.last!.classes.hasAny([.organisationTail, .legalForm, .placeWord, .eventWord, .thingWord])
  }

  /// "De Moura says", where the text writes "de Moura" elsewhere.
  private func isParticleOfName(_ token: Int) -> Bool {
    let hashes = tokens.hashes
    guard lexicon.classes(at: token, in: tokens).contains(.particle), token + 1 < hashes.count else { return false }
    return hashes.indices.dropLast().contains {
      hashes[$0] == hashes[token] && hashes[$0 + 1] == hashes[token + 1] && tokens.shapes[$0] == .lower
        && tokens.shapes[$0 + 1] == .capitalised
    }
  }

  private static var ing: UInt32 { ByteHash.of("ing") }

  /// The last title with a name behind it. A title behind a first name is a last name ("Billie Jean King").
  private func lastTitle(in elements: ArraySlice<Element>) -> Int? {
    var found: Int?
    for index in elements.indices.dropLast()
    where elements[index].classes.hasAny(.title) || isLocalOffice(elements, index) {
      if isPartOfName(elements, index) || isGivenName(elements, index) { continue }
      if index > elements.startIndex, found.map({ $0 < index - 1 }) ?? true, isLastName(elements, index) { continue }
      // "Justice Department", "General Motors": the title begins an organisation.
      let rest = elements[(index + 1)...]
      let isOrganisation =
        rest.last!.classes.hasAny([.organisationTail, .legalForm, .thingWord, .eventWord])
        && (!rest.contains { $0.isFirstName } || rest.count == 2 && isHouse(rest.last!))
      if isOrganisation, !elements[index].classes.contains(.honorific) || rest.count > 1 { continue }
      // "Dean Harrow Reynolds Inc"
      if rest.count > 1, rest.last!.classes.contains(.legalForm), !elements[index].classes.contains(.honorific) {
        continue
      }
      if rest.count == 1, rest.first!.classes.hasAny([.suffix, .function]), !isHonored(elements[index]) { continue }
      // "Fisheries Principal Secretary, Jane Doe": an office goes on, and nobody is named yet.
      if rest.count == 1, Self.offices.contains(tokens.hashes[rest.first!.tokens.lowerBound]),
        !elements[index].classes.contains(.honorific)
      {
        continue
      }
      found = index
    }
    return found
  }

  /// "Harbury RDC Sarah Nakato": a few capitals between a place and a first name, which no list knows for a body.
  private func isLocalOffice(_ elements: ArraySlice<Element>, _ index: Int) -> Bool {
    let token = elements[index].tokens.lowerBound
    guard tokens.shapes[token] == .capitals, elements[index].classes.isEmpty, elements.endIndex - index > 2,
      elements[index].tokens.count == 1,
      (2...4).contains(tokens.end(token) - tokens.start(token))
    else { return false }
    let rest = elements[(index + 1)...]
    // "DDB Harrow Worldwide"
    if index == elements.startIndex {
      let end = rest.last!.tokens.upperBound
      let isTold = end < tokens.count && lexicon.classes(at: end, in: tokens).contains(.speech)
      guard isTold || token > 0 && lexicon.classes(at: token - 1, in: tokens).contains(.speech) else { return false }
    }
    return (rest.first!.isAnyFirstName || rest.first!.classes.contains(.honorific))
      && rest.allSatisfy { tokens.shapes[$0.tokens.lowerBound] == .capitalised }
  }

  /// "Mr" of "Mr Were": whoever stands behind has a name.
  private func isHonored(_ title: Element) -> Bool {
    title.tokens.count == 1 && Self.plain.contains(tokens.hashes[title.tokens.lowerBound])
  }

  /// "Queen Elizabeth Hospital": what is called after people.
  func isHouse(_ element: Element) -> Bool {
    element.tokens.count == 1 && Self.houses.contains(tokens.hashes[element.tokens.lowerBound])
  }

  private static let houses = WordSet(
    "hospital university school college airport foundation museum stadium institute centre center library trust prize bridge"
  )

  /// Titles that are also parts of names: the initial of "Harry U. Doe", where "U Aung" is a title; "Tun" in "Min Tun
  /// Aung".
  private func isPartOfName(_ elements: ArraySlice<Element>, _ index: Int) -> Bool {
    let token = elements[index].tokens.lowerBound
    let length = tokens.end(token) - tokens.start(token)
    if tokens.shapes[token] == .initial { return index > elements.startIndex || length > 1 }
    guard index > elements.startIndex, elements[index].tokens.count == 1, tokens.shapes[token] != .capitals,
      tokens.bytes[tokens.end(token) - 1] != UInt8(ascii: ".")
    else { return false }
    let before = elements[index - 1]
    // "Head Coach Dean Roth", no "Associate Dean Roth"
    if tokens.hashes[token] == Self.dean, index + 2 == elements.endIndex, before.classes.contains(.office) {
      return true
    }
    // "Meteorologist Sardar Roth"
    if elements[index].classes.contains(.firstName), index + 2 == elements.endIndex, before.classes.contains(.title) {
      return true
    }
    // "Agha" in "Habibullah Agha Noorzai"
    if Self.plain.contains(tokens.hashes[token]), before.classes.isEmpty, elements.endIndex - index > 2 { return false }
    // "Mahzan bin Haji Osman"
    if tokens.shapes[before.tokens.lowerBound] == .lower, before.classes.contains(.lowerParticle) { return true }
    // "Maj Gen Somchai"
    if length <= 3, before.classes.contains(.office), elements[index].classes.contains(.office),
      !elements[index].isAnyFirstName
    {
      return false
    }
    guard length <= 3 else {
      return elements[index].classes.contains(.honorific) && !elements[index].classes.contains(.office)
        && (before.isFirstName || !before.isPhrase && before.classes.isEmpty)
        && !before.classes.hasAny([.title, .country, .subdivision, .city])
        && !Self.british.contains(tokens.hashes[token])
    }
    return before.isAnyFirstName || !before.isPhrase && before.classes.isEmpty
  }

  /// "Norvik Crime Lab Dr Jane Doe": titles that are no part of names with two words behind.
  private static var plain: FewWords { FewWords("dr", "mr", "mrs", "ms", "prof") }
  private static var dean: UInt32 { ByteHash.of("dean") }
  private static let british = WordSet("sir lord lady dame miss madam mister")

  /// "Dean Roe, a driver,": a title that is a first name too, with one word behind and then what somebody is.
  private func isGivenName(_ elements: ArraySlice<Element>, _ index: Int) -> Bool {
    let title = elements[index]
    guard index == elements.startIndex, elements.count == 2, title.isAnyFirstName, title.classes.contains(.office),
      tokens.shapes[title.tokens.lowerBound] == .capitalised,
      title.tokens.lowerBound == 0 || !Pronouns.articles.contains(tokens.hashes[title.tokens.lowerBound - 1]),
      case let comma = elements[index + 1].tokens.upperBound, comma + 2 < tokens.count
    else { return false }
    if standsAlone(title.tokens.lowerBound) || isBehindRole(title.tokens.lowerBound) { return true }
    return tokens.isCharacter(comma, ",")
      && (comma + 1..<min(tokens.count, comma + 5)).contains {
        tokens.shapes[$0] == .lower && lexicon.classes(at: $0, in: tokens).contains(.role)
      }
  }

  /// "head coach Dean Roe"
  private func isBehindRole(_ title: Int) -> Bool {
    title > 0 && tokens.shapes[title - 1] == .lower && lexicon.classes(at: title - 1, in: tokens).contains(.role)
  }

  /// "said Dean": whether a title is called by alone elsewhere, without an article, inside a sentence.
  private func standsAlone(_ title: Int) -> Bool {
    let hash = tokens.hashes[title]
    return tokens.hashes.indices.dropLast().contains { token in
      token != title && tokens.hashes[token] == hash && tokens.shapes[token] == .capitalised
        && !tokens.shapes[token + 1].isCapitalised && token > tokens.sentence(token).lowerBound
        && lexicon.classes(at: token - 1, in: tokens).contains(.speech)
    }
  }

  /// Whether a title behind a first name is a last name.
  private func isLastName(_ elements: ArraySlice<Element>, _ index: Int) -> Bool {
    let (before, next) = (elements[index - 1], elements[index + 1])
    guard before.isFirstName, !before.classes.hasAny([.title, .state]), !next.isFirstName else { return false }
    let title = elements[index].tokens
    return title.count == 1 && tokens.bytes[tokens.end(title.lowerBound) - 1] != UInt8(ascii: ".")
  }

  /// Organisations and places before a title: "Goldman Sachs Chairman", "Massachusetts Sen.".
  private mutating func addPrefix(_ elements: ArraySlice<Element>, in sentence: Range<Int>) {
    guard !elements.isEmpty else { return }
    if let tail = elements.lastIndex(where: { $0.classes.hasAny([.organisationTail, .legalForm]) }),
      tail > elements.startIndex, !elements.first!.classes.hasAny([.title, .modifier])
    {
      add(
        elements.first!.tokens.lowerBound..<elements[tail].tokens.upperBound, .organisation,
        classes: elements[tail].classes, identity: 0)
      return
    }
    for element in elements {
      if isKnownOrganisation(element) {
        add(element.tokens, .organisation, classes: element.classes, identity: element.identity)
      } else if element.classes.hasAny(.place), !element.classes.hasAny([.title, .modifier]) {
        add(element.tokens, .place, classes: element.classes)
      }
    }
  }

  func isKnownOrganisation(_ element: Element) -> Bool {
    guard element.classes.contains(.organisation) else { return false }
    return !element.classes.contains(.onlyCapitals) || tokens.shapes[element.tokens.lowerBound] == .capitals
      || tokens.shapes[element.tokens.lowerBound] == .numeric
  }
}
