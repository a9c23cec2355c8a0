import ArticleModel

/// Who speaks where no name of the article stands in the mention.
extension NameResolver {
  mutating func unexplained(_ mention: Range<Int>, _ head: MentionHead) -> Speaker {
    if let name = nameBefore(apposition: mention) { return named(name, mention) }
    if isOneOfMany(mention) { return remembered(asWritten(mention, .anonymous), mention.lowerBound) }
    if let issuer = issuer(ofDocument: mention) { return speaker(mention, issuer.name, issuer.kind) }
    if case .noun(let noun, let isDefinite) = head {
      if let issuer = issuer(of: noun, mention) { return issuer }
      let speaker = byNoun(noun, isDefinite, mention)
      introduce(speaker, by: noun, mention)
      return speaker
    }
    let mention = lastOwned(in: mention)
    if isUnknownName(mention) || isUnknownTeller(mention) {
      return remembered(asWritten(mention, .person), mention.lowerBound)
    }
    return asWritten(mention, mention.count == 1 && tokens.shapes[mention.lowerBound] == .handle ? .person : .group)
  }

  /// "Jane Doe" of "Jane Doe, a law professor, said", where what she is was taken for who speaks.
  private func nameBefore(apposition mention: Range<Int>) -> Int? {
    let (comma, end) = (mention.lowerBound - 1, mention.upperBound)
    guard comma > 0, Self.indefinites.contains(tokens.hashes[mention.lowerBound]), tokens.isCharacter(comma, ","),
      end < tokens.count, tokens.isCharacter(end, ",") || tokens.isCharacter(end - 1, ","),
      let name = names.name(at: comma - 1), name.kind == .person, name.tokens.upperBound == comma,
      name.full.lowerBound == tokens.sentence(comma).lowerBound
    else { return nil }
    return names.index(endingAfter: comma - 1)
  }

  /// "Lakwin Rao, another traveller,": two or three words with capitals that nothing in the article explains, and a comma.
  private func isUnknownName(_ mention: Range<Int>) -> Bool {
    let end = mention.first { !tokens.isWord($0) } ?? mention.upperBound
    return (2...3).contains(end - mention.lowerBound) && end < tokens.count && tokens.isCharacter(end, ",")
      && (mention.lowerBound..<end).allSatisfy {
        tokens.shapes[$0] == .capitalised
          && lexicon.classes(at: $0, in: tokens).isDisjoint(with: [
            .organisation, .organisationTail, .place, .people, .institution,
          ])
      }
  }

  /// "said Bachir Odeh as he filled his cans": two or three such words behind a verb of saying, and the occasion.
  private func isUnknownTeller(_ mention: Range<Int>) -> Bool {
    let end = mention.first { tokens.shapes[$0] != .capitalised } ?? mention.upperBound
    return (2...3).contains(end - mention.lowerBound) && end < mention.upperBound && mention.lowerBound > 0
      && lexicon.classes(at: mention.lowerBound - 1, in: tokens).contains(.speech)
      && UnnamedSpeaker.occasions.contains(tokens.hashes[end])
      && (mention.lowerBound..<end).allSatisfy {
        lexicon.classes(at: $0, in: tokens).isDisjoint(with: [
          .organisation, .organisationTail, .place, .people, .institution, .role,
        ])
      }
  }
}
