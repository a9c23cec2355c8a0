import Glibc
import Testing
import XapianStore

@testable import NewsIndex

/// Xapian's own lock, which a child process that is being started may hold a little longer than the writer.
struct DatabaseLockTests {
  /// `F_OFD_SETLK`, the lock that Xapian takes: it belongs to the open file, not to the process.
  private static let openFileLock: CInt = 37

  /// Holds the lock of a database until it is closed.
  private func held(_ path: String) throws -> CInt {
    let file = open(path + "/flintlock", O_WRONLY | O_CLOEXEC)
    try #require(file >= 0)
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_len = 1
    try #require(fcntl(file, Self.openFileLock, &lock) == 0)
    return file
  }

  @Test func aLockThatIsGivenBackInAMomentIsWaitedFor() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/statements"
    try StoreWriter(path: path, mode: .create).close()
    let file = try held(path)
    let threads = try WorkerThreads(count: 1) { _ in
      usleep(100_000)
      close(file)
    }
    let writer = try StoreWriter.opening(path, StoreWriterOptions())
    threads.wait()
    try writer.close()
  }

  @Test func aLockThatIsKeptIsAnError() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/statements"
    try StoreWriter(path: path, mode: .create).close()
    let file = try held(path)
    defer { close(file) }
    let error = #expect(throws: StoreError.self) { try StoreWriter.opening(path, StoreWriterOptions()) }
    #expect(error?.code == .databaseLock)
  }
}
