import ArticleModel

/// Whom "who", "it" and "they" stand for.
extension NameResolver {
  /// Whom "who" stands for: the name or the noun right before it, else the last person named in the sentence.
  mutating func antecedent(of mention: Range<Int>) -> Speaker? {
    let sentence = tokens.sentence(mention.lowerBound)
    var end = mention.lowerBound
    if end > sentence.lowerBound, tokens.isCharacter(end - 1, ",") { end -= 1 }
    let isWho = Self.who.contains(tokens.hashes[mention.lowerBound])
    if let name = names.name(at: end - 1), name.kind != .other, name.tokens.upperBound == end,
      name.kind == .person || !isWho || name.kind == .organisation && !isWorkplace(name, in: sentence)
    {
      return named(names.index(endingAfter: end - 1), mention)
    }
    if isWho, let name = nameApposed(before: end, in: sentence) { return named(name, mention) }
    if end > sentence.lowerBound, lexicon.classes(at: end - 1, in: tokens).hasAny(Self.speakingNouns) {
      var first = end - 1
      while first > sentence.lowerBound, end - first < 4,
        isPartOfNoun(first - 1) || tokens.shapes[first - 1] == .capitalised && first - 1 > sentence.lowerBound
      { first -= 1 }
      var speaker = byNoun(end - 1, false, first..<end)
      speaker.mention = tokens.span(mention)
      speaker.text = tokens.text(mention)
      return speaker
    }
    if let phrase = phraseWithRole(endingAt: end, in: sentence) {
      var speaker = byNoun(phrase.noun, false, phrase.tokens)
      speaker.mention = tokens.span(mention)
      speaker.text = tokens.text(mention)
      return speaker
    }
    if !isWho, let body = unknownName(endingAt: end, in: sentence) {
      return speaker(mention, tokens.text(body), .organisation)
    }
    guard isWho else { return nil }
    return personBefore(mention.lowerBound).map { person($0, mention) }
  }

  /// "Ada Ode, an economist who": a name, and behind a comma what somebody is.
  private func nameApposed(before end: Int, in sentence: Range<Int>) -> Int? {
    let near = max(sentence.lowerBound + 2, end - Self.longestApposition)..<max(sentence.lowerBound + 2, end)
    guard let article = near.last(where: { !tokens.isWord($0 - 1) }), tokens.isCharacter(article - 1, ","),
      Self.indefinites.contains(tokens.hashes[article]), article + 1 < end,
      lexicon.classes(at: end - 1, in: tokens).contains(.role),
      let name = names.name(at: article - 2), name.kind == .person, name.tokens.upperBound == article - 1
    else { return nil }
    return names.index(endingAfter: article - 2)
  }

  /// In tokens.
  private static let longestApposition = 6

  /// "A doctor at Norvik Hospital, who": who works there is meant.
  private func isWorkplace(_ name: FoundName, in sentence: Range<Int>) -> Bool {
    var before = name.full.lowerBound - 1
    if before > sentence.lowerBound, Pronouns.articles.contains(tokens.hashes[before]) { before -= 1 }
    if before - 1 > sentence.lowerBound, tokens.hashes[before] == Self.to, Self.near.contains(tokens.hashes[before - 1])
    {
      before -= 1
    } else if before <= sentence.lowerBound || !Self.workplaces.contains(tokens.hashes[before]) {
      return false
    }
    return names.name(at: before - 1)?.kind == .person
      || lexicon.classes(at: before - 1, in: tokens).hasAny([.role, .people, .anonymousNoun])
  }

  private static var to: UInt32 { ByteHash.of("to") }
  /// "a source close to the party"
  private static let near = WordSet("close loyal linked")
  private static var workplaces: FewWords { FewWords("at", "of", "in", "from", "for", "with") }

  /// "Pagasa, which": what has a capital inside the sentence and is nobody's name.
  private func unknownName(endingAt end: Int, in sentence: Range<Int>) -> Range<Int>? {
    var first = end
    while first > sentence.lowerBound, tokens.shapes[first - 1].isCapitalised { first -= 1 }
    guard first < end, first > sentence.lowerBound, names.name(at: end - 1).map({ $0.kind == .other }) ?? true,
      !lexicon.classes(at: end - 1, in: tokens).hasAny([.calendar, .peopleWord, .eventWord])
    else { return nil }
    return first..<end
  }

