import XapianStore

/// The best hits, of matches that are known where a walk found them.
extension OpenUnit {
  /// As `StoreDatabase.search` answers.
  ///
  /// - Parameter matches: All documents that the query finds, ascending; `nil` where nobody knows them.
  func page(_ search: StoreSearch, among matches: [UInt32]?) throws -> StorePage {
    guard let matches else { return try database.search(search) }
    if let page = try ranked(search, matches) { return page }
    var search = search
    if search.query.isConjunction { search.query = .filter(search.query.amongMatches, .documents(matches)) }
    return try database.search(search)
  }

  /// `nil` where matches weigh or are ordered in another way.
  private func ranked(_ search: StoreSearch, _ matches: [UInt32]) throws -> StorePage? {
    let slot = ValueSlot.newestFirst
    guard search.order == .relevanceThenValue(slot: slot.rawValue) else { return nil }
    let lengths = try lengths()
    guard
      let weighing = try WordWeights(
        search.weighting, of: matches, in: database, length: { Int(truncatingIfNeeded: lengths[$0]) }),
      let weights = try weighing.weights(search.query)
    else { return nil }
    var page = StorePage()
    (page.lowerBound, page.estimate, page.upperBound) = (matches.count, matches.count, matches.count)
    let shown = min(matches.count, search.offset + search.limit)
    guard shown > search.offset else { return page }
    let best = BestPlaces(of: weights, count: shown)
    page.greatestWeight = best.greatest
    var hits = best.places.map { StoreHit(document: matches[$0], weight: weights[$0]) }
    try addSortKeys(to: &hits, slot)
    hits.sort(by: Self.isBefore)
    page.hits = Array(hits[search.offset..<shown])
    return page
  }

  /// Where they decide: among hits of one weight; and those of articles, which tell them apart in what follows.
  private func addSortKeys(to hits: inout [StoreHit], _ slot: ValueSlot) throws {
    var counts: [Double: Int] = [:]
    if unit != .article { for hit in hits { counts[hit.weight, default: 0] += 1 } }
    let open = hits.indices.filter { unit == .article || counts[hits[$0].weight] ?? 0 > 1 }
    if open.isEmpty { return }
    var keys: [UInt32: [UInt8]] = [:]
    try values(slot, of: open.map { hits[$0].document }) { keys[$0] = Array($1) }
    for place in open { hits[place].sortKey = keys[hits[place].document] ?? [] }
  }

  /// The heavier first; among equals the lower value, then the lower number.
  private static func isBefore(_ left: StoreHit, _ right: StoreHit) -> Bool {
    if left.weight != right.weight { return left.weight > right.weight }
    if left.sortKey != right.sortKey { return left.sortKey.lexicographicallyPrecedes(right.sortKey) }
    return left.document < right.document
  }

  /// Where hits stand: what a search was ordered by says so; of hits without it the value is read.
  func places(of hits: [StoreHit]) throws -> [ArticlePlace] {
    var places = hits.map { ArticlePlace(orderKey: $0.sortKey) }
    let missing = hits.indices.filter { places[$0] == nil }
    if !missing.isEmpty, !isRemote {
      let documents = Set(missing.map { hits[$0].document }).sorted()
      var found: [UInt32: ArticlePlace] = [:]
      try values(.newestFirst, of: documents) { found[$0] = ArticlePlace(orderKey: Array($1)) }
      for index in missing { places[index] = found[hits[index].document] }
    }
    return try places.map { place in
      guard let place else { throw NewsIndexError(.corrupt, "a hit without a place in an article") }
      return place
    }
  }
}

/// The places of the greatest of some weights, ascending: as many as asked for, and all that weigh as much as the last.
struct BestPlaces {
  private(set) var places: [Int] = []
  private(set) var greatest = 0.0

  /// - Parameter count: Above 0, at most as many as there are weights.
  init(of weights: [Double], count: Int) {
    greatest = weights.max() ?? 0
    guard count < weights.count else {
      places = Array(weights.indices)
      return
    }
    // A heap of the greatest so far, the least of them first.
    var heap = Array(weights[..<count])
    for place in stride(from: count / 2 - 1, through: 0, by: -1) { Self.sink(&heap, place) }
    for weight in weights[count...] where weight > heap[0] {
      heap[0] = weight
      Self.sink(&heap, 0)
    }
    let least = heap[0]
    places = weights.indices.filter { weights[$0] >= least }
  }

  private static func sink(_ heap: inout [Double], _ start: Int) {
    var place = start
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count && heap[child] < heap[least] {
        least = child
      }
      if least == place { return }
      heap.swapAt(place, least)
      place = least
    }
  }
}
