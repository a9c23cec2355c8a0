import NewsIndex
import TextAnalysis

// `timeline`: a bar a step, the empty ones too.

extension Renderer {
  public func timeline(_ timeline: Timeline, query: String) -> [UInt8] {
    bytes(
      text: { timelineLines(timeline) },
      json: { Self.append(timeline, query: query, to: &$0) },
      columns: [timeline.step.rawValue, "first", "last", "count"],
      rows: {
        timeline.buckets.map { [$0.label, $0.first.description, $0.last.description, String($0.count)] }
      })
  }

  private func timelineLines(_ timeline: Timeline) -> [String] {
    let most = timeline.buckets.map(\.count).max() ?? 0
    let labels = timeline.buckets.map { DisplayWidth.columns(of: $0.label) }.max() ?? 0
    let digits = String(most).utf8.count
    let longest = max(10, min(60, (style.columns ?? 80) - labels - digits - 4))
    var lines = timeline.buckets.map { bucket in
      let number = String(bucket.count)
      let count = String(repeating: " ", count: digits - number.utf8.count) + number
      let bar = Bar.text(bucket.count, most: most, longest: longest)
      let line = "\(DisplayWidth.padded(bucket.label, to: labels))  \(count)"
      return bar.isEmpty ? line : "\(line)  \(style.paint(bar, .speaker))"
    }
    lines += timelineRest(timeline).map { style.paint($0, .faint) }
    return lines
  }

  private func timelineRest(_ timeline: Timeline) -> [String] {
    var lines = [Counted.text(timeline.total, timeline.unit.rawValue) + " by \(timeline.step.rawValue)"]
    if timeline.unknown > 0 { lines.append("\(Counted.grouped(timeline.unknown)) without a date") }
    if timeline.coarser > 0 {
      lines.append("\(Counted.grouped(timeline.coarser)) whose date is known less exactly than a \(timeline.step)")
    }
    return lines
  }

  private static func append(_ timeline: Timeline, query: String, to json: inout JSONWriter) {
    json.object {
      $0.head()
      $0.field("query", query)
      $0.field("total", timeline.total)
      $0.field("unit", timeline.unit.rawValue)
      $0.field("by", timeline.step.rawValue)
      $0.key("buckets")
      $0.array(timeline.buckets) { json, bucket in
        json.object {
          $0.field("value", bucket.label)
          $0.field("first", bucket.first.description)
          $0.field("last", bucket.last.description)
          $0.field("count", bucket.count)
        }
      }
      $0.field("unknown", timeline.unknown)
      $0.field("coarser", timeline.coarser)
    }
    json.endLine()
  }
}