  /// "A delegate of one side, who": the noun phrase from its article to the relative pronoun.
  private func phraseWithRole(endingAt end: Int, in sentence: Range<Int>) -> (tokens: Range<Int>, noun: Int)? {
    var token = end - 1
    while token > sentence.lowerBound, end - token < 12, tokens.isWord(token),
      tokens.shapes[token] == .lower || tokens.shapes[token].isCapitalised
    {
      if token + 1 < end, Pronouns.prepositions.contains(tokens.hashes[token + 1]),
        lexicon.classes(at: token, in: tokens).hasAny([.role, .people, .anonymousNoun])
      {
        var first = token
        while first > sentence.lowerBound, end - first < 16, isPartOfNoun(first - 1) { first -= 1 }
        if first > sentence.lowerBound, Pronouns.articles.contains(tokens.hashes[first - 1]) { first -= 1 }
        // Far from it only somebody new is meant.
        guard end - token < 8 || Self.indefinites.contains(tokens.hashes[first]) else { return nil }
        return (first..<end, token)
      }
      token -= 1
    }
    return nil
  }

  private func isPartOfNoun(_ token: Int) -> Bool {
    let classes = lexicon.classes(at: token, in: tokens)
    return tokens.isWord(token) && classes.contains(.nominal) && !classes.hasAny([.function, .verb])
  }

  private static let speakingNouns: WordClass = [.role, .office, .people, .institution, .anonymousNoun]
  static let who = Pronouns.words("who whom")

  /// The last person named before a token in its sentence.
  private func personBefore(_ token: Int) -> Int? {
    let sentence = tokens.sentence(token)
    var index = names.index(endingAfter: token) - 1
    while index >= 0, names.names[index].tokens.lowerBound >= sentence.lowerBound {
      if names.names[index].kind == .person, let entity = names.names[index].entity { return entity }
      index -= 1
    }
    return nil
  }

  /// "It" is the body that the text speaks of, "they" a group that spoke or acted just before, or a body that spoke; "I",
  /// "we" and "some" are nobody who has a name.
  mutating func otherPronoun(_ mention: Range<Int>) -> Speaker? {
    let token = mention.lowerBound
    if tokens.hashes[token] == Self.it {
      return bodyMeant(by: mention)
    }
    if tokens.hashes[token] == Self.both, let pair = pair(before: token) {
      return speaker(mention, joined(pair), .group)
    }
    guard tokens.hashes[token] == Self.they else {
      let isSomeone = Self.someone.contains(tokens.hashes[token]) || tokens.hashes[token] == Self.one && speaks(token)
      return isSomeone ? asWritten(mention, .anonymous) : nil
    }
    if let pair = pair(meantBy: token) { return speaker(mention, joined(pair), .group) }
    if let lastGroup, lastGroup.token < token, Int(tokens.paragraphOf[token]) - lastGroup.paragraph <= 1 {
      return speaker(mention, lastGroup.speaker.name, lastGroup.speaker.kind)
    }
    if let group = pronouns.group(before: token) {
      return speaker(mention, unnamed.text(group, head: group.upperBound - 1), .group)
    }
    if let entity = spokesperson(before: token) { return person(entity, mention) }
    guard let lastBody, lastBody.speaker.kind == .organisation,
      Int(tokens.paragraphOf[token]) - lastBody.paragraph <= 1
    else { return nil }
    return speaker(mention, lastBody.speaker.name, .organisation)
  }

  /// "Kim Roe, a spokesperson, confirmed it. "We do," they said": one whose gender the text leaves open.
  private func spokesperson(before they: Int) -> Int? {
    guard let last = people.last,
      let mention = names.entities[last].mentions.last(where: { names.names[$0].tokens.upperBound <= they }),
      case let name = names.names[mention], tokens.paragraphOf[name.tokens.lowerBound] == tokens.paragraphOf[they],
      let role = roles.role(of: last), role.contains(where: { tokens.hashes[$0] == Self.spokesperson })
    else { return nil }
    return last
  }

  private static var spokesperson: UInt32 { ByteHash.of("spokesperson") }

