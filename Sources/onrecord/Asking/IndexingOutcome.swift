import NewsIndex

/// What a writer has done, told to the user.
struct IndexingOutcome {
  /// Inputs left out on purpose that are named; a folder may hold thousands of pictures.
  static let longestList = 20
  let console: Console

  init(_ console: Console) { self.console = console }

  /// Names the inputs that could not be read, then prints the counts.
  func show(_ report: IndexingReport) throws -> ExitStatus {
    for problem in report.skipped.prefix(Self.longestList) { console.note(problem.description) }
    if report.skippedCount > Self.longestList {
      console.note("and \(report.skippedCount - Self.longestList) more left out")
    }
    for problem in report.unreadable { console.warn(problem.description) }
    try console.write(console.renderer.indexing(report))
    if report.isInterrupted { return .interrupted }
    return report.unreadable.isEmpty ? .done : .incomplete
  }
}
