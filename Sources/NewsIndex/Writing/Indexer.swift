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
    try checkParts(of: directory, options)
    let layout = IndexLayout(directory)
    let lock = try layout.lock(waitSeconds: options.waitSeconds)
    defer { lock.unlock() }
    var control = IndexingControl(
      log: log, progress: progress, interruption: interruption, isStrict: input.isStrict)
    var report = IndexingReport()
    if options.shards > 1 {
      let parted = PartedIndex(directory: directory)
      let replaces = !parted.shards.isEmpty
      try parted.replace(parts: options.shards, waitSeconds: options.waitSeconds) { layouts throws(NewsIndexError) in
        try BulkBuild(options: options, input: input, replaces: replaces).run(into: layouts, &control, report: &report)
      }
    } else {
      try layout.removeOldGenerations()
      if let generation = layout.currentGeneration, !options.rebuild {
        try UpdateRun(options: options, input: input, layout: layout, generation: generation)
          .run(&control, report: &report)
        if !prunedPaths.isEmpty, control.wish == .none {
          report.removed += try Pruning(prunedPaths, control.state).run(layout)
        }
      } else {
        try BulkBuild(options: options, input: input, replaces: layout.currentGeneration != nil)
          .run(into: [layout], &control, report: &report)
      }
    }
    control.writeLog()
    control.state.fill(&report)
    report.seconds = control.seconds
    return report
  }

  /// An index in one part and one in several would stand in one folder, and both hold the same articles.
  private static func checkParts(of directory: String, _ options: IndexingOptions) throws(NewsIndexError) {
    let there = IndexLayout.shards(of: directory).count
    if options.shards > 1, IndexLayout(directory).currentGeneration != nil {
      throw NewsIndexError(
        .usage, "\(directory): there is an index in one part already",
        hint: "name another folder, or leave out --shards")
    }
    guard there > 0, options.shards == 1 || !options.rebuild else { return }
    throw NewsIndexError(
      .usage, "\(directory): an index in \(there) parts, which is not updated as a whole",
      hint: "build it anew with --rebuild --shards N, name another folder, or update one of "
        + "\(directory)/shard-1 and so on")
  }
}

extension IndexLayout {
  /// Holds an index for one writer; it is an error if there is none.
  func lockExisting(waitSeconds: Int) throws(NewsIndexError) -> FileLock {
    guard currentGeneration != nil else {
      let parts = Self.shards(of: directory).count
      guard parts > 0 else { throw .noIndex(at: directory) }
      throw NewsIndexError(
        .usage, "\(directory): an index in \(parts) parts, which is not changed as a whole",
        hint: "name its parts one after the other: --index \(directory)/shard-1 and so on")
    }
    return try lock(waitSeconds: waitSeconds)
  }
}

extension NewsIndexError {
  static func noIndex(at directory: String) -> NewsIndexError {
    NewsIndexError(
      .missing, "\(directory): no index here", hint: "make one with: onrecord index --index \(directory) PATH...")
  }
}
