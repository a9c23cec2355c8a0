/// Words with the one who says them behind "according to", or in front behind "as".
extension AttributedSentence {
  /// `..., according to two officials with knowledge of the talks.`
  func accordingAtEnd(_ sentence: Range<Int>) -> Relation? {
    let end = input.tokens.wordsEnd(sentence)
    let (hashes, according) = (input.tokens.hashes, Self.according)
    guard let cue = sentence.last(where: { hashes[$0] == according && $0 > sentence.lowerBound && $0 + 2 < end }),
      input.tokens.hashes[cue + 1] == Self.to, !input.isQuoted(cue), input.tokens.isCharacter(cue - 1, ",")
    else { return nil }
    let content = sentence.lowerBound..<cue - 1
    let rest = (cue + 2)..<end
    let source = rest.lowerBound..<(rest.first { !input.tokens.isWord($0) } ?? rest.upperBound)
    guard content.count >= Self.leastTokens, !source.isEmpty, source.count <= Self.longestAuthority,
      !rest.contains(where: input.isQuoted), !isBesideMain(content.lowerBound) || hasMain(content),
      content.contains(where: { SubjectFinder.isFinite($0, input) })
    else { return nil }
    return Relation(source: source, cue: cue..<(cue + 2), contents: [content], origin: .clause)
  }

  /// `Under the new law, the charge carries ten years`: behind the first comma a noun phrase begins.
  func hasMain(_ content: Range<Int>) -> Bool {
    guard let comma = content.first(where: { input.facts[$0].contains(.comma) }), comma + 3 < content.upperBound else {
      return false
    }
    let next = comma + 1
    return Pronouns.definites.contains(input.tokens.hashes[next])
      || Pronouns.articles.contains(input.tokens.hashes[next])
      || input.tokens.shapes[next].isCapitalised || SpeakerWords.pronouns.contains(input.tokens.hashes[next])
  }

  /// `The loan will be repaid by May, the annual report showed.`
  func shown(_ sentence: Range<Int>) -> Relation? {
    let end = input.tokens.wordsEnd(sentence)
    guard end > sentence.lowerBound, input.strengths[end - 1] != .none,
      Self.showing.contains(input.tokens.hashes[end - 1]),
      let comma = sentence.last(where: { input.tokens.isCharacter($0, ",") && $0 < end - 2 }),
      // `a study has found`
      case let verb = Self.helpers.contains(input.tokens.hashes[end - 2]) ? end - 2 : end - 1,
      case let source = comma + 1..<max(comma + 1, verb), !source.isEmpty, source.count <= Self.longestSource,
      source.allSatisfy({ input.tokens.isWord($0) && !input.isQuoted($0) }),
      source.contains(where: { Self.documents.contains(input.tokens.hashes[$0]) }),
      !Pronouns.prepositions.contains(input.tokens.hashes[source.lowerBound]),
      case let content = sentence.lowerBound..<comma, content.count >= Self.leastTokens,
      !content.contains(where: input.isQuoted), content.contains(where: { SubjectFinder.isFinite($0, input) })
    else { return nil }
    return Relation(source: source, cue: (end - 1)..<end, contents: [content], origin: .clause)
  }

  static let showing = WordSet(
    "showed shows show suggests suggested suggest indicated indicates indicate reveals revealed found finds concluded concludes"
  )
  private static let documents = WordSet(
    """
    data figures records record documents document report reports survey surveys poll polls study studies statistics \
    prospectus filing filings transcript transcripts footage video videos results analysis minutes census research tests \
    team researchers scientists trial investigation inquiry emails letter letters memo accounts estimates images photographs photos audit review index
    """)

  /// `According to Ode, ...`
  func atBeginning(_ sentence: Range<Int>) -> Relation? {
    let first = sentence.lowerBound
    guard sentence.count > 6, input.tokens.hashes[first] == Self.according, input.tokens.hashes[first + 1] == Self.to,
      let comma = sentence.first(where: { input.tokens.isCharacter($0, ",") }), comma > first + 2,
      comma - first <= Self.longestSource + 2
    else { return nil }
    let start = behindApposition(comma + 1)
    let content = start..<max(start, input.tokens.wordsEnd(sentence))
    guard content.count >= Self.leastTokens else { return nil }
    return Relation(source: (first + 2)..<comma, cue: first..<(first + 2), contents: [content], origin: .clause)
  }

