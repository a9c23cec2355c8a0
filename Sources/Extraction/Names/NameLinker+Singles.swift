/// Whom a single word names.
extension NameLinker {
  mutating func resolve(_ candidate: NameCandidate) -> (NameCandidate.Kind, Int?) {
    let token = core(candidate.tokens).upperBound - 1
    let key = spelling(of: token)
    if candidate.evidence.contains(.word) { return resolveWord(candidate, key) }
    // Where nobody has the name, nobody is looked for: each call with all that is known would copy it.
    let isSingle = candidate.tokens.count == 1
    if isSingle, byInner[key] != nil, let entity = personByFirstSurname(key, candidate) { return (.person, entity) }
    if isSingle, byFirst[key] != nil, let entity = introducedPerson(firstName: key, candidate) {
      return (.person, entity)
    }
    if let (entity, isAmbiguous) = person(lastName: key, candidate), entity != nil || isAmbiguous {
      return (.person, entity)
    }
    if isSingle, byFirst[key] != nil, let entity = uniquePerson(firstName: key, candidate) { return (.person, entity) }
    if isSingle, byInner[key] != nil, let entity = person(innerName: key, candidate) { return (.person, entity) }
    if candidate.kind == .person { return (.person, newMononym(candidate)) }
    return resolveUnknown(candidate, token)
  }

  /// "Ms. García" for Rosa García Peña, where Ana López García has two surnames too: the first of them counts.
  private func personByFirstSurname(_ key: UInt32, _ candidate: NameCandidate) -> Int? {
    guard let inner = byInner[key], inner.count == 1, let last = byLast[key], !last.isEmpty,
      candidate.evidence.contains(.honorific), hasTwoSurnames(inner[0]), last.allSatisfy(hasTwoSurnames),
      last.allSatisfy({ keys[$0].latest < keys[inner[0]].latest }),
      table.entities[inner[0]].gender.allows(candidate.gender)
    else { return nil }
    return inner[0]
  }

  /// A first name and two others.
  private func hasTwoSurnames(_ entity: Int) -> Bool {
    let name = core(table.entities[entity].name)
    return name.count == 3 && name.allSatisfy { tokens.shapes[$0] == .capitalised }
  }

  /// "Black said", where the article has introduced Conrad Black.
  private mutating func resolveWord(_ candidate: NameCandidate, _ key: UInt32) -> (NameCandidate.Kind, Int?) {
    let hash = tokens.hashes[candidate.tokens.lowerBound]
    let isNamed =
      byLast[key]?.contains { entity in
        let name = core(table.entities[entity].name)
        return keys[entity].isIntroduced && name.count > 1 && tokens.hashes[name.upperBound - 1] == hash
      } ?? false
    if isNamed, let found = person(lastName: key, candidate), let entity = found.entity { return (.person, entity) }
    if let entity = personByFamilyName(key, hash, candidate) { return (.person, entity) }
    return company(calledBy: candidate).map { (.organisation, $0) } ?? (.other, nil)
  }

  /// "Xi said", "Mr Xi said", where the article has introduced Xi Zhao: the family name stands in front, and is a word.
  private func personByFamilyName(_ key: UInt32, _ hash: UInt32, _ candidate: NameCandidate) -> Int? {
    guard candidate.isTitled || candidate.evidence.contains(.speech), !candidate.evidence.contains(.capitals),
      let all = byFirst[key], all.count == 1, keys[all[0]].isIntroduced, keys[all[0]].firstHash == hash,
      tokens.end(candidate.tokens.lowerBound) - tokens.start(candidate.tokens.lowerBound) <= 3
    else { return nil }
    return table.entities[all[0]].gender.allows(candidate.gender) ? all[0] : nil
  }

  /// "Ismail said", where Ismail Karim has been named and Rohana Ismail has not yet.
  private mutating func introducedPerson(firstName key: UInt32, _ candidate: NameCandidate) -> Int? {
    guard let entity = uniquePerson(firstName: key, candidate), keys[entity].isIntroduced,
      !lexicon.classes(at: table.entities[entity].name.upperBound - 1, in: tokens).hasAny([.speech, .commonWord]),
      !(byLast[key] ?? []).contains(where: { keys[$0].isIntroduced }), byLast[key] != nil
    else { return nil }
    return entity
  }

