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

  private static let placeLinks = WordSet("to in for")
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
    affairs agriculture aviation children climate commerce communications communities cooperation culture defence \
    defense development disability economy education employment energy environment equality families finance \
    fisheries food forestry health heritage housing immigration industry information infrastructure innovation \
    integration interior investment irrigation justice labor labour livestock manpower maritime mines mining \
    nutrition pensions petroleum planning policing posts power rail road roads safety sanitation science security \
    shipping skills sport sports state technology telecommunications tourism trade transport transportation veterans \
    water welfare wildlife women works youth
    """)
}
