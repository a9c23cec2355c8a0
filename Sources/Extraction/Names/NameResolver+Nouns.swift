import ArticleModel

/// Speakers without a name: roles, groups, bodies, and names that nothing explains.
extension NameResolver {
  mutating func byNoun(_ noun: Int, _ isDefinite: Bool, _ mention: Range<Int>) -> Speaker {
    let classes = lexicon.classes(at: noun, in: tokens)
    let isRole = classes.hasAny([.role, .office])
    let chunk = mention.lowerBound..<(noun + 1)
    if let body = bodyDescribed(in: mention) { return speaker(mention, tokens.text(body), .organisation) }
    if isDefinite, chunk.count < 4, let introduced = introducedBefore(noun, chunk) {
      let speaker = speaker(mention, introduced.name, introduced.kind)
      return isRole || introduced.kind == .anonymous ? remembered(speaker, noun) : speaker
    }
    if isDefinite, chunk.count == 2, let speaker = named(above: mention, by: noun) { return speaker }
    if isDefinite, chunk.count == 2, let entity = calledByBareNoun(noun, mention) ?? calledByNickname(noun) {
      return person(entity, mention)
    }
    if isRole, isDefinite || !isBehindArticle(mention) && !startsWithArticle(mention) && !isAnyone(mention),
      let entity = roleIndex.person(chunk, head: noun, before: mention.lowerBound)
    {
      return person(entity, mention)
    }
    if isRole, let entity = holder(ofNationIn: chunk, noun) { return person(entity, mention) }
    if isRole, isDefinite, mention.contains(where: isAge), !isIntroducedByAge(mention),
      let entity = onlyOne(ofAgeIn: mention)
        ?? pronouns.onlyNamed(inParagraphOf: tokens.sentence(mention.lowerBound).lowerBound)
        ?? newcomer(inParagraphBefore: mention.lowerBound), canSayOfThemselves(entity)
    {
      return person(entity, mention)
    }
    if isDefinite, let entity = calledBefore(mention) ?? leadership(noun, mention) { return person(entity, mention) }
    if isDefinite, chunk.count == 2, let pair = couple(noun, mention) { return speaker(mention, joined(pair), .group) }
    if isRole, let entity = namedSoon(chunk, noun, isDefinite: isDefinite) { return person(entity, mention) }
    if isDefinite, let speaker = introducedOne(calledBy: noun, mention) { return speaker }
    if isAnonymous(classes, mention) {
      let speaker = asWritten(mention, .anonymous, head: noun)
      return isRole || isSingle(noun) ? remembered(speaker, noun) : speaker
    }
    if classes.contains(.people) {
      return asWritten(mention, isNamedGroup(noun, in: mention) ? .organisation : .group, head: noun)
    }
    if isRole { return remembered(asWritten(mention, isDefinite ? .person : .anonymous, head: noun), noun) }
    if classes.contains(.institution) {
      if let country = governments.country(ofGovernment: noun, in: mention, tokens) {
        // "the Scottish government", which the article writes with a capital elsewhere.
        if let entity = governmentNamed(chunk) {
          return speaker(mention, names.canonicalName(of: entity, in: tokens), .organisation)
        }
        return speaker(mention, country, .place)
      }
      if chunk.count == 2, let body = lastBody(calledBy: noun, mention) {
        return speaker(mention, body.name, body.kind)
      }
      if isDefinite, let entity = institution(chunk, before: mention.lowerBound) {
        return speaker(mention, names.canonicalName(of: entity, in: tokens), .organisation)
      }
      if isDefinite, chunk.count == 2, Self.companies.contains(tokens.hashes[noun]),
        let company = pronouns.body(before: mention.lowerBound, isCompany: true)
      {
        return named(company, mention)
      }
      return asWritten(mention, .organisation, head: noun)
    }
    guard tokens.shapes[noun].isCapitalised else { return asWritten(mention, .group, head: noun) }
    // "the 36-year-old Argentine"
    if isDefinite, mention.contains(where: isAge) {
      let named =
        pronouns.onlyNamed(inParagraphOf: mention.lowerBound)
        ?? pronouns.person(at: mention.lowerBound, .unknown, speakers: people, words: words)?.entity
      return named.map { person($0, mention) } ?? asWritten(mention, .person, head: noun)
    }
    // A name that nothing in the article explains.
    let isPerson = mention.count == 1 && tokens.shapes[noun] == .capitalised
    let owned = behindOwner(of: noun, in: mention)
    return asWritten(owned, isPerson ? .person : .organisation, head: noun)
  }

