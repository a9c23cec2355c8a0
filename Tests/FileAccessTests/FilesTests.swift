import FileAccess
import Glibc
import Testing

struct FilesTests {
  private func inTemporaryDirectory(_ body: (String) throws -> Void) throws {
    let directory = try Files.makeTemporaryDirectory(prefix: "onrecord-files")
    defer { try? Files.removeTree(directory) }
    try body(directory)
  }

  @Test func readGivesWhatWriteWrote() throws {
    try inTemporaryDirectory { directory in
      let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      let path = Files.join(directory, "a")
      try Files.writeAtomically(bytes, to: path)
      #expect(try Files.read(path) == bytes)
      #expect(try Files.list(directory) == ["a"])
    }
  }

  @Test func longerThanTheLimitIsAnErrorAndNotCut() throws {
    try inTemporaryDirectory { directory in
      let path = Files.join(directory, "a")
      try Files.write([1, 2, 3, 4], to: path)
      #expect(throws: FileError.self) { try Files.read(path, limit: 3) }
      #expect(try Files.read(path, limit: 4) == [1, 2, 3, 4])
    }
  }

  @Test func missingFileNamesThePath() {
    do throws(FileError) {
      _ = try Files.read("/nowhere/at/all")
      Issue.record("read a file that is not there")
    } catch {
      #expect(error.isMissing)
      #expect(error.description == "/nowhere/at/all: cannot open: No such file or directory")
    }
  }

  @Test func walkIsSortedAndSkipsHiddenEntriesAndLinkedFolders() throws {
    try inTemporaryDirectory { directory in
      try Files.makeDirectory(Files.join(directory, "b/c"))
      for name in ["z.txt", "a.txt", "b/c/x.txt", ".hidden"] {
        try Files.write([], to: Files.join(directory, name))
      }
      try Files.symlink(to: directory, at: Files.join(directory, "b/loop"))
      let found = DirectoryWalk(directory).compactMap { entry -> String? in
        if case .file(let path) = entry { return String(path.dropFirst(directory.count + 1)) }
        return nil
      }
      #expect(found == ["a.txt", "b/c/x.txt", "z.txt"])
    }
  }

  @Test func aNameThatIsNoUTF8IsSaidAndNotPassedOver() throws {
    try inTemporaryDirectory { folder in
      try Files.write([1], to: "\(folder)/a.txt")
      let name = Array("\(folder)/M".utf8) + [0xFC] + Array("ller.txt".utf8) + [0]
      let descriptor = creat(name.map { CChar(bitPattern: $0) }, 0o600)
      #expect(descriptor >= 0)
      close(descriptor)
      var found: [String] = []
      for entry in DirectoryWalk(folder) {
        switch entry {
        case .file(let path): found.append(Files.name(of: path))
        case .unreadable(let error): found.append("\(Files.name(of: error.path)): \(error.reason)")
        }
      }
      #expect(found == ["M\u{FFFD}ller.txt: its name is not UTF-8; rename it to have it read", "a.txt"])
    }
  }

  @Test(arguments: [("a/b/c", "a/b", "c"), ("c", ".", "c"), ("/c", "/", "c")])
  func pathsComeApart(path: String, folder: String, name: String) {
    #expect(Files.directory(of: path) == folder)
    #expect(Files.name(of: path) == name)
  }

  @Test func lockIsHeldByOneAtATime() throws {
    try inTemporaryDirectory { directory in
      let path = Files.join(directory, "lock")
      let first = try FileLock.acquire(path)
      #expect(first != nil)
      #expect(try FileLock.acquire(path) == nil)
      #expect(try FileLock.acquire(path, .shared) == nil)
      first?.unlock()
      let shared = try FileLock.acquire(path, .shared)
      #expect(shared != nil)
      #expect(try FileLock.acquire(path, .shared) != nil)
    }
  }

  @Test func mappedFileHoldsTheBytes() throws {
    try inTemporaryDirectory { directory in
      let path = Files.join(directory, "m")
      try Files.write([7, 8, 9], to: path)
      #expect(try MappedFile(path).withBytes { Array($0) } == [7, 8, 9])
      try Files.write([], to: path)
      #expect(try MappedFile(path).withBytes { $0.isEmpty })
    }
  }
}
