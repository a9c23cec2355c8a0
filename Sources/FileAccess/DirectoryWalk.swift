/// Walks a path: the file itself, or all files below a folder, in the order of the bytes of their names.
///
/// Hidden entries are skipped, but not a hidden path that the user names. A symbolic link to a file is
/// followed, one to a folder only if it is the path itself, so that a walk always ends.
public struct DirectoryWalk: Sequence, IteratorProtocol {
  public enum Entry: Sendable {
    case file(String)
    case unreadable(FileError)
  }

  /// Paths still to visit, the next one last.
  private var pending: [String]
  private var isFirst = true

  public init(_ path: String) {
    pending = [path]
  }

  public mutating func next() -> Entry? {
    while let path = pending.popLast() {
      let follows = isFirst
      isFirst = false
      if Files.isDirectory(path, followingLinks: follows) {
        do {
          let names = try Files.list(path).filter { !$0.hasPrefix(".") }
          pending.append(contentsOf: names.reversed().map { Files.join(path, $0) })
        } catch {
          return .unreadable(error)
        }
      } else if path.unicodeScalars.contains("\u{FFFD}"), Files.isMissing(path) {
        // What stands for the bytes that are no UTF-8 is another name.
        return .unreadable(FileError("open", path, reason: "its name is not UTF-8; rename it to have it read"))
      } else if follows || Files.isRegular(path) {
        return .file(path)
      }
    }
    return nil
  }
}
