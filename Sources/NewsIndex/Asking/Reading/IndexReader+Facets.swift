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
      let found = Found(total: 0, page: [])
      return try counts(found, prepared, request.facets)
    }
  }

  /// Notes on the names of a query, for the commands that count.
  public func notes(on query: IndexQuery, total: Int) throws(AskingError) -> [String] {
    try answering { try notes(try prepare(query), query, total: total) }
  }

  /// Over what was found, else over all that the query matches.
  func counts(_ found: Found, _ prepared: PreparedQuery, _ facets: [FacetRequest]) throws -> FacetResult {
    if prepared.unit.isRemote {
      let all = try found.combinations ?? FacetCombinations(of: prepared.query, in: prepared.unit)
      return try counts(all, prepared, facets)
    }
    return try counts(found.counted ?? prepared.unit.matches(prepared.query), prepared, facets)
  }

  private func counts(
    _ combinations: FacetCombinations, _ prepared: PreparedQuery, _ facets: [FacetRequest]
  ) throws -> FacetResult {
    let fields = try facets.map { request in
      let key = FacetGrouping.Key(field: request.field, level: request.level)
      let (tally, grouping) = try combinations.tally(key, units.identities, units.regions)
      return FacetCounter.counts(request, tally, grouping)
    }
    return FacetResult(total: combinations.total, unit: prepared.unit.unit, fields: fields)
  }

  /// How many hits have each day, and the dates behind the groups; for timelines.
  func days(_ prepared: PreparedQuery) throws -> (total: Int, tally: FacetCounter.Tally, dates: [UInt32]) {
    if prepared.unit.isRemote {
      let all = try FacetCombinations(of: prepared.query, in: prepared.unit)
      let key = FacetGrouping.Key(field: .date, level: .day)
      let (tally, grouping) = try all.tally(key, units.identities, units.regions)
      return (all.total, tally, grouping.dates)
    }
    let documents = try prepared.unit.matches(prepared.query)
    let columns = try prepared.unit.columns(units.identities)
    let grouping = try columns.grouping(.date, .day, units.regions)
    return (documents.count, try columns.tally(documents, .date, grouping), grouping.dates)
  }

  private func counts(
    _ documents: [UInt32], _ prepared: PreparedQuery, _ facets: [FacetRequest]
  ) throws -> FacetResult {
    let columns = try prepared.unit.columns(units.identities)
    let isAll = try documents.count == prepared.unit.count()
    let fields = try facets.map { request in
      let key = FacetGrouping.Key(field: request.field, level: request.level)
      let grouping = try columns.grouping(key.field, key.level, units.regions)
      let tally =
        try isAll ? columns.tallyOfAll(documents, key, grouping) : columns.tally(documents, key.field, grouping)
      return FacetCounter.counts(request, tally, grouping)
    }
    return FacetResult(total: documents.count, unit: prepared.unit.unit, fields: fields)
  }
}
