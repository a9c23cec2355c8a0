import XapianStore

extension IndexReader {
  /// Counts values over all matches, exactly.
  public func facets(_ request: FacetsRequest) throws(AskingError) -> FacetResult {
    try answering {
      let prepared = try prepare(request.query.following(request.facets), wantsNotes: false)
      guard request.collapse == .none else {
        var search = SearchRequest(request.query)
        (search.facets, search.collapse, search.isCountOnly) = (request.facets, request.collapse, true)
        search.wantsNotes = false
        let result = try self.search(search)
        return result.facets ?? FacetResult(total: result.total, unit: result.unit, fields: [])
      }
      return try counts(try prepared.unit.matches(prepared.query), prepared, request.facets)
    }
  }

  /// Notes on the names of a query, for the commands that count.
  public func notes(on query: IndexQuery, total: Int) throws(AskingError) -> [String] {
    try answering { try notes(try prepare(query), query, total: total) }
  }

  func counts(_ documents: [UInt32], _ prepared: PreparedQuery, _ facets: [FacetRequest]) throws -> FacetResult {
    let columns = try prepared.unit.columns(units.identities)
    let fields = try facets.map { request in
      let grouping = try columns.grouping(request.field, request.level, units.regions)
      return FacetCounter.counts(request, try columns.tally(documents, request.field, grouping), grouping)
    }
    return FacetResult(total: documents.count, unit: prepared.unit.unit, fields: fields)
  }
}
