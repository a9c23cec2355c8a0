import ArticleModel

/// Says who a mention of a speaker is, inside one article: the full name for a last name, a title, a pronoun, a role.
///
/// What could be two people's stays as written; a pronoun that means nobody who is named has no speaker. Ask in reading
/// order: the speakers so far help with the next pronoun.
struct NameResolver {
  let names: NameTable
  let tokens: TokenTable
  let lexicon: NameLexicon
  private let governments: GovernmentNames
  private let mentions: MentionReader
  private let pronouns: PronounResolver
  private let roles: RoleReader
  private let roleIndex: RoleIndex
  private let unnamed: UnnamedSpeaker
  /// Entities that are people, the latest last.
  private var people: [Int] = []
  private var lastBody: (speaker: Speaker, paragraph: Int, token: Int)?
  private var lastSpeaker: Speaker?
  /// The last group that spoke, with its paragraph.
  private var lastGroup: (speaker: Speaker, paragraph: Int)?
  /// The last single speaker without a name, and where: "he" may be one.
  private var lastUnnamed: (speaker: Speaker, token: Int)?
  /// The last who was introduced as "an official", by that noun: "the official" is the same one.
  private var introduced: (noun: UInt32, speaker: Speaker, paragraph: Int)?
  /// Names of a transcript's labels and who they were.
  var labelled: [(name: Range<Int>, speaker: Speaker)] = []
  /// Who gives the answers of an interview, once the first answer has come.
  var answering: (person: Int?, label: Int)?
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
    unnamed = UnnamedSpeaker(names: names, tokens: tokens, lexicon: lexicon)
    roleIndex = RoleIndex(names: names, tokens: tokens, lexicon: lexicon, synonyms: finder.roleSynonyms)
  }

  mutating func speaker(for mention: TextSpan) -> Speaker? { speaker(for: tokens.tokens(in: mention)) }

  /// The speaker of a mention, which must hold a token; `nil` for a pronoun without an antecedent, which would be no name
  /// to find anything by. It is remembered for the pronouns behind.
  mutating func speaker(for mention: Range<Int>) -> Speaker? {
    let mention = withWholeName(mention)
    guard let speaker = resolve(mention) else { return nil }
    lastSpeaker = speaker
    switch speaker.kind {
    case .organisation, .place:
      lastBody = (speaker, Int(tokens.paragraphOf[mention.lowerBound]), mention.lowerBound)
    case .group, .anonymous: lastGroup = (speaker, Int(tokens.paragraphOf[mention.lowerBound]))
    case .person: break
    }
    return speaker
  }

  /// A mention that begins inside a name ("Korea's ministry" in "South Korea's ministry") begins with it; one that ends
  /// inside one ("Minister Rima" in "Minister Rima el-Khazen") ends with it.
  private func withWholeName(_ mention: Range<Int>) -> Range<Int> {
    var (first, end) = (mention.lowerBound, mention.upperBound)
    if let name = names.name(at: first), name.kind != .other { first = min(name.tokens.lowerBound, first) }
    if let name = names.name(at: end - 1), name.kind == .person { end = max(name.tokens.upperBound, end) }
    return first..<end
  }

  private mutating func resolve(_ mention: Range<Int>) -> Speaker? {
    switch mentions.head(of: mention) {
    case .pronoun(let gender):
      if let unnamed = unnamedAntecedent(of: mention.lowerBound) {
        return self.speaker(mention, unnamed.name, unnamed.kind)
      }
      return pronouns.person(at: mention.lowerBound, gender, speakers: people).map { person($0, mention) }
    case .relative: return antecedent(of: mention)
    case .otherPronoun: return otherPronoun(mention)
    case .several(let indices): return speaker(mention, joined(indices), .group)
    case .name(let index): return named(index, mention)
    case .noun(let noun, let isDefinite):
      let speaker = byNoun(noun, isDefinite, mention)
      introduce(speaker, by: noun, mention)
      return speaker
    case .nothing:
      return asWritten(mention, mention.count == 1 && tokens.shapes[mention.lowerBound] == .handle ? .person : .group)
    }
  }

  /// "Jane Doe, the mayor of Norvik, and Roe": "Jane Doe and John Roe".
  private func joined(_ indices: [Int]) -> String {
    var texts: [String] = []
    for index in indices where !texts.contains(text(names.names[index])) { texts.append(text(names.names[index])) }
    guard let last = texts.popLast() else { return "" }
    return texts.isEmpty ? last : "\(texts.joined(separator: ", ")) and \(last)"
  }

  /// Whom "he" means where somebody without a name spoke last: in this paragraph, with no person named since.
  private func unnamedAntecedent(of pronoun: Int) -> Speaker? {
    guard let lastUnnamed, lastUnnamed.token < pronoun,
      tokens.paragraphOf[lastUnnamed.token] == tokens.paragraphOf[pronoun]
    else { return nil }
    let between = names.index(endingAfter: lastUnnamed.token)..<names.index(endingAfter: pronoun)
    return between.contains { names.names[$0].kind == .person } ? nil : lastUnnamed.speaker
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

  mutating func person(_ entity: Int, _ mention: Range<Int>) -> Speaker {
    people.append(entity)
    let known = texts[entity] ?? (names.canonicalName(of: entity, in: tokens), roles.role(of: entity).map(tokens.text))
    texts[entity] = known
    var speaker = speaker(mention, known.name, .person)
    speaker.role = known.role
    return speaker
  }

  /// Whom "who" stands for: the name or the noun right before it, else the last person named in the sentence.
  private mutating func antecedent(of mention: Range<Int>) -> Speaker? {
    let sentence = tokens.sentence(mention.lowerBound)
    var end = mention.lowerBound
    if end > sentence.lowerBound, tokens.isCharacter(end - 1, ",") { end -= 1 }
    let isWho = Self.who.contains(tokens.hashes[mention.lowerBound])
    if let name = names.name(at: end - 1), name.kind != .other, name.tokens.upperBound == end,
      name.kind != .place || !isWho
    {
      return named(names.index(endingAfter: end - 1), mention)
    }
    if end > sentence.lowerBound, lexicon.classes(tokens.hashes[end - 1]).hasAny(Self.speakingNouns) {
      var first = end - 1
      while first > sentence.lowerBound, end - first < 4, isPartOfNoun(first - 1) { first -= 1 }
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
    guard isWho else { return nil }
    return personBefore(mention.lowerBound).map { person($0, mention) }
  }

  /// "A delegate of one side, who": the noun phrase from its article to the relative pronoun.
  private func phraseWithRole(endingAt end: Int, in sentence: Range<Int>) -> (tokens: Range<Int>, noun: Int)? {
    var token = end - 1
    while token > sentence.lowerBound, end - token < 8, tokens.isWord(token), tokens.shapes[token] == .lower {
      if token + 1 < end, Pronouns.prepositions.contains(tokens.hashes[token + 1]),
        lexicon.classes(tokens.hashes[token]).hasAny([.role, .people, .anonymousNoun])
      {
        var first = token
        while first > sentence.lowerBound, end - first < 12, isPartOfNoun(first - 1) { first -= 1 }
        if first > sentence.lowerBound, Pronouns.articles.contains(tokens.hashes[first - 1]) { first -= 1 }
        return (first..<end, token)
      }
      token -= 1
    }
    return nil
  }

  private func isPartOfNoun(_ token: Int) -> Bool {
    let classes = lexicon.classes(tokens.hashes[token])
    return tokens.isWord(token) && classes.contains(.nominal) && !classes.hasAny([.function, .verb])
  }

  private static let speakingNouns: WordClass = [.role, .office, .people, .institution, .anonymousNoun]
  private static let who = Pronouns.words("who whom")

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

  // MARK: Nouns

  private mutating func byNoun(_ noun: Int, _ isDefinite: Bool, _ mention: Range<Int>) -> Speaker {
    let classes = lexicon.classes(tokens.hashes[noun])
    let isRole = classes.hasAny([.role, .office])
    let chunk = mention.lowerBound..<(noun + 1)
    if isDefinite, chunk.count == 2, let introduced = introducedBefore(noun) {
      return speaker(mention, introduced.name, introduced.kind)
    }
    if isRole, isDefinite || !startsWithArticle(mention),
      let entity = roleIndex.person(chunk, head: noun, before: mention.lowerBound)
    {
      return person(entity, mention)
    }
    if isAnonymous(classes, mention) {
      let speaker = asWritten(mention, .anonymous, head: noun)
      return isRole ? remembered(speaker, noun) : speaker
    }
    if classes.contains(.people) { return asWritten(mention, .group, head: noun) }
    if isRole { return remembered(asWritten(mention, isDefinite ? .person : .anonymous, head: noun), noun) }
    if classes.contains(.institution) {
      if let country = governments.country(ofGovernment: noun, in: mention, tokens) {
        return speaker(mention, country, .place)
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
    // A name that nothing in the article explains.
    let isPerson = mention.count == 1 && tokens.shapes[noun] == .capitalised
    return asWritten(mention, isPerson ? .person : .organisation, head: noun)
  }

  /// Who was introduced by the same noun in this paragraph or the one before.
  private func introducedBefore(_ noun: Int) -> Speaker? {
    guard let introduced, introduced.noun == tokens.hashes[noun],
      Int(tokens.paragraphOf[noun]) - introduced.paragraph <= 1
    else { return nil }
    return introduced.speaker
  }

  private mutating func introduce(_ speaker: Speaker, by noun: Int, _ mention: Range<Int>) {
    guard Self.indefinites.contains(tokens.hashes[mention.lowerBound]) else { return }
    introduced = (tokens.hashes[noun], speaker, Int(tokens.paragraphOf[noun]))
  }

  private static let indefinites = WordSet("a an one another")

  /// Keeps a single speaker without a name for the pronouns behind.
  private mutating func remembered(_ speaker: Speaker, _ noun: Int) -> Speaker {
    lastUnnamed = (speaker, noun)
    return speaker
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

  /// "the commission" for the one commission that was named before; "the central bank" for none but a central one.
  private func institution(_ chunk: Range<Int>, before token: Int) -> Int? {
    let words = tokens.hashes[chunk].filter { !Pronouns.definites.contains($0) }
    let fitting = names.entities.indices.filter { index in
      let entity = names.entities[index]
      guard entity.kind == .organisation, let first = entity.mentions.first else { return false }
      return names.names[first].tokens.lowerBound < token && words.allSatisfy(tokens.hashes[entity.name].contains)
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// "It" is the body that the text speaks of, "they" a group that spoke or acted just before, or a body that spoke; "I", "we" and "some" are
  /// nobody who has a name.
  private mutating func otherPronoun(_ mention: Range<Int>) -> Speaker? {
    let token = mention.lowerBound
    if tokens.hashes[token] == Self.it {
      return bodyMeant(by: mention)
    }
    guard tokens.hashes[token] == Self.they else { return nil }
    if let lastGroup, Int(tokens.paragraphOf[token]) - lastGroup.paragraph <= 1 {
      return speaker(mention, lastGroup.speaker.name, lastGroup.speaker.kind)
    }
    if let group = pronouns.group(before: token) {
      return speaker(mention, unnamed.text(group, head: group.upperBound - 1), .group)
    }
    guard let lastBody, lastBody.speaker.kind == .organisation,
      Int(tokens.paragraphOf[token]) - lastBody.paragraph <= 1
    else { return nil }
    return speaker(mention, lastBody.speaker.name, .organisation)
  }

  /// Of the body that spoke last and the one that the text spoke of last the later; a statement "reads" what its speaker
  /// says, whoever that is.
  private mutating func bodyMeant(by mention: Range<Int>) -> Speaker? {
    let token = mention.lowerBound
    if token + 1 < tokens.count, Self.reads.contains(tokens.hashes[token + 1]), let lastSpeaker {
      return speaker(mention, lastSpeaker.name, lastSpeaker.kind)
    }
    if let body = pronouns.body(before: token, isCompany: false),
      names.names[body].tokens.lowerBound >= lastBody?.token ?? 0
    {
      return named(body, mention)
    }
    return lastBody.map { speaker(mention, $0.speaker.name, $0.speaker.kind) }
  }

  private static let reads = WordSet("read reads")
  private static let it = ByteHash.of("it")
  private static let they = ByteHash.of("they")
  /// Nouns for the company that an article is about.
  private static let companies = Pronouns.words("company firm corporation carmaker automaker airline retailer")

  // MARK: Speakers

  func speaker(_ mention: Range<Int>, _ name: String, _ kind: Speaker.Kind) -> Speaker {
    Speaker(mention: tokens.span(mention), text: tokens.text(mention), name: name, kind: kind)
  }

  /// The mention itself, as far as it is a name to find somebody by.
  private func asWritten(_ mention: Range<Int>, _ kind: Speaker.Kind, head: Int? = nil) -> Speaker {
    speaker(mention, unnamed.text(mention, head: head), kind)
  }
}
