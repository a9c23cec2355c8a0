import Glibc

/// Hands values from threads to threads, and holds the givers back when it is full: so memory stays bounded.
///
/// `@unchecked Sendable`: every stored value is touched only with the mutex held.
final class BoundedQueue<Element: Sendable>: @unchecked Sendable {
  private let capacity: Int
  private var elements: [Element] = []
  /// The first element not yet taken.
  private var first = 0
  private var isClosed = false
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init(capacity: Int) {
    self.capacity = capacity
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  private var count: Int { elements.count - first }

  enum Outcome: Hashable, Sendable {
    case taken, full, closed
  }

  /// Waits for room; `false`, and the value is dropped, where the queue is closed.
  @discardableResult
  func put(_ element: Element) -> Bool { offer(element, milliseconds: nil) == .taken }

  /// Waits for room, but not longer than a time: the caller may have something else to look after.
  func offer(_ element: Element, milliseconds: Int?) -> Outcome {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    let deadline = milliseconds.map(Self.time(inMilliseconds:))
    while count >= capacity, !isClosed {
      guard var deadline else {
        pthread_cond_wait(changed, mutex)
        continue
      }
      if pthread_cond_timedwait(changed, mutex, &deadline) != 0 { return .full }
    }
    if isClosed { return .closed }
    elements.append(element)
    pthread_cond_broadcast(changed)
    return .taken
  }

  private static func time(inMilliseconds milliseconds: Int) -> timespec {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let nanoseconds = now.tv_nsec + milliseconds % 1000 * 1_000_000
    return timespec(
      tv_sec: now.tv_sec + milliseconds / 1000 + nanoseconds / 1_000_000_000, tv_nsec: nanoseconds % 1_000_000_000)
  }

  /// Waits for a value; `nil` when the queue is closed and empty.
  func take() -> Element? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while count == 0, !isClosed { pthread_cond_wait(changed, mutex) }
    guard count > 0 else { return nil }
    let element = elements[first]
    first += 1
    if first >= 64 {
      elements.removeFirst(first)
      first = 0
    }
    pthread_cond_broadcast(changed)
    return element
  }

  /// No more values come; those in the queue can still be taken.
  func close() {
    pthread_mutex_lock(mutex)
    isClosed = true
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(mutex)
  }

  /// No more values come, and those in the queue are dropped.
  func abandon() {
    pthread_mutex_lock(mutex)
    isClosed = true
    elements = []
    first = 0
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(mutex)
  }
}
