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

  /// A mention that begins inside a name ("Korea's ministry" in "South Korea's ministry") begins with it; one that ends
  /// inside one ("Minister Rima" in "Minister Rima el-Khazen") ends with it.
  private func withWholeName(_ mention: Range<Int>) -> Range<Int> {
    var (first, end) = (mention.lowerBound, mention.upperBound)
    if let name = names.name(at: first), name.kind != .other { first = min(name.tokens.lowerBound, first) }
    if let name = names.name(at: end - 1) {
      let isCut =
        name.tokens.upperBound == end + 1 && end < tokens.count && Pronouns.possessives.contains(tokens.hashes[end])
      if name.kind == .person || name.kind == .organisation && isCut { end = max(name.tokens.upperBound, end) }
    }
    // "Mr" of "Mr Were"
    if end - first == 1, let name = names.name(at: end), name.hasHonorific, name.full.lowerBound == first {
      end = name.tokens.upperBound
    }
    if end - first == 1, let many = oneOfMany(first) { return many }
    if let name = calledByDay(beside: first..<end) { return name }
    if let phrase = nationals(first..<end) { return phrase }
    if let noun = owned(behind: first..<end) { end = noun + 1 }
    if end - first == 1, let phrase = nation(at: first) ?? startOfAgency(endingAt: first) { first = phrase }
    // "a Budapest court", "An EU diplomat": the place or the body alone was taken for who speaks.
    if let owner = names.name(at: first), owner.tokens == first..<end, end < tokens.count,
      tokens.shapes[end] == .lower, case let classes = lexicon.classes(at: end, in: tokens), !classes.contains(.speech),
      owner.kind == .place && classes.hasAny([.institution, .people]) && !governments.isGovernment(end, tokens)
        || owner.kind == .organisation && classes.hasAny([.role, .anonymousNoun]) && first > 0
          && Self.indefinites.contains(tokens.hashes[first - 1])
    {
      end += 1
      if first > 0, Pronouns.articles.contains(tokens.hashes[first - 1]) { first -= 1 }
    }
    return first..<end
  }

  /// "party" of "North Norland's main opposition party" whose owner alone was taken for who speaks.
  private func owned(behind mention: Range<Int>) -> Int? {
    var mark = mention.upperBound - 1
    if mark + 1 < tokens.count, Pronouns.possessives.contains(tokens.hashes[mark + 1]) { mark += 1 }
    guard mark > mention.lowerBound, Pronouns.possessives.contains(tokens.hashes[mark]),
      let owner = names.name(at: mark - 1), owner.kind == .place, owner.tokens.upperBound == mark
    else { return nil }
    for noun in mark + 1..<max(mark + 1, min(tokens.count, mark + 6)) {
      let classes = lexicon.classes(at: noun, in: tokens)
      guard tokens.shapes[noun] == .lower, !classes.hasAny([.function, .speech]) else { return nil }
      let isLast =
        noun + 1 >= tokens.count || tokens.shapes[noun + 1] != .lower
        || !lexicon.classes(at: noun + 1, in: tokens).contains(.nominal)
      if isLast { return classes.hasAny([.institution, .people, .role, .anonymousNoun]) ? noun : nil }
    }
    return nil
  }

  /// "a visiting German engineer" whose nation alone was taken for who speaks.
  private func nationals(_ mention: Range<Int>) -> Range<Int>? {
    let (first, next) = (mention.lowerBound, mention.upperBound)
    guard mention.count == 1, next < tokens.count, tokens.shapes[first] == .capitalised, tokens.shapes[next] == .lower,
      lexicon.classes(at: first, in: tokens).contains(.peopleWord),
      lexicon.classes(at: next, in: tokens).hasAny([.role, .people, .anonymousNoun])
    else { return nil }
    let start = tokens.sentence(first).lowerBound
    let article = (max(start, first - 2)..<first).last { Pronouns.articles.contains(tokens.hashes[$0]) }
    return (article ?? first)..<next + 1
  }

  /// Where "the Kazakh" of "..., said the Kazakh." or "the 36-year-old Kazakh" begins whose last word was taken for who
  /// speaks.
  private func nation(at token: Int) -> Int? {
    guard token > 0, tokens.shapes[token] == .capitalised,
      lexicon.classes(at: token, in: tokens).contains(.peopleWord)
    else { return nil }
    if token + 1 < tokens.count, tokens.isWord(token + 1) {
      // "The Chilean blamed her wrist and said": behind the second verb.
      let isSubject =
        tokens.hashes[token - 1] == Self.the && tokens.sentence(token).lowerBound == token - 1
        && tokens.shapes[token + 1] == .lower && lexicon.classes(at: token + 1, in: tokens).contains(.speech)
      return isSubject ? token - 1 : nil
    }
    guard token > 1 else { return nil }
    let article = isAge(token - 1) ? token - 2 : token - 1
    return article > 0 && tokens.hashes[article] == Self.the
      && lexicon.classes(at: article - 1, in: tokens).contains(.speech) ? article : nil
  }

  /// Where "The U.S. Tsunami Warning System" begins whose last word was taken for who speaks.
  private func startOfAgency(endingAt token: Int) -> Int? {
    guard token > 2, tokens.shapes[token] == .capitalised, tokens.shapes[token - 1] == .capitalised,
      names.name(at: token).map({ $0.kind == .other }) ?? true,
      names.name(at: token - 1).map({ $0.kind == .other }) ?? true
    else { return nil }
    let start = tokens.sentence(token).lowerBound
    var first = token - 1
    while first > start, token - first < 5, tokens.shapes[first].isCapitalised,
      !Self.states.contains(tokens.hashes[first])
    {
      first -= 1
    }
    return Self.states.contains(tokens.hashes[first]) ? first : nil
  }

  private static let states = WordSet("u.s. us u.n. un uk u.k. eu e.u.")

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

  private static var the: UInt32 { ByteHash.of("the") }
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

  /// Who speaks where no name stands.
  private mutating func unexplained(_ mention: Range<Int>, _ head: MentionHead) -> Speaker {
    if let name = nameBefore(apposition: mention) { return named(name, mention) }
    if isOneOfMany(mention) { return remembered(asWritten(mention, .anonymous), mention.lowerBound) }
    if let issuer = issuer(ofDocument: mention) { return speaker(mention, issuer.name, issuer.kind) }
    if case .noun(let noun, let isDefinite) = head {
      if let issuer = issuer(of: noun, mention) { return issuer }
      let speaker = byNoun(noun, isDefinite, mention)
      introduce(speaker, by: noun, mention)
      return speaker
    }
    let mention = lastOwned(in: mention)
    if isUnknownName(mention) || isUnknownTeller(mention) {
      return remembered(asWritten(mention, .person), mention.lowerBound)
    }
    return asWritten(mention, mention.count == 1 && tokens.shapes[mention.lowerBound] == .handle ? .person : .group)
  }

  /// "Jane Doe" of "Jane Doe, a law professor, said", where what she is was taken for who speaks.
  private func nameBefore(apposition mention: Range<Int>) -> Int? {
    let (comma, end) = (mention.lowerBound - 1, mention.upperBound)
    guard comma > 0, Self.indefinites.contains(tokens.hashes[mention.lowerBound]), tokens.isCharacter(comma, ","),
      end < tokens.count, tokens.isCharacter(end, ",") || tokens.isCharacter(end - 1, ","),
      let name = names.name(at: comma - 1), name.kind == .person, name.tokens.upperBound == comma,
      name.full.lowerBound == tokens.sentence(comma).lowerBound
    else { return nil }
    return names.index(endingAfter: comma - 1)
  }

  /// "Lakwin Rao, another traveller,": two or three words with capitals that nothing in the article explains, and a comma.
  private func isUnknownName(_ mention: Range<Int>) -> Bool {
    let end = mention.first { !tokens.isWord($0) } ?? mention.upperBound
    return (2...3).contains(end - mention.lowerBound) && end < tokens.count && tokens.isCharacter(end, ",")
      && (mention.lowerBound..<end).allSatisfy {
        tokens.shapes[$0] == .capitalised
          && lexicon.classes(at: $0, in: tokens).isDisjoint(with: [
            .organisation, .organisationTail, .place, .people, .institution,
          ])
      }
  }

  /// "said Bachir Odeh as he filled his cans": two or three such words behind a verb of saying, and the occasion.
  private func isUnknownTeller(_ mention: Range<Int>) -> Bool {
    let end = mention.first { tokens.shapes[$0] != .capitalised } ?? mention.upperBound
    return (2...3).contains(end - mention.lowerBound) && end < mention.upperBound && mention.lowerBound > 0
      && lexicon.classes(at: mention.lowerBound - 1, in: tokens).contains(.speech)
      && UnnamedSpeaker.occasions.contains(tokens.hashes[end])
      && (mention.lowerBound..<end).allSatisfy {
        lexicon.classes(at: $0, in: tokens).isDisjoint(with: [
          .organisation, .organisationTail, .place, .people, .institution, .role,
        ])
      }
  }

  /// "Jane Doe, the mayor of Norvik, and Roe": "Jane Doe and John Roe".
  func joined(_ indices: [Int]) -> String {
    var texts: [String] = []
    for index in indices where !texts.contains(text(names.names[index])) { texts.append(text(names.names[index])) }
    guard let last = texts.popLast() else { return "" }
    return texts.isEmpty ? last : "\(texts.joined(separator: ", ")) and \(last)"
  }

  /// Whom "he" means where somebody without a name spoke last: in this paragraph, with no person named since.
  private func unnamedAntecedent(of pronoun: Int, _ gender: Gender) -> Speaker? {
    guard let lastUnnamed, lastUnnamed.token < pronoun,
      lexicon.classes(at: lastUnnamed.token, in: tokens).titleGender.allows(gender),
      !isAsked(by: lastUnnamed.token, answering: pronoun)
    else { return nil }
    let distance = tokens.paragraphOf[pronoun] - tokens.paragraphOf[lastUnnamed.token]
    // The paragraph behind goes on with somebody who spoke last, where nobody else can be meant.
    guard
      distance == 0
        || lastSpeaker?.name == lastUnnamed.speaker.name
          && (distance == 1
            || lastUnnamed.speaker.kind == .anonymous
              && goesOnInMarks(from: lastUnnamed.token, to: pronoun, distance))
    else { return nil }
    let first = distance == 0 ? lastUnnamed.token : tokens.paragraph(lastUnnamed.token).tokens.lowerBound
    let between = names.index(endingAfter: first)..<names.index(endingAfter: pronoun)
    let isAnother = between.contains { index in
      let name = names.names[index]
      return name.kind == .person && !isSpokenOf(name) && !(name.entity.map(pronouns.isDoubtful) ?? false)
        && (name.tokens.lowerBound > lastUnnamed.token || !isInReport(name) || lastUnnamed.speaker.kind != .anonymous)
    }
    return isAnother ? nil : lastUnnamed.speaker
  }

  /// Whether nothing but paragraphs that begin with a mark stands between two tokens: whoever speaks speaks on.
  private func goesOnInMarks(from first: Int, to last: Int, _ distance: Int32) -> Bool {
    distance <= 5
      && (tokens.paragraphOf[first] + 1..<tokens.paragraphOf[last]).allSatisfy {
        tokens.paragraphs[Int($0)].tokens.first.map { tokens.marks[$0] != .none } ?? false
      }
  }

  /// `he said, “Roe will not come”`: whom the quoted words name.
  private func isSpokenOf(_ name: FoundName) -> Bool {
    isQuoted(name.tokens.lowerBound) && words.contains { $0.contains(name.tokens.lowerBound) }
  }

  /// "that Roe kept cash in a freezer": who is spoken of.
  private func isInReport(_ name: FoundName) -> Bool {
    name.full.lowerBound > 0 && Self.reporting.contains(tokens.hashes[name.full.lowerBound - 1])
  }

  private static var reporting: FewWords { FewWords("that", "whether", "how") }

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
