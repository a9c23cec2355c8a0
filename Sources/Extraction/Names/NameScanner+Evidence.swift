/// What the words around a name say about it.
extension NameScanner {
  func evidence(around range: Range<Int>, _ sentence: Range<Int>) -> NameCandidate.Evidence {
    var found: NameCandidate.Evidence = []
    if speaks(range, sentence) { found.insert(.speech) }
    if hasRoleBefore(range, sentence) { found.insert(.role) }
    let end = behindAge(range.upperBound, in: sentence)
    if hasApposition(end, sentence) {
      found.insert(.apposition)
      if isHuman(end, sentence) { found.insert(.human) }
    }
    // "Kusum Ode (62) lost her house"
    if end > range.upperBound, range.count > 1 { found.insert(.apposition) }
    if isTopic(range, sentence) { found.insert(.speech) }
    if isBody(range, sentence) { found.insert(.body) }
    if range.count > 1, isEmployer(range, sentence) { found.insert(.employer) }
    if range.count == 1, hasOfficials(range.lowerBound, sentence) { found.insert(.body) }
    return found
  }

  private func classes(_ token: Int) -> WordClass { lexicon.classes(at: token, in: tokens) }

  /// "X said", "X has also said", "..., said X.", "according to X".
  private func speaks(_ range: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let first = behindParty(range, in: sentence)
    var next = first
    while next < sentence.upperBound, next < first + 2, Self.between.contains(tokens.hashes[next]) {
      next += 1
    }
    if isSpeech(next, in: sentence) || isSpeech(behindHome(range.upperBound, in: sentence), in: sentence) {
      return true
    }
    let before = range.lowerBound - 1
    guard before > sentence.lowerBound, tokens.shapes[before] == .lower else { return false }
    if tokens.hashes[before] == Self.to, tokens.hashes[before - 1] == Self.according { return true }
    guard classes(before).contains(.speech) else { return false }
    return range.upperBound == sentence.upperBound || !tokens.isWord(range.upperBound) || isOfBody(range, sentence)
  }

  /// Behind the age in brackets behind a name: "X (62)".
  private func behindAge(_ open: Int, in sentence: Range<Int>) -> Int {
    isAge(behind: open, in: sentence) ? open + 3 : open
  }

  private func isAge(behind open: Int, in sentence: Range<Int>) -> Bool {
    open + 3 < sentence.upperBound && tokens.isCharacter(open, "(") && tokens.shapes[open + 1] == .digits
      && tokens.ends[open + 1] - tokens.starts[open + 1] == 2 && tokens.isCharacter(open + 2, ")")
  }

  /// "As for X, she": somebody.
  private func isTopic(_ range: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let (before, comma) = (range.lowerBound - 1, range.upperBound)
    guard before > sentence.lowerBound, tokens.hashes[before] == Self.for, tokens.hashes[before - 1] == Self.as,
      comma + 1 < sentence.upperBound, tokens.isCharacter(comma, ",")
    else { return false }
    if case .pronoun? = Pronouns.head(tokens.hashes[comma + 1]) { return true }
    return false
  }

  private static var `for`: UInt32 { ByteHash.of("for") }
  private static var `as`: UInt32 { ByteHash.of("as") }

  /// `said X Y of the Harrow Observatory`
  private func isOfBody(_ range: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let next = range.upperBound
    guard (2...3).contains(range.count), next + 2 < sentence.upperBound, Self.homes.contains(tokens.hashes[next]),
      !range.contains(where: { classes($0).hasAny(Self.bodyWords) })
    else { return false }
    let first = Pronouns.articles.contains(tokens.hashes[next + 1]) ? next + 2 : next + 1
    return tokens.shapes[first].isCapitalised
  }

  private static let bodyWords: WordClass = [
    .institution, .organisation, .organisationHead, .organisationTail, .leadingBody, .legalForm, .people, .placeWord,
    .thingWord, .commonWord, .office,
  ]

