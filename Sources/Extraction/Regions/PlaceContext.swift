/// What stands around a match, as far as it says whether the match is a place.
///
///     in Lincoln         .shown
///     Lincoln, Nebraska  .shown, with a container
///     Mr. Lincoln        .refused
///     Lincoln Center     .refused
///     Lincoln said       .doubted, where the article has a Lincoln Corp
struct PlaceContext: Sendable {
  enum Verdict: Sendable {
    /// A preposition of place, a container behind it, a dateline.
    case shown
    case open
    /// Something else has the name here: counts only in front of what the place lies in.
    case doubted
    case refused
  }

  let words: PlaceWords

  /// - Parameters:
  ///   - surnames: The last names of the article's people.
  ///   - bodies: Its companies and bodies of one word, and the first words of its companies.
  func verdict(
    _ match: PlaceMatch, _ tokens: TokenTable, surnames: WordMap<Void>, bodies: WordMap<Void>
  ) -> Verdict {
    let (first, end) = (match.tokens.lowerBound, match.tokens.upperBound)
    if match.part != nil { return .shown }
    if isPartOfDateline(match, tokens) || isOfWater(match, tokens) { return .refused }
    if isDateline(match, tokens) { return .shown }
    if match.has(.abbreviation) {
      let isBehindName = first >= 2 && tokens.isCharacter(first - 1, ",") && tokens.shapes[first - 2].isCapitalised
      if isBehindName { return .shown }
      if match.candidates.allSatisfy({ $0.kind == .abbreviation }) { return .refused }
    }
    let isShouted = isShouting(match, tokens)
    if !isShouted, refusesFront(match, first, tokens) || refusesBack(match, end, tokens) { return .refused }
    let isSingle = match.tokens.count == 1
    if isSingle, !match.isName, isOneOfAKind(match, tokens) { return .refused }
    if isSingle, surnames.contains(tokens.hashes[first]) {
      return isFirmlyLocated(match, tokens) || ownsOffice(match, tokens) ? .open : .refused
    }
    if isSingle, !match.isName, words.takesNameInFront(first, tokens) || words.isFeature(first, tokens) {
      return .refused
    }
    if isSingle, !match.isName {
      if isCalendarOrDirection(first, tokens) { return .refused }
      if !isShouted, isAcronym(match, tokens) { return .doubted }
      let isBody = bodies.contains(tokens.hashes[first])
      if isBody, isPossessive(match, tokens) || !isLocated(match, tokens, isWord: true) { return .doubted }
    }
    return isLocated(match, tokens) || isSingle && isCity(match, tokens) ? .shown : .open
  }

  /// `Phoenix police`, `Boston closed its schools`: a large city by what it has, and by a word that stands for no person.
  private func isCity(_ match: PlaceMatch, _ tokens: TokenTable) -> Bool {
    guard match.candidates.contains(where: { $0.kind == .city && $0.isLarge }),
      !words.isWord(match.tokens.lowerBound, tokens),
      case let end = match.tokens.upperBound, let next = behind(end, tokens), tokens.shapes[next] == .lower
    else { return false }
    if words.isCivic(next, tokens) { return true }
    guard !words.isFunctionWord(next, tokens), tokens.sentence(end - 1).lowerBound == end - 1 else { return false }
    return (next + 1..<min(tokens.sentence(next).upperBound, next + 4)).contains { tokens.hashes[$0] == Self.its }
  }

  /// `the Gulf of Mexico`, `the Niger rose`: the name of a water. Fewer than one name in a hundred gets beyond the first
  /// question.
  private func isOfWater(_ match: PlaceMatch, _ tokens: TokenTable) -> Bool {
    guard !match.isAllusion, let before = before(match.tokens.lowerBound, tokens) else { return false }
    if tokens.hashes[before] == Self.of {
      return self.before(before, tokens).map { tokens.shapes[$0].isCapitalised && words.isWater($0, tokens) } ?? false
    }
    guard tokens.hashes[before] == Self.the, match.tokens.count == 1, words.isRiver(match.tokens.lowerBound, tokens)
    else {
      return false
    }
    return behind(match.tokens.upperBound, tokens).map { words.isOfRivers($0, tokens) } ?? true
  }

  /// `a black Newfoundland named Bosun`: one of what is called after the place.
  private func isOneOfAKind(_ match: PlaceMatch, _ tokens: TokenTable) -> Bool {
    let (first, end) = (match.tokens.lowerBound, match.tokens.upperBound)
    guard let behind = behind(end, tokens), Self.naming.contains(tokens.hashes[behind]),
      let before = before(first, tokens)
    else { return false }
    if Self.indefinite.contains(tokens.hashes[before]) { return true }
    return !tokens.shapes[before].isCapitalised
      && (self.before(before, tokens).map { Self.indefinite.contains(tokens.hashes[$0]) } ?? false)
  }

