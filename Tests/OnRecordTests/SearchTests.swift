import FileAccess
import Testing

/// What `search`, `quotes`, `facets`, `show` and the rest print, whole.
@Suite struct SearchTests {
  @Test func aHeadlineAsTextIsWhatItSaysAndWhereItStands() throws {
    let run = try Corpus.tool().run(["search", "grain", "prices", "title:grain"])
    #expect(
      run.output == """
          1  Grain prices fall after the truce
             Plain Ledger · 2025-01-07 · headline · grain-1#1

        1 segment

        """)
  }

  @Test func quotesAreOnlyThoseOfTheSpeaker() throws {
    let run = try Corpus.tool().run(["quotes", "speaker:lindqvist", "--format", "tsv"])
    let rows = run.lines.dropFirst().map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(rows.count >= 1)
    #expect(rows.allSatisfy { $0[0] == "Bo Lindqvist" }, "\(run.output)")
    #expect(rows.map { String($0[2]) } == rows.map { String($0[2]) }.sorted(), "in the order of their days")
  }

  @Test func firstAndLastAreOneStatementEach() throws {
    let first = try Corpus.tool().run(["quotes", "speaker:roth", "--first", "--format", "tsv"])
    let last = try Corpus.tool().run(["quotes", "speaker:roth", "--last", "--format", "tsv"])
    #expect(first.lines.count == 2 && last.lines.count == 2)
    #expect(first.lines.last != last.lines.last)
  }

  @Test func kindNarrowsAQueryWithoutChangingIt() throws {
    let both = try Corpus.tool().run(["quotes", "speaker:roth or speaker:lindqvist", "--format", "tsv"]).lines
    let direct = try Corpus.tool().run(
      ["quotes", "speaker:roth or speaker:lindqvist", "--kind", "direct", "--format", "tsv"]
    ).lines
    #expect(direct.dropFirst().allSatisfy { $0.contains("\tdirect\t") })
    #expect(direct.count > 1 && direct.count < both.count)
  }

  @Test func facetsCountStatementsWhereTheyAreOfStatements() throws {
    let run = try Corpus.tool().run(["facets", "speaker", "publisher:\"coast herald\"", "--format", "csv"])
    #expect(run.lines.contains { $0.hasPrefix("speaker,Bo Lindqvist,,") }, "\(run.output)")
    let json = try JSONValue(try Corpus.tool().run(["facets", "publisher", "--json"]).output)
    #expect(json["unit"]?.string == "segment")
  }

  @Test func leadingFieldsAreFieldsAndTheRestIsTheQuery() throws {
    let json = try JSONValue(try Corpus.tool().run(["facets", "publisher", "date:year", "region", "--json"]).output)
    guard case .object(let facets)? = json["facets"] else { throw JSONValue.Malformed(offset: 0) }
    #expect(facets.keys.sorted() == ["date:year", "publisher", "region"])
    let query = try Corpus.tool().run(["facets", "publisher", "date:2025", "--json"]).output
    #expect(try JSONValue(query)["facets"]?["publisher"]?["values"]?.elements.count == 1)
  }

  @Test(arguments: ["segment", "article"])
  func aFieldThatTheUnitLacksIsNamed(unit: String) throws {
    let run = try Corpus.tool().run(["facets", "speaker", "--unit", unit])
    #expect(run.status == 0)
    #expect(run.errors.contains("speakers are counted over statements: --unit statement"))
    #expect(!(try Corpus.tool().run(["facets", "speaker", "--unit", "statement"]).errors.contains("--unit")))
    #expect(!(try Corpus.tool().run(["facets", "region", "--unit", unit]).errors.contains("--unit")))
  }

  @Test func limitAndOffsetTurnThePages() throws {
    let all = try Corpus.tool().run(["search", "--limit", "0", "--format", "tsv"]).lines.dropFirst()
    let pages = try (0..<3).flatMap { page in
      try Corpus.tool().run(["search", "--limit", "5", "--offset", "\(page * 5)", "--format", "tsv"]).lines.dropFirst()
    }
    #expect(pages == Array(all.prefix(15)))
  }

  @Test func countIsTheNumberOfAllHits() throws {
    let all = try Corpus.tool().run(["search", "ceasefire", "--limit", "0", "--format", "tsv"]).lines.count - 1
    #expect(try Corpus.tool().run(["search", "ceasefire", "--count"]).output == "\(all)\n")
  }

  @Test func timelineHasItsEmptySteps() throws {
    let run = try Corpus.tool().run(["timeline", "--by", "month", "--format", "csv"])
    #expect(run.lines.map { $0.split(separator: ",")[0] } == ["month", "2024-11", "2024-12", "2025-01"])
    #expect(run.lines[2] == "2024-12,2024-12-01,2024-12-31,0")
  }

  @Test func showMarksSpeakersAndKeepsTheContext() throws {
    let id = try #require(
      try Corpus.tool().run(["quotes", "harbour winter", "--json"]).lines.first.map { try JSONValue($0) }?["id"]?.string
    )
    let whole = try Corpus.tool().run(["show", "harbour-1"]).output
    #expect(whole.contains("[Ada Roth] “We will keep the harbour open"))
    let alone = try Corpus.tool().run(["show", id, "--context", "0"]).output
    #expect(alone.contains("[Ada Roth]") && !alone.contains("Lindqvist"))
    #expect(try Corpus.tool().run(["show", id, "--why"]).output.contains("confidence"))
  }

  @Test func articleTextNeverCommandsATerminal() throws {
    for arguments in [["search", "clerk"], ["show", "control-1"], ["search", "clerk", "--json"]] {
      let run = try Corpus.tool().run(arguments)
      #expect(run.output.contains("letters"))
      #expect(!run.output.unicodeScalars.contains("\u{1B}") && !run.output.unicodeScalars.contains("\u{07}"))
    }
  }

  @Test func colourIsForTerminalsUnlessAskedFor() throws {
    #expect(!(try Corpus.tool().run(["search", "ceasefire"]).output.contains("\u{1B}")))
    #expect(
      try Corpus.tool().run(["search", "ceasefire", "--color", "always"]).output.contains("\u{1B}[1;33mceasefire"))
  }

  @Test func theIndexOfTheCheckoutIsFoundFromBelow() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("Package.swift", "let package = Package(\n  name: \"OnRecord\"\n)\n")
    let news = try scratch.write("Sources/deep/news.jsonl", Corpus.jsonLines)
    let tool = Tool(folder: Files.directory(of: news))
    #expect(try tool.run(["index", "news.jsonl"]).status == 0)
    #expect(Files.exists(scratch.path("Index/built/current")))
    #expect(try tool.run(["search", "ceasefire"]).status == 0)
  }

  @Test func elseTheIndexIsTheUsersOwn() throws {
    let scratch = try TemporaryFolder()
    let news = try scratch.write("news.jsonl", Corpus.jsonLines)
    let tool = Tool(environment: ["XDG_DATA_HOME": scratch.path("data")], folder: scratch.folder)
    #expect(try tool.run(["index", news]).status == 0)
    #expect(Files.exists(scratch.path("data/onrecord/current")))
  }
}
