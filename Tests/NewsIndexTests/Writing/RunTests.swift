import ArticleModel
import ArticleReading
import FileAccess
import Synchronization
import Testing
import XapianStore

@testable import NewsIndex

/// What a run does beside writing: it stops when asked, waits for others, names what it could not read.
struct RunTests {
  private func made(_ range: Range<Int>, version: Int = 0) -> [AnnotatedArticle] {
    range.map { MadeArticles.article($0, version: version) }
  }

  private var options: IndexingOptions {
    var options = IndexingOptions()
    options.jobs = 2
    options.batchSize = 40
    return options
  }

  /// An input that asks for an end when so many records were read.
  private func run(
    _ articles: [AnnotatedArticle], into path: String, stopAfter count: Int, _ wish: Interruption, rebuild: Bool = false
  ) throws -> IndexingReport {
    var input = IndexingInput(articles)
    let next = input.next
    var read = 0
    input.next = {
      read += 1
      return next()
    }
    var options = options
    options.rebuild = rebuild
    return try Indexer.index(
      input, into: path, options: options, interruption: { read >= count ? wish : .none })
  }

  // MARK: Interruption

  @Test func finishKeepsWhatWasRead() throws {
    let folder = try TemporaryFolder()
    let report = try run(made(0..<100), into: folder.path, stopAfter: 30, .finish)
    #expect(report.isInterrupted)
    #expect(report.added == 30)
    #expect(try IndexContents(folder.path).count(.article) == 30)
    let second = try run(made(0..<100), into: folder.path, stopAfter: 60, .finish)
    #expect((second.added, second.unchanged, second.isInterrupted) == (30, 30, true))
    #expect(try Indexer.verify(folder.path).problems == [])
  }

  @Test func nowLeavesNoNewIndexBehind() throws {
    let folder = try TemporaryFolder()
    let report = try run(made(0..<100), into: folder.path, stopAfter: 30, .now)
    #expect(report.isInterrupted)
    #expect(try Files.list(folder.path) == ["lock"])
  }

  @Test func anInterruptedRebuildKeepsTheOldIndex() throws {
    let folder = try TemporaryFolder()
    _ = try Indexer.index(IndexingInput(made(0..<20)), into: folder.path, options: options)
    let before = try IndexContents(folder.path)
    for wish in [Interruption.finish, .now] {
      let report = try run(made(0..<100), into: folder.path, stopAfter: 5, wish, rebuild: true)
      #expect(report.isInterrupted)
      #expect(try IndexContents(folder.path) == before)
      #expect(try Files.list(folder.path) == ["current", "gen-1", "lock"])
    }
  }

  @Test func nowLeavesAnUpdatedIndexIntact() throws {
    let folder = try TemporaryFolder()
    _ = try Indexer.index(IndexingInput(made(0..<20)), into: folder.path, options: options)
    _ = try run(made(0..<200, version: 1), into: folder.path, stopAfter: 60, .now)
    #expect(try Indexer.verify(folder.path).problems == [])
    _ = try Indexer.index(IndexingInput(made(0..<200, version: 1)), into: folder.path, options: options)
    #expect(try IndexContents(folder.path).count(.article) == 200)
  }

  // MARK: Rebuild, generations, locks

  @Test func aRebuildForgetsWhatIsNotInTheInput() throws {
    let folder = try TemporaryFolder()
    _ = try Indexer.index(IndexingInput(made(0..<20)), into: folder.path, options: options)
    var rebuild = options
    rebuild.rebuild = true
    let report = try Indexer.index(IndexingInput(made(5..<8)), into: folder.path, options: rebuild)
    #expect(report.added == 3)
    #expect(try IndexContents(folder.path).count(.article) == 3)
    #expect(try Files.list(folder.path) == ["current", "gen-2", "lock"])
  }

  @Test func aGenerationThatAReaderHoldsStays() throws {
    let folder = try TemporaryFolder()
    _ = try Indexer.index(IndexingInput(made(0..<20)), into: folder.path, options: options)
    var rebuild = options
    rebuild.rebuild = true
    do {
      let held = try IndexLayout(folder.path).holdCurrent()
      _ = try Indexer.index(IndexingInput(made(0..<5)), into: folder.path, options: rebuild)
      #expect(try StoreDatabase(path: held.path(.article)).documentCount == 20)
      #expect(try Files.list(folder.path) == ["current", "gen-1", "gen-2", "lock"])
    }
    _ = try Indexer.index(IndexingInput(made(0..<6)), into: folder.path, options: options)
    #expect(try Files.list(folder.path) == ["current", "gen-2", "lock"])
  }

