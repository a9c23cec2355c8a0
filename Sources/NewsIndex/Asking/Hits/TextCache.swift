import ArticleModel
import XapianStore

/// The articles of the newest hits: hits of one page often share them, and the next question often finds them again.
/// Unpacking one takes longer than finding it.
final class TextCache {
  /// Bytes of text kept; with what was found in them articles take some three times as much.
  private static let capacity = 8 << 20
  /// Hits whose articles are fetched together.
  static let page = 32
  private var articles: [ArticleKey: AnnotatedArticle] = [:]
  private var bytes = 0

  func removeAll() {
    articles.removeAll()
    bytes = 0
  }

  /// All are forgotten where there is no room: what is asked for again comes back.
  private func keep(_ annotated: AnnotatedArticle, _ key: ArticleKey) {
    // An empty text has a title, a place and a source too.
    let size = 512 + annotated.article.text.utf8.count
    if bytes + size > Self.capacity { removeAll() }
    bytes += size
    articles[key] = annotated
  }

  /// Fetches all stored versions of several articles in one search; for servers, where every document alone is a
  /// journey.
  ///
  /// - Returns: The versions by the hash of the article's id.
  func fetch(articles hashes: Set<UInt64>, in unit: OpenUnit) throws -> [UInt64: [ArticleKey]] {
    var versions: [UInt64: [ArticleKey]] = [:]
    if hashes.isEmpty { return versions }
    let prefixes = hashes.sorted().map { IndexTerms.beginning(ofKeysOf: $0, .article) }
    var search = StoreSearch(.disjunction(prefixes.map { .wildcard(prefix: $0, limit: 0) }), limit: Int(UInt32.max))
    search.weighting = .boolean
    search.fetchesData = true
    for hit in try unit.database.search(search).hits {
      let annotated = try ArticleRecord(decoding: hit.data).annotated
      let key = ArticleKey(annotated.article)
      keep(annotated, key)
      if versions[key.idHash]?.contains(key) != true { versions[key.idHash, default: []].append(key) }
    }
    return versions
  }

  /// The version with a key; `nil` where the index lacks it.
  func article(_ key: ArticleKey, in unit: OpenUnit) throws -> AnnotatedArticle? {
    if let known = articles[key] { return known }
    guard let document = try unit.database.postings(of: IndexTerms.version(key)).last else { return nil }
    let annotated = try ArticleRecord(decoding: unit.database.data(of: document)).annotated
    keep(annotated, key)
    return annotated
  }
}
