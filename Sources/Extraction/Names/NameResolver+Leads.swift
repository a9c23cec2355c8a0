import ArticleModel

/// Who is called by an office first and by a name in the sentences behind, as reports begin.
///
///     Kenya will import maize, its agriculture minister said. Agriculture Minister Jane Doe told reporters ...
///     The island will cut its tariffs, its energy minister said. [...] Jane Doe told reporters ...
///     "Never," she said. Jane Doe closed the door.
///     A Quebec judge has ordered a new trial, finding that it was late. [...] Justice Jane Doe wrote ...
extension NameResolver {
  func namedSoon(_ role: Range<Int>, _ noun: Int, isDefinite: Bool) -> Int? {
    if isDefinite {
      return roleIndex.person(role, head: noun, soonBehind: noun) ?? nextSpeaker(role, noun)
    }
    guard Self.indefinites.contains(tokens.hashes[role.lowerBound]) else { return nil }
    if Self.judges.contains(tokens.hashes[noun]), isOpening(noun) {
      return roleIndex.onlyPerson(head: noun, behind: noun)
    }
    return namedBelow(role, noun)
  }

  /// "A headteacher said she was proud." at the top, and below it "Jane Doe of Mill Lane School thinks ...": who begins the
  /// next paragraph with a full name, the first of the article, is either called the same or by a house alone.
  private func namedBelow(_ role: Range<Int>, _ noun: Int) -> Int? {
    let paragraph = Int(tokens.paragraphOf[noun])
    guard paragraph < Self.opening, paragraph + 1 < tokens.paragraphs.count,
      noun + 1 < tokens.count, !Pronouns.prepositions.contains(tokens.hashes[noun + 1]),
      case let first = tokens.paragraphs[paragraph + 1].tokens.lowerBound, first < tokens.count,
      let name = names.name(at: first),
      name.kind == .person, name.tokens.count > 1, name.full.lowerBound == first, let entity = name.entity,
      names.names.first(where: { $0.kind == .person })?.full == name.full,
      names.entities[entity].gender.allows(lexicon.classes(at: noun, in: tokens).titleGender),
      canSayOfThemselves(entity)
    else { return nil }
    guard let told = roles.role(of: entity) else { return isOfHouse(name.tokens.upperBound) ? entity : nil }
    // "An army spokesman" is none of the police.
    let wanted = role.dropFirst().filter { !lexicon.classes(at: $0, in: tokens).contains(.modifier) }
    return wanted.allSatisfy { tokens.hashes[told].contains(tokens.hashes[$0]) } ? entity : nil
  }

  /// "of Mill Lane School"
  private func isOfHouse(_ link: Int) -> Bool {
    link + 1 < tokens.count && Self.houseLinks.contains(tokens.hashes[link]) && tokens.shapes[link + 1].isCapitalised
  }

  private static var houseLinks: FewWords { FewWords("of", "from", "at") }
  /// In paragraphs; the first may be a headline.
  private static let opening = 3

  /// "'He was my only child,' she said. Jane Doe, 60, buried her son.": where nobody has been named whom she could mean, the
  /// first person named in the sentences behind, in full and as a subject.
  func namedBehind(_ pronoun: Int, _ gender: Gender) -> Int? {
    let sentence = tokens.sentenceOf[pronoun]
    for index in names.index(endingAfter: pronoun)..<names.names.count {
      let name = names.names[index]
      let first = name.full.lowerBound
      if tokens.sentenceOf[first] - sentence > Self.farthestName
        || tokens.paragraphOf[first] - tokens.paragraphOf[pronoun] > 1
      {
        return nil
      }
      guard name.kind == .person, first > pronoun, !isQuoted(first) else { continue }
      guard let entity = name.entity, name.tokens.count > 1, names.entities[entity].mentions.first == index,
        names.entities[entity].gender.allows(gender), pronouns.isSubject(name)
      else { return nil }
      return entity
    }
    return nil
  }

  /// In sentences.
  private static let farthestName = 3

  /// A full name without any role, the first behind the office, that begins a sentence or follows words that it says.
  private func nextSpeaker(_ role: Range<Int>, _ noun: Int) -> Int? {
    let isOwned =
      Self.owners.contains(tokens.hashes[role.lowerBound])
      || role.contains { Pronouns.possessives.contains(tokens.hashes[$0]) }
    guard isOwned, isOpening(noun), Self.heads.contains(tokens.hashes[noun]),
      let index = (names.index(endingAfter: noun)..<names.names.count).first(where: { names.names[$0].kind == .person }
      ),
      case let name = names.names[index], name.tokens.count > 1, name.full.lowerBound > noun + 1,
      tokens.sentenceOf[name.full.lowerBound] > tokens.sentenceOf[noun],
      tokens.paragraphOf[name.full.lowerBound] - tokens.paragraphOf[noun] <= 1,
      tokens.sentence(name.full.lowerBound).lowerBound == name.full.lowerBound
        || tokens.marks[name.full.lowerBound - 1] != .none || isBehindOccasion(name),
      name.tokens.upperBound < tokens.count, let entity = name.entity, roles.role(of: entity) == nil,
      names.entities[entity].mentions.first == index,
      lexicon.classes(at: name.tokens.upperBound, in: tokens).contains(.speech)
    else { return nil }
    return entity
  }

  /// "Speaking to reporters, Jane Doe"
  private func isBehindOccasion(_ name: FoundName) -> Bool {
    tokens.isCharacter(name.full.lowerBound - 1, ",")
      && tokens.hashes[tokens.sentence(name.full.lowerBound).lowerBound] == Self.speaking
  }

  private static var speaking: UInt32 { ByteHash.of("speaking") }

  /// In the first paragraph of the text.
  private func isOpening(_ token: Int) -> Bool {
    let paragraph = Int(tokens.paragraphOf[token])
    return tokens.paragraphs[paragraph].kind == .paragraph
      && !tokens.paragraphs[..<paragraph].contains { $0.kind == .paragraph }
  }

  private static var owners: FewWords { FewWords("its", "his", "her", "their") }
  private static var judges: FewWords { FewWords("judge", "magistrate", "coroner") }
  private static let heads = WordSet(
    "minister president premier chief chairman chairwoman chair governor mayor secretary director spokesman spokeswoman"
  )
}