  /// "Ann Ode and Joe Roe were freed. They both deny it.": the last two whom the text joined, in this paragraph or the one
  /// before.
  private func pair(meantBy they: Int) -> [Int]? {
    let near = they + 1..<min(tokens.count, they + 4)
    if near.contains(where: { tokens.hashes[$0] == Self.both }) { return pair(before: they) }
    // "In the paper, they write"
    let isAuthors = near.contains { Self.writing.contains(tokens.hashes[$0]) } || speaks(they)
    guard isAuthors, let pair = pair(before: they), isSubject(pair, before: they) else { return nil }
    return pair
  }

  /// Whether the sentence of two names is about them, and no group spoke since.
  func isSubject(_ pair: [Int], before they: Int) -> Bool {
    let (first, last) = (names.names[pair[0]], names.names[pair[1]])
    let start = tokens.sentence(first.tokens.lowerBound).lowerBound
    guard start == first.full.lowerBound, tokens.sentenceOf[start] < tokens.sentenceOf[they],
      last.tokens.upperBound < tokens.count, tokens.shapes[last.tokens.upperBound] == .lower,
      pronouns.isVerb(last.tokens.upperBound)
    else { return false }
    return lastGroup.map { $0.token < start } ?? true
  }

  func pair(before they: Int) -> [Int]? {
    var index = names.index(endingAfter: they) - 1
    while index > 0, tokens.paragraphOf[they] - tokens.paragraphOf[names.names[index].tokens.lowerBound] <= 1 {
      let (one, other) = (names.names[index - 1], names.names[index])
      if one.kind == .person, other.kind == .person, other.full.lowerBound == one.tokens.upperBound + 1,
        tokens.hashes[one.tokens.upperBound] == Self.and
      {
        return [index - 1, index]
      }
      index -= 1
    }
    return nil
  }

  private static var writing: FewWords { FewWords("write", "wrote", "argue", "argued", "conclude", "concluded") }
  private static var both: UInt32 { ByteHash.of("both") }
  private static var and: UInt32 { ByteHash.of("and") }

  /// Of the body that spoke last and the one that the text spoke of last the later; a statement "reads" what its speaker
  /// says, whoever that is.
  private mutating func bodyMeant(by mention: Range<Int>) -> Speaker? {
    let token = mention.lowerBound
    if token + 1 < tokens.count, Self.reads.contains(tokens.hashes[token + 1]), let lastSpeaker {
      return speaker(mention, lastSpeaker.name, lastSpeaker.kind)
    }
    if let body = bodyOfSentence(endingWith: mention) ?? bodyOfSentence(before: mention) { return body }
    if let body = pronouns.body(before: token, isCompany: false),
      names.names[body].tokens.lowerBound >= lastBody?.token ?? 0, !isSpokenOfByBody(names.names[body], token)
    {
      return bodyAround(names.names[body], mention) ?? named(body, mention)
    }
    if let author = author(ofDocumentBefore: mention) { return author }
    return lastBody.map { speaker(mention, $0.speaker.name, $0.speaker.kind) }
  }

  /// "The Norland treasury said Norland was ready. But it said": the country is what the body spoke of.
  private func isSpokenOfByBody(_ name: FoundName, _ token: Int) -> Bool {
    guard name.kind == .place, let lastBody, lastBody.speaker.kind == .organisation else { return false }
    return Int(tokens.paragraphOf[token]) - lastBody.paragraph <= 1
      && tokens.paragraphOf[name.tokens.lowerBound] == lastBody.paragraph
  }

  /// Nobody who has a name, and one all the same.
  private static var someone: FewWords { FewWords("someone", "somebody", "another") }
  private static var one: UInt32 { ByteHash.of("one") }

  /// `one said`, `said one`
  private func speaks(_ token: Int) -> Bool {
    token + 1 < tokens.count && lexicon.classes(at: token + 1, in: tokens).contains(.speech)
      || token > 0 && lexicon.classes(at: token - 1, in: tokens).contains(.speech)
  }

  private static let reads = WordSet("read reads concludes concluded ends ended begins began closes closed")
  static var it: UInt32 { ByteHash.of("it") }
  static var they: UInt32 { ByteHash.of("they") }
  /// Nouns for the company that an article is about.
  static let companies = Pronouns.words("company firm corporation carmaker automaker airline retailer")
}
