import ArticleModel

/// Says who a mention of a speaker is, inside one article: the full name for a last name, a title, a pronoun, a role.
///
/// What could be two people's stays as written; a pronoun that means nobody who is named has no speaker. Ask in reading
/// order: the speakers so far help with the next pronoun.
struct NameResolver {
  private let readers: NameReaders
  var names: NameTable { readers.names }
  var tokens: TokenTable { readers.tokens }
  var lexicon: NameLexicon { readers.lexicon }
  var governments: GovernmentNames { readers.governments }
  var mentions: MentionReader { readers.mentions }
  var pronouns: PronounResolver { readers.pronouns }
  var roles: RoleReader { readers.roles }
  var roleIndex: RoleIndex { readers.roleIndex }
  var unnamed: UnnamedSpeaker { readers.unnamed }
  /// Entities that are people, the latest last.
  var people: [Int] = []
  var lastBody: (speaker: Speaker, paragraph: Int, token: Int)?
  /// No whole speaker, here and below: a copy of one is a copy of three texts.
  var lastSpeaker: (name: String, kind: Speaker.Kind)?
  /// The mention of the last speaker.
  var lastMention = 0..<0
  /// Whom the article is an obituary of, once it has been looked for.
  var dead: Int??
  /// The last group that spoke, with its paragraph.
  var lastGroup: (speaker: (name: String, kind: Speaker.Kind), paragraph: Int, token: Int)?
  /// The last single speaker without a name, and where: "he" may be one.
  var lastUnnamed: (speaker: Speaker, token: Int)?
  /// Those who were introduced as "an official", the last of each noun by its hash: "the official" is the same one.
  var introduced: [UInt32: (mention: Range<Int>, noun: Int, speaker: Speaker)] = [:]
  /// Names of a transcript's labels and who they were.
  var labelled: [(name: Range<Int>, speaker: Speaker)] = []
  /// Offices of its labels, alone or before a name, and who they were.
  var offices: [(office: Range<Int>, speaker: Speaker)] = []
  /// Who gives the answers of an interview, once the first answer has come.
  var answering: (person: Int?, label: Int)?
  /// Who asked the last question.
  var asker: Asker?
  /// The words of the statement whose speaker is looked for.
  var words: [Range<Int>] = []
  /// How far whom the last pronoun was taken for was ahead of the next, in sentences between; without end for a mention
  /// that is none.
  private(set) var lead = Double.infinity
  /// The same of the last speaker's mention.
  private(set) var lastLead = Double.infinity
  /// By entity, once they have been asked for.
  private var texts: [(name: String, role: String?)?]

  init(names: NameTable, tokens: TokenTable, finder: NameFinder, quotations: [Quotation]) {
    readers = NameReaders(names: names, tokens: tokens, finder: finder, quotations: quotations)
    texts = [(name: String, role: String?)?](column: nil, count: names.entities.count)
  }

  mutating func speaker(for mention: TextSpan) -> Speaker? { speaker(for: tokens.tokens(in: mention)) }

  /// The speaker of a mention, which must hold a token; `nil` for a pronoun without an antecedent, which would be no name
  /// to find anything by. It is remembered for the pronouns behind.
  mutating func speaker(for mention: Range<Int>) -> Speaker? {
    let mention = withWholeName(mention)
    lead = .infinity
    guard let speaker = resolveSelf(mention) ?? resolve(mention) else { return nil }
    lastSpeaker = (speaker.name, speaker.kind)
    lastMention = mention
    lastLead = lead
    switch speaker.kind {
    case .organisation, .place:
      lastBody = (speaker, Int(tokens.paragraphOf[mention.lowerBound]), mention.lowerBound)
    case .group, .anonymous:
      lastGroup = ((speaker.name, speaker.kind), Int(tokens.paragraphOf[mention.lowerBound]), mention.lowerBound)
    case .person: break
    }
    return speaker
  }

  /// "The striker himself": who it would be without the last word.
  private mutating func resolveSelf(_ mention: Range<Int>) -> Speaker? {
    guard mention.count > 2, Self.selves.contains(tokens.hashes[mention.upperBound - 1]),
      var speaker = resolve(mention.dropLast())
    else { return nil }
    speaker.mention = tokens.span(mention)
    speaker.text = tokens.text(mention)
    return speaker
  }

  private static var selves: FewWords { FewWords("himself", "herself") }

  /// "36-year-old"
  func isAge(_ token: Int) -> Bool {
    tokens.suffixes[token] == Self.old && tokens.shapes[token] != .lower && tokens.end(token) - tokens.start(token) > 9
  }

  /// Whether an age stands behind "a" before a mention that says it again.
  func isIntroducedByAge(_ mention: Range<Int>) -> Bool {
    guard let age = mention.first(where: isAge) else { return false }
    return (1..<max(1, mention.lowerBound)).contains {
      tokens.hashes[$0] == tokens.hashes[age] && Self.indefinites.contains(tokens.hashes[$0 - 1])
    }
  }

  private static var old: UInt32 { ByteHash.of("old") }

