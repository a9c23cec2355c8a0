/// What a `NameResolver` reads an article with. None of it changes; the resolver, which does, is copied now and then.
final class NameReaders {
  let names: NameTable
  let tokens: TokenTable
  let lexicon: NameLexicon
  let governments: GovernmentNames
  let mentions: MentionReader
  let pronouns: PronounResolver
  let roles: RoleReader
  let roleIndex: RoleIndex
  let unnamed: UnnamedSpeaker

  /// - Parameter quotations: Of the article; may be empty where nobody asks for pronouns.
  init(names: NameTable, tokens: TokenTable, finder: NameFinder, quotations: [Quotation]) {
    let lexicon = finder.lexicon
    let isQuoted = Self.isQuoted(quotations, tokens)
    let names = GenderVotes(names, tokens, lexicon, isQuoted: isQuoted).counted()
    self.names = names
    self.tokens = tokens
    self.lexicon = lexicon
    governments = finder.governments
    mentions = MentionReader(names: names, tokens: tokens, lexicon: lexicon)
    pronouns = PronounResolver(
      names: names, tokens: tokens, lexicon: lexicon, isQuoted: isQuoted)
    roles = RoleReader(names: names, tokens: tokens, lexicon: lexicon)
    unnamed = UnnamedSpeaker(names: names, tokens: tokens, lexicon: lexicon)
    roleIndex = RoleIndex(names: names, tokens: tokens, lexicon: lexicon, synonyms: finder.roleSynonyms)
  }

  /// By token; empty where there are no quotations.
  private static func isQuoted(_ quotations: [Quotation], _ tokens: TokenTable) -> [Bool] {
    if quotations.isEmpty { return [] }
    var isQuoted = [Bool](column: false, count: tokens.count)
    isQuoted.withUnsafeMutableBufferPointer { column in
      for quotation in quotations {
        UnsafeMutableBufferPointer(rebasing: column[quotation.tokens.clamped(to: column.indices)]).update(
          repeating: true)
      }
    }
    return isQuoted
  }
}
