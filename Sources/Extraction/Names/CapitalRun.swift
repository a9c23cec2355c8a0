/// A run of capitalised words within one sentence, cut into elements: single words, and longer entries of the lists.
struct CapitalRun {
  struct Element {
    var tokens: Range<Int>
    var classes: WordClass
    var identity: UInt32

    var isPhrase: Bool { tokens.count > 1 }
    /// A first name that nothing else claims.
    var isFirstName: Bool { classes.contains(.firstName) && !classes.contains(.weakFirstName) && !isPhrase }
    var isAnyFirstName: Bool { classes.contains(.firstName) && !isPhrase }
  }

  var elements: [Element] = []
  /// Behind the last token.
  var end = 0
}

/// Reads runs from the tokens of a sentence.
struct CapitalRunReader {
  let tokens: TokenTable
  let lexicon: NameLexicon

  /// Whether a name can begin at a token.
  func begins(_ token: Int, in sentence: Range<Int>) -> Bool {
    let shape = tokens.shapes[token]
    guard shape.isCapitalised || isJoinedParticle(token) else { return false }
    let classes = lexicon.classes(at: token, in: tokens)
    let hasNext = token + 1 < sentence.upperBound && continues(token + 1)
    if shape == .initial { return hasNext && !tokens.isCharacter(token, "I") && !tokens.isCharacter(token, "A") }
    if classes.contains(.function) {
      if hasNext, FamilyNames.isWordBeforeGivenName(token, tokens, lexicon) { return true }
      return classes.contains(.firstName) && hasNext && !isSentenceStart(token, in: sentence)
    }
    if classes.contains(.calendar) {
      return classes.contains(.firstName) && (hasNext || continuesBehindParticle(token + 1, in: sentence))
        && !(token > sentence.lowerBound && Self.beforeDays.contains(tokens.hashes[token - 1]))
    }
    return true
  }

  /// "Ramadan ben Ode"
  private func continuesBehindParticle(_ token: Int, in sentence: Range<Int>) -> Bool {
    token + 1 < sentence.upperBound && tokens.shapes[token] == .lower && continues(token + 1)
      && lexicon.classes(at: token, in: tokens).contains(.lowerParticle)
  }

  /// "Every Sunday Ode ..."
  static let beforeDays = WordSet("every each on last next this until since by")

  func run(at token: Int, in sentence: Range<Int>) -> CapitalRun {
    var run = CapitalRun()
    read(&run, at: token, in: sentence)
    return run
  }

  /// Reads into a run that was used before: mostly a run is short, and room for another one dear.
  func read(_ run: inout CapitalRun, at token: Int, in sentence: Range<Int>) {
    run.elements.removeAll(keepingCapacity: true)
    run.elements.reserveCapacity(6)
    var next = token
    while next < sentence.upperBound {
      next = appendElement(at: next, in: sentence, to: &run.elements)
      guard let following = continuation(next, in: sentence, &run.elements) else { break }
      next = following
    }
    run.end = run.elements.last?.tokens.upperBound ?? token + 1
  }

  private func appendElement(
    at token: Int, in sentence: Range<Int>, to elements: inout [CapitalRun.Element]
  ) -> Int {
    let entry = lexicon.entry(at: token, in: tokens)
    if entry.classes.contains(.phraseStart),
      let phrase = lexicon.phrase(at: token, in: tokens, before: sentence.upperBound),
      phrase.entry.classes.hasAny(Self.phraseClasses),
      tokens.shapes[phrase.end - 1].isCapitalised || elements.isEmpty && endsInOwnMark(phrase.end, in: sentence)
    {
      elements.append(
        .init(tokens: token..<phrase.end, classes: phrase.entry.classes, identity: phrase.entry.identity))
      return phrase.end
    }
    elements.append(.init(tokens: token..<(token + 1), classes: entry.classes, identity: entry.identity))
    return token + 1
  }

  /// "Moody's said": the mark belongs to the name. In "McDonald's wife" it may be somebody's.
  private func endsInOwnMark(_ end: Int, in sentence: Range<Int>) -> Bool {
    guard Pronouns.possessives.contains(tokens.hashes[end - 1]) else { return false }
    guard end < sentence.upperBound, tokens.shapes[end] == .lower else { return true }
    let classes = lexicon.classes(at: end, in: tokens)
    return classes.hasAny([.speech, .verb, .function]) && !classes.contains(.nominal)
  }

