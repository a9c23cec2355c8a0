/// Whoever was asked for words, where the way was taken for who speaks:
///
///     A resident reached by | phone         ->  A resident
///     A teacher contacted by the Herald     ->  A teacher
extension SourceTrimming {
  func reached(_ source: Range<Int>) -> Range<Int>? {
    let before = source.lowerBound - 1
    guard input.ruleWords(in: max(0, before - 1)..<source.upperBound).contains(.reached) else { return nil }
    if before > 1, Self.isReached(before - 1, input) { return phrase(before: before - 1) }
    guard source.count > 3,
      let reached = source.dropFirst().dropLast(2).first(where: { Self.isReached($0, input) })
    else { return nil }
    let end = input.tokens.isCharacter(reached - 1, ",") ? reached - 1 : reached
    let own = source.lowerBound..<max(source.lowerBound, end)
    return own.allSatisfy(input.tokens.isWord) && own.contains(where: isContent) ? own : nil
  }

  /// `the country's election | commission`: the end of what somebody's body is called was taken for all of it.
  func owned(_ source: Range<Int>) -> Range<Int>? {
    let (hashes, shapes) = (input.tokens.hashes, input.tokens.shapes)
    guard source.lowerBound > 2, shapes[source.lowerBound] == .lower,
      !Pronouns.articles.contains(hashes[source.lowerBound]),
      !SpeakerWords.pronouns.contains(hashes[source.lowerBound])
    else { return nil }
    let start = max(
      input.tokens.sentence(source.lowerBound).lowerBound, input.tokens.paragraph(source.lowerBound).tokens.lowerBound)
    let near = max(start + 1, source.lowerBound - 3)..<max(start + 1, source.lowerBound)
    guard let mark = near.last(where: { Pronouns.possessives.contains(hashes[$0]) }),
      (mark + 1..<source.lowerBound).allSatisfy({
        shapes[$0] == .lower && input.strengths[$0] == .none && !Pronouns.prepositions.contains(hashes[$0])
          && !Self.whens.contains(hashes[$0])
      }), !Self.contracted.contains(hashes[mark - 1])
    else { return nil }
    var first = mark - 1
    while first > start, mark - first < 4, shapes[first].isCapitalised, shapes[first - 1].isCapitalised { first -= 1 }
    if first > start, Pronouns.articles.contains(hashes[first - 1]) { first -= 1 }
    guard shapes[first].isCapitalised || Pronouns.articles.contains(hashes[first]), !input.isQuoted(first) else {
      return nil
    }
    return first..<source.upperBound
  }

  /// The noun phrase right before a participle, or before the comma in front of it.
  private func phrase(before participle: Int) -> Range<Int>? {
    let start = max(
      input.tokens.sentence(participle).lowerBound, input.tokens.paragraph(participle).tokens.lowerBound)
    let end = participle > start && input.tokens.isCharacter(participle - 1, ",") ? participle - 1 : participle
    var first = end
    while first > start, end - first < Self.longestPhrase, isPart(first - 1) { first -= 1 }
    let phrase = first..<end
    // `He was reached by the Herald`: whoever reaches him.
    guard !phrase.isEmpty, phrase.contains(where: isContent),
      !VerbForms.passives.contains(input.tokens.hashes[end - 1]),
      !Self.whens.contains(input.tokens.hashes[first]), !Self.whens.contains(input.tokens.hashes[end - 1])
    else { return nil }
    return phrase
  }

  private func isPart(_ token: Int) -> Bool {
    input.tokens.isWord(token) && !input.isQuoted(token)
      && !(input.strengths[token] == .a && input.tokens.shapes[token] == .lower)
  }

  /// Whether a participle says how somebody was asked; an agreement is reached by others too.
  static func isReached(_ participle: Int, _ input: TaggerInput) -> Bool {
    let (hashes, way) = (input.tokens.hashes, participle + 1)
    guard way + 1 < hashes.count, ways.contains(hashes[way]) else { return false }
    return asking.contains(hashes[participle])
      || hashes[participle] == reached
        && (way + 1..<min(hashes.count, way + 3)).contains { instruments.contains(hashes[$0]) }
  }

  private static var reached: UInt32 { ByteHash.of("reached") }
  private static let instruments = WordSet("phone telephone email e-mail text message video whatsapp zoom skype radio")
  static let asking = WordSet("contacted interviewed phoned telephoned")
  private static var ways: FewWords { FewWords("by", "via", "over", "on", "through") }
  private static let longestPhrase = 10
  /// "That's when": no possessive.
  private static let contracted = WordSet("that it he she what who there here where this let how")
  private static let whens = WordSet("when where how why what who once if as while after and but")
}
