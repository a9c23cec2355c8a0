import Synchronization

/// Runs a body for each of several numbers at the same time, and waits for all.
public enum SideBySide {
  /// Enough to wait for so many shards on other machines.
  public static let mostThreads = 32

  /// The results in the order of the numbers `0..<count`.
  ///
  /// - Parameter threads: At most so many; with one the body runs on the caller's.
  public static func map<Value: Sendable>(
    _ count: Int, threads: Int = mostThreads, _ body: @escaping @Sendable (Int) -> Value
  ) throws(NewsIndexError) -> [Value] {
    if count <= 1 || threads <= 1 { return (0..<count).map(body) }
    let slots = Slots<Value>(count)
    let threads = try WorkerThreads(count: min(threads, count)) { _ in
      while let index = slots.take() { slots.put(body(index), at: index) }
    }
    threads.wait()
    return slots.values
  }

  private final class Slots<Value: Sendable>: Sendable {
    private let state: Mutex<(next: Int, values: [Value?])>
    private let count: Int

    init(_ count: Int) {
      self.count = count
      state = Mutex((0, Array(repeating: nil, count: count)))
    }

    func take() -> Int? {
      state.withLock { state in
        guard state.next < count else { return nil }
        defer { state.next += 1 }
        return state.next
      }
    }

    func put(_ value: Value, at index: Int) { state.withLock { $0.values[index] = value } }
    var values: [Value] { state.withLock { $0.values.compactMap { $0 } } }
  }
}

/// What a handle is carried in from thread to thread.
///
/// `@unchecked Sendable`: each is used by one thread at a time. `SideBySide.map` gives every number to one thread, and
/// whoever called it waits until all have ended.
struct Carried<Handle>: @unchecked Sendable {
  let handle: Handle
}
