/// Whom "he" and "she" mean: the best of the people named in the paragraphs before.
///
/// Each person counts by the last mentions: how near, whether as a subject, whether as the last speaker; less where the
/// name is a possessive, an object, or inside somebody's words.
struct PronounResolver {
  let names: NameTable
  let tokens: TokenTable
  let lexicon: NameLexicon
  /// Whether a token stands inside a quotation.
  let isQuoted: [Bool]

  /// Found by search on the training part of a corpus of attributions; how many sentences lie between counts as the unit.
  private struct Weights {
    let sentence = 1.0
    let subject = 1.2
    let object = 1.0
    let possessive = 1.2
    let quoted = 2.0
    let lastSpeaker = 2.0
    /// Of whoever is named in the paragraph before.
    let lastSpeakerBefore = 1.2
    let doubtful = 3.0
    let newcomer = 1.5
    let spokenOf = 2.0
    let asked = 1.0
    let sameSentence = 3.0
  }

  private static let weights = Weights()

  /// - Parameters:
  ///   - speakers: The last speakers, the latest last.
  ///   - words: What the pronoun says; whoever is named in quoted words is not likely to speak them.
  ///   - described: Subjects of clauses near it.
  func person(
    at token: Int, _ gender: Gender, speakers: [Int], words: [Range<Int>], described: [Subject] = []
  ) -> Choice? {
    let others = isNear(speakers.last, token) ? subjects(of: words, before: token).filter { $0 != speakers.last } : []
    var best = best(at: token, gender, speakers, spokenOf: nil, but: others, words: words, described)
    if let first = best, isSpokenOf(first.entity, in: words) {
      best = self.best(at: token, gender, speakers, spokenOf: first.entity, but: others, words: words, described)
    }
    if let first = best {
      let newcomer = newcomer(before: token, gender, instead: first.entity, notIn: words)
      return newcomer.map { Choice(entity: $0, lead: 0) } ?? first
    }
    let guess = nearSubject(before: token) ?? onlyPerson(before: token) ?? mostNamed(before: token, gender)
    return guess.map { Choice(entity: $0, lead: 0) }
  }

  /// Nothing shows a person but that the article names it so, in one word: it may be a medicine, a site or a court.
  func isDoubtful(_ entity: Int) -> Bool {
    let found = names.entities[entity]
    return found.gender == .unknown && found.fullMentions == 0 && found.name.count == 1
      && found.mentions.allSatisfy { names.names[$0].title.isEmpty }
  }

  /// Somebody who is the subject of a clause by a description: its first token, and who it is.
  struct Subject {
    var token: Int
    var entity: Int
  }

  /// Whom a pronoun means, and by how much that one is ahead of the next.
  struct Choice {
    var entity: Int
    /// In sentences between; 0 for a guess, without end where nobody else can be meant.
    var lead: Double
  }

  /// The best of all but some, who can't be meant.
  func person(at token: Int, _ gender: Gender, speakers: [Int], but others: [Int]) -> Int? {
    best(at: token, gender, speakers, spokenOf: nil, but: others)?.entity
  }

  /// - Parameters:
  ///   - spokenOf: An entity that counts less.
  ///   - others: Entities that do not count.
  ///   - words: What the pronoun says, where that is known.
  private func best(
    at token: Int, _ gender: Gender, _ speakers: [Int], spokenOf: Int?, but others: [Int] = [],
    words: [Range<Int>]? = nil, _ described: [Subject] = []
  ) -> Choice? {
    let paragraph = tokens.paragraphOf[token]
    var best: (score: Double, entity: Int)?
    var second = -Double.infinity
    func offer(_ entity: Int, _ score: Double) {
      if let (top, before) = best {
        // Of one person the best mention counts.
        if entity != before { second = max(second, min(score, top)) }
        if score > top { best = (score, entity) }
      } else {
        best = (score, entity)
      }
    }
    for subject in described.reversed()
    where names.entities[subject.entity].gender.allows(gender) && !others.contains(subject.entity) {
      let distance = paragraph - tokens.paragraphOf[subject.token]
      var score = Self.weights.subject + bonus(subject.entity, speakers, distance)
      score -= Self.weights.sentence * sentences(from: subject.token, to: token, gender)
      if subject.entity == spokenOf { score -= Self.weights.spokenOf }
      offer(subject.entity, score)
    }
    var index = names.index(endingAfter: token) - 1
    while index >= 0 {
      defer { index -= 1 }
      let name = names.names[index]
      guard name.kind == .person, let entity = name.entity, name.tokens.upperBound <= token else { continue }
      let distance = paragraph - tokens.paragraphOf[name.tokens.lowerBound]
      if distance > 3 { break }
      guard names.entities[entity].gender.allows(gender), canBeMeant(name, token), !others.contains(entity),
        // "In a Tumblr post, she"
        !modifies(name) || !isDoubtful(entity)
      else { continue }
      var score = score(name, entity, token, gender) + bonus(entity, speakers, distance)
      if entity == spokenOf { score -= Self.weights.spokenOf }
      if let words, opensSentence(name, of: token, words) { score += Self.weights.sameSentence }
      offer(entity, score)
    }
    return best.map { Choice(entity: $0.entity, lead: $0.score - second) }
  }

