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
}
