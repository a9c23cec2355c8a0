import ArticleModel
import FileAccess
import Testing
import XapianStore

@testable import NewsIndex

/// What was superseded or removed stays in the tables of statements and segments, and nothing finds it.
struct DeadVersionTests {
  private let folder: TemporaryFolder
  private let fresh: TemporaryFolder

  /// An index with a history, and one of the same articles without.
  init() throws {
    (folder, fresh) = (try TemporaryFolder(), try TemporaryFolder())
    var options = IndexingOptions()
    options.batchSize = 60
    let first = (0..<40).map { MadeArticles.article($0) }
    let second = (10..<30).map { MadeArticles.article($0, version: 1) }
    for articles in [first, second, Array(first[15..<20])] {
      _ = try Indexer.index(IndexingInput(articles), into: folder.path, options: options)
    }
    try Indexer.remove(articles: (35..<40).map { "made-\($0)" }, from: folder.path)
    let last = Array(first[..<10]) + second[..<5] + first[15..<20] + second[10...] + first[30..<35]
    _ = try Indexer.index(IndexingInput(Array(last)), into: fresh.path, options: options)
  }

  private func dead(_ path: String, _ unit: IndexUnit) throws -> DeadVersions {
    let database = try StoreDatabase(path: IndexLayout(path).holdCurrent().path(unit))
    return try DeadVersions(decoding: try database.metadata(DeadVersions.key))
  }

  @Test(arguments: IndexUnit.allCases) func everyQuestionLeavesThemOut(unit: IndexUnit) throws {
    let (grown, bulk) = (try IndexReader([folder.path]), try IndexReader([fresh.path]))
    let queries = [
      "", "harbour", "\"harbour storm\"", "harbour near/5 storm", "-storm", "region:sweden", "date:2022..", "clos*",
      "article:made-17", "id:made-17#1 or id:made-12#1", "speaker:any", "mentions:2024-05 or budget",
    ]
    for query in queries {
      for sort in [SearchOrder.relevance, .newest] {
        var request = SearchRequest(IndexQuery(query, unit: unit))
        (request.limit, request.sort) = (0, sort)
        guard let expected = try? bulk.search(request) else { continue }
        let found = try grown.search(request)
        #expect(found.total == expected.total, "\(query)")
        #expect(Set(found.hits.map(\.id)) == Set(expected.hits.map(\.id)), "\(query)")
      }
      let facets = FacetsRequest(
        IndexQuery(query, unit: unit), facets: [FacetRequest(field: .region), FacetRequest(field: .publisher)])
      let counts = (try? grown.facets(facets), try? bulk.facets(facets))
      #expect(counts.0 == counts.1, "\(query)")
    }
    #expect(try grown.info().segments == bulk.info().segments)
    #expect(try grown.info().statementsWithSpeaker == bulk.info().statementsWithSpeaker)
  }

  @Test func aVersionThatComesBackLivesAgain() throws {
    let key = ArticleKey(MadeArticles.article(17).article)
    let dead = try dead(folder.path, .segment)
    #expect(dead.pointer(key) == "K\(key)~1")
    #expect(dead.pointers.contains("K\(key)"))
    #expect(try Indexer.verify(folder.path).problems == [])
    #expect(try IndexContents(folder.path).documents == IndexContents(fresh.path).documents)
  }

  @Test func compactionTakesThemOut() throws {
    let before = try IndexContents(folder.path).documents
    #expect(try !dead(folder.path, .segment).isEmpty && !dead(folder.path, .statement).isEmpty)
    try Indexer.compact(folder.path)
    #expect(try dead(folder.path, .segment).isEmpty && dead(folder.path, .statement).isEmpty)
    let path = try IndexLayout(folder.path).holdCurrent().path(.segment)
    #expect(try StoreDatabase(path: path).documentCount == before[.segment]?.count)
    #expect(try IndexContents(folder.path).documents == before)
    #expect(try Files.list(folder.path) == ["current", "gen-2", "lock"])
  }

  @Test(arguments: UInt64(1)...20) func theListComesBackAsItWas(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var versions = DeadVersions()
    let keys = (0..<random.below(6)).map { _ in ArticleKey(idHash: random.next(), contentHash: random.next()) }
    for key in keys + keys.filter({ _ in random.chance(30) }) { versions.add(key, documents: 1 + random.below(9)) }
    let bytes = versions.encode()
    #expect(try DeadVersions(decoding: bytes) == versions, "seed \(seed)")
    for length in bytes.indices.dropFirst() { _ = try? DeadVersions(decoding: Array(bytes[..<length])) }
  }
}
