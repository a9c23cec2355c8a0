/// What a mention of a speaker is built around.
enum MentionHead: Hashable {
  /// "he", "she".
  case pronoun(Gender)
  /// "they", "it", "we".
  case otherPronoun
  /// "who", behind the one it stands for.
  case relative
  /// Index into `NameTable.names`.
  case name(Int)
  /// "Jane Doe and John Roe", as indices into `NameTable.names`.
  case several([Int])
  /// A noun, and whether "the" or a possessive makes it somebody known.
  case noun(Int, isDefinite: Bool)
  case nothing
}

/// Finds the head of a mention: the name that is its own and not that of somebody's employer, opponent or wife.
///
/// A class for the same reason as `TokenTable`.
final class MentionReader: Sendable {
  let names: NameTable
  let tokens: TokenTable
  let lexicon: NameLexicon

  init(names: NameTable, tokens: TokenTable, lexicon: NameLexicon) {
    (self.names, self.tokens, self.lexicon) = (names, tokens, lexicon)
  }

  func head(of mention: Range<Int>) -> MentionHead {
    let mention = lastClause(of: trimmed(mention))
    guard let first = mention.first else { return .nothing }
    if mention.count == 1, let pronoun = Pronouns.head(tokens.hashes[first]) { return pronoun }
    let chunk = chunk(of: mention)
    if isCalledByAge(chunk) { return .pronoun(.unknown) }
    let indices = names.indices(in: mention)
    // As nearly all: no lists of names.
    if indices.count <= 1 { return head(indices.first, in: chunk, of: mention) }
    let own = ownNames(indices, in: mention)
    let people = own.filter { names.names[$0].kind == .person }
    if people.count > 1, let last = people.last, isBehindVerb(of: people[0], last, mention) { return .name(last) }
    if people.count > 1, areJoined(people[0], people[people.count - 1]) {
      // "Doe (FF), Roe (FG) and Ann Ode who": whom the clause belongs to.
      let last = people[people.count - 1]
      return isBeforeClause(names.names[last], mention) ? .name(last) : .several(people)
    }
    // "The Chief Conservator of Forests, Mr Alex Moro": the office was taken for a name.
    if people.count > 1, let full = fullName(of: people[0], in: people) { return .name(full) }
    if people.count > 1, let last = people.last, isNamed(last, behind: people[0], mention) { return .name(last) }
    if people.count > 1, let last = people.last, isBehindAgent(last, people[0], mention) { return .name(last) }
    // "Doe senior adviser Jane Roe": whose name ends the phrase.
    if let person = people.first(where: { names.names[$0].tokens.upperBound == chunk.upperBound }) {
      return .name(person)
    }
    if let person = people.first { return .name(person) }
    if own.count > 1, areJoined(own[0], own[1]) { return .several(own) }
    if let name = own.first(where: { names.names[$0].tokens.upperBound == chunk.upperBound }) { return .name(name) }
    if let name = own.first(where: { isApposition($0, behind: chunk, mention) }) { return .name(name) }
    if let noun = noun(in: chunk) {
      return .noun(noun, isDefinite: isDefinite(chunk))
    }
    if let name = own.first { return .name(name) }
    return .nothing
  }

  /// The same of a mention with no more than one name in it.
  private func head(_ index: Int?, in chunk: Range<Int>, of mention: Range<Int>) -> MentionHead {
    let own = index.flatMap { isOwn($0, mention) ? $0 : nil }
    if let own, case let name = names.names[own],
      name.kind == .person || name.tokens.upperBound == chunk.upperBound || isApposition(own, behind: chunk, mention)
    {
      return .name(own)
    }
    if let noun = noun(in: chunk) { return .noun(noun, isDefinite: isDefinite(chunk)) }
    return own.map { .name($0) } ?? .nothing
  }

  /// "Another Lind, the chief whip Ole Lind,": the whole name behind a comma.
  private func fullName(of index: Int, in people: [Int]) -> Int? {
    let name = names.names[index]
    guard name.tokens.count == 1, tokens.isCharacter(name.tokens.upperBound, ",") else { return nil }
    return people.dropFirst().first {
      let other = names.names[$0]
      return other.isFull && other.tokens.count > 1
        && tokens.hashes[other.tokens.upperBound - 1] == tokens.hashes[name.tokens.lowerBound]
    }
  }

