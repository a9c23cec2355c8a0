import Glibc

/// Time since it was made, by a clock that nobody sets.
struct Stopwatch {
  private let start = Self.now()

  var milliseconds: Double { Double(Self.now() - start) / 1e6 }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
