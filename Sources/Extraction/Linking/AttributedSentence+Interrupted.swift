/// Sentences whose telling stands in the middle, or is a court's.
extension AttributedSentence {
  /// `Skilled workers leave, he points out, because the wages are low`: between two commas nothing but a pronoun or a name
  /// with its verb, and the words on both sides of it.
  ///
  /// - Parameters:
  ///   - behind: The telling begins behind this token.
  ///   - limit: The telling ends before this token.
  func interrupted(_ sentence: Range<Int>, behind: Int = -1, before limit: Int = .max) -> Relation? {
    var sentence = withoutDateline(sentence)
    if sentence.count > 2, Self.openers.contains(input.tokens.hashes[sentence.lowerBound]) {
      sentence = sentence.lowerBound + 1..<sentence.upperBound
    }
    let end = input.tokens.wordsEnd(sentence)
    let near =
      max(sentence.lowerBound, behind) + 1..<max(sentence.lowerBound + 1, behind + 1, min(sentence.upperBound, limit))
    for comma in near where input.facts[comma].contains(.comma) && input.tokens.isCharacter(comma, ",") {
      guard let teller = teller(behind: comma, before: end), case let verb = teller.verb,
        let next = closing(verb, before: end), next < limit
      else { continue }
      let (before, rest) = (sentence.lowerBound..<comma, next + 1..<max(next + 1, withMark(end, in: sentence)))
      guard !before.contains(where: { input.isQuoted($0) || input.isRulingCue($0) && !isNoun($0, in: before) }),
        rest.count > 1,
        !rest.contains(where: { Self.plain.contains(input.tokens.hashes[$0]) && !input.isQuoted($0) }),
        holdsFragments(rest) && (!input.ruleWords(in: rest).contains(.quoted) || isCopula(rest, behind: before)),
        isBesideMain(sentence.lowerBound)
          ? isOpening(before) && isClause(rest)
          : Self.joining.contains(input.tokens.hashes[rest.lowerBound])
            || SubjectFinder.isFinite(rest.lowerBound, input)
      else { continue }
      return Relation(source: teller.source, cue: verb..<(verb + 1), contents: [before, rest], origin: .clause)
    }
    return nil
  }

  /// `The tunnel, he said, was a "dead end"`: what stands before the telling is its subject and nothing else.
  private func isCopula(_ rest: Range<Int>, behind before: Range<Int>) -> Bool {
    !rest.contains(where: input.isQuoted)
      || Self.copulas.contains(input.tokens.hashes[rest.lowerBound])
        && !before.contains { input.tokens.shapes[$0] == .lower && SubjectFinder.isFinite($0, input) }
  }

  /// The end of the words, with the mark that closes a quotation there.
  private func withMark(_ end: Int, in sentence: Range<Int>) -> Int {
    guard end < sentence.upperBound, let quotation = input.quotation(end - 1), quotation.close < sentence.upperBound
    else {
      return end
    }
    return max(end, quotation.close + 1)
  }

  private static let copulas = WordSet("is are was were has have had would will could")

  /// "The answer": a noun behind an article, whatever else it can be.
  private func isNoun(_ token: Int, in words: Range<Int>) -> Bool {
    token > words.lowerBound && Self.articles.contains(input.tokens.hashes[token - 1])
  }

  /// "As a result", "Under the plan": in front of the telling no verb.
  private func isOpening(_ words: Range<Int>) -> Bool {
    words.count <= 8 && Pronouns.prepositions.contains(input.tokens.hashes[words.lowerBound])
      && words.allSatisfy { input.tokens.isWord($0) && !SubjectFinder.isFinite($0, input) }
  }

  private func isClause(_ words: Range<Int>) -> Bool {
    words.count > 3 && !SubjectFinder.isFinite(words.lowerBound, input)
      && input.tokens.suffixes[words.lowerBound] != Self.ing
      && words.dropFirst().prefix(10).contains { Self.helpers.contains(input.tokens.hashes[$0]) }
  }

