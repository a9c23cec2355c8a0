import ArticleModel
import ArticleReading
import FileAccess
import Synchronization
import XapianStore

/// Brings an input into an existing index: builders part the articles that are new from those that are known and make
/// documents of the new ones; one thread writes them, batch by batch.
struct UpdateRun {
  let options: IndexingOptions
  let input: IndexingInput
  let layout: IndexLayout
  let generation: Int

  private var jobs: Int { options.jobs > 0 ? options.jobs : WorkerThreads.coreCount }

  /// What a builder hands to the writer.
  struct Prepared: Sendable {
    var addition: UpdateBatch.Addition
    var textBytes: Int
  }

  /// The lock of the index is held.
  func run(_ control: inout IndexingControl, report: inout IndexingReport) throws(NewsIndexError) {
    let capacity = InputWindow.queueCapacity(marksRepeated: input.marksRepeated, jobs: jobs)
    let work = Work(jobs: jobs, queueCapacity: capacity, state: control.state)
    let writer = try startWriter(work)
    // An interrupted batch must be finished, and the numbers of old facet values known, before a builder begins.
    if let known = work.ready.take() {
      do throws(NewsIndexError) {
        let builders = try startBuilders(work)
        let repeated = try repetitionCount(known)
        try control.feed(work.records, from: input, repeated: repeated, jobs: jobs)
        if let repeated, repeated.hasChanged { work.repeated.withLock { $0 = repeated.blocks } }
        control.wait(for: builders)
      } catch {
        work.fail(error)
      }
    }
    if control.state.isStopped { work.prepared.abandon() } else { work.prepared.close() }
    control.wait(for: writer)
    if let failure = control.state.failure { throw failure }
    work.admission.count(into: &report)
    report.isInterrupted = control.wish != .none
  }

  /// What the threads share.
  private final class Work: Sendable {
    let state: RunState
    let ordinals = OrdinalAllocator()
    let admission = Admission(keepsVersions: false)
    let records: BoundedQueue<NumberedRecord>
    let prepared: BoundedQueue<Prepared>
    /// What the index knows of repeated text, once it may be read.
    let ready = BoundedQueue<RepeatedBlocks>(capacity: 1)
    /// What it shall know at the end, if that is something else.
    let repeated = Mutex<RepeatedBlocks?>(nil)

    init(jobs: Int, queueCapacity: Int, state: RunState) {
      self.state = state
      records = BoundedQueue(capacity: queueCapacity)
      prepared = BoundedQueue(capacity: 8 * jobs)
    }

    func fail(_ error: NewsIndexError) {
      state.fail(error)
      records.abandon()
      prepared.abandon()
      ready.abandon()
    }
  }

  private func repetitionCount(_ known: RepeatedBlocks) throws(NewsIndexError) -> RepetitionCount? {
    guard input.marksRepeated else { return nil }
    let path = layout.path(generation: generation, .article)
    let reader = try inStore(path) { () throws(StoreError) in try StoreDatabase(path: path) }
    let texts = try ArticleStore(reader, path: path)
    return RepetitionCount(known) { key throws(NewsIndexError) in
      try texts.versions(of: key.idHash)[key.contentHash] != nil
    }
  }

  private func startBuilders(_ work: Work) throws(NewsIndexError) -> WorkerThreads {
    let (input, path) = (input.work, layout.path(generation: generation, .article))
    return try WorkerThreads(count: jobs) { _ in
      do throws(NewsIndexError) {
        var task = try UpdateTask(
          path: path, ordinals: work.ordinals, input: input, state: work.state, admission: work.admission)
        try task.run(work.records, into: work.prepared)
      } catch {
        work.fail(error)
      }
    }
  }

  private func startWriter(_ work: Work) throws(NewsIndexError) -> WorkerThreads {
    let (layout, generation, definition, batchSize) = (layout, generation, input.definition, options.batchSize)
    return try WorkerThreads(count: 1) { _ in
      do throws(NewsIndexError) {
        let updater = try IndexUpdater(
          layout: layout, generation: generation, definition: definition, ordinals: work.ordinals)
        work.ready.put(try updater.repeatedBlocks())
        try Self.write(work, updater, batchSize)
        if !work.state.isStopped, let repeated = work.repeated.withLock({ $0 }) { try updater.keep(repeated) }
        try updater.close()
      } catch {
        work.fail(error)
      }
    }
  }

  private static func write(_ work: Work, _ updater: IndexUpdater, _ batchSize: Int) throws(NewsIndexError) {
    var batch = UpdateBatch()
    var documents = 0
    while !work.state.isStopped, let next = work.prepared.take() {
      // A later article of the input has the same id: it comes, or has come.
      guard work.admission.isCurrent(next.addition.built.key) else { continue }
      documents += next.addition.built.documentCount
      batch.additions.append(next.addition)
      work.state.countWritten(textBytes: next.textBytes)
      guard documents >= batchSize else { continue }
      try updater.apply(batch)
      batch = UpdateBatch()
      documents = 0
    }
    if !work.state.isStopped, !batch.isEmpty { try updater.apply(batch) }
  }
}