  /// `said she was late`: a pronoun that reported words begin with is mostly who says them.
  func canSayOfThemselves(_ entity: Int) -> Bool {
    guard let first = words.first?.lowerBound, first + 1 < tokens.count, !isQuoted(first) else { return true }
    let token = tokens.hashes[first] == Self.that ? first + 1 : first
    guard case .pronoun(let gender)? = Pronouns.head(tokens.hashes[token]) else { return true }
    return names.entities[entity].gender.allows(gender)
  }

  /// "one Ode supporter"
  private func isAnyone(_ mention: Range<Int>) -> Bool { Self.anyone.contains(tokens.hashes[mention.lowerBound]) }

  private static var anyone: FewWords { FewWords("one", "another", "some", "any", "every") }

  /// "People's Alliance" of "the opposition People's Alliance", "Clean Hands Norvik" of "the anti-graft group Clean Hands
  /// Norvik": a name of several words that no list knows, behind what it is.
  private func bodyDescribed(in mention: Range<Int>) -> Range<Int>? {
    guard mention.count > 3, tokens.hashes[mention.lowerBound] == Self.the,
      let first = mention.dropFirst().first(where: { tokens.shapes[$0] != .lower }), first > mention.lowerBound + 1,
      tokens.shapes[first].isCapitalised, Self.describing.contains(tokens.hashes[first - 1])
    else { return nil }
    var end = first
    while end < mention.upperBound,
      tokens.shapes[end].isCapitalised || Pronouns.possessives.contains(tokens.hashes[end])
        || Self.inNames.contains(tokens.hashes[end]) && end + 1 < mention.upperBound
          && tokens.shapes[end + 1].isCapitalised
    { end += 1 }
    let isPerson = names.indices(in: first..<end).contains { names.names[$0].kind == .person }
    return end - first > 1 && !isPerson ? first..<end : nil
  }

  private static var inNames: FewWords { FewWords("of", "for", "and") }
  private static var the: UInt32 { ByteHash.of("the") }
  private static var government: UInt32 { ByteHash.of("government") }
  private static let describing = WordSet(
    """
    opposition ruling governing paramilitary rebel militant group party charity coalition movement union network watchdog \
    alliance association coalition collective federation agency company firm startup nonprofit foundation organisation organization militia airline brokerage consultancy \
    newspaper broadcaster magazine website think-tank
    """)

  /// "the Harbour Lawyers group": a body by its name.
  private func isNamedGroup(_ noun: Int, in mention: Range<Int>) -> Bool {
    tokens.hashes[noun] == Self.group && noun > mention.lowerBound && tokens.shapes[noun - 1].isCapitalised
      && !lexicon.classes(at: noun - 1, in: tokens).contains(.peopleWord) || isSaidToBeGroup(noun, mention)
  }

  /// "The Harbour Lawyers, a group that counts the dead,"
  private func isSaidToBeGroup(_ noun: Int, _ mention: Range<Int>) -> Bool {
    guard noun + 3 < tokens.count, noun - mention.lowerBound > 1, tokens.hashes[mention.lowerBound] == Self.the,
      (mention.lowerBound + 1...noun).allSatisfy({ tokens.shapes[$0].isCapitalised }),
      tokens.isCharacter(noun + 1, ","), Self.indefinites.contains(tokens.hashes[noun + 2])
    else { return false }
    return (noun + 3..<min(tokens.count, noun + 6)).contains { Self.describing.contains(tokens.hashes[$0]) }
  }

  private static var group: UInt32 { ByteHash.of("group") }

  /// "The ministry" behind "the foreign ministry", which spoke last.
  private func lastBody(calledBy noun: Int, _ mention: Range<Int>) -> Speaker? {
    guard let lastBody, lastBody.speaker.kind == .organisation, tokens.hashes[mention.lowerBound] == Self.the,
      tokens.hashes[noun] != Self.government,
      noun + 1 >= mention.upperBound || !Pronouns.prepositions.contains(tokens.hashes[noun + 1]),
      Int(tokens.paragraphOf[noun]) - lastBody.paragraph <= 1,
      case let name = lastBody.speaker.name.lowercased(), case let word = tokens.text(noun).lowercased(),
      name.hasSuffix(" " + word), name != "the " + word, !name.contains("-based ")
    else { return nil }
    return lastBody.speaker
  }

