import ArticleModel

/// Whom a pronoun means that tells a court something: one who stands before it, named or not, and never who presides.
///
///     The defendant accepted she had broken it. She told the court it was dark. "I fell," she said.
extension NameResolver {
  /// "the defendant", where nobody but the judge was named since.
  mutating func litigant(before mention: Range<Int>, _ gender: Gender) -> Speaker? {
    let pronoun = mention.lowerBound
    guard mention.count == 1, gender != .unknown, let start = evidence(at: pronoun) else { return nil }
    let paragraph = max(0, Int(tokens.paragraphOf[start]) - Self.farthest)
    let first = tokens.paragraphs[paragraph].tokens.lowerBound
    guard let noun = (first + 1..<max(first + 1, start)).last(where: { isLitigant($0) }),
      lexicon.classes(at: noun, in: tokens).titleGender.allows(gender),
      names.indices(in: tokens.sentence(noun).lowerBound..<pronoun).allSatisfy({ !isParty(names.names[$0], gender) })
    else { return nil }
    let name = unnamed.text(noun - 1..<noun + 1, head: noun)
    return remembered(speaker(mention, name, .person), noun)
  }

  /// Whether a pronoun that tells a court something was taken for who presides.
  func isBench(_ entity: Int, at pronoun: Int) -> Bool { evidence(at: pronoun) != nil && presides(entity) }

  /// The pronoun itself, where it tells a court something, or the one that did so at the beginning of the paragraph before.
  private func evidence(at pronoun: Int) -> Int? {
    if tellsCourt(pronoun) { return pronoun }
    let start = tokens.paragraph(pronoun).tokens.lowerBound
    guard start > 0, case let before = tokens.paragraph(start - 1).tokens.lowerBound, tellsCourt(before),
      tokens.hashes[before] == tokens.hashes[pronoun],
      names.indices(in: start..<pronoun).allSatisfy({
        names.names[$0].kind != .person || isQuoted(names.names[$0].tokens.lowerBound)
      })
    else { return nil }
    return before
  }

  /// "She told the court"
  private func tellsCourt(_ pronoun: Int) -> Bool {
    guard pronoun + 3 < tokens.count, tokens.hashes[pronoun + 1] == Self.told,
      case .pronoun? = Pronouns.head(tokens.hashes[pronoun])
    else { return false }
    return tokens.hashes[pronoun + 2] == Self.the && Self.courts.contains(tokens.hashes[pronoun + 3])
  }

  /// "the defendant" as the subject of a clause.
  private func isLitigant(_ noun: Int) -> Bool {
    guard Self.litigants.contains(tokens.hashes[noun]), tokens.hashes[noun - 1] == Self.the, !isQuoted(noun),
      noun + 1 < tokens.count, noun < 2 || !Pronouns.prepositions.contains(tokens.hashes[noun - 2])
    else { return false }
    return !tokens.isWord(noun + 1) && !Pronouns.possessives.contains(tokens.hashes[noun + 1])
      || tokens.shapes[noun + 1] == .lower && pronouns.isVerb(noun + 1)
  }

  /// Whether a name is somebody's whom a pronoun may mean there.
  private func isParty(_ name: FoundName, _ gender: Gender) -> Bool {
    guard name.kind == .person, let entity = name.entity else { return false }
    return names.entities[entity].gender.allows(gender) && !presides(entity)
  }

  private func presides(_ entity: Int) -> Bool {
    if let role = roles.role(of: entity), role.contains(where: { Self.benches.contains(tokens.hashes[$0]) }),
      // "the justice minister", "former judge Ode"
      !role.contains(where: { Self.elsewhere.contains(tokens.hashes[$0]) })
    {
      return true
    }
    return names.entities[entity].mentions.contains { mention in
      names.names[mention].title.contains { Self.benches.contains(tokens.hashes[$0]) }
    }
  }

  private static let elsewhere = WordSet(
    "minister secretary spokesman spokeswoman spokesperson department former ex retired")
  /// In paragraphs.
  private static let farthest = 3
  private static var told: UInt32 { ByteHash.of("told") }
  private static var the: UInt32 { ByteHash.of("the") }
  /// A judge may tell a jury something.
  private static let courts = WordSet("court tribunal inquest hearing judge magistrate coroner")
  private static let litigants = WordSet(
    "defendant accused claimant plaintiff complainant appellant offender witness victim")
  private static let benches = WordSet("judge justice magistrate coroner")
}
