/// Where a person begins behind a body, a place or a word in front of the name.
extension NameScanner {
  /// "Foreign Intelligence Service Sergei Naryshkin", "Ukraine Volodymyr Zelensky": a first name begins the person.
  mutating func splitAfterOrganisation(_ piece: inout Piece, in sentence: Range<Int>) -> Int? {
    let elements = piece.elements
    guard !elements.first!.isFirstName else { return nil }
    // "US West Inc", "Crazy Eddie Inc": one company.
    if elements.last!.classes.contains(.legalForm),
      !elements.dropLast().contains(where: { $0.classes.contains(.legalForm) })
    {
      return nil
    }
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
      // "Queen Elizabeth Hospital"
      if index + 2 == elements.endIndex, isHouse(elements[index + 1]) { return nil }
      // "Harrow Hits Jane Doe": a line in title case
      let isBehindVerb = index > elements.startIndex + 1 && isVerbForm(before)
      guard splits || isBehindVerb || index == elements.startIndex + 1 && isWordBeforeName(before) else { continue }
      if splits || isBehindVerb {
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
  func isGivenName(_ token: Int) -> Bool {
    FamilyNames.hasTwoSyllables(token, tokens, mayHaveCapital: false)
  }

  func isUnknown(_ element: Element) -> Bool {
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
    "er", "or", "ist", "ian", "man", "men", "ess", "ant", "ent", "eur", "ive", "ical", "ional", "ial", "ual", "eral",
    "oral", "ural", "ntal", "ic", "ing", "ed", "ous", "ly", "ful", "able", "ible", "less", "s", "tion", "ary", "hand",
    "wright", "smith", "folk",
  ].map { Array($0.utf8) }

  /// `Hits`, `Slammed`: of a verb, and no name.
  private func isVerbForm(_ element: Element) -> Bool {
    guard element.classes.contains(.verb), element.classes.isDisjoint(with: [.firstName, .lowerParticle, .title]),
      element.tokens.count == 1
    else { return false }
    return tokens.withFolded(element.tokens) {
      $0.count > 3 && ($0.last == UInt8(ascii: "s") || $0.suffix(2).elementsEqual("ed".utf8))
    }
  }

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
}
