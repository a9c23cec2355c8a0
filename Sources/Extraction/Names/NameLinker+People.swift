/// People by their full names, and what tells their gender.
extension NameLinker {
  mutating func countSingles() {
    for candidate in candidates where candidate.tokens.count == 1 && !candidate.evidence.contains(.word) {
      guard candidate.kind == .single || candidate.kind == .person else { continue }
      let key = spelling(of: candidate.tokens.lowerBound)
      let isPerson = candidate.isTitled || candidate.evidence.contains(.speech)
      singles[key] = isPerson || singles[key] ?? false
      if candidate.evidence.contains(.honorific) { titledSingles.insert(key) }
    }
  }

  /// "Sato Haruka", whom the article calls Sato: the family name stands in front.
  private func isFamilyNameFirst(_ core: Range<Int>, _ candidate: NameCandidate) -> Bool {
    guard core.count == 2, !candidate.evidence.contains(.article),
      singles[SpellingKey.of(core.lowerBound, in: tokens)] ?? false
    else { return false }
    let vetoes: WordClass = [.commonWord, .place, .organisation, .organisationHead, .title, .notPerson]
    return !lexicon.classes(at: core.lowerBound, in: tokens).hasAny(vetoes)
  }

  /// "Halászné Vida Ilka", whom the article calls Ms. Vida: a family name between two other names.
  private func isFamilyNameInside(_ core: Range<Int>, _ candidate: NameCandidate) -> Bool {
    guard core.count == 3, !candidate.evidence.contains(.article),
      titledSingles.contains(SpellingKey.of(core.lowerBound + 1, in: tokens))
    else { return false }
    return core.allSatisfy {
      tokens.shapes[$0] == .capitalised && !lexicon.classes(at: $0, in: tokens).hasAny(.notPerson)
    }
  }

  mutating func decideSeveral() {
    for index in candidates.indices where candidates[index].kind == .several {
      let candidate = candidates[index]
      let core = core(candidate.tokens)
      let last = lexicon.classes(at: core.upperBound - 1, in: tokens)
      let single = singles[SpellingKey.of(core.upperBound - 1, in: tokens)]
      // "Radio of Norvik" is nobody because the article is set in Norvik.
      let isKnownLast = single != nil && (single! || !last.hasAny(.place))
      let isWord = last.contains(.commonWord)
      let isWeak = candidate.evidence.contains(.weakFirstName)
      let speaks = candidate.evidence.hasAny(.ofPerson)
      let hasArticle = candidate.evidence.contains(.article)
      let isPerson =
        speaks && (!hasArticle || isWeak) && !(isWord && hasArticle)
        || isKnownLast && !hasArticle && (!isWord || isWeak) || isWeak && !isWord && !hasArticle
        || isFamilyNameFirst(core, candidate) || isFamilyNameInside(core, candidate)
        || isTakenUpByPronoun(index) || isFirstForPronoun(index)
      candidates[index].kind = isPerson ? .person : .other
      if let company = company(beginningWith: candidate) {
        candidates[index].kind = .organisation
        entityOf[index] = company
        continue
      }
      let isBody = candidate.evidence.contains(.body) && !candidate.evidence.contains(.role)
      if isBody && (!isKnownLast || hasArticle) || candidate.evidence.contains(.employer) && single == nil {
        candidates[index].kind = .organisation
        entityOf[index] = organisation(candidate)
      }
    }
  }

  /// "Ritwa Senn took pole. She was quicker": nobody else stands in the sentence whom the next one could mean.
  private mutating func isTakenUpByPronoun(_ index: Int) -> Bool {
    let candidate = candidates[index]
    let (first, next) = (candidate.tokens.lowerBound, candidate.tokens.upperBound)
    guard candidate.evidence.contains(.sentenceStart), (2...3).contains(candidate.tokens.count),
      !candidate.evidence.hasAny([.article, .body, .employer, .capitals]),
      case let sentence = tokens.sentence(first), sentence.lowerBound == first, next < sentence.upperBound,
      tokens.shapes[next] == .lower, sentence.upperBound < tokens.count,
      tokens.paragraphOf[sentence.upperBound] == tokens.paragraphOf[first],
      let head = Pronouns.head(tokens.hashes[sentence.upperBound]), case .pronoun(let gender) = head,
      lexicon.classes(at: next, in: tokens).contains(.verb),
      candidate.tokens.allSatisfy({ tokens.shapes[$0] == .capitalised })
    else { return false }
    let behind = index + 1
    if behind < candidates.count, candidates[behind].tokens.lowerBound < sentence.upperBound,
      candidates[behind...].prefix(while: { $0.tokens.lowerBound < sentence.upperBound }).contains(where: {
        [.person, .several, .single].contains($0.kind)
      })
    {
      return false
    }
    if candidate.gender == .unknown { candidates[index].gender = gender }
    return true
  }

  /// Long names first, so that a last name of several words finds its owner.
  mutating func addPeople() {
    let people = candidates.indices.filter { candidates[$0].kind == .person }.map { ($0, core(candidates[$0].tokens)) }
    for (index, core) in people where core.count > 2 { entityOf[index] = person(core, candidates[index]) }
    for (index, core) in people where core.count == 2 { entityOf[index] = person(core, candidates[index]) }
    for (index, core) in people where core.count > 1 { learnGenderOfPronoun(behind: index) }
  }

