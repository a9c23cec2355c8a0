import Glibc

/// An advisory lock on a file, held until `unlock()` or until the object goes, also when the process is killed.
public final class FileLock {
  public enum Mode: Sendable { case shared, exclusive }

  private var descriptor: Int32

  /// Creates the file where it is missing.
  ///
  /// - Returns: `nil` where another process holds the lock for longer than `waitSeconds`.
  public static func acquire(_ path: String, _ mode: Mode = .exclusive, waitSeconds: Int = 0) throws(FileError)
    -> FileLock?
  {
    let descriptor = open(path, (mode == .exclusive ? O_RDWR | O_CREAT : O_RDONLY) | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError("open", path, code: errno) }
    let operation = (mode == .exclusive ? LOCK_EX : LOCK_SH) | LOCK_NB
    var attempts = waitSeconds * 20
    while flock(descriptor, operation) != 0 {
      let code = errno
      if code == EINTR { continue }
      guard code == EWOULDBLOCK, attempts > 0 else {
        close(descriptor)
        if code == EWOULDBLOCK { return nil }
        throw FileError("lock", path, code: code)
      }
      attempts -= 1
      usleep(50_000)
    }
    return FileLock(descriptor)
  }

  private init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit { unlock() }

  public func unlock() {
    // Said, and not left to closing: a child process that is just being started has the file open too.
    if descriptor >= 0 {
      _ = flock(descriptor, LOCK_UN)
      close(descriptor)
    }
    descriptor = -1
  }
}
