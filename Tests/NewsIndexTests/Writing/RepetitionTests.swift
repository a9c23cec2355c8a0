import ArticleModel
import ArticleReading
import FileAccess
import IndexDefinition
import Synchronization
import Testing

@testable import NewsIndex

/// Text that a publisher repeats is found while articles are indexed, the same however the work is divided.
struct RepetitionTests {
  private let input: TemporaryFolder
  init() throws { input = try TemporaryFolder() }

  private let footer = "The Tidewater Post is printed beside the old harbour."

  private func line(_ number: Int, publisher: String = "Tidewater Post") -> String {
    let day = "The river rose by \(number) centimetres on that day, and the ferry stayed in the harbour."
    return
      #"{"id":"r\#(number)","publisher":"\#(publisher)","text":"Report \#(number)\n\n\#(day)\n\n\#(footer)"}"# + "\n"
  }

  private func index(_ numbers: Range<Int>, into path: String, jobs: Int = 2, log: ((ReadingProblem) -> Void)? = nil)
    throws -> IndexingReport
  {
    let file = Files.join(input.path, "a.jsonl")
    try Files.write(numbers.flatMap { Array(line($0).utf8) }, to: file)
    var options = IndexingOptions()
    options.jobs = jobs
    var input = IndexingInput(paths: [file], reading: ReadingOptions(), definition: .builtIn)
    input.windowSize = 20
    return try Indexer.index(input, into: path, options: options, log: log)
  }

  /// The ids of the articles whose footer is marked.
  private func marked(_ path: String) throws -> Set<String> {
    let articles = try StoredArticles(path)
    var ids: Set<String> = []
    while let bytes = try articles.nextRecord() {
      let article = try ArticleRecord(decoding: bytes).annotated.article
      if article.blocks.last?.kind == .boilerplate(reason: RepeatedBlocks.reason) { ids.insert(article.id) }
    }
    return ids
  }

  private func ids(_ numbers: Range<Int>) -> Set<String> { Set(numbers.map { "r\($0)" }) }

  @Test func footersAreMarkedHoweverManyJobsWork() throws {
    var contents: [IndexContents] = []
    for jobs in [1, 2, 5] {
      let folder = try TemporaryFolder()
      // More than a window, so that the second begins with what the first has counted.
      _ = try index(0..<50, into: folder.path, jobs: jobs)
      #expect(try marked(folder.path) == ids(0..<50))
      #expect(try Indexer.verify(folder.path).problems == [])
      let found = try IndexContents(folder.path)
      #expect(found.count(.segment) == 100, "a footer is no segment")
      contents.append(found)
    }
    #expect(contents.dropFirst().allSatisfy { $0 == contents[0] })
  }

  @Test func anUpdateKnowsWhatWasCountedBefore() throws {
    let folder = try TemporaryFolder()
    _ = try index(0..<4, into: folder.path)
    #expect(try marked(folder.path) == [])
    _ = try index(4..<6, into: folder.path)
    #expect(try marked(folder.path) == ids(4..<6), "the first four keep what they were written with")
  }

  @Test func theSameInputAgainChangesNothing() throws {
    let folder = try TemporaryFolder()
    _ = try index(0..<3, into: folder.path)
    for _ in 0..<4 {
      let report = try index(0..<3, into: folder.path)
      #expect(report.unchanged == 3)
    }
    // Three articles have the footer, however often they were read.
    _ = try index(3..<4, into: folder.path)
    #expect(try marked(folder.path) == [])

    let many = try TemporaryFolder()
    _ = try index(0..<20, into: many.path)
    let before = try IndexContents(many.path)
    #expect(try index(0..<20, into: many.path).unchanged == 20)
    #expect(try IndexContents(many.path) == before)
  }

  @Test func logNamesTheTextOnce() throws {
    let folder = try TemporaryFolder()
    let found = Mutex([ReadingProblem]())
    let report = try index(0..<10, into: folder.path) { problem in found.withLock { $0.append(problem) } }
    let notes = found.withLock { $0 }
    #expect(
      notes.map(\.reason) == [
        "text that Tidewater Post repeats left out: The Tidewater Post is printed beside the old …"
      ])
    #expect(notes.first?.line == 1)
    #expect(report.reading.count(.note, .repeated) == 1)
    #expect(report.unreadable.isEmpty)
  }

  @Test func countsAreReadAsTheyWereWritten() throws {
    let counts = RepeatedBlocks([
      "Post": .init(articles: 12, paragraphs: [7: 5, UInt64.max: 12, 9: 1]), "Wróbel": .init(articles: 1),
    ])
    let read = try RepeatedBlocks(decoding: counts.encode())
    #expect(read.publishers["Post"] == .init(articles: 12, paragraphs: [7: 5, UInt64.max: 12]))
    #expect(read.publishers["Wróbel"]?.articles == 1)
    #expect(try RepeatedBlocks(decoding: []) == RepeatedBlocks())
    #expect(throws: RecordError.self) { try RepeatedBlocks(decoding: Array(counts.encode().dropLast())) }
  }
}
