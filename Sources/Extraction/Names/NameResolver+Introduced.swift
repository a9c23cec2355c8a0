import ArticleModel

/// Somebody without a name who came in as who tells something, or as the subject of a sentence, and keeps that name:
///
///     A carpenter on Lerso told the paper of it. / The man, who asked not to be named, said ...     a carpenter on Lerso
///     Nobody slept, a nurse at the clinic told the paper. / "The lamp fell," she said.          a nurse at the clinic
extension NameResolver {
  /// Who told something in this paragraph or the one before, where no person is named since.
  mutating func introducedTeller(before mention: Range<Int>, _ gender: Gender) -> Speaker? {
    let pronoun = mention.lowerBound
    guard mention.count == 1, pronoun > 0, gender != .unknown, speaks(beside: pronoun) else { return nil }
    let phrase = introduced(before: pronoun, paragraphs: 1) { noun, end in
      self.lexicon.classes(at: noun, in: self.tokens).titleGender.allows(gender) && self.tells(end)
    }
    return phrase.map { named($0, mention) }
  }

  /// Who came in as the subject of a sentence: for a pronoun that can be nobody who has a name.
  mutating func introducedSubject(before mention: Range<Int>, _ gender: Gender) -> Speaker? {
    guard mention.count == 1, gender != .unknown else { return nil }
    let phrase = introduced(before: mention.lowerBound, paragraphs: 2) { noun, _ in
      self.lexicon.classes(at: noun, in: self.tokens).titleGender.allows(gender)
    }
    return phrase.map { named($0, mention) }
  }

  /// "The man" behind "a carpenter", "the helper" behind "a helper at the kitchen".
  mutating func introducedOne(calledBy head: Int, _ mention: Range<Int>) -> Speaker? {
    let noun = mention.lowerBound + 1
    guard noun < mention.upperBound, tokens.hashes[mention.lowerBound] == Self.the,
      case let isAnybody = Self.adults.contains(tokens.hashes[noun]), isAnybody || noun == head
    else { return nil }
    let (hash, gender) = (tokens.hashes[noun], lexicon.classes(at: noun, in: tokens).titleGender)
    let phrase = introduced(before: mention.lowerBound, paragraphs: 2) { other, end in
      self.tokens.hashes[other] == hash && (isAnybody || self.tells(end))
        || isAnybody && self.tells(end) && self.lexicon.classes(at: other, in: self.tokens).titleGender.allows(gender)
    }
    return phrase.map { named($0, mention) }
  }

  private mutating func named(_ phrase: (tokens: Range<Int>, noun: Int), _ mention: Range<Int>) -> Speaker {
    // "The man" is near for the next pronoun, and tells its gender.
    let near = mention.count > 1 ? mention.lowerBound + 1 : mention.lowerBound
    return remembered(speaker(mention, unnamed.text(phrase.tokens, head: phrase.noun), .anonymous), near)
  }

  /// The last phrase that fits in the paragraph of a token and those before, where no person is named between.
  ///
  /// - Parameter fits: Asked with its noun and the token behind it.
  private func introduced(before token: Int, paragraphs: Int, fits: (Int, Int) -> Bool)
    -> (tokens: Range<Int>, noun: Int)?
  {
    let first = tokens.paragraphs[max(0, Int(tokens.paragraphOf[token]) - paragraphs)].tokens.lowerBound
    var article = token - 1
    var named = token
    while article >= first {
      defer { article -= 1 }
      if let name = names.name(at: article), name.kind == .person, !isQuoted(article) {
        // "A carpenter on Lerso": what may be a place.
        guard named == token, name.entity.map(pronouns.isDoubtful) ?? true else { return nil }
        named = article
      }
      guard Self.introducing.contains(tokens.hashes[article]), !isQuoted(article), beginsClause(article),
        let phrase = singlePhrase(from: article, before: token), fits(phrase.noun, phrase.end)
      else { continue }
      guard named == token || named < phrase.end else { return nil }
      return (article..<phrase.end, phrase.noun)
    }
    return nil
  }

  /// "A nurse said", `“It shook,” a nurse said`, "It shook, a nurse said".
  private func beginsClause(_ article: Int) -> Bool {
    let start = tokens.sentence(article).lowerBound
    if article == start || tokens.marks[article - 1] != .none { return true }
    // "Ann Ode, a nurse,": what somebody is.
    return article - 2 > start && tokens.isCharacter(article - 1, ",")
      && (tokens.shapes[article - 2] == .lower || tokens.marks[article - 2] != .none)
  }

