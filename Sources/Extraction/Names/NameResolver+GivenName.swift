import ArticleModel

/// Somebody without a name who gives one: `A clerk, who gave her name only as Amal, said`.
extension NameResolver {
  /// The name behind "as" in the clause on somebody who was introduced by a noun, whether a list knows it or not.
  func givenName(of mention: Range<Int>) -> Range<Int>? {
    let first = mention.lowerBound
    guard Self.single.contains(tokens.hashes[first]) else { return nil }
    let sentence = tokens.sentence(first)
    let end = min(sentence.upperBound, first + Self.farthest)
    guard
      let given = (first + 1..<max(first + 1, end)).first(where: { token in
        token > first + 2 && tokens.hashes[token - 1] == Self.as && tokens.shapes[token] == .capitalised
          && names.name(at: token).map { $0.kind == .person || $0.kind == .other } ?? true
      }), let clause = (first + 1..<given).first(where: { Self.openings.contains(tokens.hashes[$0]) }),
      let verb = (clause..<given).last(where: { Self.giving.contains(tokens.hashes[$0]) }),
      // "identified the victim as Amal": somebody else.
      (verb + 1..<given - 1).allSatisfy({ Self.between.contains(tokens.hashes[$0]) })
    else { return nil }
    let name = names.name(at: given)
    if let name, name.kind == .person { return name.full }
    let last = (given..<end).first { tokens.shapes[$0] != .capitalised } ?? end
    return given..<last
  }

  /// The noun that somebody was introduced by is what they are: "clerk".
  mutating func named(_ name: Range<Int>, introducedBy mention: Range<Int>) -> Speaker {
    let index = names.index(endingAfter: name.lowerBound)
    let isKnown = index < names.names.count && names.names[index].full == name && names.names[index].kind == .person
    var speaker =
      isKnown ? named(index, mention) : self.speaker(mention, tokens.text(name), .person)
    if !isKnown { lastUnnamed = (speaker, name.upperBound - 1) }
    let end = mention.dropFirst().first { !tokens.isWord($0) || Self.openings.contains(tokens.hashes[$0]) }
    let role = mention.lowerBound + 1..<(end ?? mention.upperBound)
    if speaker.role == nil, !role.isEmpty { speaker.role = tokens.text(role) }
    return speaker
  }

  /// "the Scotland forward", "the captain": what sports reports call somebody whom the paragraph names, and nobody else.
  func calledByWork(_ mention: Range<Int>) -> Int? {
    let end = mention.first { !tokens.isWord($0) } ?? mention.upperBound
    guard end - mention.lowerBound > 1, end - mention.lowerBound < 5,
      Self.definite == tokens.hashes[mention.lowerBound],
      Self.works.contains(tokens.hashes[end - 1]), tokens.shapes[end - 1] == .lower,
      !names.indices(in: mention).contains(where: { names.names[$0].kind == .person }),
      roleIndex.person(mention.lowerBound..<end, head: end - 1, before: mention.lowerBound) == nil
    else { return nil }
    return playerNamed(before: mention)
  }

  /// The only one whom the paragraph names.
  private func playerNamed(before mention: Range<Int>) -> Int? {
    if let entity = pronouns.onlyNamed(inParagraphOf: mention.lowerBound) { return entity }
    // Whom the paragraph before is about, but for those who don't play.
    guard case let start = tokens.paragraph(mention.lowerBound).tokens.lowerBound, start > 0,
      names.indices(in: start..<mention.lowerBound).allSatisfy({ names.names[$0].kind != .person || isNameQuoted($0) })
    else { return nil }
    guard let entity = pronouns.onlyNamed(inParagraphOf: start - 1),
      !(roles.role(of: entity) ?? 0..<0).contains(where: { Self.staff.contains(tokens.hashes[$0]) })
    else { return nil }
    return entity
  }

  /// "the Vale manager": of the club that the article names, where the paragraph names nobody else and the text has nobody
  /// for it.
  func calledByClub(_ mention: Range<Int>) -> Int? {
    let end = mention.first { !tokens.isWord($0) } ?? mention.upperBound
    guard (3...5).contains(end - mention.lowerBound), Self.definite == tokens.hashes[mention.lowerBound],
      Self.heads.contains(tokens.hashes[end - 1]), tokens.shapes[end - 1] == .lower,
      tokens.shapes[mention.lowerBound + 1].isCapitalised,
      !names.indices(in: mention).contains(where: { names.names[$0].kind == .person }),
      roleIndex.person(mention.lowerBound..<end, head: end - 1, before: mention.lowerBound) == nil,
      let entity = pronouns.onlyNamed(inParagraphOf: mention.lowerBound, but: []), roles.role(of: entity) == nil,
      isNamed(tokens.hashes[mention.lowerBound + 1], before: mention.lowerBound)
    else { return nil }
    return entity
  }

  /// Whether a word stood with a capital in the paragraphs before.
  private func isNamed(_ hash: UInt32, before token: Int) -> Bool {
    (0..<token).contains { tokens.hashes[$0] == hash && tokens.shapes[$0].isCapitalised }
  }

  private static let heads = WordSet("manager coach boss")

  private func isNameQuoted(_ name: Int) -> Bool { isQuoted(names.names[name].tokens.lowerBound) }

  private static let staff = WordSet(
    "coach manager referee umpire president chairman chairwoman owner director boss physio agent doctor minister")

  private static var definite: UInt32 { ByteHash.of("the") }
  static let works = WordSet(
    """
    forward striker winger midfielder defender goalkeeper playmaker captain skipper left-hander right-hander spinner \
    bowler batter batsman opener all-rounder wicketkeeper seamer centre-back full-back fly-half scrum-half sprinter \
    swimmer golfer cyclist boxer left-back right-back centre-half wing-half wing-back hooker number-eight \
    flank flanker eighthman flyhalf scrumhalf fullback lock prop loosehead tighthead \
    libero shortstop quarterback linebacker jockey rookie qualifier debutant loanee \
    pacer paceman leg-spinner off-spinner wicketkeeper-batter stopper netminder goaltender outfielder infielder pitcher \
    shuttler paddler grappler pugilist hurdler marathoner
    """)
  private static let farthest = 24
  private static let single = WordSet("a an one another the")
  private static var `as`: UInt32 { ByteHash.of("as") }
  private static let between = WordSet(
    """
    only himself herself themselves just simply by police officials authorities to her his their neighbours neighbors \
    friends locals colleagues everyone all family comrades
    """)
  private static let openings = WordSet("who identified identifying giving named known")
  private static let giving = WordSet("name identified identifying identify named known introduced")
}
