/// Who is new in the paragraph of a pronoun.
extension PronounResolver {
  /// Somebody new in the paragraph of a pronoun, and the first whom the sentence names.
  func isNewcomer(_ name: FoundName, _ entity: Int, _ token: Int) -> Bool {
    guard tokens.paragraphOf[name.tokens.lowerBound] == tokens.paragraphOf[token],
      let first = names.entities[entity].mentions.first, names.names[first].tokens == name.tokens
    else { return false }
    let start = tokens.sentence(name.tokens.lowerBound).lowerBound
    return
      (first == 0 || names.names[first - 1].tokens.lowerBound < start || names.names[first - 1].kind != .person
      // "Roe's lawyer, Jane Doe, was there."
      || isPossessive(names.names[first - 1]) && isSubject(name))
      && !isOvertaken(first, before: token)
  }

  /// "Roe beat Dray. Dray broke a racket.": the text goes on with the other one.
  private func isOvertaken(_ mention: Int, before token: Int) -> Bool {
    let sentence = tokens.sentenceOf[names.names[mention].tokens.lowerBound]
    var next = mention + 1
    while next < names.names.count, names.names[next].tokens.upperBound <= token {
      let name = names.names[next]
      if name.kind == .person, name.entity != names.names[mention].entity, name.entity != nil,
        tokens.sentenceOf[name.tokens.lowerBound] != sentence,
        case let start = tokens.sentence(name.tokens.lowerBound).lowerBound,
        start == name.full.lowerBound || isBehindRole(name, from: start)
      {
        return true
      }
      next += 1
    }
    return false
  }

  /// "For Jane Doe, the debate comes too late." in the paragraph before, where the pronoun's names nobody: who comes in so is
  /// heard next.
  private func introduced(before start: Int, _ token: Int, _ gender: Gender) -> Int? {
    guard start > 0, case let before = tokens.paragraph(start - 1).tokens,
      Self.introducing.contains(tokens.hashes[before.lowerBound]),
      names.indices(in: start..<token).allSatisfy({ names.names[$0].kind != .person }),
      let entity = onlyNamed(inParagraphOf: start - 1), names.entities[entity].gender.allows(gender),
      let first = names.entities[entity].mentions.first, before.contains(names.names[first].tokens.lowerBound),
      tokens.isCharacter(names.names[first].tokens.upperBound, ",")
    else { return nil }
    return entity
  }

  private static var introducing: FewWords { FewWords("for", "among") }

  /// Who comes in as the subject of the last sentence of the paragraph before, where the pronoun's names nobody:
  /// `The mayor promised rain. Farmer Jane Doe runs a dairy there. / "We make cheese," she said.`
  private func endsParagraph(before start: Int, _ token: Int, _ gender: Gender) -> Int? {
    guard start > 1, case let before = tokens.sentence(start - 1), before.count > 3,
      before.lowerBound > tokens.paragraph(start - 1).tokens.lowerBound, tokens.paragraph(start - 1).kind == .paragraph,
      case let people = names.indices(in: before).filter({ names.names[$0].kind == .person }), people.count == 1,
      let mention = people.first, let entity = names.names[mention].entity,
      names.entities[entity].gender.allows(gender), names.entities[entity].mentions.first == mention,
      case let name = names.names[mention], name.isFull, isSubject(name), !isPossessive(name), !modifies(name),
      name.full.lowerBound - before.lowerBound < 4,
      !before.contains(where: { isQuoted.indices.contains($0) && isQuoted[$0] }),
      !goesOn(in: name.tokens.upperBound..<before.upperBound),
      names.indices(in: start..<token).allSatisfy({ names.names[$0].kind != .person })
    else { return nil }
    return entity
  }

  /// "Jane Doe agreed with him": the sentence is about somebody before.
  private func goesOn(in range: Range<Int>) -> Bool {
    range.contains { token in
      if case .pronoun? = Pronouns.head(tokens.hashes[token]) { return true }
      return false
    }
  }

  /// The one person whom the paragraph names, for the first time, where the best stands before the paragraph and no "he"
  /// has meant that one: "Her marriage to Joe Roe ended in May. "She left me," he said."
  func newcomer(
    before token: Int, _ gender: Gender, instead best: Int, notIn words: [Range<Int>]
  ) -> Int? {
    let start = tokens.paragraph(token).tokens.lowerBound
    if let entity = introduced(before: start, token, gender) { return entity == best ? nil : entity }
    if let entity = endsParagraph(before: start, token, gender), entity != best, !isSpokenOf(entity, in: words) {
      return entity
    }
    guard start < token, let entity = onlyNamed(inParagraphOf: token, gender), entity != best,
      names.entities[entity].gender.allows(gender), let mention = names.entities[entity].mentions.first,
      case let name = names.names[mention], name.tokens.lowerBound >= start,
      tokens.sentenceOf[name.tokens.lowerBound] != tokens.sentenceOf[token],
      !words.contains(where: { $0.contains(name.tokens.lowerBound) }), !isPossessive(name), !modifies(name),
      !isCompared(name),
      !(isQuoted.indices.contains(name.tokens.lowerBound) && isQuoted[name.tokens.lowerBound])
    else { return nil }
    // "Guil Orr was asked. He blamed Joe Roe.": he was meant already.
    for word in start..<name.tokens.lowerBound {
      if case .pronoun(gender)? = Pronouns.head(tokens.hashes[word]) { return nil }
    }
    return entity
  }
}
