/// Names that the article itself says are somebody's other ones.
///
///     Beatrice Odu, known to her fans as Iron Bea,     Iron Bea is she
///     Marta Silva, nicknamed the Needle,               "the Needle" too
///     Jose "El Toro" Ramirez                           and El Toro he
struct NicknameReader {
  let tokens: TokenTable

  /// Gives the mentions of such names to the person who has them.
  func join(_ table: inout NameTable) {
    let (hashes, marks) = (tokens.hashes, tokens.marks)
    let (the, `as`, nicknamed, dubbed) = (Self.the, Self.as, Self.nicknamed, Self.dubbed)
    for index in table.names.indices {
      let first = table.names[index].full.lowerBound
      guard first > 2, case let before = hashes[first - 1],
        before == the || before == `as` || before == nicknamed || before == dubbed || marks[first - 1] != .none,
        table.names[index].kind == .person || table.names[index].kind == .other,
        before != the || Self.before.contains(hashes[first - 2]) || tokens.marks[first - 2] != .none
      else { continue }
      let name = table.names[index]
      guard let owner = owner(ofNameAt: name.full.lowerBound, in: table), owner != name.entity else { continue }
      giveAll(called: name.tokens, to: owner, in: &table)
      if table.names[index].entity != owner {
        table.names[index].kind = .person
        table.names[index].entity = owner
        table.entities[owner].mentions = (table.entities[owner].mentions + [index]).sorted()
      }
    }
    for owner in table.entities.indices where table.entities[owner].kind == .person {
      guard let name = nickname(in: table.entities[owner].name) else { continue }
      giveAll(called: name, to: owner, in: &table)
    }
  }

  /// The words between the marks of a full name.
  private func nickname(in name: Range<Int>) -> Range<Int>? {
    guard name.count > 4, let open = name.dropFirst().first(where: { tokens.marks[$0] != .none }),
      let close = (open + 1..<name.upperBound).first(where: { tokens.marks[$0] != .none }), close > open + 1
    else { return nil }
    return open + 1..<close
  }

  private func giveAll(called name: Range<Int>, to owner: Int, in table: inout NameTable) {
    for index in table.entities.indices where index != owner && table.entities[index].kind == .person {
      guard tokens.hashes[table.entities[index].name].elementsEqual(tokens.hashes[name]) else { continue }
      give(index, to: owner, in: &table)
    }
  }

  private func give(_ entity: Int, to owner: Int, in table: inout NameTable) {
    for mention in table.entities[entity].mentions {
      table.names[mention].entity = owner
      // The other name tells nothing of the full one.
      table.names[mention].isFull = false
    }
    table.entities[owner].mentions = (table.entities[owner].mentions + table.entities[entity].mentions).sorted()
    table.entities[entity].mentions = []
  }

  /// Whose other name begins at a token, by the words before it.
  func owner(ofNameAt token: Int, in table: NameTable) -> Int? {
    guard token > 2, Self.before.contains(tokens.hashes[token - 1]) || tokens.marks[token - 1] != .none else {
      return nil
    }
    let sentence = tokens.sentence(token)
    var before = token - 1
    if before > sentence.lowerBound, tokens.marks[before] != .none { before -= 1 }
    if before > sentence.lowerBound, tokens.hashes[before] == Self.the { before -= 1 }
    if before > sentence.lowerBound, tokens.marks[before] != .none { before -= 1 }
    guard before > sentence.lowerBound + 1 else { return nil }
    if Self.naming.contains(tokens.hashes[before]) { return subject(of: before, in: sentence, table) }
    guard tokens.hashes[before] == Self.as,
      let known = (max(sentence.lowerBound, before - Self.farthest)..<before).last(where: {
        Self.knowing.contains(tokens.hashes[$0])
      })
    else { return nil }
    return subject(of: known, in: sentence, table)
  }

  /// The person named right before a participle, a comma, an adverb, "is" or "who was" between; or what she is.
  private func subject(of participle: Int, in sentence: Range<Int>, _ table: NameTable) -> Int? {
    guard participle > sentence.lowerBound else { return nil }
    var token = participle - 1
    while token > sentence.lowerBound, Self.adverbs.contains(tokens.hashes[token]) { token -= 1 }
    while token > sentence.lowerBound, Self.being.contains(tokens.hashes[token]) { token -= 1 }
    if let person = person(endingAt: token, table) { return person }
    guard tokens.isCharacter(token, ",") || tokens.isCharacter(token, "(") else {
      return apposed(before: token, in: sentence, table)
    }
    return person(endingAt: token - 1, table)
  }

  /// `Odu, the boxer known as Iron Bea`
  private func apposed(before token: Int, in sentence: Range<Int>, _ table: NameTable) -> Int? {
    guard token > sentence.lowerBound else { return nil }
    let near = max(sentence.lowerBound, token - Self.longestNoun)..<token
    guard let comma = near.last(where: { !tokens.isWord($0) }), tokens.isCharacter(comma, ","),
      Pronouns.articles.contains(tokens.hashes[comma + 1]), comma + 1 < token
    else { return nil }
    return person(endingAt: comma - 1, table)
  }

  /// The person whose name ends at a token, an age behind a comma left out.
  private func person(endingAt token: Int, _ table: NameTable) -> Int? {
    guard token >= 0 else { return nil }
    if tokens.shapes[token] == .digits, token > 1, tokens.isCharacter(token - 1, ",") {
      return person(endingAt: token - 2, table)
    }
    guard let name = table.name(at: token), name.kind == .person, name.tokens.upperBound == token + 1 else {
      return nil
    }
    return name.entity
  }

  private static let farthest = 7
  private static let longestNoun = 6
  private static var the: UInt32 { ByteHash.of("the") }
  private static var `as`: UInt32 { ByteHash.of("as") }
  private static let before = WordSet("as the nicknamed dubbed")
  private static var nicknamed: UInt32 { ByteHash.of("nicknamed") }
  private static var dubbed: UInt32 { ByteHash.of("dubbed") }
  private static var naming: FewWords { FewWords("nicknamed", "dubbed") }
  private static var knowing: FewWords { FewWords("known", "nicknamed") }
  private static var being: FewWords { FewWords("is", "was", "who", "became", "and", "were") }
  private static let adverbs = WordSet(
    "better also widely popularly professionally affectionately locally universally simply commonly often once best")
}

extension NameResolver {
  /// "the Needle", where the article has said whom they call so.
  func calledByNickname(_ noun: Int) -> Int? {
    guard tokens.shapes[noun].isCapitalised else { return nil }
    let reader = NicknameReader(tokens: tokens)
    for token in 0..<noun - 1 where tokens.hashes[token] == tokens.hashes[noun] {
      if let owner = reader.owner(ofNameAt: token, in: names) { return owner }
    }
    return nil
  }
}
