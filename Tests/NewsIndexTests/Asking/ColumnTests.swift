import FileAccess
import Testing

@testable import NewsIndex

/// The derived sections: what is read back is what was put in, or nothing.
struct ColumnImageTests {
  private let origin = ColumnOrigin("test", uuid: "0a", revision: 7)

  private var image: [UInt8] {
    var builder = ColumnImage.Builder()
    builder.add(1, [3, 1, 255] as [UInt32])
    builder.add(2, [3, 256, 65_535] as [UInt32])
    builder.add(3, [3, 65_536] as [UInt32])
    builder.add(4, [1 << 40, 2] as [UInt64])
    builder.add(5, bytes: Array("amber birch".utf8))
    return builder.finish(origin)
  }

  private func contents(_ image: ColumnImage) -> [[Int]?] {
    (1...6).map { key in image.numbers(UInt32(key)).map { column in (0..<column.count).map { column[$0] } } }
  }

  private var whole: [[Int]] {
    [[3, 1, 255], [3, 256, 65_535], [3, 65_536], [1 << 40, 2], Array("amber birch".utf8).map(Int.init), []]
  }

  @Test func numbersComeBackInAnyWidth() throws {
    let image = try #require(ColumnImage(image, origin: origin))
    #expect(contents(image) == whole)
    let text = try #require(image.numbers(5))
    #expect(text.text(6, 11) == "birch")
    #expect((text[-1], text[11], text.text(6, 12), text.text(7, 6)) == (0, 0, "", ""))
  }

  @Test func anotherStateOrDatabaseOrContentIsNone() {
    for (content, uuid, revision) in [("test", "0a", 8), ("test", "0b", 7), ("best", "0a", 7), ("test", "0a7", 7)] {
      #expect(ColumnImage(image, origin: ColumnOrigin(content, uuid: uuid, revision: UInt64(revision))) == nil)
    }
  }

  @Test func aDamagedByteNeverGivesAnotherNumber() throws {
    let bytes = image
    var noticed = 0
    for place in bytes.indices {
      for bit in [UInt8(1), 0x80] {
        var damaged = bytes
        damaged[place] ^= bit
        guard let image = ColumnImage(damaged, origin: origin) else {
          noticed += 1
          continue
        }
        let contents = contents(image)
        if contents.contains(nil) { noticed += 1 }
        for (found, expected) in zip(contents, whole) where found != nil {
          #expect(found == expected, "byte \(place)")
        }
      }
    }
    // The rest are zeros between the sections.
    #expect(noticed > bytes.count * 3 / 2)
  }

  @Test func aCutFileIsNone() throws {
    let bytes = image
    for length in 0..<bytes.count {
      guard let image = ColumnImage(Array(bytes[..<length]), origin: origin) else { continue }
      for (found, expected) in zip(contents(image), whole) where found != nil { #expect(found == expected) }
    }
    #expect(ColumnImage(mapping: "/nowhere/at/all", origin: origin) == nil)
  }
}

/// The files of columns beside an index.
struct ColumnFileTests {
  private let articles = [
    MarkedArticle("a", published: "2024-11-05", "{Ada Ames|“amber,”} {Ben Boyd|“birch”}"),
    MarkedArticle("b", published: "2024-12-01", "{ADA AMES|“cedar”} {?|“ember”}"),
  ]

  private func speakers(_ index: MarkedIndex) throws -> String { try speakers(IndexReader([index.folder.path])) }

  private func speakers(_ reader: IndexReader) throws -> String {
    let result = try reader.facets(
      FacetsRequest(IndexQuery("", unit: .statement), facets: [FacetRequest(field: .speaker)]))
    let values = result.fields[0].values.map { "\($0.value) \($0.count)" }
    return (values + ["? \(result.fields[0].unknown)"]).joined(separator: ", ")
  }

  private func path(_ index: MarkedIndex, _ name: String) throws -> String {
    let generation = try #require(IndexLayout(index.folder.path).currentGeneration)
    return Files.join(IndexLayout(index.folder.path).path(generation: generation), name)
  }

  @Test func aBuildWritesTheFileAndAQuestionWhatIsMissing() throws {
    let index = try MarkedIndex(articles)
    let path = try path(index, "statements.columns")
    let built = try Files.read(path)
    #expect(try speakers(index) == "Ada Ames 2, Ben Boyd 1, ? 1")
    try Files.remove(path)
    #expect(try speakers(index) == "Ada Ames 2, Ben Boyd 1, ? 1")
    #expect(try Files.read(path) == built)
  }

  @Test(arguments: [0, 1, 20, 40, 100, 300, 500])
  func aDamagedFileIsMadeAgain(place: Int) throws {
    let index = try MarkedIndex(articles)
    let path = try path(index, "statements.columns")
    _ = try speakers(index)
    let whole = try Files.read(path)
    var damaged = whole
    damaged[place % whole.count] ^= 0x55
    for bytes in [damaged, Array(whole.prefix(place)), []] {
      try Files.write(bytes, to: path)
      #expect(try speakers(index) == "Ada Ames 2, Ben Boyd 1, ? 1")
    }
    #expect(try Files.read(path) == whole)
  }

  @Test func theFileOfAnotherIndexIsNotBelieved() throws {
    let (index, other) = (try MarkedIndex(articles), try MarkedIndex([articles[1]]))
    _ = try speakers(other)
    try Files.write(try Files.read(try path(other, "statements.columns")), to: try path(index, "statements.columns"))
    #expect(try speakers(index) == "Ada Ames 2, Ben Boyd 1, ? 1")
  }

  @Test func whereNothingCanBeWrittenTheAnswerIsTheSame() throws {
    let index = try MarkedIndex(articles)
    // A folder in its place can't be replaced by a file, not even by root.
    for name in ["statements.columns", "articles.words"] {
      try Files.remove(try path(index, name))
      try Files.makeDirectory(Files.join(try path(index, name), "full"))
    }
    #expect(try speakers(index) == "Ada Ames 2, Ben Boyd 1, ? 1")
    #expect(index.ids("birhc~1", unit: .segment) == "a#1")
  }

  @Test func anUpdateMakesTheFileStale() throws {
    let index = try MarkedIndex(articles)
    let reader = try IndexReader([index.folder.path])
    #expect(try speakers(reader) == "Ada Ames 2, Ben Boyd 1, ? 1")
    #expect(index.ids("flint~1", unit: .segment) == "")
    let more = [MarkedArticle("c", "{Ben Boyd|“flints”} {Cy Crane|“ember”}")]
    _ = try Indexer.index(IndexingInput(more.map(\.annotated)), into: index.folder.path, options: IndexingOptions())
    #expect(try speakers(index) == "Ada Ames 2, Ben Boyd 2, Cy Crane 1, ? 1")
    try reader.refresh()
    #expect(try speakers(reader) == "Ada Ames 2, Ben Boyd 2, Cy Crane 1, ? 1")
    #expect(try MarkedIndexReader.ids(reader, "flint~1") == "c#1")
  }
}

private enum MarkedIndexReader {
  static func ids(_ reader: IndexReader, _ query: String) throws -> String {
    try reader.search(SearchRequest(IndexQuery(query, unit: .segment))).hits.map(\.id).joined(separator: " ")
  }
}
