import ArticleModel
import ArticleReading
import FileAccess
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
    // Opened here, so that an interrupted batch is finished before a builder looks what the index holds.
    let ordinals = UnitOrdinals()
    try IndexUpdater(layout: layout, generation: generation, definition: input.definition, ordinals: ordinals).close()
    let admission = Admission(keepsVersions: false)
    let records = BoundedQueue<NumberedRecord>(capacity: 4 * jobs)
    let prepared = BoundedQueue<Prepared>(capacity: 8 * jobs)
    let builders = startBuilders(ordinals, admission, records, prepared, control.state)
    let writer = startWriter(ordinals, admission, records, prepared, control.state)
    control.feed(records, from: input)
    control.wait(for: builders)
    if control.state.isStopped { prepared.abandon() } else { prepared.close() }
    control.wait(for: writer)
    if let failure = control.state.failure { throw failure }
    admission.count(into: &report)
    report.isInterrupted = control.wish != .none
  }

  private func startBuilders(
    _ ordinals: UnitOrdinals, _ admission: Admission, _ records: BoundedQueue<NumberedRecord>,
    _ prepared: BoundedQueue<Prepared>, _ state: RunState
  ) -> WorkerThreads {
    state.begin(jobs)
    let (work, path) = (input.work, layout.path(generation: generation, .article))
    return WorkerThreads(count: jobs) { _ in
      do throws(NewsIndexError) {
        var task = try UpdateTask(path: path, ordinals: ordinals, input: work, state: state, admission: admission)
        try task.run(records, into: prepared)
      } catch {
        state.fail(error)
        records.abandon()
        prepared.abandon()
      }
      state.end()
    }
  }

  private func startWriter(
    _ ordinals: UnitOrdinals, _ admission: Admission, _ records: BoundedQueue<NumberedRecord>,
    _ prepared: BoundedQueue<Prepared>, _ state: RunState
  ) -> WorkerThreads {
    let (layout, generation, definition, batchSize) = (layout, generation, input.definition, options.batchSize)
    return WorkerThreads(count: 1) { _ in
      do throws(NewsIndexError) {
        let updater = try IndexUpdater(
          layout: layout, generation: generation, definition: definition, ordinals: ordinals)
        var batch = UpdateBatch()
        var documents = 0
        while !state.isStopped, let next = prepared.take() {
          // A later article of the input has the same id: it comes, or has come.
          guard admission.isCurrent(next.addition.built.key) else { continue }
          documents += next.addition.built.documentCount
          batch.additions.append(next.addition)
          state.countWritten(textBytes: next.textBytes)
          if documents >= batchSize {
            try updater.apply(batch)
            batch = UpdateBatch()
            documents = 0
          }
        }
        if !state.isStopped, !batch.isEmpty { try updater.apply(batch) }
        try updater.close()
      } catch {
        state.fail(error)
        records.abandon()
        prepared.abandon()
      }
    }
  }
}
