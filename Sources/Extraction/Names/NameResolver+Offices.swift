import ArticleModel

/// Labels of a transcript that are an office, and offices behind labels: `PRIME MINISTER:`, `Ada Ode – Chair:`.
extension NameResolver {
  /// Who speaks behind a label that is an office and no name: who had it before a name in another label, whom the text
  /// calls so, else the office as written. `nil` for a label that is a name.
  mutating func holder(ofOffice label: Range<Int>) -> Speaker? {
    guard isOffice(label) else { return nil }
    let office = withoutArticle(label)
    var speaker = speaker(label, tokens.text(label), .anonymous)
    if let known = offices.first(where: { isSame(withoutArticle($0.office), office) }) {
      speaker.name = known.speaker.name
      speaker.kind = known.speaker.kind
      speaker.role = known.speaker.role
      return speaker
    }
    if let entity = person(calledBy: office, before: label.lowerBound) { speaker = person(entity, label) }
    offices.append((office, speaker))
    return speaker
  }

  /// Whether a label ends with a noun for an office, or has one before "for" or "of": `MINISTER FOR TRADE`. Nobody in the
  /// article is called so: `BAKER` may be a name.
  func isOffice(_ label: Range<Int>) -> Bool {
    let office = withoutArticle(label)
    guard !office.isEmpty else { return false }
    let end = office.first { Self.officeJoints.contains(tokens.hashes[$0]) } ?? office.upperBound
    guard end > office.lowerBound, isHolder(end - 1) else { return false }
    if label.count == 1, !lexicon.classes(at: end - 1, in: tokens).contains(.office) { return false }
    let isPhrase = lexicon.phrase(at: office.lowerBound, in: tokens, before: end)?.end == end
    // "JUDGE MASON" ends with a name, "FINANCE MINISTER" and "COMMITTEE CHAIR" with an office.
    guard isPhrase || (office.lowerBound..<end - 1).allSatisfy(modifiesOffice) else { return false }
    return !names.entities.contains { entity in
      entity.kind == .person && entity.name.count > 1
        && tokens.hashes[entity.name.upperBound - 1] == tokens.hashes[office.upperBound - 1]
    }
  }

  private func modifiesOffice(_ token: Int) -> Bool {
    let classes = lexicon.classes(at: token, in: tokens)
    return classes.contains(.modifier)
      || !classes.hasAny([.honorific, .office, .firstName])
        && tokens.bytes[tokens.end(token) - 1] != UInt8(ascii: ".")
  }

  private func isHolder(_ token: Int) -> Bool {
    let classes = lexicon.classes(at: token, in: tokens)
    return classes.hasAny([.role, .office]) && !classes.contains(.kin)
  }

  func withoutArticle(_ words: Range<Int>) -> Range<Int> {
    words.count > 1 && Pronouns.articles.contains(tokens.hashes[words.lowerBound]) ? words.dropFirst() : words
  }

  private func isSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    one.count == other.count && tokens.hashes[one].elementsEqual(tokens.hashes[other])
  }

  /// The one person whom the text calls by an office, in front of the first label or else before this one: "Prime Minister
  /// Ada Ode", "Ada Ode, the prime minister". Whoever has another label by an office is not meant by "minister" alone.
  private func person(calledBy office: Range<Int>, before label: Int) -> Int? {
    let taken = Set(offices.filter { $0.office.count > office.count }.map(\.speaker.name))
    var found: [Int] = []
    var last = office.lowerBound
    for token in 0..<max(0, label - office.count)
    where tokens.hashes[token] == tokens.hashes[office.lowerBound]
      && tokens.hashes[token..<token + office.count].elementsEqual(tokens.hashes[office])
    {
      guard let entity = holder(beside: token..<token + office.count), !found.contains(entity),
        !taken.contains(names.canonicalName(of: entity, in: tokens))
      else { continue }
      // One whom somebody speaks of later is another one.
      if !found.isEmpty, tokens.paragraphOf[token] > tokens.paragraphOf[last] + 1 { break }
      found.append(entity)
      last = token
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Whose office some words are: the name behind them, a comma or other titles between, or before them and a comma.
  private func holder(beside office: Range<Int>) -> Int? {
    let sentence = tokens.sentence(office.lowerBound)
    // "former chair", "deputy governor"
    if office.lowerBound > sentence.lowerBound, Self.others.contains(tokens.hashes[office.lowerBound - 1]) {
      return nil
    }
    if let name = name(behind: office, in: sentence) { return name }
    var before = office.lowerBound - 1
    while before > sentence.lowerBound, office.lowerBound - before < Self.farthest, tokens.isWord(before) {
      before -= 1
    }
    guard before > sentence.lowerBound, tokens.isCharacter(before, ",") else { return nil }
    return person(endingAt: before)
  }

  private func name(behind office: Range<Int>, in sentence: Range<Int>) -> Int? {
    var token = behindBody(office.upperBound, in: sentence)
    while token < sentence.upperBound, token - office.upperBound < Self.farthest + Self.longestBody {
      if let name = names.name(at: token) { return name.kind == .person ? name.entity : nil }
      guard
        tokens.isCharacter(token, ",") || tokens.isCharacter(token, ".") || isHolder(token)
          || lexicon.classes(at: token, in: tokens).hasAny([.honorific, .modifier])
      else { return nil }
      token += 1
    }
    return nil
  }

  /// The comma behind what an office is of: "the governor of the Reserve Bank, Ada Ode".
  private func behindBody(_ token: Int, in sentence: Range<Int>) -> Int {
    guard token < sentence.upperBound, Self.officeJoints.contains(tokens.hashes[token]),
      let comma = (token + 1..<max(token + 1, min(sentence.upperBound, token + Self.longestBody))).first(where: {
        tokens.shapes[$0] == .lower && !Self.inBodies.contains(tokens.hashes[$0]) || !tokens.isWord($0)
      }), tokens.isCharacter(comma, ",")
    else { return token }
    return comma
  }

  private static var inBodies: FewWords { FewWords("the", "of", "and", "for", "in") }

  private func person(endingAt end: Int) -> Int? {
    guard let name = names.name(at: end - 1), name.kind == .person, name.tokens.upperBound == end else { return nil }
    return name.entity
  }

  // MARK: Behind a label

  /// `Chief Executive Officer` of `Ada Ode – Chief Executive Officer:`, as written; of the brackets behind a name of a
  /// parliament (`(Harrow—Minister for Trade)`) what stands behind the dash.
  func office(behind label: Range<Int>) -> String? {
    let paragraph = tokens.paragraph(label.lowerBound).tokens
    guard label.upperBound + 1 < paragraph.upperBound else { return nil }
    let mark = label.upperBound
    let isBracket = tokens.isCharacter(mark, "(")
    guard isBracket || tokens.isCharacter(mark, ",") || Dateline.isDash(tokens, mark) else { return nil }
    var first = mark + 1
    var end = first
    while end < paragraph.upperBound, end - first < Self.longestOffice,
      !tokens.isCharacter(end, ":") && !(isBracket && tokens.isCharacter(end, ")"))
    { end += 1 }
    if isBracket, let dash = (first..<end).last(where: { Dateline.isDash(tokens, $0) }) { first = dash + 1 }
    guard first < end, (first..<end).contains(where: isHolder) else { return nil }
    return tokens.text(first..<end)
  }

  /// In tokens.
  private static let farthest = 5
  private static let longestOffice = 16
  private static var officeJoints: FewWords { FewWords("for", "of", "to") }
  private static let longestBody = 8
  private static let others = WordSet("former ex deputy vice assistant shadow late junior ousted")
}
