import Testing
import XapianStore

/// Order, pages, collapsing, counting, stopping.
@Suite struct SearchTests {
  let scratch: Scratch
  let database: StoreDatabase

  init() throws {
    scratch = try Scratch()
    try makeDatabase(
      scratch("db"),
      [
        StoreDocument("storm storm storm warning", values: [0: [3], 1: [1]], data: "a"),
        StoreDocument("storm warning for the coast today", values: [0: [1], 1: [2]], data: "b"),
        StoreDocument("storm", values: [0: [2], 1: [1]], data: "c"),
        StoreDocument("calm seas", values: [0: [4], 1: [3]], data: "d"),
        StoreDocument("storm over calm seas and much else besides", values: [0: [2]], data: "e"),
      ])
    database = try StoreDatabase(path: scratch("db"))
  }

  func ranked(_ query: StoreQuery = .term("storm"), _ change: (inout StoreSearch) -> Void = { _ in }) throws -> [UInt32]
  {
    var search = StoreSearch(query)
    change(&search)
    return try database.search(search).hits.map(\.document)
  }

  @Test func relevanceRanksByFrequencyAndLength() throws {
    #expect(try ranked() == [1, 3, 2, 5])
    let page = try database.search(StoreSearch(.term("storm")))
    #expect(page.hits.map(\.weight) == page.hits.map(\.weight).sorted(by: >))
    #expect(page.greatestWeight == page.hits[0].weight)
    #expect(page.hits.allSatisfy { $0.sortKey.isEmpty && $0.collapseKey.isEmpty && $0.data.isEmpty })
  }

  @Test func weightings() throws {
    #expect(try ranked { $0.weighting = .boolean } == [1, 2, 3, 5])
    #expect(try ranked { $0.weighting = .bm25(k1: 1, b: 0) } == [1, 2, 3, 5])
    #expect(try ranked { $0.weighting = .bm25(k1: 1.2, b: 1, minNormlen: 0) }.first == 3)
    #expect(try ranked { $0.weighting = .bm25Plus(b: 1) }.last == 5)
    #expect(try ranked { $0.weighting = .coordination } == [1, 2, 3, 5])
    for weighting: StoreWeighting in [.traditional(), .pl2(), .dph] {
      #expect(Set(try ranked { $0.weighting = weighting }) == [1, 2, 3, 5])
    }
    let either = StoreQuery.or([.term("storm"), .term("warning")])
    var search = StoreSearch(either)
    search.weighting = .coordination
    #expect(try database.search(search).hits.map(\.weight) == [2, 2, 1, 1])
  }

