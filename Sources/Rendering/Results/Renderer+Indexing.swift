import NewsIndex

// What a writer has done: `index`, `restore`, `remove`.

extension Renderer {
  public func indexing(_ report: IndexingReport) -> [UInt8] {
    let counts = Self.counts(report)
    return bytes(
      text: {
        let speed = Self.speed(report).map { ", \($0)" } ?? ""
        let texts = counts.map { "\(Counted.grouped($0.count)) \($0.label)" }
        return [texts.joined(separator: ", ") + style.paint(speed, .faint)]
      },
      json: { Self.append(report, to: &$0) },
      columns: counts.map(\.label),
      rows: { [counts.map { String($0.count) }] })
  }

  private static func counts(_ report: IndexingReport) -> [(label: String, count: Int)] {
    [
      ("added", report.added), ("changed", report.changed), ("unchanged", report.unchanged),
      ("removed", report.removed), ("unreadable", report.unreadable.count),
    ]
  }

  private static func speed(_ report: IndexingReport) -> String? {
    guard report.seconds > 0, let seconds = Decimals.text(report.seconds, places: 1) else { return nil }
    let rate = Counted.bytes(Int(Double(report.bytes) / report.seconds))
    return "\(Counted.bytes(report.bytes)) read in \(seconds) s, \(rate) a second"
  }

  private static func append(_ report: IndexingReport, to json: inout JSONWriter) {
    json.object {
      $0.field("schemaVersion", ArticleJSON.schemaVersion)
      for count in counts(report) {
        $0.key(written: count.label)
        $0.value(count.count)
      }
      $0.field("skipped", report.skippedCount)
      $0.key("inputs")
      ReadingJSON.append(report.reading, to: &$0)
      $0.field("duplicates", report.duplicates)
      $0.field("bytes", report.bytes)
      $0.field("seconds", report.seconds)
      $0.field("mergeSeconds", report.mergeSeconds)
      $0.field("interrupted", report.isInterrupted)
      $0.key("problems")
      $0.array(report.unreadable) { json, problem in
        json.object {
          $0.field("path", problem.path)
          $0.key("line")
          if let line = problem.line { $0.value(line) } else { $0.null() }
          $0.field("reason", problem.reason)
        }
      }
    }
    json.endLine()
  }
}

/// The line on a terminal while a writer works.
public enum ProgressText {
  /// `12,345 articles, 31.4 MB, 8.2 MB a second, 2 min left`.
  ///
  /// - Parameter total: Bytes of the whole input, where known.
  public static func line(_ progress: IndexingProgress, total: Int?) -> String {
    var parts = [Counted.text(progress.articles, "article"), Counted.bytes(progress.bytes)]
    if progress.seconds > 0 { parts.append("\(Counted.bytes(Int(progress.bytesPerSecond))) a second") }
    if progress.phase == .merging {
      parts.append("merging")
    } else if let total, let left = secondsLeft(progress, total) {
      parts.append("\(left) left")
    }
    return parts.joined(separator: ", ")
  }

  private static func secondsLeft(_ progress: IndexingProgress, _ total: Int) -> String? {
    guard progress.seconds > 2, progress.bytes > 0, total > progress.bytes else { return nil }
    let seconds = Int(Double(total - progress.bytes) / progress.bytesPerSecond) + 1
    return seconds < 90 ? "\(seconds) s" : "\((seconds + 59) / 60) min"
  }
}