  /// `“Ode was seven,” she said`
  private func isSpokenOf(_ entity: Int, in words: [Range<Int>]) -> Bool {
    words.contains { words in
      isQuoted.indices.contains(words.lowerBound) && isQuoted[words.lowerBound]
        && names.indices(in: words).contains { names.names[$0].entity == entity }
    }
  }

  /// Whether somebody was named in the paragraph of a token or the one before.
  private func isNear(_ entity: Int?, _ token: Int) -> Bool {
    guard let entity else { return false }
    return names.entities[entity].mentions.contains { mention in
      let named = names.names[mention].tokens.lowerBound
      return named < token && tokens.paragraphOf[token] - tokens.paragraphOf[named] <= 1
    }
  }

  /// `Roe will miss the final, he added.`: a pronoun behind a clause is not its subject.
  private func subjects(of words: [Range<Int>], before token: Int) -> [Int] {
    guard words.count == 1, token - words[0].upperBound <= 1 else { return [] }
    return words.compactMap { words in
      let first = words.lowerBound
      guard words.upperBound <= token, first < tokens.count, tokens.sentenceOf[first] == tokens.sentenceOf[token],
        !(isQuoted.indices.contains(first) && isQuoted[first]), let name = names.name(at: first),
        name.kind == .person, name.full.lowerBound == first, !isPossessive(name), name.tokens.upperBound < token,
        isVerb(name.tokens.upperBound)
      else { return nil }
      // `Roe was blunt: the club, he said, is broke`
      return words.contains { tokens.isCharacter($0, ":") } ? nil : name.entity
    }
  }

  /// The body that "it" or "the company" means: the last one that was a subject, in this paragraph or the two before.
  /// An index into the names.
  func body(before token: Int, isCompany: Bool) -> Int? {
    let paragraph = tokens.paragraphOf[token]
    var index = names.index(endingAfter: token) - 1
    while index >= 0 {
      defer { index -= 1 }
      let name = names.names[index]
      guard name.tokens.upperBound <= token else { continue }
      if paragraph - tokens.paragraphOf[name.tokens.lowerBound] > 2 { break }
      let isBody = name.kind == .organisation && name.entity != nil || name.kind == .place && !isCompany
      guard isBody, isSubject(name), canBeMeant(name, token), !isPossessive(name), !isDateline(name),
        !isCompany || !modifiesRole(name)
      else { continue }
      if isQuoted.indices.contains(name.tokens.lowerBound), isQuoted[name.tokens.lowerBound] { continue }
      if isCompany, !canBeCompany(name) { continue }
      return index
    }
    return isCompany ? onlyCompany(before: token) : nil
  }

  /// "The court told Harrow to pay. The company": the one company of this paragraph and the two before to which an authority
  /// did something.
  private func onlyCompany(before token: Int) -> Int? {
    var found: Int?
    var index = names.index(endingAfter: token) - 1
    while index >= 0, tokens.paragraphOf[token] - tokens.paragraphOf[names.names[index].tokens.lowerBound] <= 2 {
      let name = names.names[index]
      if name.kind == .organisation, name.entity != nil, name.tokens.upperBound <= token, canBeMeant(name, token),
        canBeCompany(name), !modifiesRole(name)
      {
        if let found, names.names[found].entity != name.entity { return nil }
        if found == nil || isTold(name) { found = index }
      }
      index -= 1
    }
    return found.flatMap { isTold(names.names[$0]) ? $0 : nil }
  }

  private func isTold(_ name: FoundName) -> Bool {
    name.full.lowerBound > 0 && Self.ordering.contains(tokens.hashes[name.full.lowerBound - 1])
  }

