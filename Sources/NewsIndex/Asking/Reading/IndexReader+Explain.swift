import QueryLanguage
import XapianStore

extension IndexReader {
  /// How a query is understood, and what each of its hits weighs.
  public func explain(_ request: SearchRequest) throws(AskingError) -> Explanation {
    try answering {
      let prepared = try prepare(request.query)
      let result = try search(request)
      let database = prepared.unit.database
      let hits = try result.hits.map { hit in
        let weights =
          prepared.weighs && request.sort == .relevance
          ? try database.explainWeights(
            of: prepared.query, where: only(hit, in: prepared.unit), weighting: options.ranking.weighting) : []
        var terms = weights.map { Explanation.TermWeight(term: $0.term, weight: $0.weight) }
        if hit.nearness > 0 {
          terms.append(Explanation.TermWeight(term: "words within \(Nearness.window)", weight: hit.nearness))
        }
        return Explanation.HitWeights(id: hit.id, score: hit.score, terms: terms)
      }
      return Explanation(
        query: request.query.text, tree: prepared.tree.description, unit: prepared.unit.unit,
        storeQuery: try database.describe(prepared.query), expansions: prepared.lowering.expansions,
        remarks: Self.unique(prepared.lowering.remarks), total: result.total, hits: hits)
    }
  }

  /// Finds the one hit.
  private func only(_ hit: SearchHit, in unit: OpenUnit) throws -> StoreQuery {
    unit.isRemote ? try unit.query(ofID: hit.id) : .documents([hit.document])
  }

  private static func unique(_ texts: [String]) -> [String] {
    var all: [String] = []
    for text in texts { all.appendNew(text) }
    return all
  }
}
