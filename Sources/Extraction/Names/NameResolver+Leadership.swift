import ArticleModel

/// "The union leader" of "General Secretary Jane Doe", "the civic body chief" of "the Norvik Corporation chief Jane Doe", "the
/// senior official" of "Jane Doe, director general of the council": words for whoever leads something, or serves it, that
/// nobody has as a role. It is who spoke last, where the article gives them an office of the kind and no sentence since has
/// begun with anybody else.
extension NameResolver {
  func leadership(_ noun: Int, _ mention: Range<Int>) -> Int? {
    let offices = Self.leading.contains(tokens.hashes[noun]) ? Self.leadingOffices : Self.servingOffices
    guard tokens.shapes[noun] == .lower, phrase(of: mention).upperBound == noun + 1,
      Self.leading.contains(tokens.hashes[noun]) || Self.serving.contains(tokens.hashes[noun]),
      tokens.hashes[mention.lowerBound] == Self.the, !mention.contains(where: isSecond),
      let entity = lastSpeaker(near: mention.lowerBound),
      (mention.lowerBound + 1..<noun).allSatisfy({ isRank($0) || isBody($0, of: entity, noun) }),
      roleIndex.hasRole(entity, in: offices), !isIntroduced(noun)
    else { return nil }
    return entity
  }

  /// "the deputy leader", "the former boss"
  private func isSecond(_ token: Int) -> Bool { Self.seconds.contains(tokens.hashes[token]) }

  /// "the senior official"; no "bank official", who serves something of which nothing is known.
  private func isRank(_ token: Int) -> Bool { Self.ranks.contains(tokens.hashes[token]) }

  /// "the Harrow official", "the union leader": what the article tells of somebody's office holds the word, or it is one for
  /// any body of people, and the office no government's.
  private func isBody(_ token: Int, of entity: Int, _ noun: Int) -> Bool {
    if Pronouns.possessives.contains(tokens.hashes[token]) || roleIndex.holds(entity, tokens.hashes[token]) {
      return true
    }
    return Self.bodies.contains(tokens.hashes[token]) && Self.leading.contains(tokens.hashes[noun])
      && roleIndex.hasRole(entity, in: Self.bodyOffices)
  }

  private static let bodies = WordSet(
    "union unions civic body teachers workers farmers growers nurses doctors drivers trade association guild federation society"
  )
  private static let bodyOffices = WordSet(
    "secretary general chief head chairman chairwoman chairperson chair convener convenor coordinator leader captain")

  private static let ranks = WordSet("senior top high-ranking high local ranking veteran")
  private static let seconds = WordSet("deputy vice former ex acting opposition")

  /// Who spoke last, in this paragraph or one of the two before, where since then no sentence begins with anybody else and
  /// nobody else is named in this paragraph.
  func lastSpeaker(near token: Int) -> Int? {
    guard lastSpeaker?.kind == .person, let entity = people.last, lastMention.upperBound <= token,
      tokens.paragraphOf[token] - tokens.paragraphOf[lastMention.lowerBound] <= Self.farthestParagraph,
      lastSpeaker?.name == names.canonicalName(of: entity, in: tokens)
    else { return nil }
    let since = names.index(endingAfter: lastMention.upperBound)..<names.index(endingAfter: token)
    let isAlone = since.allSatisfy { index in
      let name = names.names[index]
      if name.kind != .person || name.entity == entity || isQuoted(name.tokens.lowerBound) { return true }
      let first = name.full.lowerBound
      return tokens.paragraphOf[first] != tokens.paragraphOf[token] && tokens.sentence(first).lowerBound != first
    }
    return isAlone ? entity : nil
  }

  private static let farthestParagraph: Int32 = 2
  private static var the: UInt32 { ByteHash.of("the") }
  private static let leading = WordSet("leader chief boss head")
  private static let serving = WordSet("official officer executive")
  private static let leadingOffices = WordSet(
    """
    leader chief head boss president chairman chairwoman chairperson chair secretary general director ceo principal captain \
    commissioner governor mayor administrator superintendent convener convenor coordinator founder premier chancellor
    """)
  private static let servingOffices = WordSet(
    """
    official director secretary chief head president chairman chairwoman chair commissioner minister governor mayor officer \
    manager administrator superintendent coordinator general executive ceo deputy commander inspector ambassador
    """)
}
