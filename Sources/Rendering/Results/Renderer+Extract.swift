import ArticleModel

// `extract`: what was found in an article, without an index.

extension Renderer {
  /// What stands above the first article: the names of the columns in CSV and TSV.
  public func extractionHeader() -> [UInt8] {
    bytes(text: { [] }, json: { _ in }, columns: Self.statementColumns, rows: { [] })
  }

  /// What is printed of some articles, one behind the other.
  public func extraction(_ articles: [AnnotatedArticle]) -> RenderedBytes {
    var writer = JSONWriter()
    writer.missingShards = missingShards
    if format == .jsonl {
      ArticleJSON.append(articles, to: &writer)
    } else {
      for article in articles { writer.append(raw: extraction(article)) }
    }
    return writer.take()
  }

  /// In the formats that are made of lines and rows.
  private func extraction(_ annotated: AnnotatedArticle) -> [UInt8] {
    bytes(
      text: { extractionLines(annotated) },
      json: { ArticleJSON.append(annotated, to: &$0) },
      columns: Self.statementColumns,
      rows: { Self.statementRows(annotated) })
  }

  private func extractionLines(_ annotated: AnnotatedArticle) -> [String] {
    let text = ArticleText(annotated, style: style)
    var lines = text.head()
    for statement in annotated.statements {
      lines += [""] + statementLines(statement, name: text.name(of: statement), in: annotated.article)
    }
    let counts = [
      Counted.text(annotated.article.segments.count, "segment"), Counted.text(annotated.statements.count, "statement"),
    ]
    return lines + ["", style.paint(counts.joined(separator: ", "), .faint), ""]
  }

  private func statementLines(_ statement: Statement, name: String, in article: Article) -> [String] {
    var who = [TextRun("q\(statement.number)", .number), TextRun(" "), TextRun(name, .speaker)]
    if let role = statement.speaker?.role { who.append(TextRun(", \(role)")) }
    var what = [statement.kind.rawValue]
    if let date = statement.date { what.append("said \(date.value)") }
    if !statement.regions.isEmpty { what.append(statement.regions.joined(separator: " ")) }
    what.append("\(statement.method) \(Decimals.text(statement.confidence, places: 2) ?? "?")")
    return TextWrapping.lines(who, style: style)
      + TextWrapping.lines([TextRun(Self.words(of: statement, in: article))], style: style, indent: 4)
      + TextWrapping.lines([TextRun(what.joined(separator: " · "), .faint)], style: style, indent: 4)
  }
}
