/// Who is the subject of a sentence near a pronoun by what they are, where the article has named only one of the kind: "The
/// judge agreed and said that he", "Later the president called on Congress. "I am determined," he said."
extension NameResolver {
  /// In the paragraph of a pronoun and the one before, outside quotations, the nearest last.
  func describedSubjects(before pronoun: Int) -> [PronounResolver.Subject] {
    let paragraph = Int(tokens.paragraphOf[pronoun])
    let first = tokens.paragraphs[max(0, paragraph - 1)].tokens.lowerBound
    var found: [PronounResolver.Subject] = []
    for article in first..<pronoun where tokens.hashes[article] == Self.the && !isQuoted(article) {
      guard opensClause(article), let noun = rolePhrase(from: article, before: pronoun),
        let entity = roleIndex.person(article..<noun + 1, head: noun, before: article)
      else { continue }
      found.append(.init(token: article, entity: entity))
    }
    return found
  }

  /// Whether a sentence begins at a token, or a clause, or nothing but when stands before it.
  private func opensClause(_ token: Int) -> Bool {
    let start = tokens.sentence(token).lowerBound
    guard token > start else { return true }
    return Self.openings.contains(tokens.hashes[token - 1])
      || token - start == 1 && tokens.isWord(start)
        && lexicon.classes(at: start, in: tokens).hasAny([.adverb, .starter])
  }

  /// The noun of "the president called", "the energy minister was", with a verb behind it.
  private func rolePhrase(from article: Int, before end: Int) -> Int? {
    for noun in article + 1..<max(article + 1, min(article + 4, end - 1)) {
      let classes = lexicon.classes(at: noun, in: tokens)
      guard tokens.shapes[noun] == .lower, !classes.contains(.function) else { return nil }
      guard classes.hasAny([.role, .office]) else { continue }
      let next = lexicon.classes(at: noun + 1, in: tokens)
      guard tokens.shapes[noun + 1] == .lower, !next.hasAny([.role, .office]) else { continue }
      return next.contains(.verb) || pronouns.isVerb(noun + 1) ? noun : nil
    }
    return nil
  }

  private static var the: UInt32 { ByteHash.of("the") }
  private static let openings = WordSet("as while but and when after before because , ; later")
}
