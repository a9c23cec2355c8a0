internal import CXapian

extension StoreDatabase {
  /// Finds a page of hits. `wildcardTooBroad`, `unimplemented` (a phrase of phrases; what remote databases can't do),
  /// `invalidArgument`, `interrupted`.
  public func search(_ search: StoreSearch) throws(StoreError) -> StorePage {
    try run(search, visit: nil, context: nil)
  }

  /// The same, and tells `visit` of every match and its weight, in the order of their numbers; `false` ends the search
  /// with `interrupted`. A single local database only, else `unimplemented`.
  public func search(
    _ search: StoreSearch, visiting visit: (UInt32, Double) -> Bool
  ) throws(StoreError) -> StorePage {
    try withoutActuallyEscaping(visit) { visit throws(StoreError) in
      let box = Visitor(visit)
      defer { withExtendedLifetime(box) {} }
      return try run(
        search,
        visit: { context, document, weight in
          guard let context else { return false }
          return Unmanaged<Visitor>.fromOpaque(context).takeUnretainedValue().visit(document, weight)
        }, context: Unmanaged.passUnretained(box).toOpaque())
    }
  }

  private func run(
    _ search: StoreSearch, visit: cxapian_visit?, context: UnsafeMutableRawPointer?
  ) throws(StoreError) -> StorePage {
    let query = try ShimQuery.make(search.query, for: self)
    let slots = search.countedSlots
    var page: UnsafePointer<cxapian_page>?
    try call(about: name) { error in
      withExtendedLifetime((query, search.cancellation)) {
        slots.withUnsafeBufferPointer { slots in
          var shim = search.shim
          shim.query = query.handle
          shim.count_slots = slots.baseAddress
          shim.count_slot_count = slots.count
          shim.visit = visit
          shim.visit_context = context
          return cxapian_database_search(handle, &shim, &page, error)
        }
      }
    }
    guard let page else { throw StoreError(.internalError, "the call gave no page", context: name) }
    defer { cxapian_page_free(page) }
    return StorePage(page.pointee)
  }

  /// The query in Xapian's notation, for people.
  public func describe(_ query: StoreQuery) throws(StoreError) -> String {
    let query = try ShimQuery.make(query, for: self)
    return try ShimList.make { list, error in
      withExtendedLifetime(query) { cxapian_query_describe(query.handle, list, error) }
    }.text(0)
  }
}

/// Carries a closure through C.
private final class Visitor {
  let visit: (UInt32, Double) -> Bool
  init(_ visit: @escaping (UInt32, Double) -> Bool) { self.visit = visit }
}

// MARK: - To the shim

extension StoreSearch {
  fileprivate var countedSlots: [UInt32] {
    spies.map { spy in
      switch spy {
      case .valueCounts(let slot): UInt32(clamping: slot)
      }
    }
  }

  fileprivate var shim: cxapian_search {
    var shim = cxapian_search()
    shim.offset = UInt32(clamping: offset)
    shim.limit = UInt32(clamping: limit)
    shim.check_at_least = UInt32(clamping: checkAtLeast)
    (shim.weighting, shim.parameters) = weighting.shim
    (shim.order, shim.order_slot, shim.descending_value) = order.shim
    shim.descending_document = isHighestDocumentFirst
    shim.collapse_slot = UInt32(clamping: collapse?.slot ?? 0)
    shim.collapse_limit = UInt32(clamping: collapse?.limit ?? 0)
    shim.least_weight = leastWeight
    shim.collect = collect
    shim.fetch_data = fetchesData
    shim.time_limit = timeLimitSeconds ?? 0
    shim.cancellation = cancellation?.handle
    return shim
  }
}

extension StoreWeighting {
  fileprivate typealias Parameters = (Double, Double, Double, Double, Double, Double)

  fileprivate var shim: (cxapian_weighting, Parameters) {
    switch self {
    case .bm25(let k1, let k2, let k3, let b, let minNormlen): (CXAPIAN_BM25, (k1, k2, k3, b, minNormlen, 0))
    case .bm25Plus(let k1, let k2, let k3, let b, let minNormlen, let delta):
      (CXAPIAN_BM25_PLUS, (k1, k2, k3, b, minNormlen, delta))
    case .boolean: (CXAPIAN_BOOLEAN, (0, 0, 0, 0, 0, 0))
    case .coordination: (CXAPIAN_COORDINATION, (0, 0, 0, 0, 0, 0))
    case .traditional(let k): (CXAPIAN_TRADITIONAL, (k, 0, 0, 0, 0, 0))
    case .pl2(let c): (CXAPIAN_PL2, (c, 0, 0, 0, 0, 0))
    case .dph: (CXAPIAN_DPH, (0, 0, 0, 0, 0, 0))
    }
  }
}

extension StoreOrder {
  fileprivate var shim: (cxapian_order, slot: UInt32, descending: Bool) {
    switch self {
    case .relevance: (CXAPIAN_BY_RELEVANCE, 0, false)
    case .value(let slot, let reverse): (CXAPIAN_BY_VALUE, UInt32(clamping: slot), reverse)
    case .valueThenRelevance(let slot, let reverse):
      (CXAPIAN_BY_VALUE_THEN_RELEVANCE, UInt32(clamping: slot), reverse)
    case .relevanceThenValue(let slot, let reverse):
      (CXAPIAN_BY_RELEVANCE_THEN_VALUE, UInt32(clamping: slot), reverse)
    }
  }
}

// MARK: - From the shim

extension StorePage {
  fileprivate init(_ page: cxapian_page) {
    self.init()
    lowerBound = Int(page.lower_bound)
    estimate = Int(page.estimate)
    upperBound = Int(page.upper_bound)
    uncollapsedEstimate = Int(page.uncollapsed_estimate)
    greatestWeight = page.greatest_weight
    hits = (0..<page.hit_count).map { StoreHit(page, $0) }
    valueCounts = (0..<page.count_count).map {
      StoreValueCounts(total: Int(page.totals[$0]), counts: page.counts[$0].valueCounts)
    }
    matches = Array(UnsafeBufferPointer(start: page.matches, count: page.match_count))
  }
}

extension StoreHit {
  fileprivate init(_ page: cxapian_page, _ index: Int) {
    let hit = page.hits[index]
    func text(_ column: Int) -> [UInt8] {
      let number = index * 3 + column
      let start = number == 0 ? 0 : page.ends[number - 1]
      return Array(UnsafeBufferPointer(start: page.bytes.map { $0 + start }, count: page.ends[number] - start))
    }
    self.init(
      document: hit.document, weight: hit.weight, collapseCount: Int(hit.collapse_count), sortKey: text(0),
      collapseKey: text(1), data: text(2))
  }
}

extension cxapian_list {
  fileprivate var valueCounts: [StoreValueCount] {
    (0..<count).map { StoreValueCount(value: Array(string($0)), count: Int(numbers[$0])) }
  }
}