  /// "one of the neighbours"
  func isOneOfMany(_ mention: Range<Int>) -> Bool {
    mention.count > 2 && Self.single.contains(tokens.hashes[mention.lowerBound])
      && tokens.hashes[mention.lowerBound + 1] == Self.of
  }

  /// "one of the protesting farmers", of which "one" alone was taken for who speaks; up to the plural.
  func oneOfMany(_ first: Int) -> Range<Int>? {
    guard Self.single.contains(tokens.hashes[first]), first + 3 < tokens.count,
      tokens.hashes[first + 1] == Self.of, Self.manys.contains(tokens.hashes[first + 2])
    else { return nil }
    let near = first + 3..<min(tokens.count, first + 8)
    let last = near.last { token in
      tokens.shapes[token] == .lower && lexicon.classes(at: token, in: tokens).hasAny([.people, .role, .anonymousNoun])
        && (first + 3..<token).allSatisfy {
          tokens.isWord($0) && !lexicon.classes(at: $0, in: tokens).contains(.function)
        }
    }
    return last.map { first..<$0 + 1 }
  }

  private static let manys = WordSet("the his her their its our my these those")
  private static var single: FewWords { FewWords("one", "another") }
  private static var of: UInt32 { ByteHash.of("of") }

  /// "American" where "American Harrow Corp" was named before, and no other body that begins so.
  func body(calledBy token: Int) -> Int? {
    guard tokens.shapes[token] == .capitalised,
      token == 0 || !Pronouns.articles.contains(tokens.hashes[token - 1])
    else { return nil }
    var found: Int?
    for (index, name) in names.names.enumerated()
    where name.kind == .organisation && name.tokens.count > 1 && name.tokens.upperBound <= token
      && tokens.hashes[name.tokens.lowerBound] == tokens.hashes[token]
    {
      if let found, names.names[found].entity != name.entity { return nil }
      found = index
    }
    return found
  }

  /// "Tanaka said it expects", where Tanaka Sensors Corp was named and Reiko Tanaka too: what speaks of itself as "it".
  mutating func company(calledLike index: Int, _ mention: Range<Int>) -> Speaker? {
    let name = names.names[index]
    guard name.kind == .person, name.full.count == 1, var first = words.first?.lowerBound, first + 2 < tokens.count
    else {
      return nil
    }
    if tokens.hashes[first] == Self.that { first += 1 }
    guard tokens.hashes[first] == Self.it, Self.managing.contains(tokens.hashes[first + 1]),
      let body = body(calledBy: name.tokens.lowerBound)
    else { return nil }
    return named(body, mention)
  }

  private static var that: UInt32 { ByteHash.of("that") }
  private static let managing = WordSet(
    """
    expects expected plans planned aims aimed intends intended agreed has had received sold bought will filed signed \
    completed acquired earned lost owns
    """)

  /// "and", "yesterday", "quoting": a word that no speaker is called by was taken for one.
  func isNobody(_ token: Int) -> Bool {
    guard tokens.shapes[token] == .lower || reader(isStart: token), !Self.numbers.contains(tokens.hashes[token]) else {
      return false
    }
    let classes = lexicon.classes(at: token, in: tokens)
    guard !classes.hasAny([.people, .institution, .anonymousNoun, .role, .organisation, .place]) else { return false }
    if classes.contains(.function) { return true }
    return !classes.contains(.nominal) && classes.hasAny([.adverb, .verb, .speech])
  }

  private func reader(isStart token: Int) -> Bool {
    tokens.shapes[token] == .capitalised && tokens.sentence(token).lowerBound == token
  }

  private static let numbers = WordSet(
    "several dozens hundreds thousands millions two three four five six seven eight nine ten eleven twelve half")

  /// "Rosgeo" of "Russia's Rosgeo, which".
  private func behindOwner(of noun: Int, in mention: Range<Int>) -> Range<Int> {
    guard let mark = (mention.lowerBound..<noun).last(where: { Pronouns.possessives.contains(tokens.hashes[$0]) }),
      mark > mention.lowerBound, names.name(at: mark - 1)?.kind == .place,
      (mark + 1...noun).allSatisfy({ tokens.shapes[$0].isCapitalised })
    else { return mention }
    return mark + 1..<mention.upperBound
  }

