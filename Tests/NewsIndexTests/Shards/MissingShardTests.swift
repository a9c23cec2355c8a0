import FileAccess
import Glibc
import Testing

@testable import NewsIndex

/// A shard that can't be asked is named, and left out only where that is allowed.
struct MissingShardTests {
  private func index(_ ids: String...) throws -> MarkedIndex {
    try MarkedIndex(ids.map { MarkedArticle($0, "{Ada Ames|“amber \($0)”} she said") })
  }

  private func reader(_ places: [String], isPartial: Bool) throws(NewsIndexError) -> IndexReader {
    var options = IndexReader.Options()
    options.isPartial = isPartial
    return try IndexReader(places, options: options)
  }

  private func error(_ places: [String]) -> NewsIndexError? {
    do throws(NewsIndexError) {
      _ = try reader(places, isPartial: false)
      return nil
    } catch { return error }
  }

  private func total(_ reader: IndexReader) throws -> Int {
    try reader.search(SearchRequest(IndexQuery("amber", unit: .segment))).total
  }

  @Test func oneThatIsNotThereIsNamed() throws {
    _ = try ShardServers.fakeSSH.get()
    let good = try index("a", "b")
    let places = [good.folder.path, "ssh://down/srv/news"]
    let failure = try #require(error(places))
    #expect(failure.message.contains("ssh://down/srv/news"))
    #expect(failure.hint?.contains("ssh -oBatchMode=yes -- down xapian-progsrv /srv/news/current/articles") == true)
    #expect(error([good.folder.path, "/nowhere/x"])?.kind == .missing)
    #expect(error([good.folder.path, "tcp://127.0.0.1:1"])?.message.contains("tcp://127.0.0.1:1") == true)

    let partial = try reader(places + ["/nowhere/x", "tcp://127.0.0.1:1"], isPartial: true)
    #expect(partial.missing.map(\.location) == ["ssh://down/srv/news", "/nowhere/x", "tcp://127.0.0.1:1"])
    #expect(try total(partial) == 2)
    #expect(throws: NewsIndexError.self) { try reader(["/nowhere/x", "ssh://down/x"], isPartial: true) }
  }

  @Test func anotherSchemaIsNamed() throws {
    let (good, old) = (try index("a"), try index("b"))
    let generation = try IndexLayout(old.folder.path).holdCurrent()
    for unit in IndexUnit.allCases { try Self.age(unit, generation.path(unit)) }
    let failure = try #require(error([good.folder.path, old.folder.path]))
    #expect(failure.kind == .schema)
    #expect(failure.message.contains(old.folder.path))
    let partial = try reader([old.folder.path, good.folder.path], isPartial: true)
    #expect(partial.missing.map(\.error.kind) == [.schema])
    #expect(try total(partial) == 1)
  }

  private static func age(_ unit: IndexUnit, _ path: String) throws {
    let database = try IndexDatabases.writer(unit, path)
    let manifest = String(decoding: try database.reader().metadata(Manifest.key), as: UTF8.self)
    let old = manifest.replacing("schema=\(IndexSchema.version)", with: "schema=0")
    try database.setMetadata(Manifest.key, Array(old.utf8))
    try database.close()
  }

  /// The files of one shard are overwritten behind its back, once all are open.
  @Test func oneThatBreaksUnderAQuestionIsNamed() throws {
    let good = try index("a", "b")
    let bad = try MarkedIndex(
      (0..<400).map { number in
        MarkedArticle("c\(number)", (0..<40).map { "amber word\(number)x\($0)" }.joined(separator: " "))
      })
    let places = [good.folder.path, bad.folder.path]
    let failing = try reader(places, isPartial: false)
    let partial = try reader(places, isPartial: true)
    let generation = try IndexLayout(bad.folder.path).holdCurrent()
    try Self.overwrite(Files.join(generation.path(.segment), "postlist.glass"))
    let failure = #expect(throws: AskingError.self) { try total(failing) }
    #expect(failure.map { "\($0)" }?.contains(bad.folder.path) == true, "\(String(describing: failure))")
    #expect(failure.map { "\($0)" }?.contains(good.folder.path) == false)
    #expect(try total(partial) == 2)
    #expect(partial.missing.map(\.location) == [bad.folder.path])
  }

  private static func overwrite(_ path: String) throws {
    guard let file = fopen(path, "r+b") else { throw ChildProcess.CannotStart(path: path, code: errno) }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let size = ftell(file)
    fseek(file, 0, SEEK_SET)
    for _ in 0..<size { fputc(0xA5, file) }
  }

  @Test(.enabled(if: ShardServers.areInstalled, "\(ShardServers.whatIsMissing)"))
  func aServerThatGoesAwayIsCalledAgainOrNamed() throws {
    let (good, other) = (try index("a", "b"), try index("c"))
    let server = try TCPShard(other.folder.path)
    let partial = try reader([good.folder.path, server.location], isPartial: true)
    #expect(try total(partial) == 3)
    server.stop()
    #expect(try total(partial) == 2)
    #expect(partial.missing.map(\.location) == [server.location])

    _ = try ShardServers.fakeSSH.get()
    let whole = try reader(["ssh://host\(good.folder.path)"], isPartial: false)
    for shard in whole.index.shards {
      for unit in IndexUnit.allCases { try shard.database(unit)?.close() }
    }
    #expect(try total(whole) == 2, "a connection that ended is made anew")
  }

  @Test(.enabled(if: ShardServers.areInstalled, "\(ShardServers.whatIsMissing)"))
  func portsInAnotherOrderAreSeen() throws {
    let other = try index("c")
    let server = try TCPShard(other.folder.path, units: [.segment, .statement, .article])
    let failure = try #require(error([server.location]))
    #expect(failure.message.contains("the segments are served where the articles should be"))
  }
}
