import ArticleModel

/// Whom a description means that says nothing of what somebody does: "the Scot", "the 51-year-old", "the girl".
extension NameResolver {
  /// Whoever is named in the words is not who says them: `"I thought Roe would come back," the Scot said.`
  mutating func calledByAgeOrNation(_ mention: Range<Int>) -> Speaker {
    let token = mention.lowerBound
    if let entity = onlyOne(ofAgeIn: mention) { return person(entity, mention) }
    let phrase = phrase(of: mention)
    let others = peopleNamed(in: words) + peopleOfOtherNations(phrase)
    if let entity = onlyOne(ofNationOf: phrase, but: others) { return person(entity, mention) }
    if let entity = pronouns.onlyNamed(inParagraphOf: token, but: others) {
      // Where "a 51-year-old man" stands before, it is nobody who has a name.
      return isIntroducedByAge(mention) ? asWritten(mention, .person) : person(entity, mention)
    }
    if mention.contains(where: isAge), let entity = newcomer(inParagraphBefore: token), !others.contains(entity) {
      return person(entity, mention)
    }
    if let entity = pronouns.person(at: token, .unknown, speakers: people, but: others) {
      return person(entity, mention)
    }
    return asWritten(mention, .person)
  }

  /// The first person whom the paragraph before names, where that is for the first time: "One of them, Ann Ode, had come by
  /// boat." before `said the 34-year-old nurse`.
  func newcomer(inParagraphBefore token: Int) -> Int? {
    let start = tokens.paragraph(token).tokens.lowerBound
    guard start > 0 else { return nil }
    let before = tokens.paragraph(start - 1).tokens
    guard
      let first = names.indices(in: before).first(where: { names.names[$0].kind == .person }),
      let entity = names.names[first].entity, names.entities[entity].mentions.first == first,
      !isQuoted(names.names[first].tokens.lowerBound), !pronouns.isPossessive(names.names[first])
    else { return nil }
    return entity
  }

  func peopleNamed(in words: [Range<Int>]) -> [Int] {
    words.flatMap { words in
      names.indices(in: words).filter { names.names[$0].kind == .person }.compactMap { names.names[$0].entity }
    }
  }

  /// The one of whom the article has told before that they are so old: "Ode, 34," before "the 34-year-old".
  func onlyOne(ofAgeIn mention: Range<Int>) -> Int? {
    guard let token = mention.first(where: isAge) else { return nil }
    let age = number(at: token)
    var found: Int?
    for index in names.names.indices where names.names[index].kind == .person {
      let name = names.names[index]
      guard name.tokens.upperBound < mention.lowerBound, let entity = name.entity, self.age(beside: name) == age else {
        continue
      }
      guard found ?? entity == entity else { return nil }
      found = entity
    }
    return found
  }

  /// Of "Ode, 34,", "Ode (34)" and "34-year-old Ode".
  private func age(beside name: FoundName) -> Int? {
    let next = name.tokens.upperBound
    if next + 2 < tokens.count, tokens.isCharacter(next, ",") || tokens.isCharacter(next, "("),
      tokens.shapes[next + 1] == .digits, !tokens.isWord(next + 2)
    {
      return number(at: next + 1)
    }
    if let age = ageApposed(to: name) { return number(at: age) }
    guard name.full.lowerBound > 0, isAge(name.full.lowerBound - 1) else { return nil }
    return number(at: name.full.lowerBound - 1)
  }

  /// "Ode, a 19-year-old from Norvik"
  private func ageApposed(to name: FoundName) -> Int? {
    let age = name.tokens.upperBound + 2
    guard age < tokens.count, tokens.isCharacter(age - 2, ","), Self.indefinites.contains(tokens.hashes[age - 1]),
      isAge(age)
    else { return nil }
    return age
  }

  /// "the Portuguese", a word for all of them, where somebody speaks for themselves: "I", "my".
  mutating func calledByCollective(_ mention: Range<Int>) -> Speaker? {
    let nation = mention.upperBound - 1
    guard mention.count <= 2, tokens.shapes[nation] == .capitalised, nation > 0, tokens.hashes[nation - 1] == Self.the,
      lexicon.classes(at: nation, in: tokens).contains(.peopleWord),
      words.contains(where: { words in words.contains { Self.ownWords.contains(tokens.hashes[$0]) && isQuoted($0) } })
    else { return nil }
    return calledByAgeOrNation(nation - 1..<nation + 1)
  }

