import ArticleReading
import Synchronization

/// What the threads of one run tell one another: counts, problems, the first failure, whether to stop.
final class RunState: Sendable {
  private struct Shared {
    var articles = 0
    var bytes = 0
    var textBytes = 0
    var reading = ReadingReport()
    var unreadable: [Located] = []
    var skipped: [Located] = []
    /// Problems that nobody has taken yet.
    var fresh: [ReadingProblem] = []
    var failure: NewsIndexError?
    var isStopped = false
  }

  private struct Located {
    var place: Admission.Place
    var problem: ReadingProblem
  }

  /// Lists of what was left out on purpose end there: an archive may hold a picture for each page.
  private static let longestList = 1000

  private let shared = Mutex(Shared())
  /// Whether somebody takes the problems as they come.
  private let keepsFresh: Bool
  /// What can't be read ends the run.
  private let isStrict: Bool

  init(keepsFresh: Bool = false, isStrict: Bool = false) {
    self.keepsFresh = keepsFresh
    self.isStrict = isStrict
  }

  /// The first failure counts; all threads stop soon.
  func fail(_ error: NewsIndexError) {
    shared.withLock { shared in
      if shared.failure == nil { shared.failure = error }
      shared.isStopped = true
    }
  }

  func stop() { shared.withLock { $0.isStopped = true } }
  var isStopped: Bool { shared.withLock { $0.isStopped } }
  var hasUnreadable: Bool { shared.withLock { !$0.unreadable.isEmpty } }
  var failure: NewsIndexError? { shared.withLock { $0.failure } }

  func note(_ problem: ReadingProblem, at place: Admission.Place) {
    if isStrict, !problem.isSkipped { fail(NewsIndexError(.corrupt, problem.description)) }
    shared.withLock { shared in
      shared.reading.note(problem)
      if keepsFresh { shared.fresh.append(problem) }
      if !problem.isSkipped {
        shared.unreadable.append(Located(place: place, problem: problem))
      } else if !problem.isOfAnotherKind, shared.skipped.count < Self.longestList {
        shared.skipped.append(Located(place: place, problem: problem))
      }
    }
  }

  /// The problems that came since the last call.
  func takeFresh() -> [ReadingProblem] {
    guard keepsFresh else { return [] }
    return shared.withLock { shared in
      defer { shared.fresh = [] }
      return shared.fresh
    }
  }

  /// Counts the articles of a record; its problems are noted one by one.
  func countRead(articles: Int, of numbered: NumberedRecord) {
    shared.withLock { shared in
      shared.articles += articles
      shared.bytes += numbered.byteCount
      shared.reading.note(articles: articles, of: numbered.record.kind)
    }
  }

  func countWritten(textBytes: Int) { shared.withLock { $0.textBytes += textBytes } }

  func fill(_ progress: inout IndexingProgress) {
    shared.withLock { shared in
      progress.articles = shared.articles
      progress.bytes = shared.bytes
    }
  }

  func fill(_ report: inout IndexingReport) {
    shared.withLock { shared in
      report.bytes = shared.bytes
      report.textBytes = shared.textBytes
      report.reading = shared.reading
      report.unreadable = shared.unreadable.sorted { $0.place < $1.place }.map(\.problem)
      report.skipped = shared.skipped.sorted { $0.place < $1.place }.map(\.problem)
    }
  }
}
