import FileAccess
import Testing

@testable import onrecord

/// The REPL from a pipe.
@Suite struct ReplTests {
  private func repl(_ lines: [String], _ options: [String] = []) throws -> Tool.Run {
    try Corpus.tool().run(["repl"] + options, input: lines.map { $0 + "\n" }.joined())
  }

  /// Queries of every kind; what they find does not matter, only that both ways agree.
  private static let queries: [String] = {
    let words = ["ceasefire", "harbour", "grain", "roth", "winter", "mill", "plan", "week", "kyiv", "cost"]
    let shapes: [(String) -> String] = [
      { $0 }, { "\($0) ceasefire" }, { "\($0) or prices" }, { "not \($0)" }, { "-\($0) the" }, { "\"\($0) talks\"" },
      { "speaker:roth \($0)" }, { "\($0)*" }, { "said:\($0)" }, { "\($0) date:2024-11.." },
      { "(\($0) or plan) region:any" },
    ]
    return words.flatMap { word in shapes.map { $0(word) } }
  }()

  /// A process a query is slow, so most are asked of a batch, which is another way through the same code; one of each
  /// shape is asked of `search` itself.
  @Test func aLineGivesTheRowsOfSearch() throws {
    #expect(Self.queries.count >= 100)
    let run = try repl([".mode jsonl"] + Self.queries)
    let tool = try Corpus.tool()
    let batch = try tool.run(["search", "--json", "--batch", "-"], input: Self.queries.map { $0 + "\n" }.joined())
    var rows = run.lines[...]
    for (index, query) in Self.queries.enumerated() {
      let id = "\"queryId\":\"\(index + 1)\","
      let expected =
        index < 11
        ? try tool.run(["search", "--json", "--", query]).lines
        : batch.lines.filter { $0.contains(id) && $0.contains("\"rank\"") }.map { $0.replacing(id, with: "") }
      #expect(Array(rows.prefix(expected.count)) == expected, "\(query)")
      rows = rows.dropFirst(expected.count)
    }
    #expect(rows.isEmpty)
  }

  @Test func thereIsNoPromptAndNoColourWithoutATerminal() throws {
    let run = try repl(["grain prices"])
    #expect(run.output == (try Corpus.tool().run(["search", "grain prices"]).output))
    #expect(run.status == 0)
  }

  @Test func narrowingDroppingAndGoingBack() throws {
    let run = try repl([
      ".mode tsv", "ceasefire", "+publisher:\"plain ledger\"", ".drop publisher", ".back", ".and -clerk",
    ])
    func rows(_ query: String) throws -> [String] {
      try Corpus.tool().run(["search", "--format", "tsv", "--", query]).lines
    }
    let narrow = try rows("ceasefire publisher:\"plain ledger\"")
    let expected =
      try rows("ceasefire") + narrow + rows("ceasefire") + narrow + rows("ceasefire publisher:\"plain ledger\" -clerk")
    #expect(run.lines.map(Self.withoutScore) == expected.map(Self.withoutScore), "\(run.errors)")
  }

  /// A query in parentheses weighs the same; the last digit may differ.
  private static func withoutScore(_ row: String) -> [Substring] {
    row.split(separator: "\t", omittingEmptySubsequences: false).enumerated().filter { $0.offset != 1 }.map(\.element)
  }

