import ArticleReading
import Rendering

/// The file of `index --log`.
///
/// Lines are written as they come, so that a run that ends early leaves those it had.
final class ReadingLog {
  private let output: Output
  private var failure: (any Error)?

  /// Makes the file, or empties it.
  init(_ path: String) throws { output = try Output.file(path) }

  deinit { try? output.flush() }

  /// A failure is kept until the end: the index matters more than its log.
  func note(_ problem: ReadingProblem) {
    do {
      try output.write(ReadingJSON.line(problem))
    } catch {
      failure = failure ?? error
    }
  }

  func end(_ report: ReadingReport) throws {
    if let failure { throw failure }
    try output.write(ReadingJSON.lastLine(report))
    try output.flush()
  }
}
