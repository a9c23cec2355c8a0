import ArticleModel

/// Somebody without a name who comes in as the subject of the sentence before a pronoun, and is meant by it:
///
///     The mayor opened the bridge. An old woman stood by the rail. "I was born under it," she said.
///     My neighbour, a retired nurse, was not impressed. "It wobbles," she said.
extension NameResolver {
  mutating func unnamedNewcomer(before mention: Range<Int>, _ gender: Gender) -> Speaker? {
    let pronoun = mention.lowerBound
    guard mention.count == 1, gender != .unknown, pronoun > 0, speaks(beside: pronoun),
      let sentence = unquotedSentence(before: pronoun, from: tokens.paragraph(pronoun).tokens.lowerBound),
      sentence.count > 3, case let first = sentence.lowerBound,
      Self.introducing.contains(tokens.hashes[first]) || isAlone(first, before: pronoun),
      let noun = newcomer(in: sentence),
      lexicon.classes(at: noun, in: tokens).titleGender.allows(gender), !isHandled(sentence, gender),
      names.indices(in: sentence).allSatisfy({ names.names[$0].kind != .person })
    else { return nil }
    if tokens.hashes[first] == Self.the {
      // "The executive also spoke of May. He said": who was named before.
      guard tokens.shapes[noun].isCapitalised || Self.presiding.contains(tokens.hashes[noun]) else { return nil }
      var speaker = byNoun(noun, true, first..<noun + 1)
      speaker.mention = tokens.span(mention)
      speaker.text = tokens.text(mention)
      return speaker
    }
    let name = unnamed.text(first..<noun + 1, head: noun)
    let isOwn = Self.ours.contains(tokens.hashes[first])
    return remembered(speaker(mention, name, isOwn ? .person : .anonymous), noun)
  }

  /// "The Speaker had heard enough." in a paragraph that names nobody.
  private func isAlone(_ first: Int, before pronoun: Int) -> Bool {
    tokens.hashes[first] == Self.the
      && names.indices(in: tokens.paragraph(pronoun).tokens.lowerBound..<pronoun).allSatisfy {
        names.names[$0].kind != .person
      }
  }

  /// "he said", "said he"
  func speaks(beside pronoun: Int) -> Bool {
    pronoun + 1 < tokens.count && lexicon.classes(at: pronoun + 1, in: tokens).contains(.speech)
      || lexicon.classes(at: pronoun - 1, in: tokens).contains(.speech)
  }

  /// The noun of the phrase that a sentence begins with, where it is one person and a verb or more about it stands behind.
  private func newcomer(in sentence: Range<Int>) -> Int? {
    for noun in sentence.lowerBound + 1..<min(sentence.upperBound - 1, sentence.lowerBound + 6) {
      let classes = lexicon.classes(at: noun, in: tokens)
      guard tokens.isWord(noun), !classes.contains(.function) else { return nil }
      guard tokens.shapes[noun] == .lower || tokens.hashes[sentence.lowerBound] == Self.the,
        classes.hasAny([.role, .kin]) || Self.humans.contains(tokens.hashes[noun])
      else { continue }
      let next = lexicon.classes(at: noun + 1, in: tokens)
      let ends =
        !tokens.isWord(noun + 1) && tokens.isCharacter(noun + 1, ",") || next.contains(.function)
        || tokens.shapes[noun + 1] == .lower && next.contains(.verb) && !next.hasAny([.role, .nominal])
        || tokens.shapes[noun + 1] == .lower && pronouns.isVerb(noun + 1) && !next.contains(.role)
      if ends, !Pronouns.possessives.contains(tokens.hashes[noun + 1]) { return noun }
    }
    return nil
  }

  /// Whether the sentence is about somebody else all the same: "A reporter asked", "A fan gave him a scarf", "A man was shot".
  private func isHandled(_ sentence: Range<Int>, _ gender: Gender) -> Bool {
    sentence.contains { token in
      if case .pronoun(gender)? = Pronouns.head(tokens.hashes[token]) { return true }
      return Self.turning.contains(tokens.hashes[token])
    }
  }

  private static let presiding = WordSet("judge magistrate referee umpire speaker coroner chairman chairwoman chair")
  private static var the: UInt32 { ByteHash.of("the") }
  private static var introducing: FewWords { FewWords("a", "an", "one", "my", "our") }
  private static var ours: FewWords { FewWords("my", "our") }
  private static let humans = WordSet("man woman girl boy lady gentleman resident fan pensioner stranger passer-by")
  private static let turning = WordSet(
    """
    asked asks wondered shouted yelled heckled interrupted wanted called phoned died dies dead killed shot stabbed injured \
    wounded arrested charged accused jailed sentenced hospitalised hospitalized missing found
    """)
}
