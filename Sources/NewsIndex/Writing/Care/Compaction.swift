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
    guard let old = layout.currentGeneration else { throw .noIndex(at: directory) }
    // Finishes what is unfinished, and lets superseded versions go.
    try IndexUpdater.withUpdater(of: layout) { updater throws(NewsIndexError) in
      if try updater.hasSuperseded { try updater.apply(UpdateBatch()) }
    }
    let new = try layout.makeGeneration()
    do {
      for unit in IndexUnit.allCases {
        try DatabaseMerge.merge([layout.path(generation: old, unit)], into: layout.path(generation: new, unit))
      }
    } catch {
      try? Files.removeTree(layout.path(generation: new))
      throw error
    }
    let sizes = (Files.sizeOfTree(layout.path(generation: old)), Files.sizeOfTree(layout.path(generation: new)))
    try layout.makeCurrent(new)
    try layout.removeOldGenerations()
    return sizes
  }
}
