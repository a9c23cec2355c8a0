import ArticleModel
import FileAccess
import Testing

@testable import NewsIndex

/// Several shards, here or elsewhere, answer as one index does.
struct ShardTests {
  /// Where the shards of a test are.
  enum Places: String, CaseIterable {
    case local, ssh, mixed
  }

  /// One index of all articles, and readers of them in three shards.
  private struct Setting {
    let whole: MarkedIndex
    let shards: [MarkedIndex]
    let reader: IndexReader
    let servers: TCPShard?

    init(_ corpus: [MarkedArticle], _ places: Places) throws {
      _ = try ShardServers.fakeSSH.get()
      whole = try MarkedIndex(corpus)
      let cuts = [0, corpus.count / 4, corpus.count / 2, corpus.count]
      let shards = try (0..<3).map { try MarkedIndex(Array(corpus[cuts[$0]..<cuts[$0 + 1]])) }
      self.shards = shards
      let paths = shards.map(\.folder.path)
      switch places {
      case .local:
        servers = nil
        reader = try IndexReader(paths)
      case .ssh:
        servers = nil
        reader = try IndexReader(paths.enumerated().map { "ssh://desk@host-\($0.offset)\($0.element)" })
      case .mixed:
        let servers = try TCPShard(paths[2])
        self.servers = servers
        reader = try IndexReader([paths[0], "ssh://host:2222\(paths[1])", servers.location])
      }
    }
  }

  private static let facets =
    FacetField.allCases.map { FacetRequest(field: $0, limit: 0) } + [
      FacetRequest(field: .region, level: .country, limit: 1), FacetRequest(field: .date, level: .day, limit: 2),
    ]

  /// What is the same wherever a hit is stored. The last bits of a weight are not: a shard may add the weights of the
  /// words in another order.
  private func row(_ hit: SearchHit) -> String {
    var hit = hit
    hit.document = 0
    hit.score = (hit.score * 1e9).rounded() / 1e9
    return "\(hit)"
  }

  /// The same without the rank: of hits that weigh alike but for those bits any may come first.
  private func unranked(_ hits: [SearchHit]) -> [String] {
    hits.map { hit in
      var hit = hit
      hit.rank = 0
      return row(hit)
    }.sorted()
  }

