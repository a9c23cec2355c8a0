/// Who is the subject of the verb that brings the marks, where the ranker chose somebody who stands nearer to them.
extension SpeakerGrammar {
  func subject(of piece: Range<Int>, _ chosen: Range<Int>?) -> Range<Int>? {
    guard let chosen, chosen.upperBound <= piece.lowerBound, paragraph.contains(chosen.lowerBound),
      let open = piece.first(where: isQuoted),
      case let start = max(paragraph.lowerBound, input.tokens.sentence(open).lowerBound), start < chosen.lowerBound
    else { return nil }
    return pronoun(before: open, chosen, from: start) ?? behindPlace(piece.lowerBound, chosen, from: start)
      ?? outside(piece, chosen, from: start) ?? aroundRelative(piece.lowerBound, chosen, from: start)
  }

  /// `In a Herald interview she described this as the "worst case"`: the pronoun right before the verb calls it so.
  private func pronoun(before open: Int, _ chosen: Range<Int>, from start: Int) -> Range<Int>? {
    let near = max(start + 1, open - Self.farthest)..<max(start + 1, open)
    guard let verb = near.last(where: { Namer.verbs.contains(input.tokens.hashes[$0]) && !isQuoted($0) }),
      Self.pronouns.contains(input.tokens.hashes[verb - 1]), chosen.upperBound < verb,
      (verb + 1..<open).allSatisfy({ input.tokens.isWord($0) && input.strengths[$0] != .a })
    else { return nil }
    return verb - 1..<verb
  }

  /// `In Sund, deputy Ann Ode, warned that the strike would go on "to the end"`: where it was said does not say it.
  private func behindPlace(_ first: Int, _ chosen: Range<Int>, from start: Int) -> Range<Int>? {
    let comma = chosen.upperBound
    guard chosen.lowerBound == start + 1, Pronouns.prepositions.contains(input.tokens.hashes[start]),
      comma + 3 < first, input.tokens.isCharacter(comma, ","),
      let verb = (comma + 2..<min(first, comma + Self.farthest)).first(where: { input.strengths[$0] == .a }),
      !isQuoted(verb), SubjectFinder.isFinite(verb, input),
      case let end = input.tokens.isCharacter(verb - 1, ",") ? verb - 1 : verb, end > comma + 1,
      input.tokens.shapes[end - 1].isCapitalised,
      (comma + 1..<end).allSatisfy({
        input.tokens.shapes[$0].isCapitalised
          || input.tokens.isWord($0) && !SubjectFinder.isFinite($0, input)
            && !Pronouns.prepositions.contains(input.tokens.hashes[$0])
      })
    else { return nil }
    return comma + 1..<end
  }

  /// `The mother of a girl who took the pills has told how she "..."`: the girl took them, the mother tells it.
  private func aroundRelative(_ first: Int, _ chosen: Range<Int>, from start: Int) -> Range<Int>? {
    let near = start + 4..<max(start + 4, min(first, start + Self.longestOpening))
    guard isArticle(start), let who = near.first(where: { input.tokens.hashes[$0] == Self.who }),
      chosen.lowerBound > start + 1, input.tokens.hashes[start + 2] == Self.of,
      (start..<who).allSatisfy(input.tokens.isWord),
      let helper = (who + 2..<max(who + 2, first - 1)).first(where: {
        VerbForms.perfect.contains(input.tokens.hashes[$0]) && input.strengths[$0 + 1] != .none
      }),
      chosen.upperBound <= helper, (who + 1..<helper).allSatisfy({ input.tokens.isWord($0) && !isQuoted($0) }),
      (who + 1..<helper).contains(where: { SubjectFinder.isFinite($0, input) })
    else { return nil }
    return start..<who
  }

  /// `As the report states: "..."`
  func stating(before piece: Range<Int>) -> Range<Int>? {
    let colon = piece.lowerBound - 1
    guard colon - 3 >= paragraph.lowerBound, input.tokens.isCharacter(colon, ":"), input.strengths[colon - 1] == .a,
      case let start = max(paragraph.lowerBound, input.tokens.sentence(colon).lowerBound), colon - start <= 8,
      start + 2 < colon, input.tokens.hashes[start] == Self.as,
      (start + 1..<colon - 1).allSatisfy({
        input.tokens.isWord($0) && !Pronouns.prepositions.contains(input.tokens.hashes[$0])
      })
    else { return nil }
    return start + 1..<colon - 1
  }

  /// `Ode, a deputy, warned the crowd that Norland might strike Sund "with all it has"`: who is spoken of in the clause does not
  /// say a part of it.
  private func outside(_ piece: Range<Int>, _ chosen: Range<Int>, from start: Int) -> Range<Int>? {
    guard chosen.upperBound < piece.lowerBound, piece.count > 4,
      let that = (start..<chosen.lowerBound).last(where: { input.tokens.hashes[$0] == Self.thats }), that > start + 1,
      let verb = (max(start, that - Self.farthestThat)..<that).last(where: {
        input.strengths[$0] == .a && !isQuoted($0)
      }),
      !ClauseFinder.isNounOrPassive(verb, input), input.tokens.suffixes[verb] != Self.ing,
      (verb + 1..<piece.lowerBound).allSatisfy({
        input.tokens.isWord($0) && input.strengths[$0] == .none && !Namer.verbs.contains(input.tokens.hashes[$0])
      })
    else { return nil }
    let subjects = SubjectFinder(input, tagged, in: paragraph)
    return subjects.subjectBeforeClause(of: verb) ?? subjects.subject(of: verb)
  }

  /// `,” Ann Ode, head of the paper Norvik Today, told the Herald`: the name in front, not what she heads.
  func named(behind piece: Range<Int>, _ chosen: Range<Int>?) -> Range<Int>? {
    guard let first = wordBehind(piece), !isQuoted(first), input.tokens.shapes[first].isCapitalised,
      case let end = min(paragraph.upperBound, first + Self.longestApposed),
      let comma = (first..<end).first(where: { !input.tokens.shapes[$0].isCapitalised }), comma > first + 1,
      comma - first <= 4, input.tokens.isCharacter(comma, ","),
      let second = (comma + 1..<max(comma + 1, end)).first(where: { !input.tokens.isWord($0) && !isPossessive($0) }),
      second > comma + 2, second + 1 < paragraph.upperBound, input.tokens.isCharacter(second, ","),
      input.strengths[second + 1] == .a, input.tokens.suffixes[second + 1] != Self.ing,
      chosen.map({ $0.lowerBound > first && $0.upperBound <= second + 1 || $0.upperBound <= piece.upperBound }) ?? true
    else { return nil }
    return first..<comma
  }

  private func isPossessive(_ token: Int) -> Bool { Pronouns.possessives.contains(input.tokens.hashes[token]) }

  /// In tokens.
  private static let longestApposed = 24
  private static let farthestThat = 6
  private static let longestOpening = 10
  private static var who: UInt32 { ByteHash.of("who") }
  private static var of: UInt32 { ByteHash.of("of") }
  private static var pronouns: FewWords { FewWords("he", "she", "they") }
  private static var thats: UInt32 { ByteHash.of("that") }
}
