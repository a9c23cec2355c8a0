/// Who leads a conversation that an introduction speaks of:
///
///     Ada Lind has written a dictionary. She talked to Otto Roth in Norvik.
///     Ada Lind was interviewed by our reporter Otto Roth.
enum Interviewers {
  /// Whether a mention is the first of somebody whom another talks to.
  static func isOne(_ mention: Int, names: NameTable, tokens: TokenTable) -> Bool {
    let name = names.names[mention]
    let sentence = tokens.sentence(name.tokens.lowerBound)
    var token = name.full.lowerBound - 1
    // "to our reporter Otto Roth"
    while token > sentence.lowerBound, name.full.lowerBound - token < 5, !prepositions.contains(tokens.hashes[token]),
      tokens.isWord(token), tokens.shapes[token] == .lower
    { token -= 1 }
    guard token > sentence.lowerBound, prepositions.contains(tokens.hashes[token]) else { return false }
    let verb = tokens.hashes[token - 1]
    if tokens.hashes[token] == by { return verb == interviewed }
    return talking.contains(verb) && isAnotherNamed(before: sentence.lowerBound, mention, names)
  }

  /// Whether the sentences before name somebody else, whom "she" of "She talked to" means.
  private static func isAnotherNamed(before token: Int, _ mention: Int, _ names: NameTable) -> Bool {
    (0..<mention).contains { index in
      let name = names.names[index]
      return name.kind == .person && name.entity != nil && name.entity != names.names[mention].entity
        && name.tokens.upperBound <= token
    }
  }

  private static var prepositions: FewWords { FewWords("to", "with", "by") }
  private static var by: UInt32 { ByteHash.of("by") }
  private static var interviewed: UInt32 { ByteHash.of("interviewed") }
  private static var talking: FewWords { FewWords("talked", "talks", "spoke", "speaks", "talking", "speaking") }
}
