import ArticleModel

/// Whom a description means that nobody was given in these words: "the former Norvik midfielder", "the engineer" of somebody
/// of whom the article only told that he runs an engine.
extension NameResolver {
  /// - Returns: The person of the last sentences; `nil` where the noun came before, is the work of many who have no name (the
  ///   driver, the judge), or where the text has another person for it.
  mutating func calledByCraft(_ mention: Range<Int>) -> Int? {
    let end = mention.first { !tokens.isWord($0) } ?? mention.upperBound
    guard end - mention.lowerBound > 1, end - mention.lowerBound < 8, tokens.hashes[mention.lowerBound] == Self.the,
      case let noun = end - 1, tokens.shapes[noun] == .lower,
      !names.indices(in: mention).contains(where: { names.names[$0].kind == .person })
    else { return nil }
    if Self.former.contains(tokens.hashes[mention.lowerBound + 1]) || end - mention.lowerBound > 2 {
      return player(mention.lowerBound..<end)
    }
    if let entity = scientist(noun, mention.lowerBound..<end) { return entity }
    guard isCraft(noun), !occurs(noun, before: mention.lowerBound), !speakOfSomebody(),
      roleIndex.person(mention, head: noun, before: mention.lowerBound) == nil,
      let entity = lastNewcomer(before: mention.lowerBound),
      lexicon.classes(at: noun, in: tokens).titleGender.allows(names.entities[entity].gender),
      roles.role(of: entity) == nil
    else { return nil }
    return entity
  }

  /// "The glaciologist" behind "lead author Jane Doe": the only one named in the paragraphs before of whom the text tells that
  /// she does research, and of nobody that they are what the noun says.
  private func scientist(_ noun: Int, _ mention: Range<Int>) -> Int? {
    let isScience =
      Self.scientists.contains(tokens.hashes[noun])
      || tokens.withFolded(noun..<noun + 1) { word in word.count > 7 && word.suffix(7).elementsEqual("ologist".utf8) }
    guard mention.count == 2, isScience, !occurs(noun, before: mention.lowerBound),
      roleIndex.person(mention, head: noun, before: mention.lowerBound) == nil
    else { return nil }
    var found: Int?
    for index in names.entities.indices where names.entities[index].kind == .person {
      guard
        names.entities[index].mentions.contains(where: { mention in
          let distance = tokens.paragraphOf[noun] - tokens.paragraphOf[names.names[mention].tokens.lowerBound]
          return names.names[mention].tokens.upperBound <= noun && distance <= 3
        }), let role = roles.role(of: index), role.contains(where: { Self.research.contains(tokens.hashes[$0]) })
      else { continue }
      guard found == nil else { return nil }
      found = index
    }
    return found
  }

  private static let scientists = WordSet(
    "physicist chemist historian astronomer statistician academic scientist geneticist")
  private static let research = WordSet(
    "author co-author researcher professor scientist lecturer fellow academic investigator study leader postdoctoral")

  /// "the former Norvik Rovers midfielder", "the Norvik international".
  private func player(_ mention: Range<Int>) -> Int? {
    let noun = mention.upperBound - 1
    let isInternational = tokens.hashes[noun] == Self.international && tokens.shapes[noun - 1].isCapitalised
    guard isInternational || Self.works.contains(tokens.hashes[noun]),
      Self.former.contains(tokens.hashes[mention.lowerBound + 1]) || isInternational,
      roleIndex.person(mention, head: noun, before: mention.lowerBound) == nil
    else { return nil }
    let others = words.flatMap { names.indices(in: $0).compactMap { names.names[$0].entity } }
    return pronouns.onlyNamed(inParagraphOf: mention.lowerBound, but: others)
      ?? pronouns.person(at: mention.lowerBound, .unknown, speakers: people, but: others)
  }

