import FileAccess
import Glibc
import NewsIndex

/// Finds the index that a command means.
enum IndexLocation {
  /// The first that applies: the options, `ONRECORD_INDEX`, the index of the checkout one stands in, the user's own.
  static func directories(_ named: [String]) throws(Failure) -> [String] {
    if !named.isEmpty {
      for name in named { try check(name) }
      return named
    }
    if let name = Environment["ONRECORD_INDEX"], !name.isEmpty {
      try check(name)
      return [name]
    }
    if let root = checkout(above: Files.currentDirectory) { return [Files.join(root, "Index/built")] }
    let data = Environment.folder("XDG_DATA_HOME") ?? Files.join(Environment.home, ".local/share")
    return [Files.join(data, "onrecord")]
  }

  /// The one index that a command writes.
  static func directory(_ named: [String]) throws(Failure) -> String {
    let directories = try directories(named)
    guard directories.count == 1, let directory = directories.first else {
      throw Failure(.usage, "this command works on one index: give --index once")
    }
    if isRemote(directory) { throw Failure(.usage, "\(directory): a remote index can only be asked") }
    return directory
  }

  /// The nearest folder at or above one whose `Package.swift` names OnRecord.
  static func checkout(above folder: String) -> String? {
    var folder = folder
    while true {
      if namesOnRecord(Files.join(folder, "Package.swift")) { return folder }
      let parent = Files.directory(of: folder)
      guard parent != folder, parent != "." else { return nil }
      folder = parent
    }
  }

  private static func namesOnRecord(_ manifest: String) -> Bool {
    guard Files.isRegular(manifest), let bytes = try? Files.read(manifest, limit: 1 << 20) else { return false }
    return String(decoding: bytes, as: UTF8.self).contains("name: \"OnRecord\"")
  }

  /// The folders on this machine that a command looks into by itself, not through questions.
  static func folders(_ named: [String], for what: String) throws(Failure) -> [String] {
    let directories = try directories(named)
    for directory in directories where isRemote(directory) {
      throw Failure(
        .usage, "\(directory): a remote index can't be \(what) from here", hint: "run onrecord on its machine")
    }
    return directories.flatMap { directory in
      let shards = IndexLayout.shards(of: directory)
      return shards.isEmpty ? [directory] : shards.map(\.directory)
    }
  }

  private static func isRemote(_ name: String) -> Bool { name.hasPrefix("ssh://") || name.hasPrefix("tcp://") }

  private static func check(_ name: String) throws(Failure) {
    do throws(NewsIndexError) { _ = try ShardLocation(name) } catch { throw Failure(error) }
  }
}
