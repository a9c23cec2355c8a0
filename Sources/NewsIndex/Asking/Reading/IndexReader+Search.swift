import ArticleModel
import QueryLanguage
import XapianStore

extension IndexReader {
  /// Finds, counts and shows.
  public func search(_ request: SearchRequest) throws(AskingError) -> SearchResult {
    try answering {
      let prepared = try prepare(request.query.following(request.facets), wantsNotes: request.wantsNotes)
      let found = try matches(prepared, request)
      var result = SearchResult(query: request.query.text, unit: prepared.unit.unit, total: found.total)
      for (hit, place) in zip(found.page, try prepared.unit.places(of: found.page)) {
        if result.hits.count % 32 == 31 { try checkInterruption() }
        result.hits.append(
          try assemble(hit, at: place, rank: request.offset + result.hits.count + 1, prepared, request))
        result.hits[result.hits.count - 1].nearness = found.gains[hit.document] ?? 0
      }
      if !request.facets.isEmpty {
        result.facets = try counts(found, prepared, request.facets)
      }
      if request.wantsNotes { result.notes = try notes(prepared, request.query, total: found.total) }
      return result
    }
  }

  /// What a search found in the store.
  struct Found {
    var total: Int
    var page: [StoreHit]
    /// What hits weigh by the nearness of their words, by document.
    var gains: [UInt32: Double] = [:]
    /// The documents that facets are counted over, where they are known.
    var counted: [UInt32]?
    /// The same where they are counted elsewhere.
    var combinations: FacetCombinations?
  }

  private func matches(_ prepared: PreparedQuery, _ request: SearchRequest) throws -> Found {
    let isCounted = request.isCountOnly || !request.facets.isEmpty
    if request.collapse != .none { return try collapsed(prepared, request) }
    if prepared.unit.isRemote { return try remoteMatches(prepared, request) }
    var search = try storeSearch(prepared, request)
    // A walk counts without weighing. Where nothing is weighed, or what can't be walked is asked, the search counts.
    let isWalked = isCounted || search.weighting != .boolean
    let walked =
      isCounted
      ? try prepared.unit.matches(prepared.query) : isWalked ? try prepared.unit.walk(prepared.query) : nil
    if let walked, request.isCountOnly || walked.isEmpty {
      return Found(total: walked.count, page: [], counted: walked)
    }
    search.checkAtLeast = walked == nil ? .max : 0
    let (page, gains) = try self.page(search, among: walked, prepared, request)
    return Found(total: walked?.count ?? page.estimate, page: page.hits, gains: gains, counted: walked)
  }

  /// Everything in one search, since a walk would bring whole posting lists here.
  private func remoteMatches(_ prepared: PreparedQuery, _ request: SearchRequest) throws -> Found {
    if request.isCountOnly { return Found(total: try prepared.unit.total(prepared.query), page: []) }
    var search = try storeSearch(prepared, request)
    // From the first hit on: so the best are ranked again together.
    search.limit = min(search.limit, Int(UInt32.max) - search.offset) + search.offset
    search.offset = 0
    search.checkAtLeast = .max
    let (page, gains) = try self.page(search, among: nil, prepared, request)
    return Found(total: page.estimate, page: Array(page.hits.dropFirst(request.offset)), gains: gains)
  }

  private func storeSearch(_ prepared: PreparedQuery, _ request: SearchRequest) throws -> StoreSearch {
    var search = StoreSearch(
      try prepared.unit.counting(prepared.query), limit: request.limit == 0 ? Int(UInt32.max) : request.limit)
    search.offset = request.offset
    switch request.sort {
    case .newest: search.order = .value(slot: ValueSlot.newestFirst.rawValue)
    case .oldest: search.order = .value(slot: ValueSlot.oldestFirst.rawValue)
    // What weighs nothing is as relevant as any other: the newest comes first.
    case .relevance where !prepared.weighs: search.order = .value(slot: ValueSlot.newestFirst.rawValue)
    case .relevance: search.order = .relevanceThenValue(slot: ValueSlot.newestFirst.rawValue)
    }
    search.weighting = request.sort == .relevance && prepared.weighs ? options.ranking.weighting : .boolean
    return search
  }

  // MARK: Collapsing

  /// All hits are ranked, since which document stands for the others depends on the order.
  private func collapsed(_ prepared: PreparedQuery, _ request: SearchRequest) throws -> Found {
    let search = try storeSearch(prepared, request)
    let slot = request.collapse == .article ? ValueSlot.article : .story
    var shown: [StoreHit] = []
    var places: [UInt64: Int] = [:]
    let (keyed, gains) = try keyedHits(search, slot, prepared, request)
    for (hit, key) in keyed {
      // What has no key stands alone.
      if key != 0, let place = places[key] {
        shown[place].collapseCount += 1
        continue
      }
      if key != 0 { places[key] = shown.count }
      shown.append(hit)
      shown[shown.count - 1].collapseCount = 0
    }
    let rest = shown.dropFirst(request.offset)
    let page = request.isCountOnly ? [] : request.limit == 0 ? Array(rest) : Array(rest.prefix(request.limit))
    var found = Found(total: shown.count, page: page, gains: gains, counted: shown.map(\.document).sorted())
    if prepared.unit.isRemote, !request.facets.isEmpty {
      let kept = Set(shown.map(\.document))
      let records = try prepared.unit.hits(search, with: .facets).filter { kept.contains($0.document) }
      found.combinations = FacetCombinations(of: records, in: prepared.unit)
    }
    return found
  }

  /// All hits in their order, with the number in a slot; 0 where there is none.
  private func keyedHits(
    _ search: StoreSearch, _ slot: ValueSlot, _ prepared: PreparedQuery, _ request: SearchRequest
  ) throws -> (hits: [(hit: StoreHit, key: UInt64)], gains: [UInt32: Double]) {
    var search = search
    (search.offset, search.limit) = (0, Int(UInt32.max))
    let unit = prepared.unit
    let walked = unit.isRemote || search.weighting == .boolean ? nil : try unit.walk(prepared.query)
    var hits = unit.isRemote ? try unit.hits(search, with: slot) : try unit.page(search, among: walked).hits
    let gains = try rank(&hits, prepared, request)
    if unit.isRemote { return (hits.map { ($0, ShortHash.hash($0.collapseKey) ?? 0) }, gains) }
    let keys = try unit.hashes(slot)
    return (hits.map { ($0, keys[$0.document]) }, gains)
  }

  // MARK: Articles

  /// Ids of the articles that a query finds, in whichever unit it does; ascending by their bytes.
  public func articleIDs(matching query: IndexQuery) throws(AskingError) -> [String] {
    try answering {
      let prepared = try prepare(query, wantsNotes: false)
      var ids: Set<String> = []
      for (document, idHash) in try prepared.unit.articles(matching: prepared.query) {
        let shard = prepared.unit.shard(of: document)
        let versions = try texts.versions(of: idHash, shard: shard, in: units.articles)
        if let version = versions.first(where: \.counts) { ids.insert(version.annotated.article.id) }
      }
      return ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
  }
}
