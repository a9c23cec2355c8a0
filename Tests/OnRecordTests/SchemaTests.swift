import FileAccess
import Testing

/// Every line that a command prints as JSON fits the schema file.
@Suite struct SchemaTests {
  private func check(
    _ run: Tool.Run, _ definition: String, status: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let schema = try OutputSchema.shared.get()
    #expect(run.status == status, "\(run.errors)", sourceLocation: sourceLocation)
    #expect(!run.lines.isEmpty, sourceLocation: sourceLocation)
    for line in run.lines {
      #expect(schema.problems(try JSONValue(line), definition) == [], sourceLocation: sourceLocation)
    }
  }

  private static let answers: [([String], String)] = [
    (["search", "ceasefire", "--json"], "hit"), (["search", "ceasefire", "--unit", "article", "--json"], "hit"),
    (["search", "speaker:any", "--json"], "hit"), (["quotes", "--json"], "hit"),
    (["search", "--count", "--json"], "count"), (["facets", "speaker", "region", "date:day", "--json"], "facets"),
    (["timeline", "--json"], "timeline"), (["timeline", "--by", "day", "roth", "--json"], "timeline"),
    (["show", "harbour-1", "--json"], "article"), (["show", "harbour-1#2", "--json"], "article"),
    (["explain", "cease* or roth", "--json"], "explanation"), (["info", "--json"], "info"),
    (["fields", "--json"], "field"), (["verify", "--json"], "verification"),
    (["remove", "--dry-run", "ceasefire", "--json"], "removal"),
  ]

  @Test(arguments: answers)
  func anAnswerFitsTheSchema(arguments: [String], definition: String) throws {
    try check(try Corpus.tool().run(arguments), definition)
  }

  @Test func extractFitsTheSchema() throws {
    try check(try Tool().run(["extract", "--json", "-"], input: Corpus.jsonLines), "article")
  }

  @Test func theFacetObjectComesLast() throws {
    let lines = try Corpus.tool().run(["search", "ceasefire", "--facet", "publisher", "--json"]).lines
    let schema = try OutputSchema.shared.get()
    #expect(lines.count > 1)
    for line in lines.dropLast() { #expect(schema.problems(try JSONValue(line), "hit") == []) }
    #expect(schema.problems(try JSONValue(try #require(lines.last)), "facets") == [])
  }

  @Test func whatWritersReportFitsTheSchema() throws {
    let scratch = try TemporaryFolder()
    let news = try scratch.write("news.jsonl", Corpus.jsonLines + "{\"title\":\"no text\"}\n")
    let tool = Tool(environment: ["ONRECORD_INDEX": scratch.path("index")])
    try check(try tool.run(["index", "--json", news]), "indexing", status: 4)
    try check(try tool.run(["remove", "article:grain-1", "--json"]), "removal")
    try check(try tool.run(["compact", "--json"]), "compaction")
    let dump = try scratch.write("dump.jsonl", try tool.run(["dump"]).output)
    try check(try tool.run(["restore", "--index", scratch.path("again"), "--json", dump]), "indexing")
    try check(
      try tool.run(["merge", "--index", scratch.path("both"), "--json", scratch.path("index"), scratch.path("again")]),
      "indexing")
    let checks = try scratch.write(
      "checks.yml", "version: 1\ncases:\n  - name: a\n    query: ceasefire\n    expect: { count: { min: 1 } }\n")
    try check(try tool.run(["check", checks, "--report", "json"]), "checks")
  }

  @Test func theLogFitsTheSchemaAndEndsWithTheCounts() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("news/news.jsonl", Corpus.jsonLines + "{\"title\":\"no text\"}\n")
    try scratch.write("news/table.tsv", "a\tb\n")
    let tool = Tool(environment: ["ONRECORD_INDEX": scratch.path("index")])
    for _ in 1...2 {
      // The second time nothing is written, but everything is read.
      #expect(try tool.run(["index", "--log", scratch.path("log"), scratch.path("news")]).status == 4)
      let log = String(decoding: try Files.read(scratch.path("log")), as: UTF8.self)
      let lines = try log.split(separator: "\n").map { try JSONValue(String($0)) }
      let schema = try OutputSchema.shared.get()
      for line in lines.dropLast() { #expect(schema.problems(line, "logged") == []) }
      #expect(schema.problems(try #require(lines.last), "logEnd") == [])
      #expect(Set(lines.dropLast().compactMap { $0["cause"]?.string }) == ["no-text", "no-article"], "\(log)")
      let inputs = try #require(lines.last?["inputs"])
      #expect(inputs["read"] == .object(["json": .number(4)]))
      #expect(inputs["skipped"] == .object(["no-article": .number(1)]))
      #expect(inputs["noted"] == .object([:]))
    }
  }

  @Test func aLogThatCantBeWrittenIsSaidBeforeAnythingIsIndexed() throws {
    let scratch = try TemporaryFolder()
    let news = try scratch.write("news.jsonl", Corpus.jsonLines)
    let run = try Tool().run(["index", "--index", scratch.path("index"), "--log", scratch.path("no/log"), news])
    #expect(run.status != 0 && run.errors.contains("no/log"), "\(run.errors)")
    #expect(!Files.exists(scratch.path("index")))
  }

  @Test func filesOfAFolderThatAreNoArticlesAreCountedNotNamed() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("news/news.jsonl", Corpus.jsonLines)
    for name in ["a.tsv", "b.yml", "c.css"] { try scratch.write("news/\(name)", "x: y\n") }
    let index = scratch.path("index")
    let walked = try Tool().run(["index", "--index", index, scratch.path("news")])
    #expect(walked.status == 0)
    #expect(walked.errors == "3 files left out: no articles by their names\n")
    let named = try Tool().run(["index", "--index", index, scratch.path("news/c.css")])
    #expect(named.status == 4)
    #expect(named.errors.contains("c.css: no text"), "\(named.errors)")
  }

  @Test func aValidatorThatLetsEverythingPassWouldBeSeen() throws {
    let schema = try OutputSchema.shared.get()
    let good = #"{"schemaVersion":1,"query":"","total":1,"unit":"segment","exact":true}"#
    #expect(schema.problems(try JSONValue(good), "count") == [])
    for (old, new) in [
      (#""total":1,"#, ""), (#""total":1"#, #""total":1.5"#), (#""unit":"segment""#, #""unit":"line""#),
      (#""exact":true"#, #""exact":true,"more":1"#), (#""schemaVersion":1"#, #""schemaVersion":2"#),
    ] {
      let bad = good.replacing(old, with: new)
      #expect(schema.problems(try JSONValue(bad), "count").count == 1, "\(bad)")
    }
  }
}