  /// Behind "(IUML)", a party or a club that is no short form of the name: "K.P. Basheer (IUML) said". Or behind an age.
  private func behindParty(_ range: Range<Int>, in sentence: Range<Int>) -> Int {
    let open = range.upperBound
    if isAge(behind: open, in: sentence) { return open + 3 }
    guard open + 3 < sentence.upperBound, tokens.isCharacter(open, "("), tokens.isCharacter(open + 2, ")"),
      tokens.shapes[open + 1].isCapitalised, !matchesInitials(open + 1, range)
    else { return open }
    return open + 3
  }

  private func isSpeech(_ token: Int, in sentence: Range<Int>) -> Bool {
    token < sentence.upperBound && tokens.shapes[token] == .lower && classes(token).contains(.speech)
  }

  /// Behind the place or the body that somebody is of: "X of the Norvik Rights Watch said".
  private func behindHome(_ token: Int, in sentence: Range<Int>) -> Int {
    guard token + 1 < sentence.upperBound, Self.homes.contains(tokens.hashes[token]) else { return sentence.upperBound }
    var next = token + 1
    if Pronouns.articles.contains(tokens.hashes[next]) { next += 1 }
    let first = next
    while next < sentence.upperBound, next - first < 6,
      tokens.shapes[next].isCapitalised || next > first && tokens.isCharacter(next, "&")
    { next += 1 }
    return next > first ? next : sentence.upperBound
  }

  private static var homes: FewWords { FewWords("of", "from", "at", "with") }
  /// Nouns for an office that hardly anybody has for a last name.
  static let offices = WordSet(
    """
    secretary minister director commissioner officer superintendent ambassador inspector registrar controller \
    chairperson chairman chairwoman treasurer
    """)
  private static var to: UInt32 { ByteHash.of("to") }
  private static var according: UInt32 { ByteHash.of("according") }
  private static let between = WordSet("has had have also later then once often already recently never who")

  /// "spokesman X", "the party's leader, X,".
  private func hasRoleBefore(_ range: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let token = range.lowerBound
    let before = behindBrackets(token - 1, sentence)
    guard before >= sentence.lowerBound else { return false }
    if before < token - 1 { return tokens.isWord(before) && classes(before).hasAny([.role, .office]) }
    if tokens.isWord(before) {
      // "Spokesman Jane Doe" at the beginning
      let isSmall =
        tokens.shapes[before] == .lower
        || range.count > 1 && before == sentence.lowerBound && classes(before).contains(.role)
      return isSmall && classes(before).hasAny([.role, .office]) && !classes(before).isSubset(of: .modifier)
        || isBehindBodyOfOffice(before, range, in: sentence)
    }
    guard tokens.isCharacter(before, ",") else { return false }
    // Reversed apposition: the role is the noun phrase before the comma.
    var index = before - 1
    let limit = max(sentence.lowerBound, before - 9)
    if range.count > 1, range.upperBound < sentence.upperBound,
      isOfficeInCapitals(endingAt: index, sentence) || isOfficeOfBody(endingAt: index, sentence)
        || isOfficeBehindArticle(endingAt: index, sentence),
      tokens.isCharacter(range.upperBound, ",") || isSpeech(range.upperBound, in: sentence)
    {
      return true
    }
    while index >= limit, tokens.isWord(index) {
      if tokens.shapes[index] == .lower, classes(index).contains(.role) { return true }
      index -= 1
    }
    return isIntroduced(before, range.upperBound, sentence)
      || range.count > 1 && isOneOfMany(before: before, in: sentence)
  }

  /// "Fisheries Principal Secretary, X,": an office with another word in capitals in front, which is no first name.
  private func isOfficeInCapitals(endingAt last: Int, _ sentence: Range<Int>) -> Bool {
    last > sentence.lowerBound && tokens.shapes[last] == .capitalised && tokens.shapes[last - 1] == .capitalised
      && classes(last).hasAny([.office, .role]) && !classes(last - 1).contains(.firstName)
      && Self.offices.contains(tokens.hashes[last])
  }

