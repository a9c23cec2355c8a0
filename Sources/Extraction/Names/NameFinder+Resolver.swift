extension NameFinder {
  /// Says who the speakers of one article are; ask it in reading order.
  ///
  /// - Parameter quotations: Of the article, so that names inside somebody's words count less as whom a pronoun means.
  func resolver(_ names: NameTable, in tokens: TokenTable, quotations: [Quotation] = []) -> NameResolver {
    NameResolver(names: names, tokens: tokens, finder: self, quotations: quotations)
  }
}
