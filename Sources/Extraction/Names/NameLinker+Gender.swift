/// What the text tells of somebody's gender, whatever the lists of first names do: the noun behind a comma, the pronoun of
/// the same sentence.
extension NameLinker {
  /// `X, a father of five, said`, `X, 41, his widow, left`: the noun for somebody in the apposition behind a name.
  ///
  /// `mutating`, so that nobody copies the linker for it.
  mutating func apposedGender(_ candidate: NameCandidate) -> Gender {
    guard candidate.evidence.contains(.apposition) else { return .unknown }
    let limit = min(tokens.sentence(candidate.tokens.lowerBound).upperBound, candidate.tokens.upperBound + 24)
    var first = candidate.tokens.upperBound + 1
    if first + 1 < limit, tokens.shapes[first] == .digits, tokens.isCharacter(first + 1, ",") { first += 2 }
    guard first < limit, Self.openings.contains(tokens.hashes[first]) else { return .unknown }
    for noun in first + 1..<max(first + 1, min(limit, first + 5)) {
      guard tokens.shapes[noun] == .lower || tokens.shapes[noun] == .numeric,
        !Pronouns.prepositions.contains(tokens.hashes[noun]), !Pronouns.relatives.contains(tokens.hashes[noun])
      else { return .unknown }
      let classes = lexicon.classes(at: noun, in: tokens)
      guard classes.contains(.role), classes.titleGender != .unknown else { continue }
      // "chairman", "priest": some of them are women.
      let isSure = classes.contains(.kin) || classes.titleGender == .female || candidate.gender == .unknown
      return isSure && closes(noun, before: limit) ? classes.titleGender : .unknown
    }
    return .unknown
  }

  private static let openings = WordSet("a an the his her their my")

  /// Whether an apposition ends behind its noun: "according to X, a woman was hurt" goes on with a verb.
  private func closes(_ noun: Int, before limit: Int) -> Bool {
    guard noun + 1 < limit, !Pronouns.possessives.contains(tokens.hashes[noun + 1]) else { return false }
    for token in noun + 1..<limit {
      if !tokens.isWord(token) || Pronouns.relatives.contains(tokens.hashes[token]) { return true }
      if Self.auxiliaries.contains(tokens.hashes[token]) { return false }
      let classes = lexicon.classes(at: token, in: tokens)
      if tokens.shapes[token] == .lower, classes.contains(.speech), !classes.contains(.nominal) { return false }
    }
    return false
  }

  private static let auxiliaries = WordSet("is are was were has had have will would can could may might")

  /// `Heo Jin-ah lost her job`, `Chanda Musa said he was sorry`: of who has a name that tells nothing.
  mutating func learnGenderOfPronoun(behind index: Int) {
    guard let entity = entityOf[index], table.entities[entity].gender == .unknown else { return }
    let gender = genderOfPronoun(behind: index)
    guard gender != .unknown else { return }
    table.entities[entity].gender = gender
    table.entities[entity].isGenderGuessed = true
  }

  /// The first pronoun behind a name in its sentence, where nothing before it could be meant but that name.
  private mutating func genderOfPronoun(behind index: Int) -> Gender {
    let name = candidates[index].tokens
    let sentence = tokens.sentence(name.lowerBound)
    guard index == 0 || candidates[index - 1].tokens.lowerBound < sentence.lowerBound || !mayBePerson(index - 1),
      !(sentence.lowerBound..<name.lowerBound).contains(where: tellsGender)
    else { return .unknown }
    let next = index + 1
    let stop = next < candidates.count && mayBePerson(next) ? candidates[next].tokens.lowerBound : tokens.count
    for token in name.upperBound..<min(sentence.upperBound, name.upperBound + Self.farthestPronoun, stop) {
      if tokens.marks[token] != .none || tokens.isCharacter(token, ";") || tokens.isCharacter(token, ":") { break }
      if case .pronoun(let gender)? = Pronouns.head(tokens.hashes[token]) {
        return meansSubject(token) && !isMeant(gender, before: sentence.lowerBound) ? gender : .unknown
      }
      if tellsGender(token) { break }
    }
    return .unknown
  }

  /// "his" and "he", but not "met him" or "told her", who is somebody else.
  private func meansSubject(_ pronoun: Int) -> Bool {
    let hash = tokens.hashes[pronoun]
    if Self.subjects.contains(hash) { return true }
    guard hash == Self.her, pronoun + 1 < tokens.count, tokens.shapes[pronoun + 1] == .lower else { return false }
    let classes = lexicon.classes(at: pronoun + 1, in: tokens)
    return classes.contains(.nominal) && !classes.contains(.function)
  }

  /// Whether somebody of a gender may be meant who came up in the paragraph before a sentence.
  private func isMeant(_ gender: Gender, before sentence: Int) -> Bool {
    (tokens.paragraph(sentence).tokens.lowerBound..<max(sentence, tokens.paragraph(sentence).tokens.lowerBound))
      .contains { token in
        if case .pronoun(gender)? = Pronouns.head(tokens.hashes[token]) { return true }
        return lexicon.classes(at: token, in: tokens).titleGender == gender
      }
  }

  private func tellsGender(_ token: Int) -> Bool {
    if tokens.shapes[token] != .lower { return false }
    if case .pronoun? = Pronouns.head(tokens.hashes[token]) { return true }
    return lexicon.classes(at: token, in: tokens).titleGender != .unknown
  }

  private func mayBePerson(_ index: Int) -> Bool {
    [.person, .several, .single].contains(candidates[index].kind)
  }

  /// In tokens.
  private static let farthestPronoun = 24
  private static var subjects: FewWords { FewWords("he", "she", "his", "himself", "herself") }
  private static var her: UInt32 { ByteHash.of("her") }
}
