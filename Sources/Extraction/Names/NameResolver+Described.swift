import ArticleModel

/// Whom a description means that nobody was given in these words, in the order in which it is asked:
///
///     the pacer                    the only one whom the paragraph names, or the one before          players
///     the Vale manager             the only one, where the club was named                            leaders
///     the Harrow MP                the only one, where the text tells of no other role               members
///     the former Vale defender     the only one, or whom a pronoun would mean                        former players
///     the glaciologist             the only one who does research                                    scientists
///     the engineer                 the last one named, where of everybody else a role is told        crafts
///
/// All of it is asked before the roles are that people have in the article, and nothing where one of them fits. Behind what
/// was introduced with the same noun, and what is named above:
///
///     the witness                  who gave evidence                                                 witnesses
///     the girl, the teenager       the only one, of that age                                         the young
///     the widow, the mother of two the only one, of that gender                                      old, parents
///
/// And last what was said before in the same words: "the top seed" of "Top seed Jane Doe".
extension NameResolver {
  mutating func described(_ mention: Range<Int>) -> Int? {
    let phrase = phrase(of: mention)
    let noun = phrase.upperBound - 1
    guard (2...7).contains(phrase.count), tokens.hashes[phrase.lowerBound] == Self.the,
      case let kinds = kinds(of: noun), !kinds.isEmpty,
      tokens.shapes[noun] == .lower || kinds.hasAny([.member, .partisan]),
      !names.indices(in: mention).contains(where: { names.names[$0].kind == .person }),
      roleIndex.person(phrase, head: noun, before: phrase.lowerBound) == nil
    else { return nil }
    if kinds.contains(.player), phrase.count < 5, let entity = playerNamed(before: phrase) { return entity }
    if kinds.contains(.leader), let entity = leader(phrase) { return entity }
    if kinds.contains(.member), let entity = member(phrase) { return entity }
    if kinds.contains(.partisan) { return partisan(phrase) }
    if Self.former.contains(tokens.hashes[phrase.lowerBound + 1]) || phrase.count > 2 {
      return formerPlayer(phrase, kinds)
    }
    if kinds.contains(.scientist), let entity = scientist(noun, phrase) { return entity }
    return kinds.contains(.craft) ? craftsman(noun, phrase) : nil
  }

  /// The same for a noun alone, behind those who were introduced by it.
  func calledByBareNoun(_ noun: Int, _ mention: Range<Int>) -> Int? {
    let kinds = kinds(of: noun)
    guard kinds.hasAny([.young, .witness, .old, .parent]), !isIntroduced(noun) else { return nil }
    if kinds.contains(.witness) { return witness(noun, mention) }
    if kinds.contains(.young) { return young(noun, mention) }
    return kinds.contains(.old) || isOfNumber(noun) ? elder(noun, mention) : nil
  }

  /// Up to the first mark.
  func phrase(of mention: Range<Int>) -> Range<Int> {
    mention.lowerBound..<max(mention.lowerBound + 1, mention.first { !tokens.isWord($0) } ?? mention.upperBound)
  }

  func kinds(of noun: Int) -> DescriptionKind {
    if let kinds = DescriptionKind.nouns[tokens.hashes[noun]] { return kinds }
    return tokens.withFolded(noun..<noun + 1) { word in
      func ends(_ ending: [UInt8]) -> Bool { word.suffix(ending.count).elementsEqual(ending) }
      if word.count > 7, ends(Self.science) { return .scientist }
      if Self.parents.contains(where: { word.starts(with: $0) }) { return .parent }
      guard Self.makers.contains(where: { word.count > $0.count + 2 && ends($0) }) else { return [] }
      // What the lists know for a role or a group is none of these.
      return lexicon.classes(at: noun, in: tokens).isDisjoint(with: [.role, .people, .institution, .anonymousNoun])
        ? .craft : []
    }
  }

  /// "mother of three", "mother-of-three"
  private func isOfNumber(_ noun: Int) -> Bool {
    if !tokens.isLetters[noun] { return true }
    return noun + 2 < tokens.count && tokens.hashes[noun + 1] == Self.of
      && Self.numbers.contains(tokens.hashes[noun + 2])
  }

