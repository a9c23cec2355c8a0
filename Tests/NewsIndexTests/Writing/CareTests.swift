import ArticleModel
import FileAccess
import Testing
import XapianStore

@testable import NewsIndex

struct CareTests {
  private func made(_ range: Range<Int>, version: Int = 0) -> [AnnotatedArticle] {
    range.map { MadeArticles.article($0, version: version) }
  }

  private func index(_ articles: [AnnotatedArticle], _ folder: TemporaryFolder, shards: Int = 1) throws {
    var options = IndexingOptions()
    options.jobs = 2
    options.chunkSize = 40
    options.shards = shards
    _ = try Indexer.index(IndexingInput(articles), into: folder.path, options: options)
  }

  // MARK: verify

  @Test func aFreshIndexIsIntact() throws {
    let folder = try TemporaryFolder()
    try index(made(0..<60), folder)
    let report = try Indexer.verify(folder.path)
    #expect(report.problems == [])
    #expect(report.notes == [])
    #expect(report.articles == 60)
    #expect(report.segments == made(0..<60).reduce(0) { $0 + $1.article.segments.count })
  }

  @Test func anIndexAfterUpdatesIsIntactAndCountsWhatWaits() throws {
    let folder = try TemporaryFolder()
    try index(made(0..<30), folder)
    try index(made(10..<40, version: 1), folder)
    let report = try Indexer.verify(folder.path)
    #expect(report.problems == [])
    #expect((report.articles, report.superseded) == (40, 20))
  }

  @Test func aStatementWithoutItsArticleIsNamed() throws {
    let folder = try TemporaryFolder()
    let articles = made(0..<10)
    try index(articles, folder)
    let lost = try #require(articles.first { !$0.statements.isEmpty })
    try setVersions(StoredVersions(), of: lost, folder)
    let report = try Indexer.verify(folder.path)
    let hash = ArticleKey(lost.article).idHash.hexadecimal
    #expect(report.problems.contains("statements: \(hash)#q1: its article is missing"))
    #expect(report.problems.contains { $0.hasPrefix("articles: document ") && $0.hasSuffix("has no article") })
    #expect(report.problems.contains("articles: 9 stored articles count, and 10 documents"))
  }

  @Test func aTextThatIsNotTheOneOfTheStatementIsNamed() throws {
    let folder = try TemporaryFolder()
    let articles = made(0..<10)
    try index(articles, folder)
    let changed = try #require(articles.first { !$0.statements.isEmpty })
    var cut = changed
    cut.article.text = String(cut.article.text.prefix(20))
    var versions = StoredVersions()
    versions.put(
      StoredVersions.Version(
        contentHash: ArticleKey(changed.article).contentHash, counts: true,
        packed: RecordPacking().packed(ArticleRecord(cut).encode())))
    try setVersions(versions, of: changed, folder)
    let report = try Indexer.verify(folder.path)
    #expect(report.problems.contains("articles: \(changed.article.id): another version's key"))
    #expect(report.problems.contains { $0.hasPrefix("statements: \(changed.article.id)#q1: bytes ") })
  }

  /// Puts something else in the place of a stored article.
  private func setVersions(
    _ versions: StoredVersions, of annotated: AnnotatedArticle, _ folder: TemporaryFolder
  ) throws {
    let path = try IndexLayout(folder.path).holdCurrent().path(.article)
    let writer = try StoreWriter(path: path, mode: .open, options: IndexUnit.article.writerOptions())
    try writer.setMetadata(StoredVersions.key(of: ArticleKey(annotated.article).idHash), versions.encode())
    try writer.close()
  }

  @Test func noIndexAndAnotherSchemaAreTwoErrors() throws {
    let folder = try TemporaryFolder()
    #expect(throws: NewsIndexError.self) { try Indexer.verify(folder.path) }
    try index(made(0..<3), folder)
    let generation = try IndexLayout(folder.path).holdCurrent()
    let writer = try StoreWriter(
      path: generation.path(.segment), mode: .open, options: IndexUnit.segment.writerOptions())
    var manifest = Manifest(unit: .segment, definition: 1)
    manifest.schema = 99
    try writer.setMetadata(Manifest.key, manifest.encode())
    try writer.close()
    let error = #expect(throws: NewsIndexError.self) { try Indexer.verify(folder.path) }
    #expect(error?.kind == .schema)
  }

  // MARK: dump, restore, merge, compact