  /// Whether a name of several words, or with an honorific, stands behind a comma and the other is one word with an article
  /// and a title.
  private func isNamed(_ index: Int, behind other: Int, _ mention: Range<Int>) -> Bool {
    let (name, office) = (names.names[index], names.names[other])
    return office.tokens.count == 1 && !office.title.isEmpty && !office.hasHonorific
      && office.full.lowerBound == mention.lowerBound + 1
      && Pronouns.articles.contains(tokens.hashes[mention.lowerBound])
      && (name.tokens.count > 1 || name.hasHonorific) && tokens.isCharacter(name.full.lowerBound - 1, ",")
  }

  /// "a letter read by the clerk, Ann Ode, Joe Roe said", "read by Town Clerk Ann Ode, trader Joe Roe called": behind "by" stands
  /// who did something, and behind the last comma who speaks.
  private func isBehindAgent(_ index: Int, _ other: Int, _ mention: Range<Int>) -> Bool {
    let (name, agent) = (names.names[index], names.names[other])
    guard mention.lowerBound > 0, tokens.hashes[mention.lowerBound - 1] == Self.by,
      name.tokens.upperBound >= mention.upperBound - 1, agent.tokens.upperBound < name.full.lowerBound
    else { return false }
    let between = agent.tokens.upperBound..<name.full.lowerBound
    return tokens.isCharacter(between.lowerBound, ",") && between.dropFirst().allSatisfy(tokens.isWord)
  }

  private static var by: UInt32 { ByteHash.of("by") }

  private func trimmed(_ mention: Range<Int>) -> Range<Int> {
    var range = mention
    while let first = range.first, !tokens.isWord(first) { range = (first + 1)..<range.upperBound }
    while let last = range.last, !tokens.isWord(last) || range.count > 1 && isPossessiveMark(last) && !endsName(last) {
      range = range.lowerBound..<last
    }
    return range
  }

  /// "The index fell, and analyst Jane Doe": what belongs to the clause before was taken for who speaks.
  private func lastClause(of mention: Range<Int>) -> Range<Int> {
    guard mention.count > 6,
      let joint = mention.dropFirst(2).dropLast().last(where: { Self.joints.contains(tokens.hashes[$0]) }),
      tokens.isCharacter(joint - 1, ","), names.name(at: mention.upperBound - 1)?.kind == .person,
      (mention.lowerBound..<joint).contains(where: { token in
        let classes = lexicon.classes(at: token, in: tokens)
        return tokens.shapes[token] == .lower && classes.contains(.verb) && !classes.hasAny([.nominal, .function])
      })
    else { return mention }
    return joint + 1..<mention.upperBound
  }

  private static var joints: FewWords { FewWords("and", "but") }

  /// "The company, Andes Cobre S.A.,": the name behind the comma.
  private func isApposition(_ index: Int, behind chunk: Range<Int>, _ mention: Range<Int>) -> Bool {
    let name = names.names[index]
    guard chunk.upperBound < mention.upperBound, tokens.isCharacter(chunk.upperBound, ",") else { return false }
    let isLast = (name.tokens.upperBound..<max(name.tokens.upperBound, mention.upperBound)).allSatisfy {
      !tokens.isWord($0)
    }
    // "The owner, Norvik-based Andes Cobre,"
    let gap = chunk.upperBound + 1..<max(chunk.upperBound + 1, name.tokens.lowerBound)
    return name.kind == .organisation && gap.count <= 2 && isLast
      && gap.allSatisfy { tokens.shapes[$0].isCapitalised }
  }

  /// "the 51-year-old": somebody who has been named.
  private func isCalledByAge(_ chunk: Range<Int>) -> Bool {
    guard chunk.count == 2, Pronouns.definites.contains(tokens.hashes[chunk.lowerBound]) else { return false }
    if isCalledByNation(chunk.upperBound - 1) { return true }
    let bytes = tokens.bytes[tokens.start(chunk.upperBound - 1)..<tokens.end(chunk.upperBound - 1)]
    return tokens.shapes[chunk.upperBound - 1] == .numeric && bytes.suffix(9).elementsEqual("-year-old".utf8)
  }