  /// "Lincoln said", where the article has introduced somebody of the name of the place, and the place does nothing.
  mutating func personCalledLikePlace(_ candidate: NameCandidate) -> Int? {
    let token = candidate.tokens.lowerBound
    guard let all = byLast[SpellingKey.of(token, in: tokens)], all.count == 1, keys[all[0]].isIntroduced,
      tokens.hashes[table.entities[all[0]].name.upperBound - 1] == tokens.hashes[token],
      candidate.evidence.hasAny([.speech, .human]) || ownsOffice(candidate.tokens.upperBound)
    else { return nil }
    return all[0]
  }

  /// "Lincoln's office", "Lincoln's wife".
  private func ownsOffice(_ token: Int) -> Bool {
    guard token + 1 < tokens.count, Pronouns.possessives.contains(tokens.hashes[token]) else { return false }
    return Self.offices.contains(tokens.hashes[token + 1])
      || lexicon.classes(at: token + 1, in: tokens).contains(.kin)
  }

  private static let offices = WordSet("office lawyer lawyers campaign team aides home")

  /// - Returns: `nil` where nobody has the name; otherwise the person, or that it could be several.
  private mutating func person(lastName key: UInt32, _ candidate: NameCandidate) -> (entity: Int?, isAmbiguous: Bool)? {
    guard let all = byLast[key] else { return nil }
    let token = candidate.tokens.lowerBound
    // A last name that is also a word needs a capital of its own: "Brown said", not "Brown bears".
    if candidate.evidence.contains(.sentenceStart), !candidate.isTitled, !candidate.evidence.contains(.speech),
      lowerWords.contains(tokens.hashes[token]), lexicon.classes(at: token, in: tokens).contains(.commonWord)
    {
      return nil
    }
    if all.count == 1 {
      if table.entities[all[0]].gender.allows(candidate.gender) { return (all[0], false) }
      return candidate.evidence.contains(.honorific) ? nil : (nil, true)
    }
    var matching = all.filter { table.entities[$0].gender.allows(candidate.gender) }
    if candidate.gender != .unknown, matching.count > 1 {
      let sure = matching.filter { table.entities[$0].gender == candidate.gender }
      if !sure.isEmpty { matching = sure }
    }
    if matching.isEmpty { return candidate.evidence.contains(.honorific) ? nil : (nil, true) }
    if matching.count == 1 { return (matching[0], false) }
    let introduced = matching.filter { keys[$0].isIntroduced }
    if introduced.count == 1 { return (introduced[0], false) }
    if let bearer = bearer(of: candidate.title, among: introduced) { return (bearer, false) }
    return (owner(among: introduced, at: token) ?? mainPerson(among: matching, at: token), true)
  }

  /// "Rep. Roe" where Rep. Ann Roe and Sen. Joe Roe have been named: who came in with that title, or else the only one whose
  /// title ends so ("Minister Roe" for Interior Minister Joe Roe).
  private func bearer(of title: Range<Int>, among people: [Int]) -> Int? {
    guard people.count > 1, let last = title.last else { return nil }
    let like = people.filter { entity in
      keys[entity].title.last.map { tokens.hashes[$0] == tokens.hashes[last] } ?? false
    }
    if like.count <= 1 { return like.first }
    let same = like.filter { tokens.hashes[keys[$0].title].elementsEqual(tokens.hashes[title]) }
    return same.count == 1 ? same[0] : nil
  }

  /// Whom an article is about, of those who share a last name: the one whom the headline names in full, or the only one
  /// who does not come in as a relative, or the only one who has been named lately.
  private func mainPerson(among people: [Int], at token: Int) -> Int? {
    let paragraph = tokens.paragraphOf[token]
    func distance(_ entity: Int) -> Int32 {
      keys[entity].isIntroduced ? paragraph - tokens.paragraphOf[keys[entity].latest - 1] : .max
    }
    func isOvertaken(_ main: Int) -> Bool {
      people.contains { $0 != main && distance($0) == 0 && keys[$0].latest > keys[main].latest }
    }
    let inHeadline = people.filter { keys[$0].isInHeadline }
    let mains = inHeadline.count == 1 ? inHeadline : people.filter { !keys[$0].isRelative }
    if mains.count == 1 { return isOvertaken(mains[0]) ? nil : mains[0] }
    let near = people.filter { distance($0) <= 1 }
    return near.count == 1 && people.allSatisfy({ $0 == near[0] || distance($0) > 2 }) ? near[0] : nil
  }

