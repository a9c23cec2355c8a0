import ArticleModel

/// Says who a mention of a speaker is, inside one article: the full name for a last name, a title, a pronoun, a role.
///
/// What could be two people's stays as written. Ask in reading order: the speakers so far help with the next pronoun.
struct NameResolver {
  private let names: NameTable
  private let tokens: TokenTable
  private let lexicon: NameLexicon
  private let governments: GovernmentNames
  private let mentions: MentionReader
  private let pronouns: PronounResolver
  private let roles: RoleReader
  private let roleIndex: RoleIndex
  /// Entities that are people, the latest last.
  private var people: [Int] = []
  private var lastBody: Speaker?
  private var texts: [Int: (name: String, role: String?)] = [:]

  init(names: NameTable, tokens: TokenTable, finder: NameFinder, quotations: [Quotation]) {
    self.names = names
    self.tokens = tokens
    lexicon = finder.lexicon
    governments = finder.governments
    mentions = MentionReader(names: names, tokens: tokens, lexicon: lexicon)
    var isQuoted: [Bool] = []
    if !quotations.isEmpty {
      isQuoted = [Bool](repeating: false, count: tokens.count)
      for quotation in quotations {
        for token in quotation.tokens where token < tokens.count { isQuoted[token] = true }
      }
    }
    pronouns = PronounResolver(names: names, tokens: tokens, lexicon: lexicon, isQuoted: isQuoted)
    roles = RoleReader(names: names, tokens: tokens, lexicon: lexicon)
    roleIndex = RoleIndex(names: names, tokens: tokens, lexicon: lexicon, synonyms: finder.roleSynonyms)
  }

  mutating func speaker(for mention: TextSpan) -> Speaker { speaker(for: tokens.tokens(in: mention)) }

  /// The speaker of a mention, which must hold a token. It is remembered for the pronouns behind.
  mutating func speaker(for mention: Range<Int>) -> Speaker {
    let speaker = resolve(mention)
    if speaker.kind == .organisation || speaker.kind == .place { lastBody = speaker }
    return speaker
  }

  private mutating func resolve(_ mention: Range<Int>) -> Speaker {
    switch mentions.head(of: mention) {
    case .pronoun(let gender):
      guard let entity = pronouns.person(at: mention.lowerBound, gender, speakers: people) else {
        return asWritten(mention, .person)
      }
      return person(entity, mention)
    case .relative:
      guard let entity = personBefore(mention.lowerBound) else { return asWritten(mention, .person) }
      return person(entity, mention)
    case .otherPronoun: return otherPronoun(mention)
    case .several: return asWritten(mention, .group)
    case .name(let index): return named(index, mention)
    case .noun(let noun, let isDefinite): return byNoun(noun, isDefinite, mention)
    case .nothing: return asWritten(mention, .group)
    }
  }

  // MARK: Names

  private mutating func named(_ index: Int, _ mention: Range<Int>) -> Speaker {
    let name = names.names[index]
    switch name.kind {
    case .person:
      if let entity = name.entity { return person(entity, mention) }
      return speaker(mention, tokens.text(name.hasHonorific ? name.full : name.tokens), .person)
    case .organisation:
      // "Downing Street" is known as a body and speaks for a country.
      if governments.isMetonym(name.tokens, in: tokens), let country = governments.country(name.tokens, in: tokens) {
        return speaker(mention, country, .place)
      }
      return speaker(mention, text(name), .organisation)
    default:
      let country = governments.country(name.tokens, in: tokens)
      return speaker(mention, country ?? tokens.text(name.tokens), .place)
    }
  }

  private func text(_ name: FoundName) -> String {
    name.entity.map { names.canonicalName(of: $0, in: tokens) } ?? tokens.text(name.tokens)
  }

  private mutating func person(_ entity: Int, _ mention: Range<Int>) -> Speaker {
    people.append(entity)
    let known = texts[entity] ?? (names.canonicalName(of: entity, in: tokens), roles.role(of: entity).map(tokens.text))
    texts[entity] = known
    var speaker = speaker(mention, known.name, .person)
    speaker.role = known.role
    return speaker
  }

