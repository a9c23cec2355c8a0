import ArticleModel
import NewsIndex
import TextAnalysis

// `quotes`: one statement a row. In JSON it is the hit of `search --unit statement`.

extension Renderer {
  static let quoteColumns = [
    "speaker", "text", "date", "article", "title", "publisher", "kind", "role", "id", "cue", "confidence",
    "dateFrom",
  ]

  public func quotes(_ result: SearchResult) -> [UInt8] {
    bytes(
      text: { quoteLines(result) },
      json: { HitJSON.append(result, queryID: nil, to: &$0) },
      columns: Self.quoteColumns,
      rows: { result.hits.map(Self.quoteRow) })
  }

  private func quoteLines(_ result: SearchResult) -> [String] {
    var lines: [String] = []
    for hit in result.hits { lines += quoteLines(hit) + [""] }
    lines.append(style.paint(Self.summary(result), .faint))
    if let facets = result.facets { lines += [""] + facetLines(facets) }
    return lines
  }

  /// The speaker with the role as written, the words, and when and where they were said.
  private func quoteLines(_ hit: SearchHit) -> [String] {
    var who = [TextRun("\(hit.rank)", .number), TextRun(" "), TextRun(hit.speaker ?? "(unknown)", .speaker)]
    if let role = hit.statement?.speaker?.role, !role.isEmpty { who.append(TextRun(", \(role)")) }
    return TextWrapping.lines(who, style: style)
      + TextWrapping.lines(TextRun.runs(hit.text, highlights: hit.highlights), style: style, indent: 4)
      + TextWrapping.lines([TextRun(quotePlace(hit), .faint)], style: style, indent: 4)
  }

  private func quotePlace(_ hit: SearchHit) -> String {
    var parts: [String] = []
    if let said = hit.statement?.date?.value {
      parts.append("said \(said)")
    } else if let printed = hit.published.value {
      parts.append("printed \(printed)")
    }
    parts += Self.manner(of: hit)
    if let title = hit.title { parts.append(title) }
    if let publisher = hit.publisher { parts.append(publisher) }
    parts.append(hit.id)
    return parts.joined(separator: " · ")
  }

  /// `indirect`, `indirect, “denied”`, `direct`, `uncertain`: without the cue a denial reads like a claim.
  static func manner(of hit: SearchHit) -> [String] {
    var parts = [hit.kind]
    if let cue = hit.cue, !isPlain(cue) { parts[0] += ", “\(cue)”" }
    if hit.statement?.isUncertain == true { parts.append("uncertain") }
    return parts
  }

  /// `said`, `said on Monday`, `has said`: it adds nothing to the words.
  private static func isPlain(_ cue: String) -> Bool {
    let words = cue.lowercased().split(separator: " ")
    let first = words.first { !auxiliaries.contains($0) }
    return first.map { plainCues.contains($0) } ?? true
  }

  private static let plainCues: Set<Substring> = ["said", "says", "say", "saying", "told", "tells", "according"]
  private static let auxiliaries: Set<Substring> = ["has", "had", "have", "was", "also", "later", "then"]

  private static func quoteRow(_ hit: SearchHit) -> [String] {
    [
      hit.speaker ?? "", hit.text, hit.date?.description ?? "", hit.articleID, hit.title ?? "", hit.publisher ?? "",
      hit.kind, hit.statement?.speaker?.role ?? "", hit.id, hit.cue ?? "",
      hit.statement.flatMap { Decimals.text($0.confidence, places: 4) } ?? "", hit.dateSource?.rawValue ?? "",
    ]
  }
}
