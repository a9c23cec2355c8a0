import ArticleModel
import QueryLanguage
import Testing
import XapianStore

@testable import NewsIndex

/// The page that is made from posting lists is the one that Xapian's search gives.
struct RankingTests {
  @Test func thePageIsXapians() throws {
    let seed = UInt64.random(in: 0 ..< .max)
    var random = SeededGenerator(seed: seed)
    let corpus = RandomCorpus.articles(60, &random)
    let whole = try MarkedIndex(corpus)
    let (left, right) = (try MarkedIndex(Array(corpus[..<23])), try MarkedIndex(Array(corpus[23...])))
    for reader in [whole.reader, try IndexReader([left.folder.path, right.folder.path])] {
      var ranked = 0
      for _ in 0..<150 {
        let query = IndexQuery(RandomQuery.text(&random), unit: random.pick(IndexUnit.allCases))
        guard let prepared = try? reader.prepare(query), prepared.weighs,
          let walked = try prepared.unit.walk(prepared.query)
        else { continue }
        var search = StoreSearch(try prepared.unit.counting(prepared.query), limit: random.pick([1, 3, 10, 1000]))
        search.offset = random.pick([0, 0, 2, 50])
        search.weighting = Ranking().weighting
        search.order = .relevanceThenValue(slot: ValueSlot.newestFirst.rawValue)
        search.checkAtLeast = .max
        let page = try prepared.unit.page(search, among: walked)
        let expected = try prepared.unit.database.search(search)
        let note: Comment = "seed \(seed): \(prepared.unit.unit) \(query.text)"
        let isCut = search.offset > 0 || expected.hits.count == search.limit
        #expect(isSamePage(page.hits, expected.hits, isCut: isCut), note)
        for (hit, other) in zip(page.hits, expected.hits) { #expect(abs(hit.weight - other.weight) < 1e-9, note) }
        #expect(page.estimate == expected.estimate, note)
        ranked += walked.isEmpty ? 0 : 1
      }
      #expect(ranked > 15, "seed \(seed)")
    }
  }

  /// Whether two pages hold the same documents in the same order, but for those whose weights differ by no more than what adding
  /// in another order does: of these Xapian may have either first.
  ///
  /// - Parameter isCut: Whether more of one weight may stand before the page or behind it.
  private func isSamePage(_ page: [StoreHit], _ other: [StoreHit], isCut: Bool) -> Bool {
    guard page.count == other.count else { return false }
    var first = 0
    while first < other.count {
      var end = first + 1
      while end < other.count, abs(other[end].weight - other[end - 1].weight) < 1e-9 { end += 1 }
      let (own, others) = (page[first..<end], other[first..<end])
      let isAtEdge = isCut && (first == 0 || end == other.count)
      let isTie = Set(own.map(\.weight)).count == 1 && Set(others.map(\.weight)).count == 1
      let isSame =
        isTie
        ? own.map(\.document) == others.map(\.document)
        : isAtEdge || Set(own.map(\.document)) == Set(others.map(\.document))
      guard isSame else { return false }
      first = end
    }
    return true
  }

  @Test func theBestAreThoseThatSortingPutsFirst() {
    let seed = UInt64.random(in: 0 ..< .max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let weights = (0..<(1 + random.below(60))).map { _ in Double(random.below(12)) }
      let count = 1 + random.below(weights.count)
      let best = BestPlaces(of: weights, count: count)
      let least = weights.sorted(by: >)[count - 1]
      #expect(best.places == weights.indices.filter { weights[$0] >= least }, "seed \(seed): \(weights), \(count)")
      #expect(best.greatest == weights.max(), "seed \(seed)")
    }
  }
}