  /// `The old methods, said Ode, are better`: the verb stands before the name.
  func inverted(_ sentence: Range<Int>) -> Relation? {
    let sentence = withoutDateline(sentence)
    let end = input.tokens.wordsEnd(sentence)
    let (hashes, shapes) = (input.tokens.hashes, input.tokens.shapes)
    let near = sentence.lowerBound + 1..<max(sentence.lowerBound + 1, end - 4)
    guard let comma = near.first(where: { input.facts[$0].contains(.comma) && Self.plain.contains(hashes[$0 + 1]) }),
      let next = (comma + 3..<min(end, comma + 8)).first(where: { !input.tokens.isWord($0) }), next + 2 < end,
      input.tokens.isCharacter(next, ","),
      (comma + 2..<next).allSatisfy({ shapes[$0].isCapitalised }) && Self.joining.contains(hashes[next + 1])
        || isGroup(comma + 2..<next) && SubjectFinder.isFinite(next + 1, input),
      !isBesideMain(sentence.lowerBound)
    else { return nil }
    let contents = [sentence.lowerBound..<comma, next + 1..<end]
    guard !contents.contains(where: { $0.contains { input.isQuoted($0) || input.isRulingCue($0) } }) else { return nil }
    return Relation(source: comma + 2..<next, cue: comma + 1..<comma + 2, contents: contents, origin: .clause)
  }

  /// "economists", "the ministers": a plural for people, with nothing but an article or what kind they are in front.
  private func isGroup(_ words: Range<Int>) -> Bool {
    input.isPlural(words.upperBound - 1) && input.isTitle[words.upperBound - 1] && words.count <= 3
      && words.allSatisfy { input.tokens.shapes[$0] == .lower && !Self.clauseWords.contains(input.tokens.hashes[$0]) }
  }

  /// Who tells, and the verb, of a clause that begins behind a comma with a pronoun, a name or a title, "as" in front of
  /// them allowed.
  private func teller(behind comma: Int, before end: Int) -> (source: Range<Int>, verb: Int)? {
    var first = comma + 1
    if first + 3 < end, input.tokens.hashes[first] == Self.as { first += 1 }
    guard first < end else { return nil }
    var verb = first
    if Self.tellers.contains(input.tokens.hashes[verb]) {
      verb += 1
    } else if let group = group(behind: first - 1, before: end) {
      verb = group
    } else if let office = office(from: first, before: end) {
      verb = office
    } else {
      while verb < end, verb - first < 3, input.tokens.shapes[verb].isCapitalised { verb += 1 }
    }
    let source = first..<verb
    // `the government has confirmed`
    if !source.isEmpty, verb + 3 < end, VerbForms.perfect.contains(input.tokens.hashes[verb]),
      Self.confirming.contains(input.tokens.hashes[verb + 1]) || Self.plain.contains(input.tokens.hashes[verb + 1])
    {
      return (source, verb + 1)
    }
    guard !source.isEmpty, verb + 2 < end,
      Self.plain.contains(input.tokens.hashes[verb]) || VerbForms.told.contains(input.tokens.hashes[verb])
    else { return nil }
    return (source, verb)
  }

  /// Behind "the minister", "the state's fire service": an article, and what is called so with no verb in it.
  private func office(from first: Int, before end: Int) -> Int? {
    guard Self.articles.contains(input.tokens.hashes[first]), first + 2 < end else { return nil }
    let near = first + 2..<max(first + 2, min(end - 1, first + 6))
    return near.first {
      // `the bank warned`: of a noun or two whatever they are.
      (input.isTitle[$0 - 1] || $0 - first <= 3 && Self.plain.contains(input.tokens.hashes[$0]))
        && (Self.plain.contains(input.tokens.hashes[$0]) || VerbForms.told.contains(input.tokens.hashes[$0])
          || VerbForms.perfect.contains(input.tokens.hashes[$0]))
        && (first + 1..<$0).allSatisfy { word in
          Pronouns.possessives.contains(input.tokens.hashes[word])
            || input.tokens.isWord(word)
              && !Self.clauseWords.contains(input.tokens.hashes[word])
              && !Self.plain.contains(input.tokens.hashes[word])
        }
    }
  }

