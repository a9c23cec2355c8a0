import ArticleModel
import FileAccess
import Glibc
import Testing

@testable import NewsIndex

/// A writer is killed at any moment: the index opens, everything leads to its own text, the next run completes it.
@Suite(.serialized) struct CrashTests {
  private static let seeds: [UInt64] = (1...20).map { $0 }

  private let first = (0..<40).map { MadeArticles.article($0) }
  private let second = (20..<100).map { MadeArticles.article($0, version: 1) }

  private func dump(_ articles: [AnnotatedArticle], to path: String) throws {
    var bytes: [UInt8] = []
    for article in articles {
      bytes += DumpLine(definition: 7, hasMixedDefinitions: false, annotated: article).encode() + [0x0A]
    }
    try Files.write(bytes, to: path)
  }

  private func options(batchSize: Int = 150) -> IndexingOptions {
    var options = IndexingOptions()
    options.jobs = 2
    options.batchSize = batchSize
    return options
  }

  /// Runs the child to its end; how long it ran, in microseconds.
  private func run(_ index: String, _ dump: String) throws -> Int {
    let start = Clock.now
    #expect(try ChildProcess("index-crasher", [index, dump, "40"]).wait() == 0)
    return Int((Clock.now - start) * 1e6)
  }

  /// Kills the child at a random moment of its run; the moment, in microseconds.
  ///
  /// How long a run takes depends on what else the machine does: where the child was done before the moment came, a run
  /// is taken to be shorter, and a fresh copy tried.
  private func kill(
    _ length: inout Int, _ random: inout SeededGenerator, _ dump: String, prepare: () throws -> String
  ) throws -> (index: String, moment: Int) {
    for _ in 0..<40 {
      let index = try prepare()
      let moment = random.below(max(1, length))
      let child = try ChildProcess("index-crasher", [index, dump, "40"])
      usleep(UInt32(moment))
      child.kill()
      if child.wait() != 0 { return (index, moment) }
      length = length * 3 / 4
      try Files.removeTree(index)
    }
    throw NotKilled()
  }

  private struct NotKilled: Error {}

  @Test func anUpdateMayBeKilledAtAnyMoment() throws {
    let folder = try TemporaryFolder()
    let (base, whole, input) = (folder.path + "/base", folder.path + "/whole", folder.path + "/input.jsonl")
    try dump(second, to: input)
    _ = try Indexer.index(IndexingInput(first), into: base, options: options())
    try copyTree(base, to: whole)
    var length = try run(whole, input)
    let expected = try IndexContents(whole).documents

    var halfDone = 0
    // Twenty moments, and more where none of them fell between the first and the last commit.
    for seed in 1...UInt64(100) where seed <= 20 || halfDone == 0 {
      var random = SeededGenerator(seed: seed)
      let (index, moment) = try kill(&length, &random, input) {
        let index = "\(folder.path)/killed-\(seed)"
        try copyTree(base, to: index)
        return index
      }

      let found = try Indexer.verify(index)
      #expect(found.problems == [], "seed \(seed), killed after \(moment) µs")
      if found.notes != [] || (41..<100).contains(found.articles) { halfDone += 1 }
      // Killed before it had done anything: the moments are to come later.
      if found.notes == [], found.articles == 40 { length = length * 5 / 4 }
      let report = try Indexer.index(IndexingInput(second), into: index, options: options(batchSize: 100_000))
      #expect(report.added + report.changed + report.unchanged == second.count)
      #expect(try Indexer.verify(index).notes == [])
      #expect(try IndexContents(index).documents == expected, "seed \(seed), killed after \(moment) µs")
      try Files.removeTree(index)
    }
    // Else the moments were badly chosen, and the test shows nothing.
    #expect(halfDone > 0)
  }

  @Test func aBulkBuildMayBeKilledAtAnyMoment() throws {
    let folder = try TemporaryFolder()
    let (whole, input) = (folder.path + "/whole", folder.path + "/input.jsonl")
    try dump(second, to: input)
    var length = try run(whole, input)
    let expected = try IndexContents(whole).documents
    for seed in Self.seeds.prefix(10) {
      var random = SeededGenerator(seed: seed)
      let (index, moment) = try kill(&length, &random, input) { "\(folder.path)/killed-\(seed)" }
      _ = try Indexer.index(IndexingInput(second), into: index, options: options())
      #expect(try IndexContents(index).documents == expected, "seed \(seed), killed after \(moment) µs")
      #expect(try Files.list(index).count == 3)
      try Files.removeTree(index)
    }
  }

  /// Every state between two commits, made by hand: the kill above hits them by chance only.
  @Test(arguments: [IndexUnit.statement, .segment]) func aUnitThatIsOneBatchBehindIsBroughtUpToDate(unit: IndexUnit)
    throws
  {
    let folder = try TemporaryFolder()
    let (index, copy) = (folder.path + "/index", folder.path + "/copy")
    _ = try Indexer.index(IndexingInput(first), into: index, options: options())
    let layout = IndexLayout(index)
    try copyTree(layout.path(generation: 1, unit), to: copy)
    _ = try Indexer.index(IndexingInput(second), into: index, options: options(batchSize: 100_000))
    let expected = try IndexContents(index).documents
    // The unit as it was before the batch.
    try Files.removeTree(layout.path(generation: 1, unit))
    try copyTree(copy, to: layout.path(generation: 1, unit))

    let found = try Indexer.verify(index)
    #expect(found.problems == [])
    #expect(found.notes == ["\(unit.databaseName): one batch behind; the next writer finishes it"])
    try Indexer.remove(articles: [], from: index)
    #expect(try Indexer.verify(index).notes == [])
    #expect(try IndexContents(index).documents == expected)
  }

  private func copyTree(_ path: String, to target: String) throws {
    if let link = Files.readLink(path) {
      try Files.symlink(to: link, at: target)
    } else if Files.isDirectory(path) {
      try Files.makeDirectory(target)
      for name in try Files.list(path) { try copyTree(Files.join(path, name), to: Files.join(target, name)) }
    } else {
      try Files.write(try Files.read(path), to: target)
    }
  }
}