  /// "The Minority Leader, X,", "the Headmaster, X,"
  private func isOfficeBehindArticle(endingAt last: Int, _ sentence: Range<Int>) -> Bool {
    guard last > sentence.lowerBound, tokens.shapes[last] == .capitalised, classes(last).hasAny([.office, .role]) else {
      return false
    }
    var first = last
    while first > sentence.lowerBound, last - first < Self.longestOffice,
      tokens.shapes[first].isCapitalised, !Pronouns.articles.contains(tokens.hashes[first])
    { first -= 1 }
    return Pronouns.articles.contains(tokens.hashes[first])
  }

  private static let longestOffice = 5

  /// "Joint Secretary of Norland Weavers Guild, X Y,": an office in capitals with the body that it is of.
  private func isOfficeOfBody(endingAt last: Int, _ sentence: Range<Int>) -> Bool {
    guard last > sentence.lowerBound, tokens.shapes[last].isCapitalised else { return false }
    var token = last
    let floor = max(sentence.lowerBound, last - Self.longestBody)
    while token > floor {
      token -= 1
      if Self.homes.contains(tokens.hashes[token + 1]), tokens.shapes[token].isCapitalised,
        classes(token).hasAny([.office, .role])
      {
        return true
      }
      guard tokens.shapes[token].isCapitalised || Self.inBodies.contains(tokens.hashes[token]) else { return false }
    }
    return false
  }

  /// In tokens.
  private static let longestBody = 12
  private static let inBodies = WordSet("of for the and & in at")

  /// "A Norland potholer, X Y, wrote": whatever the noun is, between commas and before a verb of saying stands who it is.
  private func isIntroduced(_ comma: Int, _ next: Int, _ sentence: Range<Int>) -> Bool {
    let first = sentence.lowerBound
    guard (3...6).contains(comma - first), Self.indefinites.contains(tokens.hashes[first]),
      next + 1 < sentence.upperBound, tokens.isCharacter(next, ","), isSpeech(next + 1, in: sentence)
    else { return false }
    return tokens.shapes[comma - 1] == .lower && !classes(comma - 1).contains(.calendar)
      && (first + 1..<comma).allSatisfy {
        tokens.isWord($0) && !classes($0).contains(.function) && !Pronouns.prepositions.contains(tokens.hashes[$0])
      }
  }

  private static var indefinites: FewWords { FewWords("a", "an", "another", "one") }

  /// The word before a bracket of a word or two: "Justice (retired) X".
  private func behindBrackets(_ token: Int, _ sentence: Range<Int>) -> Int {
    guard token > sentence.lowerBound, tokens.isCharacter(token, ")") else { return token }
    let open = (max(sentence.lowerBound, token - 4)..<token).last { tokens.isCharacter($0, "(") }
    return open.map { $0 - 1 } ?? token
  }

