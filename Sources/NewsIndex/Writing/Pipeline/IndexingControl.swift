import ArticleReading
import Glibc

/// A record of the input with its number, from 0.
struct NumberedRecord: Sendable {
  var number: UInt32
  var record: InputRecord
  /// How long it is; its bytes are dropped once it is parsed.
  let byteCount: Int
  /// What was made of it, where that is known already.
  var results: IndexingInput.Results?

  init(number: UInt32, record: InputRecord) {
    self.number = number
    self.record = record
    byteCount = record.bytes.count
  }
}

/// The thread that called: it reads, tells how far the run is, and asks whether it shall end.
struct IndexingControl {
  let state: RunState
  private let progress: (IndexingProgress) -> Void
  private let interruption: () -> Interruption
  private let log: (ReadingProblem) -> Void
  private let started = Clock.now
  private var lastReport = 0.0
  private(set) var current = IndexingProgress()
  /// What the user has asked for so far.
  private(set) var wish = Interruption.none

  init(
    log: ((ReadingProblem) -> Void)?, progress: @escaping (IndexingProgress) -> Void,
    interruption: @escaping () -> Interruption, isStrict: Bool = false
  ) {
    state = RunState(keepsFresh: log != nil, isStrict: isStrict)
    self.log = log ?? { _ in }
    self.progress = progress
    self.interruption = interruption
  }

  var seconds: Double { Clock.now - started }

  /// Reads the input to its end, or until the run shall end, and closes the queue.
  ///
  /// - Parameter repeated: Learns what publishers repeat, and marks it; `nil` for articles that are to stay as they are.
  mutating func feed(
    _ queue: BoundedQueue<NumberedRecord>, from input: IndexingInput, repeated: RepetitionCount?, jobs: Int
  ) throws(NewsIndexError) {
    var number: UInt32 = 0
    var window = InputWindow(size: input.windowSize)
    while wish == .none, !state.isStopped, let next = input.next() {
      switch next {
      case .failure(let problem): state.note(problem, at: Admission.Place(record: number, item: 0))
      case .success(let record):
        window.append(NumberedRecord(number: number, record: record))
        if repeated == nil || window.isFull { try put(&window, input.work, repeated, jobs, into: queue) }
      }
      number &+= 1
      look()
    }
    try put(&window, input.work, repeated, jobs, into: queue)
    if wish == .now { queue.abandon() } else { queue.close() }
  }

  private mutating func put(
    _ window: inout InputWindow, _ work: IndexingInput.Work, _ repeated: RepetitionCount?, _ jobs: Int,
    into queue: BoundedQueue<NumberedRecord>
  ) throws(NewsIndexError) {
    guard !window.isEmpty, wish != .now, !state.isStopped else { return }
    let records = try window.take(work, repeated, jobs: jobs, &self)
    for record in records { put(record, into: queue) }
  }

  private mutating func put(_ record: NumberedRecord, into queue: BoundedQueue<NumberedRecord>) {
    while queue.offer(record, milliseconds: 50) == .full {
      look()
      if wish == .now || state.isStopped { return }
    }
  }

  /// Waits for the threads of the run, awake enough to hear the user.
  mutating func wait(for threads: WorkerThreads) {
    while threads.isRunning {
      usleep(10_000)
      look()
    }
    threads.wait()
  }

  mutating func enter(_ phase: IndexingProgress.Phase) {
    current.phase = phase
    lastReport = 0
    look()
  }

  /// Passes on the problems that came since the last time.
  func writeLog() {
    for problem in state.takeFresh() { log(problem) }
  }

  /// Asks the user, and tells how far the run is, five times a second at most.
  mutating func look() {
    writeLog()
    switch (wish, interruption()) {
    case (.now, _), (_, .none): break
    case (_, .now):
      wish = .now
      state.stop()
    case (_, .finish): wish = .finish
    }
    let now = seconds
    guard lastReport == 0 || now - lastReport >= 0.2 else { return }
    lastReport = max(now, 1e-9)
    state.fill(&current)
    current.seconds = now
    progress(current)
  }
}

/// Seconds of a clock that never goes back.
enum Clock {
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