  /// The phrase of one person with what is behind its preposition: "a survivor of the fire", up to a verb or a clause.
  private func singlePhrase(from article: Int, before end: Int) -> (noun: Int, end: Int)? {
    let limit = min(tokens.sentence(article).upperBound, end, article + Self.longest)
    guard article + 2 < limit else { return nil }
    if tokens.hashes[article] == Self.one, tokens.hashes[article + 1] == Self.of {
      return oneOfMany(article).flatMap { $0.upperBound < limit ? (article, $0.upperBound) : nil }
    }
    var noun = article + 1
    while noun + 1 < limit, isAdjective(noun) { noun += 1 }
    guard isOnePerson(noun), noun + 1 < limit else { return nil }
    return (noun, endOfOrigin(behind: noun, before: limit))
  }

  /// Behind "of the storm", "at the clinic" where a verb, a clause or a mark follows.
  private func endOfOrigin(behind noun: Int, before limit: Int) -> Int {
    guard Self.whence.contains(tokens.hashes[noun + 1]) else { return noun + 1 }
    let end = (noun + 2..<max(noun + 2, limit)).first { token in
      !tokens.isWord(token) || Pronouns.relatives.contains(tokens.hashes[token])
        || Self.telling.contains(tokens.hashes[token]) || Self.auxiliaries.contains(tokens.hashes[token])
    }
    return end ?? noun + 1
  }

  private func isAdjective(_ token: Int) -> Bool {
    tokens.isWord(token) && !isOnePerson(token) && !lexicon.classes(at: token, in: tokens).contains(.function)
      && !isVerb(token)
  }

  private func isOnePerson(_ token: Int) -> Bool {
    tokens.shapes[token] == .lower
      && (lexicon.classes(at: token, in: tokens).hasAny([.role, .kin]) || Self.humans.contains(tokens.hashes[token]))
      && !Self.bodies.contains(tokens.hashes[token])
      && (token + 1 >= tokens.count || !Pronouns.possessives.contains(tokens.hashes[token + 1]))
      && (token + 1 >= tokens.count || tokens.shapes[token + 1] != .lower
        || !lexicon.classes(at: token + 1, in: tokens).hasAny([.role, .institution]))
  }

  private func isVerb(_ token: Int) -> Bool {
    tokens.shapes[token] == .lower
      && (lexicon.classes(at: token, in: tokens).contains(.speech) || Self.auxiliaries.contains(tokens.hashes[token])
        || pronouns.isVerb(token))
  }

  /// Whether "said" or "has told" stands at a token, or behind a clause on who is meant.
  private func tells(_ end: Int) -> Bool {
    let sentence = tokens.sentence(end)
    var verb = end
    if tokens.isCharacter(verb, ",") || Pronouns.relatives.contains(tokens.hashes[verb]) {
      guard let comma = (verb + 1..<max(verb + 1, sentence.upperBound)).first(where: { tokens.isCharacter($0, ",") })
      else {
        return (verb..<sentence.upperBound).contains { Self.telling.contains(tokens.hashes[$0]) }
      }
      verb = comma + 1
    }
    while verb < sentence.upperBound, Self.auxiliaries.contains(tokens.hashes[verb]) { verb += 1 }
    return verb < sentence.upperBound && Self.telling.contains(tokens.hashes[verb])
  }

  /// In tokens.
  private static let longest = 14
  private static var the: UInt32 { ByteHash.of("the") }
  private static var one: UInt32 { ByteHash.of("one") }
  private static var of: UInt32 { ByteHash.of("of") }
  private static let introducing = WordSet("a an one another")
  private static let adults = WordSet("man woman")
  private static let humans = WordSet(
    "man woman girl boy lady gentleman person fan stranger passer-by helper offender caller customer shopper commuter")
  private static let bodies = WordSet("speaker chair source")
  private static let whence = WordSet("of from at in on with near")
  private static let auxiliaries = WordSet("has had have also later was were is")
  private static let telling = WordSet(
    """
    told tells said says described describes recalled recalls explained explains recounted complained added claimed \
    alleged lamented remembered
    """)
}
