import ArticleModel

/// Who is called by a craft: "the engineer" of somebody of whom the article only told that she runs an engine.
extension NameResolver {
  /// - Returns: The person of the last sentences; `nil` where the noun came before, or is the work of many who have no name
  ///   (the driver, the judge).
  func craftsman(_ noun: Int, _ phrase: Range<Int>) -> Int? {
    guard !occurs(noun, before: phrase.lowerBound), !speakOfSomebody(),
      let entity = lastNewcomer(before: phrase.lowerBound),
      lexicon.classes(at: noun, in: tokens).titleGender.allows(names.entities[entity].gender),
      roles.role(of: entity) == nil
    else { return nil }
    return entity
  }

  /// "The glaciologist" behind "lead author Jane Doe": the only one named in the paragraphs before of whom the text tells that
  /// she does research, and of nobody that they are what the noun says.
  func scientist(_ noun: Int, _ phrase: Range<Int>) -> Int? {
    guard !occurs(noun, before: phrase.lowerBound) else { return nil }
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

  private static let research = WordSet(
    "author co-author researcher professor scientist lecturer fellow academic investigator study leader postdoctoral")

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
}