  /// Neither an authority nor who reports what is told: "..., BIRN reports."
  private func canBeCompany(_ name: FoundName) -> Bool {
    if name.tokens.contains(where: { Self.authorities.contains(tokens.hashes[$0]) }) { return false }
    let (before, next) = (name.full.lowerBound - 1, name.tokens.upperBound)
    guard before > 0, next < tokens.count, Self.reporting.contains(tokens.hashes[next]) else { return true }
    let comma = Pronouns.articles.contains(tokens.hashes[before]) ? before - 1 : before
    return !tokens.isCharacter(comma, ",") && !lexicon.classes(at: name.tokens.lowerBound, in: tokens).contains(.media)
  }

  private static var reporting: FewWords { FewWords("reports", "reported", "writes", "wrote") }
  private static let ordering = WordSet(
    "told ordered fined sued accused banned urged asked forced required instructed raided investigated")

  /// "PORT SUDAN (AP) -"
  private func isDateline(_ name: FoundName) -> Bool {
    let first = name.tokens.lowerBound
    guard name.kind == .place, tokens.paragraph(first).tokens.lowerBound == first else { return false }
    return Dateline.end(tokens, Int(tokens.paragraphOf[first])) > first
  }

  /// The group that "they" means: the last noun for several people that is the subject of a sentence, in this paragraph
  /// or the one before.
  func group(before token: Int) -> Range<Int>? {
    let paragraph = tokens.paragraphOf[token]
    var index = token - 1
    while index >= 0, paragraph - tokens.paragraphOf[index] <= 1 {
      if lexicon.classes(at: index, in: tokens).contains(.people), let phrase = subject(endingAt: index) {
        return phrase
      }
      index -= 1
    }
    return nil
  }

  /// The noun phrase that ends with a noun, if it opens its sentence outside quotations.
  private func subject(endingAt noun: Int) -> Range<Int>? {
    if isQuoted.indices.contains(noun), isQuoted[noun] { return nil }
    let sentence = tokens.sentence(noun)
    guard noun - sentence.lowerBound < 5, noun + 1 < sentence.upperBound,
      lexicon.classes(at: noun + 1, in: tokens).hasAny([.verb, .function]) || isVerb(noun + 1)
    else { return nil }
    let isPhrase = (sentence.lowerBound..<noun).allSatisfy { token in
      let classes = lexicon.classes(at: token, in: tokens)
      return tokens.isWord(token) && !Pronouns.prepositions.contains(tokens.hashes[token])
        && (classes.contains(.nominal) || Pronouns.articles.contains(tokens.hashes[token])
          || !classes.contains(.verb))
    }
    return isPhrase ? sentence.lowerBound..<(noun + 1) : nil
  }

  /// Words in the names of bodies that are no company.
  private static let authorities = Pronouns.words(
    """
    ministry department commission court agency reserve committee council senate congress house parliament university \
    union exchange party government police army association board treasury office institute hospital museum school college \
    academy observatory foundation nations organization organisation navy federation
    """)

  /// Names in captions stand beside the text, not before it; those of who reports stand above it.
  private func canBeMeant(_ name: FoundName, _ token: Int) -> Bool {
    let kind = tokens.paragraph(name.tokens.lowerBound).kind
    return (kind != .caption || tokens.paragraph(token).kind == .caption) && !NameLines.isReporter(name, tokens)
  }

  private func score(_ name: FoundName, _ entity: Int, _ token: Int, _ gender: Gender) -> Double {
    let weights = Self.weights
    var score = -weights.sentence * sentences(from: name.tokens.lowerBound, to: token, gender)
    if isDoubtful(entity) { score -= weights.doubtful }
    if isSubject(name) {
      score += weights.subject
      if isNewcomer(name, entity, token) { score += weights.newcomer }
    }
    if isObject(name) { score -= weights.object }
    if isPossessive(name) || modifies(name) { score -= weights.possessive }
    if isQuoted.indices.contains(name.tokens.lowerBound), isQuoted[name.tokens.lowerBound] { score -= weights.quoted }
    if names.entities[entity].gender == gender, !names.entities[entity].isGenderGuessed { score += 0.4 }
    // "Asked whom she liked, she said": who the paragraph is about.
    if tokens.paragraphOf[name.tokens.lowerBound] == tokens.paragraphOf[token],
      Self.asked.contains(tokens.hashes[tokens.sentence(token).lowerBound])
        || Self.asked.contains(tokens.hashes[tokens.sentence(name.tokens.lowerBound).lowerBound])
    {
      score += weights.asked
    }
    return score
  }