  private static let phraseClasses: WordClass = [
    .organisation, .office, .honorific, .country, .subdivision, .city, .organisationTail, .organisationHead, .metonym,
    .eventWord, .neverName,
  ]

  /// Where the run goes on behind an element; particles and ampersands in between become elements.
  private func continuation(
    _ token: Int, in sentence: Range<Int>, _ elements: inout [CapitalRun.Element]
  ) -> Int? {
    guard token < sentence.upperBound else { return nil }
    if continues(token) { return token }
    // Mostly a small word, which is no sign.
    if tokens.isLetters[token] { return behindParticles(token, in: sentence, &elements) }
    if token + 1 < sentence.upperBound, tokens.isCharacter(token, "&"), continues(token + 1) {
      elements.append(.init(tokens: token..<(token + 1), classes: [], identity: 0))
      return token + 1
    }
    if tokens.isCharacter(token, ","), token + 1 < sentence.upperBound, tokens.shapes[token + 1].isCapitalised,
      case let classes = lexicon.classes(at: token + 1, in: tokens),
      classes.contains(.suffix) || isIncorporated(token + 1)
    {
      let kind: WordClass = classes.contains(.suffix) ? .suffix : .legalForm
      elements.append(.init(tokens: token..<(token + 2), classes: kind, identity: 0))
      return continuation(token + 2, in: sentence, &elements)
    }
    if let next = behindNickname(token, in: sentence) {
      elements.append(.init(tokens: token..<next, classes: [], identity: 0))
      return next
    }
    return behindParticles(token, in: sentence, &elements)
  }

  /// `Maria Lourdes “Baby” Tan`: a word or two in marks inside a name.
  private func behindNickname(_ token: Int, in sentence: Range<Int>) -> Int? {
    guard token + 3 < sentence.upperBound, tokens.marks[token] != .none, tokens.touchesNext(token),
      !tokens.touchesNext(token - 1),
      let close = (token + 2..<min(sentence.upperBound - 1, token + 4)).first(where: { tokens.marks[$0] != .none }),
      (token + 1..<close).allSatisfy({ tokens.shapes[$0].isCapitalised }), !tokens.touchesNext(close),
      tokens.touchesNext(close - 1), continues(close + 1)
    else { return nil }
    return close + 1
  }

  /// `Inc.`, `Ltd.`, `LLC` behind a comma; `Co` and `Group` are words there.
  private func isIncorporated(_ token: Int) -> Bool { Self.incorporated.contains(tokens.hashes[token]) }

  private static let incorporated = WordSet("inc inc. ltd ltd. llc llp plc l.l.c. s.a. n.v.")

  private func behindParticles(
    _ token: Int, in sentence: Range<Int>, _ elements: inout [CapitalRun.Element]
  ) -> Int? {
    var next = token
    while next < sentence.upperBound, next - token < 3, tokens.shapes[next] == .lower,
      lexicon.classes(at: next, in: tokens).contains(.lowerParticle)
    {
      next += 1
    }
    guard next > token, next < sentence.upperBound, continues(next) else { return nil }
    for particle in token..<next {
      elements.append(.init(tokens: particle..<(particle + 1), classes: [.particle, .lowerParticle], identity: 0))
    }
    return next
  }

  /// Whether a capitalised word goes on with the run before it.
  func continues(_ token: Int) -> Bool {
    guard tokens.shapes[token].isCapitalised || isJoinedParticle(token) else { return false }
    let classes = lexicon.classes(at: token, in: tokens)
    if classes.contains(.function) {
      return classes.contains(.particle) || classes.contains(.suffix) || isNameLikeVerb(token)
        || (classes.contains(.firstName) && tokens.shapes[token] != .initial)
        || (tokens.shapes[token] == .initial && tokens.ends[token] - tokens.starts[token] == 2)
    }
    return !classes.contains(.calendar) || isMonthLikeName(token)
      || classes.contains(.firstName) && !isDate(token) && !isDayBehindName(token)
  }

  /// "Wang Jun", not "Wang Jun 5" or "Wang Jun.": the short form of a month has a point, a day or a year.
  private func isMonthLikeName(_ token: Int) -> Bool {
    tokens.ends[token] - tokens.starts[token] == 3 && Self.shortMonths.contains(tokens.hashes[token])
      && tokens.shapes[token] == .capitalised
      && !(token + 1 < tokens.count && (tokens.shapes[token + 1].isDigits || tokens.isCharacter(token + 1, ".")))
  }

