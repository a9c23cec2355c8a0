import ArticleModel
import FileAccess
import Testing

@testable import NewsIndex

struct BuildingTests {
  private func options(jobs: Int = 2, chunkSize: Int = 30) -> IndexingOptions {
    var options = IndexingOptions()
    options.jobs = jobs
    options.chunkSize = chunkSize
    return options
  }

  private func made(_ count: Int) -> [AnnotatedArticle] { (0..<count).map { MadeArticles.article($0) } }

  @Test func aBulkBuildHoldsEveryUnit() throws {
    let folder = try TemporaryFolder()
    let articles = made(100)
    let report = try Indexer.index(IndexingInput(articles), into: folder.path, options: options())
    #expect(report.added == 100)
    #expect(report.changed + report.unchanged + report.removed + report.duplicates == 0)
    let contents = try IndexContents(folder.path)
    #expect(contents.count(.article) == 100)
    #expect(contents.count(.statement) == articles.reduce(0) { $0 + $1.statements.count })
    #expect(contents.count(.segment) == articles.reduce(0) { $0 + $1.article.segments.count })
    #expect(contents.manifests[.segment]?.documents == contents.count(.segment))
    #expect(try Files.list(folder.path) == ["current", "gen-1", "lock"])
    let files = try Files.list(folder.path + "/gen-1")
    #expect(files.filter { !$0.contains(".") } == ["articles", "inuse", "segments", "statements"])
    #expect(
      files.filter { $0.contains(".") } == [
        "articles.columns", "articles.lengths", "articles.words", "segments.columns", "segments.lengths",
        "statements.columns", "statements.lengths",
      ])
  }

  @Test func theNumberOfJobsChangesNothing() throws {
    let (one, two) = (try TemporaryFolder(), try TemporaryFolder())
    let articles = made(120)
    _ = try Indexer.index(IndexingInput(articles), into: one.path, options: options(jobs: 1, chunkSize: 1000))
    _ = try Indexer.index(IndexingInput(articles), into: two.path, options: options(jobs: 2, chunkSize: 7))
    #expect(try IndexContents(one.path) == IndexContents(two.path))
  }

  @Test func anIndexThatGrewEqualsOneBuiltAtOnce() throws {
    let (grown, bulk) = (try TemporaryFolder(), try TemporaryFolder())
    let first = (0..<40).map { MadeArticles.article($0) }
    let second = (20..<80).map { MadeArticles.article($0, version: $0 % 3) }
    var small = options()
    small.batchSize = 50
    _ = try Indexer.index(IndexingInput(first), into: grown.path, options: small)
    let report = try Indexer.index(IndexingInput(second), into: grown.path, options: small)
    #expect((report.added, report.changed, report.unchanged) == (40, 13, 7))
    let all = (0..<20).map { MadeArticles.article($0) } + second
    _ = try Indexer.index(IndexingInput(all), into: bulk.path, options: options())
    #expect(try IndexContents(grown.path).documents == IndexContents(bulk.path).documents)
  }

  @Test func theSameInputTwiceChangesNothing() throws {
    let folder = try TemporaryFolder()
    _ = try Indexer.index(IndexingInput(made(50)), into: folder.path, options: options())
    let before = try IndexContents(folder.path)
    let report = try Indexer.index(IndexingInput(made(50)), into: folder.path, options: options())
    #expect((report.added, report.changed, report.unchanged) == (0, 0, 50))
    #expect(try IndexContents(folder.path) == before)
  }

  @Test(arguments: [1, 2]) func ofArticlesWithOneIDTheLastCounts(jobs: Int) throws {
    let folder = try TemporaryFolder()
    let versions = [0, 1, 2, 1].flatMap { version in (0..<30).map { MadeArticles.article($0, version: version) } }
    for run in 1...2 {
      let report = try Indexer.index(IndexingInput(versions), into: folder.path, options: options(jobs: jobs))
      #expect(report.added == (run == 1 ? 30 : 0))
      #expect(report.unchanged == (run == 1 ? 0 : 30))
      #expect(report.duplicates == 90)
      let bulk = try TemporaryFolder()
      let last = (0..<30).map { MadeArticles.article($0, version: 1) }
      _ = try Indexer.index(IndexingInput(last), into: bulk.path, options: options())
      #expect(try IndexContents(folder.path).documents == IndexContents(bulk.path).documents)
    }
  }

  @Test func removedArticlesLeaveNothingBehind() throws {
    let (folder, bulk) = (try TemporaryFolder(), try TemporaryFolder())
    _ = try Indexer.index(IndexingInput(made(30)), into: folder.path, options: options())
    let ids = (10..<30).map { "made-\($0)" } + ["unknown"]
    #expect(try Indexer.remove(articles: ids, from: folder.path) == 20)
    #expect(try Indexer.remove(articles: ids, from: folder.path) == 0)
    _ = try Indexer.index(IndexingInput(made(10)), into: bulk.path, options: options())
    #expect(try IndexContents(folder.path).documents == IndexContents(bulk.path).documents)
  }
}
