import ArticleModel
import NewsIndex
import TextAnalysis

// `search`: the hits, then the facets that were asked for with them.

extension Renderer {
  static let hitColumns = [
    "rank", "score", "id", "article", "title", "publisher", "published", "kind", "speaker", "regions", "date", "text",
    "dateFrom",
  ]

  /// - Parameter queryID: Of a batch; `nil` else.
  public func search(_ result: SearchResult, queryID: String? = nil) -> [UInt8] {
    bytes(
      text: { searchLines(result) },
      json: { HitJSON.append(result, queryID: queryID, to: &$0) },
      columns: Self.columns(Self.hitColumns, queryID),
      rows: { result.hits.map { Self.cells(Self.row($0), queryID) } })
  }

  /// The number of hits alone, for `--count`.
  public func count(_ result: SearchResult, queryID: String? = nil) -> [UInt8] {
    bytes(
      text: { [String(result.total)] },
      json: { HitJSON.appendCount(result, queryID: queryID, to: &$0) },
      columns: Self.columns(["total", "unit"], queryID),
      rows: { [Self.cells([String(result.total), result.unit.rawValue], queryID)] })
  }

  /// In a batch every row begins with the id of its query.
  private static func columns(_ names: [String], _ queryID: String?) -> [String] {
    queryID == nil ? names : ["queryId"] + names
  }

  private static func cells(_ cells: [String], _ queryID: String?) -> [String] {
    (queryID.map { [$0] } ?? []) + cells
  }

  private func searchLines(_ result: SearchResult) -> [String] {
    var lines: [String] = []
    for hit in result.hits { lines += hitLines(hit) + [""] }
    lines.append(style.paint(Self.summary(result), .faint))
    if let facets = result.facets { lines += [""] + facetLines(facets) }
    return lines
  }

  /// `120 statements, 11 to 20 shown`.
  static func summary(_ result: SearchResult) -> String {
    let total = (result.isExact ? "" : "about ") + Counted.text(result.total, result.unit.rawValue)
    guard let first = result.hits.first, let last = result.hits.last, result.hits.count < result.total else {
      return total
    }
    let shown = first.rank == last.rank ? "number \(first.rank)" : "\(first.rank) to \(last.rank)"
    return "\(total), \(shown) shown"
  }

  /// Three parts: rank and what it is, the words, where they stand. Of a headline the words are what it is.
  private func hitLines(_ hit: SearchHit) -> [String] {
    let rank = String(hit.rank)
    let number = String(repeating: " ", count: max(0, 3 - rank.utf8.count)) + style.paint(rank, .number)
    var runs = TextRun.runs(hit.text, highlights: hit.highlights)
    let isTitle = Self.isTitle(hit)
    if isTitle { runs = runs.map { TextRun($0.text, $0.ink == .plain ? .strong : $0.ink) } }
    var lines = TextWrapping.lines(runs, style: style, indent: 5)
    if isTitle, let first = lines.first {
      lines[0] = number + "  " + String(String.UnicodeScalarView(first.unicodeScalars.dropFirst(5)))
    } else {
      lines.insert("\(number)  \(headline(of: hit))", at: 0)
    }
    return lines + TextWrapping.lines([TextRun(place(of: hit), .faint)], style: style, indent: 5)
  }

  private static func isTitle(_ hit: SearchHit) -> Bool {
    guard hit.unit == .segment, let title = hit.title else { return false }
    return title.split(whereSeparator: \.isWhitespace).joined(separator: " ") == hit.text
  }

  private func headline(of hit: SearchHit) -> String {
    guard hit.unit == .statement else { return style.safe(hit.title ?? hit.articleID, .strong) }
    var parts = [style.safe(hit.speaker ?? "(unknown)", .speaker)] + Self.manner(of: hit).map { style.safe($0) }
    if let said = hit.statement?.date { parts.append("said \(said.value)") }
    return parts.joined(separator: " · ")
  }

  /// Publisher, day printed, what it is, id; what is not known is left out.
  private func place(of hit: SearchHit) -> String {
    var parts: [String] = []
    if hit.unit == .statement, let title = hit.title { parts.append(title) }
    if let publisher = hit.publisher { parts.append(publisher) }
    if let published = hit.published.value { parts.append(published.description) }
    if hit.unit == .segment { parts.append(hit.kind) }
    parts.append(hit.id)
    if hit.collapsed > 0 { parts.append("and \(Counted.grouped(hit.collapsed)) more like it") }
    return parts.joined(separator: " · ")
  }

  static func row(_ hit: SearchHit) -> [String] {
    [
      String(hit.rank), Decimals.text(hit.score) ?? "", hit.id, hit.articleID, hit.title ?? "", hit.publisher ?? "",
      hit.published.value?.description ?? "", hit.kind, hit.speaker ?? "", hit.regions.joined(separator: " "),
      hit.date?.description ?? "", hit.text, hit.dateSource?.rawValue ?? "",
    ]
  }
}
