import ArticleModel

/// Which statement or segment of which version a document says that it is.
struct StoredPlace {
  var key: ArticleKey
  var number: Int
  private var isStatement: Bool

  init?(_ unit: IndexUnit, _ data: [UInt8]) {
    isStatement = unit == .statement
    if isStatement {
      guard let record = try? StatementRecord(decoding: data) else { return nil }
      (key, number) = (record.articleKey, record.number)
    } else {
      guard let record = try? SegmentRecord(decoding: data) else { return nil }
      (key, number) = (record.articleKey, record.number)
    }
  }

  /// Of a hit, by the id of its article; by the version where the article is not known.
  func id(_ articleID: String?) -> String { "\(articleID ?? "\(key)")#\(isStatement ? "q" : "")\(number)" }

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
