/// Joins the candidates of an article into people and organisations.
///
/// Full names come first, wherever they stand; then the single words are looked up among them. A word that could be two
/// people's keeps its kind and gets no entity.
struct NameLinker {
  /// What a person is found by.
  struct PersonKey {
    var first: UInt32
    var firstHash: UInt32
    var last: UInt32
    /// The first name is an initial.
    var isInitial: Bool
    var isIntroduced = false
    /// Has been called by the bare last name when nobody else of that name was known.
    var ownsLastName = false
    /// The last token of the latest mention.
    var latest = 0
    var mentions = 0
    /// Told by a title or a role, which a first name does not override.
    var isGenderSure = false
    /// Comes in as somebody's relative: "his wife Jane Doe".
    var isRelative = false
    /// A title, a verb or a role beside it shows a person.
    var isShown = false
    /// A headline has the full name.
    var isInHeadline = false
    /// With which the person came in first: "Rep." of "Rep. Jane Doe".
    var title = 0..<0
  }

  let tokens: TokenTable
  let lexicon: NameLexicon
  let nicknames: Nicknames
  var candidates: [NameCandidate]
  let acronyms: [(short: Int, long: Int)]
  let lowerWords: WordFilter
  var table = NameTable()
  /// Beside `table.entities`.
  var keys: [PersonKey] = []
  var byLast: WordMap<[Int]> = [:]
  var byFirst: WordMap<[Int]> = [:]
  /// By the words between the first name and the last: `Echeverri` of "Luz Echeverri Mamani".
  var byInner: WordMap<[Int]> = [:]
  var organisations: WordMap<Int> = [:]
  /// By the hash of an acronym or of a first word.
  var shortForms: WordMap<Int> = [:]
  /// The companies of first words that are words or places as well; -1 for those of several.
  var wordForms: WordMap<Int> = [:]
  /// The companies of first two words, in the same way.
  var pairForms: WordMap<Int> = [:]
  let headlines: [Range<Int>]
  var entityOf: [Int?]
  /// By token, what `spelling(of:)` has found; 0 before.
  private var spellings: [UInt32]
  /// Of the single words: whether a verb of saying or a title makes one a person's name.
  var singles: WordMap<Bool> = [:]
  /// Those behind "Mr." or "Ms."
  var titledSingles: WordMap<Void> = [:]

  init(_ scanner: NameScanner, nicknames: Nicknames) {
    tokens = scanner.tokens
    lexicon = scanner.lexicon
    candidates = scanner.candidates
    acronyms = scanner.acronyms
    lowerWords = scanner.lowerWords
    headlines = scanner.headlines
    self.nicknames = nicknames
    entityOf = [Int?](column: nil, count: scanner.candidates.count)
    spellings = [UInt32](column: 0, count: scanner.tokens.count)
  }

  mutating func link() {
    addOrganisations()
    countSingles()
    decideSeveral()
    addPeople()
    noteHeadlines()
    for index in candidates.indices { settle(index) }
    table.names.reserveCapacity(candidates.count)
    for index in candidates.indices where candidates[index].kind != .other || candidates[index].tokens.count > 1 {
      let candidate = candidates[index]
      let name = found(candidate, entity: entityOf[index])
      table.names.append(name)
    }
  }

  /// The `SpellingKey` of a word that is asked for again.
  mutating func spelling(of token: Int) -> UInt32 {
    if spellings[token] == 0 { spellings[token] = SpellingKey.of(token, in: tokens) }
    return spellings[token]
  }

  /// Hands out what has been linked; the linker is empty then.
  mutating func takeTable() -> NameTable {
    defer { table = NameTable() }
    return table
  }

  /// `mutating`, as some functions beside it, because a call of another one copies the whole linker.
  private mutating func found(_ candidate: NameCandidate, entity: Int?) -> FoundName {
    let kind: FoundName.Kind =
      switch candidate.kind {
      case .person: .person
      case .organisation: .organisation
      case .place: .place
      default: .other
      }
    let isSurname = kind == .person && candidate.title.isEmpty && candidate.tokens.count == 1
    return FoundName(
      tokens: isSurname ? withParticles(candidate.tokens, entity) : candidate.tokens, kind: kind, entity: entity,
      title: candidate.title, gender: candidate.gender,
      hasHonorific: candidate.evidence.contains(.honorific),
      isFull: kind == .person ? candidate.tokens.count > 1 && !isSuffixOnly(candidate.tokens) : true)
  }