  /// `She learnt Greek`, `he said in Arabic`: a language, where no noun stands behind it.
  func isLanguage(_ match: PlaceMatch, _ tokens: TokenTable) -> Bool {
    guard match.tokens.count == 1, let before = before(match.tokens.lowerBound, tokens) else { return false }
    let behind = behind(match.tokens.upperBound, tokens)
    if Self.speaking.contains(tokens.hashes[before]) {
      return behind.map { words.isFunctionWord($0, tokens) || Self.adverbs.contains(tokens.hashes[$0]) } ?? true
    }
    let end = match.tokens.upperBound
    return Self.into.contains(tokens.hashes[before]) && behind == nil
      && !(end + 1 < tokens.count && tokens.isCharacter(end, ",") && tokens.shapes[end + 1].isCapitalised)
  }

  /// `the water of the Zambezi flooded`: a river or a people, where no noun for a division stands behind it and no
  /// preposition of place in front.
  func isBehindArticle(_ match: PlaceMatch, _ tokens: TokenTable) -> Bool {
    guard let before = before(match.tokens.lowerBound, tokens), tokens.hashes[before] == Self.the,
      !(self.before(before, tokens).map { words.isLocative($0, tokens) } ?? false)
    else { return false }
    return !(behind(match.tokens.upperBound, tokens).map { words.isDivisionNoun($0, tokens) } ?? false)
  }

  /// A preposition of place right in front, a dateline, or what is based there.
  func isFirm(_ match: PlaceMatch, _ tokens: TokenTable) -> Bool {
    match.part != nil || isDateline(match, tokens)
      || (before(match.tokens.lowerBound, tokens).map { words.isLocative($0, tokens) } ?? false)
  }

  /// `March`, `the South`: somewhere a town or a province is called so.
  private func isCalendarOrDirection(_ token: Int, _ tokens: TokenTable) -> Bool {
    words.isNeutral(token, tokens) || words.isDirection(token, tokens)
  }

  /// Up to five capitals that are not the name of a large city: the GAO is an office, and Gao a town.
  private func isAcronym(_ match: PlaceMatch, _ tokens: TokenTable) -> Bool {
    let token = match.tokens.lowerBound
    guard tokens.shapes[token] == .capitals, tokens.ends[token] - tokens.starts[token] <= 5 else { return false }
    return match.candidates.allSatisfy { $0.isUnknownAbroad }
  }

  /// The token in front, where nothing but space stands between and it is in the sentence.
  private func before(_ token: Int, _ tokens: TokenTable) -> Int? {
    guard token > 0, tokens.sentenceOf[token - 1] == tokens.sentenceOf[token], tokens.isWord(token - 1) else {
      return nil
    }
    return token - 1
  }

  private func behind(_ end: Int, _ tokens: TokenTable) -> Int? {
    guard end < tokens.count, tokens.sentenceOf[end] == tokens.sentenceOf[end - 1], tokens.isWord(end) else {
      return nil
    }
    return end
  }

  private func refusesFront(_ match: PlaceMatch, _ first: Int, _ tokens: TokenTable) -> Bool {
    guard let before = before(first, tokens) else { return false }
    if tokens.shapes[before].isCapitalised, !match.isAllusion {
      if match.isName ? words.isHonorific(before, tokens) : words.isTitle(before, tokens) { return true }
      if match.isName, words.isTitle(before, tokens) { return false }
    }
    if match.isName, tokens.hashes[before] == Self.air { return tokens.shapes[before] == .capitalised }
    if words.isFunctionWord(before, tokens) { return !match.isName && isPartOfOrganisation(before, tokens) }
    guard tokens.shapes[before].isCapitalised else { return false }
    if words.isDirection(before, tokens), let further = self.before(before, tokens) {
      return !match.isName && isPartOfOrganisation(further, tokens)
    }
    if words.isDirection(before, tokens) || words.isNeutral(before, tokens) || match.isAllusion { return false }
    if words.isFirstName(before, tokens) || words.isFeature(before, tokens) { return true }
    // The first word of a sentence has its capital from there; a first name was caught above.
    return tokens.sentence(first).lowerBound != before || words.isOrganisationWord(before, tokens)
  }

  /// `University of Chicago`, `State University at Buffalo`.
  private func isPartOfOrganisation(_ of: Int, _ tokens: TokenTable) -> Bool {
    guard tokens.hashes[of] == Self.of || tokens.hashes[of] == Self.at, let noun = before(of, tokens),
      tokens.shapes[noun] == .capitalised
    else {
      return false
    }
    return words.isOrganisationWord(noun, tokens) || words.isFeature(noun, tokens)
  }

  private func refusesBack(_ match: PlaceMatch, _ end: Int, _ tokens: TokenTable) -> Bool {
    guard let behind = behind(end, tokens), tokens.shapes[behind].isCapitalised else { return false }
    if match.isAllusion { return false }
    if match.isName { return words.isFeatureBehind(behind, tokens) }
    if words.takesNameInFront(behind, tokens) { return true }
    if words.isTitle(behind, tokens) || words.isNeutral(behind, tokens) { return false }
    var last = behind
    while let next = self.behind(last + 1, tokens), tokens.shapes[next].isCapitalised { last = next }
    if words.takesNameInFront(last, tokens) { return true }
    return true
  }