  @Test func resultNumbersAreReusable() throws {
    let run = try repl(["ceasefire", ".show 2"])
    let id = try #require(
      try Corpus.tool().run(["search", "ceasefire", "--json"]).lines.dropFirst().first.map { try JSONValue($0) }?["id"]?
        .string)
    #expect(run.output.hasSuffix(try Corpus.tool().run(["show", id]).output))
  }

  @Test func aNumberIsOneOfTheScreenOrAnError() throws {
    let run = try repl([".show 1", "ceasefire", ".show 999"])
    #expect(run.errors.contains("there are no results to show"))
    #expect(run.errors.contains("there is no result 999 on the screen"))
    #expect(run.output == (try Corpus.tool().run(["search", "ceasefire"]).output))
  }

  @Test func aNoteIsGivenOnceAQuestionAndNotOnWhatFollowsFromIt() throws {
    let note = "nobody called rothx speaks here"
    let following = try repl(["speaker:rothx", "+ceasefire", ".facets speaker"])
    #expect(following.errors.split(separator: "\n").filter { $0.contains(note) }.count == 1, "\(following.errors)")
    let anew = try repl(["speaker:rothx", "speaker:rothx ceasefire"])
    #expect(anew.errors.split(separator: "\n").filter { $0.contains(note) }.count == 2, "\(anew.errors)")
  }

  @Test func nextTurnsThePage() throws {
    let run = try repl([".mode tsv", ".limit 2", "the", ".next"])
    let pages = try [0, 2].flatMap {
      try Corpus.tool().run(["search", "the", "--limit", "2", "--offset", "\($0)", "--format", "tsv"]).lines
    }
    #expect(run.lines == pages)
  }

  @Test func errorsAreSaidAndTheRestGoesOn() throws {
    let run = try repl(["date:11/05/2024", ".nosuch", ".show", "grain prices"])
    #expect(run.status == 0)
    #expect(run.errors.contains("ambiguous-date") && run.errors.contains(".nosuch"))
    #expect(run.output.contains("grain-1#1"))
  }

  @Test func bailStopsAtTheFirstErrorWithItsStatus() throws {
    let run = try repl([".bail on", "date:11/05/2024", "grain prices"])
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
  }

  @Test func outputGoesToFilesAndBack() throws {
    let scratch = try TemporaryFolder()
    let run = try repl([
      ".once \(scratch.path("once"))", "grain prices", "harbour", ".output \(scratch.path("all"))", "roth", "winter",
      ".output", "mill",
    ])
    func text(_ query: String) throws -> String { try Corpus.tool().run(["search", query]).output }
    func file(_ name: String) throws -> String { String(decoding: try Files.read(scratch.path(name)), as: UTF8.self) }
    #expect(try file("once") == text("grain prices"))
    #expect(try file("all") == text("roth") + text("winter"))
    #expect(run.output == (try text("harbour") + text("mill")))
  }

  @Test func aFileIsReadAsIfTyped() throws {
    let scratch = try TemporaryFolder()
    let script = try scratch.write("script", ".mode jsonl\ngrain prices\n")
    let run = try repl([".read \(script)", ".read \(scratch.path("nothing"))"])
    #expect(run.lines == (try Corpus.tool().run(["search", "grain prices", "--json"]).lines))
    #expect(run.errors.contains("nothing"))
  }

  @Test func theOtherCommandsAnswerLikeTheirNamesakes() throws {
    let run = try repl([".mode csv", "ceasefire", ".facets publisher", ".timeline month", ".quotes", ".fields"])
    let tool = try Corpus.tool()
    let expected = try [
      ["search", "ceasefire"], ["facets", "publisher", "ceasefire"], ["timeline", "ceasefire", "--by", "month"],
      ["quotes", "ceasefire", "--limit", "10", "--sort", "relevance"], ["fields"],
    ].map { try tool.run($0 + ["--format", "csv"]).output }
    #expect(run.output == expected.joined())
  }
}

@Suite struct ReplLineTests {
  @Test func aLineIsACommandOrAQuery() {
    #expect(ReplLine("  ") == .blank)
    #expect(ReplLine("ceasefire talks ") == .query("ceasefire talks"))
    #expect(ReplLine("-nato") == .query("-nato"))
    #expect(ReplLine("+region:ukraine") == .command(.and, "region:ukraine"))
    #expect(ReplLine(".and  a b") == .command(.and, "a b"))
    #expect(ReplLine(".show 3") == .command(.show, "3"))
    #expect(ReplLine(".q") == .unknown("q"), "quotes or quit")
    #expect(ReplLine(".qui") == .command(.quit, ""))
    #expect(ReplLine(". foo") == .unknown(""))
  }

  private static let drops: [(String, String, String, Int)] = [
    ("a b", "region", "a b", 0), ("a region:x", "region", "a", 1), ("a not region:x b", "region", "a b", 1),
    ("a -region:x", "region", "a", 1), ("a where:x", "region", "a", 1), ("a region:\"new york\" b", "region", "a b", 1),
    ("region:x region:y", "region:y", "region:x", 1), ("region:\"New York\"", "region:\"new york\"", "", 1),
    ("a or region:x", "region", "a or region:x", 0), ("a (b or region:x)", "region", "a (b or region:x)", 0),
    ("said:\"region:x\"", "region", "said:\"region:x\"", 0),
  ]

  @Test(arguments: drops)
  func filtersGoWithoutChangingTheRest(text: String, filter: String, rest: String, count: Int) {
    var query = ReplQuery(text)
    #expect(query.drop(filter) == count)
    #expect(query.text(isPlain: false) == rest)
  }

  private static let pairs: [(String, String, String)] = [
    ("a", "b", "a b"), ("a b", "c", "(a b) c"), ("a or b", "c", "(a or b) c"), ("", "c", "c"), ("a", " ", "a"),
    ("speaker:\"x y\"", "region:z", "speaker:\"x y\" region:z"), ("(a or b)", "-c", "(a or b) -c"),
    ("a", "b or c", "a (b or c)"), ("a \"b", "c", "(a \"b) c"),
  ]

  @Test(arguments: pairs)
  func twoQueriesAreJoinedSoThatBothHold(left: String, right: String, both: String) {
    #expect(QueryComposition.and(left, right) == both)
  }
}
