import ArticleModel
import Glibc
import QueryLanguage
import Testing

@testable import NewsIndex

/// Of articles with the same words those come first where the words stand together.
struct NearnessTests {
  private func request(_ query: String, _ unit: IndexUnit = .article) -> SearchRequest {
    var request = SearchRequest(IndexQuery(query, unit: unit))
    request.limit = 0
    return request
  }

  private static let filling = String(repeating: "gravel ", count: 30)

  /// As long as each other, with the same words; what is newer comes first among equals.
  private static let articles = [
    MarkedArticle(
      "together", published: "2024-11-01", "The ferry strike goes on. \(filling)\n\nThe harbour waits. \(filling)"),
    MarkedArticle(
      "spread", published: "2024-11-03", "The ferry waits. \(filling)\n\nThe harbour strike goes on. \(filling)"),
    MarkedArticle(
      "far", published: "2024-11-02", "The strike goes. \(filling) The ferry waits.\n\nThe harbour \(filling)"),
    MarkedArticle("other", published: "2024-11-04", "The lighthouse keeper sleeps."),
  ]

  /// The end of a paragraph is near the beginning of the next one, and far from that of the one behind.
  @Test func paragraphsThatFollowEachOtherAreNear() throws {
    let index = try MarkedIndex([
      MarkedArticle("next", published: "2024-11-01", "\(Self.filling) A ferry.\n\nA strike.\n\nSand \(Self.filling)"),
      MarkedArticle("behind", published: "2024-11-02", "\(Self.filling) A ferry.\n\nSand.\n\nA strike \(Self.filling)"),
      MarkedArticle("other", published: "2024-11-04", "The lighthouse keeper sleeps."),
    ])
    #expect(try index.reader.search(request("ferry strike")).hits.map(\.articleID) == ["next", "behind"])
  }

  @Test(arguments: [
    ("ferry strike", ["together", "spread", "far"]), ("ferries or strikes", ["together", "spread", "far"]),
    // One word stands near nothing, and these two stand together in one article only.
    ("ferry", ["spread", "far", "together"]), ("harbour strike", ["spread", "far", "together"]),
    // A filter is no word.
    ("ferry date:2024", ["spread", "far", "together"]), ("ferry -lighthouse", ["spread", "far", "together"]),
  ])
  func wordsThatStandTogetherWeighMore(query: String, order: [String]) throws {
    let result = try MarkedIndex(Self.articles).reader.search(request(query))
    #expect(result.hits.map(\.articleID) == order)
    #expect(result.hits.map(\.score) == result.hits.map(\.score).sorted(by: >))
  }

  @Test func segmentsWeighByTheirWordsAlone() throws {
    let hits = try MarkedIndex(Self.articles).reader.search(request("ferry strike", .segment)).hits
    #expect(hits.map(\.nearness) == [0, 0])
  }

  @Test func anOrderByDateIsOneByDate() throws {
    var request = request("ferry strike")
    request.sort = .newest
    let hits = try MarkedIndex(Self.articles).reader.search(request).hits
    #expect(hits.map(\.articleID) == ["spread", "far", "together"])
    #expect(hits.map(\.nearness) == [0, 0, 0])
  }

  @Test func whatExplainShowsIsTheScore() throws {
    let explanation = try MarkedIndex(Self.articles).reader.explain(request("ferry strike"))
    let hit = try #require(explanation.hits.first)
    #expect(hit.terms.map(\.term) == ["ferry", "strike", "words within 25"])
    #expect(abs(hit.terms.reduce(0) { $0 + $1.weight } - hit.score) < 1e-9)
  }

  // MARK: Against the texts

  @Test func theGainIsThatOfTheBestWindow() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let articles = RandomCorpus.articles(Nearness.depth, &random)
    let (index, corpus) = (try MarkedIndex(articles), articles.map(\.annotated))
    for query in [["amber", "birch"], ["amber", "cedar", "birch"], ["cedar", "cedar", "amber"]] {
      for sign in [" ", " or "] {
        let result = try index.reader.search(request(query.joined(separator: sign)))
        for hit in result.hits {
          let expected = Self.gain(query, hit.articleID, corpus)
          #expect(abs(hit.nearness - expected) < 1e-9, "seed \(seed): \(query), \(sign), \(hit.articleID)")
        }
      }
    }
  }

  private static func gain(_ query: [String], _ id: String, _ corpus: [AnnotatedArticle]) -> Double {
    var text: [Int: String] = [:]
    var (end, wasHeld) = (0, true)
    for segment in corpus.filter({ $0.article.id == id }).flatMap(DirectDocument.segments) {
      let isHeld = segment.words.values.contains { word in query.contains { stem($0) == stem(word) } }
      if isHeld {
        if !wasHeld { end += Nearness.window }
        for (position, word) in segment.words { text[end + position] = word }
        end += segment.words.count
      }
      wasHeld = isHeld
    }
    let words = Set(query)
    let weights = Dictionary(
      uniqueKeysWithValues: words.map { word in
        let times = Double(query.filter { $0 == word }.count)
        return (word, Nearness.share * times * rarity(of: word, corpus))
      })
    return text.keys.map { start in
      let window = (start..<start + Nearness.window).compactMap { text[$0] }
      return words.filter { word in window.contains { stem($0) == stem(word) } }.reduce(0) { $0 + (weights[$1] ?? 0) }
    }.max() ?? 0
  }

  /// The forms of a word count as if each stood in articles without regard to the others.
  private static func rarity(of word: String, _ corpus: [AnnotatedArticle]) -> Double {
    let texts = corpus.map { Set(DirectDocument.split($0.article.text)) }
    var without = 1.0
    for form in Set(texts.joined().filter { stem($0) == stem(word) }) {
      without *= 1 - Double(texts.filter { $0.contains(form) }.count) / Double(texts.count)
    }
    let (count, found) = (Double(texts.count), Double(texts.count) * (1 - without))
    let odds = (count - found + 0.5) / (found + 0.5)
    return log(odds < 2 ? odds / 2 + 1 : odds)
  }

  private static func stem(_ word: String) -> Substring { word.hasSuffix("s") ? word.dropLast() : word[...] }

  // MARK: Pages

  @Test(arguments: ["amber or birch", "amber birch", "(amber or cedar) -flint"])
  func pagesPartTheListAlsoWhereTheLookEnds(query: String) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let index = try MarkedIndex(RandomCorpus.articles(90, &random))
    for collapse in [CollapseMode.none, .story] {
      var request = request(query)
      request.collapse = collapse
      let whole = try index.reader.search(request)
      #expect(whole.hits.map(\.score) == whole.hits.map(\.score).sorted(by: >), "seed \(seed)")
      request.limit = 7
      var pages: [SearchHit] = []
      while pages.count < whole.total {
        request.offset = pages.count
        let page = try index.reader.search(request)
        if page.hits.isEmpty { break }
        pages += page.hits
      }
      #expect(pages == whole.hits, "seed \(seed), \(collapse)")
    }
  }
}
