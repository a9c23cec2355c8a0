import FileAccess

/// The folder of an index.
///
///     DIR/lock            held by the one writer
///     DIR/current         -> gen-3, replaced by a rename
///     DIR/gen-3/inuse     every reader holds it shared; an old generation goes when nobody does
///     DIR/gen-3/articles, statements, segments
///     DIR/gen-3/statements.columns, ...    derived, see `ColumnSource`; may be removed at any time
///     DIR/gen-4           a bulk build under way: no reader sees it until `current` leads to it
///
/// Readers on other machines hold no lock: what they have open stays readable, but can't be opened again once a newer
/// generation has replaced it.
public struct IndexLayout: Hashable, Sendable {
  public let directory: String

  public init(_ directory: String) {
    self.directory = directory
  }

  public var lockPath: String { Files.join(directory, "lock") }
  public var currentPath: String { Files.join(directory, "current") }

  /// The number of the generation that `current` leads to; `nil` where there is no index.
  public var currentGeneration: Int? {
    Files.readLink(currentPath).flatMap { Self.number(ofGeneration: Files.name(of: $0)) }
  }

  /// All generations that have a folder, ascending.
  public func generations() throws(FileError) -> [Int] {
    guard Files.isDirectory(directory) else { return [] }
    return try Files.list(directory).compactMap(Self.number(ofGeneration:)).sorted()
  }

  private static func number(ofGeneration name: String) -> Int? {
    guard name.hasPrefix("gen-"), let number = Int(name.dropFirst(4)), "gen-\(number)" == name else { return nil }
    return number
  }

  public func path(generation: Int) -> String { Files.join(directory, "gen-\(generation)") }

  public func path(generation: Int, _ unit: IndexUnit) -> String {
    Files.join(path(generation: generation), unit.databaseName)
  }

  func inUsePath(generation: Int) -> String { Files.join(path(generation: generation), "inuse") }
}

/// A generation that can't go while this object lives.
///
/// Not `Sendable`: it owns a file descriptor, and belongs to the reader that opened the databases.
public final class HeldGeneration {
  public let number: Int
  public let path: String
  private let lock: FileLock

  fileprivate init(_ number: Int, _ path: String, _ lock: FileLock) {
    self.number = number
    self.path = path
    self.lock = lock
  }

  public func path(_ unit: IndexUnit) -> String { Files.join(path, unit.databaseName) }
}

extension IndexLayout {
  /// Holds the generation that `current` leads to, so that the writer leaves it alone.
  ///
  /// Between reading `current` and locking, a writer may swap and remove it: then the next one is tried.
  public func holdCurrent() throws(NewsIndexError) -> HeldGeneration {
    for _ in 0..<100 {
      guard let number = currentGeneration else { break }
      let lock = try? FileLock.acquire(inUsePath(generation: number), .shared, waitSeconds: 0)
      if let lock, currentGeneration == number {
        return HeldGeneration(number, path(generation: number), lock)
      }
    }
    throw NewsIndexError(
      .missing, "\(directory): no index here", hint: "make one with: onrecord index --index \(directory) PATH...")
  }
}

extension IndexLayout {
  /// The link of a parted index to the folder with its shards.
  static let shardsName = "shards"

  /// The indexes that `index --shards` made in a folder, as they are now; empty where there are none.
  ///
  /// The link is followed here, once: all of them are of one build.
  public static func shards(of folder: String) -> [IndexLayout] {
    guard IndexLayout(folder).currentGeneration == nil, let target = Files.readLink(Files.join(folder, shardsName))
    else { return [] }
    var shards: [IndexLayout] = []
    while true {
      let layout = IndexLayout(Files.join(Files.join(folder, target), "shard-\(shards.count + 1)"))
      guard Files.isDirectory(layout.directory) else { return shards }
      shards.append(layout)
    }
  }
}
