import NewsIndex

/// What a user is told, beside the counts, about inputs that were left out on purpose or read with a loss.
public enum LeftOutText {
  /// How many are named; an archive may hold a picture for each page.
  static let longestList = 20

  public static func lines(_ report: IndexingReport) -> [String] {
    var lines = report.skipped.prefix(longestList).map(\.description)
    let other = report.reading.count(.skipped, .noArticle)
    let rest = report.skippedCount - other - lines.count
    if rest > 0 { lines.append("and \(Counted.grouped(rest)) more left out or read with a loss") }
    if other > 0 { lines.append("\(Counted.text(other, "file")) left out: no articles by their names") }
    return lines
  }
}