  @Test(.enabled(if: ShardServers.areInstalled, "\(ShardServers.whatIsMissing)"), arguments: Places.allCases)
  func theyAnswerAsOneIndex(places: Places) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let setting = try Setting(RandomCorpus.articles(40, &random), places)
    for number in 0..<(places == .local ? 150 : 60) {
      let query = RandomQuery.text(&random)
      var request = SearchRequest(IndexQuery(query, unit: random.pick([nil] + IndexUnit.allCases)))
      request.limit = random.pick([0, 3])
      request.offset = random.pick([0, 0, 2])
      request.sort = random.pick(SearchOrder.allCases)
      request.collapse = random.pick([.none, .none, .article, .story])
      let isByWeight = request.sort == .relevance
      if isByWeight { (request.limit, request.offset, request.collapse) = (0, 0, .none) }
      if number % 2 == 0 { request.facets = Self.facets }
      let what: Comment = "seed \(seed), \(places): \(query) \(request)"
      let (one, many) = (try setting.whole.reader.search(request), try setting.reader.search(request))
      #expect(one.total == many.total, what)
      if isByWeight {
        #expect(unranked(one.hits) == unranked(many.hits), what)
        let pairs = zip(one.hits, many.hits)
        #expect(pairs.allSatisfy { abs($0.score - $1.score) < 1e-9 }, what)
      } else {
        #expect(one.hits.map(row) == many.hits.map(row), what)
      }
      #expect(one.facets == many.facets, what)
      #expect(one.notes == many.notes, what)
    }
  }

  @Test(.enabled(if: ShardServers.areInstalled, "\(ShardServers.whatIsMissing)"), arguments: Places.allCases)
  func everyQuestionHasTheSameAnswer(places: Places) throws {
    var random = SeededGenerator(seed: 11)
    let setting = try Setting(RandomCorpus.articles(40, &random), places)
    let (one, many) = (setting.whole.reader, setting.reader)
    for text in ["", "amber", "speaker:ada", "amber -birch", "title:cedar amber", "speaker:nobody"] {
      let query = IndexQuery(text)
      #expect(
        try one.facets(FacetsRequest(query, facets: Self.facets))
          == many.facets(FacetsRequest(query, facets: Self.facets)))
      var collapsed = FacetsRequest(query, facets: Self.facets)
      collapsed.collapse = .article
      #expect(try one.facets(collapsed) == many.facets(collapsed), "\(text)")
      #expect(try one.timeline(TimelineRequest(query)) == many.timeline(TimelineRequest(query)), "\(text)")
      var count = SearchRequest(query)
      count.isCountOnly = true
      #expect(try one.search(count).total == many.search(count).total)
      let (left, right) = (try one.explain(SearchRequest(query)), try many.explain(SearchRequest(query)))
      #expect(left.hits == right.hits, "\(text)")
      #expect(left.expansions == right.expansions)
      if places == .local {
        #expect(try one.articleIDs(matching: query) == many.articleIDs(matching: query), "\(text)")
      }
    }
    for field in ["speaker", "publisher", "region", "lang", "kind", "date"] {
      #expect(one.completions(field: field, prefix: "") == many.completions(field: field, prefix: ""))
    }
    for id in ["d3", "d12#1", "d39"] { #expect(try one.show(id) == many.show(id)) }
    #expect(throws: AskingError.notFound("d99")) { try many.show("d99") }
    var (left, right) = (try one.info(), try many.info())
    #expect(right.parts.count == 3)
    left.parts = []
    right.parts = []
    #expect(left == right)
  }

  /// Spellings that fold alike are one value, and what it is called does not depend on who came first.
  @Test func aNameIsCalledTheSameInWhateverOrderItsSpellingsCame() throws {
    let spellings = ["ADA ROTH", "Ada Roth", "ada roth", "Ada ROTH", "ADa Roth"].map {
      MarkedArticle($0, "{\($0)|“amber”}")
    }
    for order in [spellings, spellings.reversed(), Array(spellings[2...] + spellings[..<2])] {
      let shards = try [MarkedIndex([order[0], order[1]]), MarkedIndex(Array(order[2...]))]
      for reader in [try MarkedIndex(order).reader, try IndexReader(shards.map(\.folder.path))] {
        let request = FacetsRequest(IndexQuery("", unit: .statement), facets: [FacetRequest(field: .speaker)])
        #expect(try reader.facets(request).fields[0].values == [.init(value: "Ada Roth", count: 5)])
      }
    }
  }

  /// One headline does not rename all the others; where the spellings are about as common the better one is shown.
  @Test(arguments: [(9, "trade sources"), (2, "Trade Sources")])
  func aNameIsCalledAsMostHitsWriteIt(small: Int, name: String) throws {
    let articles =
      [MarkedArticle("a", "{Trade Sources|“amber”}")]
      + (0..<small).map { MarkedArticle("d\($0)", "{trade sources|“amber”}") }
    let shards = try [MarkedIndex(Array(articles[..<2])), MarkedIndex(Array(articles[2...]))]
    for reader in [try MarkedIndex(articles).reader, try IndexReader(shards.map(\.folder.path))] {
      let request = FacetsRequest(IndexQuery("", unit: .statement), facets: [FacetRequest(field: .speaker)])
      #expect(try reader.facets(request).fields[0].values == [.init(value: name, count: small + 1)])
    }
  }

  /// Three forms and more, unevenly spread: what Xapian estimates of them must not depend on the shard.
  @Test(arguments: [1, 2, 3, 1_846_441_332_231_715_865] as [UInt64])
  func aWordOfManyFormsWeighsTheSameInEveryShard(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let forms = ["sail", "sails", "sailed", "sailing", "anchor", "anchors", "anchored", "anchoring"]
    let corpus = (0..<120).map { number in
      let words = (0..<3 + random.below(9)).map { _ in random.pick(Array(forms[..<(number < 40 ? 3 : 8)])) }
      return MarkedArticle("d\(number)", words.joined(separator: " "))
    }
    let setting = try Setting(corpus, .local)
    for query in ["sail", "sailed anchors", "sailing -anchor", "anchor* sails", "(sails or anchoring) anchored"] {
      var request = SearchRequest(IndexQuery(query))
      request.limit = 0
      let (one, many) = (try setting.whole.reader.search(request), try setting.reader.search(request))
      let (left, right) = (weights(one.hits), weights(many.hits))
      #expect(left.keys.sorted() == right.keys.sorted(), "seed \(seed): \(query)")
      let others = left.filter { abs($0.value - (right[$0.key] ?? 0)) > 1e-9 }
      #expect(others.isEmpty, "seed \(seed): \(query): \(right.filter { others[$0.key] != nil })")
    }
  }

  private func weights(_ hits: [SearchHit]) -> [String: Double] {
    Dictionary(uniqueKeysWithValues: hits.map { ($0.id, $0.score) })
  }

  @Test(.enabled(if: ShardServers.areInstalled, "\(ShardServers.whatIsMissing)"))
  func formsOfAWordAreFoundInRemoteShards() throws {
    _ = try ShardServers.fakeSSH.get()
    let corpus = [MarkedArticle("a", "The ferries sail."), MarkedArticle("b", "A ferry sails.")]
    let setting = try Setting(corpus + corpus, .ssh)
    var request = SearchRequest(IndexQuery("ferry sailing"))
    request.limit = 0
    #expect(try setting.reader.search(request).hits.map(\.articleID).sorted() == ["a", "a", "b", "b"])
  }

  @Test(.enabled(if: ShardServers.areInstalled, "\(ShardServers.whatIsMissing)"))
  func whatAWriterCommitsIsSeenAfterARefresh() throws {
    _ = try ShardServers.fakeSSH.get()
    let index = try MarkedIndex([MarkedArticle("a", "amber")])
    let reader = try IndexReader(["ssh://host\(index.folder.path)"])
    let more = [MarkedArticle("b", "amber birch").annotated]
    _ = try Indexer.index(IndexingInput(more), into: index.folder.path, options: IndexingOptions())
    #expect(try reader.refresh())
    #expect(try reader.search(SearchRequest(IndexQuery("amber"))).total == 2)
  }
}