  @Test func aDumpRestoresTheSameIndex() throws {
    let (folder, again) = (try TemporaryFolder(), try TemporaryFolder())
    try index(made(0..<40), folder)
    let file = again.path + "/dump.jsonl"
    var bytes: [UInt8] = []
    #expect(
      try Indexer.dump(folder.path) {
        bytes += $0 + [0x0A]
        return true
      } == 40)
    try Files.write(bytes, to: file)
    let report = try Indexer.restore(file, into: again.path + "/index")
    #expect(report.added == 40)
    #expect(report.unreadable == [])
    let (before, after) = (try IndexContents(folder.path), try IndexContents(again.path + "/index"))
    #expect(before == after)
  }

  @Test func aDumpIsTheSameHoweverTheIndexWasBuilt() throws {
    let (bulk, grown) = (try TemporaryFolder(), try TemporaryFolder())
    try index(made(0..<40), bulk)
    try index(made(30..<40), grown)
    try index(made(0..<35), grown)
    func dump(_ folder: TemporaryFolder) throws -> [[UInt8]] {
      var lines: [[UInt8]] = []
      try Indexer.dump(folder.path) {
        lines.append($0)
        return true
      }
      return lines
    }
    #expect(try dump(bulk) == dump(grown))
  }

  @Test(arguments: UInt64(1)...40) func everyArticleComesBackFromItsDumpLine(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let annotated = random.annotatedArticle()
    let line = DumpLine(definition: seed, hasMixedDefinitions: random.chance(50), annotated: annotated)
    let again = DumpLine(decoding: line.encode())
    #expect(again?.annotated == annotated, "seed \(seed)")
    #expect(again?.definition == seed)
    #expect(again?.hasMixedDefinitions == line.hasMixedDefinitions)
  }

  @Test(arguments: [
    "", "{", "{}", "[]", "{\"a\":1", "{\"a\":}", "{\"text\":\"\\u12\"}", "{\"text\":\"\\ud83d\"}", "{\"a\":[1]}",
    "{\"schemaVersion\":1,\"annotations\":\"====\",\"text\":\"a\"}", "{\"text\":\"a\"}x", "{\"text\":\"a\\",
  ]) func otherLinesAreNoDumpLines(line: String) {
    #expect(DumpLine(decoding: Array(line.utf8)) == nil)
  }

  @Test func escapesOfEveryKindAreRead() {
    let json = #"{"a":"\u0041\n\"\\\/\ud83d\udd4a\t\u00e9","b":12,"c":null}"#
    let object = FlatJSON(Array(json.utf8))
    #expect(object?.text("a") == "A\n\"\\/🕊\té")
    #expect(object?.numbers == ["b": "12", "c": "null"])
  }

  @Test(arguments: UInt64(1)...20) func base64ComesBack(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let bytes = (0..<random.below(50)).map { _ in UInt8(random.below(256)) }
    var text: [UInt8] = []
    Base64.append(bytes, to: &text)
    #expect(Base64.decode(text) == bytes)
  }

  @Test func shardsMergeToTheIndexOfTheWhole() throws {
    let (parted, whole, merged) = (try TemporaryFolder(), try TemporaryFolder(), try TemporaryFolder())
    try index(made(0..<70), parted, shards: 3)
    try index(made(0..<70), whole)
    let shards = (1...3).map { "\(parted.path)/shard-\($0)" }
    #expect(try shards.allSatisfy { try IndexContents($0).count(.article) > 10 })
    let report = try Indexer.merge(shards, into: merged.path + "/index")
    #expect(report.added == 70)
    #expect(try IndexContents(merged.path + "/index") == IndexContents(whole.path))
  }

  @Test func anIndexIsNotOverwrittenByRestoreOrMerge() throws {
    let folder = try TemporaryFolder()
    try index(made(0..<3), folder)
    let error = #expect(throws: NewsIndexError.self) { try Indexer.merge([folder.path], into: folder.path) }
    #expect(error?.kind == .usage)
  }

  @Test func compactionKeepsEverythingAndLetsSupersededVersionsGo() throws {
    let folder = try TemporaryFolder()
    try index(made(0..<40), folder)
    try index(made(0..<20, version: 1), folder)
    let before = try IndexContents(folder.path).documents
    try Indexer.compact(folder.path)
    #expect(try IndexContents(folder.path).documents == before)
    let report = try Indexer.verify(folder.path)
    #expect(report.problems == [])
    #expect((report.articles, report.superseded) == (40, 0))
    #expect(try Files.list(folder.path) == ["current", "gen-2", "lock"])
  }
}
