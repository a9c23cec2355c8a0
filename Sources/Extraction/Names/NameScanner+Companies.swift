/// Companies whose legal form stands alone, because what is before it is no run of capitals.
///
///     Standard and Poor's Corp     Jefferies and Co     3Com Corp     K mart Corp
extension NameScanner {
  private static let longestCompany = 6

  /// Adds what a legal form ends; a form with nothing before it names nobody. The candidates inside go.
  mutating func addCompany(_ form: Range<Int>, classes: WordClass, in sentence: Range<Int>) {
    let start = companyStart(form.lowerBound, in: sentence)
    guard start < form.lowerBound else { return }
    // A name that begins before is another one.
    if let around = candidates.last(where: { $0.tokens.lowerBound < start }), around.tokens.upperBound > start {
      return
    }
    dropCandidates(from: start)
    add(start..<form.upperBound, .organisation, classes: classes)
  }

  /// Where "Cable and Wireless Plc" begins: a word before the form that is no name by itself does not part two companies.
  /// The candidates inside go.
  mutating func startOfPair(_ piece: Piece, in sentence: Range<Int>) -> Int {
    let start = piece.tokens.lowerBound
    let isCompany = piece.elements.last!.classes.contains(.legalForm)
    guard piece.title == nil, start - 2 >= sentence.lowerBound, isCompany || isWordOfName(start - 2),
      Pronouns.joints.contains(tokens.hashes[start - 1]), isWordOfName(piece.elements.first!.tokens.lowerBound),
      isNamePart(start - 2)
    else { return start }
    let whole = companyStart(start - 1, in: sentence)
    guard let last = candidates.last, last.tokens.upperBound > whole else { return whole }
    guard last.tokens.lowerBound >= whole, last.kind != .person else { return start }
    dropCandidates(from: whole)
    return whole
  }

  /// "Wireless", "Loan", "Gamble": of the language, and the name of nobody.
  private func isWordOfName(_ token: Int) -> Bool {
    let classes = lexicon.classes(at: token, in: tokens)
    let names: WordClass = [.organisation, .country, .subdivision, .city, .metonym, .legalForm]
    return tokens.shapes[token] == .capitalised && classes.isDisjoint(with: names)
      && (classes.hasAny([.commonWord, .nominal, .verb]) || classes.isEmpty && endsLikeThing(token))
  }

  /// The lists leave words away whose ending tells what they are.
  private func endsLikeThing(_ token: Int) -> Bool {
    tokens.withFolded(token..<(token + 1)) { word in
      Self.thingEndings.contains { word.count > $0.count + 2 && word.suffix($0.count).elementsEqual($0) }
    }
  }

  private static let thingEndings = ["ing", "ings", "tion", "tions", "ment", "ments", "ities", "less", "ance", "ustry"]
    .map { Array($0.utf8) }

  /// "Harrow Roe (Securities) Ltd": the form stands behind a word in brackets.
  mutating func addBracketedCompany(_ piece: Piece, in sentence: Range<Int>) -> Int? {
    let form = piece.tokens.upperBound + 3
    guard form < sentence.upperBound, tokens.isCharacter(form - 3, "("), tokens.isCharacter(form - 1, ")"),
      tokens.shapes[form - 2].isCapitalised, tokens.shapes[form].isCapitalised,
      case let classes = lexicon.classes(at: form, in: tokens), classes.contains(.legalForm)
    else { return nil }
    add(piece.tokens.lowerBound..<form + 1, .organisation, classes: classes)
    return form + 1
  }

  mutating func dropCandidates(from start: Int) {
    while let last = candidates.last, last.tokens.lowerBound >= start { candidates.removeLast() }
    acronyms.removeAll { $0.short >= candidates.count || $0.long >= candidates.count }
  }

  private func companyStart(_ form: Int, in sentence: Range<Int>) -> Int {
    var start = form
    while start > sentence.lowerBound, form - start < Self.longestCompany {
      let before = start - 1
      if isNamePart(before) {
        start = before
      } else if isJoint(before), before > sentence.lowerBound, isNamePart(before - 1) {
        start = before - 1
      } else if Pronouns.possessives.contains(tokens.hashes[before]), before > sentence.lowerBound,
        isNamePart(before - 1), start == form
      {
        start = before - 1
      } else {
        break
      }
    }
    return start
  }

  /// `and`, `&`, and the small word of `K mart Corp`.
  private func isJoint(_ token: Int) -> Bool {
    if Pronouns.joints.contains(tokens.hashes[token]) { return true }
    return tokens.shapes[token] == .lower && token > 0 && tokens.shapes[token - 1] == .initial
      && lexicon.classes(at: token, in: tokens).isDisjoint(with: [.function, .speech, .starter])
  }

  private func isNamePart(_ token: Int) -> Bool {
    let hash = tokens.hashes[token]
    guard !Pronouns.articles.contains(hash), !Pronouns.prepositions.contains(hash) else { return false }
    if tokens.shapes[token] == .numeric {
      return tokens.bytes[tokens.start(token)..<tokens.end(token)].contains(where: isLetter)
    }
    let classes = lexicon.classes(hash)
    return tokens.shapes[token].isCapitalised && !classes.hasAny([.function, .calendar])
      && (!classes.contains(.starter) || Self.beginnings.contains(hash))
  }

  private func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }
}