  /// The entity of a full name, made where there is none.
  mutating func person(_ core: Range<Int>, _ candidate: NameCandidate) -> Int {
    let first = SpellingKey.of(core.lowerBound, in: tokens)
    let last = spelling(of: core.upperBound - 1)
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
    if let longer = longerName(beginningWith: core, first), table.entities[longer].gender.allows(candidate.gender) {
      return longer
    }
    let entity = newEntity(.person, candidate.tokens, candidate.gender)
    keys[entity] = PersonKey(first: first, firstHash: firstHash, last: last, isInitial: isInitial)
    keys[entity].isRelative = followsKinship(candidate.tokens.lowerBound)
    keys[entity].isShown = candidate.evidence.hasAny(.ofPerson)
    byLast[last, default: []].append(entity)
    byFirst[first, default: []].append(entity)
    noteInner(core, entity)
    learnGender(candidate, entity)
    return entity
  }

  private mutating func noteInner(_ core: Range<Int>, _ entity: Int) {
    for token in core.dropFirst().dropLast()
    where tokens.shapes[token] == .capitalised || tokens.shapes[token] == .lower && !tokens.isLetters[token] {
      byInner[SpellingKey.of(token, in: tokens), default: []].append(entity)
    }
  }

  /// "his wife Jane Doe", "her father, John Doe".
  private func followsKinship(_ token: Int) -> Bool {
    let sentence = tokens.sentence(token)
    var before = token - 1
    if before > sentence.lowerBound, tokens.isCharacter(before, ",") { before -= 1 }
    return before >= sentence.lowerBound && lexicon.classes(at: before, in: tokens).contains(.kin)
  }

  mutating func noteHeadlines() {
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

  /// "Fatma Naz" for "Fatma Naz Demir": the only one whose name goes on behind it.
  private func longerName(beginningWith core: Range<Int>, _ first: UInt32) -> Int? {
    let longer = (byFirst[first] ?? []).filter { entity in
      let name = self.core(table.entities[entity].name)
      return keys[entity].isShown && (1...2).contains(name.count - core.count)
        && tokens.hashes[core].elementsEqual(tokens.hashes[name.prefix(core.count)])
        && !name.dropFirst(core.count).contains { lexicon.classes(at: $0, in: tokens).hasAny([.commonWord, .speech]) }
    }
    return longer.count == 1 ? longer[0] : nil
  }

  private func sharesInitial(_ token: Int, _ entity: Int) -> Bool {
    let other = table.entities[entity].name.lowerBound
    return tokens.folded[Int(tokens.foldedStarts[token])] == tokens.folded[Int(tokens.foldedStarts[other])]
  }

  mutating func newEntity(_ kind: NameEntity.Kind, _ name: Range<Int>, _ gender: Gender) -> Int {
    table.entities.append(NameEntity(kind: kind, name: name, gender: gender))
    keys.append(PersonKey(first: 0, firstHash: 0, last: 0, isInitial: false))
    return table.entities.count - 1
  }

  /// Titles and roles tell more than first names.
  mutating func learnGender(_ candidate: NameCandidate, _ entity: Int) {
    let isTitled = !candidate.title.isEmpty && titleGender(candidate.title) != .unknown
    let first = candidate.title.isEmpty ? candidate.tokens.lowerBound : candidate.title.lowerBound
    let role = roleGender(before: first)
    let sure = isTitled ? titleGender(candidate.title) : role == .unknown ? apposedGender(candidate) : role
    if sure != .unknown, !keys[entity].isGenderSure {
      table.entities[entity].gender = sure
      keys[entity].isGenderSure = true
      table.entities[entity].isGenderSure = true
      table.entities[entity].isGenderGuessed = false
    } else if table.entities[entity].gender == .unknown {
      table.entities[entity].gender = candidate.gender
    }
  }

  @inline(__always)
  private func titleGender(_ title: Range<Int>) -> Gender {
    let classes = lexicon.classes(at: title.upperBound - 1, in: tokens)
    return classes.contains(.titleMale) ? .male : classes.contains(.titleFemale) ? .female : .unknown
  }

  /// "spokeswoman X", "His wife, X,".
  /// `mutating`, so that nobody copies the linker for it.
  private mutating func roleGender(before token: Int) -> Gender {
    let sentence = tokens.sentence(token)
    var noun = token - 1
    if noun > sentence.lowerBound, tokens.isCharacter(noun, ",") { noun -= 1 }
    guard noun >= sentence.lowerBound, tokens.shapes[noun] == .lower else { return .unknown }
    let classes = lexicon.classes(at: noun, in: tokens)
    guard classes.contains(.role) else { return .unknown }
    // "..., said his wife, X": the noun's own article shows that X is beside it.
    if noun < token - 1, !hasOwner(noun, in: sentence) { return .unknown }
    return classes.contains(.titleMale) ? .male : classes.contains(.titleFemale) ? .female : .unknown
  }

  /// "His wife", "the ministry's spokeswoman".
  private func hasOwner(_ noun: Int, in sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, noun - 4)..<noun).contains {
      Pronouns.definites.contains(tokens.hashes[$0]) || Pronouns.possessives.contains(tokens.hashes[$0])
    }
  }
}
