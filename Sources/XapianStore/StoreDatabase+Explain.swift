// Why a document weighs what it weighs.

extension StoreDatabase {
  /// What each weighing part of a query adds to the weight of a document, in the order of the query; parts that don't
  /// match it are left out.
  ///
  /// A part is a term, or what Xapian weighs as one: a wildcard, a synonym, a maximum. The sum is the document's weight,
  /// as long as the document matches the whole query and the weighting doesn't look at the length of the query (BM25
  /// with k2 = 0). Local databases only.
  public func explainWeights(
    of query: StoreQuery, in document: UInt32, weighting: StoreWeighting = .bm25()
  ) throws(StoreError) -> [StoreTermWeight] {
    try explainWeights(of: query, where: .documents([document]), weighting: weighting)
  }

  /// The same of the one document that `only` finds, which remote databases can answer too.
  public func explainWeights(
    of query: StoreQuery, where only: StoreQuery, weighting: StoreWeighting = .bm25()
  ) throws(StoreError) -> [StoreTermWeight] {
    if query.isTooDeep {
      throw StoreError(.invalidArgument, "a query nested deeper than \(StoreQuery.greatestDepth) levels")
    }
    var weights: [StoreTermWeight] = []
    for (part, factor) in query.weighingParts(factor: 1) {
      var search = StoreSearch(.filter(.scale(part, factor), only), limit: 1)
      search.weighting = weighting
      guard let hit = try self.search(search).hits.first else { continue }
      weights.append(StoreTermWeight(term: part.label, weight: hit.weight))
    }
    return weights
  }
}

extension StoreQuery {
  /// The parts that bring weight of their own, and by how much it is multiplied on the way up.
  fileprivate func weighingParts(factor: Double) -> [(StoreQuery, Double)] {
    switch self {
    case .all, .none, .valueRange, .valueAtLeast, .valueAtMost, .documents: []
    case .term, .wildcard, .synonym, .max, .elite: [(self, factor)]
    case .and(let parts), .or(let parts), .xor(let parts), .phrase(let parts, _), .near(let parts, _):
      parts.flatMap { $0.weighingParts(factor: factor) }
    case .andNot(let first, _), .filter(let first, _): first.weighingParts(factor: factor)
    case .andMaybe(let first, let second):
      first.weighingParts(factor: factor) + second.weighingParts(factor: factor)
    case .scale(let part, let further): part.weighingParts(factor: factor * further)
    }
  }

  /// A short name for people.
  fileprivate var label: String {
    switch self {
    case .term(let term, _): term
    case .wildcard(let prefix, _): prefix + "*"
    case .synonym(let parts), .max(let parts), .elite(let parts, _): parts.map(\.label).joined(separator: "|")
    default: parts.map(\.label).joined(separator: " ")
    }
  }
}
