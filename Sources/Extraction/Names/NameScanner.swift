/// Reads an article's capitalised runs in order and cuts them into candidates.
///
/// What one run does not tell is left open (`several`, `single`) for `NameLinker`, which has read the whole article.
/// Headlines in title case or capitals say nothing by their capitals; they are set aside for `HeadlineReader`.
struct NameScanner {
  let tokens: TokenTable
  let lexicon: NameLexicon
  let reader: CapitalRunReader
  var candidates: [NameCandidate] = []
  /// Sentences in title case or capitals.
  var headlines: [Range<Int>] = []
  /// An acronym and what it stands for, as indices into `candidates`.
  var acronyms: [(short: Int, long: Int)] = []
  let lowerWords: WordFilter
  /// The names of storms, which later stand alone.
  var storms: [UInt32] = []

  init(_ tokens: TokenTable, _ lexicon: NameLexicon) {
    self.tokens = tokens
    self.lexicon = lexicon
    lowerWords = WordFilter(tokens)
    reader = CapitalRunReader(tokens: tokens, lexicon: lexicon)
    candidates.reserveCapacity(tokens.count / 12)
  }

  mutating func scan() {
    var run = CapitalRun()
    for paragraph in tokens.paragraphs where paragraph.isRead {
      var first = paragraph.tokens.lowerBound
      while first < paragraph.tokens.upperBound {
        let sentence = tokens.sentence(first)
        if isHeadline(sentence, in: paragraph) {
          headlines.append(sentence)
        } else {
          scan(sentence, &run)
        }
        first = max(first + 1, sentence.upperBound)
      }
    }
  }

  /// Whether capitals mean nothing here: most longer words have one.
  private func isHeadline(_ sentence: Range<Int>, in paragraph: TokenParagraph) -> Bool {
    let (shapes, starts, ends) = (tokens.shapes, tokens.starts, tokens.ends)
    let isOnlyLine = sentence == paragraph.tokens && !tokens.isCharacter(sentence.upperBound - 1, ".")
    let mayBeTitle = paragraph.kind == .headline || isOnlyLine
    // Nearly all sentences.
    if !mayBeTitle, !tokens.holds(.capitals, in: sentence) { return false }
    var (longWords, capitalised, capitals) = (0, 0, 0)
    for token in sentence where shapes[token].isWord && ends[token] - starts[token] >= 4 {
      longWords += 1
      if shapes[token] == .capitalised { capitalised += 1 }
      if shapes[token] == .capitals { capitals += 1 }
    }
    if capitals * 10 >= longWords * 7, longWords >= 3 { return true }
    if isOnlyLine, paragraph.kind == .paragraph, isNameLine(sentence) { return false }
    return mayBeTitle && longWords >= 4 && (capitalised + capitals) * 10 >= longWords * 8
  }

  /// `Ada Lind in the Norvik Mercury`: two or three words that are no words of the language, and where they are from.
  private func isNameLine(_ line: Range<Int>) -> Bool {
    guard line.count <= Self.longestNameLine,
      let joint = line.first(where: { tokens.shapes[$0] == .lower && Self.nameJoints.contains(tokens.hashes[$0]) }),
      (2...3).contains(joint - line.lowerBound)
    else { return false }
    return (line.lowerBound..<joint).allSatisfy {
      tokens.shapes[$0] == .capitalised
        && !lexicon.classes(at: $0, in: tokens).hasAny([
          .commonWord, .function, .starter, .calendar, .place, .organisation,
        ])
    }
  }

  /// In tokens.
  private static let longestNameLine = 9
  private static var nameJoints: FewWords { FewWords("in", "of", "for", "at", "on") }

