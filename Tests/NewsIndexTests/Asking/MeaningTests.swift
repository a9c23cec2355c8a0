import ArticleModel
import QueryLanguage
import Testing
import XapianStore

@testable import NewsIndex

/// Random queries over random small corpora: the index gives what the tree means, said without an index.
struct MeaningTests {
  private static func seed() -> UInt64 { UInt64.random(in: 0...UInt64.max) }

  private func tree(_ query: String) -> QueryTree? {
    let parsed = QueryParser.parse(query, fields: QueryField.all)
    return parsed.diagnostics.isEmpty ? parsed.tree : nil
  }

  /// Refused where it is lifted: see `Lowering.lifted`.
  private func isTooWide(_ query: String) -> Bool { tree(query)?.ways(atMost: 64) == nil }

  @Test(arguments: [IndexUnit.segment, .statement])
  func searchFindsWhatTheTreeMeans(unit: IndexUnit) throws {
    let seed = Self.seed()
    var random = SeededGenerator(seed: seed)
    for _ in 0..<4 {
      let corpus = RandomCorpus.articles(20, &random)
      let index = try MarkedIndex(corpus)
      let documents = DirectDocument.all(corpus.map(\.annotated), unit)
      for _ in 0..<120 {
        let query = RandomQuery.text(&random, ofStatements: unit == .statement)
        guard let tree = tree(query) else {
          Issue.record("seed \(seed): \(query) is no query")
          continue
        }
        let expected = documents.filter { $0.matches(tree) }.map(\.id).sorted().joined(separator: " ")
        #expect(index.ids(query, unit: unit) == expected, "seed \(seed): \(query)")
      }
    }
  }

  /// With and without fields of statements, which bind to one statement of the segment or article.
  @Test(arguments: [IndexUnit.segment, .article])
  func largerUnitsFindWhatTheTreeMeans(unit: IndexUnit) throws {
    let seed = Self.seed()
    var random = SeededGenerator(seed: seed)
    var (answers, hits) = (0, 0)
    for _ in 0..<4 {
      let corpus = RandomCorpus.articles(20, &random)
      let index = try MarkedIndex(corpus)
      let documents = DirectWhole.all(corpus.map(\.annotated), unit)
      for _ in 0..<120 {
        let query = RandomQuery.text(&random, ofStatements: random.chance(80))
        guard let tree = tree(query) else {
          Issue.record("seed \(seed): \(query) is no query")
          continue
        }
        let expected = documents.filter { $0.matches(tree) }.map(\.id).sorted().joined(separator: " ")
        let found = index.ids(query, unit: unit)
        if found == "1 too-many-ways" { continue }
        (answers, hits) = (answers + 1, hits + (expected.isEmpty ? 0 : 1))
        #expect(found == expected, "seed \(seed): \(query)")
      }
    }
    #expect(answers > 300 && hits > 100, "seed \(seed)")
  }

  @Test func anyWordIsEnoughWhereTheModeSaysSo() throws {
    let seed = Self.seed()
    var random = SeededGenerator(seed: seed)
    let corpus = RandomCorpus.articles(30, &random)
    let index = try MarkedIndex(corpus)
    for unit in [IndexUnit.segment, .article] {
      let documents = DirectWhole.all(corpus.map(\.annotated), unit)
      for _ in 0..<60 {
        let query = RandomQuery.text(&random, ofStatements: false)
        let parsed = QueryParser.parse(query, fields: QueryField.all, options: QueryParser.Options(matchesAny: true))
        let expected = documents.filter { $0.matches(parsed.tree) }.map(\.id).sorted().joined(separator: " ")
        #expect(index.ids(query, unit: unit, match: .any) == expected, "seed \(seed): \(query)")
      }
    }
  }

  /// `speaker:a said:b` and the like, asked of articles: one statement has all of it, or the article is no hit.
  @Test func conditionsOnAStatementNeverJoinTwo() throws {
    let seed = Self.seed()
    var random = SeededGenerator(seed: seed)
    let fields = [
      "speaker:ada", "speaker:boyd", "speaker:\"ada boyd\"", "speaker:unknown", "kind:direct", "kind:indirect",
      "said:amber", "said:birch", "said:\"amber birch\"", "said:(cedar near/2 flint)", "date:2024-11", "date:2023",
      "region:ukraine", "about:harbour", "conf:>0.6", "said-on:2024-11", "-said:ember", "-region:SE", "-speaker:ames",
    ]
    for _ in 0..<3 {
      let corpus = RandomCorpus.articles(25, &random)
      let index = try MarkedIndex(corpus)
      let documents = DirectDocument.all(corpus.map(\.annotated), .statement)
      for _ in 0..<80 {
        let query = ([random.pick(Array(fields[..<14]))] + (0..<1 + random.below(3)).map { _ in random.pick(fields) })
          .joined(separator: " ")
        guard let tree = tree(query), tree.asksStatements else { continue }
        let hasPositive = tree.ways(atMost: 64)?.first?.contains { !$0.isNegation && $0.isOfStatements } ?? false
        guard hasPositive else { continue }
        let found = Set(documents.filter { $0.matches(tree) }.map { String($0.id.prefix { $0 != "#" }) })
        #expect(
          index.ids(query, unit: .article) == found.sorted().joined(separator: " "), "seed \(seed): \(query)")
      }
    }
  }

  @Test func aWalkEqualsTheMatcher() throws {
    let seed = Self.seed()
    var random = SeededGenerator(seed: seed)
    let index = try MarkedIndex(RandomCorpus.articles(60, &random))
    var walks = 0
    for _ in 0..<200 {
      let query = RandomQuery.text(&random)
      let unit = random.pick(IndexUnit.allCases)
      guard !isTooWide(query) else { continue }
      let prepared = try index.reader.prepare(IndexQuery(query, unit: unit))
      guard let walked = try prepared.unit.database.walk(prepared.query) else { continue }
      walks += 1
      var search = StoreSearch(prepared.query, limit: 0)
      search.collect = true
      #expect(try prepared.unit.database.search(search).matches == walked, "seed \(seed): \(unit) \(query)")
    }
    #expect(walks > 20, "seed \(seed)")
  }

  @Test func twoIndexesAskedAsOneEqualOneIndex() throws {
    let seed = Self.seed()
    var random = SeededGenerator(seed: seed)
    let corpus = RandomCorpus.articles(30, &random)
    let whole = try MarkedIndex(corpus)
    let (left, right) = (try MarkedIndex(Array(corpus[..<11])), try MarkedIndex(Array(corpus[11...])))
    let both = try IndexReader([left.folder.path, right.folder.path])
    for _ in 0..<150 {
      let query = RandomQuery.text(&random)
      let unit = random.pick(IndexUnit.allCases)
      guard !isTooWide(query) else { continue }
      var request = SearchRequest(IndexQuery(query, unit: unit))
      (request.limit, request.wantsNotes) = (0, false)
      request.facets = FacetField.allCases.map { FacetRequest(field: $0, limit: 0) }
      let (one, two) = (try whole.reader.search(request), try both.search(request))
      #expect(one.hits.map(\.id).sorted() == two.hits.map(\.id).sorted(), "seed \(seed): \(unit) \(query)")
      #expect(one.facets == two.facets, "seed \(seed): \(unit) \(query)")
    }
  }
}
