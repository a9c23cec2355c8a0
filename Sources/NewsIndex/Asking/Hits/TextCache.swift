import ArticleModel
import XapianStore

/// The articles of the newest hits: hits of one page often share them.
final class TextCache {
  private static let capacity = 64
  private var articles: [ArticleKey: AnnotatedArticle] = [:]

  func removeAll() { articles.removeAll() }

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