  /// - Parameter run: Room for the runs of the sentence.
  private mutating func scan(_ sentence: Range<Int>, _ run: inout CapitalRun) {
    let (shapes, isLetters) = (tokens.shapes, tokens.isLetters)
    var token = sentence.lowerBound
    while token < sentence.upperBound {
      // Most tokens: a small word that holds nothing but letters, or a mark.
      if shapes[token] == .lower ? isLetters[token] : !shapes[token].isWord {
        token += 1
        continue
      }
      if reader.begins(token, in: sentence) {
        if let end = addHouse(token, in: sentence) {
          token = end
          continue
        }
        reader.read(&run, at: token, in: sentence)
        let first = candidates.count
        token = max(run.end, cut(run, in: sentence))
        if candidates.count > first {
          noteAcronym(behind: token, in: sentence)
          token = addTicker(behind: token, in: sentence) ?? token
        }
      } else {
        if tokens.shapes[token] == .numeric { addNumberedTeam(token) }
        addFunctionWord(token, in: sentence)
        token = addNamesake(token, in: sentence) ?? token + 1
      }
    }
  }

  /// "Will said", "May said".
  private mutating func addFunctionWord(_ token: Int, in sentence: Range<Int>) {
    guard tokens.shapes[token] == .capitalised, case let classes = lexicon.classes(at: token, in: tokens),
      classes.contains(.firstName), classes.hasAny([.function, .calendar])
    else { return }
    addWord(token..<(token + 1), classes: classes, in: sentence)
  }

  /// `76ers`, `3M`.
  private mutating func addNumberedTeam(_ token: Int) {
    let entry = lexicon.entry(at: token, in: tokens)
    guard entry.classes.contains(.organisation) else { return }
    add(token..<(token + 1), .organisation, classes: entry.classes, identity: entry.identity)
  }

  /// `Foreign Intelligence Service (SVR)`.
  private mutating func noteAcronym(behind token: Int, in sentence: Range<Int>) {
    guard token + 2 < sentence.upperBound, tokens.isCharacter(token, "("), tokens.isCharacter(token + 2, ")"),
      tokens.shapes[token + 1] == .capitals || tokens.shapes[token + 1] == .capitalised,
      let long = candidates.indices.last, candidates[long].tokens.upperBound == token,
      candidates[long].tokens.count > 1
    else { return }
    // "Member of the Provincial Assembly (MPA) Jane Doe": what she is.
    if lexicon.classes(at: token + 1, in: tokens).contains(.office),
      !matchesInitials(token + 1, candidates[long].tokens)
    {
      return
    }
    let isOrganisation = candidates[long].kind == .organisation
    guard isOrganisation || matchesInitials(token + 1, candidates[long].tokens) else { return }
    guard candidates[long].kind != .person, candidates[long].kind != .place else { return }
    if tokens.shapes[token + 1] != .capitals, !matchesInitials(token + 1, candidates[long].tokens) { return }
    candidates[long].kind = .organisation
    let entry = lexicon.entry(at: token + 1, in: tokens)
    add((token + 1)..<(token + 2), .organisation, classes: entry.classes, identity: entry.identity)
    acronyms.append((candidates.count - 1, long))
  }

  /// Whether the letters of an acronym begin words of a name, in order and most of them.
  func matchesInitials(_ acronym: Int, _ name: Range<Int>) -> Bool {
    var letters: [UInt8] = []
    for byte in tokens.bytes[tokens.start(acronym)..<tokens.end(acronym)] where 0x41...0x5A ~= byte {
      letters.append(byte | 0x20)
    }
    guard letters.count >= 2 else { return false }
    var matched = 0
    for token in name where matched < letters.count {
      if tokens.folded[Int(tokens.foldedStarts[token])] == letters[matched] { matched += 1 }
    }
    return matched == letters.count
  }

  // MARK: Adding

  mutating func add(
    _ range: Range<Int>, _ kind: NameCandidate.Kind, title: Range<Int>? = nil, gender: Gender = .unknown,
    evidence: NameCandidate.Evidence = [], classes: WordClass = [], identity: UInt32 = 0
  ) {
    var evidence = evidence
    if range.lowerBound > 0, tokens.hashes[range.lowerBound - 1] == Self.the { evidence.insert(.article) }
    let title = title ?? range.lowerBound..<range.lowerBound
    candidates.append(
      NameCandidate(
        tokens: range, title: title, kind: kind, gender: gender, evidence: evidence, classes: classes,
        identity: identity))
  }

  private static var the: UInt32 { ByteHash.of("the") }
}
