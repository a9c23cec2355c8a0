import ArticleReading

/// The log of a run of `index`: a line for each input that was not simply read, and at the end what became of all.
public enum ReadingJSON {
  /// `{"schemaVersion":1,"path":"a.jsonl","line":17,"weight":"unreadable","cause":"no-text","reason":"...","hint":null}`
  public static func line(_ problem: ReadingProblem) -> [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.field("schemaVersion", ArticleJSON.schemaVersion)
      $0.field("path", problem.path)
      $0.key("line")
      if let line = problem.line { $0.value(line) } else { $0.null() }
      $0.field("weight", problem.weight.rawValue)
      $0.field("cause", problem.cause.rawValue)
      $0.field("reason", problem.reason)
      $0.field("hint", problem.hint)
    }
    json.endLine()
    return json.bytes
  }

  /// `{"schemaVersion":1,"inputs":{"read":{"html":3},"unreadable":{"no-text":1},"skipped":{},"noted":{}}}`
  public static func lastLine(_ report: ReadingReport) -> [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.field("schemaVersion", ArticleJSON.schemaVersion)
      $0.key("inputs")
      append(report, to: &$0)
    }
    json.endLine()
    return json.bytes
  }

  /// Articles by the kind of their input, the rest by cause; names in order.
  static func append(_ report: ReadingReport, to json: inout JSONWriter) {
    json.object {
      append("read", report.articles.map { ($0.key.rawValue, $0.value) }, to: &$0)
      append("unreadable", causes(report, .unreadable), to: &$0)
      append("skipped", causes(report, .skipped), to: &$0)
      append("noted", causes(report, .note), to: &$0)
    }
  }

  private static func causes(
    _ report: ReadingReport, _ weight: ReadingProblem.Weight
  ) -> [(name: String, count: Int)] {
    (report.problems[weight] ?? [:]).map { ($0.key.rawValue, $0.value) }
  }

  private static func append(_ name: StaticString, _ counts: [(name: String, count: Int)], to json: inout JSONWriter) {
    json.key(name)
    json.object { json in
      for count in counts.sorted(by: { $0.name < $1.name }) {
        json.key(written: count.name)
        json.value(count.count)
      }
    }
  }
}
