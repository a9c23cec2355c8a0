import Glibc

/// Threads that run a body each, to be waited for.
///
/// Not Swift tasks: a builder works for minutes without a pause, and handles of Xapian must stay where they were opened.
struct WorkerThreads {
  /// The threads that the machine runs at once, at least 1.
  static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  private var threads: [pthread_t] = []

  /// The bodies get the numbers from 0 to `count - 1`. A thread that the system refuses runs nothing.
  init(count: Int, body: @escaping @Sendable (Int) -> Void) {
    for number in 0..<count {
      let work = Unmanaged.passRetained(Work { body(number) })
      var thread = pthread_t()
      let status = pthread_create(&thread, nil, runWork, work.toOpaque())
      if status == 0 { threads.append(thread) } else { work.release() }
    }
  }

  /// Threads that really run.
  var count: Int { threads.count }

  /// Waits until all bodies have returned.
  func wait() {
    for thread in threads { pthread_join(thread, nil) }
  }
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
