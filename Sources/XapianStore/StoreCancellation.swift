internal import CXapian

/// Stops searches: when told to, or when its time is up. Shared between tasks.
///
/// `@unchecked Sendable`: the flag inside is atomic, the deadline never changes, and the memory lives as long as the
/// object.
public final class StoreCancellation: @unchecked Sendable {
  let handle: OpaquePointer

  /// `nil` where there is no memory. `afterSeconds`: from now on; `nil`: only when told to.
  public init?(afterSeconds seconds: Double? = nil) {
    guard let made = cxapian_cancellation_new(seconds.map { Swift.max($0, 1e-9) } ?? 0) else { return nil }
    handle = made
  }

  deinit { cxapian_cancellation_free(handle) }

  public func cancel() { cxapian_cancellation_set(handle) }

  public var isCancelled: Bool { cxapian_cancellation_is_set(handle) }
}
