import ArticleModel

/// Where a statement or a segment says that it stands.
struct StoredPlace {
  var id: String
  var idTerm: String
  var key: ArticleKey
  var articleID: String
  var spans: [TextSpan]
  var isIn: (AnnotatedArticle) -> Bool

  init?(_ unit: IndexUnit, _ data: [UInt8]) {
    if unit == .statement {
      guard let record = try? StatementRecord(decoding: data) else { return nil }
      let statement = record.statement
      (id, key, articleID) = (record.id, record.articleKey, record.articleID)
      idTerm = IndexTerms.statement(record.articleID, statement.number)
      spans = statement.spans
      isIn = { $0.statements.contains(statement) }
    } else {
      guard let record = try? SegmentRecord(decoding: data) else { return nil }
      let segment = record.segment
      (id, key, articleID) = (record.id, record.articleKey, record.articleID)
      idTerm = IndexTerms.segment(record.articleID, segment.number)
      spans = segment.span.map { [$0] } ?? []
      isIn = { $0.article.segments.contains(segment) }
    }
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
