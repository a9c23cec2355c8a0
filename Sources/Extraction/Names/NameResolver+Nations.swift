import ArticleModel

/// Which of several who have an office a nation tells apart:
///
///     Norway's foreign minister Ada Orr met Portuguese foreign minister Joe Roe. / The Norwegian minister said ...
extension NameResolver {
  /// The only one named before of whom the article tells that nation and no other role.
  func holder(ofNationIn mention: Range<Int>, _ noun: Int) -> Int? {
    // "An American spokesman": somebody new.
    guard noun > mention.lowerBound, !Self.indefinites.contains(tokens.hashes[mention.lowerBound]),
      let wanted = nation(before: noun, from: mention.lowerBound)
    else { return nil }
    var found: Int?
    for index in names.names.indices where names.names[index].kind == .person {
      let name = names.names[index]
      guard name.tokens.upperBound <= mention.lowerBound else { break }
      guard let entity = name.entity, entity != found, nation(besideOffice: name) == wanted,
        roles.role(of: entity).map({ $0.contains { isSame($0, noun) } }) ?? true
      else { continue }
      guard found == nil else { return nil }
      found = entity
    }
    return found
  }

  /// "ministers" and "minister"
  private func isSame(_ role: Int, _ noun: Int) -> Bool {
    if tokens.hashes[role] == tokens.hashes[noun] { return true }
    return tokens.withFolded(role..<role + 1) { word in
      word.last == UInt8(ascii: "s")
        && tokens.withFolded(noun..<noun + 1) { single in word.dropLast().elementsEqual(single) }
    }
  }

  /// The country of "Norway's foreign minister", "Norwegian foreign minister" before a noun or a name.
  private func nation(before end: Int, from first: Int) -> String? {
    for token in (max(first, end - Self.longestOffice)..<max(first, end)).reversed() {
      if tokens.shapes[token] == .capitalised, lexicon.classes(at: token, in: tokens).contains(.peopleWord) {
        return governments.country(ofPeople: token, in: tokens)
      }
      if Pronouns.possessives.contains(tokens.hashes[token]), token > first {
        guard let place = names.name(at: token - 1), place.kind == .place else { return nil }
        return governments.country(place.tokens, in: tokens)
      }
      guard tokens.isWord(token),
        !lexicon.classes(at: token, in: tokens).contains(.function)
          || Pronouns.articles.contains(tokens.hashes[token])
      else { return nil }
    }
    return nil
  }

  /// The same with "ministers of Norway, Ada Orr, and Portugal, Joe Roe".
  private func nation(besideOffice name: FoundName) -> String? {
    let (first, start) = (name.full.lowerBound, tokens.sentence(name.tokens.lowerBound).lowerBound)
    guard first > start else { return nil }
    if tokens.isCharacter(first - 1, ","), first - 2 >= start {
      // "After talks in France, Jane Doe": no office of hers.
      guard (start..<first).contains(where: { Self.plurals.contains(tokens.hashes[$0]) }) else { return nil }
      let place = names.name(at: first - 2).flatMap { $0.kind == .place ? $0.tokens : nil }
      return governments.country(place ?? first - 2..<first - 1, in: tokens)
    }
    return nation(before: first, from: start)
  }

  /// In tokens.
  private static let longestOffice = 5
  private static let plurals = WordSet(
    "ministers presidents ambassadors envoys leaders premiers secretaries chancellors diplomats negotiators captains coaches"
  )
}
