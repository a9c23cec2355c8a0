import ArticleReading

/// What a run has done.
///
/// `added`, `changed` and `unchanged` count article ids: the same whatever the number of jobs.
public struct IndexingReport: Sendable {
  public var added = 0
  public var changed = 0
  public var unchanged = 0
  public var removed = 0
  /// Articles of this run that a later one with the same id replaced.
  public var duplicates = 0
  /// What could not be read, in the order of the input.
  public var unreadable: [ReadingProblem] = []
  /// What was left out on purpose, or read with a loss, in the order of the input; the first thousand.
  public var skipped: [ReadingProblem] = []
  public var skippedCount = 0
  public var seconds = 0.0
  /// Bytes of input, as read.
  public var bytes = 0
  /// Bytes of the text of the articles that were written.
  public var textBytes = 0
  /// Ended early because the user asked for it.
  public var isInterrupted = false

  public init() {}
}
