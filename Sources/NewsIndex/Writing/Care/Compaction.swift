import FileAccess
import XapianStore

extension Indexer {
  /// Writes an index anew without the room that updates have left in it. Readers go on with the old generation.
  ///
  /// - Returns: The bytes on disk before and after.
  @discardableResult
  public static func compact(_ directory: String, waitSeconds: Int = 0) throws(NewsIndexError) -> (
    before: Int, after: Int
  ) {
    let layout = IndexLayout(directory)
    let lock = try layout.lockExisting(waitSeconds: waitSeconds)
    defer { lock.unlock() }
    try layout.removeOldGenerations()
    // Finishes what is unfinished, and lets superseded versions go.
    let hasDead = try IndexUpdater.withUpdater(of: layout) { updater throws(NewsIndexError) in
      if updater.hasSuperseded { try updater.apply(UpdateBatch()) }
      return updater.hasDead
    }
    let before = try size(of: layout)
    if hasDead { try rebuild(layout) } else { try rewrite(layout) }
    try layout.removeOldGenerations()
    return (before, try size(of: layout))
  }

  private static func size(of layout: IndexLayout) throws(NewsIndexError) -> Int {
    guard let generation = layout.currentGeneration else { throw .noIndex(at: layout.directory) }
    return Files.sizeOfTree(layout.path(generation: generation))
  }

  /// Compacts the tables as they are.
  private static func rewrite(_ layout: IndexLayout) throws(NewsIndexError) {
    guard let old = layout.currentGeneration else { throw .noIndex(at: layout.directory) }
    let new = try layout.makeGeneration()
    do {
      for unit in IndexUnit.allCases {
        try DatabaseMerge.merge([layout.path(generation: old, unit)], into: layout.path(generation: new, unit))
      }
    } catch {
      try? Files.removeTree(layout.path(generation: new))
      throw error
    }
    try layout.makeCurrent(new)
  }

  /// Builds the documents of the stored articles again: what is dead can't be taken out of the tables.
  private static func rebuild(_ layout: IndexLayout) throws(NewsIndexError) {
    let input = IndexingInput(stored: [try StoredArticles(layout.directory)])
    var control = IndexingControl(log: nil, progress: { _ in }, interruption: { .none })
    var report = IndexingReport()
    try BulkBuild(options: IndexingOptions(), input: input, replaces: true)
      .run(into: [layout], &control, report: &report)
  }
}
