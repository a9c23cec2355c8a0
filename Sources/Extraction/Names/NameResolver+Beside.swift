/// Who speaks where what stands beside the name was taken for it.
///
///     Roe, president of the privately held Harrow Tomes LLC, thinks that it is late.
///     In Beirut, lawmaker Joe Roe, warned that it was late.
extension NameResolver {
  /// - Parameter index: The body or the place that was taken for who speaks, which begins the mention.
  func personBeside(_ index: Int, _ mention: Range<Int>) -> Int? {
    let name = names.names[index]
    if name.kind == .place { return comer(from: name.tokens, mention) }
    guard name.kind == .organisation, mention.lowerBound > 0,
      case let before = mention.lowerBound - 1, tokens.sentenceOf[before] == tokens.sentenceOf[mention.lowerBound]
    else { return nil }
    return holder(before, mention)
  }

  /// The person, the subject of the sentence, whom an apposition that ends with the body describes.
  private func holder(_ before: Int, _ mention: Range<Int>) -> Int? {
    let start = tokens.sentence(before).lowerBound
    let end = tokens.isCharacter(mention.upperBound - 1, ",") ? mention.upperBound - 1 : mention.upperBound
    guard end + 1 < tokens.count, tokens.isCharacter(end, ","),
      let comma = (start..<mention.lowerBound).last(where: { !tokens.isWord($0) }), tokens.isCharacter(comma, ","),
      case let apposition = comma + 1..<mention.lowerBound,
      apposition.contains(where: { Self.holding.contains(tokens.hashes[$0]) }),
      apposition.contains(where: { lexicon.classes(at: $0, in: tokens).hasAny([.role, .office]) }),
      let person = names.name(at: comma - 1), person.kind == .person, person.tokens.upperBound == comma,
      person.full.lowerBound == start
    else { return nil }
    return names.index(endingAfter: comma - 1)
  }

  /// "Jane Doe from Harrow said": the sentence begins with who comes from there.
  private func comer(from place: Range<Int>, _ mention: Range<Int>) -> Int? {
    let link = place.lowerBound - 1
    guard mention == place, link > 1, Self.origins.contains(tokens.hashes[link]), place.upperBound < tokens.count,
      tokens.shapes[place.upperBound] == .lower,
      lexicon.classes(at: place.upperBound, in: tokens).contains(.speech),
      let person = names.name(at: link - 1), person.kind == .person, person.tokens.upperBound == link,
      person.tokens.count > 1, person.full.lowerBound == tokens.sentence(link).lowerBound
    else { return nil }
    return names.index(endingAfter: link - 1)
  }

  private static var origins: FewWords { FewWords("of", "from") }
  private static var holding: FewWords { FewWords("of", "at", "for", "with") }
}
