import NewsIndex

/// What a user is told, beside the counts, about inputs that were left out on purpose or read with a loss.
public enum LeftOutText {
  /// How many are named; an archive may hold a picture for each page.
  static let longestList = 20

  public static func lines(_ report: IndexingReport) -> [String] {
    var lines = report.skipped.prefix(longestList).map(\.description)
    let files = report.reading.count(.skipped, .noArticle)
    let records = report.reading.count(.skipped, .archiveRecord)
    let rest = report.skippedCount - files - records - lines.count
    if rest > 0 { lines.append("and \(Counted.grouped(rest)) more left out or read with a loss") }
    if files > 0 { lines.append("\(Counted.text(files, "file")) left out: no articles by their names") }
    if records > 0 { lines.append(Self.archiveRecords(records)) }
    return lines
  }

  /// Of an archive of news, two records of three are no pages.
  public static func archiveRecords(_ count: Int) -> String {
    "\(Counted.text(count, "record")) of archives left out: no pages"
  }
}
