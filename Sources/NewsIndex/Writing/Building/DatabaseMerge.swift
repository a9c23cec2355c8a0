import FileAccess
import XapianStore

/// Merges databases by Xapian's compaction, few at a time: every source holds six files open.
enum DatabaseMerge {
  static func merge(_ sources: [String], into path: String) throws(NewsIndexError) {
    try inStore(path) { () throws(StoreError) in
      try StoreMerge.compact(
        sources: sources, into: path, isMultipass: sources.count > 3, joinedMetadata: StoredVersions.prefix)
    }
  }

  static func remove(_ paths: [String]) throws(NewsIndexError) {
    for path in paths { try inFiles { () throws(FileError) in try Files.removeTree(path) } }
  }

  /// Merges any number of databases and removes them.
  ///
  /// - Parameter isOurs: Whether the sources may be removed on the way.
  static func mergeAll(_ sources: [String], into path: String) throws(NewsIndexError) {
    var sources = sources
    var level = 0
    while sources.count > 2 * ChunkWriter.fanIn {
      level += 1
      var next: [String] = []
      for start in stride(from: 0, to: sources.count, by: ChunkWriter.fanIn) {
        let group = Array(sources[start..<min(start + ChunkWriter.fanIn, sources.count)])
        let target = "\(path)-level\(level)-\(next.count)"
        try merge(group, into: target)
        try remove(group)
        next.append(target)
      }
      sources = next
    }
    try merge(sources, into: path)
    try remove(sources)
  }
}
