import FileAccess
import Testing

@testable import onrecord

/// `search --batch`: many queries, one process.
@Suite struct BatchTests {
  private func batch(_ queries: String, _ options: [String] = ["--json"]) throws -> Tool.Run {
    try Corpus.tool().run(["search", "--batch", "-"] + options, input: queries)
  }

  @Test func everyQueryEndsWithItsTotal() throws {
    let run = try batch("first\tceasefire\n\n  \nroth\nseven\tdate:11/05/2024\nnowherefound")
    #expect(run.status == 2, "one of the queries is wrong")
    let ends = try run.lines.map { try JSONValue($0) }.filter { $0["error"] != nil }
    #expect(ends.map { $0["queryId"]?.string } == ["first", "4", "seven", "6"], "blank lines count, but are skipped")
    #expect(ends[0]["error"] == .null && (ends[0]["total"]?.integer ?? 0) > 1)
    #expect(ends[2]["error"]?["code"]?.string == "ambiguous-date")
    #expect(ends[2]["error"]?["column"]?.integer == 6)
    #expect(ends[3]["total"]?.integer == 0 && ends[3]["error"] == .null)
  }

  @Test func rowsAreThoseOfSearchWithTheIdOfTheQuery() throws {
    let rows = try batch("a\tceasefire\n", ["--json", "--limit", "3"]).lines
    let alone = try Corpus.tool().run(["search", "ceasefire", "--json", "--limit", "3"]).lines
    #expect(rows.dropLast().map { $0.replacing(#""queryId":"a","#, with: "") } == alone)
    let schema = try OutputSchema.shared.get()
    for row in rows.dropLast() { #expect(schema.problems(try JSONValue(row), "hit") == []) }
    #expect(schema.problems(try JSONValue(try #require(rows.last)), "batchEnd") == [])
  }

  @Test func aTableHasTheIdInFrontAndNoErrors() throws {
    let run = try batch("a\tceasefire\nb\tdate:11/05/2024\n", ["--format", "tsv", "--limit", "1"])
    #expect(run.lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false)[0] } == ["queryId", "a"])
    #expect(run.errors.contains("query b:") && run.errors.contains("ambiguous-date"))
    #expect(run.status == 2)
    let text = try batch("b\tdate:11/05/2024\n", [])
    #expect(text.output == "== b: date:11/05/2024\n" && text.errors.contains("ambiguous-date"))
  }

  @Test func nothingFoundCountsOnlyWhereItHoldsForAll() throws {
    #expect(try batch("ceasefire\nnowherefound\n").status == 0)
    #expect(try batch("nowherefound\nelsewhere\n").status == 1)
    #expect(try batch("").status == 1)
  }

  @Test func facetsCarryTheIdToo() throws {
    let run = try batch("x\tceasefire\n", ["--json", "--facet", "publisher", "--limit", "1"])
    let facets = try JSONValue(run.lines[1])
    #expect(facets["queryId"]?.string == "x")
    #expect(facets["facets"]?["publisher"] != nil)
  }

  @Test func aLineIsAQueryOrAnIdAndAQuery() {
    #expect(BatchLine(Array("a\tb c".utf8), number: 3).map { [$0.id, $0.query] } == ["a", "b c"])
    #expect(BatchLine(Array("b c".utf8), number: 3).map { [$0.id, $0.query] } == ["3", "b c"])
    #expect(BatchLine(Array("a\tb\tc".utf8), number: 3).map { [$0.id, $0.query] } == ["a", "b\tc"])
    #expect(BatchLine(Array(" \t ".utf8), number: 3) == nil)
    #expect(BatchLine(Array("\tb".utf8), number: 3).map { [$0.id, $0.query] } == ["3", "b"])
    #expect(BatchLine(Array("\u{FEFF}a".utf8), number: 1).map { [$0.id, $0.query] } == ["1", "a"])
  }
}
