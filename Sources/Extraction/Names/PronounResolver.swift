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
    let lastSpeakerBefore = 1.8
    let doubtful = 0.8
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
    at token: Int, _ gender: Gender, speakers: [Int], words: [Range<Int>], described: [Subject] = [],
    tookUp: Subject? = nil
  ) -> Choice? {
    let described = tookUp.map { described + [$0] } ?? described
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

  private func isBehindArticleOrNumber(_ name: FoundName) -> Bool {
    let before = name.full.lowerBound - 1
    return before >= 0
      && (Pronouns.articles.contains(tokens.hashes[before]) || tokens.shapes[before].isDigits
        || tokens.shapes[before] == .numeric)
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
        // "In a Tumblr post, she", "the 8th Circuit"
        !isBehindArticleOrNumber(name) || !isDoubtful(entity)
      else { continue }
      var score = score(name, entity, token, gender) + bonus(entity, speakers, distance)
      if entity == spokenOf { score -= Self.weights.spokenOf }
      if let words, opensSentence(name, of: token, words) { score += Self.weights.sameSentence }
      offer(entity, score)
    }
    return best.map { Choice(entity: $0.entity, lead: $0.score - second) }
  }

  /// `“Ode was seven,” she said`
  func isSpokenOf(_ entity: Int, in words: [Range<Int>]) -> Bool {
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

  /// Names in captions stand beside the text, not before it; those of who reports stand above it.
  func canBeMeant(_ name: FoundName, _ token: Int) -> Bool {
    let kind = tokens.paragraph(name.tokens.lowerBound).kind
    return (kind != .caption || tokens.paragraph(token).kind == .caption) && !NameLines.isReporter(name, tokens)
      && !isOfPlace(name) && !isCredit(name)
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
        !NameLines.isReporter(names.names[first], tokens), !isOfPlace(names.names[first])
      else { continue }
      if entity.mentions.count > best?.count ?? 0 { best = (entity.mentions.count, index) }
    }
    return best?.entity
  }
}
