import Glibc

/// A file mapped into memory for reading; unmapped when the last reference goes.
///
/// `@unchecked Sendable`: the mapping never changes after `init`, and nobody writes to it.
public final class MappedFile: @unchecked Sendable {
  private let address: UnsafeMutableRawPointer?
  public let count: Int

  public init(_ path: String) throws(FileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("open", path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError("read", path, code: errno) }
    count = Int(status.st_size)
    guard count > 0 else {
      address = nil
      return
    }
    let mapped = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0)
    guard let mapped, mapped != MAP_FAILED else { throw FileError("map", path, code: errno) }
    address = mapped
  }

  deinit {
    if let address { munmap(address, count) }
  }

  /// Valid as long as the object lives: keep it with what reads them.
  public var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: address, count: count) }

  /// The bytes are valid only during the call.
  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(self) { try body(UnsafeRawBufferPointer(start: address, count: count)) }
  }
}