  /// `As the Herald reported earlier, two men were hurt`
  private func reported(_ sentence: Range<Int>) -> Relation? {
    let start = sentence.lowerBound
    guard sentence.count > 8, input.tokens.hashes[start] == Self.as, !input.isQuoted(start),
      let comma = (start + 3..<min(start + 14, sentence.upperBound)).first(where: {
        !input.tokens.isWord($0) && !Pronouns.possessives.contains(input.tokens.hashes[$0])
      }),
      input.tokens.isCharacter(comma, ","),
      let verb = (start + 2..<comma).first(where: { Self.reporting.contains(input.tokens.hashes[$0]) }),
      verb == comma - 1 || isCircumstance(verb + 1..<comma),
      (start + 1..<verb).contains(where: { input.tokens.shapes[$0].isCapitalised || input.isTitle[$0] }),
      !Pronouns.prepositions.contains(input.tokens.hashes[start + 1])
    else { return nil }
    let content = (comma + 1)..<max(comma + 1, input.tokens.wordsEnd(sentence))
    guard content.count >= Self.leastTokens, !content.contains(where: input.isQuoted) else { return nil }
    return Relation(source: (start + 1)..<verb, cue: verb..<(verb + 1), contents: [content], origin: .clause)
  }

  /// `As noted by the minister, the talks go on`
  func noted(_ sentence: Range<Int>) -> Relation? {
    if let relation = reported(sentence) { return relation }
    let start = sentence.lowerBound
    guard sentence.count > 8, input.tokens.hashes[start] == Self.as,
      let by = (start + 2..<start + 4).first(where: { input.tokens.hashes[$0] == Self.by }),
      input.strengths[by - 1] != .none, !input.isQuoted(start),
      let comma = (by + 1..<min(by + 12, sentence.upperBound)).first(where: { !input.tokens.isWord($0) }),
      comma > by + 1, input.tokens.isCharacter(comma, ",")
    else { return nil }
    let content = (comma + 1)..<max(comma + 1, input.tokens.wordsEnd(sentence))
    guard content.count >= Self.leastTokens, !content.contains(where: input.isQuoted) else { return nil }
    return Relation(source: (by + 1)..<comma, cue: (by - 1)..<by, contents: [content], origin: .clause)
  }

  /// `According to Ode, a trader in Norvik, prices will fall`: the words begin behind what Ode is.
  private func behindApposition(_ first: Int) -> Int {
    guard Self.beginsApposition(first, before: input.tokens.count, input),
      let comma = (first..<min(input.tokens.count, first + Self.longestApposition)).first(where: {
        !input.tokens.isWord($0)
      }),
      input.tokens.isCharacter(comma, ","), !(first..<comma).contains(where: { SubjectFinder.isFinite($0, input) })
    else { return first }
    return comma + 1
  }

  /// `a trader`, `the mayor`; what begins with "the" and no noun for a speaker may be the words themselves.
  static func beginsApposition(_ first: Int, before limit: Int, _ input: TaggerInput) -> Bool {
    guard first + 2 < limit, Pronouns.articles.contains(input.tokens.hashes[first]) else { return false }
    return input.tokens.hashes[first] != the || (first + 1..<min(limit, first + 4)).contains { input.isTitle[$0] }
  }

  private static var reporting: FewWords { FewWords("reported", "noted", "said", "wrote", "explained", "stated") }
  private static var `as`: UInt32 { ByteHash.of("as") }
  private static var by: UInt32 { ByteHash.of("by") }
  private static let longestApposition = 9
  private static var the: UInt32 { ByteHash.of("the") }
  private static let longestAuthority = 14
  static var according: UInt32 { ByteHash.of("according") }
  private static var to: UInt32 { ByteHash.of("to") }
}
