import IndexDefinition

/// Names that the tables know for a place in a country of which an article says nothing else, while it speaks of others: a
/// border post called like a town elsewhere, the river that a far region is called after.
struct StrayNames {
  private struct Name {
    /// How often it has been taken for a mention of a country.
    var mentions = 0
    /// What stands right in front of it shows a place somewhere.
    var isFirm = false
  }

  private var names: WordMap<Name> = [:]

  init(_ matches: some Sequence<PlaceMatch>, _ context: PlaceContext, _ tokens: TokenTable) {
    for match in matches {
      let hash = match.nameHash(tokens)
      var name = names[hash] ?? Name()
      if PlaceEvidence.isMention(match) { name.mentions += 1 }
      name.isFirm = name.isFirm || context.isFirm(match, tokens)
      names[hash] = name
    }
  }

  /// - Parameter candidate: What the match means, if it is a place.
  func isStray(
    _ match: PlaceMatch, _ candidate: PlaceCandidate, _ evidence: PlaceEvidence, _ context: PlaceContext,
    _ tokens: TokenTable
  ) -> Bool {
    guard let name = names[match.nameHash(tokens)], evidence.mentions(of: candidate.country) <= name.mentions else {
      return false
    }
    guard candidate.kind == .city else { return context.isBehindArticle(match, tokens) }
    return candidate.population < Self.known && !candidate.isSeat && !name.isFirm
  }

  /// How many people a city has whose name means it everywhere.
  private static let known = 200_000
}

extension PlaceMatch {
  /// Of its words, as they are folded.
  func nameHash(_ tokens: TokenTable) -> UInt32 { self.tokens.reduce(0) { ByteHash.mix($0, tokens.hashes[$1]) } }
}