  /// "the newspaper X", "X, a unit of Y", "the X label".
  private func isBody(_ range: Range<Int>, _ sentence: Range<Int>) -> Bool {
    var before = range.lowerBound - 1
    if before >= sentence.lowerBound, isBodyNoun(before) { return true }
    let next = range.upperBound
    // "Harrow and X declined", where Harrow is known
    if range.count == 1, isBesideBody(range.lowerBound, in: sentence) { return true }
    // "the company, Norvik-based X,"
    if before > sentence.lowerBound + 1, isCompound(before) { before -= 1 }
    // "the cocoa regulator, X,", "the concern X"
    if before > sentence.lowerBound + 1, tokens.isCharacter(before, ","), isBodyNoun(before - 1),
      next < sentence.upperBound, tokens.isCharacter(next, ",")
    {
      return true
    }
    if before > sentence.lowerBound, Self.concerns.contains(tokens.hashes[before]),
      Pronouns.articles.contains(tokens.hashes[before - 1])
    {
      return true
    }
    guard next + 2 < sentence.upperBound else { return false }
    // "the Reagan administration" is a person's.
    if before >= sentence.lowerBound, tokens.hashes[before] == Self.the, isBodyNoun(next) {
      return !Self.governments.contains(tokens.hashes[next])
    }
    guard tokens.isCharacter(next, ","), Pronouns.articles.contains(tokens.hashes[next + 1]) else { return false }
    if isLeadingCompany(next + 2, in: sentence) { return true }
    var index = next + 2
    while index < min(sentence.upperBound, next + 7), tokens.isWord(index) {
      if tokens.shapes[index] == .lower, classes(index).contains(.role) { return false }
      // "X, the government's envoy" is a person.
      let isOwner = index + 1 < sentence.upperBound && Pronouns.possessives.contains(tokens.hashes[index + 1])
      // "According to X, the plant will close": the words that are said.
      let isSubject =
        index + 1 < sentence.upperBound && classes(index + 1).contains(.verb) && !classes(index + 1).contains(.nominal)
      // "X, a bank clerk": the last noun of several tells what somebody is.
      let isBeforeRole =
        index + 1 < sentence.upperBound && tokens.shapes[index + 1] == .lower
        && classes(index + 1).contains(.role) && !classes(index + 1).contains(.verb)
      if isBeforeRole { return false }
      if isBodyNoun(index), !isOwner { return !isSubject }
      index += 1
    }
    return false
  }

  /// "X, the region's largest producer of glass": a person is no largest one.
  private func isLeadingCompany(_ first: Int, in sentence: Range<Int>) -> Bool {
    let near = first..<min(sentence.upperBound, first + 8)
    guard let rank = near.first(where: { Self.ranks.contains(tokens.hashes[$0]) }) else { return false }
    return (rank + 1..<min(sentence.upperBound, rank + 5)).contains { Self.companies.contains(tokens.hashes[$0]) }
      && (first..<rank).allSatisfy { tokens.isWord($0) || Pronouns.possessives.contains(tokens.hashes[$0]) }
  }

  private static let ranks = WordSet("largest biggest second-largest third-largest second-biggest top largest-ever")

  private func isBesideBody(_ token: Int, in sentence: Range<Int>) -> Bool {
    guard token > sentence.lowerBound + 1, tokens.hashes[token - 1] == Self.and,
      classes(token).isSubset(of: .phraseStart), tokens.shapes[token] == .capitalised
    else { return false }
    let other = classes(token - 2)
    return other.contains(.organisation) && !other.hasAny([.onlyCapitals, .metonym, .place, .firstName])
      && tokens.shapes[token - 2].isCapitalised
  }

  private static var and: UInt32 { ByteHash.of("and") }

  /// "an analyst at X", "the founder of X", "the Turkish builder X", "X, which", "shares in X", "X workers".
  private func isEmployer(_ range: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let next = range.upperBound
    if next + 1 < sentence.upperBound, tokens.isCharacter(next, ","), tokens.hashes[next + 1] == Self.which {
      return true
    }
    if next < sentence.upperBound, Self.belongings.contains(tokens.hashes[next]) { return true }
    let before = range.lowerBound - 1
    guard before > sentence.lowerBound else { return false }
    if Self.companies.contains(tokens.hashes[before]) { return classes(before - 1).contains(.peopleWord) }
    let noun = tokens.hashes[before - 1]
    if tokens.hashes[before] == Self.the, Self.telling.contains(noun) { return true }
    if Self.workplaces.contains(tokens.hashes[before]) {
      return tokens.shapes[before - 1] == .lower && classes(before - 1).contains(.role)
        && !classes(before - 1).contains(.kin)
    }
    return tokens.hashes[before] == Self.of && (Self.executives.contains(noun) || Self.holdings.contains(noun))
      || tokens.hashes[before] == Self.in && Self.holdings.contains(noun)
  }

  /// "a senior Nafed official", "Nafed officials": of one word that no list knows.
  private func hasOfficials(_ token: Int, _ sentence: Range<Int>) -> Bool {
    token + 1 < sentence.upperBound && Self.officials.contains(tokens.hashes[token + 1])
      && classes(token).isSubset(of: .phraseStart)
  }

