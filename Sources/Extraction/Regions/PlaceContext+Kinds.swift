/// What the words around a name say of its kind.
extension PlaceContext {
  /// `Washington state`, `the state of Washington`, `Georgia's Harrow County`, `Gov. Jane Roe of Washington`.
  func isState(_ match: PlaceMatch, _ tokens: TokenTable) -> Bool {
    let (first, end) = (match.tokens.lowerBound, match.tokens.upperBound)
    guard match.has(.subdivision) else { return false }
    if end < tokens.count, Self.states.contains(tokens.hashes[end]) { return true }
    if hasCounty(end, tokens) || end < tokens.count && Self.governing.contains(tokens.hashes[end]) { return true }
    guard first >= 2, tokens.hashes[first - 1] == Self.of else { return false }
    return Self.states.contains(tokens.hashes[first - 2]) || isGoverned(from: first - 2, tokens)
  }

  /// `'s Harrow County`
  private func hasCounty(_ token: Int, _ tokens: TokenTable) -> Bool {
    guard token + 2 < tokens.count, tokens.hashes[token] == Self.possessive, tokens.shapes[token + 1].isCapitalised
    else {
      return false
    }
    return tokens.hashes[token + 2] == Self.county
      || token + 3 < tokens.count && tokens.shapes[token + 2].isCapitalised && tokens.hashes[token + 3] == Self.county
  }

  /// `Gov. Jane Roe` from its end: a name of up to four words behind the title of an office that states have.
  private func isGoverned(from last: Int, _ tokens: TokenTable) -> Bool {
    var token = last
    while token >= 0, last - token < 5, tokens.shapes[token].isCapitalised || tokens.isCharacter(token, ".") {
      if Self.offices.contains(tokens.hashes[token]) { return token < last }
      token -= 1
    }
    return false
  }

  /// Whether what stands around a first name is about somebody: "Charlotte said", "Florence, who", "Dallas, 7,".
  func isPersonal(_ match: PlaceMatch, _ tokens: TokenTable) -> Bool {
    let next = match.tokens.upperBound
    guard next + 1 < tokens.count else { return false }
    if Self.personal.contains(tokens.hashes[next]) { return true }
    return tokens.isCharacter(next, ",")
      && (Self.personal.contains(tokens.hashes[next + 1]) || tokens.shapes[next + 1] == .digits)
  }

  private static var of: UInt32 { ByteHash.of("of") }
  private static var possessive: UInt32 { ByteHash.of("'s") }
  private static var county: UInt32 { ByteHash.of("county") }
  private static var states: FewWords { FewWords("state", "province", "oblast", "governorate") }
  private static var governing: FewWords { FewWords("gov.", "lt.", "sen.", "rep.") }
  private static let offices = WordSet("gov gov. governor sen sen. senator lt lt. rep rep. congressman congresswoman")
  private static let personal = WordSet(
    "said says told asked added explained recalled laughed smiled who whose wrote thinks thought wants wanted loves")
}
