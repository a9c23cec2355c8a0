import ArticleReading
import FileAccess
import Synchronization
import XapianStore

/// Builds a new generation from an input: one builder a core, small databases, one merge, one swap.
///
///     control -> records -> builders (parse, find, build, small databases) -> merge a unit -> stems, dictionary,
///     manifest -> current
///
/// Nothing is seen before the swap. A run that ends at once leaves a folder that the next writer removes.
struct BulkBuild {
  let options: IndexingOptions
  let input: IndexingInput
  /// An index is there already, which may hold more than a part of the input.
  let replaces: Bool

  private var jobs: Int { options.jobs > 0 ? options.jobs : WorkerThreads.coreCount }

  /// The locks of all layouts are held. Each layout gets the articles whose id falls to it. Where the run ends at once,
  /// or nothing could be read, nothing has changed.
  func run(into layouts: [IndexLayout], _ control: inout IndexingControl, report: inout IndexingReport)
    throws(NewsIndexError)
  {
    var shards: [Shard] = []
    for layout in layouts { shards.append(try Shard(layout)) }
    let admission = Admission(keepsVersions: true)
    let repeated = input.marksRepeated ? RepetitionCount() : nil
    try build(shards, admission, repeated, &control)
    guard control.wish != .now, control.wish != .finish || !replaces else {
      for shard in shards { try shard.discard() }
      report.isInterrupted = true
      return
    }
    // A path that was mistyped, a disk that is not there: an empty index is never what was meant.
    if admission.isEmpty, replaces || control.state.hasUnreadable, control.wish == .none {
      for shard in shards { try shard.discard() }
      report.isLeftAsItWas = true
      return
    }
    let beforeMerge = control.seconds
    try finish(shards, superseded: admission.superseded, repeated?.blocks, &control)
    report.mergeSeconds = control.seconds - beforeMerge
    if control.wish == .now {
      for shard in shards { try shard.discard() }
      report.isInterrupted = true
      return
    }
    try Shard.publish(shards)
    admission.count(into: &report)
    report.isInterrupted = control.wish != .none
  }

  private func build(
    _ shards: [Shard], _ admission: Admission, _ repeated: RepetitionCount?, _ control: inout IndexingControl
  ) throws(NewsIndexError) {
    let queue = BoundedQueue<NumberedRecord>(
      capacity: InputWindow.queueCapacity(marksRepeated: input.marksRepeated, jobs: jobs))
    let (state, work, chunkSize) = (control.state, input.work, options.chunkSize)
    let threads = try WorkerThreads(count: jobs) { number in
      do throws(NewsIndexError) {
        var task = BuilderTask(
          number: number, shards: shards, chunkSize: chunkSize, input: work, state: state, admission: admission)
        try task.run(queue)
      } catch {
        state.fail(error)
        queue.abandon()
      }
    }
    do throws(NewsIndexError) {
      try control.feed(queue, from: input, repeated: repeated, jobs: jobs)
    } catch {
      state.fail(error)
      queue.abandon()
    }
    control.wait(for: threads)
    if let failure = state.failure {
      for shard in shards { try? shard.discard() }
      throw failure
    }
  }

  /// Merges the units of all shards, as many at the same time as there are jobs.
  private func finish(
    _ shards: [Shard], superseded: [ArticleKey], _ repeated: RepeatedBlocks?, _ control: inout IndexingControl
  ) throws(NewsIndexError) {
    control.enter(.merging)
    let tasks = shards.flatMap { shard in [IndexUnit.segment, .statement, .article].map { (shard, $0) } }
    let next = Mutex(0)
    let (state, definition, isMixed) = (control.state, input.definition, input.hasMixedDefinitions)
    let count = min(jobs, tasks.count)
    let threads = try WorkerThreads(count: count) { _ in
      do throws(NewsIndexError) {
        while !state.isStopped {
          let index = next.withLock { next in
            defer { next += 1 }
            return next
          }
          guard index < tasks.count else { break }
          let (shard, unit) = tasks[index]
          var manifest = Manifest(unit: unit, definition: definition)
          manifest.hasMixedDefinitions = isMixed
          try shard.merge(manifest, superseded: superseded, repeated: unit == .article ? repeated : nil)
        }
      } catch {
        state.fail(error)
      }
    }
    control.wait(for: threads)
    if let failure = state.failure {
      for shard in shards { try? shard.discard() }
      throw failure
    }
  }
}
