import ArticleModel
import NewsIndex

/// Hits as JSON Lines: definitions `hit` and `count` of `output-schema.json`.
enum HitJSON {
  static func append(_ result: SearchResult, queryID: String?, to json: inout JSONWriter) {
    for hit in result.hits {
      append(hit, of: result.query, queryID: queryID, to: &json)
      json.endLine()
    }
    if let facets = result.facets { FacetJSON.append(facets, queryID: queryID, to: &json) }
  }

  static func appendCount(_ result: SearchResult, queryID: String?, to json: inout JSONWriter) {
    json.object {
      appendHead(queryID, to: &$0)
      $0.field("query", result.query)
      $0.field("total", result.total)
      $0.field("unit", result.unit.rawValue)
      $0.field("exact", result.isExact)
    }
    json.endLine()
  }

  static func appendHead(_ queryID: String?, to json: inout JSONWriter) {
    json.head()
    if let queryID { json.field("queryId", queryID) }
  }

  static func append(_ hit: SearchHit, of query: String, queryID: String?, to json: inout JSONWriter) {
    let offsets = ScalarOffsets(hit.text)
    json.object {
      appendHead(queryID, to: &$0)
      $0.field("query", query)
      $0.field("rank", hit.rank)
      $0.field("score", hit.score)
      $0.field("id", hit.id)
      $0.field("article", hit.articleID)
      $0.field("title", hit.title)
      $0.field("publisher", hit.publisher)
      $0.field("published", hit.published.value?.description)
      $0.field("kind", hit.kind)
      appendSpeaker(of: hit, to: &$0)
      $0.field("regions", hit.regions)
      appendDate(of: hit, to: &$0)
      $0.field("text", hit.text)
      $0.field("highlights", hit.highlights, offsets)
      appendStatement(of: hit, to: &$0)
    }
  }

  /// As in an article, but for the name, which is the one that identities across articles lead to.
  private static func appendSpeaker(of hit: SearchHit, to json: inout JSONWriter) {
    json.key("speaker")
    guard let speaker = hit.statement?.speaker else { return json.null() }
    json.object {
      $0.field("mention", hit.scalarMention)
      $0.field("text", speaker.text)
      $0.field("name", hit.speaker ?? speaker.name)
      $0.field("kind", speaker.kind.rawValue)
      $0.field("role", speaker.role)
    }
  }

  /// The day that `date:` asks, also where it is the day of printing.
  private static func appendDate(of hit: SearchHit, to json: inout JSONWriter) {
    json.key("date")
    guard let date = hit.date else { return json.null() }
    json.object {
      $0.dateFields(date)
      $0.field("inferred", hit.statement?.date?.inferred)
    }
  }

  /// What a statement has besides. Spans count scalars of the article's text, not of the hit's.
  private static func appendStatement(of hit: SearchHit, to json: inout JSONWriter) {
    guard let statement = hit.statement else { return }
    json.key("spans")
    json.array(hit.scalarSpans) { $0.range($1) }
    json.field("cue", hit.scalarCue)
    json.field("method", statement.method)
    json.field("confidence", statement.confidence)
    json.field("dateFrom", hit.dateSource?.rawValue)
  }
}

extension JSONWriter {
  mutating func range(_ range: Range<Int>) {
    array {
      $0.value(range.lowerBound)
      $0.value(range.upperBound)
    }
  }

  mutating func field(_ name: StaticString, _ range: Range<Int>?) {
    key(name)
    if let range { self.range(range) } else { null() }
  }
}
