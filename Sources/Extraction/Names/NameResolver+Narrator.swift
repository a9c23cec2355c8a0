import ArticleModel

/// Whom a pronoun means that goes on with somebody whom the author or the last sentence brought in.
///
///     I read it to my wife, who was a nurse. "Wrong," she said.      my wife
///     I asked the minister at a wedding. "No," he said.              the minister
///     The secretary replied that it was late. Its report, she added, was too.
extension NameResolver {
  /// Somebody whom the one who writes spoke to, unless a person is named since who could be meant.
  mutating func askedByNarrator(before mention: Range<Int>, _ gender: Gender) -> Speaker? {
    let pronoun = mention.lowerBound
    guard mention.count == 1, gender != .unknown else { return nil }
    let start = tokens.paragraph(pronoun).tokens.lowerBound
    // Most articles have no narrator.
    let (hashes, narrators) = (tokens.hashes, Self.narrators)
    let near = max(start, pronoun - Self.farthestAsked)..<pronoun
    guard near.contains(where: { narrators.contains(hashes[$0]) }) else { return nil }
    var token = pronoun - 1
    while token > start, pronoun - token < Self.farthestAsked {
      if let name = names.name(at: token), name.kind == .person {
        guard let entity = name.entity, !names.entities[entity].gender.allows(gender) || isQuoted(token) else {
          return nil
        }
      }
      if Self.narrators.contains(tokens.hashes[token]), !isQuoted(token) {
        return addressee(behind: token, gender, mention)
      }
      token -= 1
    }
    return nil
  }

  /// "my wife" behind "I read it to", "the minister" behind "I asked".
  private mutating func addressee(behind narrator: Int, _ gender: Gender, _ mention: Range<Int>) -> Speaker? {
    let end = min(tokens.sentence(narrator).upperBound, mention.lowerBound)
    guard narrator + 3 < end else { return nil }
    let own = (narrator + 1..<end - 1).last { word in
      Self.own.contains(tokens.hashes[word]) && !isQuoted(word)
        && lexicon.classes(at: word + 1, in: tokens).contains(.kin)
        && lexicon.classes(at: word + 1, in: tokens).titleGender == gender
    }
    if let own {
      let speaker = speaker(mention, unnamed.text(own..<own + 2, head: own + 1), .person)
      return remembered(speaker, own + 1)
    }
    guard Self.asked.contains(tokens.hashes[narrator + 1]), Self.definite.contains(tokens.hashes[narrator + 2]) else {
      return nil
    }
    let near = narrator + 3..<min(end, narrator + 6)
    guard let noun = near.first(where: { lexicon.classes(at: $0, in: tokens).hasAny([.role, .office]) }),
      tokens.shapes[noun] == .lower, (near.lowerBound..<noun).allSatisfy(tokens.isWord),
      lexicon.classes(at: noun, in: tokens).titleGender.allows(gender)
    else { return nil }
    let phrase = narrator + 2..<noun + 1
    if let entity = roleIndex.person(phrase, head: noun, before: phrase.lowerBound) {
      return names.entities[entity].gender.allows(gender) ? person(entity, mention) : nil
    }
    let speaker = asWritten(phrase, .person, head: noun)
    return remembered(self.speaker(mention, speaker.name, .person), noun)
  }

  /// Who spoke last, in this sentence or the one before: with "added", or where a description and no name was used.
  func whoAdds(_ mention: Range<Int>, _ gender: Gender) -> Int? {
    let pronoun = mention.lowerBound
    guard let lastSpeaker, lastSpeaker.kind == .person, let entity = people.last, mention.count == 1,
      lastMention.upperBound <= pronoun, tokens.paragraphOf[lastMention.lowerBound] == tokens.paragraphOf[pronoun],
      tokens.sentenceOf[pronoun] - tokens.sentenceOf[lastMention.lowerBound] <= 1,
      names.entities[entity].gender.allows(gender),
      names.canonicalName(of: entity, in: tokens) == lastSpeaker.name
    else { return nil }
    if pronoun + 1 < tokens.count, Self.adding.contains(tokens.hashes[pronoun + 1]) { return entity }
    guard lastMention.count > 1, Self.definite.contains(tokens.hashes[lastMention.lowerBound]),
      names.indices(in: lastMention.lowerBound..<pronoun).allSatisfy({ isInPassing(names.names[$0]) })
    else { return nil }
    return entity
  }

  /// Who spoke last as "he", in this paragraph or the one before: that is as good as a name there.
  func takenUp(before mention: Range<Int>) -> PronounResolver.Subject? {
    let pronoun = mention.lowerBound
    guard lastLead >= 1, lastMention.count == 1, lastMention.upperBound <= pronoun, let lastSpeaker,
      lastSpeaker.kind == .person,
      let entity = people.last, tokens.paragraphOf[pronoun] - tokens.paragraphOf[lastMention.lowerBound] <= 1,
      case .pronoun? = Pronouns.head(tokens.hashes[lastMention.lowerBound]),
      names.canonicalName(of: entity, in: tokens) == lastSpeaker.name
    else { return nil }
    return .init(token: lastMention.lowerBound, entity: entity)
  }

  /// "the Roe government", "Roe's cabinet", and who is no person at all.
  private func isInPassing(_ name: FoundName) -> Bool {
    if name.kind != .person || name.entity.map(pronouns.isDoubtful) ?? false { return true }
    guard !isQuoted(name.tokens.lowerBound) else { return false }
    let next = name.tokens.upperBound
    return pronouns.modifies(name) || pronouns.isPossessive(name)
      || next < tokens.count && lexicon.classes(at: next, in: tokens).contains(.institution)
  }

  /// `Roe was not there; his sister Ann read a note in which he wrote`: not who read it.
  func writer(_ mention: Range<Int>, _ gender: Gender) -> Int? {
    let pronoun = mention.lowerBound
    let first = tokens.sentence(pronoun).lowerBound
    guard pronoun - first > 4, tokens.hashes[pronoun - 1] == Self.which, tokens.hashes[pronoun - 2] == Self.in,
      let earlier = (first..<pronoun - 2).first(where: { token in
        guard case .pronoun(gender)? = Pronouns.head(tokens.hashes[token]) else { return false }
        return !isQuoted(token)
      })
    else { return nil }
    let readers = names.indices(in: earlier..<pronoun).compactMap { names.names[$0].entity }
    return readers.isEmpty ? nil : pronouns.person(at: pronoun, gender, speakers: people, but: readers)
  }

  func isQuoted(_ token: Int) -> Bool { pronouns.isQuoted.indices.contains(token) && pronouns.isQuoted[token] }

  /// In tokens.
  private static let farthestAsked = 60
  private static let narrators = WordSet("i we")
  private static let own = WordSet("my our")
  private static var definite: FewWords { FewWords("the", "my", "our") }
  private static let asked = WordSet("asked told rang called phoned met interviewed questioned emailed")
  private static var which: UInt32 { ByteHash.of("which") }
  private static var `in`: UInt32 { ByteHash.of("in") }
  private static var adding: FewWords { FewWords("added", "adds", "continued", "continues") }
}
