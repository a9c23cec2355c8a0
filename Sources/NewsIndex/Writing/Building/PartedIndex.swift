import FileAccess

/// An index in several parts, made in one run and swapped in as one.
///
///     DIR/lock             held by the one who builds
///     DIR/shards           -> set-2, replaced by a rename: what `--index DIR` asks
///     DIR/set-2/shard-1    an index (see `IndexLayout`), and so on
///     DIR/shard-1          -> shards/shard-1: a name for those who write or move one of them
struct PartedIndex {
  let directory: String

  private var linkPath: String { Files.join(directory, IndexLayout.shardsName) }
  private func path(set number: Int) -> String { Files.join(directory, "set-\(number)") }

  /// The shards that are asked now.
  var shards: [IndexLayout] { IndexLayout.shards(of: directory) }

  private var currentSet: Int? { Files.readLink(linkPath).flatMap(Self.number(ofSet:)) }

  private func sets() throws(NewsIndexError) -> [Int] {
    try inFiles { () throws(FileError) in try Files.list(directory).compactMap(Self.number(ofSet:)).sorted() }
  }

  private static func number(ofSet name: String) -> Int? {
    guard name.hasPrefix("set-"), let number = Int(name.dropFirst(4)), "set-\(number)" == name else { return nil }
    return number
  }

  /// Runs a bulk build of so many parts. The lock of `directory` is held.
  ///
  /// - Parameter build: Fills the layouts; those that it left without an index it has given up.
  func replace(parts count: Int, waitSeconds: Int, _ build: ([IndexLayout]) throws(NewsIndexError) -> Void)
    throws(NewsIndexError)
  {
    // Nobody may write into a shard that is about to be replaced.
    var locks: [FileLock] = []
    for shard in shards { locks.append(try shard.lock(waitSeconds: waitSeconds)) }
    defer { for lock in locks { lock.unlock() } }
    try removeOldSets()
    let number = max(currentSet ?? 0, try sets().last ?? 0) + 1
    let layouts = (1...count).map { IndexLayout(Files.join(path(set: number), "shard-\($0)")) }
    for layout in layouts {
      try inFiles { () throws(FileError) in try Files.makeDirectory(layout.directory) }
    }
    do throws(NewsIndexError) { try build(layouts) } catch {
      try? Files.removeTree(path(set: number))
      throw error
    }
    guard layouts.allSatisfy({ $0.currentGeneration != nil }) else {
      return try inFiles { [path = path(set: number)] () throws(FileError) in try Files.removeTree(path) }
    }
    try swap(to: number, parts: count)
    try removeOldSets()
  }

  /// One rename: every reader sees all parts of one set.
  private func swap(to number: Int, parts count: Int) throws(NewsIndexError) {
    try inFiles { () throws(FileError) in
      try Self.link(to: "set-\(number)", at: linkPath)
      for part in 1...count {
        let name = "shard-\(part)"
        try Self.link(to: Files.join(IndexLayout.shardsName, name), at: Files.join(directory, name))
      }
      var extra = count + 1
      while Files.isSymbolicLink(Files.join(directory, "shard-\(extra)")) {
        try Files.remove(Files.join(directory, "shard-\(extra)"))
        extra += 1
      }
    }
  }

  private static func link(to target: String, at path: String) throws(FileError) {
    try Files.remove(path + ".new")
    try Files.symlink(to: target, at: path + ".new")
    try Files.rename(path + ".new", to: path)
  }

  /// Removes every set but the present one of which no reader holds a generation.
  private func removeOldSets() throws(NewsIndexError) {
    for number in try sets() where number != currentSet {
      let path = path(set: number)
      try inFiles { () throws(FileError) in
        for name in try Files.list(path) {
          if try IndexLayout(Files.join(path, name)).isHeld() { return }
        }
        try Files.removeTree(path)
      }
    }
  }
}

extension IndexLayout {
  /// Whether a reader holds any generation.
  fileprivate func isHeld() throws(FileError) -> Bool {
    for number in try generations() {
      let path = inUsePath(generation: number)
      if Files.exists(path), try FileLock.acquire(path) == nil { return true }
    }
    return false
  }
}