  private static var governments: FewWords {
    FewWords("administration", "government", "cabinet", "regime", "presidency")
  }
  private static var concerns: FewWords { FewWords("concern", "conglomerate", "combine", "holding", "enterprise") }
  private static var officials: FewWords { FewWords("official", "officials", "executive", "executives", "employees") }
  /// "told the Daily Beacon"
  private static var telling: FewWords { FewWords("told", "telling") }
  private static var which: UInt32 { ByteHash.of("which") }
  private static var of: UInt32 { ByteHash.of("of") }
  private static var `in`: UInt32 { ByteHash.of("in") }
  private static var workplaces: FewWords { FewWords("at", "with") }
  private static let executives = WordSet(
    "executive officer ceo chairman chairwoman founder co-founder subsidiary unit")
  private static var holdings: FewWords { FewWords("shares", "stake", "shareholders", "employees") }
  private static let belongings = WordSet("workers employees executives shareholders shares customers subsidiary")
  private static let companies = WordSet(
    """
    builder operator maker developer carrier lender retailer supplier manufacturer brewer broker publisher producer \
    distributor exporter importer insurer automaker carmaker airline shipbuilder contractor startup miner refiner utility \
    shipowner agency
    """)

  private func isBodyNoun(_ token: Int) -> Bool {
    tokens.shapes[token] == .lower && classes(token).contains(.institution)
  }

  private static var the: UInt32 { ByteHash.of("the") }

  /// "X, a lawyer", "X, 45,", "X, who".
  private func hasApposition(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token + 2 < sentence.upperBound, tokens.isCharacter(token, ",") else { return false }
    let next = token + 1
    if tokens.hashes[next] == Self.who || tokens.hashes[next] == Self.whose || isLent(next) { return true }
    if tokens.shapes[next] == .digits {
      return tokens.ends[next] - tokens.starts[next] == 2 && tokens.isCharacter(token + 2, ",")
    }
    // "X, with illustrator Y": somebody else.
    if tokens.hashes[next] == Self.with { return false }
    var index = next
    while index < min(sentence.upperBound, next + 6), tokens.isWord(index) {
      if tokens.shapes[index] == .lower, classes(index).contains(.role) { return true }
      index += 1
    }
    return false
  }

  /// Of what stands behind a comma: "who", an age, "a" or "the" with a noun for a person.
  private func isHuman(_ comma: Int, _ sentence: Range<Int>) -> Bool {
    let next = comma + 1
    if tokens.hashes[next] == Self.who || tokens.shapes[next] == .digits || isLent(next) { return true }
    if tokens.hashes[next] == Self.whose {
      return (next + 1..<min(sentence.upperBound, next + 4)).contains {
        classes($0).contains(.kin) || tokens.hashes[$0] == Self.name
      }
    }
    guard Pronouns.articles.contains(tokens.hashes[next]) else { return false }
    var index = next + 1
    // "a nurse", "a 29-year-old nurse"
    while index < min(sentence.upperBound, next + 5), tokens.isWord(index),
      tokens.shapes[index] == .lower || tokens.shapes[index] == .numeric
    {
      if classes(index).contains(.role), !classes(index).contains(.institution) {
        // "..., a witness said": somebody else.
        return !isSpeech(index + 1, in: sentence)
      }
      if Pronouns.prepositions.contains(tokens.hashes[index]) { return false }
      index += 1
    }
    return false
  }

  /// "on loan from Norvik"
  private func isLent(_ token: Int) -> Bool {
    tokens.hashes[token] == Self.on && tokens.hashes[token + 1] == Self.loan
  }

  private static var on: UInt32 { ByteHash.of("on") }
  private static var loan: UInt32 { ByteHash.of("loan") }
  private static var with: UInt32 { ByteHash.of("with") }
  private static var who: UInt32 { ByteHash.of("who") }
  private static var whose: UInt32 { ByteHash.of("whose") }
  private static var name: UInt32 { ByteHash.of("name") }
}