  @Test func valuesOrder() throws {
    #expect(try ranked { $0.order = .value(slot: 0) } == [2, 3, 5, 1])
    #expect(try ranked { $0.order = .value(slot: 0, reverse: true) } == [1, 3, 5, 2])
    #expect(
      try ranked {
        $0.order = .value(slot: 0)
        $0.isHighestDocumentFirst = true
      } == [2, 5, 3, 1])
    #expect(try ranked { $0.order = .valueThenRelevance(slot: 1, reverse: true) } == [2, 1, 3, 5])
    #expect(
      try ranked {
        $0.order = .relevanceThenValue(slot: 0)
        $0.weighting = .boolean
      } == [2, 3, 5, 1])
    var search = StoreSearch(.term("storm"))
    search.order = .value(slot: 0)
    #expect(try database.search(search).hits.map(\.sortKey) == [[1], [2], [2], [3]])
  }

  @Test func pages() throws {
    #expect(try ranked { $0.limit = 2 } == [1, 3])
    #expect(try ranked { $0.offset = 2 } == [2, 5])
    #expect(try ranked { $0.offset = 4 } == [])
    #expect(try ranked { $0.offset = .max } == [])
    #expect(try ranked { $0.limit = .max } == [1, 3, 2, 5])
    var search = StoreSearch(.term("storm"), limit: 0)
    search.checkAtLeast = .max
    let page = try database.search(search)
    #expect(page.hits.isEmpty)
    #expect(page.estimate == 4 && page.isExact)
  }

  @Test func collapsingKeepsTheBestOfEachKey() throws {
    var search = StoreSearch(.term("storm"))
    search.collapse = StoreCollapse(slot: 1)
    search.collect = true
    let page = try database.search(search)
    // Document 5 has no value there: it stands for itself.
    #expect(page.hits.map(\.document) == [1, 2, 5])
    #expect(page.hits.map(\.collapseKey) == [[1], [2], []])
    #expect(page.hits.map(\.collapseCount) == [1, 0, 0])
    // Collected before collapsing.
    #expect(page.matches == [1, 2, 3, 5])
    search.collapse = StoreCollapse(slot: 1, limit: 2)
    #expect(try database.search(search).hits.count == 4)
  }

  @Test func valuesAreCounted() throws {
    var search = StoreSearch(.term("storm"), limit: 1)
    search.spies = [.valueCounts(slot: 1), .valueCounts(slot: 0), .valueCounts(slot: 9)]
    let page = try database.search(search)
    #expect(page.hits.count == 1)
    #expect(page.valueCounts.map(\.total) == [4, 4, 4])
    #expect(
      page.valueCounts[0].counts == [StoreValueCount(value: [1], count: 2), StoreValueCount(value: [2], count: 1)])
    #expect(page.valueCounts[1].counts.map(\.count) == [1, 2, 1])
    #expect(page.valueCounts[2].counts.isEmpty)
  }

  @Test func theDataComesAlong() throws {
    var search = StoreSearch(.term("storm"))
    search.fetchesData = true
    #expect(try database.search(search).hits.map { text($0.data) } == ["a", "c", "b", "e"])
    // Xapian's own way to fetch a page crashes on any but the first.
    for offset in 1...5 {
      search.offset = offset
      #expect(try database.search(search).hits.map { text($0.data) } == Array(["a", "c", "b", "e"].dropFirst(offset)))
    }
  }

  @Test func lightHitsAreLeftOut() throws {
    let weights = try database.search(StoreSearch(.term("storm"))).hits.map(\.weight)
    #expect(try ranked { $0.leastWeight = weights[1] } == [1, 3])
  }

  @Test func everyMatchIsVisited() throws {
    var seen: [UInt32: Double] = [:]
    let page = try database.search(StoreSearch(.term("storm"), limit: 10)) { document, weight in
      seen[document] = weight
      return true
    }
    #expect(seen == Dictionary(uniqueKeysWithValues: page.hits.map { ($0.document, $0.weight) }))
    var visits = 0
    let error = failure {
      try database.search(StoreSearch(.all)) { _, _ in
        visits += 1
        return visits < 3
      }
    }
    #expect(error?.code == .interrupted)
    #expect(visits == 3)
  }

  @Test func aSearchCanBeCancelled() throws {
    let told = try #require(StoreCancellation())
    #expect(try ranked { $0.cancellation = told }.count == 4)
    told.cancel()
    #expect(told.isCancelled)
    #expect(failure { try ranked { $0.cancellation = told } }?.code == .interrupted)
    let late = try #require(StoreCancellation(afterSeconds: 0))
    #expect(failure { try ranked { $0.cancellation = late } }?.code == .interrupted)
    let inTime = try #require(StoreCancellation(afterSeconds: 3_600))
    #expect(try ranked { $0.cancellation = inTime }.count == 4)
    #expect(!inTime.isCancelled)
  }

  @Test func aTimeLimitOnlyWidensTheBounds() throws {
    #expect(
      try ranked {
        $0.timeLimitSeconds = 10
        $0.checkAtLeast = .max
      } == [1, 3, 2, 5])
  }

  @Test func theWeightIsTheSumOfItsParts() throws {
    let query = StoreQuery.filter(
      .or([
        .term("storm"), .scale(.and([.term("warning", wqf: 2), .term("coast")]), 0.5),
        .wildcard(prefix: "to", limit: 9),
      ]),
      .term("the"))
    let hit = try #require(try database.search(StoreSearch(query)).hits.first)
    #expect(hit.document == 2)
    let parts = try database.explainWeights(of: query, in: 2)
    #expect(parts.map(\.term) == ["storm", "warning", "coast", "to*"])
    #expect(abs(parts.reduce(0) { $0 + $1.weight } - hit.weight) < 1e-9)
    #expect(try database.explainWeights(of: query, in: 4).isEmpty)
  }

  @Test func expansionFindsWhatTellsDocumentsApart() throws {
    let terms = try StoreExpand.terms(of: [4, 5], in: database, limit: 3)
    #expect(Set(terms.prefix(2).map(\.term)) == ["calm", "seas"])
    #expect(terms.map(\.weight) == terms.map(\.weight).sorted(by: >))
    let others = try StoreExpand.terms(of: [4, 5], in: database, prefix: "s", limit: 9, without: .term("storm"))
    #expect(others.map(\.term) == ["seas"])
    #expect(try StoreExpand.terms(of: [], in: database, limit: 3).isEmpty)
  }

  @Test func queriesAreDescribed() throws {
    #expect(try database.describe(.none) == "Query()")
    #expect(try database.describe(.all) == "Query(<alldocuments>)")
    #expect(try database.describe(.and([.term("a"), .term("b", wqf: 2)])) == "Query((a AND b#2))")
    #expect(try database.describe(.documents([1, 3])) == "Query(PostingSource(documents(2)))")
  }
}
