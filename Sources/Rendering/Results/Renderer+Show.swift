import ArticleModel
import NewsIndex

// `show ID`: an article, or a place in it with what stands around it.

extension Renderer {
  /// - Parameters:
  ///   - context: Segments shown before and behind the one asked for; an article is always whole.
  ///   - isExplained: Says how each speaker was found.
  public func show(_ item: ShownItem, context: Int = 1, isExplained: Bool = false) -> [UInt8] {
    bytes(
      text: { showLines(item, context, isExplained) },
      json: { Self.append(item, to: &$0) },
      columns: Self.statementColumns,
      rows: { Self.statementRows(item.annotated, only: item.statement) })
  }

  private func showLines(_ item: ShownItem, _ context: Int, _ isExplained: Bool) -> [String] {
    var text = ArticleText(item.annotated, style: style)
    text.canonicalSpeakers = item.canonicalSpeakers
    text.isExplained = isExplained
    var lines = text.head()
    let segments = item.annotated.article.segments
    let shown = Self.shown(segments, around: item, context)
    if item.segment != nil, let first = shown.first, first.number > 1 { lines += ["", style.paint("…", .faint)] }
    for segment in shown { lines += [""] + text.lines(of: segment) }
    if let last = shown.last, last.number < segments.count { lines += ["", style.paint("…", .faint)] }
    return lines
  }

  /// The title is in the head already: a headline that repeats it is left out of a whole article.
  private static func shown(_ segments: [Segment], around item: ShownItem, _ context: Int) -> [Segment] {
    guard let segment = item.segment else { return segments.filter { $0.span != nil } }
    let last = item.statement?.segments.last ?? segment.number
    return segments.filter { $0.number >= segment.number - context && $0.number <= last + context }
  }

  private static func append(_ item: ShownItem, to json: inout JSONWriter) {
    json.object {
      ArticleJSON.appendFields(item.annotated, to: &$0)
      $0.field("shown", item.id)
    }
    json.endLine()
  }
}

extension Renderer {
  static let statementColumns = [
    "id", "kind", "speaker", "mention", "role", "date", "method", "confidence", "regions", "text",
  ]

  static func statementRows(_ annotated: AnnotatedArticle, only statement: Statement? = nil) -> [[String]] {
    let article = annotated.article
    let statements = statement.map { [$0] } ?? annotated.statements
    return statements.map { statement in
      [
        "\(article.id)#q\(statement.number)", statement.kind.rawValue, statement.speaker?.name ?? "",
        statement.speaker?.text ?? "", statement.speaker?.role ?? "", statement.date?.value.description ?? "",
        statement.method, Decimals.text(statement.confidence) ?? "", statement.regions.joined(separator: " "),
        words(of: statement, in: article),
      ]
    }
  }

  /// The spans with an ellipsis where "he said" interrupts them.
  static func words(of statement: Statement, in article: Article) -> String {
    statement.spans.map { article.text.text(in: $0) }.joined(separator: " … ")
  }
}