  /// "del Ponte", where the full name has the small word too.
  private func withParticles(_ surname: Range<Int>, _ entity: Int?) -> Range<Int> {
    guard let entity, table.entities[entity].name.count > 2 else { return surname }
    let name = table.entities[entity].name
    let floor = tokens.sentence(surname.lowerBound).lowerBound
    var first = surname.lowerBound
    var own = name.upperBound - 1
    guard tokens.hashes[own] == tokens.hashes[first] else { return surname }
    while first > floor, own > name.lowerBound + 1, tokens.hashes[first - 1] == tokens.hashes[own - 1],
      SpeakerWords.particles.contains(tokens.hashes[first - 1])
    {
      first -= 1
      own -= 1
    }
    return first..<surname.upperBound
  }

  private func isSuffixOnly(_ range: Range<Int>) -> Bool { core(range).count == 1 }

  /// A person's name without "Jr." and particles in front.
  func core(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end - 1 > range.lowerBound,
      !tokens.isWord(end - 1) || lexicon.classes(at: end - 1, in: tokens).contains(.suffix)
        || end - range.lowerBound > 2 && Postnominals.isOne(end - 1, tokens)
    {
      end -= 1
    }
    var start = range.lowerBound
    while start < end - 1, tokens.shapes[start] == .lower, lexicon.classes(at: start, in: tokens).contains(.particle) {
      start += 1
    }
    return start..<end
  }

  // MARK: Single words

  private mutating func settle(_ index: Int) {
    if let entity = entityOf[index], !settlePersonCalledLikeBody(index, entity) {
      noteMention(entity, candidates[index])
      return
    }
    let candidate = candidates[index]
    switch candidate.kind {
    case .place where candidate.tokens.count == 1:
      if let entity = personCalledLikePlace(candidate) {
        candidates[index].kind = .person
        entityOf[index] = entity
        noteMention(entity, candidate)
      } else if let entity = company(calledBy: candidate) {
        candidates[index].kind = .organisation
        entityOf[index] = entity
        noteMention(entity, candidate)
      }
    case .person, .single:
      let (kind, entity) = resolve(candidate)
      candidates[index].kind = kind
      entityOf[index] = entity
      if let entity {
        noteMention(entity, candidate)
        if kind == .person { learnGender(candidate, entity) }
      }
    default: break
    }
  }

  /// "Rai said", where the article has introduced Bibek Rai and not spoken of the body before.
  private mutating func settlePersonCalledLikeBody(_ index: Int, _ body: Int) -> Bool {
    let candidate = candidates[index]
    guard candidate.kind == .organisation, candidate.tokens.count == 1, !keys[body].isIntroduced,
      tokens.shapes[candidate.tokens.lowerBound] == .capitalised, let person = personCalledLikePlace(candidate)
    else { return false }
    candidates[index].kind = .person
    entityOf[index] = person
    noteMention(person, candidate)
    return true
  }

  private mutating func noteMention(_ entity: Int, _ candidate: NameCandidate) {
    keys[entity].isIntroduced = true
    keys[entity].latest = candidate.tokens.upperBound
    keys[entity].mentions += 1
    if keys[entity].title.isEmpty, candidate.tokens.count > 1 { keys[entity].title = candidate.title }
    guard candidate.tokens.count == 1, !candidate.isTitled, keys[entity].firstHash != 0 else { return }
    let rivals = byLast[keys[entity].last]?.count { keys[$0].isIntroduced } ?? 0
    if rivals == 1 { keys[entity].ownsLastName = true }
  }

  /// "Lord Odell", "Lady Odell": two who share the only name that is told are called with their titles.
  private mutating func fullIfShared(_ candidate: NameCandidate, _ key: UInt32) -> Range<Int> {
    guard candidate.evidence.contains(.honorific), let others = byLast[key] else { return candidate.tokens }
    for other in others where table.entities[other].name.count == 1 {
      let name = table.entities[other].name
      if let first = candidates.first(where: { $0.tokens == name && $0.evidence.contains(.honorific) }) {
        table.entities[other].name = first.title.lowerBound..<name.upperBound
      }
    }
    return candidate.title.lowerBound..<candidate.tokens.upperBound
  }

  mutating func newMononym(_ candidate: NameCandidate) -> Int {
    let token = core(candidate.tokens).upperBound - 1
    let key = SpellingKey.of(token, in: tokens)
    let entity = newEntity(.person, fullIfShared(candidate, key), candidate.gender)
    keys[entity].last = key
    byLast[key, default: []].append(entity)
    return entity
  }
}
