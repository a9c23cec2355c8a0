import FileAccess
import Glibc

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

  private static func isRemote(_ name: String) -> Bool { name.hasPrefix("ssh://") || name.hasPrefix("tcp://") }

  /// The host and path of `ssh://` become words of a command line: nothing but harmless characters gets there.
  private static func check(_ name: String) throws(Failure) {
    if name.isEmpty { throw Failure(.usage, "--index needs a folder") }
    guard isRemote(name) else { return }
    let rest = name.dropFirst(6)
    let isHarmless = rest.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        return true
      case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "-"): return true
      case UInt8(ascii: ":"): return name.hasPrefix("tcp://")
      default: return false
      }
    }
    guard isHarmless, !rest.isEmpty, !rest.hasPrefix("-"), !rest.hasPrefix("/") else {
      throw Failure(.usage, "\(name): host and path may hold only A-Za-z0-9._@/- and not begin with -")
    }
    throw Failure(.usage, "\(name): indexes on other machines can't be asked yet")
  }
}
