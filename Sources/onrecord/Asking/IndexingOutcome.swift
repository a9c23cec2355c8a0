import NewsIndex
import Rendering

/// What a writer has done, told to the user.
struct IndexingOutcome {
  let console: Console

  init(_ console: Console) { self.console = console }

  /// Names the inputs that could not be read, then prints the counts.
  func show(_ report: IndexingReport) throws -> ExitStatus {
    for line in LeftOutText.lines(report) { console.note(line) }
    for problem in report.unreadable { console.warn(problem.description) }
    try console.write(console.renderer.indexing(report))
    if report.isInterrupted { return .interrupted }
    if report.isLeftAsItWas { console.warn("nothing was read, so nothing was changed") }
    return report.unreadable.isEmpty && !report.isLeftAsItWas ? .done : .incomplete
  }
}