  /// The mark of "Moody's" belongs to the name.
  private func endsName(_ token: Int) -> Bool {
    guard let name = names.name(at: token) else { return false }
    return name.kind == .organisation && name.tokens.upperBound == token + 1
  }

  /// "the Kazakh said": one of that nation; plurals and what means all of them ("the French") do not.
  private func isCalledByNation(_ token: Int) -> Bool {
    guard tokens.shapes[token] == .capitalised, lexicon.classes(at: token, in: tokens).contains(.peopleWord) else {
      return false
    }
    return tokens.withFolded(token..<(token + 1)) { word in
      !Self.collectives.contains { word.suffix($0.count).elementsEqual($0) }
    }
  }

  private static let collectives: [[UInt8]] = ["s", "ese", "sh", "nch", "tch", "iss", "men"].map { Array($0.utf8) }

  private func isPossessiveMark(_ token: Int) -> Bool { Pronouns.possessives.contains(tokens.hashes[token]) }

  /// "Ann Ode met the miners and Joe Roe": the one does something, and the other speaks.
  private func isBehindVerb(of first: Int, _ last: Int, _ mention: Range<Int>) -> Bool {
    let (verb, name) = (names.names[first].tokens.upperBound, names.names[last])
    guard verb + 1 < name.full.lowerBound, name.tokens.upperBound == mention.upperBound,
      tokens.shapes[verb] == .lower, Pronouns.joints.contains(tokens.hashes[name.full.lowerBound - 1])
    else { return false }
    let classes = lexicon.classes(at: verb, in: tokens)
    return classes.contains(.verb) && !classes.hasAny([.function, .nominal, .role])
  }

  /// Whether "who" ends a mention, right behind a name.
  private func isBeforeClause(_ name: FoundName, _ mention: Range<Int>) -> Bool {
    let last = mention.upperBound - 1
    return name.tokens.upperBound == last && tokens.hashes[last] == Self.who
  }

  private static var who: UInt32 { ByteHash.of("who") }

  private func areJoined(_ left: Int, _ right: Int) -> Bool {
    let between =
      names.names[left].tokens
      .upperBound..<max(
        names.names[left].tokens.upperBound, names.names[right].full.lowerBound)
    guard names.names[left].kind == names.names[right].kind else { return false }
    return between.contains { Pronouns.joints.contains(tokens.hashes[$0]) }
  }

  /// The mention up to the first comma, preposition or relative pronoun.
  private func chunk(of mention: Range<Int>) -> Range<Int> {
    var token = mention.lowerBound
    while token < mention.upperBound {
      let isStop =
        token > mention.lowerBound
        && (Pronouns.prepositions.contains(tokens.hashes[token]) || Pronouns.relatives.contains(tokens.hashes[token])
          || tokens.isCharacter(token, ",") || tokens.isCharacter(token, "("))
      if isStop { break }
      token += 1
    }
    return mention.lowerBound..<token
  }

  /// The last noun of a chunk.
  private func noun(in chunk: Range<Int>) -> Int? {
    let nouns: WordClass = [.role, .office, .people, .institution, .anonymousNoun, .nominal]
    for token in chunk.reversed() where tokens.isWord(token) {
      let classes = lexicon.classes(at: token, in: tokens)
      if classes.hasAny(nouns), !classes.contains(.function) || classes.hasAny([.people, .anonymousNoun]) {
        return token
      }
      // "A Qatari official briefed on the talks"
      if isParticiple(token, behind: chunk.lowerBound) { continue }
      if tokens.shapes[token] == .lower, !classes.contains(.commonWord), !classes.contains(.function) { return token }
    }
    return nil
  }

  /// "briefed", right behind a noun for somebody.
  private func isParticiple(_ token: Int, behind first: Int) -> Bool {
    guard token > first + 1,
      lexicon.classes(at: token - 1, in: tokens).hasAny([.role, .people, .anonymousNoun])
    else { return false }
    return tokens.bytes[tokens.start(token)..<tokens.end(token)].suffix(2).elementsEqual("ed".utf8)
  }

  private func isDefinite(_ chunk: Range<Int>) -> Bool {
    guard let first = chunk.first else { return false }
    if Pronouns.definites.contains(tokens.hashes[first]) { return true }
    return chunk.contains { Pronouns.possessives.contains(tokens.hashes[$0]) }
  }
}
