internal import CXapian

/// Merging databases into one, which is how a bulk build with many small ones ends.
public enum StoreMerge {
  /// How hard compaction tries.
  public enum Level: Hashable, Sendable {
    case standard
    /// Splits items where that saves room.
    case full
    /// Fills blocks to the brim: smallest, but slow to update afterwards.
    case fuller
  }

  /// Merges local databases into a new one at `target`, and compacts it.
  ///
  /// Documents keep their order, those of the first source first. With `renumber` the numbers are made to follow one
  /// another; without, each keeps its own, and sources whose numbers overlap are `invalidOperation`. Synonyms are
  /// united. `isMultipass` is faster for many sources and takes more room while it runs. Uncommitted changes of a writer
  /// are not seen.
  ///
  /// - Parameter joinedMetadata: Values of one key that begins so are put behind one another, in the order of the
  ///   sources; of metadata under any other key the first source's stays.
  public static func compact(
    sources: [String], into target: String, renumber: Bool = true, level: Level = .full, isMultipass: Bool = false,
    blockSize: Int? = nil, joinedMetadata: String = ""
  ) throws(StoreError) {
    try call(about: target) { error in
      withBytes(joinedMetadata) { joined in
        var options = cxapian_merge_options(
          level: level.shim, keep_numbers: !renumber, multipass: isMultipass,
          block_size: UInt32(clamping: blockSize ?? 0), joined_metadata: joined)
        return withBytes(ofAll: sources) { sources in
          withBytes(target) { target in
            sources.withUnsafeBufferPointer { cxapian_merge($0.baseAddress, $0.count, target, &options, error) }
          }
        }
      }
    }
  }
}

extension StoreMerge.Level {
  fileprivate var shim: cxapian_compaction {
    switch self {
    case .standard: CXAPIAN_STANDARD
    case .full: CXAPIAN_FULL
    case .fuller: CXAPIAN_FULLER
    }
  }
}

extension StoreDatabase {
  /// Looks for damage: how many problems Xapian found in a database, and its report about every table, line by line. A
  /// database too damaged to open throws.
  public static func check(path: String) throws(StoreError) -> (problems: Int, report: [String]) {
    var problems = 0
    let list = try ShimList.make(about: path) { list, error in
      withBytes(path) { cxapian_check($0, &problems, list, error) }
    }
    return (problems, list.text(0).split(separator: "\n").map(String.init))
  }
}
