import Glibc

/// The POSIX file operations that the program needs, without Foundation, which costs at start.
///
/// Every function throws a `FileError` that names the path; none follows up on a failure by itself.
public enum Files {
  /// The whole file, at most `limit` bytes: a longer one is an error, not cut.
  public static func read(_ path: String, limit: Int = .max) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("open", path, code: errno) }
    defer { close(descriptor) }
    return try read(descriptor, path: path, limit: limit)
  }

  public static func readStandardInput(limit: Int = .max) throws(FileError) -> [UInt8] {
    try read(STDIN_FILENO, path: "-", limit: limit)
  }

  static func read(_ descriptor: Int32, path: String, limit: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_size > 0 {
      if status.st_size > limit { throw FileError("read", path, reason: "larger than \(limit) bytes") }
      bytes.reserveCapacity(Int(status.st_size) + 1)
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = retrying { Glibc.read(descriptor, &chunk, chunk.count) }
      guard count >= 0 else { throw FileError("read", path, code: errno) }
      if count == 0 { return bytes }
      if bytes.count + count > limit { throw FileError("read", path, reason: "larger than \(limit) bytes") }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// Creates or overwrites a file.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError("create", path, code: errno) }
    defer { close(descriptor) }
    try write(bytes, to: descriptor, path: path)
  }

  /// Writes beside the file and renames: a reader sees the old content or the new, never a part.
  public static func writeAtomically(_ bytes: [UInt8], to path: String) throws(FileError) {
    let temporary = "\(path).\(getpid()).tmp"
    do {
      try write(bytes, to: temporary)
      try rename(temporary, to: path)
    } catch {
      unlink(temporary)
      throw error
    }
  }

  public static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
    try bytes.withUnsafeBufferPointer { bytes throws(FileError) in
      try write(UnsafeRawBufferPointer(bytes), to: descriptor, path: path)
    }
  }

  public static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = retrying { Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written) }
      guard count >= 0 else { throw FileError("write", path, code: errno) }
      written += count
    }
  }

  public static func rename(_ path: String, to newPath: String) throws(FileError) {
    guard Glibc.rename(path, newPath) == 0 else { throw FileError("rename", path, code: errno) }
  }

  /// Removes a file, a symbolic link or an empty folder; what is not there is no error.
  public static func remove(_ path: String) throws(FileError) {
    guard Glibc.remove(path) == 0 || errno == ENOENT else { throw FileError("remove", path, code: errno) }
  }

  /// Removes a folder with all it holds; symbolic links are removed, not followed.
  public static func removeTree(_ path: String) throws(FileError) {
    if isDirectory(path, followingLinks: false) {
      for name in try list(path) { try removeTree(join(path, name)) }
    }
    try remove(path)
  }
}
