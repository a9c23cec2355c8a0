import ArticleReading
import Synchronization

/// Records that lie behind one another in the input, parsed together before builders get them, so that what a
/// publisher repeats can be counted in the order of the input.
///
/// Where a window ends follows from the input alone. So the index is the same whatever the number of jobs.
struct InputWindow {
  static let mostRecords = 1000
  private static let mostBytes = 32 << 20
  /// So few are parsed sooner than threads are started.
  private static let fewest = 8

  private(set) var records: [NumberedRecord] = []
  private let size: Int
  private var bytes = 0

  init(size: Int) { self.size = size }

  var isEmpty: Bool { records.isEmpty }
  var isFull: Bool { records.count >= size || bytes >= Self.mostBytes }

  /// Builders work on one window while the next is parsed.
  static func queueCapacity(marksRepeated: Bool, jobs: Int) -> Int {
    marksRepeated ? max(mostRecords, 4 * jobs) : 4 * jobs
  }

  mutating func append(_ record: NumberedRecord) {
    records.append(record)
    bytes += record.record.bytes.count
  }

  /// Parses the records on many threads, marks in them what is repeated, and leaves the window empty. Without counts the
  /// records come as they are.
  mutating func take(
    _ work: IndexingInput.Work, _ repeated: RepetitionCount?, jobs: Int, _ control: inout IndexingControl
  ) throws(NewsIndexError) -> [NumberedRecord] {
    defer { self = InputWindow(size: size) }
    guard let repeated else { return records }
    var parsed = try results(work, jobs: jobs, &control)
    for results in parsed { try repeated.note(results) }
    for index in parsed.indices { repeated.mark(&parsed[index], of: records[index].record) }
    return zip(records, parsed).map { NumberedRecord($0, results: $1) }
  }

  private func results(
    _ work: IndexingInput.Work, jobs: Int, _ control: inout IndexingControl
  ) throws(NewsIndexError) -> [IndexingInput.Results] {
    if records.count < Self.fewest { return records.map { work.candidates($0.record) } }
    let found = Mutex([IndexingInput.Results](repeating: [], count: records.count))
    let next = Mutex(0)
    let (records, state) = (records, control.state)
    let threads = try WorkerThreads(count: min(jobs, records.count)) { _ in
      while !state.isStopped {
        let index = next.withLock { next in
          defer { next += 1 }
          return next
        }
        guard index < records.count else { return }
        let results = work.candidates(records[index].record)
        found.withLock { $0[index] = results }
      }
    }
    control.wait(for: threads)
    return found.withLock { $0 }
  }
}

extension NumberedRecord {
  /// What was made of a record, without its bytes: they are not needed again.
  fileprivate init(_ numbered: NumberedRecord, results: IndexingInput.Results) {
    self = numbered
    self.results = results
    record.bytes = []
  }
}
