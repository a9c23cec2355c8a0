/// What was rendered, in the memory that it was written into: whoever prints it copies it no more.
///
/// Never changes, hence safe between threads.
public final class RenderedBytes: @unchecked Sendable {
  private let room: UnsafeMutableRawBufferPointer
  public let count: Int

  /// - Parameter room: Allocated, or empty; its first `count` bytes have been written.
  init(owning room: UnsafeMutableRawBufferPointer, count: Int) {
    self.room = room
    self.count = count
  }

  deinit { room.deallocate() }

  public func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(rebasing: room[..<count]))
  }
}
