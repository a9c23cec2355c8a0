import ArticleModel
import Testing

@testable import NewsIndex

/// Facets equal a count over the hits.
struct FacetTests {
  /// The values that a document counts for, taken from the article and not from the index.
  private func values(_ document: DirectDocument, _ facet: FacetRequest) -> Set<String> {
    switch facet.field {
    case .speaker: return Set([document.statement?.speaker?.name].compactMap { $0 })
    case .kind: return [document.kind]
    case .publisher: return Set([document.publisher].compactMap { $0 })
    case .about: return Set(document.names)
    case .organisation: return Set(document.organisations)
    case .region:
      let ids = document.regions.filter { facet.level == nil || (facet.level == .country) == !$0.contains("-") }
      return Set(ids.map { ["UA": "Ukraine", "UA-65": "Kherson", "SE": "Sweden"][$0] ?? $0 })
    case .date:
      let day = document.date?.firstDay?.description
      let length = facet.level == .day ? 10 : facet.level == .year ? 4 : 7
      return Set([day.map { String($0.prefix(length)) }].compactMap { $0 })
    }
  }

  private func count(_ documents: [DirectDocument], _ facet: FacetRequest) -> FacetCounts {
    var counts: [String: Int] = [:]
    var unknown = 0
    for document in documents {
      let values = values(document, facet)
      if values.isEmpty { unknown += 1 }
      for value in values { counts[value, default: 0] += 1 }
    }
    let sorted = counts.sorted { left, right in
      left.value != right.value ? left.value > right.value : left.key < right.key
    }
    let listed = facet.limit == 0 ? sorted[...] : sorted.prefix(facet.limit)
    return FacetCounts(
      name: facet.name, field: facet.field, values: listed.map { .init(value: $0.key, count: $0.value) },
      other: sorted.dropFirst(listed.count).reduce(0) { $0 + $1.value }, unknown: unknown, distinct: sorted.count)
  }

  private let requests = [
    FacetRequest(field: .speaker, limit: 2), FacetRequest(field: .region),
    FacetRequest(field: .region, level: .country),
    FacetRequest(field: .region, level: .subdivision, limit: 1), FacetRequest(field: .date, level: .day, limit: 0),
    FacetRequest(field: .date), FacetRequest(field: .date, level: .year), FacetRequest(field: .publisher),
    FacetRequest(field: .kind), FacetRequest(field: .about, limit: 1), FacetRequest(field: .organisation),
  ]

  @Test(arguments: [IndexUnit.segment, .statement])
  func facetsEqualACountOverTheTexts(unit: IndexUnit) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let corpus = RandomCorpus.articles(40, &random)
    let index = try MarkedIndex(corpus)
    let documents = DirectDocument.all(corpus.map(\.annotated), unit)
    for _ in 0..<60 {
      let query = RandomQuery.text(&random, ofStatements: unit == .statement)
      let found = Set(index.ids(query, unit: unit).split(separator: " ").map(String.init))
      let hits = documents.filter { found.contains($0.id) }
      let result = try index.reader.facets(FacetsRequest(IndexQuery(query, unit: unit), facets: requests))
      #expect(result.total == hits.count, "seed \(seed): \(query)")
      for (facet, counts) in zip(requests, result.fields) {
        var counts = counts
        for index in counts.values.indices { counts.values[index].id = nil }
        #expect(counts == count(hits, facet), "seed \(seed): \(facet.name) of \(query)")
      }
    }
  }

  @Test func collapsedFacetsCountWhatIsShown() throws {
    var random = SeededGenerator(seed: 5)
    let corpus = RandomCorpus.articles(30, &random)
    let index = try MarkedIndex(corpus)
    let documents = DirectDocument.all(corpus.map(\.annotated), .segment)
    for query in ["", "amber", "cedar or flint", "-birch"] {
      var request = SearchRequest(IndexQuery(query, unit: .segment))
      (request.limit, request.collapse, request.facets) = (0, .article, requests)
      let result = try index.reader.search(request)
      #expect(result.total == result.hits.count)
      #expect(Set(result.hits.map(\.articleID)).count == result.hits.count)
      let shown = documents.filter { document in result.hits.contains { $0.id == document.id } }
      for (facet, counts) in zip(requests, result.facets?.fields ?? []) {
        var counts = counts
        for index in counts.values.indices { counts.values[index].id = nil }
        #expect(counts == count(shown, facet), "\(facet.name) of \(query)")
      }
      let all = index.ids(query, unit: .segment).split(separator: " ")
      #expect(result.hits.reduce(0) { $0 + 1 + $1.collapsed } == all.count)
    }
  }

  @Test func theOrderIsByCountThenValue() throws {
    let index = try MarkedIndex([
      MarkedArticle("a", "{B|x} {A|x} {C|x} {C|x} {?|x}")
    ])
    let result = try index.reader.facets(
      FacetsRequest(IndexQuery("", unit: .statement), facets: [FacetRequest(field: .speaker, limit: 2)]))
    #expect(result.fields[0].values.map { "\($0.value) \($0.count)" } == ["C 2", "A 1"])
    #expect((result.fields[0].other, result.fields[0].unknown, result.fields[0].distinct) == (1, 1, 3))
  }
}