  private func isCraft(_ noun: Int) -> Bool {
    if Self.crafts.contains(tokens.hashes[noun]) { return true }
    guard lexicon.classes(at: noun, in: tokens).isDisjoint(with: [.role, .people, .institution, .anonymousNoun]) else {
      return false
    }
    return tokens.withFolded(noun..<noun + 1) { word in
      Self.makers.contains { word.count > $0.count + 2 && word.suffix($0.count).elementsEqual($0) }
    }
  }

  /// The noun or its plural.
  private func occurs(_ noun: Int, before token: Int) -> Bool {
    let word = tokens.bytes[tokens.start(noun)..<tokens.end(noun)]
    return (0..<token).contains { other in
      guard tokens.shapes[other] == .lower else { return false }
      let bytes = tokens.bytes[tokens.start(other)..<tokens.end(other)]
      guard bytes.count == word.count || bytes.count == word.count + 1 && bytes.last == UInt8(ascii: "s") else {
        return false
      }
      return bytes.prefix(word.count).elementsEqual(word)
    }
  }

  /// `"I did not see her," the rider said.`
  private func speakOfSomebody() -> Bool {
    words.contains { words in
      words.contains { word in
        if case .pronoun? = Pronouns.head(tokens.hashes[word]) { return true }
        return false
      }
    }
  }

  /// The last person named, in this paragraph or the two before, where of everybody else the text tells what they are.
  private func lastNewcomer(before token: Int) -> Int? {
    let last = (0..<names.index(endingAfter: token)).last { index in
      names.names[index].kind == .person && !isQuoted(names.names[index].tokens.lowerBound)
    }
    guard let last, let entity = names.names[last].entity,
      tokens.paragraphOf[token] - tokens.paragraphOf[names.names[last].tokens.lowerBound] <= 2,
      !names.entities[entity].mentions.contains(where: isVictim)
    else { return nil }
    let isOnly = names.entities.indices.allSatisfy { other in
      guard other != entity, names.entities[other].kind == .person, let first = names.entities[other].mentions.first,
        first < last
      else { return true }
      return roles.role(of: other) != nil
    }
    return isOnly ? entity : nil
  }

  /// "Roe was killed": of whom a text tells so, others speak.
  private func isVictim(_ mention: Int) -> Bool {
    let next = names.names[mention].tokens.upperBound
    return (next..<min(tokens.count, next + 4)).contains { Self.suffering.contains(tokens.hashes[$0]) }
  }

  private static let suffering = WordSet(
    "died dies dead killed buried murdered shot stabbed hit struck missing arrested charged accused jailed sentenced drowned"
  )
  private static var the: UInt32 { ByteHash.of("the") }
  private static let former = WordSet("former ex one-time onetime erstwhile retired")
  private static var international: UInt32 { ByteHash.of("international") }
  /// What somebody does whom a text is about, and hardly ever who is in a story by chance or by office.
  private static let crafts = WordSet(
    """
    actor actress architect artist astronaut author baker ballerina barber beekeeper bookseller botanist boxer brewer \
    bricklayer busker butcher carpenter cartoonist cellist chef choreographer climber cobbler comedian composer cook cosmonaut \
    cricketer curator dancer designer diver drummer electrician engineer essayist explorer farmer filmmaker fisherman \
    fisherwoman fishmonger florist footballer gardener grower guitarist hairdresser hawker herder historian hunter \
    illustrator inventor machinist mathematician mechanic midwife miller monk mountaineer musician novelist nun painter \
    pianist playwright plumber poet potter programmer rapper repairman sculptor seamstress shepherd singer skater smallholder \
    songwriter soprano stonemason surfer swimmer tailor tenor translator trapper tutor vendor veterinarian violinist weaver \
    welder winemaker writer youtuber zoologist \
    acrobat animator biographer cartographer ceramicist cheesemaker cinematographer clockmaker clown distiller dramatist \
    dressmaker flautist glassblower gunsmith harpist juggler lyricist magician marathoner muralist photojournalist \
    puppeteer saxophonist silversmith storyteller trumpeter watchmaker weightlifter
    """)
  private static let makers = ["maker", "smith", "monger", "wright"].map { Array($0.utf8) }
}