  /// The person whom "who" stands for: the last one named before it in the sentence.
  private func personBefore(_ token: Int) -> Int? {
    let sentence = tokens.sentence(token)
    var index = names.index(endingAfter: token) - 1
    while index >= 0, names.names[index].tokens.lowerBound >= sentence.lowerBound {
      if names.names[index].kind == .person, let entity = names.names[index].entity { return entity }
      index -= 1
    }
    return nil
  }

  // MARK: Nouns

  private mutating func byNoun(_ noun: Int, _ isDefinite: Bool, _ mention: Range<Int>) -> Speaker {
    let classes = lexicon.classes(tokens.hashes[noun])
    let isRole = classes.hasAny([.role, .office])
    let chunk = mention.lowerBound..<(noun + 1)
    if isRole, isDefinite || !startsWithArticle(mention),
      let entity = roleIndex.person(chunk, head: noun, before: mention.lowerBound)
    {
      return person(entity, mention)
    }
    if isAnonymous(classes, mention) { return asWritten(mention, .anonymous) }
    if classes.contains(.people) { return asWritten(mention, .group) }
    if isRole { return asWritten(mention, isDefinite ? .person : .anonymous) }
    if classes.contains(.institution) {
      guard isDefinite, let entity = institution(noun, before: mention.lowerBound) else {
        return asWritten(mention, .organisation)
      }
      return speaker(mention, names.canonicalName(of: entity, in: tokens), .organisation)
    }
    guard tokens.shapes[noun].isCapitalised else { return asWritten(mention, .group) }
    // A name that nothing in the article explains.
    return asWritten(mention, mention.count == 1 && tokens.shapes[noun] == .capitalised ? .person : .organisation)
  }

  private func startsWithArticle(_ mention: Range<Int>) -> Bool {
    Pronouns.articles.contains(tokens.hashes[mention.lowerBound])
  }

  /// Sources, officials, "people familiar with the matter".
  private func isAnonymous(_ classes: WordClass, _ mention: Range<Int>) -> Bool {
    if classes.contains(.anonymousNoun) { return true }
    return mention.contains { token in
      if lexicon.classes(tokens.hashes[token]).contains(.anonymousPhrase) { return true }
      guard lexicon.classes(tokens.hashes[token]).contains(.phraseStart) else { return false }
      let phrase = lexicon.phrase(at: token, in: tokens, before: mention.upperBound)
      return phrase?.entry.classes.contains(.anonymousPhrase) ?? false
    }
  }

  /// "the commission" for the one commission that was named before.
  private func institution(_ noun: Int, before token: Int) -> Int? {
    let hash = tokens.hashes[noun]
    let fitting = names.entities.indices.filter { index in
      let entity = names.entities[index]
      guard entity.kind == .organisation, let first = entity.mentions.first else { return false }
      return names.names[first].tokens.lowerBound < token && entity.name.contains { tokens.hashes[$0] == hash }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  private func otherPronoun(_ mention: Range<Int>) -> Speaker {
    guard mention.count == 1, tokens.hashes[mention.lowerBound] == Self.it, let lastBody else {
      return asWritten(mention, .group)
    }
    return speaker(mention, lastBody.name, lastBody.kind)
  }

  private static let it = ByteHash.of("it")

  // MARK: Speakers

  private func speaker(_ mention: Range<Int>, _ name: String, _ kind: Speaker.Kind) -> Speaker {
    Speaker(mention: tokens.span(mention), text: tokens.text(mention), name: name, kind: kind)
  }

  /// The mention itself, without its article.
  private func asWritten(_ mention: Range<Int>, _ kind: Speaker.Kind) -> Speaker {
    let start = mention.count > 1 && startsWithArticle(mention) ? mention.lowerBound + 1 : mention.lowerBound
    return speaker(mention, tokens.text(start..<mention.upperBound), kind)
  }
}
