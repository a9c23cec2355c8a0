/// What the pronouns of an article tell of somebody's gender, where the lists know none or seem to be wrong: first names are
/// given to women here and to men there, and an honour that most of its bearers are men for is a woman's too.
///
///     Sari Tamm clarified that it was not her ministry. [...] Earlier Tamm had voiced regret. She admitted ...
///
/// One sentence is enough where nothing else tells; against a list it takes two, and none for it.
struct GenderVotes {
  private let resolver: PronounResolver
  private var tokens: TokenTable { resolver.tokens }
  private var names: NameTable { resolver.names }
  private var lexicon: NameLexicon { resolver.lexicon }

  init(_ names: NameTable, _ tokens: TokenTable, _ lexicon: NameLexicon, isQuoted: [Bool]) {
    resolver = PronounResolver(names: names, tokens: tokens, lexicon: lexicon, isQuoted: isQuoted)
  }

  /// The names with what has been learned.
  func counted() -> NameTable {
    var votes: [Int: (male: Int, female: Int)] = [:]
    for index in names.names.indices {
      let name = names.names[index]
      guard name.kind == .person, let entity = name.entity,
        // Against a list one sentence is not enough.
        names.entities[entity].gender == .unknown || names.entities[entity].mentions.count > 1,
        case let gender = told(by: name), gender != .unknown
      else { continue }
      votes[entity, default: (0, 0)].male += gender == .male ? 1 : 0
      votes[entity, default: (0, 0)].female += gender == .female ? 1 : 0
    }
    guard !votes.isEmpty else { return names }
    var table = names
    for (entity, count) in votes {
      guard count.male == 0 || count.female == 0, case let gender:Gender = count.male > 0 ? .male : .female,
        gender != table.entities[entity].gender,
        table.entities[entity].gender == .unknown || count.male + count.female > 1 && !isAddressed(entity)
      else { continue }
      table.entities[entity].gender = gender
      table.entities[entity].isGenderGuessed = true
      table.entities[entity].isGenderSure = false
    }
    return table
  }

  /// "Mr Tamm": nothing is surer.
  private func isAddressed(_ entity: Int) -> Bool {
    names.entities[entity].mentions.contains { index in
      names.names[index].title.contains { Self.forms.contains(tokens.hashes[$0]) }
    }
  }

  /// Of the pronoun that takes up a name, behind it in its sentence or at the beginning of the next.
  private func told(by name: FoundName) -> Gender {
    let first = name.full.lowerBound
    let sentence = tokens.sentence(first)
    guard !isQuoted(first), !resolver.isPossessive(name), isSubject(name), !follows(anybodyIn: sentence, name),
      // "In a Tumblr post she"
      first == 0 || !Pronouns.articles.contains(tokens.hashes[first - 1])
    else { return .unknown }
    let next = min(sentence.upperBound, name.tokens.upperBound + Self.farthestPronoun)
    for token in name.tokens.upperBound..<max(next, name.tokens.upperBound) {
      if tokens.marks[token] != .none || tokens.isCharacter(token, ";") || tokens.isCharacter(token, ":")
        || isPerson(token)
      {
        return .unknown
      }
      if case .pronoun(let gender)? = Pronouns.head(tokens.hashes[token]) {
        return isOwn(token) && !isMeant(gender, before: sentence.lowerBound) ? gender : .unknown
      }
      if tellsGender(token) { return .unknown }
    }
    return next == sentence.upperBound ? genderOfOpening(behind: sentence) : .unknown
  }

  /// `She admitted` behind the sentence.
  private func genderOfOpening(behind sentence: Range<Int>) -> Gender {
    let next = sentence.upperBound
    guard next < tokens.count, tokens.paragraphOf[next] - tokens.paragraphOf[sentence.lowerBound] <= 1,
      Self.openings.contains(tokens.hashes[next]), case .pronoun(let gender)? = Pronouns.head(tokens.hashes[next]),
      !isMeant(gender, before: sentence.lowerBound)
    else { return .unknown }
    return gender
  }

  /// "Earlier Tamm had voiced regret", "In a report, Tamm clarified", too.
  private func isSubject(_ name: FoundName) -> Bool {
    if resolver.isSubject(name) { return true }
    let (before, next) = (name.full.lowerBound - 1, name.tokens.upperBound)
    guard before >= 0, tokens.isCharacter(before, ","), next < tokens.count, tokens.shapes[next] == .lower else {
      return false
    }
    return Self.auxiliaries.contains(tokens.hashes[next]) || lexicon.classes(at: next, in: tokens).contains(.speech)
  }

  /// Whether somebody else is named in the sentence before a name, or spoken of.
  private func follows(anybodyIn sentence: Range<Int>, _ name: FoundName) -> Bool {
    (sentence.lowerBound..<name.full.lowerBound).contains { isPerson($0) || tellsGender($0) }
  }

  private func isPerson(_ token: Int) -> Bool { names.name(at: token).map { $0.kind == .person } ?? false }

  /// "she said", "her ministry", not "met her".
  private func isOwn(_ pronoun: Int) -> Bool {
    if Self.subjects.contains(tokens.hashes[pronoun]) { return true }
    guard tokens.hashes[pronoun] == Self.her, pronoun + 1 < tokens.count, tokens.shapes[pronoun + 1] == .lower else {
      return false
    }
    let classes = lexicon.classes(at: pronoun + 1, in: tokens)
    return classes.hasAny([.nominal, .institution, .role, .kin]) && !classes.contains(.function)
  }

  /// Whether somebody of a gender came up in the paragraph before, or is named there and may be of it.
  private func isMeant(_ gender: Gender, before sentence: Int) -> Bool {
    let start = max(tokens.paragraph(sentence).tokens.lowerBound, sentence - Self.farthestOther)
    let isNamed = names.indices(in: start..<max(start, sentence)).contains { index in
      names.names[index].kind == .person
        && names.names[index].entity.map { names.entities[$0].gender == gender } ?? false
    }
    return isNamed
      || (start..<max(start, sentence)).contains { token in
        if case .pronoun(gender)? = Pronouns.head(tokens.hashes[token]) { return true }
        return lexicon.classes(at: token, in: tokens).titleGender == gender
      }
  }

  private func tellsGender(_ token: Int) -> Bool {
    guard tokens.shapes[token] == .lower else { return false }
    if case .pronoun? = Pronouns.head(tokens.hashes[token]) { return true }
    return lexicon.classes(at: token, in: tokens).titleGender != .unknown
  }

  private func isQuoted(_ token: Int) -> Bool { resolver.isQuoted.indices.contains(token) && resolver.isQuoted[token] }

  /// In tokens.
  private static let farthestPronoun = 24
  private static let farthestOther = 400
  private static let subjects = WordSet("he she his himself herself")
  private static let auxiliaries = WordSet("had has was is will would did")
  private static var openings: FewWords { FewWords("he", "she") }
  private static var her: UInt32 { ByteHash.of("her") }
  private static let forms = WordSet(
    "mr mr. mrs mrs. ms ms. miss sir lady lord dame king queen prince princess father sister brother")
}