  /// Behind "officials", "many farmers", "the rebels": a plural for people.
  private func group(behind comma: Int, before end: Int) -> Int? {
    let noun = (comma + 1..<max(comma + 1, min(end - 1, comma + 4))).first {
      // "engineers" may be a verb elsewhere.
      (input.isPlural($0) || input.partsOfSpeech[$0] == Self.pluralOrVerb)
        && (Self.plain.contains(input.tokens.hashes[$0 + 1]) || VerbForms.told.contains(input.tokens.hashes[$0 + 1]))
    }
    guard let noun, (comma + 1..<noun).allSatisfy({ input.tokens.isWord($0) && !input.tokens.shapes[$0].isCapitalised })
    else { return nil }
    return noun + 1
  }

  /// The comma right behind a verb, behind the small word that belongs to it, or behind whoever hears it (`told MPs`).
  private func closing(_ verb: Int, before end: Int) -> Int? {
    let near = verb + 1..<max(verb + 1, min(end, verb + Self.longestHearing))
    guard let comma = near.first(where: { !input.tokens.isWord($0) }), input.tokens.isCharacter(comma, ",") else {
      return nil
    }
    let between = verb + 1..<comma
    if VerbForms.told.contains(input.tokens.hashes[verb]) {
      return !between.isEmpty && isHearer(between, of: verb) ? comma : nil
    }
    return between.isEmpty || between.count == 1 && Self.small.contains(input.tokens.hashes[verb + 1]) ? comma : nil
  }

  /// `A porter forged the papers, a court has heard`: what is said before judges.
  func heard(_ sentence: Range<Int>) -> Relation? {
    let end = input.tokens.wordsEnd(sentence)
    guard end > sentence.lowerBound, Self.endsHearing.contains(input.tokens.hashes[end - 1]),
      let comma = sentence.last(where: { input.tokens.isCharacter($0, ",") && $0 < end - 2 }),
      let source = Self.hearer(in: comma + 1..<end, input), case let content = sentence.lowerBound..<comma,
      content.count >= Self.leastTokens, !content.contains(where: input.isQuoted)
    else { return nil }
    return Relation(source: source, cue: source.upperBound..<end, contents: [content], origin: .clause)
  }

  /// The court of `a court has heard`, `the jury was told`, where nothing else stands in some tokens.
  static func hearer(in clause: Range<Int>, _ input: TaggerInput) -> Range<Int>? {
    guard (3...7).contains(clause.count), Pronouns.articles.contains(input.tokens.hashes[clause.lowerBound]),
      case let last = input.tokens.hashes[clause.upperBound - 1], endsHearing.contains(last)
    else { return nil }
    var end = clause.upperBound - 1
    if helping.contains(input.tokens.hashes[end - 1]) { end -= 1 } else if last != heard { return nil }
    let source = clause.lowerBound..<end
    guard source.count > 1, source.contains(where: { courts.contains(input.tokens.hashes[$0]) }),
      source.allSatisfy(input.tokens.isWord)
    else { return nil }
    return source
  }

  private static let joining = WordSet(
    """
    because if unless although and but is are was were has have had will would does did can could must should may might \
    makes made means meant laid left lost led put set kept came went took gave
    """)
  private static var openers: FewWords { FewWords("but", "and", "so", "yet") }
  private static var `as`: UInt32 { ByteHash.of("as") }
  private static let articles = WordSet("the a an his her its their")
  /// In tokens.
  private static let longestHearing = 10
  private static var tellers: FewWords { FewWords("he", "she", "they", "it") }
  static let plain = WordSet(
    """
    says said argues argued points pointed adds added notes noted insists insisted explains explained believes believed \
    recalls recalled claims claimed warns warned concedes conceded say argue point add note insist explain believe claim warn
    """)
  private static var small: FewWords { FewWords("out", "too", "then", "now") }
  static let endsHearing = WordSet("heard told ruled found decided concluded")
  private static var heard: UInt32 { ByteHash.of("heard") }
  private static var helping: FewWords { FewWords("has", "have", "had", "was", "were") }
  private static let courts = WordSet(
    """
    court inquest jury tribunal inquiry trial hearing panel jurors judge watchdog regulator ombudsman report study survey \
    review investigation audit
    """)
}
