/// What a name is in its sentence: subject, object, or part of another one.
extension PronounResolver {
  /// Behind a preposition, or "beat Roe", "quicker than Norvik's Roe".
  func isObject(_ name: FoundName) -> Bool {
    guard let before = wordBefore(name) else { return false }
    return Self.objectWords.contains(before) || Self.places.contains(before) || Self.winning.contains(before)
  }

  /// "quicker than Norvik's Roe", "beat Roe"
  func isCompared(_ name: FoundName) -> Bool {
    guard let before = wordBefore(name) else { return false }
    return Self.comparing.contains(before) || Self.winning.contains(before)
  }

  /// What stands before a name, or before the place that it belongs to.
  private func wordBefore(_ name: FoundName) -> UInt32? {
    let before = name.full.lowerBound - 1
    guard before >= 0 else { return nil }
    guard before > 1, Pronouns.possessives.contains(tokens.hashes[before]), let owner = names.name(at: before - 1),
      owner.kind == .place, owner.full.lowerBound > 0
    else { return tokens.hashes[before] }
    return tokens.hashes[owner.full.lowerBound - 1]
  }

  /// At the beginning of its sentence, or right before a verb.
  func isSubject(_ name: FoundName) -> Bool {
    let sentence = tokens.sentence(name.tokens.lowerBound)
    var first = sentence.lowerBound
    while first < name.full.lowerBound, !tokens.isWord(first) { first += 1 }
    if first < name.full.lowerBound, Pronouns.articles.contains(tokens.hashes[first]) { first += 1 }
    // "Among the guests was Jane Doe."
    if Self.inverting.contains(tokens.hashes[first]), name.full.lowerBound > first,
      Self.copulas.contains(tokens.hashes[name.full.lowerBound - 1])
    {
      return true
    }
    if first == name.full.lowerBound || isApposition(name, from: first) || isBehindPlace(name, from: first)
      || isBehindRole(name, from: first)
    {
      return true
    }
    let next = name.tokens.upperBound
    guard next < sentence.upperBound, tokens.shapes[next] == .lower, !follows(name, Self.objectWords) else {
      return false
    }
    let isObject = name.full.lowerBound > 0 && Self.indefinites.contains(tokens.hashes[name.full.lowerBound - 1])
    if name.kind != .person { return lexicon.classes(at: next, in: tokens).contains(.verb) }
    return isVerb(next) && !isObject
  }

  private static var inverting: FewWords { FewWords("among", "next", "also", "with", "behind", "beside") }
  private static var copulas: FewWords { FewWords("is", "was", "are", "were") }
  private static var indefinites: FewWords { FewWords("a", "an") }

  /// A regular past form is one although no list has it.
  func isVerb(_ token: Int) -> Bool {
    let classes = lexicon.classes(at: token, in: tokens)
    let bytes = tokens.bytes[tokens.start(token)..<tokens.end(token)]
    return classes.contains(.verb) || !classes.contains(.commonWord) && bytes.suffix(2).elementsEqual("ed".utf8)
  }

  /// "The paper's editor, Jane Doe, stood by it": the name stands beside the subject.
  private func isApposition(_ name: FoundName, from first: Int) -> Bool {
    var comma = name.full.lowerBound - 1
    // "The paper's guest, the envoy Jane Doe, stood by it"
    if comma - 2 > first, Pronouns.articles.contains(tokens.hashes[comma - 1]), tokens.shapes[comma] == .lower,
      lexicon.classes(at: comma, in: tokens).hasAny([.role, .office])
    {
      comma -= 2
    }
    guard comma > first, comma - first < 8, tokens.isCharacter(comma, ","), name.tokens.upperBound < tokens.count,
      tokens.isCharacter(name.tokens.upperBound, ","),
      lexicon.classes(at: comma - 1, in: tokens).hasAny([.role, .office])
    else { return false }
    return (first..<comma).allSatisfy { tokens.isWord($0) || Pronouns.possessives.contains(tokens.hashes[$0]) }
  }

