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
    /// A headline has the full name.
    var isInHeadline = false
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
  private let headlines: [Range<Int>]
  private var entityOf: [Int?]
  /// Of the single words: whether a verb of saying or a title makes one a person's name.
  private var singles: WordMap<Bool> = [:]

  init(_ scanner: NameScanner, nicknames: Nicknames) {
    tokens = scanner.tokens
    lexicon = scanner.lexicon
    candidates = scanner.candidates
    acronyms = scanner.acronyms
    lowerWords = scanner.lowerWords
    headlines = scanner.headlines
    self.nicknames = nicknames
    entityOf = [Int?](repeating: nil, count: scanner.candidates.count)
  }

  mutating func link() {
    addOrganisations()
    countSingles()
    decideSeveral()
    addPeople()
    noteHeadlines()
    for index in candidates.indices { settle(index) }
    for (index, candidate) in candidates.enumerated() where candidate.kind != .other || candidate.tokens.count > 1 {
      let name = found(candidate, entity: entityOf[index])
      table.names.append(name)
    }
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
    return FoundName(
      tokens: candidate.tokens, kind: kind, entity: entity, title: candidate.title, gender: candidate.gender,
      hasHonorific: candidate.evidence.contains(.honorific),
      isFull: kind == .person ? candidate.tokens.count > 1 && !isSuffixOnly(candidate.tokens) : true)
  }

  private func isSuffixOnly(_ range: Range<Int>) -> Bool { core(range).count == 1 }

  /// A person's name without "Jr." and particles in front.
  func core(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end - 1 > range.lowerBound,
      !tokens.isWord(end - 1) || lexicon.classes(tokens.hashes[end - 1]).contains(.suffix)
    {
      end -= 1
    }
    var start = range.lowerBound
    while start < end - 1, tokens.shapes[start] == .lower, lexicon.classes(tokens.hashes[start]).contains(.particle) {
      start += 1
    }
    return start..<end
  }

  // MARK: Organisations

  private mutating func addOrganisations() {
    for (index, candidate) in candidates.enumerated() where candidate.kind == .organisation {
      guard !acronyms.contains(where: { $0.short == index }) else { continue }
      entityOf[index] = organisation(candidate)
    }
    for (short, long) in acronyms {
      guard let entity = entityOf[long] ?? entityOf[short] else { continue }
      entityOf[short] = entity
      let hash = tokens.hashes[candidates[short].tokens.lowerBound]
      shortForms[hash] = entity
      if candidates[short].identity != 0 { organisations[candidates[short].identity] = entity }
      // Mentions by the acronym alone, also those before it was explained.
      for (index, candidate) in candidates.enumerated()
      where candidate.tokens.count == 1 && tokens.hashes[candidate.tokens.lowerBound] == hash {
        entityOf[index] = entity
        candidates[index].kind = .organisation
      }
    }
  }

  mutating func organisation(_ candidate: NameCandidate) -> Int {
    let identity = candidate.identity != 0 ? candidate.identity : identity(of: candidate.tokens)
    if let entity = organisations[identity] {
      if candidate.tokens.count > table.entities[entity].name.count { table.entities[entity].name = candidate.tokens }
      return entity
    }
    let entity = newEntity(.organisation, candidate.tokens, .unknown)
    organisations[identity] = entity
    addShortForm(of: candidate, entity)
    return entity
  }

  private func identity(of range: Range<Int>) -> UInt32 {
    var identity: UInt32 = 0
    for token in range {
      if token > range.lowerBound, lexicon.classes(tokens.hashes[token]).contains(.legalForm) { break }
      identity = ByteHash.mix(identity, tokens.hashes[token])
    }
    return identity | 1
  }

  /// "Netscape" for "Netscape Communications": the first word, if it is a name and not a place or a word.
  private mutating func addShortForm(of candidate: NameCandidate, _ entity: Int) {
    guard candidate.tokens.count > 1, candidate.identity == 0 else { return }
    let first = candidate.tokens.lowerBound
    let classes = lexicon.classes(tokens.hashes[first])
    guard tokens.shapes[first] != .lower, tokens.shapes[first] != .initial,
      !classes.hasAny([.commonWord, .place, .peopleWord, .neverName, .organisationHead, .function, .title])
    else { return }
    if shortForms[tokens.hashes[first]] == nil { shortForms[tokens.hashes[first]] = entity }
  }

  // MARK: People

  private mutating func countSingles() {
    for candidate in candidates where candidate.tokens.count == 1 {
      guard candidate.kind == .single || candidate.kind == .person else { continue }
      let key = SpellingKey.of(candidate.tokens.lowerBound, in: tokens)
      let isPerson = candidate.isTitled || candidate.evidence.contains(.speech)
      singles[key] = isPerson || singles[key] ?? false
    }
  }

  /// "Sato Haruka", whom the article calls Sato: the family name stands in front.
  private func isFamilyNameFirst(_ core: Range<Int>, _ candidate: NameCandidate) -> Bool {
    guard core.count == 2, !candidate.evidence.contains(.article),
      singles[SpellingKey.of(core.lowerBound, in: tokens)] ?? false
    else { return false }
    let vetoes: WordClass = [.commonWord, .place, .organisation, .organisationHead, .title, .notPerson]
    return !lexicon.classes(tokens.hashes[core.lowerBound]).hasAny(vetoes)
  }

  private mutating func decideSeveral() {
    for (index, candidate) in candidates.enumerated() where candidate.kind == .several {
      let core = core(candidate.tokens)
      let last = lexicon.classes(tokens.hashes[core.upperBound - 1])
      let isKnownLast = singles[SpellingKey.of(core.upperBound - 1, in: tokens)] != nil
      let isWord = last.contains(.commonWord)
      let isWeak = candidate.evidence.contains(.weakFirstName)
      let speaks = candidate.evidence.hasAny(.ofPerson)
      let hasArticle = candidate.evidence.contains(.article)
      let isPerson =
        speaks && (!hasArticle || isWeak) && !(isWord && hasArticle)
        || isKnownLast && !hasArticle && (!isWord || isWeak) || isWeak && !isWord && !hasArticle
        || isFamilyNameFirst(core, candidate)
      candidates[index].kind = isPerson ? .person : .other
      if candidate.evidence.contains(.body), !candidate.evidence.contains(.role), !isKnownLast || hasArticle {
        candidates[index].kind = .organisation
        entityOf[index] = organisation(candidate)
      }
    }
  }

  /// Long names first, so that a last name of several words finds its owner.
  private mutating func addPeople() {
    let people = candidates.indices.filter { candidates[$0].kind == .person }.map { ($0, core(candidates[$0].tokens)) }
    for (index, core) in people where core.count > 2 { entityOf[index] = person(core, candidates[index]) }
    for (index, core) in people where core.count == 2 { entityOf[index] = person(core, candidates[index]) }
  }

  /// The entity of a full name, made where there is none.
  mutating func person(_ core: Range<Int>, _ candidate: NameCandidate) -> Int {
    let first = SpellingKey.of(core.lowerBound, in: tokens)
    let last = SpellingKey.of(core.upperBound - 1, in: tokens)
    let isInitial = tokens.shapes[core.lowerBound] == .initial
    let firstHash = tokens.hashes[core.lowerBound]
    for entity in byLast[last] ?? [] where keys[entity].firstHash != 0 {
      let isSame =
        keys[entity].first == first || nicknames.join(keys[entity].firstHash, firstHash)
        || (isInitial || keys[entity].isInitial) && sharesInitial(core.lowerBound, entity) || isEnd(core, of: entity)
      guard isSame else { continue }
      if candidate.tokens.count > table.entities[entity].name.count, candidate.tokens.count <= 5 {
        table.entities[entity].name = candidate.tokens
      }
      learnGender(candidate, entity)
      return entity
    }
    let entity = newEntity(.person, candidate.tokens, candidate.gender)
    keys[entity] = PersonKey(first: first, firstHash: firstHash, last: last, isInitial: isInitial)
    keys[entity].isRelative = followsKinship(candidate.tokens.lowerBound)
    byLast[last, default: []].append(entity)
    byFirst[first, default: []].append(entity)
    noteInner(core, entity)
    learnGender(candidate, entity)
    return entity
  }

  private mutating func noteInner(_ core: Range<Int>, _ entity: Int) {
    for token in core.dropFirst().dropLast() where tokens.shapes[token] == .capitalised {
      byInner[SpellingKey.of(token, in: tokens), default: []].append(entity)
    }
  }

  /// "his wife Jane Doe", "her father, John Doe".
  private func followsKinship(_ token: Int) -> Bool {
    let sentence = tokens.sentence(token)
    var before = token - 1
    if before > sentence.lowerBound, tokens.isCharacter(before, ",") { before -= 1 }
    return before >= sentence.lowerBound && lexicon.classes(tokens.hashes[before]).contains(.kin)
  }

  private mutating func noteHeadlines() {
    for headline in headlines {
      for token in headline.dropFirst() where tokens.isWord(token) {
        for entity in byLast[SpellingKey.of(token, in: tokens)] ?? []
        where keys[entity].firstHash == tokens.hashes[token - 1] {
          keys[entity].isInHeadline = true
        }
      }
    }
  }

  /// "Ben Youssef" of "Leila Ben Youssef".
  private func isEnd(_ core: Range<Int>, of entity: Int) -> Bool {
    let name = self.core(table.entities[entity].name)
    guard name.count > core.count else { return false }
    return tokens.hashes[core].elementsEqual(tokens.hashes[name.suffix(core.count)])
  }

  private func sharesInitial(_ token: Int, _ entity: Int) -> Bool {
    let other = table.entities[entity].name.lowerBound
    return tokens.folded[Int(tokens.foldedStarts[token])] == tokens.folded[Int(tokens.foldedStarts[other])]
  }

  private mutating func newEntity(_ kind: NameEntity.Kind, _ name: Range<Int>, _ gender: Gender) -> Int {
    table.entities.append(NameEntity(kind: kind, name: name, gender: gender))
    keys.append(PersonKey(first: 0, firstHash: 0, last: 0, isInitial: false))
    return table.entities.count - 1
  }

  /// Titles and roles tell more than first names.
  mutating func learnGender(_ candidate: NameCandidate, _ entity: Int) {
    let isTitled = !candidate.title.isEmpty && titleGender(candidate.title) != .unknown
    let role = roleGender(before: candidate.tokens.lowerBound)
    let sure = isTitled ? titleGender(candidate.title) : role
    if sure != .unknown, !keys[entity].isGenderSure {
      table.entities[entity].gender = sure
      keys[entity].isGenderSure = true
    } else if table.entities[entity].gender == .unknown {
      table.entities[entity].gender = candidate.gender
    }
  }

  private func titleGender(_ title: Range<Int>) -> Gender {
    let classes = lexicon.classes(tokens.hashes[title.upperBound - 1])
    return classes.contains(.titleMale) ? .male : classes.contains(.titleFemale) ? .female : .unknown
  }

  private func roleGender(before token: Int) -> Gender {
    guard token > 0, tokens.shapes[token - 1] == .lower else { return .unknown }
    let classes = lexicon.classes(tokens.hashes[token - 1])
    guard classes.contains(.role) else { return .unknown }
    return classes.contains(.titleMale) ? .male : classes.contains(.titleFemale) ? .female : .unknown
  }

  // MARK: Single words

  private mutating func settle(_ index: Int) {
    if let entity = entityOf[index] {
      noteMention(entity, candidates[index])
      return
    }
    let candidate = candidates[index]
    switch candidate.kind {
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

  private mutating func noteMention(_ entity: Int, _ candidate: NameCandidate) {
    keys[entity].isIntroduced = true
    keys[entity].latest = candidate.tokens.upperBound
    keys[entity].mentions += 1
    guard candidate.tokens.count == 1, !candidate.isTitled, keys[entity].firstHash != 0 else { return }
    let rivals = (byLast[keys[entity].last] ?? []).filter { keys[$0].isIntroduced }
    if rivals.count == 1 { keys[entity].ownsLastName = true }
  }

  mutating func newMononym(_ candidate: NameCandidate) -> Int {
    let token = core(candidate.tokens).upperBound - 1
    let entity = newEntity(.person, candidate.tokens, candidate.gender)
    keys[entity].last = SpellingKey.of(token, in: tokens)
    byLast[keys[entity].last, default: []].append(entity)
    return entity
  }
}
