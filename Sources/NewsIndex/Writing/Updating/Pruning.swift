import ArticleReading
import FileAccess

/// Forgets the articles below some paths whose file is gone.
///
/// Only below the paths as given now: where the index was made from elsewhere, its relative paths lead nowhere, and that
/// must not empty it. Nor must a folder that can't be read, a disk that is not there or a path that is mistyped: below
/// what the run could not open nothing is forgotten, and nothing at all where it read nothing.
struct Pruning {
  private let paths: [String]
  /// What the system refused to open.
  private let closed: [String]
  private let hasRead: Bool

  /// - Parameter state: That of the run that read the paths.
  init(_ paths: [String], _ state: RunState) {
    self.paths = paths
    var report = IndexingReport()
    state.fill(&report)
    closed = report.unreadable.filter { $0.cause == .access }.map(\.path)
    hasRead = report.reading.articleCount > 0
  }

  /// - Returns: How many articles the index held. The lock is held.
  func run(_ layout: IndexLayout) throws(NewsIndexError) -> Int {
    guard hasRead else { return 0 }
    return try IndexUpdater.withUpdater(of: layout) { updater throws(NewsIndexError) in
      try updater.remove(try updater.articles { isGone($0) })
    }
  }

  private func isGone(_ file: String) -> Bool {
    paths.contains { Self.lies(file, below: $0) } && !closed.contains { Self.lies(file, below: $0) }
      && Files.isMissing(file)
  }

  private static func lies(_ file: String, below path: String) -> Bool {
    file == path || file.hasPrefix(path.hasSuffix("/") ? path : path + "/")
  }
}
