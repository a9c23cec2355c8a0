import ArticleModel

/// Who is called by a part in a game, a club or a seat.
extension NameResolver {
  /// "the Scotland forward", "the captain": whom the paragraph names, and nobody else; or whom the paragraph before is about,
  /// but for those who don't play.
  func playerNamed(before phrase: Range<Int>) -> Int? {
    if let entity = pronouns.onlyNamed(inParagraphOf: phrase.lowerBound) { return entity }
    guard case let start = tokens.paragraph(phrase.lowerBound).tokens.lowerBound, start > 0,
      names.indices(in: start..<phrase.lowerBound).allSatisfy({ names.names[$0].kind != .person || isNameQuoted($0) })
    else { return nil }
    guard let entity = pronouns.onlyNamed(inParagraphOf: start - 1),
      !(roles.role(of: entity) ?? 0..<0).contains(where: { Self.staff.contains(tokens.hashes[$0]) })
    else { return nil }
    return entity
  }

  /// "the Vale manager": of the club that the article names, where the paragraph names nobody else and the text tells of
  /// nobody that they are that.
  func leader(_ phrase: Range<Int>) -> Int? {
    guard let entity = onlyWithoutRole(calledByName: phrase),
      isNamed(tokens.hashes[phrase.lowerBound + 1], before: phrase)
    else { return nil }
    return entity
  }

  /// "the Harrow MP"
  func member(_ phrase: Range<Int>) -> Int? { onlyWithoutRole(calledByName: phrase) }

  /// Whom the paragraph alone names and of whom no role is told, where a name stands before the noun.
  private func onlyWithoutRole(calledByName phrase: Range<Int>) -> Int? {
    guard (3...5).contains(phrase.count), tokens.shapes[phrase.lowerBound + 1].isCapitalised,
      let entity = pronouns.onlyNamed(inParagraphOf: phrase.lowerBound, but: peopleNamed(in: words)),
      roles.role(of: entity) == nil
    else { return nil }
    return entity
  }

  /// "the Ohio Republican" for "Rep. Jane Doe, R-Ohio": the only one with such letters.
  func partisan(_ phrase: Range<Int>) -> Int? {
    guard phrase.count == 3, tokens.shapes[phrase.lowerBound + 1] == .capitalised else { return nil }
    let state = phrase.lowerBound + 1
    var found: Int?
    for name in names.names where name.kind == .person && name.tokens.upperBound + 1 < phrase.lowerBound {
      let letters = name.tokens.upperBound + 1
      guard let entity = name.entity, found != entity, !tokens.isWord(letters - 1),
        isSeat(letters, state, phrase.upperBound - 1)
      else { continue }
      guard found == nil else { return nil }
      found = entity
    }
    return found
  }

  /// "R-Ohio"
  private func isSeat(_ letters: Int, _ state: Int, _ party: Int) -> Bool {
    tokens.withFolded(letters..<letters + 1) { seat in
      tokens.withFolded(party..<party + 1) { seat.first == $0.first }
        && seat.dropFirst().first == UInt8(ascii: "-")
        && tokens.withFolded(state..<state + 1) { seat.dropFirst(2).elementsEqual($0) }
    }
  }

  /// "the former Norvik Rovers midfielder", "the Norvik international".
  func formerPlayer(_ phrase: Range<Int>, _ kinds: DescriptionKind) -> Int? {
    let noun = phrase.upperBound - 1
    let isInternational = kinds.contains(.international) && tokens.shapes[noun - 1].isCapitalised
    guard
      isInternational
        || kinds.contains(.player) && Self.former.contains(tokens.hashes[phrase.lowerBound + 1])
    else { return nil }
    let others = words.flatMap { names.indices(in: $0).compactMap { names.names[$0].entity } }
    return pronouns.onlyNamed(inParagraphOf: phrase.lowerBound, but: others)
      ?? pronouns.person(at: phrase.lowerBound, .unknown, speakers: people, but: others)
  }

  /// Whether a word stood with a capital in the paragraphs before.
  private func isNamed(_ hash: UInt32, before phrase: Range<Int>) -> Bool {
    (0..<phrase.lowerBound).contains { tokens.hashes[$0] == hash && tokens.shapes[$0].isCapitalised }
  }

  private func isNameQuoted(_ name: Int) -> Bool { isQuoted(names.names[name].tokens.lowerBound) }

  private static let staff = WordSet(
    "coach manager referee umpire president chairman chairwoman owner director boss physio agent doctor minister")
}