  /// The only one of its gender whom the paragraph names, or who came in in the one before.
  private func elder(_ noun: Int, _ mention: Range<Int>) -> Int? {
    let entity =
      pronouns.onlyNamed(inParagraphOf: mention.lowerBound, but: peopleNamed(in: words))
      ?? newcomer(inParagraphBefore: mention.lowerBound) ?? parent(noun, mention)
    guard let entity,
      tokens.hashes[noun] == Self.pensioner || names.entities[entity].gender.allows(isMother(noun) ? .female : .male)
    else { return nil }
    return entity
  }

  /// "the father of four": where the paragraph names nobody, whom "he" would mean.
  private func parent(_ noun: Int, _ mention: Range<Int>) -> Int? {
    guard isOfNumber(noun), pronouns.onlyNamed(inParagraphOf: mention.lowerBound) == nil else { return nil }
    let gender: Gender = isMother(noun) ? .female : .male
    return pronouns.person(at: mention.lowerBound, gender, speakers: people, but: peopleNamed(in: words))
  }

  private func isMother(_ noun: Int) -> Bool {
    Self.women.contains(tokens.hashes[noun])
      || tokens.withFolded(noun..<noun + 1) { word in Self.mothers.contains { word.starts(with: $0) } }
  }

  /// Whom the article has called by the same words before: "Top seed Jane Doe", "Jane Doe, the world number three,".
  func calledBefore(_ mention: Range<Int>) -> Int? {
    let phrase = mention.lowerBound + 1..<max(mention.lowerBound + 1, behindPhrase(mention))
    // "the reports Jane Doe reads": of most nouns the name behind is another phrase.
    guard (2...5).contains(phrase.count), tokens.hashes[mention.lowerBound] == Self.the,
      Self.ranked.contains(tokens.hashes[phrase.upperBound - 1])
    else { return nil }
    var found: Int?
    for name in names.names where name.kind == .person {
      guard name.tokens.upperBound <= mention.lowerBound else { break }
      guard let entity = name.entity, found != entity, isCalled(name, phrase) else { continue }
      guard found == nil else { return nil }
      found = entity
    }
    return found
  }

  private func isCalled(_ name: FoundName, _ phrase: Range<Int>) -> Bool {
    func holds(at first: Int) -> Bool {
      first >= 0 && first + phrase.count <= tokens.count
        && phrase.indices.allSatisfy { tokens.hashes[$0] == tokens.hashes[first + $0 - phrase.lowerBound] }
    }
    let behind = name.tokens.upperBound + 2
    if holds(at: name.full.lowerBound - phrase.count) || holds(at: name.tokens.lowerBound - phrase.count) {
      return true
    }
    return behind < tokens.count && tokens.isCharacter(behind - 2, ",") && tokens.hashes[behind - 1] == Self.the
      && holds(at: behind)
  }

  private func behindPhrase(_ mention: Range<Int>) -> Int {
    mention.first { token in
      !tokens.isWord(token) || Pronouns.prepositions.contains(tokens.hashes[token])
        || Pronouns.relatives.contains(tokens.hashes[token])
    } ?? mention.upperBound
  }

  /// "Jane Doe and John Roe" for "the couple", where a sentence before is about them.
  func couple(_ noun: Int, _ mention: Range<Int>) -> [Int]? {
    guard DescriptionKind.nouns[tokens.hashes[noun]]?.contains(.pair) ?? false,
      let pair = pair(before: mention.lowerBound),
      isSubject(pair, before: mention.lowerBound)
    else { return nil }
    return pair
  }

  private static var the: UInt32 { ByteHash.of("the") }
  private static var of: UInt32 { ByteHash.of("of") }
  private static var pensioner: UInt32 { ByteHash.of("pensioner") }
  private static let ranked = WordSet(
    "seed one two three four five six seven eight nine ten champion medallist medalist finalist favourite favorite holder winner"
  )
  private static let numbers = WordSet("one two three four five six seven eight nine ten 2 3 4 5 6 7 8 9 10")
  private static let science = Array("ologist".utf8)
  private static let makers = ["maker", "smith", "monger", "wright"].map { Array($0.utf8) }
  private static let parents = ["mother-of-", "father-of-", "mum-of-", "dad-of-"].map { Array($0.utf8) }
  private static let mothers = ["mother-of-", "mum-of-"].map { Array($0.utf8) }
  private static var women: FewWords { FewWords("mother", "mum", "mom", "grandmother", "great-grandmother", "widow") }
  static let former = WordSet("former ex one-time onetime erstwhile retired")
}
