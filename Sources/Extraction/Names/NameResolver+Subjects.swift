import ArticleModel

/// Speakers without a name who are the subject of what stands before their pronoun.
///
///     "It is lovely," said Ann Holt. Her husband shook his head. "It is dear," he said.
///     The health ministry has counted 90 cases, it said on Monday.
extension NameResolver {
  /// The relative whom the sentence before the pronoun's speaks of, where he is no man who was named: her husband for "he",
  /// his wife for "she".
  func relative(before mention: Range<Int>, _ gender: Gender) -> Speaker? {
    let pronoun = mention.lowerBound
    let start = tokens.paragraph(pronoun).tokens.lowerBound
    guard gender != .unknown, let sentence = unquotedSentence(before: pronoun, from: start), sentence.count > 3,
      case let first = sentence.lowerBound,
      tokens.hashes[first] == (gender == .male ? Self.her : Self.his)
    else { return nil }
    let noun = lexicon.classes(at: first + 1, in: tokens)
    guard noun.contains(.kin), noun.titleGender == gender, tokens.shapes[first + 2] == .lower,
      lexicon.classes(at: first + 2, in: tokens).hasAny([.verb, .speech]),
      !Self.states.contains(tokens.hashes[first + 2]),
      !isNamed(gender, in: start..<pronoun, but: ownerBefore(first))
    else { return nil }
    return speaker(mention, unnamed.text(first..<first + 2, head: first + 1), .person)
  }

  /// The sentence before that of a token, or the one before that where a quotation stands between.
  func unquotedSentence(before token: Int, from first: Int) -> Range<Int>? {
    var start = tokens.sentence(token).lowerBound
    guard start > first else { return nil }
    var sentence = tokens.sentence(start - 1)
    if pronouns.isQuoted.indices.contains(sentence.lowerBound), pronouns.isQuoted[sentence.lowerBound],
      sentence.lowerBound > first
    {
      start = sentence.lowerBound
      sentence = tokens.sentence(start - 1)
    }
    return sentence
  }

  private func isNamed(_ gender: Gender, in range: Range<Int>, but owner: Int?) -> Bool {
    names.indices(in: range).contains { index in
      let name = names.names[index]
      guard name.kind == .person, let entity = name.entity else { return false }
      return entity != owner && names.entities[entity].gender.allows(gender)
    }
  }

  /// Whose relative it is: who was named last.
  private func ownerBefore(_ token: Int) -> Int? {
    var index = names.index(endingAfter: token) - 1
    while index >= 0, names.names[index].kind != .person { index -= 1 }
    return index >= 0 ? names.names[index].entity : nil
  }

  /// "The health ministry" of "The health ministry has counted 90 cases, it said".
  mutating func bodyOfSentence(endingWith mention: Range<Int>) -> Speaker? {
    let token = mention.lowerBound
    guard token > 3, token + 1 < tokens.count, tokens.isCharacter(token - 1, ","),
      lexicon.classes(at: token + 1, in: tokens).contains(.speech)
    else { return nil }
    // "The board took other steps, it said": of one word it may be the company's.
    return body(opening: tokens.sentence(token).lowerBound..<token, leastWords: 2, mention)
  }

  /// "The council was worried. In a statement, it said": the subject of the sentence before.
  mutating func bodyOfSentence(before mention: Range<Int>) -> Speaker? {
    let token = mention.lowerBound
    guard
      let sentence = unquotedSentence(before: token, from: tokens.paragraph(token).tokens.lowerBound),
      lastBody.map({ $0.token < sentence.lowerBound }) ?? true
    else { return nil }
    return body(opening: sentence, leastWords: 1, mention)
  }

  /// The body whose noun is the subject that some words begin with.
  private mutating func body(opening words: Range<Int>, leastWords: Int, _ mention: Range<Int>) -> Speaker? {
    let (first, token) = (words.lowerBound, words.upperBound)
    guard tokens.hashes[first] == Self.the, first + 3 < token else { return nil }
    let near = first + leastWords..<max(first + leastWords, min(token - 1, first + 5))
    guard
      let noun = near.first(where: { word in
        let next = lexicon.classes(at: word + 1, in: tokens)
        return tokens.shapes[word] == .lower && Self.bodies.contains(tokens.hashes[word])
          && tokens.shapes[word + 1] == .lower && next.hasAny([.verb, .function]) && !next.contains(.nominal)
          && !Pronouns.prepositions.contains(tokens.hashes[word + 1])
          && !Pronouns.possessives.contains(tokens.hashes[word + 1])
      }), (first + 1..<noun).allSatisfy(tokens.isWord)
    else { return nil }
    return byNoun(noun, true, first..<noun + 1).with(mention: tokens.span(mention), tokens.text(mention))
  }

  private static let bodies = WordSet(
    "ministry department agency bank court commission council authority office embassy navy army union institute board")
  private static var the: UInt32 { ByteHash.of("the") }
  private static var her: UInt32 { ByteHash.of("her") }
  private static var his: UInt32 { ByteHash.of("his") }
  private static let states = WordSet(
    "is was has had died dies worked works lived lives left leaves went made survived suffered grew became owns owned")
}

extension Speaker {
  fileprivate func with(mention: TextSpan, _ text: String) -> Speaker {
    var speaker = self
    speaker.mention = mention
    speaker.text = text
    return speaker
  }
}
