import NewsIndex

// `verify`: what is wrong with an index, if anything is.

extension Renderer {
  public func verification(_ report: VerifyReport, of directory: String) -> [UInt8] {
    bytes(
      text: { verificationLines(report, directory) },
      json: { Self.append(report, directory, to: &$0) },
      columns: ["index", "problem"],
      rows: { report.problems.map { [directory, $0] } })
  }

  private func verificationLines(_ report: VerifyReport, _ directory: String) -> [String] {
    var lines = report.problems.map { style.safe($0, .warning) }
    if report.problemCount > report.problems.count {
      lines.append("and \(Counted.grouped(report.problemCount - report.problems.count)) more")
    }
    lines += report.notes.map { style.safe($0, .faint) }
    let counts = [
      Counted.text(report.articles, "article"), Counted.text(report.segments, "segment"),
      Counted.text(report.statements, "statement"),
    ]
    let verdict =
      report.isIntact
      ? style.paint("sound", .good) : style.paint(Counted.text(report.problemCount, "problem"), .warning)
    return lines + ["\(style.safe(directory)): \(verdict); \(counts.joined(separator: ", "))"]
  }

  private static func append(_ report: VerifyReport, _ directory: String, to json: inout JSONWriter) {
    json.object {
      $0.field("schemaVersion", ArticleJSON.schemaVersion)
      $0.field("directory", directory)
      $0.field("sound", report.isIntact)
      $0.field("articles", report.articles)
      $0.field("segments", report.segments)
      $0.field("statements", report.statements)
      $0.field("problemCount", report.problemCount)
      $0.field("problems", report.problems)
      $0.field("notes", report.notes)
    }
    json.endLine()
  }
}
