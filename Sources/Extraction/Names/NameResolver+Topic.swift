import ArticleModel

/// Whom an article is about, whatever names come between: in an obituary "she" is the dead, and not the daughter who told of
/// her death in the paragraph before.
///
///     Jane Doe, the cellist, died on Friday. [...] Her death was confirmed by her daughter, Ann Roe, who said ...
///     Born in Norvik, she left school at 12. "I learned from rain," she told the Post.
extension NameResolver {
  mutating func topic(_ mention: Range<Int>, _ gender: Gender) -> Int? {
    let pronoun = mention.lowerBound
    guard mention.count == 1, gender != .unknown, tokens.paragraphOf[pronoun] > 0 else { return nil }
    if dead == nil { dead = .some(obituarySubject()) }
    guard case let entity?? = dead, names.entities[entity].gender.allows(gender),
      !speakOf(gender), let first = names.entities[entity].mentions.first,
      names.names[first].tokens.lowerBound < tokens.paragraph(pronoun).tokens.lowerBound
    else { return nil }
    return isAlone(entity, before: pronoun, gender) ? entity : nil
  }

  /// Who died, as the first paragraph says, in an article that goes on with "His death was" or "Born in".
  private func obituarySubject() -> Int? {
    guard tokens.paragraphs.dropFirst().contains(where: { isOfObituary($0.tokens) }),
      let opening = tokens.paragraphs.first(where: { $0.kind == .paragraph })?.tokens
    else { return nil }
    for index in names.indices(in: opening) {
      let name = names.names[index]
      guard name.kind == .person, let entity = name.entity, pronouns.isSubject(name) else { continue }
      let end = name.tokens.upperBound
      let rest = end..<max(end, tokens.sentence(name.tokens.lowerBound).upperBound)
      return rest.contains { Self.dying.contains(tokens.hashes[$0]) } ? entity : nil
    }
    return nil
  }

  private func isOfObituary(_ paragraph: Range<Int>) -> Bool {
    guard paragraph.count > 3 else { return false }
    let (first, second) = (tokens.hashes[paragraph.lowerBound], tokens.hashes[paragraph.lowerBound + 1])
    return Self.owners.contains(first) && second == Self.death
      && Self.telling.contains(tokens.hashes[paragraph.lowerBound + 3])
      || first == Self.born && Pronouns.prepositions.contains(second)
  }

  /// Whether the words speak of somebody of the gender: "She was strict."
  private func speakOf(_ gender: Gender) -> Bool {
    words.contains { words in
      words.contains { word in
        if case .pronoun(gender)? = Pronouns.head(tokens.hashes[word]) { return true }
        return false
      }
    }
  }

  /// Whether nobody else is named in the paragraph before a pronoun, but for somebody of unknown gender who speaks behind the
  /// verb: `She was strict. "She sent it back," recalled Roe. On it she had written`.
  private func isAlone(_ entity: Int, before pronoun: Int, _ gender: Gender) -> Bool {
    let start = tokens.paragraph(pronoun).tokens.lowerBound
    var isSpokenOf = false
    var word = start
    for index in names.indices(in: start..<pronoun) {
      let name = names.names[index]
      guard name.kind == .person, name.entity != entity, !isQuoted(name.tokens.lowerBound) else { continue }
      while word < name.full.lowerBound {
        if !isQuoted(word), case .pronoun(gender)? = Pronouns.head(tokens.hashes[word]) { isSpokenOf = true }
        word += 1
      }
      let other = name.entity.map { names.entities[$0].gender } ?? .unknown
      guard other.allows(gender) else { continue }
      let isTeller =
        name.full.lowerBound > 0 && lexicon.classes(at: name.full.lowerBound - 1, in: tokens).contains(.speech)
      guard isTeller, isSpokenOf, other == .unknown, pronoun + 1 < tokens.count,
        !lexicon.classes(at: pronoun + 1, in: tokens).contains(.speech)
      else { return false }
    }
    return true
  }

  private static var dying: FewWords { FewWords("died", "dies", "dead", "death", "passed") }
  private static var owners: FewWords { FewWords("his", "her") }
  private static var death: UInt32 { ByteHash.of("death") }
  private static var born: UInt32 { ByteHash.of("born") }
  private static var telling: FewWords { FewWords("confirmed", "announced", "reported", "caused", "disclosed") }
}
