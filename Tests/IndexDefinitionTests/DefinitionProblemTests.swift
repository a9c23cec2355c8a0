import FileAccess
import IndexDefinition
import Testing

@Suite struct DefinitionProblemTests {
  @Test(
    arguments: [
      (table("a\t1\t2"), "Index/t.tsv:8: 3 columns where the header names 2"),
      (table("a\t1", "\t2"), "Index/t.tsv:9: no key"),
      (table("a \t1"), "Index/t.tsv:8: a space at the end of \"a \""),
      (table("a\t1\r"), "Index/t.tsv:8: ends with a carriage return"),
      (table("a\t1", "a\t1"), "Index/t.tsv:9: the same as line 8"),
      (
        table("b\t1", "A\t1"),
        "Index/t.tsv:9: \"A\" is out of order; `Scripts/compile-index --sort` sorts the tables"
      ),
      (table(keys: "any", "a\t1"), "Index/t.tsv:7: keys are \"folded\" or \"exact\", not \"any\""),
      (
        table(order: "random", "a\t1"),
        "Index/t.tsv:8: the order is \"sorted\" or \"written\", not \"random\""
      ),
      (table("\u{301}\t1"), "Index/t.tsv:8: nothing is left of the key when it is folded"),
    ])
  func aProblemNamesFileAndLine(text: String, expected: String) throws {
    #expect(try TemporaryIndex(["t.tsv": text]).problems() == [expected])
  }

  @Test func aHeaderMustSayWhereTheItemsAreFrom() throws {
    let index = try TemporaryIndex(["t.tsv": "# A table\n# columns: key\n# keys: exact\na\n"])
    #expect(
      index.problems() == [
        "Index/t.tsv:1: the header has no \"# source: ...\"; see Index/README.md",
        "Index/t.tsv:1: the header has no \"# licence: ...\"; see Index/README.md",
        "Index/t.tsv:1: the header has no \"# curation: ...\"; see Index/README.md",
      ])
  }

  @Test func bytesThatAreNotUTF8AreReportedWithTheirLine() throws {
    let index = try TemporaryIndex([:])
    try Files.write(Array(table("a\t1").utf8) + [0x62, 0x09, 0xFF, 0x0A], to: Files.join(index.path, "t.tsv"))
    #expect(index.problems() == ["Index/t.tsv:9: not UTF-8"])
  }

  @Test func problemsOfAllFilesComeAtOnce() throws {
    let index = try TemporaryIndex(["a.tsv": table("\t1"), "b.txt": table("\t1"), "b.tsv": table("a\t1")])
    #expect(
      index.problems() == [
        "Index/a.tsv:8: no key", "Index/b.txt: another file is called b too",
      ])
  }

  @Test func commentsBetweenItemsAreNoProblem() throws {
    #expect(try TemporaryIndex(["t.tsv": table("a\t1", "# why b", "b\t2", "")]).problems().isEmpty)
  }

  @Test func aMissingFolderIsSaid() {
    #expect(throws: DefinitionError.self) { try Definition(directory: "/nowhere/Index") }
  }

  @Test func damageIsNoticed() throws {
    let index = try TemporaryIndex(["a.tsv": table("a\t1")])
    var blob = try DefinitionCompiler.compile(directory: index.path)
    #expect(throws: Never.self) { try Definition(compiled: blob, name: "blob") }
    blob[blob.count - 20] ^= 1
    #expect(throws: DefinitionError.self) { try Definition(compiled: blob, name: "blob") }
    #expect(throws: DefinitionError.self) { try Definition(compiled: Array(blob.prefix(30)), name: "blob") }
    #expect(throws: DefinitionError.self) { try Definition(compiled: [], name: "blob") }
  }

  @Test func sortingKeepsHeaderAndCommentsWhereTheyBelong() throws {
    let index = try TemporaryIndex(["t.tsv": table("b\t1", "# about A", "A\t2", "c\t3"), "u.tsv": table("a\t1")])
    #expect(try DefinitionCompiler.sortTables(in: index.path) == [Files.join(index.path, "t.tsv")])
    #expect(try index.text(of: "t.tsv") == table("# about A", "A\t2", "b\t1", "c\t3"))
    #expect(try DefinitionCompiler.sortTables(in: index.path).isEmpty)
    #expect(index.problems().isEmpty)
  }

  @Test func theSameFolderGivesTheSameBytes() throws {
    let files = ["a.tsv": table("a\t1", "b c\t2", "b d\t2"), "b.tsv": table("x\t1")]
    let (index, twin) = (try TemporaryIndex(files), try TemporaryIndex(files))
    let first = try DefinitionCompiler.compile(directory: index.path)
    let second = try DefinitionCompiler.compile(directory: twin.path)
    #expect(first == second)
    #expect(try Definition(compiled: first, name: "").checksum == Definition(compiled: second, name: "").checksum)
  }
}
