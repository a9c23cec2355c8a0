import ArticleModel
import ArticleReading
import FileAccess
import IndexDefinition

/// Writes indexes: makes them, brings articles in, forgets them.
///
/// One writer at a time works on an index: the others get `NewsIndexError.Kind.locked`. Readers are never held up, and
/// see each batch whole or not at all.
public enum Indexer {
  /// Reads files, folders and `-` into an index, which is made where there is none.
  ///
  /// Articles that the index holds unchanged are skipped before anything is looked for in them; changed ones replace
  /// the version there was. Of several articles of the input with one id the last one counts. What can't be read is in
  /// the report, and the rest is indexed.
  ///
  /// - Parameters:
  ///   - log: Called by this thread with every input that was not simply read, soon after it was met; in the order of
  ///     the input only where one job works.
  ///   - progress: Called by this thread, a few times a second.
  ///   - interruption: Asked by this thread, often.
  public static func index(
    paths: [String], into directory: String, reading: ReadingOptions = ReadingOptions(),
    options: IndexingOptions = IndexingOptions(), definition: Definition = .builtIn,
    log: ((ReadingProblem) -> Void)? = nil,
    progress: @escaping (IndexingProgress) -> Void = { _ in },
    interruption: @escaping () -> Interruption = { .none }
  ) throws(NewsIndexError) -> IndexingReport {
    let input = IndexingInput(paths: paths, reading: reading, definition: definition).leavingOut(directory)
    return try index(
      input, into: directory, prunedPaths: options.prune ? paths : [], options: options, log: log, progress: progress,
      interruption: interruption)
  }

  /// Forgets articles.
  ///
  /// - Returns: How many of them the index held.
  @discardableResult
  public static func remove(articles ids: [String], from directory: String, waitSeconds: Int = 0)
    throws(NewsIndexError) -> Int
  {
    let layout = IndexLayout(directory)
    let lock = try layout.lockExisting(waitSeconds: waitSeconds)
    defer { lock.unlock() }
    return try IndexUpdater.withUpdater(of: layout) { updater throws(NewsIndexError) in
      try updater.remove(ids)
    }
  }

  /// The same with any input: the seam for tests, `restore` and `merge`.
  static func index(
    _ input: IndexingInput, into directory: String, prunedPaths: [String] = [], options: IndexingOptions,
    log: ((ReadingProblem) -> Void)? = nil,
    progress: @escaping (IndexingProgress) -> Void = { _ in },
    interruption: @escaping () -> Interruption = { .none }
  ) throws(NewsIndexError) -> IndexingReport {
    let layouts = options.shards > 1 ? shards(of: directory, options.shards) : [IndexLayout(directory)]
    var locks: [FileLock] = []
    for layout in layouts { locks.append(try layout.lock(waitSeconds: options.waitSeconds)) }
    defer { for lock in locks { lock.unlock() } }
    for layout in layouts { try layout.removeOldGenerations() }

    var control = IndexingControl(log: log, progress: progress, interruption: interruption)
    var report = IndexingReport()
    let isNew = layouts.allSatisfy { $0.currentGeneration == nil }
    if isNew || options.rebuild {
      try BulkBuild(options: options, input: input).run(into: layouts, &control, report: &report)
    } else if let layout = layouts.first, let generation = layout.currentGeneration, layouts.count == 1 {
      try UpdateRun(options: options, input: input, layout: layout, generation: generation)
        .run(&control, report: &report)
      if !prunedPaths.isEmpty, control.wish == .none { report.removed += try prune(prunedPaths, layout) }
    } else {
      throw NewsIndexError(
        .usage, "\(directory): a parted index can't be updated",
        hint: "build it anew with --rebuild, or update one of \(directory)/shard-1 and so on")
    }
    control.writeLog()
    control.state.fill(&report)
    report.seconds = control.seconds
    return report
  }

  private static func shards(of directory: String, _ count: Int) -> [IndexLayout] {
    (1...count).map { IndexLayout(Files.join(directory, "shard-\($0)")) }
  }
}

extension IndexLayout {
  /// Holds an index for one writer; it is an error if there is none.
  func lockExisting(waitSeconds: Int) throws(NewsIndexError) -> FileLock {
    guard currentGeneration != nil else { throw .noIndex(at: directory) }
    return try lock(waitSeconds: waitSeconds)
  }
}

extension NewsIndexError {
  static func noIndex(at directory: String) -> NewsIndexError {
    NewsIndexError(
      .missing, "\(directory): no index here", hint: "make one with: onrecord index --index \(directory) PATH...")
  }
}
