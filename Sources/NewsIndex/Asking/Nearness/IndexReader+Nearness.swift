import XapianStore

/// Articles are ranked in two steps: by their words, then the best of them by how near those stand.
extension IndexReader {
  /// `nil` where nothing is looked at again.
  private func nearness(_ prepared: PreparedQuery, _ request: SearchRequest) throws -> Nearness? {
    guard prepared.unit.unit == .article, prepared.weighs, request.sort == .relevance else { return nil }
    return try Nearness(prepared.query, in: units)
  }

  /// The page that a search asks for, and what hits on it gain by nearness.
  ///
  /// - Parameter matches: See `OpenUnit.page`.
  func page(
    _ search: StoreSearch, among matches: [UInt32]?, _ prepared: PreparedQuery, _ request: SearchRequest
  ) throws -> (page: StorePage, gains: [UInt32: Double]) {
    guard search.limit > 0, search.offset < Nearness.depth, let nearness = try nearness(prepared, request) else {
      return (try prepared.unit.page(search, among: matches), [:])
    }
    // From the first hit on.
    var first = search
    first.limit = min(max(search.limit, Nearness.depth), Int(UInt32.max) - search.offset) + search.offset
    first.offset = 0
    var page = try prepared.unit.page(first, among: matches)
    let gains = try rank(&page.hits, nearness)
    page.hits = Array(page.hits.dropFirst(search.offset).prefix(search.limit))
    return (page, gains)
  }

  /// Of all hits.
  func rank(
    _ hits: inout [StoreHit], _ prepared: PreparedQuery, _ request: SearchRequest
  ) throws -> [UInt32: Double] {
    guard let nearness = try nearness(prepared, request) else { return [:] }
    return try rank(&hits, nearness)
  }

  /// Puts the best hits into their order; what each gains, by document.
  ///
  /// Nobody gains less than nothing: so those behind weigh no more than any of them.
  private func rank(_ hits: inout [StoreHit], _ nearness: Nearness) throws -> [UInt32: Double] {
    let places = hits.prefix(Nearness.depth).map { ArticlePlace(orderKey: $0.sortKey)?.idHash }
    let found = try nearness.gains(ofArticles: Set(places.compactMap { $0 }))
    var gains: [UInt32: Double] = [:]
    for (index, hash) in places.enumerated() {
      guard let hash, let gain = found[hash] else { continue }
      gains[hits[index].document] = gain
      hits[index].weight += gain
    }
    // Equals stay in the order of the search, by date and article.
    let order = places.indices.sorted { (hits[$1].weight, $0) < (hits[$0].weight, $1) }
    hits.replaceSubrange(places.indices, with: order.map { hits[$0] })
    return gains
  }
}