  /// "Former captain Jane Doe", "Norvik mayor Jane Doe", "Ex-international Jane Doe": a role begins the sentence.
  func isBehindRole(_ name: FoundName, from first: Int) -> Bool {
    let role = name.full.lowerBound - 1
    guard name.kind == .person, role >= first, role - first < 4, tokens.sentenceOf[role] == tokens.sentenceOf[first]
    else { return false }
    if role == first, tokens.withFolded(role..<role + 1, { $0.starts(with: "ex-".utf8) }) { return true }
    guard lexicon.classes(at: role, in: tokens).hasAny([.role, .office]), tokens.shapes[role] == .lower || role == first
    else { return false }
    return (first..<role).allSatisfy { token in
      let classes = lexicon.classes(at: token, in: tokens)
      return Pronouns.possessives.contains(tokens.hashes[token])
        || tokens.isWord(token) && !classes.contains(.function)
          && (!classes.hasAny([.verb, .speech]) || classes.hasAny([.nominal, .modifier]))
    }
  }

  /// "Roe was not there; his sister read a note in which he wrote": who opens the sentence of a pronoun as its subject, and
  /// is not spoken of in what is said, unless a colon parts the two.
  func opensSentence(_ name: FoundName, of token: Int, _ words: [Range<Int>]) -> Bool {
    let sentence = tokens.sentence(token)
    let (first, next) = (name.full.lowerBound, name.tokens.upperBound)
    guard first == sentence.lowerBound, next + 1 < token, tokens.shapes[next] == .lower, isVerb(next),
      !isPossessive(name), !(isQuoted.indices.contains(first) && isQuoted[first]),
      // "Roe held a rally while Orr held another, where she"
      names.indices(in: next..<token).allSatisfy({ names.names[$0].kind != .person || !isSubject(names.names[$0]) })
    else { return false }
    return !words.contains { $0.contains(name.tokens.lowerBound) }
      || (next..<token).contains { tokens.isCharacter($0, ":") }
  }

  /// "In Norvik, Jane Doe, who sells buns, has ...": the sentence begins with where, and goes on with her.
  private func isBehindPlace(_ name: FoundName, from first: Int) -> Bool {
    let comma = name.full.lowerBound - 1
    return comma > first && comma - first < 7 && tokens.isCharacter(comma, ",")
      && Pronouns.prepositions.contains(tokens.hashes[first])
      && (first..<comma).allSatisfy { tokens.isWord($0) && !(tokens.shapes[$0] == .lower && isVerb($0)) }
  }

  private func follows(_ name: FoundName, _ words: WordSet) -> Bool {
    name.full.lowerBound > 0 && words.contains(tokens.hashes[name.full.lowerBound - 1])
  }

  func isPossessive(_ name: FoundName) -> Bool {
    name.tokens.upperBound < tokens.count && Pronouns.possessives.contains(tokens.hashes[name.tokens.upperBound])
  }

  /// "a Brandt caricature": a noun goes on.
  func modifies(_ name: FoundName) -> Bool {
    let next = name.tokens.upperBound
    guard next < tokens.count, tokens.shapes[next] == .lower else { return false }
    let classes = lexicon.classes(at: next, in: tokens)
    return classes.contains(.nominal) && !classes.hasAny([.verb, .function, .starter])
  }

  /// "Harrow analyst Jane Doe": whom she works for is not what the text is about.
  func modifiesRole(_ name: FoundName) -> Bool {
    let next = name.tokens.upperBound
    return next < tokens.count && tokens.shapes[next] == .lower
      && lexicon.classes(at: next, in: tokens).hasAny([.role, .people])
  }

  /// "swept past Roe", "stood beside Roe"; "before Roe spoke" is a clause.
  private static let places = WordSet("past beside behind alongside near under over around without opposite")
  private static var comparing: FewWords { FewWords("than", "against") }
  private static let winning = WordSet("beat beats beating defeated defeating outplayed thrashed overcame edged ousted")
  private static let objectWords = WordSet("of for to with by against in on from about than like at")
}
