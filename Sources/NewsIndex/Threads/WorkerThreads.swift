import Glibc
import Synchronization

/// Threads that run a body each, to be waited for.
///
/// Not Swift tasks: a builder works for minutes without a pause, and handles of Xapian must stay where they were opened.
public struct WorkerThreads {
  /// The threads that the machine runs at once, at least 1.
  public static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  private var threads: [pthread_t] = []
  private let running = RunningCount()

  /// The bodies get the numbers from 0 to `count - 1`. Fewer threads than asked for do the work as well; none is an error.
  init(count: Int, body: @escaping @Sendable (Int) -> Void) throws(NewsIndexError) {
    for number in 0..<count {
      let work = Unmanaged.passRetained(
        Work { [running] in
          body(number)
          running.change(by: -1)
        })
      running.change(by: 1)
      var thread = pthread_t()
      if pthread_create(&thread, nil, runWork, work.toOpaque()) == 0 {
        threads.append(thread)
      } else {
        running.change(by: -1)
        work.release()
      }
    }
    if threads.isEmpty, count > 0 { throw NewsIndexError(.io, "the system starts no thread for this program") }
  }

  /// Threads that were started.
  var count: Int { threads.count }
  /// Whether a body has not returned yet.
  var isRunning: Bool { running.value > 0 }

  /// Waits until all bodies have returned.
  func wait() {
    for thread in threads { pthread_join(thread, nil) }
  }
}

private final class RunningCount: Sendable {
  private let count = Mutex(0)
  func change(by step: Int) { count.withLock { $0 += step } }
  var value: Int { count.withLock { $0 } }
}

private final class Work: Sendable {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

private func runWork(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument else { return nil }
  Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
  return nil
}
