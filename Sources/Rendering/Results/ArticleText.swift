import ArticleModel

/// An article for reading: paragraphs with the speaker's name in brackets before each statement and its words
/// highlighted.
struct ArticleText {
  var style: TextStyle
  var annotated: AnnotatedArticle
  /// Names that identities across articles lead to, by the name in the article.
  var canonicalSpeakers: [String: String] = [:]
  /// Says under each paragraph how its speakers were found.
  var isExplained = false

  private var article: Article { annotated.article }

  init(_ annotated: AnnotatedArticle, style: TextStyle) {
    self.annotated = annotated
    self.style = style
  }

  /// Title, and what is known of the article.
  func head() -> [String] {
    var parts: [String] = []
    if let byline = article.byline { parts.append(byline) }
    if let publisher = article.publisher { parts.append(publisher) }
    if let date = article.published.value { parts.append("\(date) (\(article.published.provenance.rawValue))") }
    if article.language != "en" { parts.append(article.language) }
    parts.append(article.id)
    if article.source != article.id { parts.append(article.source) }
    let title = TextWrapping.lines([TextRun(article.title ?? "(no title)", .strong)], style: style)
    return title + TextWrapping.lines([TextRun(parts.joined(separator: " · "), .faint)], style: style)
  }

  /// A paragraph, without an empty line around it.
  func lines(of segment: Segment) -> [String] {
    let statements = annotated.statements.filter { $0.segments.contains(segment.number) }
    var lines = TextWrapping.lines(runs(of: segment, statements), style: style)
    if isExplained {
      for statement in statements where statement.segments.first == segment.number { lines += why(statement) }
    }
    return lines
  }

  private func runs(of segment: Segment, _ statements: [Statement]) -> [TextRun] {
    guard let block = segment.span else { return [TextRun(article.title ?? "", .strong)] }
    let span = article.trimmed(block)
    let marks = statements.flatMap { statement in statement.spans.map { Mark($0, statement, in: span) } }
      .filter { !$0.span.isEmpty }
    let cuts = Set([span.start, span.end] + marks.flatMap { [$0.span.start, $0.span.end] }).sorted()
    var runs: [TextRun] = segment.kind == .caption ? [TextRun("[caption] ", .faint)] : []
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      for mark in marks where mark.span.start == start && mark.isFirst {
        let doubt = mark.statement.isUncertain ? "?" : ""
        runs.append(TextRun("[\(name(of: mark.statement))\(doubt)] ", .speaker))
      }
      let isSaid = marks.contains { $0.span.contains(start) }
      runs.append(TextRun(article.text.text(in: TextSpan(start, end)), isSaid ? .match : ink(of: segment)))
    }
    return runs
  }

  private func ink(of segment: Segment) -> TextStyle.Ink {
    switch segment.kind {
    case .headline: return .strong
    case .caption: return .faint
    case .paragraph: return .plain
    }
  }

  func name(of statement: Statement) -> String {
    guard let speaker = statement.speaker else { return "(unknown)" }
    return canonicalSpeakers[speaker.name] ?? speaker.name
  }

  private func why(_ statement: Statement) -> [String] {
    var parts = ["q\(statement.number)", statement.kind.rawValue, name(of: statement)]
    if let speaker = statement.speaker {
      parts.append(speaker.mention == nil ? "carried over from “\(speaker.text)”" : "named as “\(speaker.text)”")
      if let role = speaker.role { parts.append(role) }
    }
    if let cue = statement.cue { parts.append("cue “\(article.text.text(in: cue))”") }
    let doubt = statement.isUncertain ? " (uncertain)" : ""
    parts.append("by \(statement.method), confidence \(Decimals.text(statement.confidence, places: 2) ?? "?")\(doubt)")
    if let date = statement.date {
      parts.append("said \(date.value)" + (date.inferred.map { ", from “\($0)”" } ?? ""))
    }
    return TextWrapping.lines([TextRun(parts.joined(separator: " · "), .faint)], style: style, indent: 4)
  }
}

/// A span of a statement, as much of it as lies in a paragraph.
private struct Mark {
  var span: TextSpan
  var statement: Statement
  /// The first span of its statement in this paragraph: where the name stands.
  var isFirst: Bool

  init(_ span: TextSpan, _ statement: Statement, in paragraph: TextSpan) {
    self.span = TextSpan(max(span.start, paragraph.start), min(span.end, paragraph.end))
    self.statement = statement
    isFirst = statement.spans.first { $0.overlaps(paragraph) } == span
  }
}
