import ArticleModel
import XapianStore

/// What the updater asks of its databases; uncommitted changes are seen.
extension IndexUpdater {
  /// The stored article of a version.
  func stored(_ key: ArticleKey) throws(NewsIndexError) -> AnnotatedArticle {
    guard let annotated = try stored(IndexTerms.version(key)) else {
      throw NewsIndexError(.corrupt, "\(articles.path): version \(key) of the newest batch is missing")
    }
    return annotated
  }

  /// The first stored article with a term.
  func stored(_ term: String) throws(NewsIndexError) -> AnnotatedArticle? {
    guard let document = try postings(term, articles).first else { return nil }
    return try annotated(document)
  }

  /// Ids of all articles with a term.
  func storedIDs(_ term: String) throws(NewsIndexError) -> [String] {
    var ids: [String] = []
    for document in try postings(term, articles) { ids.append(try annotated(document).article.id) }
    return ids
  }

  private func annotated(_ document: UInt32) throws(NewsIndexError) -> AnnotatedArticle {
    let data = try inStore(articles.path) { () throws(StoreError) in try articles.reader.data(of: document) }
    do { return try ArticleRecord(decoding: data).annotated } catch { throw NewsIndexError(error, at: articles.path) }
  }

  /// Terms of the files that articles were read from, in the order of their bytes.
  func fileTerms(from start: String, limit: Int) throws(NewsIndexError) -> [String] {
    try inStore(articles.path) { () throws(StoreError) in
      try articles.reader.terms(prefix: "F", from: start, limit: limit).map(\.term)
    }
  }

  func postings(_ term: String, _ database: UnitDatabase) throws(NewsIndexError) -> [UInt32] {
    try inStore(database.path) { () throws(StoreError) in try database.reader.postings(of: term) }
  }
}

extension ArticleKey {
  /// The key in a term `Q<key>`.
  init?(versionTerm term: String) {
    guard term.utf8.first == UInt8(ascii: "Q") else { return nil }
    self.init(term.dropFirst())
  }
}
