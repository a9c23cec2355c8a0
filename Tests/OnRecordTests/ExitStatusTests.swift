import FileAccess
import Glibc
import Testing

@testable import onrecord

/// How the program ends, and that standard output has data alone.
@Suite struct ExitStatusTests {
  private static let statuses: [([String], Int32)] = [
    (["search", "ceasefire"], 0), (["search", "nowherefound"], 1), (["search", "--count", "nowherefound"], 1),
    (["quotes", "speaker:nobodyatall"], 1), (["facets", "speaker", "nowherefound"], 1),
    (["timeline", "nowherefound"], 1), (["show", "no-such-article"], 1), (["search", "date:11/05/2024"], 2),
    (["search", "\"unbalanced"], 2), (["search", "spaeker:roth"], 2), (["search", "--limit", "many"], 2),
    (["search", "--limit", "-1"], 2), (["search", "--nosuchoption"], 2), (["nosuchcommand"], 2), (["facets"], 2),
    (["facets", "ceasefire"], 2), (["search", "--facet", "nosuchfield"], 2), (["index"], 2),
    (["index", "--index", "a", "--index", "b", "x"], 2), (["search", "--index", "ssh://-oProxyCommand=x/y"], 2),
    (["search", "--json", "--format", "csv"], 2), (["search", "--batch", "/no/such/file"], 2),
    (["check", "/no/such/file.yml"], 2), (["search", "--now", "yesterday"], 2), (["help"], 0), (["help", "search"], 0),
    (["search", "--help"], 0), (["--version"], 0), (["--generate-completion-script", "bash"], 0), ([], 0),
    (["search", "--", "-ceasefire"], 0), (["search", "-ceasefire"], 2),
  ]

  @Test(arguments: statuses)
  func theStatusSaysHowItWent(arguments: [String], status: Int32) throws {
    let run = try Corpus.tool().run(arguments)
    #expect(run.status == status, "\(arguments): \(run.output)\(run.errors)")
    if status > 1 {
      #expect(run.output.isEmpty, "an error belongs on standard error")
      #expect(!run.errors.isEmpty)
    }
  }

  @Test func aWrongQueryIsShownWithACaretAndAHint() throws {
    let run = try Corpus.tool().run(["search", "date:11/05/2024"])
    #expect(
      run.errors == """
        error: 11/05/2024 is 11 May 2024 or 5 November 2024 (ambiguous-date)
          date:11/05/2024
               ^^^^^^^^^^
        hint: date:2024-05-11 or date:2024-11-05

        """)
  }

  @Test func threeKindsOfUselessIndexHaveThreeMessages() throws {
    let scratch = try TemporaryFolder()
    let news = try scratch.write("news.jsonl", Corpus.jsonLines)
    var messages: Set<String> = []

    let missing = try Tool().run(["search", "--index", scratch.path("nothing"), "x"])
    #expect(missing.status == 3)
    messages.insert(missing.errors.replacing(scratch.path("nothing"), with: "DIR"))

    let tool = Tool(environment: ["ONRECORD_INDEX": scratch.path("index")])
    #expect(try tool.run(["index", news]).status == 0)
    let generation = try #require(Files.readLink(scratch.path("index/current")))
    let folder = Files.join(scratch.path("index"), Files.join(generation, "segments"))
    for name in try Files.list(folder) { try Files.write([0x78, 0x79], to: Files.join(folder, name)) }
    let corrupt = try tool.run(["search", "ceasefire"])
    #expect(corrupt.status == 3)
    messages.insert(corrupt.errors.replacing(scratch.path("index"), with: "DIR"))
    #expect(messages.count == 2, "\(messages)")
  }

  @Test func aDatabaseThatEndsTooEarlyIsCalledDamaged() throws {
    let scratch = try TemporaryFolder()
    let news = try scratch.write("news.jsonl", Corpus.jsonLines)
    let tool = Tool(environment: ["ONRECORD_INDEX": scratch.path("index")])
    #expect(try tool.run(["index", news]).status == 0)
    let path = scratch.path("index/current/segments/postlist.glass")
    let bytes = try Files.read(path)
    try Files.write(Array(bytes.prefix(bytes.count / 2)), to: path)
    let run = try tool.run(["search", "--unit", "segment", "ceasefire"])
    #expect(run.status == 3)
    #expect(run.errors.contains("damaged: ") && run.errors.contains("hint: onrecord verify"), "\(run.errors)")
  }

  @Test func unreadableInputsAreNamedAndTheRestIsIndexed() throws {
    let scratch = try TemporaryFolder()
    let news = try scratch.write("news.jsonl", "not json\n" + Corpus.jsonLines)
    let run = try Tool().run(["index", "--index", scratch.path("index"), news])
    #expect(run.status == 4)
    #expect(run.output.hasPrefix("4 added, 0 changed, 0 unchanged, 0 removed, 1 unreadable"))
    #expect(run.errors.contains("news.jsonl:1: "))
    let again = try Tool().run(["index", "--index", scratch.path("index"), news])
    #expect(again.output.hasPrefix("0 added, 0 changed, 4 unchanged, 0 removed, 1 unreadable"))
  }

  @Test func anotherWriterIsAReasonToTryAgain() throws {
    let scratch = try TemporaryFolder()
    let news = try scratch.write("news.jsonl", Corpus.jsonLines)
    let tool = Tool(environment: ["ONRECORD_INDEX": scratch.path("index")])
    #expect(try tool.run(["index", news]).status == 0)
    let lock = try FileLock.acquire(scratch.path("index/lock"))
    #expect(try tool.run(["index", news]).status == 75)
    #expect(try tool.run(["remove", "article:grain-1"]).status == 75)
    #expect(try tool.run(["search", "ceasefire"]).status == 0, "readers are never held up")
    lock?.unlock()
  }

  @Test func whereSeveralHoldTheFirstOfTheListWins() {
    let order: [onrecord.ExitStatus] = [.interrupted, .index, .busy, .usage, .incomplete, .nothing, .done]
    for (place, status) in order.enumerated() {
      for other in order[place...] {
        #expect(status.combined(with: other) == status)
        #expect(other.combined(with: status) == status)
      }
    }
  }

  @Test func aClosedPipeIsANormalEnd() throws {
    let tool = try Corpus.tool()
    let run = try shell("\(Tool.path) search --limit 0 --json; \(Tool.path) dump", until: "head -c 1", tool)
    #expect(run == 0)
  }

  /// The exit status of the first program of a pipe.
  private func shell(_ command: String, until reader: String, _ tool: Tool) throws -> Int32 {
    let scratch = try TemporaryFolder()
    let script = "( \(command); echo $? > \(scratch.path("status")) ) | \(reader) > \(scratch.path("out"))"
    setenv("ONRECORD_INDEX", tool.environment["ONRECORD_INDEX"] ?? "", 1)
    defer { unsetenv("ONRECORD_INDEX") }
    #expect(system(script) == 0)
    let status = String(decoding: try Files.read(scratch.path("status")), as: UTF8.self)
    return Int32(status.filter(\.isNumber)) ?? -1
  }
}
