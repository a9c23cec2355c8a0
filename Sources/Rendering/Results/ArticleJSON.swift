import ArticleModel

/// An article with everything that was found in it as one line of JSON: what `extract --json` and `show --json` print.
///
/// The shape is that of `output-schema.json`, definition `article`. Spans count Unicode scalars of `text`.
public enum ArticleJSON {
  /// Raised when a script that reads the output must change.
  public static let schemaVersion = 1

  /// How many times as long as its text the line of an article becomes, mostly.
  private static let expansion = 5

  /// Appends the lines of several articles, with room for all of them from the beginning.
  static func append(_ articles: [AnnotatedArticle], to json: inout JSONWriter) {
    json.reserve(articles.reduce(0) { $0 + $1.article.text.utf8.count } * Self.expansion)
    for article in articles { append(article, to: &json) }
  }

  /// Appends the line, with the line feed.
  public static func append(_ annotated: AnnotatedArticle, to json: inout JSONWriter) {
    json.object { appendFields(annotated, to: &$0) }
    json.endLine()
  }

  static func appendFields(_ annotated: AnnotatedArticle, to json: inout JSONWriter) {
    let article = annotated.article
    let offsets = ScalarOffsets(article.text)
    json.head()
    json.field("id", article.id)
    json.field("source", article.source)
    json.field("title", article.title)
    json.field("byline", article.byline)
    json.field("publisher", article.publisher)
    json.field("published", article.published)
    json.field("language", article.language)
    json.field("text", article.text)
    let statementName = PartName(article.id, "#q")
    appendSegments(annotated, statementName, offsets, to: &json)
    json.key("statements")
    // By their numbers, here and below: a statement in a variable is a copy.
    json.array(annotated.statements.indices) {
      appendStatement(annotated.statements, $1, statementName, offsets, to: &$0)
    }
    appendMentions(annotated, offsets, to: &json)
    appendBoilerplate(article, offsets, to: &json)
  }

  private static func appendSegments(
    _ annotated: AnnotatedArticle, _ statementName: PartName, _ offsets: ScalarOffsets, to json: inout JSONWriter
  ) {
    let name = PartName(annotated.article.id, "#")
    var statements: [(segment: Int, number: Int)] = []
    statements.reserveCapacity(annotated.statements.count)
    for index in annotated.statements.indices {
      for segment in annotated.statements[index].segments {
        statements.append((segment, annotated.statements[index].number))
      }
    }
    statements.sort { $0 < $1 }
    var next = 0
    json.key("segments")
    json.array(annotated.article.segments) { json, segment in
      json.object {
        $0.key("id")
        $0.value(name, segment.number)
        $0.field("kind", segment.kind.rawValue)
        $0.field("span", segment.span, offsets)
        while next < statements.count, statements[next].segment < segment.number { next += 1 }
        $0.key("statements")
        $0.array {
          while next < statements.count, statements[next].segment == segment.number {
            $0.value(statementName, statements[next].number)
            next += 1
          }
        }
      }
    }
  }

  private static func appendStatement(
    _ statements: [Statement], _ index: Int, _ name: PartName, _ offsets: ScalarOffsets, to json: inout JSONWriter
  ) {
    json.object {
      $0.key("id")
      $0.value(name, statements[index].number)
      $0.field("kind", statements[index].kind.rawValue)
      $0.field("spans", statements[index].spans, offsets)
      $0.field("cue", statements[index].cue, offsets)
      appendSpeaker(statements, index, offsets, to: &$0)
      $0.field("method", statements[index].method)
      $0.field("confidence", statements[index].confidence)
      $0.field("date", statements[index].date)
      $0.field("regions", statements[index].regions)
    }
  }

  /// Part by part, for the same reason: a copy of a speaker costs a hundred instructions and more.
  private static func appendSpeaker(
    _ statements: [Statement], _ index: Int, _ offsets: ScalarOffsets, to json: inout JSONWriter
  ) {
    json.key("speaker")
    guard let kind = statements[index].speaker?.kind else { return json.null() }
    json.object {
      $0.field("mention", statements[index].speaker?.mention, offsets)
      $0.field("text", statements[index].speaker?.text)
      $0.field("name", statements[index].speaker?.name)
      $0.field("kind", kind.rawValue)
      $0.field("role", statements[index].speaker?.role)
    }
  }

  private static func appendMentions(
    _ annotated: AnnotatedArticle, _ offsets: ScalarOffsets, to json: inout JSONWriter
  ) {
    append("people", annotated.people, offsets, to: &json)
    append("organisations", annotated.organisations, offsets, to: &json)
    json.key("regions")
    json.array(annotated.regions.indices) { json, index in
      json.object {
        $0.field("span", annotated.regions[index].span, offsets)
        $0.field("id", annotated.regions[index].region.id)
        $0.field("name", annotated.regions[index].region.name)
        $0.field("country", annotated.regions[index].region.country)
      }
    }
    json.key("dates")
    json.array(annotated.dates) { json, mention in
      json.object {
        $0.field("span", mention.span, offsets)
        $0.dateFields(mention.value)
        $0.field("inferred", mention.inferred)
      }
    }
  }

  private static func append(
    _ name: StaticString, _ mentions: [NameMention], _ offsets: ScalarOffsets, to json: inout JSONWriter
  ) {
    json.key(name)
    json.array(mentions.indices) { $0.value(mentions[$1], offsets) }
  }

  private static func appendBoilerplate(_ article: Article, _ offsets: ScalarOffsets, to json: inout JSONWriter) {
    json.key("boilerplate")
    json.array {
      for block in article.blocks {
        guard case .boilerplate(let reason) = block.kind, let span = block.span else { continue }
        $0.object {
          $0.field("span", span, offsets)
          $0.field("reason", reason)
        }
      }
    }
  }
}
