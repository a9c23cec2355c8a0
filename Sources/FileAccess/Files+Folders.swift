import Glibc

extension Files {
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether nothing has the path; `false` where it can't be told, as in a folder that nobody may look into.
  public static func isMissing(_ path: String) -> Bool {
    access(path, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR)
  }

  public static func isDirectory(_ path: String, followingLinks: Bool = true) -> Bool {
    kind(of: path, followingLinks: followingLinks) == S_IFDIR
  }

  public static func isRegular(_ path: String) -> Bool { kind(of: path, followingLinks: true) == S_IFREG }

  public static func isSymbolicLink(_ path: String) -> Bool { kind(of: path, followingLinks: false) == S_IFLNK }

  private static func kind(of path: String, followingLinks: Bool) -> mode_t? {
    var status = stat()
    let result = followingLinks ? stat(path, &status) : lstat(path, &status)
    return result == 0 ? status.st_mode & S_IFMT : nil
  }

  /// In bytes; `nil` where the file can't be asked.
  public static func size(_ path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// The bytes of all files below a folder; what a symbolic link inside it leads to doesn't count.
  public static func sizeOfTree(_ path: String) -> Int {
    guard isDirectory(path), let names = try? list(path) else { return size(path) ?? 0 }
    let inside = names.map { join(path, $0) }.filter { !isSymbolicLink($0) }
    return inside.reduce(0) { $0 + sizeOfTree($1) }
  }

  /// Seconds since 1970; `nil` where the file can't be asked.
  public static func modificationTime(_ path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_mtim.tv_sec) : nil
  }

  /// Names in the order of their bytes, without `.` and `..`.
  public static func list(_ path: String) throws(FileError) -> [String] {
    guard let directory = opendir(path) else { throw FileError("read the folder", path, code: errno) }
    defer { closedir(directory) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: UInt8.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw FileError("read the folder", path, code: errno) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes a folder and those above it; one that is there already is no error.
  public static func makeDirectory(_ path: String) throws(FileError) {
    if isDirectory(path) { return }
    let parent = directory(of: path)
    if parent != path && !isDirectory(parent) { try makeDirectory(parent) }
    guard mkdir(path, 0o777) == 0 || (errno == EEXIST && isDirectory(path)) else {
      throw FileError("make the folder", path, code: errno)
    }
  }

  /// A new folder with an unpredictable name below `TMPDIR`, for the caller to remove.
  public static func makeTemporaryDirectory(prefix: String) throws(FileError) -> String {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array(join(parent, "\(prefix).XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw FileError("make a folder in", parent, code: errno) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  public static func symlink(to target: String, at path: String) throws(FileError) {
    guard Glibc.symlink(target, path) == 0 else { throw FileError("link", path, code: errno) }
  }

  /// What a symbolic link holds; `nil` where there is none.
  public static func readLink(_ path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    guard count >= 0 else { return nil }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The absolute path without links; `nil` where nothing is there.
  public static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  public static var currentDirectory: String { realPath(".") ?? "." }

  public static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty || name.hasPrefix("/") { return name }
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// All of a path but its last part: `a/b` of `a/b/c`, `.` of `c`, `/` of `/c`.
  public static func directory(of path: String) -> String {
    let bytes = Array(path.utf8)
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == 0 ? "/" : String(decoding: bytes[..<slash], as: UTF8.self)
  }

  /// The last part of a path: `c` of `a/b/c`.
  public static func name(of path: String) -> String {
    let bytes = path.utf8
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[bytes.index(after: slash)...])
  }
}
