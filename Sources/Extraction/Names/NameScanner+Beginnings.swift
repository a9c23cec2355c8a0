/// Words at the beginning of a sentence that are the beginning of a name too.
extension NameScanner {
  /// "First Commercial Bancorp", "International Game Technology", "Best Buy Co": what a legal form ends goes back to the
  /// beginning of the sentence, but for an adverb ("Earlier Texaco Inc"); without one only for words that many names
  /// begin with.
  func beginsCompany(_ elements: ArraySlice<Element>) -> Bool {
    let (first, last) = (elements.first!, elements.last!)
    guard elements.count > 1, !first.classes.hasAny([.function, .modifier]), !isCompound(first.tokens.lowerBound + 1)
    else { return false }
    if last.classes.contains(.legalForm) {
      return first.classes.contains(.nominal) || !first.classes.hasAny([.adverb, .verb, .speech])
    }
    guard Self.beginnings.contains(tokens.hashes[first.tokens.lowerBound]), elements.count > 2 else { return false }
    return last.classes.hasAny([.organisationTail, .commonWord, .starter])
      && !elements.contains { $0.isFirstName || $0.classes.hasAny([.title, .role, .people]) }
  }

  static let beginnings = WordSet("federal first global great home international national security universal")

  /// Whether the first two words of a run stand together elsewhere, inside a sentence and with capitals.
  func isPairElsewhere(_ elements: ArraySlice<Element>) -> Bool {
    let first = elements.first!.tokens.lowerBound
    guard elements.count > 1, !elements.first!.classes.contains(.function), !isCompound(first + 1) else { return false }
    return tokens.hashes.withUnsafeBufferPointer { hashes in
      let (one, two) = (hashes[first], hashes[first + 1])
      for token in 1..<max(1, hashes.count - 1) where hashes[token] == one && token != first {
        if hashes[token + 1] == two, tokens.shapes[token] == .capitalised,
          tokens.shapes[token + 1].isCapitalised,
          case let sentence = tokens.sentence(token), !headlines.contains(sentence),
          !reader.isSentenceStart(token, in: sentence)
        {
          return true
        }
      }
      return false
    }
  }

  /// A last name that is a word too, which a sentence begins with: "Black said". It counts where the article has named
  /// somebody of that name.
  mutating func noteWord(_ elements: [Element], in sentence: Range<Int>) {
    guard elements.count == 1, let element = elements.first, !element.isPhrase else { return }
    addWord(element.tokens, classes: element.classes, in: sentence)
  }

  mutating func addWord(_ range: Range<Int>, classes: WordClass, in sentence: Range<Int>) {
    let token = range.lowerBound
    guard tokens.shapes[token] == .capitalised,
      token == 0 || !Pronouns.definites.contains(tokens.hashes[token - 1])
    else { return }
    var around = evidence(around: range, sentence)
    let isStart = reader.isSentenceStart(token, in: sentence)
    // "Black paint": a noun that is a verb of saying too
    let speaks = around.contains(.speech) && !(isStart && isNominal(token + 1, in: sentence))
    guard speaks || isSubjectOrOwner(token, isStart: isStart, classes, in: sentence) else { return }
    around.insert(.word)
    if isStart { around.insert(.sentenceStart) }
    add(range, .single, evidence: around, classes: classes)
  }

  /// "Black, in his evidence,", "Black, who": not an adverb, and what is inserted is about somebody.
  private func isBeforeInsertion(_ comma: Int, _ classes: WordClass, in sentence: Range<Int>) -> Bool {
    guard comma + 2 < sentence.upperBound, tokens.isCharacter(comma, ","),
      !classes.hasAny([.function, .adverb])
    else { return false }
    return Pronouns.relatives.contains(tokens.hashes[comma + 1])
      || Pronouns.prepositions.contains(tokens.hashes[comma + 1]) && Self.owners.contains(tokens.hashes[comma + 2])
  }

  private static var owners: FewWords { FewWords("his", "her") }

  private func isNominal(_ token: Int, in sentence: Range<Int>) -> Bool {
    token < sentence.upperBound && tokens.shapes[token] == .lower
      && lexicon.classes(at: token, in: tokens).contains(.nominal)
  }

  /// "Black's lawyer", "Black has said", "told Black,": nothing that the word could modify stands behind it.
  private func isSubjectOrOwner(_ token: Int, isStart: Bool, _ classes: WordClass, in sentence: Range<Int>) -> Bool {
    let next = token + 1
    guard next < sentence.upperBound else { return !isStart }
    if Pronouns.possessives.contains(tokens.hashes[next]) { return true }
    let behind = lexicon.classes(at: next, in: tokens)
    if isStart, isBeforeInsertion(next, classes, in: sentence), !lowerWords.contains(tokens.hashes[token]) {
      return true
    }
    guard tokens.shapes[next] == .lower else { return !isStart && !tokens.isWord(next) }
    if isStart {
      return !classes.hasAny([.starter, .function]) && !lowerWords.contains(tokens.hashes[token])
        && behind.contains(.verb) && !behind.contains(.nominal)
    }
    return behind.hasAny([.verb, .function]) && !behind.contains(.nominal)
  }
}