  /// `Jordan's King Abdullah`: a country, even where a person of that surname is in the article.
  private func ownsOffice(_ match: PlaceMatch, _ tokens: TokenTable) -> Bool {
    let end = match.tokens.upperBound
    guard match.isName, end + 1 < tokens.count, tokens.hashes[end] == Self.possessive else { return false }
    return tokens.shapes[end + 1].isCapitalised && words.isTitle(end + 1, tokens)
  }

  /// Directly behind `in`, `at` or `near`, and no possessive: there even a surname of the article may be a place.
  private func isFirmlyLocated(_ match: PlaceMatch, _ tokens: TokenTable) -> Bool {
    guard let before = before(match.tokens.lowerBound, tokens), Self.firm.contains(tokens.hashes[before]) else {
      return false
    }
    return !isPossessive(match, tokens)
  }

  private func isPossessive(_ match: PlaceMatch, _ tokens: TokenTable) -> Bool {
    match.tokens.upperBound < tokens.count && tokens.hashes[match.tokens.upperBound] == Self.possessive
  }

  /// - Parameter isWord: The name means something else more often, so that "from" and "to" show no place.
  private func isLocated(_ match: PlaceMatch, _ tokens: TokenTable, isWord: Bool = false) -> Bool {
    var front = match.tokens.lowerBound
    let isWord = isWord || match.tokens.count == 1 && words.isWord(front, tokens)
    while let before = before(front, tokens), words.isDirection(before, tokens) { front = before }
    guard let before = before(front, tokens) else { return false }
    if words.isLocative(before, tokens) { return !(isWord && words.isLooseLocative(before, tokens)) }
    if tokens.hashes[before] == Self.the, let further = self.before(before, tokens) {
      return words.isLocative(further, tokens)
    }
    if tokens.hashes[before] == Self.of, let noun = self.before(before, tokens) {
      return words.isDivisionNoun(noun, tokens)
    }
    return words.isDivisionNoun(before, tokens) && tokens.shapes[before] == .lower
  }

  /// `SANTIAGO MATATLÁN, Norland —`: the beginning of a longer name.
  private func isPartOfDateline(_ match: PlaceMatch, _ tokens: TokenTable) -> Bool {
    let (first, end) = (match.tokens.lowerBound, match.tokens.upperBound)
    guard end + 2 < tokens.count, tokens.shapes[end] == .capitals, tokens.isCharacter(end + 1, ","),
      tokens.shapes[end + 2] == .capitalised, tokens.ends[end] - tokens.starts[end] > 2
    else { return false }
    return tokens.shapes[first] == .capitals && tokens.paragraph(first).tokens.lowerBound == first
  }

  /// `NAIROBI, Kenya (AP) -`: capitals at the beginning of a paragraph, with a dash soon behind them.
  private func isDateline(_ match: PlaceMatch, _ tokens: TokenTable) -> Bool {
    let paragraph = tokens.paragraph(match.tokens.lowerBound).tokens
    guard match.tokens.lowerBound - paragraph.lowerBound <= 3 else { return false }
    guard tokens.shapes[paragraph.lowerBound] == .capitals,
      match.tokens.lowerBound == paragraph.lowerBound
        || tokens.isCharacter(match.tokens.lowerBound - 1, ",")
    else { return false }
    for token in match.tokens.upperBound..<min(match.tokens.upperBound + 12, paragraph.upperBound)
    where isDash(token, tokens) {
      return true
    }
    return false
  }

  private func isDash(_ token: Int, _ tokens: TokenTable) -> Bool {
    guard !tokens.isWord(token) else { return false }
    let first = tokens.bytes[tokens.start(token)]
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "_") { return true }
    return first == 0xE2 && tokens.bytes[tokens.start(token) + 1] == 0x80
      && (0x92...0x95).contains(tokens.bytes[tokens.start(token) + 2])
  }

  /// Whether the sentence is written in capitals, so that they say nothing.
  private func isShouting(_ match: PlaceMatch, _ tokens: TokenTable) -> Bool {
    let sentence = tokens.sentence(match.tokens.lowerBound)
    return !sentence.contains { tokens.shapes[$0] == .lower && tokens.end($0) - tokens.start($0) > 3 }
      && sentence.contains { !match.tokens.contains($0) && tokens.shapes[$0] == .capitals }
  }

  private static var of: UInt32 { ByteHash.of("of") }
  private static var at: UInt32 { ByteHash.of("at") }
  private static var air: UInt32 { ByteHash.of("air") }
  private static var its: UInt32 { ByteHash.of("its") }
  private static var possessive: UInt32 { ByteHash.of("'s") }
  private static var firm: FewWords { FewWords("in", "near", "at") }
  private static var the: UInt32 { ByteHash.of("the") }
  private static var naming: FewWords { FewWords("named", "called", "who") }
  private static var indefinite: FewWords { FewWords("a", "an") }
  private static let speaking = WordSet(
    """
    learn learns learning learnt learned speak speaks speaking spoke spoken teach teaches teaching taught study studies \
    studying studied understand understands understood
    """)
  private static var adverbs: FewWords { FewWords("fluently", "well", "badly", "too") }
  private static var into: FewWords { FewWords("in", "into") }
}
