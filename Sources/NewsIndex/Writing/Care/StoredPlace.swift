import ArticleModel

/// Which statement or segment of which article a document says that it is.
struct StoredPlace {
  var idHash: UInt64
  var number: Int
  private var isStatement: Bool

  /// - Parameter orderKey: One of the values that a document is ordered by.
  init?(_ unit: IndexUnit, orderKey: [UInt8]) {
    guard let place = ArticlePlace(orderKey: orderKey) else { return nil }
    (idHash, number, isStatement) = (place.idHash, place.number, unit == .statement)
  }

  /// Of a hit, by the id of its article; by the hash of it where the article is not known.
  func id(_ articleID: String?) -> String { "\(articleID ?? idHash.hexadecimal)#\(isStatement ? "q" : "")\(number)" }

  /// The spans that it has in its article; `nil` where the article has no such statement or segment.
  func spans(in annotated: AnnotatedArticle) -> [TextSpan]? {
    if isStatement { return annotated.statements.first { $0.number == number }?.spans }
    return annotated.article.segments.first { $0.number == number }.map { $0.span.map { [$0] } ?? [] }
  }
}

extension String.UTF8View {
  /// Whether a span lies inside, is not empty, and cuts no scalar.
  func holds(_ span: TextSpan) -> Bool {
    guard span.start >= 0, span.start < span.end, span.end <= count else { return false }
    return [span.start, span.end].allSatisfy { offset in
      offset == count || self[index(startIndex, offsetBy: offset)] & 0xC0 != 0x80
    }
  }
}
