import ArticleModel
import XapianStore

/// What the updater asks of its databases; uncommitted changes are seen.
extension IndexUpdater {
  /// The stored article of a version.
  func stored(_ key: ArticleKey) throws(NewsIndexError) -> AnnotatedArticle {
    guard let version = try texts.versions(of: key.idHash)[key.contentHash] else {
      throw NewsIndexError(.corrupt, "\(articles.path): version \(key) of the newest batch is missing")
    }
    return try texts.annotated(version)
  }

  /// The articles that were read from a file.
  ///
  /// - Parameter term: `F<path>`; documents of versions that count no more have it too.
  func storedArticles(ofFile term: String) throws(NewsIndexError) -> [AnnotatedArticle] {
    var found: [AnnotatedArticle] = []
    for document in try postings(term, articles) {
      guard let annotated = try texts.article(ofDocument: document),
        IndexTerms.file(ofSource: annotated.article.source) == term,
        !found.contains(where: { $0.article.id == annotated.article.id })
      else { continue }
      found.append(annotated)
    }
    return found
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