  /// The same where no noun is known: the last capitalised word before a comma.
  func lastOwned(in mention: Range<Int>) -> Range<Int> {
    let end = mention.first { tokens.isCharacter($0, ",") } ?? mention.upperBound
    guard let last = (mention.lowerBound..<end).last, tokens.shapes[last].isCapitalised else { return mention }
    return behindOwner(of: last, in: mention)
  }

  /// Who was introduced by the same noun in this paragraph or the one before, or before that where nobody else was: "the
  /// Qatari official" for "A senior Qatari official briefed on the talks".
  private func introducedBefore(_ noun: Int, _ chunk: Range<Int>) -> Speaker? {
    guard let introduced = introduced[tokens.hashes[noun]],
      case let distance = tokens.paragraphOf[noun] - tokens.paragraphOf[introduced.noun],
      // Whom the text has named since is the same one as far as it goes.
      distance <= 1 || introduced.speaker.kind == .person && distance <= Self.farthestIntroduced
        || distance <= 4 && lastSpeaker?.name == introduced.speaker.name,
      chunk.dropFirst().allSatisfy({ tokens.hashes[introduced.mention].contains(tokens.hashes[$0]) })
    else { return nil }
    return introduced.speaker
  }

  /// In paragraphs.
  private static let farthestIntroduced: Int32 = 6

  mutating func introduce(_ speaker: Speaker, by noun: Int, _ mention: Range<Int>) {
    guard Self.indefinites.contains(tokens.hashes[mention.lowerBound]) else { return }
    introduced[tokens.hashes[noun]] = (mention, noun, speaker)
  }

  static let indefinites = WordSet("a an one another")

  /// Keeps a single speaker without a name for the pronouns behind.
  mutating func remembered(_ speaker: Speaker, _ noun: Int) -> Speaker {
    lastUnnamed = (speaker, noun)
    return speaker
  }

  /// "US ministry spokesman" of "A US ministry spokesman": somebody new, whoever is a spokesman already.
  private func isBehindArticle(_ mention: Range<Int>) -> Bool {
    mention.lowerBound > 0 && Self.indefinites.contains(tokens.hashes[mention.lowerBound - 1])
  }

  private func startsWithArticle(_ mention: Range<Int>) -> Bool {
    Pronouns.articles.contains(tokens.hashes[mention.lowerBound])
  }

  /// "the ministry source", not "sources".
  private func isSingle(_ noun: Int) -> Bool {
    tokens.shapes[noun] == .lower && tokens.bytes[tokens.end(noun) - 1] != UInt8(ascii: "s")
      && lexicon.classes(at: noun, in: tokens).contains(.anonymousNoun)
  }

  /// Sources, officials, "people familiar with the matter".
  private func isAnonymous(_ classes: WordClass, _ mention: Range<Int>) -> Bool {
    if classes.contains(.anonymousNoun) { return true }
    return mention.contains { token in
      if lexicon.classes(at: token, in: tokens).contains(.anonymousPhrase) { return true }
      guard lexicon.classes(at: token, in: tokens).contains(.phraseStart) else { return false }
      let phrase = lexicon.phrase(at: token, in: tokens, before: mention.upperBound)
      return phrase?.entry.classes.contains(.anonymousPhrase) ?? false
    }
  }

  /// The body whose name has the same words as a government in small letters.
  private func governmentNamed(_ chunk: Range<Int>) -> Int? {
    let words = Pronouns.definites.contains(tokens.hashes[chunk.lowerBound]) ? chunk.dropFirst() : chunk
    return names.entities.indices.first { index in
      names.entities[index].kind == .organisation
        && tokens.hashes[names.entities[index].name].elementsEqual(tokens.hashes[words])
    }
  }

  /// "the commission" for the one commission that was named before; "the central bank" for none but a central one.
  func institution(_ chunk: Range<Int>, before token: Int) -> Int? {
    let words = tokens.hashes[chunk].filter { !Pronouns.definites.contains($0) }
    let fitting = names.entities.indices.filter { index in
      let entity = names.entities[index]
      guard entity.kind == .organisation, let first = entity.mentions.first else { return false }
      return names.names[first].tokens.lowerBound < token && words.allSatisfy(tokens.hashes[entity.name].contains)
    }
    return fitting.count == 1 ? fitting[0] : nil
  }
}