  @Test func aSecondWriterIsTurnedAway() throws {
    let folder = try TemporaryFolder()
    let lock = try FileLock.acquire(IndexLayout(folder.path).lockPath)
    let error = #expect(throws: NewsIndexError.self) {
      try Indexer.index(IndexingInput(made(0..<2)), into: folder.path, options: options)
    }
    #expect(error?.kind == .locked)
    lock?.unlock()
  }

  @Test func anIndexOfAnotherSchemaIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    _ = try Indexer.index(IndexingInput(made(0..<2)), into: folder.path, options: options)
    let path = try IndexLayout(folder.path).holdCurrent().path(.article)
    let writer = try StoreWriter(path: path, mode: .open, options: IndexUnit.article.writerOptions())
    var manifest = Manifest(unit: .article, definition: 1)
    manifest.schema = 0
    try writer.setMetadata(Manifest.key, manifest.encode())
    try writer.close()
    let error = #expect(throws: NewsIndexError.self) {
      try Indexer.index(IndexingInput(made(0..<2)), into: folder.path, options: options)
    }
    #expect(error?.kind == .schema)
    var rebuild = options
    rebuild.rebuild = true
    #expect(try Indexer.index(IndexingInput(made(0..<2)), into: folder.path, options: rebuild).added == 2)
  }

  @Test func anotherDefinitionIsNoted() throws {
    let folder = try TemporaryFolder()
    _ = try Indexer.index(IndexingInput(made(0..<4)), into: folder.path, options: options)
    _ = try Indexer.index(IndexingInput(made(0..<4), definition: 8), into: folder.path, options: options)
    #expect(try IndexContents(folder.path).manifests[.article]?.hasMixedDefinitions == false)
    _ = try Indexer.index(IndexingInput(made(0..<5), definition: 8), into: folder.path, options: options)
    #expect(try IndexContents(folder.path).manifests[.article]?.hasMixedDefinitions == true)
  }

  // MARK: Reading

  private func write(_ folder: TemporaryFolder, _ name: String, _ text: String) throws {
    try Files.makeDirectory(Files.directory(of: "\(folder.path)/in/\(name)"))
    try Files.write(Array(text.utf8), to: "\(folder.path)/in/\(name)")
  }

  @Test func filesAreReadAndWhatCannotBeIsNamed() throws {
    let folder = try TemporaryFolder()
    try write(folder, "a.txt", "The bridge\n\nIt was closed on Monday, the town said in the morning.\n")
    try write(folder, "b.jsonl", #"{"id":"b1","text":"The harbour is open."}"# + "\nno json\n")
    let report = try Indexer.index(paths: ["\(folder.path)/in"], into: "\(folder.path)/index", options: options)
    #expect(report.added == 2)
    #expect(report.unreadable.map(\.line) == [2])
    #expect(report.bytes > 50)
    let again = try Indexer.index(paths: ["\(folder.path)/in"], into: "\(folder.path)/index", options: options)
    #expect((again.added, again.unchanged, again.unreadable.count) == (0, 2, 1))
  }

  @Test func theIndexItselfIsNotRead() throws {
    let folder = try TemporaryFolder()
    try write(folder, "a.txt", "The bridge\n\nIt was closed on Monday, the town said in the morning.\n")
    let index = "\(folder.path)/in/built"
    for _ in 1...2 {
      let report = try Indexer.index(paths: ["\(folder.path)/in"], into: index, options: options)
      #expect((report.added + report.unchanged, report.unreadable.count, report.skippedCount) == (1, 0, 0))
    }
  }

  @Test func pruneForgetsArticlesWhoseFileIsGone() throws {
    let folder = try TemporaryFolder()
    let (input, index) = ("\(folder.path)/in", "\(folder.path)/index")
    for name in ["a/1.txt", "a/2.txt", "b/3.txt", "b/\(String(repeating: "long", count: 50)).txt"] {
      try write(folder, name, "Report \(name)\n\nThe bridge of \(name) was closed on Monday.\n")
    }
    _ = try Indexer.index(paths: [input], into: index, options: options)
    try Files.removeTree("\(input)/b")
    try Files.remove("\(input)/a/2.txt")
    var prune = options
    prune.prune = true
    // Files below other paths are left alone, and so is everything without the option.
    #expect(try Indexer.index(paths: ["\(input)/a"], into: index, options: options).removed == 0)
    #expect(try Indexer.index(paths: ["\(input)/a"], into: index, options: prune).removed == 1)
    #expect(try Indexer.index(paths: [input], into: index, options: prune).removed == 2)
    #expect(try IndexContents(index).count(.article) == 1)
    #expect(try Indexer.verify(index).problems == [])
  }

  @Test func pruneForgetsNothingBelowWhatCannotBeRead() throws {
    let folder = try TemporaryFolder()
    let (input, index) = ("\(folder.path)/in", "\(folder.path)/index")
    for name in ["a/1.txt", "a/2.txt", "b/3.txt"] {
      try write(folder, name, "Report \(name)\n\nThe bridge of \(name) was closed on Monday.\n")
    }
    _ = try Indexer.index(paths: [input], into: index, options: options)
    var prune = options
    prune.prune = true
    // A disk that is not mounted: beside a path that is read, and alone.
    try Files.rename("\(input)/b", to: "\(folder.path)/elsewhere")
    let report = try Indexer.index(paths: ["\(input)/a", "\(input)/b"], into: index, options: prune)
    #expect((report.removed, report.unreadable.count) == (0, 1))
    try Files.rename(input, to: "\(folder.path)/away")
    #expect(try Indexer.index(paths: [input], into: index, options: prune).removed == 0)
    try Files.makeDirectory(input)
    #expect(try Indexer.index(paths: [input], into: index, options: prune).removed == 0)
    #expect(try IndexContents(index).count(.article) == 3)
  }

  // MARK: Nothing to read

  @Test func anIndexIsNotReplacedByNothing() throws {
    let folder = try TemporaryFolder()
    try write(folder, "a.txt", "The bridge\n\nIt was closed on Monday, the town said in the morning.\n")
    try Files.makeDirectory("\(folder.path)/empty")
    let index = "\(folder.path)/index"
    _ = try Indexer.index(paths: ["\(folder.path)/in"], into: index, options: options)
    var rebuild = options
    rebuild.rebuild = true
    for path in ["nowhere", "empty"] {
      let report = try Indexer.index(paths: ["\(folder.path)/\(path)"], into: index, options: rebuild)
      #expect(report.isLeftAsItWas, "\(path)")
      #expect(try IndexContents(index).count(.article) == 1)
    }
    let report = try Indexer.restore("\(folder.path)/nowhere", into: index, options: rebuild)
    #expect(report.isLeftAsItWas)
    #expect(try IndexContents(index).count(.article) == 1)
  }

  @Test func aPathThatIsNotThereMakesNoIndex() throws {
    let folder = try TemporaryFolder()
    let index = "\(folder.path)/index"
    #expect(try Indexer.restore("\(folder.path)/nowhere", into: index, options: options).isLeftAsItWas)
    #expect(IndexLayout(index).currentGeneration == nil)
    // An empty folder is read, and has nothing.
    try Files.makeDirectory("\(folder.path)/in")
    #expect(try !Indexer.index(paths: ["\(folder.path)/in"], into: index, options: options).isLeftAsItWas)
    #expect(IndexLayout(index).currentGeneration != nil)
  }

  // MARK: Queue

  @Test func aQueueHandsEverythingOverOnce() throws {
    let queue = BoundedQueue<Int>(capacity: 3)
    let sum = Mutex(0)
    let threads = try WorkerThreads(count: 4) { _ in
      while let number = queue.take() { sum.withLock { $0 += number } }
    }
    for number in 1...1000 { queue.put(number) }
    queue.close()
    threads.wait()
    #expect(sum.withLock { $0 } == 500_500)
    #expect(queue.put(1) == false)
  }

  @Test func aFullQueueLetsTheGiverLookAround() {
    let queue = BoundedQueue<Int>(capacity: 1)
    #expect(queue.offer(1, milliseconds: 5) == .taken)
    #expect(queue.offer(2, milliseconds: 5) == .full)
    queue.abandon()
    #expect(queue.offer(3, milliseconds: 5) == .closed)
    #expect(queue.take() == nil)
  }
}
