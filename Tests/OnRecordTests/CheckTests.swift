import FileAccess
import Testing

@testable import onrecord

/// Check files, run by the tool.
@Suite struct CheckTests {
  private func check(_ cases: String, _ options: [String] = [], _ environment: [String: String] = [:]) throws
    -> Tool.Run
  {
    let scratch = try TemporaryFolder()
    return try check(in: scratch, cases, options, environment)
  }

  private func check(
    in scratch: TemporaryFolder, _ cases: String, _ options: [String] = [], _ environment: [String: String] = [:]
  ) throws -> Tool.Run {
    let head = "version: 1\nindex: '\(try Corpus.index())'\nnow: 2024-12-15\ncases:\n"
    try scratch.write("checks.yml", head + cases)
    let tool = Tool(environment: environment, folder: scratch.folder)
    return try tool.run(["check", "checks.yml", "--quiet"] + options)
  }

  @Test(arguments: [
    "count: { min: 1 }", "count: { min: 1, max: 90 }", "contains: grain-1", "contains: { article: harbour-1 }",
    "contains: [ grain-1, { publisher: Coast Herald } ]", "not_contains: { publisher: Nobody }",
    "first: { kind: paragraph }", "order: [ { publisher: Coast Herald }, { article: grain-1 } ]",
    "snippet: 'cease\\w+'",
    "max_ms: 0.0001",
  ])
  func whatHoldsPasses(expectation: String) throws {
    let run = try check("  - { name: a, query: ceasefire, sort: oldest, expect: { \(expectation) } }\n")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output == "ok    a\n1 passed, 0 failed\n")
  }

  @Test(arguments: [
    "count: 0", "count: { max: 1 }", "contains: nowhere", "contains: [ grain-1, nowhere ]", "not_contains: grain-1",
    "first: { kind: caption }", "order: [ { article: grain-1 }, { publisher: Coast Herald } ]", "snippet: '^nothing$'",
    "error: ambiguous-date",
  ])
  func whatDoesNotHoldFails(expectation: String) throws {
    let run = try check("  - { name: a, query: ceasefire, sort: oldest, expect: { \(expectation) } }\n")
    #expect(run.status == 1, "\(run.output)\(run.errors)")
    #expect(run.output.hasPrefix("FAIL  a  checks.yml:5\n"))
    #expect(run.output.hasSuffix("0 passed, 1 failed\n"))
  }

  @Test func aFixtureIsIndexedForTheRunAndGoesAfterwards() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("news/news.jsonl", Corpus.jsonLines)
    let file = "version: 1\nfixture: news\ncases:\n  - { name: a, query: ceasefire, expect: { count: { min: 1 } } }\n"
    try scratch.write("checks.yml", file)
    let tool = Tool(environment: ["TMPDIR": scratch.path("tmp")], folder: scratch.folder)
    try Files.makeDirectory(scratch.path("tmp"))
    #expect(try tool.run(["check", "checks.yml"]).output == "ok    a\n1 passed, 0 failed\n")
    #expect(try Files.list(scratch.path("tmp")).isEmpty)
  }

  @Test func facetsErrorsAndSameResults() throws {
    let run = try check(
      """
        - name: who
          query: 'publisher:"coast herald"'
          facet: speaker
          expect: { counts: { "(unknown)": { max: 9 }, "Bo Lindqvist": { min: 1 } } }
        - name: wrong
          query: 'date:11/05/2024'
          expect: { error: ambiguous-date, column: 6 }
        - name: same
          same_results: [ 'speaker:roth', 'speaker:"ada roth"' ]
        - name: ranked
          query: 'grain prices'
          judgments: { "grain-1#1": 3, "grain-1@2": 1, "harbour-1#2": 0 }
          expect: { ndcg@10: { min: 0.1 } }

      """)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    let different = try check("  - { name: d, same_results: [ 'speaker:roth', 'speaker:lindqvist' ] }\n")
    #expect(different.status == 1)
  }

  private static let wrongFiles: [(String, String)] = [
    ("", "empty"), ("  - { name: a, query: b }\n", "expectations"),
    ("  - { query: b, expect: { count: 1 } }\n", "name"),
    ("  - { name: a, query: b, expect: { cuont: 1 } }\n", "unknown key \"cuont\""),
    ("  - { name: a, querry: b, expect: { count: 1 } }\n", "unknown key \"querry\""),
    ("  - { name: a, query: b, expect: {} }\n", "empty"),
    ("  - { name: a, query: b, expect: { count: many } }\n", "number"),
    ("  - { name: a, query: b, expect: { top: [ x ] } }\n", "facet"),
    ("  - { name: a, query: b, expect: { ndcg@10: 1 } }\n", "judgments"),
    ("  - { name: a, query: b, expect: { snippet: '(' } }\n", "regular expression"),
    ("  - { name: a, same_results: [ b ] }\n", "two"),
    ("  - { name: a, query: b, unit: line, expect: { count: 1 } }\n", "one of"),
    ("  - { name: a, query: b, expect: { count: 1 } }\n  - { name: a, query: b, expect: { count: 1 } }\n", "second"),
    ("  - { name: a, query: b, expect: { count: 1, error: x } }\n", "rows"), ("  - [\n", "YAML"),
  ]

  @Test(arguments: wrongFiles)
  func aWrongFileIsAnErrorWithItsPlace(cases: String, reason: String) throws {
    let run = try check(cases)
    #expect(run.status == 2, "\(run.output)\(run.errors)")
    #expect(run.errors.contains("checks.yml") && run.errors.contains(reason) || cases.isEmpty, "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test func anEmptyFileAndAFilterForNothingAreErrors() throws {
    let scratch = try TemporaryFolder()
    let empty = try scratch.write("empty.yml", "")
    #expect(try Tool().run(["check", empty]).status == 2)
    let cases = "  - { name: a, query: ceasefire, expect: { count: { min: 1 } } }\n"
    #expect(try check(cases, ["--filter", "b"]).status == 2)
    #expect(try check(cases, ["--filter", "a"]).status == 0)
  }

  @Test func skippedAndExpectedFailures() throws {
    let run = try check(
      """
        - { name: later, query: ceasefire, skip: not yet, expect: { count: 0 } }
        - { name: known, query: ceasefire, xfail: a bug, expect: { count: 0 } }

      """)
    #expect(run.status == 0)
    #expect(
      run.output == "skip  later (not yet)\nxfail known (a bug)\n0 passed, 0 failed, 1 skipped, 1 failed as expected\n")
    let surprise = try check("  - { name: fixed, query: ceasefire, xfail: true, expect: { count: { min: 1 } } }\n")
    #expect(surprise.status == 1, "an unexpected pass fails")
  }

  @Test func failFastStopsAtTheFirstFailure() throws {
    let cases = """
        - { name: a, query: ceasefire, expect: { count: 0 } }
        - { name: b, query: ceasefire, expect: { count: 0 } }

      """
    #expect(try check(cases, ["--fail-fast"]).output.hasSuffix("0 passed, 1 failed\n"))
    #expect(try check(cases).output.hasSuffix("0 passed, 2 failed\n"))
  }

  @Test func timesAreCheckedOnlyWhereTheyAreAskedFor() throws {
    let cases = "  - { name: a, query: ceasefire, expect: { max_ms: 0.000001 } }\n"
    #expect(try check(cases).status == 0)
    #expect(try check(cases, ["--repeat", "3"]).status == 1)
  }

  @Test func updateReplacesWhatWasWrittenOut() throws {
    let scratch = try TemporaryFolder()
    let cases = """
        - name: a
          query: grain prices title:grain   # a remark
          expect: { count: 7, first: { article: 'x', kind: headline } }  # another
        - name: b
          query: ceasefire
          expect: { count: { min: 900 } }

      """
    let refused = try check(in: scratch, cases, ["--update"], ["CI": "true"])
    #expect(refused.status == 2)
    let run = try check(in: scratch, cases, ["--update"])
    #expect(run.status == 1)
    #expect(run.output.contains("-      expect: { count: 7,") || run.output.contains("-    expect: { count: 7,"))
    let text = String(decoding: try Files.read(scratch.path("checks.yml")), as: UTF8.self)
    #expect(
      text.contains("expect: { count: 1, first: { article: \"grain-1\", kind: headline } }  # another"), "\(text)")
    #expect(text.contains("{ min: 900 }"), "a limit is somebody's thought")
  }

  @Test func everyReportSaysTheSame() throws {
    let scratch = try TemporaryFolder()
    let cases = """
        - { name: good, query: ceasefire, expect: { count: { min: 1 } } }
        - { name: "bad <&>", query: ceasefire, expect: { count: 0 } }

      """
    let kinds = ["tap", "junit", "github", "json", "human"]
    let run = try check(in: scratch, cases, kinds.flatMap { ["--report", "\($0)=\(scratch.path($0))"] })
    #expect(run.status == 1 && run.output.isEmpty)
    func report(_ kind: String) throws -> String { String(decoding: try Files.read(scratch.path(kind)), as: UTF8.self) }
    #expect(try report("tap").hasPrefix("TAP version 13\n1..2\nok 1 - good\nnot ok 2 - bad <&>\n"))
    #expect(try report("junit").contains("name=\"bad &lt;&amp;&gt;\"") && report("junit").contains("failures=\"1\""))
    #expect(try report("github").hasPrefix("::error file=checks.yml,line=6,col="))
    #expect(try JSONValue(try report("json"))["failed"]?.integer == 1)
    #expect(try report("human").hasSuffix("1 passed, 1 failed\n"))
  }
}