  mutating func resolve(_ mention: Range<Int>) -> Speaker? {
    let head = mentions.head(of: mention)
    if let entity = described(mention) { return person(entity, mention) }
    if let speaker = calledByCollective(mention) { return speaker }
    if let index = nameOfOne(mention) { return named(index, mention) }
    switch head {
    case .pronoun(let gender):
      if let litigant = litigant(before: mention, gender) { return litigant }
      if let unnamed = unnamedAntecedent(of: mention.lowerBound, gender) {
        return self.speaker(mention, unnamed.name, unnamed.kind)
      }
      if mention.count > 1 { return calledByAgeOrNation(mention) }
      if let unnamed = relative(before: mention, gender) ?? askedByNarrator(before: mention, gender)
        ?? unnamedNewcomer(before: mention, gender) ?? introducedTeller(before: mention, gender)
      {
        return unnamed
      }
      if let entity = whoAdds(mention, gender) ?? writer(mention, gender) ?? topic(mention, gender) {
        return person(entity, mention)
      }
      if let entity = answerer(mention, gender) ?? askedByName(mention, gender) { return person(entity, mention) }
      let subjects = describedSubjects(before: mention.lowerBound)
      if let choice = pronouns.person(
        at: mention.lowerBound, gender, speakers: people, words: words, described: subjects,
        tookUp: takenUp(before: mention))
      {
        lead = choice.lead
        if isBench(choice.entity, at: mention.lowerBound) {
          let other = pronouns.person(at: mention.lowerBound, gender, speakers: people, but: [choice.entity])
          return other.map { person($0, mention) }
        }
        return person(choice.entity, mention)
      }
      if let entity = namedBehind(mention.lowerBound, gender) {
        lead = 0
        return person(entity, mention)
      }
      return introducedSubject(before: mention, gender)
    case .relative: return antecedent(of: mention)
    case .otherPronoun:
      if isOneOfThem(mention), let name = givenName(of: mention) { return named(name, introducedBy: mention) }
      return otherPronoun(mention)
    case .several(let indices): return speaker(mention, joined(indices), .group)
    case .name(let index):
      if let person = personBeside(index, mention) { return named(person, mention) }
      return company(calledLike: index, mention) ?? named(index, mention)
    case .noun, .nothing:
      if case .noun = head, let name = givenName(of: mention) { return named(name, introducedBy: mention) }
      guard mention.count == 1 else { return unexplained(mention, head) }
      if let body = body(calledBy: mention.lowerBound) { return named(body, mention) }
      return isNobody(mention.lowerBound) ? nil : unexplained(mention, head)
    }
  }

  /// "Jane Doe, the mayor of Norvik, and Roe": "Jane Doe and John Roe".
  func joined(_ indices: [Int]) -> String {
    var texts: [String] = []
    for index in indices where !texts.contains(text(names.names[index])) { texts.append(text(names.names[index])) }
    guard let last = texts.popLast() else { return "" }
    return texts.isEmpty ? last : "\(texts.joined(separator: ", ")) and \(last)"
  }

  // MARK: Names

  mutating func named(_ index: Int, _ mention: Range<Int>) -> Speaker {
    let name = names.names[index]
    switch name.kind {
    case .person:
      if let entity = name.entity { return person(entity, mention) }
      return speaker(mention, tokens.text(name.hasHonorific ? name.full : name.tokens), .person)
    case .organisation:
      // "Downing Street" is known as a body and speaks for a country.
      if governments.isMetonym(name.tokens, in: tokens), let country = governments.country(name.tokens, in: tokens) {
        return speaker(mention, country, .place)
      }
      return speaker(mention, text(name), .organisation)
    default:
      let country = governments.country(name.tokens, in: tokens)
      return speaker(mention, country ?? tokens.text(name.tokens), .place)
    }
  }

  func text(_ name: FoundName) -> String {
    name.entity.map { names.canonicalName(of: $0, in: tokens) } ?? tokens.text(name.tokens)
  }

  mutating func person(_ entity: Int, _ mention: Range<Int>) -> Speaker {
    people.append(entity)
    if let known = texts[entity] { return person(mention, known) }
    let known = (names.canonicalName(of: entity, in: tokens), roles.role(of: entity).map(tokens.text))
    texts[entity] = known
    return person(mention, known)
  }

  private func person(_ mention: Range<Int>, _ known: (name: String, role: String?)) -> Speaker {
    Speaker(
      mention: tokens.span(mention), text: tokens.text(mention), name: known.name, kind: .person, role: known.role)
  }

  // MARK: Speakers

  func speaker(_ mention: Range<Int>, _ name: String, _ kind: Speaker.Kind) -> Speaker {
    Speaker(mention: tokens.span(mention), text: tokens.text(mention), name: name, kind: kind)
  }

  /// The mention itself, as far as it is a name to find somebody by.
  func asWritten(_ mention: Range<Int>, _ kind: Speaker.Kind, head: Int? = nil) -> Speaker {
    speaker(mention, unnamed.text(mention, head: head), kind)
  }
}
