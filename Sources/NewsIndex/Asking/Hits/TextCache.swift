import ArticleModel
import XapianStore

/// The articles of the newest hits: hits of one page often share them.
final class TextCache {
  private static let capacity = 64
  /// Hits whose articles are fetched together.
  static let page = 32
  private var articles: [ArticleKey: AnnotatedArticle] = [:]

  func removeAll() { articles.removeAll() }

  /// Fetches all stored versions of several articles in one search; for servers, where every document alone is a
  /// journey.
  ///
  /// - Returns: The versions by the hash of the article's id.
  func fetch(articles hashes: Set<UInt64>, in unit: OpenUnit) throws -> [UInt64: [ArticleKey]] {
    var versions: [UInt64: [ArticleKey]] = [:]
    if hashes.isEmpty { return versions }
    if articles.count + hashes.count > Self.capacity { articles.removeAll(keepingCapacity: true) }
    let prefixes = hashes.sorted().map { IndexTerms.beginning(ofKeysOf: $0, .article) }
    var search = StoreSearch(.disjunction(prefixes.map { .wildcard(prefix: $0, limit: 0) }), limit: Int(UInt32.max))
    search.weighting = .boolean
    search.fetchesData = true
    for hit in try unit.database.search(search).hits {
      let annotated = try ArticleRecord(decoding: hit.data).annotated
      let key = ArticleKey(annotated.article)
      articles[key] = annotated
      if versions[key.idHash]?.contains(key) != true { versions[key.idHash, default: []].append(key) }
    }
    return versions
  }

  /// The version with a key; `nil` where the index lacks it.
  func article(_ key: ArticleKey, in unit: OpenUnit) throws -> AnnotatedArticle? {
    if let known = articles[key] { return known }
    guard let document = try unit.database.postings(of: IndexTerms.version(key)).last else { return nil }
    let annotated = try ArticleRecord(decoding: unit.database.data(of: document)).annotated
    if articles.count >= Self.capacity { articles.removeAll(keepingCapacity: true) }
    articles[key] = annotated
    return annotated
  }
}