  private static var asked: FewWords { FewWords("asked", "pressed", "questioned") }

  private func bonus(_ entity: Int, _ speakers: [Int], _ distance: Int32) -> Double {
    if speakers.last == entity { return distance == 1 ? Self.weights.lastSpeakerBefore : Self.weights.lastSpeaker }
    return speakers.dropLast().last == entity ? 0.5 : 0
  }

  /// A paragraph's end counts as one sentence more.
  private func sentences(from first: Int, to last: Int, _ gender: Gender) -> Double {
    let paragraphs = tokens.paragraphOf[last] - tokens.paragraphOf[first]
    if paragraphs == 0, gender != .unknown { return Double(steps(from: first, to: last, gender)) }
    let distance = tokens.sentenceOf[last] - tokens.sentenceOf[first]
    return paragraphs == 0 ? Double(distance) : Double(paragraphs * 2 + 1)
  }

  /// Sentences between that go on with the same pronoun and name nobody do not count.
  private func steps(from first: Int, to last: Int, _ gender: Gender) -> Int {
    var sentence = tokens.sentence(first).upperBound
    var steps = tokens.sentenceOf[last] > tokens.sentenceOf[first] ? 1 : 0
    while sentence < last, tokens.sentenceOf[sentence] < tokens.sentenceOf[last] {
      let words = tokens.sentence(sentence)
      let goesOn = words.contains { token in
        !(isQuoted.indices.contains(token) && isQuoted[token])
          && (gender == .male ? Self.he : Self.she).contains(tokens.hashes[token])
      }
      if !goesOn || names.indices(in: words).contains(where: { names.names[$0].kind == .person }) { steps += 1 }
      sentence = max(words.upperBound, sentence + 1)
    }
    return steps
  }

  private static let he = WordSet("he his him")
  private static let she = WordSet("she her hers")

  /// "Chanda denied it. He said so.": the first name alone tells a gender, and abroad it may be wrong. The subject of the
  /// sentence before, where nobody else is named there.
  private func nearSubject(before token: Int) -> Int? {
    let start = tokens.sentence(token).lowerBound
    guard start > tokens.paragraph(token).tokens.lowerBound else { return nil }
    let before = tokens.sentence(start - 1).lowerBound
    let people = names.indices(in: before..<token).filter { names.names[$0].kind == .person }
    guard people.count == 1, let name = people.first.map({ names.names[$0] }), let entity = name.entity,
      isSubject(name),
      !names.entities[entity].isGenderSure
    else { return nil }
    return entity
  }

  /// The same over the paragraph: the one person whom it names, as the subject of a sentence.
  private func onlyPerson(before token: Int) -> Int? {
    let start = tokens.paragraph(token).tokens.lowerBound
    guard start < token else { return nil }
    let people = names.indices(in: start..<token).filter { names.names[$0].kind == .person }
    let entities = Set(people.compactMap { names.names[$0].entity })
    guard entities.count == 1, let entity = entities.first, !names.entities[entity].isGenderSure,
      people.allSatisfy({ names.names[$0].entity != nil && names.names[$0].tokens.upperBound <= token }),
      people.contains(where: { isSubject(names.names[$0]) })
    else { return nil }
    return entity
  }

  /// The one person whom the paragraph names before a token, some left out.
  /// - Parameter gender: Whoever is of another one does not count.
  func onlyNamed(inParagraphOf token: Int, _ gender: Gender = .unknown, but others: [Int] = []) -> Int? {
    let start = tokens.paragraph(token).tokens.lowerBound
    guard start < token else { return nil }
    var found: Int?
    for index in names.indices(in: start..<token) where names.names[index].kind == .person {
      guard let entity = names.names[index].entity else { return nil }
      if others.contains(entity) || !names.entities[entity].gender.allows(gender) { continue }
      guard found ?? entity == entity else { return nil }
      found = entity
    }
    return found
  }

  /// Who has been named most, where nobody has been named lately.
  private func mostNamed(before token: Int, _ gender: Gender) -> Int? {
    var best: (count: Int, entity: Int)?
    for (index, entity) in names.entities.enumerated() where entity.kind == .person && entity.gender.allows(gender) {
      guard let first = entity.mentions.first, names.names[first].tokens.lowerBound < token,
        !NameLines.isReporter(names.names[first], tokens)
      else { continue }
      if entity.mentions.count > best?.count ?? 0 { best = (entity.mentions.count, index) }
    }
    return best?.entity
  }
}
