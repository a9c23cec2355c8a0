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
    guard Self.indefinites.contains(tokens.hashes[role.lowerBound]), Self.judges.contains(tokens.hashes[noun]),
      isOpening(noun)
    else { return nil }
    return roleIndex.onlyPerson(head: noun, behind: noun)
  }

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
        || tokens.marks[name.full.lowerBound - 1] != .none,
      name.tokens.upperBound < tokens.count, let entity = name.entity, roles.role(of: entity) == nil,
      names.entities[entity].mentions.first == index,
      lexicon.classes(at: name.tokens.upperBound, in: tokens).contains(.speech)
    else { return nil }
    return entity
  }

  /// In the first paragraph of the text.
  private func isOpening(_ token: Int) -> Bool {
    let paragraph = Int(tokens.paragraphOf[token])
    return tokens.paragraphs[paragraph].kind == .paragraph
      && !tokens.paragraphs[..<paragraph].contains { $0.kind == .paragraph }
  }

  private static let owners = WordSet("its his her their")
  private static let judges = WordSet("judge magistrate coroner")
  private static let heads = WordSet(
    "minister president premier chief chairman chairwoman chair governor mayor secretary director spokesman spokeswoman"
  )
}
