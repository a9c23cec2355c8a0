/// Bodies that are called after those who own them, or who belong to them.
///
///     the Editors' Forum of India     the National Farmers' Union     the All Peoples Congress
extension NameScanner {
  /// Whether the mark of a possessive stands before a piece.
  func isBehindOwner(_ piece: Piece, in sentence: Range<Int>) -> Bool {
    let mark = piece.tokens.lowerBound - 1
    return mark > sentence.lowerBound && Pronouns.possessives.contains(tokens.hashes[mark])
  }

  /// Where such a name begins whose last words are a piece that stands behind an owner; the candidates inside go.
  mutating func startOfOwned(_ piece: Piece, in sentence: Range<Int>) -> Int? {
    let mark = piece.tokens.lowerBound - 1
    guard piece.title == nil, piece.elements.count <= 3,
      Self.bodies.contains(tokens.hashes[piece.tokens.upperBound - 1]),
      !piece.elements.contains(where: { $0.isFirstName && !$0.classes.contains(.organisationTail) }), isOwner(mark - 1)
    else { return nil }
    var start = mark - 1
    let vetoes: WordClass = [.function, .starter, .title, .modifier, .calendar, .speech]
    while start > sentence.lowerBound, mark - start < Self.mostOwners, tokens.shapes[start - 1].isCapitalised,
      !lexicon.classes(at: start - 1, in: tokens).hasAny(vetoes)
    {
      start -= 1
    }
    dropCandidates(from: start)
    return start
  }

  /// "Editors", "Women"
  private func isOwner(_ token: Int) -> Bool {
    tokens.shapes[token] == .capitalised
      && (Self.owners.contains(tokens.hashes[token]) || lexicon.isPluralOfRole(token, in: tokens)
        || lexicon.classes(at: token, in: tokens).contains(.people))
  }

  /// "All Peoples Congress": the first word is a small one elsewhere; at the beginning of a sentence it may be one here.
  func withAll(_ start: Int, _ piece: Piece, in sentence: Range<Int>) -> Int {
    guard start - 1 > sentence.lowerBound, tokens.hashes[start - 1] == Self.all,
      tokens.shapes[start - 1] == .capitalised, piece.title == nil,
      Self.bodies.contains(tokens.hashes[piece.tokens.upperBound - 1])
    else { return start }
    return start - 1
  }

  /// `(Nasdaq: ORVB)` behind a company: by what it is traded under, it is called too.
  /// - Returns: The token behind the bracket.
  mutating func addTicker(behind token: Int, in sentence: Range<Int>) -> Int? {
    guard token + 4 < sentence.upperBound, tokens.isCharacter(token, "("),
      let colon = (token + 2..<token + 4).first(where: { tokens.isCharacter($0, ":") }),
      colon + 2 < sentence.upperBound, tokens.isCharacter(colon + 2, ")"),
      (token + 1..<colon).allSatisfy({ tokens.shapes[$0].isCapitalised }),
      tokens.shapes[colon + 1] == .capitals || tokens.shapes[colon + 1] == .numeric,
      let company = candidates.indices.last, !candidates[company].evidence.contains(.honorific),
      case let end = candidates[company].tokens.upperBound, end == token || isNordicForm(end..<token)
    else { return nil }
    candidates[company].kind = .organisation
    candidates[company].tokens = candidates[company].tokens.lowerBound..<token
    add(colon + 1..<colon + 2, .organisation)
    acronyms.append((candidates.count - 1, company))
    return colon + 3
  }

  /// `A/S`
  private func isNordicForm(_ range: Range<Int>) -> Bool {
    (1...3).contains(range.count)
      && tokens.bytes[tokens.start(range.lowerBound)..<tokens.end(range.upperBound - 1)].elementsEqual("A/S".utf8)
  }

  /// In words.
  private static let mostOwners = 5
  private static var all: UInt32 { ByteHash.of("all") }
  private static let owners = WordSet("women men children youth peoples people farmers growers")
  private static let bodies = WordSet(
    """
    association union guild federation council chamber confederation society league board alliance bureau forum congress     club party front movement network committee caucus institute conference assembly cooperative co-operative
    """)
}
