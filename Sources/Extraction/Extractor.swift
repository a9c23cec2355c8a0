import ArticleModel
import IndexDefinition

/// Finds who said what, where and when in an article.
///
/// Pure: the same article gives the same answer, and one extractor is used from many threads at once. Articles in
/// another language than English give no statements.
public struct Extractor: Sendable {
  /// - Parameter model: The bytes of a trained model to use instead of the one that the definition carries.
  public init(definition: Definition, model: [UInt8]? = nil) {
  }

  public func annotate(_ article: Article) -> AnnotatedArticle {
    AnnotatedArticle(article: article)
  }
}