  /// Who was called by the bare last name before anybody else of that name came up, unless that one was named just now.
  private func owner(among people: [Int], at token: Int) -> Int? {
    let owners = people.filter { keys[$0].ownsLastName }
    guard owners.count == 1, let owner = owners.first else { return nil }
    let latestRival = people.filter { $0 != owner }.map { keys[$0].latest }.max() ?? 0
    guard latestRival > keys[owner].latest else { return owner }
    let rivalMentions = people.filter { $0 != owner }.reduce(0) { $0 + keys[$1].mentions }
    if keys[owner].mentions >= 4 * max(1, rivalMentions) { return owner }
    return tokens.paragraphOf[token] - tokens.paragraphOf[latestRival - 1] > 1 ? owner : nil
  }

  /// Of several with one first name, or one family name in front, the only one who has been introduced yet.
  private func uniquePerson(firstName key: UInt32, _ candidate: NameCandidate) -> Int? {
    guard var all = byFirst[key] else { return nil }
    if all.count > 1 { all = all.filter { keys[$0].isIntroduced } }
    guard all.count == 1 else { return nil }
    guard !candidate.evidence.contains(.capitals) else { return nil }
    let classes = lexicon.classes(at: candidate.tokens.lowerBound, in: tokens)
    // "Grant said", where the article has a Grant Miller: the first name is a word, and nothing says it is meant.
    if classes.contains(.commonWord), candidate.evidence.contains(.sentenceStart), !candidate.evidence.contains(.speech)
    {
      return nil
    }
    return table.entities[all[0]].gender.allows(candidate.gender) ? all[0] : nil
  }

  /// The first of two last names: "Echeverri" of "Luz Marina Echeverri de Castaño".
  private func person(innerName key: UInt32, _ candidate: NameCandidate) -> Int? {
    guard let all = byInner[key], all.count == 1, !candidate.evidence.contains(.capitals),
      shortForms[tokens.hashes[candidate.tokens.lowerBound]] == nil
    else { return nil }
    let vetoes: WordClass = [.commonWord, .place, .organisation, .notPerson]
    let isName = !lexicon.classes(at: candidate.tokens.lowerBound, in: tokens).hasAny(vetoes)
    guard isName || candidate.evidence.hasAny([.honorific, .speech]) else { return nil }
    return table.entities[all[0]].gender.allows(candidate.gender) ? all[0] : nil
  }

  private mutating func resolveUnknown(_ candidate: NameCandidate, _ token: Int) -> (NameCandidate.Kind, Int?) {
    let hash = tokens.hashes[token]
    let classes = candidate.classes
    if let entity = shortForms[hash] ?? company(calledBy: candidate) { return (.organisation, entity) }
    if candidate.evidence.contains(.capitals) { return resolveCapitals(candidate, token) }
    if classes.hasAny(.place), !isCalledLikePlace(candidate, token) { return (.place, nil) }
    if isCamelCase(token) || candidate.evidence.contains(.body) && !classes.hasAny([.commonWord, .peopleWord, .title]) {
      return (.organisation, organisation(candidate))
    }
    let isWord = classes.hasAny([.commonWord, .starter, .calendar, .title, .people, .institution, .organisationTail])
    let isHuman =
      candidate.evidence.contains(.human) && !lowerWords.contains(hash) && !candidate.evidence.contains(.article)
    if isWord, candidate.evidence.contains(.speech), isNamedByWord(candidate, token) {
      return (.person, newMononym(candidate))
    }
    if isWord, !isHuman || classes.hasAny([.starter, .calendar, .title, .people, .institution]) {
      return (.other, nil)
    }
    // "Park, a diver who was there": nothing but the name of a street is called so.
    if classes.hasAny(.notPerson), !isHuman || classes.hasAny([.eventWord, .thingWord, .peopleWord, .neverName]) {
      return (.other, nil)
    }
    if candidate.evidence.contains(.sentenceStart), lowerWords.contains(hash) { return (.other, nil) }
    let isFirstName = classes.contains(.firstName) && !classes.contains(.weakFirstName) && !isLocated(token)
    guard !candidate.evidence.contains(.article), isFirstName || candidate.evidence.hasAny([.speech, .role, .human])
    else {
      return (.other, nil)
    }
    return (.person, newMononym(candidate))
  }

