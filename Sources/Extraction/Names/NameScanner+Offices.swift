/// What an office is for, where a name stands right behind it.
///
///     Director General of Police Nayyar Siddiqui
///     Under Secretary of State for Economic Affairs Jane Roe
///     Minister of Mines and Energy Harjono
extension NameScanner {
  /// How many elements at the beginning of a run are the field of the office before it.
  func fieldsOfOffice(_ elements: ArraySlice<Element>, in sentence: Range<Int>) -> Int {
    guard elements.count > 1, isBehindOffice(elements.first!.tokens.lowerBound, in: sentence),
      !elements.last!.classes.hasAny([.organisationTail, .legalForm, .placeWord, .eventWord, .thingWord])
    else { return 0 }
    var count = 0
    while count < Self.mostFields, count + 1 < elements.count, isField(elements[elements.startIndex + count]) {
      count += 1
    }
    let rest = elements.dropFirst(count)
    guard count > 0, let next = rest.first else { return 0 }
    // "Halden County Director of Health Dr Jane Doe"
    let isName = next.isAnyFirstName || next.classes.isEmpty || next.classes.contains(.honorific)
    let isDepartment = Self.departments.contains(tokens.hashes[next.tokens.lowerBound - 1])
    return isName && (rest.count > 1 || isDepartment && isUnknown(next)) ? count : 0
  }

  /// "ambassador to Britain Jane Roe": where somebody is sent, with the name right behind it.
  func isPlaceOfOffice(_ elements: ArraySlice<Element>, in sentence: Range<Int>) -> Bool {
    guard elements.count == 3, let place = elements.first, place.classes.hasAny(.place), !place.isAnyFirstName,
      case let link = place.tokens.lowerBound - 1, link > sentence.lowerBound,
      Self.placeLinks.contains(tokens.hashes[link]),
      lexicon.classes(at: link - 1, in: tokens).hasAny([.office, .role])
    else { return false }
    let (first, last) = (elements[elements.startIndex + 1], elements[elements.startIndex + 2])
    return (first.isAnyFirstName || isUnknown(first)) && isUnknown(last)
  }

  /// How many elements at the beginning of a run are the body or the place of the office before it, where no list knows
  /// them and a first name begins whoever holds it: "the Mayor of Hartsea Jane Roe", "Secretary of the Norvik Dal Jane Roe".
  func placesOfOffice(_ elements: ArraySlice<Element>, in sentence: Range<Int>) -> Int {
    guard elements.count > 2, case var link = elements.first!.tokens.lowerBound - 1, link > sentence.lowerBound,
      !elements.first!.isAnyFirstName, !elements.last!.classes.hasAny(Self.bodyEnds)
    else { return 0 }
    if tokens.hashes[link] == Self.the { link -= 1 }
    guard link > sentence.lowerBound, Self.ownLinks.contains(tokens.hashes[link]),
      Self.rulers.contains(tokens.hashes[link - 1]),
      let first = elements.dropFirst().dropLast().suffix(Self.longestName - 1).firstIndex(where: { $0.isFirstName }),
      elements[first...].allSatisfy(mayBeInName),
      // "the Bishop of St. Asaph", "the head of Ode & Roe"
      elements[..<first].allSatisfy({ !$0.classes.hasAny([.title, .peopleWord, .lowerParticle]) && isWord($0) })
    else { return 0 }
    return first - elements.startIndex
  }

  private func mayBeInName(_ element: Element) -> Bool {
    let shape = tokens.shapes[element.tokens.lowerBound]
    return !element.isPhrase && !element.classes.hasAny(.state)
      && (shape == .capitalised || shape == .initial || element.classes.contains(.lowerParticle)
        || Postnominals.isOne(element.tokens.lowerBound, tokens))
  }

  private func isWord(_ element: Element) -> Bool { tokens.isWord(element.tokens.lowerBound) }

  private static let longestName = 4
  private static let bodyEnds: WordClass = [
    .organisationTail, .legalForm, .placeWord, .eventWord, .thingWord, .institution, .commonWord,
  ]
  private static var the: UInt32 { ByteHash.of("the") }
  private static var ownLinks: FewWords { FewWords("of", "for", "in") }
  /// Those who hold an office over a place or a body.
  private static let rulers = WordSet(
    """
    mayor mayoress governor prefect sheriff bishop archbishop imam chief king queen emir emperor premier president \
    chairman chairwoman chairperson chair secretary treasurer convenor convener coordinator director commissioner \
    ambassador consul minister head leader principal registrar rector spokesman spokeswoman spokesperson member
    """)

  private static var placeLinks: FewWords { FewWords("to", "in", "for") }
  private static let mostFields = 3

  private func isField(_ element: Element) -> Bool {
    guard !element.isPhrase, !element.isFirstName else { return false }
    if Self.departments.contains(tokens.hashes[element.tokens.lowerBound]) { return true }
    let fields: WordClass = [.institution, .people, .organisationTail, .organisationHead, .commonWord]
    return element.classes.hasAny(fields) && !element.classes.hasAny([.place, .title, .organisation])
  }

  /// Whether "of" or "for" stands before a token, or "and" behind one of them, with an office in front.
  private func isBehindOffice(_ token: Int, in sentence: Range<Int>) -> Bool {
    var link = token - 1
    guard link > sentence.lowerBound, Self.links.contains(tokens.hashes[link]) else { return false }
    let floor = max(sentence.lowerBound, token - Self.farthest)
    while link > floor {
      let isLink = Self.links.contains(tokens.hashes[link])
      if isLink, tokens.hashes[link] != Self.and, lexicon.classes(at: link - 1, in: tokens).contains(.office) {
        return true
      }
      guard isLink || tokens.shapes[link].isCapitalised else { return false }
      link -= 1
    }
    return false
  }

  private static let farthest = 8
  private static var and: UInt32 { ByteHash.of("and") }
  private static var links: FewWords { FewWords("of", "for", "and") }
  static let departments = WordSet(
    """
    affairs agriculture archives arts aviation bodies children climate commerce communications communities cooperation \
    cooperatives culture defence defense development disability economy education employment endowments energy \
    enterprises environment equality excise families finance fisheries food forestry forests handlooms health heritage \
    highways housing immigration industry information infrastructure innovation integration interior investment \
    irrigation justice labor labour livestock manpower marine maritime mines mining nutrition panchayats pensions petroleum \
    planning policing ports posts power railways resources revenue sericulture textiles wakf waqf waterways rail road roads safety sanitation science security \
    shipping skills sport sports state technology telecommunications tourism trade transport transportation veterans \
    water welfare wildlife women works youth
    """)
}
