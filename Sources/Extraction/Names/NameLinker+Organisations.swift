/// Organisations, their acronyms and short names.
extension NameLinker {
  mutating func addOrganisations() {
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
      if token > range.lowerBound, lexicon.classes(at: token, in: tokens).contains(.legalForm) { break }
      identity = ByteHash.mix(identity, tokens.hashes[token])
    }
    return identity | 1
  }

  /// "Netscape" for "Netscape Communications": the first word, if it is a name and not a place or a word.
  private mutating func addShortForm(of candidate: NameCandidate, _ entity: Int) {
    guard candidate.tokens.count > 1, candidate.identity == 0 else { return }
    let first = candidate.tokens.lowerBound
    let classes = lexicon.classes(at: first, in: tokens)
    noteWordForm(of: candidate, classes, entity)
    guard tokens.shapes[first] != .lower, tokens.shapes[first] != .initial,
      !classes.hasAny([.commonWord, .place, .peopleWord, .neverName, .organisationHead, .function, .title]),
      // "Editors' Forum"
      !Pronouns.possessives.contains(tokens.hashes[first + 1])
    else { return }
    if shortForms[tokens.hashes[first]] == nil { shortForms[tokens.hashes[first]] = entity }
  }

  /// "Crane" for "Crane Holdings Plc", "Norvik" for "Norvik Aviation Inc": the first word where it is a word or a
  /// place as well. Two companies' first word is neither's.
  private mutating func noteWordForm(of candidate: NameCandidate, _ classes: WordClass, _ entity: Int) {
    let first = candidate.tokens.lowerBound
    if candidate.classes.contains(.legalForm), candidate.tokens.count > 2, tokens.isLetters[first] {
      pairForms[pair(first)] = pairForms[pair(first)] == nil ? entity : Self.ambiguous
    }
    let vetoes: WordClass = [.country, .metonym, .peopleWord, .organisationHead, .function, .title, .adverb]
    guard candidate.classes.contains(.legalForm), tokens.shapes[first] == .capitalised, !classes.hasAny(vetoes),
      classes.hasAny([.commonWord, .starter, .neverName, .subdivision, .city])
    else { return }
    let hash = tokens.hashes[first]
    wordForms[hash] = wordForms[hash] == nil ? entity : Self.ambiguous
  }

  private static let ambiguous = -1

  /// The company that a word stands for where it speaks, or has a capital that no sentence gives it.
  func company(calledBy candidate: NameCandidate) -> Int? {
    let hash = tokens.hashes[candidate.tokens.lowerBound]
    guard candidate.tokens.count == 1, let entity = wordForms[hash], entity != Self.ambiguous,
      !candidate.evidence.contains(.article)
    else { return nil }
    let isWord = lowerWords.contains(hash)
    if candidate.evidence.contains(.speech) { return isWord && modifies(candidate.tokens.lowerBound) ? nil : entity }
    let isName = candidate.kind == .single && !candidate.evidence.contains(.sentenceStart)
    return isName && !isWord && !lexicon.classes(hash).hasAny(.place) ? entity : nil
  }

  /// "Farm credit sources": a noun may follow, although it is a verb of saying too.
  private func modifies(_ token: Int) -> Bool {
    token + 1 < tokens.count && tokens.shapes[token + 1] == .lower
      && lexicon.classes(at: token + 1, in: tokens).contains(.nominal)
  }

  /// "First Union" for "First Union Corp": two words where one company begins with them.
  func company(beginningWith candidate: NameCandidate) -> Int? {
    let ofPeople: NameCandidate.Evidence = [.role, .human, .form, .apposition]
    guard candidate.tokens.count == 2, !candidate.isTitled, candidate.evidence.isDisjoint(with: ofPeople),
      let entity = pairForms[pair(candidate.tokens.lowerBound)], entity != Self.ambiguous
    else { return nil }
    return entity
  }

  private func pair(_ first: Int) -> UInt32 { ByteHash.mix(tokens.hashes[first], tokens.hashes[first + 1]) }
}