  /// "Blessing said", where no blessing stands anywhere; not "Phillips and Drew said", "Press reports".
  private func isNamedByWord(_ candidate: NameCandidate, _ token: Int) -> Bool {
    let (classes, hash) = (candidate.classes, tokens.hashes[token])
    guard classes.contains(.firstName), !lowerWords.contains(hash), !candidate.evidence.contains(.article),
      !classes.hasAny([
        .starter, .calendar, .title, .people, .institution, .notPerson, .function, .organisationTail, .legalForm,
      ]),
      !Self.media.contains(hash), case let first = candidate.tokens.lowerBound
    else { return false }
    return first == tokens.sentence(first).lowerBound || !tokens.isWord(first - 1)
      || lexicon.classes(at: first - 1, in: tokens).contains(.speech)
  }

  private static var media: FewWords { FewWords("press") }

  /// "said Florence, a nurse": a first name, and an apposition tells who it is.
  private func isCalledLikePlace(_ candidate: NameCandidate, _ token: Int) -> Bool {
    guard candidate.classes.contains(.firstName), candidate.evidence.contains(.human),
      !candidate.classes.contains(.country), token > tokens.sentence(token).lowerBound
    else { return false }
    return !Pronouns.prepositions.contains(tokens.hashes[token - 1])
  }

  /// "In Samar", where nothing else shows a person.
  private func isLocated(_ token: Int) -> Bool {
    token > tokens.sentence(token).lowerBound && Self.locatives.contains(tokens.hashes[token - 1])
  }

  private static var locatives: FewWords { FewWords("in", "near") }

  /// `HarperCollins`, not `McConnell`.
  private func isCamelCase(_ token: Int) -> Bool {
    let bytes = tokens.bytes[tokens.start(token)..<tokens.end(token)]
    guard bytes.count > 4 else { return false }
    let isMixed = zip(bytes, bytes.dropFirst()).contains { (0x61...0x7A).contains($0) && (0x41...0x5A).contains($1) }
    return isMixed && !Self.nameBeginnings.contains { bytes.starts(with: $0.utf8) }
  }

  private static let nameBeginnings = ["Mc", "Mac", "De", "Di", "Da", "Du", "La", "Le", "Van", "Von", "Fitz", "St"]

  /// An acronym: of an organisation that the article names in full, else of one that it does not.
  private mutating func resolveCapitals(_ candidate: NameCandidate, _ token: Int) -> (NameCandidate.Kind, Int?) {
    let length = tokens.end(token) - tokens.start(token)
    let isName = !candidate.classes.hasAny([
      .neverName, .place, .peopleWord, .calendar, .suffix, .title, .starter, .legalForm,
    ])
    guard (2...6).contains(length), isName, !isShouted(candidate, length), !isDateline(token),
      !tokens.bytes[tokens.start(token)..<tokens.end(token)].contains(0x2E)
    else {
      return (.other, nil)
    }
    for (entity, found) in table.entities.enumerated() where found.kind == .organisation && found.name.count > 1 {
      if startsWith(token, found.name) {
        shortForms[tokens.hashes[token]] = entity
        return (.organisation, entity)
      }
    }
    guard length >= 3 else { return (.other, nil) }
    return (.organisation, organisation(candidate))
  }

  /// "NOTE: ", "TOTAL 41": a word of the language, and nothing beside it shows a body.
  private func isShouted(_ candidate: NameCandidate, _ length: Int) -> Bool {
    length > 3 && candidate.classes.contains(.verb) && !candidate.evidence.hasAny([.speech, .body, .employer])
  }

  /// "NORVIK - ": where a report comes from.
  private func isDateline(_ token: Int) -> Bool {
    let number = Int(tokens.paragraphOf[token])
    return tokens.paragraphs[number].tokens.lowerBound == token && Dateline.end(tokens, number) > token
  }

  /// Whether an acronym's letters are the first letters of a name's capitalised words.
  private func startsWith(_ acronym: Int, _ name: Range<Int>) -> Bool {
    var place = Int(tokens.foldedStarts[acronym])
    let end = Int(tokens.foldedEnds[acronym])
    for token in name where tokens.shapes[token].isCapitalised {
      guard place < end, tokens.folded[place] == tokens.folded[Int(tokens.foldedStarts[token])] else { return false }
      place += 1
    }
    return place == end
  }
}