  private static var shortMonths: FewWords { FewWords("jan", "mar", "jun", "jul", "dec") }

  /// "Patrick Omolo Were said", "Mr Were": a verb with a capital, where another one in small letters rules the sentence, or a
  /// first name or an honorific stands before it.
  private func isNameLikeVerb(_ token: Int) -> Bool {
    guard Self.verbsAndNames.contains(tokens.hashes[token]), tokens.shapes[token] == .capitalised,
      token + 1 < tokens.count
    else { return false }
    if token > 0, Self.honorifics.contains(tokens.hashes[token - 1]) { return true }
    let next = token + 1
    let isFollowed =
      tokens.shapes[next] == .lower
      ? lexicon.classes(at: next, in: tokens).hasAny([.speech, .verb])
      : !tokens.isWord(next) || tokens.shapes[next] == .capitalised
    guard isFollowed, token > 0 else { return false }
    return lexicon.classes(at: next, in: tokens).contains(.speech)
      || lexicon.classes(at: token - 1, in: tokens).contains(.firstName) && tokens.isLetters[token - 1]
  }

  private static let honorifics = WordSet("mr mrs ms miss dr mr. mrs. ms. dr.")

  private static var verbsAndNames: FewWords { FewWords("were", "will", "may", "can", "must") }

  /// "Sunday" in "Ada Lind Sunday, May 28, 2006".
  private func isDate(_ token: Int) -> Bool {
    guard token + 2 < tokens.count, tokens.isCharacter(token + 1, ",") else { return false }
    return tokens.shapes[token + 2] == .digits || lexicon.classes(at: token + 2, in: tokens).contains(.calendar)
  }

  /// "said Ada Lind Sunday"
  private func isDayBehindName(_ token: Int) -> Bool {
    token > 1 && tokens.shapes[token - 1].isCapitalised && tokens.shapes[token - 2].isCapitalised
      && (token + 1 >= tokens.count || !tokens.shapes[token + 1].isCapitalised)
  }

  /// `al-Assad`, `el-Sisi`, `d'Estaing`: a small particle joined to a capital.
  func isJoinedParticle(_ token: Int) -> Bool {
    guard tokens.shapes[token] == .lower, !tokens.isLetters[token] else { return false }
    let start = tokens.start(token)
    let length = tokens.end(token) - start
    // Behind letters with marks too: "aṣ-Ṣadr".
    let longest = tokens.bytes[start + min(1, length - 1)] < 0x80 ? 3 : 5
    for joint in 1...longest where joint + 1 < length {
      let byte = tokens.bytes[start + joint]
      guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'") else { continue }
      let next = tokens.bytes[start + joint + 1]
      return 0x41...0x5A ~= next || next >= 0xC3
    }
    return false
  }

  /// A long dash at the head of a paragraph, or behind the mark that closes a quotation.
  private func isSignature(_ dash: Int) -> Bool {
    guard tokens.ends[dash] - tokens.starts[dash] == 3, Dateline.isDash(tokens, dash) else { return false }
    return dash == tokens.paragraph(dash).tokens.lowerBound || dash > 0 && tokens.marks[dash - 1] != .none
  }

  /// `“It was late,” Will Roe said`: the sentence goes on behind the mark that closes.
  private func isBehindComma(_ mark: Int) -> Bool {
    mark > 0 && tokens.marks[mark] != .none && tokens.isCharacter(mark - 1, ",") && tokens.touchesNext(mark - 1)
      && !tokens.touchesNext(mark)
  }

  /// Whether nothing but marks stands before a token in its sentence, or a quotation or a colon opens before it.
  func isSentenceStart(_ token: Int, in sentence: Range<Int>) -> Bool {
    var index = token - 1
    // "— Grace Ode, farmer": who signs has a capital of her own.
    if index >= sentence.lowerBound, isSignature(index) { return false }
    while index >= sentence.lowerBound, !tokens.isWord(index) {
      if tokens.marks[index] != .none || tokens.isCharacter(index, ":") { return !isBehindComma(index) }
      index -= 1
    }
    return index < sentence.lowerBound
  }
}