  private static var ownWords: FewWords { FewWords("i", "my", "me") }
  private static var the: UInt32 { ByteHash.of("the") }

  /// Those whom the article gives another country: "Roe of Germany", "Germany's Roe", "the German Roe".
  private func peopleOfOtherNations(_ mention: Range<Int>) -> [Int] {
    guard let wanted = governments.country(ofPeople: mention.upperBound - 1, in: tokens) else { return [] }
    return names.entities.indices.filter { index in
      names.entities[index].kind == .person
        && names.entities[index].mentions.contains { nation(beside: names.names[$0]).map { $0 != wanted } ?? false }
    }
  }

  /// The one of whom the article has said before that they are of that country.
  private func onlyOne(ofNationOf mention: Range<Int>, but others: [Int]) -> Int? {
    guard let wanted = governments.country(ofPeople: mention.upperBound - 1, in: tokens) else { return nil }
    let fitting = names.entities.indices.filter { index in
      names.entities[index].kind == .person && !others.contains(index)
        && names.entities[index].mentions.contains {
          names.names[$0].tokens.upperBound <= mention.lowerBound && nation(beside: names.names[$0]) == wanted
        }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  private func nation(beside name: FoundName) -> String? {
    let (before, behind) = (name.full.lowerBound - 1, name.tokens.upperBound)
    if behind + 1 < tokens.count, Self.homes.contains(tokens.hashes[behind]),
      let place = names.name(at: behind + 1), place.kind == .place
    {
      return governments.country(place.tokens, in: tokens)
    }
    guard before >= 0, tokens.sentenceOf[before] == tokens.sentenceOf[name.tokens.lowerBound] else { return nil }
    // "Zimbabwe international Ode"
    if before > 0, Self.internationals.contains(tokens.hashes[before]), let place = names.name(at: before - 1),
      place.kind == .place
    {
      return governments.country(place.tokens, in: tokens)
    }
    if before > 0, Pronouns.possessives.contains(tokens.hashes[before]), let place = names.name(at: before - 1),
      place.kind == .place
    {
      return governments.country(place.tokens, in: tokens)
    }
    return governments.country(ofPeople: nationWord(before: before), in: tokens)
  }

  /// "the German Roe", "German defender Roe"
  private func nationWord(before token: Int) -> Int {
    let first = tokens.sentence(token).lowerBound
    var word = token
    while word > first, token - word < 2, tokens.shapes[word] == .lower,
      case let classes = lexicon.classes(at: word, in: tokens),
      !classes.hasAny([.function, .verb]) || classes.contains(.role)
    { word -= 1 }
    return word
  }

  /// "Friday Ode" of "Friday Ode, a fisherman, said" and "The spokesman, Friday Ode, said", where the day was taken for
  /// one and what stands beside the name for who speaks.
  func calledByDay(beside mention: Range<Int>) -> Range<Int>? {
    let (first, end) = (mention.lowerBound, mention.upperBound)
    guard Pronouns.articles.contains(tokens.hashes[first]) else { return nil }
    if first > 1, tokens.isCharacter(first - 1, ","), let name = names.name(at: first - 2), isCalledByDay(name),
      name.tokens.upperBound == first - 1,
      tokens.isCharacter(end - 1, ",") || end < tokens.count && tokens.isCharacter(end, ",")
    {
      return name.tokens
    }
    let comma = tokens.isCharacter(end - 1, ",") ? end - 1 : end
    guard comma + 1 < tokens.count, tokens.isCharacter(comma, ","), let name = names.name(at: comma + 1),
      isCalledByDay(name), name.tokens.lowerBound == comma + 1, name.tokens.upperBound < tokens.count,
      tokens.isCharacter(name.tokens.upperBound, ",")
    else { return nil }
    return name.tokens
  }

  private func isCalledByDay(_ name: FoundName) -> Bool {
    name.kind == .person && name.tokens.count > 1
      && lexicon.classes(at: name.tokens.lowerBound, in: tokens).contains(.calendar)
  }

  /// Who gave evidence in a sentence before.
  func witness(_ noun: Int, _ mention: Range<Int>) -> Int? {
    if let entity = whoGaveEvidence(before: mention.lowerBound) { return entity }
    guard let entity = pronouns.onlyNamed(inParagraphOf: mention.lowerBound, but: peopleNamed(in: words)) else {
      return nil
    }
    return gaveEvidence(before: mention.lowerBound) ? entity : nil
  }

  /// "the girl", "the boy": the only one whom the paragraph names, where the age or the gender fits.
  func young(_ noun: Int, _ mention: Range<Int>) -> Int? {
    guard let entity = pronouns.onlyNamed(inParagraphOf: mention.lowerBound, but: peopleNamed(in: words)) else {
      return nil
    }
    let gender = lexicon.classes(tokens.hashes[noun]).titleGender
    guard names.entities[entity].gender.allows(gender) else { return nil }
    return isYoung(entity) || gender != .unknown && names.entities[entity].gender == gender && !hasRole(entity)
      ? entity : nil
  }

  /// Whether the noun came before: "a girl of nine", "two girls".
  func isIntroduced(_ noun: Int) -> Bool {
    (0..<noun).contains { token in
      tokens.hashes[token] == tokens.hashes[noun]
        && (max(0, token - 3)..<token).contains { Self.indefinites.contains(tokens.hashes[$0]) }
    }
  }

  private func hasRole(_ entity: Int) -> Bool { roles.role(of: entity) != nil }

  /// ", 9,", "9-year-old"
  private func isYoung(_ entity: Int) -> Bool {
    names.entities[entity].mentions.contains { mention in
      let name = names.names[mention]
      let behind = name.tokens.upperBound
      let isBehind = behind + 1 < tokens.count && tokens.isCharacter(behind, ",") && isYoungAge(behind + 1)
      return isBehind || ageApposed(to: name).map(isYoungAge) ?? false
        || name.full.lowerBound > 0 && isYoungAge(name.full.lowerBound - 1)
    }
  }

  private func isYoungAge(_ token: Int) -> Bool {
    guard tokens.shapes[token] == .digits || isAge(token) else { return false }
    return (1...19).contains(number(at: token))
  }

  /// The number of up to three digits that a token begins with.
  private func number(at token: Int) -> Int {
    var number = 0
    for byte in tokens.bytes[tokens.start(token)..<tokens.end(token)].prefix(3) {
      guard 0x30...0x39 ~= byte else { break }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  private func gaveEvidence(before token: Int) -> Bool {
    let start = tokens.sentence(token).lowerBound
    guard start > tokens.paragraph(token).tokens.lowerBound else { return false }
    let before = tokens.sentence(start - 1)
    return before.contains { Self.evidence.contains(tokens.hashes[$0]) }
  }

  /// "Giving evidence, Ms Roe told the court": the last one whom a sentence of the paragraphs before says so of, if no other
  /// person is named in it.
  private func whoGaveEvidence(before token: Int) -> Int? {
    var start = tokens.sentence(token).lowerBound
    let paragraph = tokens.paragraphOf[token]
    while start > 0, case let sentence = tokens.sentence(start - 1),
      paragraph - tokens.paragraphOf[sentence.lowerBound] <= Self.farthestEvidence
    {
      start = sentence.lowerBound
      guard !isQuoted(start),
        sentence.contains(where: { Self.testimony.contains(tokens.hashes[$0]) })
      else { continue }
      let people = Set(
        names.indices(in: sentence).filter { names.names[$0].kind == .person }.map { names.names[$0].entity })
      if people.count == 1, let entity = people.first { return entity }
      return nil
    }
    return nil
  }

  /// In paragraphs.
  private static let farthestEvidence = 6
  private static var testimony: FewWords { FewWords("evidence", "testified", "testifying", "oath", "sworn") }
  private static var homes: FewWords { FewWords("of", "from") }
  private static let internationals = WordSet(
    "international captain skipper striker midfielder defender winger forward")
  private static let evidence = WordSet("heard called testified evidence sworn stand witness oath hearing")
}
