/// What stands in front of the colon before a quotation, without a verb of saying:
///
///     On wages: "..."                           what it is about
///     Deputy mayor Ann Ode on wages: "..."      who speaks, and about what
///     Our reporter Ann Ode is in Norvik: "..."  who speaks, and where
///     Ode's own advice was short: "..."         whose words they are
struct QuotationLabel {
  /// Who speaks; `nil` where only what it is about is told.
  let source: Range<Int>?

  /// - Parameters:
  ///   - colon: The token before the quotation.
  ///   - start: Of its sentence.
  init?(before colon: Int, from start: Int, _ input: TaggerInput) {
    guard colon > start, input.tokens.isCharacter(colon, ":") else { return nil }
    let label = Self.withoutTime(start..<colon, input)
    guard (2...Self.longest).contains(label.count),
      label.allSatisfy({ input.tokens.isWord($0) && !input.isQuoted($0) }),
      input.tokens.shapes[label.lowerBound].isCapitalised
    else { return nil }
    if let speaker = Self.owner(label, input) ?? Self.speaker(label, input) {
      source = speaker
      return
    }
    guard Self.topics.contains(input.tokens.hashes[label.lowerBound]),
      !label.contains(where: { token in
        input.isRulingCue(token) && !Pronouns.possessives.contains(input.tokens.hashes[token - 1])
      })
    else { return nil }
    source = nil
  }

  /// `16.55 — Our reporter`: the time of an entry is left out.
  private static func withoutTime(_ label: Range<Int>, _ input: TaggerInput) -> Range<Int> {
    let dash = label.prefix(4).dropFirst().first { Dateline.isDash(input.tokens, $0) }
    return (dash.map { $0 + 1 } ?? label.lowerBound)..<label.upperBound
  }

  // MARK: Who

  /// `Deputy mayor Ann Ode | on wages`, `Our reporter Ann Ode | is in Norvik`
  private static func speaker(_ label: Range<Int>, _ input: TaggerInput) -> Range<Int>? {
    let hashes = input.tokens.hashes
    guard !Pronouns.prepositions.contains(hashes[label.lowerBound]), label.count > 3,
      let end = label.dropFirst(2).first(where: { about.contains(hashes[$0]) || being.contains(hashes[$0]) }),
      end + 1 < label.upperBound, input.tokens.shapes[end - 1].isCapitalised
    else { return nil }
    let name = label.lowerBound..<end
    guard name.count <= longestName, input.tokens.suffixes[name.lowerBound] != ing,
      !name.contains(where: {
        Pronouns.prepositions.contains(hashes[$0]) && hashes[$0] != of || Pronouns.possessives.contains(hashes[$0])
          || input.isRulingCue($0) && !input.isTitle[$0]
          || input.tokens.shapes[$0] == .lower && SubjectFinder.isFinite($0, input) && !input.isTitle[$0]
      })
    else { return nil }
    if about.contains(hashes[end]) { return days.contains(hashes[end + 1]) ? nil : name }
    guard places.contains(hashes[end + 1]), name.contains(where: { reporters.contains(hashes[$0]) }) else { return nil }
    return name
  }

  /// `Ode's | own advice to the players was short`, `her | message to the voters is simple`
  private static func owner(_ label: Range<Int>, _ input: TaggerInput) -> Range<Int>? {
    let hashes = input.tokens.hashes
    guard let noun = label.dropFirst().prefix(longestOwner).first(where: { words.contains(hashes[$0]) }) else {
      return nil
    }
    let behind = noun + 1..<label.upperBound
    guard behind.isEmpty || to.contains(hashes[behind.lowerBound]) || being.contains(hashes[behind.lowerBound]),
      !behind.contains(where: input.isRulingCue)
    else { return nil }
    let near = max(label.lowerBound, noun - 3)..<noun
    guard
      let owning = near.last(where: {
        Pronouns.possessives.contains(hashes[$0]) || owners.contains(hashes[$0])
      })
    else { return nil }
    if owners.contains(hashes[owning]) {
      return owning == label.lowerBound ? owning..<owning + 1 : nil
    }
    let name = label.lowerBound..<owning
    guard !name.isEmpty, !Pronouns.prepositions.contains(hashes[name.lowerBound]),
      !name.contains(where: { input.tokens.shapes[$0] == .lower && SubjectFinder.isFinite($0, input) })
    else { return nil }
    return name
  }

  /// In tokens.
  private static let longest = 16
  private static let longestName = 8
  private static let longestOwner = 9
  private static var ing: UInt32 { ByteHash.of("ing") }
  private static var of: UInt32 { ByteHash.of("of") }
  private static var topics: FewWords { FewWords("on", "about", "regarding") }
  private static var about: FewWords { FewWords("on", "about") }
  private static var being: FewWords { FewWords("is", "was") }
  private static var to: FewWords { FewWords("to", "for") }
  private static let places = WordSet("in at on outside near inside among aboard")
  private static let days = WordSet(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today twitter facebook instagram x television tv radio air"
  )
  private static let reporters = WordSet("reporter correspondent our editor man woman colleague producer")
  private static var owners: FewWords { FewWords("his", "her", "their", "my") }
  private static let words = WordSet(
    """
    advice verdict answer message view reply response explanation assessment summary motto plea warning prediction conclusion \
    take retort
    """)
}
