import FileAccess

/// Making, replacing and removing generations: the writer's side of `IndexLayout`.
extension IndexLayout {
  /// Holds the index for one writer.
  func lock(waitSeconds: Int) throws(NewsIndexError) -> FileLock {
    try inFiles { () throws(FileError) in try Files.makeDirectory(directory) }
    let lock = try inFiles { () throws(FileError) in try FileLock.acquire(lockPath, waitSeconds: waitSeconds) }
    guard let lock else {
      throw NewsIndexError(
        .locked, "\(directory): another program writes this index", hint: "try again, or wait with --wait SECONDS")
    }
    return lock
  }

  /// Makes the folder of a generation that nobody sees yet. Only while the lock is held.
  func makeGeneration() throws(NewsIndexError) -> Int {
    try inFiles { () throws(FileError) in
      let number = max(currentGeneration ?? 0, try generations().last ?? 0) + 1
      try Files.makeDirectory(path(generation: number))
      try Files.write([], to: inUsePath(generation: number))
      return number
    }
  }

  /// Lets `current` lead to a generation, in one step for every reader.
  func makeCurrent(_ number: Int) throws(NewsIndexError) {
    writeColumns(generation: number)
    let temporary = currentPath + ".new"
    try inFiles { () throws(FileError) in
      try Files.remove(temporary)
      try Files.symlink(to: "gen-\(number)", at: temporary)
      try Files.rename(temporary, to: currentPath)
    }
  }

  /// Removes every generation but the present one that no reader holds. Only while the lock is held.
  func removeOldGenerations() throws(NewsIndexError) {
    try inFiles { () throws(FileError) in
      for number in try generations() where number != currentGeneration {
        let path = inUsePath(generation: number)
        let isHeld = Files.exists(path) ? try FileLock.acquire(path) == nil : false
        if !isHeld { try Files.removeTree(self.path(generation: number)) }
      }
    }
  }
}
