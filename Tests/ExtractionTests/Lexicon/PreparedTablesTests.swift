import FileAccess
import IndexDefinition
import Testing

@testable import Extraction

@Suite struct PreparedTablesTests {
  @Test func theExecutableCarriesTheTablesThatThisCodeMakes() {
    let definition = Definition.builtIn
    for image in ExtractionTables.images(of: definition) {
      #expect(
        definition.prepared(image.name).map { $0.elementsEqual(image.bytes) } == true,
        "\(image.name) has changed: run Scripts/compile-index, build again, and commit prepared.bin")
    }
  }

  @Test func anotherDefinitionFillsItsOwn() throws {
    let folder = try Files.makeTemporaryDirectory(prefix: "prepared")
    defer { try? Files.removeTree(folder) }
    let table = """
      # source: none
      # licence: none
      # curation: none
      # columns: word class
      # keys: exact
      blarg\tVB

      """
    try Files.write(Array(table.utf8), to: Files.join(folder, "word-classes.tsv"))
    let definition = try Definition(directory: folder)
    #expect(definition.prepared("words") == nil)
    let tokens = tokens("They blarg.")
    #expect(WordClasses(definition: definition).entry(tokens, 1).isVerb)
    #expect(!WordClasses(definition: .builtIn).entry(tokens, 1).isVerb)
  }
}
