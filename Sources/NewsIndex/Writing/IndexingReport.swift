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
  /// What was read, and what was not and why, by kind.
  public var reading = ReadingReport()
  /// What could not be read, in the order of the input.
  public var unreadable: [ReadingProblem] = []
  /// What was left out on purpose, or read with a loss, in the order of the input; the first thousand. Files of a
  /// folder that are no articles by their name are only counted, in `reading`: a folder may hold thousands.
  public var skipped: [ReadingProblem] = []
  public var seconds = 0.0
  /// Those of a bulk build that its merge took, after everything was read.
  public var mergeSeconds = 0.0
  /// Bytes of input, as read.
  public var bytes = 0
  /// Bytes of the text of the articles that were written.
  public var textBytes = 0
  /// Nothing could be read, so nothing was made and nothing replaced or forgotten.
  public var isLeftAsItWas = false
  /// Ended early because the user asked for it.
  public var isInterrupted = false

  public init() {}

  /// How much was left out on purpose or read with a loss, listed or not.
  public var skippedCount: Int { reading.count(.skipped) + reading.count(.note) }
}
