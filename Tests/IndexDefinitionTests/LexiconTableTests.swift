import FileAccess
import IndexDefinition
import Testing

@Suite struct LexiconTableTests {
  @Test func aRowIsFoundByItsKeyAndByNothingElse() throws {
    let index = try TemporaryIndex(["colours.tsv": table("blue\t1", "green\t2", "red\t3")])
    let colours = try index.definition().table("colours")
    #expect(colours.count == 3)
    #expect(colours.row("green")?[1] == "2")
    #expect(colours.row("green")?["value"] == "2")
    #expect(colours.row("green")?.int(1) == 2)
    #expect(colours.row("green")?.line == 9)
    #expect(colours.row("gree") == nil)
    #expect(colours.row("") == nil)
    #expect(colours.row("green ") == nil)
  }

  @Test func foldedKeysAreLookedUpFoldedAndKeptAsWritten() throws {
    let index = try TemporaryIndex(["cities.tsv": table("Łódź\tPL", "São Paulo\tBR")])
    let cities = try index.definition().table("cities")
    let row = try #require(cities.row("sao paulo"))
    #expect(row.key == "sao paulo")
    #expect(row[0] == "São Paulo")
    #expect(cities.row("lodz")?[1] == "PL")
    #expect(cities.row("São Paulo") == nil)
  }

  @Test func exactKeysKeepTheirCase() throws {
    let index = try TemporaryIndex(["units.tsv": table(keys: "exact", "MW\tmega", "mW\tmilli")])
    let units = try index.definition().table("units")
    #expect(units.row("MW")?[1] == "mega")
    #expect(units.row("mW")?[1] == "milli")
    #expect(units.row("mw") == nil)
  }

  @Test func aKeyMayStandOnSeveralLines() throws {
    let index = try TemporaryIndex(["places.tsv": table("Georgia\tGE", "Georgia\tUS-GA", "Ghana\tGH")])
    let places = try index.definition().table("places")
    #expect(places.rows("georgia").map { $0[1] } == ["GE", "US-GA"])
    #expect(places.rows("ghana").map { $0[1] } == ["GH"])
    #expect(places.rows("gabon").isEmpty)
  }

  @Test func theHashGrowsOverTheWordsOfALongerKey() throws {
    let index = try TemporaryIndex(["places.tsv": table("new\t0", "new york city\t2", "york\t1")])
    let places = try index.definition().table("places")
    var hash = LexiconHash("new")
    #expect(places.longestKeyWords == 3)
    var probe = places.probe(hash: hash) { Array($0) == Array("new".utf8) }
    #expect(probe.row?[1] == "0")
    #expect(probe.continues)
    for byte in " york".utf8 { hash.append(byte) }
    probe = places.probe(hash: hash) { _ in true }
    #expect(probe.row == nil)
    #expect(probe.continues)
    for byte in " city".utf8 { hash.append(byte) }
    #expect(hash == LexiconHash("new york city"))
    probe = places.probe(hash: hash) { Array($0) == Array("new york city".utf8) }
    #expect(probe.row?[1] == "2")
    #expect(!probe.continues)
  }

  @Test func missingColumnsAreEmptyAndMissingTablesToo() throws {
    let index = try TemporaryIndex(["a.tsv": table(columns: "key b c", "x\t1", "y")])
    let definition = try index.definition()
    #expect(definition.table("a").row("x")?[2] == "")
    #expect(definition.table("a").row("y")?["b"] == "")
    #expect(definition.table("a").row("y")?["z"] == "")
    #expect(definition.table("a").columns == ["key", "b", "c"])
    let missing = definition.table("nothing")
    #expect(missing.count == 0)
    #expect(missing.row("x") == nil)
    #expect(missing.rows("x").isEmpty)
    #expect(missing.columns.isEmpty)
    #expect(definition.blob("nothing").isEmpty)
  }

  @Test func rowsComeInTheOrderOfTheFile() throws {
    let index = try TemporaryIndex(["a.txt": table(columns: "key", order: "written", "b", "a", "c")])
    #expect(try index.definition().table("a").rows.map(\.key) == ["b", "a", "c"])
  }

  @Test func everyKeyOfALargeTableIsFound() throws {
    let keys = (0..<5000).map { "key \($0 * 7919 % 104_729)" }.sorted()
    let items = keys.map { "\($0)\t\($0)" }.joined(separator: "\n")
    let index = try TemporaryIndex(["a.tsv": table(items)])
    let rows = try index.definition().table("a")
    #expect(keys.allSatisfy { rows.row($0)?[1] == $0 })
    #expect((0..<1000).allSatisfy { rows.row("kex \($0)") == nil })
  }

  @Test func rawFilesComeBackAsTheyAre() throws {
    let index = try TemporaryIndex(["model.bin": "any\u{0}bytes\n", "README.md": "not a table"])
    let definition = try index.definition()
    #expect(Array(definition.blob("model")) == Array("any\u{0}bytes\n".utf8))
    #expect(definition.names == ["model"])
  }

  @Test func tablesOutliveTheDefinitionTheyCameFrom() throws {
    let rows = try TemporaryIndex(["a.tsv": table("x\t1")]).definition().table("a")
    #expect(rows.row("x")?[1] == "1")
  }
}
