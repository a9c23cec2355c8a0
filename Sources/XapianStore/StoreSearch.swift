/// A question to a database: what to find, how to weigh and order it, and what else to note on the way.
public struct StoreSearch: Sendable {
  public var query: StoreQuery
  /// The first hits to leave out.
  public var offset = 0
  /// The most hits on the page; 0 for none, only counts.
  public var limit: Int
  /// Counts exactly up to this many matches; beyond it `StorePage.estimate` may be an estimate. `.max`: always exact.
  public var checkAtLeast = 0
  public var weighting = StoreWeighting.bm25()
  public var order = StoreOrder.relevance
  /// Among equals the document with the highest number comes first, instead of the lowest.
  public var isHighestDocumentFirst = false
  public var collapse: StoreCollapse?
  /// Hits that weigh less are left out.
  public var leastWeight = 0.0
  /// What to note of every match, before hits are collapsed.
  public var spies: [StoreSpy] = []
  /// All matching documents, in `StorePage.matches`. Of several or remote databases that takes a second search.
  public var collect = false
  /// The data of each hit, in `StoreHit.data`; saves a remote database a journey a hit.
  public var fetchesData = false
  /// After so many seconds Xapian stops counting: the hits are still the best, the bounds are wider.
  public var timeLimitSeconds: Double?
  /// Stops the search with `interrupted`. It is looked at with every match; of no effect where a database is remote.
  public var cancellation: StoreCancellation?

  public init(_ query: StoreQuery, limit: Int = 10) {
    self.query = query
    self.limit = limit
  }
}

/// How matches weigh.
public enum StoreWeighting: Hashable, Sendable {
  /// `minNormlen` is the least share of the average length that a short document counts with.
  case bm25(k1: Double = 1, k2: Double = 0, k3: Double = 1, b: Double = 0.5, minNormlen: Double = 0.5)
  /// BM25 with a lower bound (`delta`) on what a matching term weighs in a long document.
  case bm25Plus(
    k1: Double = 1, k2: Double = 0, k3: Double = 1, b: Double = 0.5, minNormlen: Double = 0.5, delta: Double = 1)
  /// All the same: 0.
  case boolean
  /// How many terms match.
  case coordination
  case traditional(k: Double = 1)
  /// Divergence from randomness.
  case pl2(c: Double = 1)
  case dph
}

/// What hits are sorted by. Values are compared as bytes, ascending unless `reverse`.
public enum StoreOrder: Hashable, Sendable {
  case relevance
  case value(slot: Int, reverse: Bool = false)
  case valueThenRelevance(slot: Int, reverse: Bool = false)
  case relevanceThenValue(slot: Int, reverse: Bool = false)
}

/// At most `limit` hits share a value in a slot, the best ones.
public struct StoreCollapse: Hashable, Sendable {
  public var slot: Int
  public var limit: Int

  public init(slot: Int, limit: Int = 1) {
    self.slot = slot
    self.limit = limit
  }
}

/// What can be noted of every match.
public enum StoreSpy: Hashable, Sendable {
  /// How many matches have each value of a slot. Runs on remote databases too.
  case valueCounts(slot: Int)
}

/// A part of the ranked hits, and counts over all matches.
public struct StorePage: Hashable, Sendable {
  /// In the order asked for.
  public var hits: [StoreHit] = []
  /// How many hits there are in all, after collapsing: at least, about, at most.
  public var lowerBound = 0
  public var estimate = 0
  public var upperBound = 0
  /// How many there would be without collapsing, about.
  public var uncollapsedEstimate = 0
  /// What the best of all hits weighs.
  public var greatestWeight = 0.0
  /// One for each `StoreSearch.spies`.
  public var valueCounts: [StoreValueCounts] = []
  /// All matching documents, ascending, if they were asked for.
  public var matches: [UInt32] = []

  /// Whether `estimate` is the very number.
  public var isExact: Bool { lowerBound == upperBound }

  public init() {}
}

/// One hit.
public struct StoreHit: Hashable, Sendable {
  public var document: UInt32
  public var weight: Double
  /// At least so many others share the collapse key; 0 says nothing.
  public var collapseCount: Int
  /// The value that it was sorted by; empty where hits are sorted by relevance alone.
  public var sortKey: [UInt8]
  /// The value that it was collapsed by; empty without collapsing.
  public var collapseKey: [UInt8]
  /// Empty unless it was asked for.
  public var data: [UInt8]

  public init(
    document: UInt32, weight: Double, collapseCount: Int = 0, sortKey: [UInt8] = [], collapseKey: [UInt8] = [],
    data: [UInt8] = []
  ) {
    self.document = document
    self.weight = weight
    self.collapseCount = collapseCount
    self.sortKey = sortKey
    self.collapseKey = collapseKey
    self.data = data
  }
}

/// The values of a slot among the matches.
public struct StoreValueCounts: Hashable, Sendable {
  /// The matches seen, those without a value included.
  public var total: Int
  /// In the order of the values' bytes.
  public var counts: [StoreValueCount]

  public init(total: Int, counts: [StoreValueCount]) {
    self.total = total
    self.counts = counts
  }
}

public struct StoreValueCount: Hashable, Sendable {
  public var value: [UInt8]
  public var count: Int

  public init(value: [UInt8], count: Int) {
    self.value = value
    self.count = count
  }
}
