import FileAccess
import IndexDefinition
import Testing

/// The `Index/` of the checkout that this file is in.
private let checkout = Files.join(
  Files.directory(of: Files.directory(of: Files.directory(of: #filePath))), "Index")

@Suite struct BuiltInTests {
  @Test func everyFileOfIndexIsWithoutAProblem() throws {
    var problems: [String] = []
    do {
      _ = try DefinitionCompiler.compile(directory: checkout)
    } catch {
      problems = error.problems.map(\.description)
    }
    #expect(problems.isEmpty)
  }

  @Test func theExecutableCarriesTheIndexOfThisCheckout() throws {
    let current = try Definition(directory: checkout)
    #expect(
      current.checksum == Definition.builtIn.checksum,
      "Index/ has changed: run Scripts/compile-index, build again, and commit definition.bin")
  }

  @Test func everyTableIsNamedInTheReadme() throws {
    let readme = String(decoding: try Files.read(Files.join(checkout, "README.md")), as: UTF8.self)
    let files = try Files.list(checkout).filter { $0.hasSuffix(".tsv") || $0.hasSuffix(".txt") || $0.hasSuffix(".bin") }
    #expect(files.filter { !readme.contains("`\($0)`") }.isEmpty)
  }

  @Test func aBuiltInTableAnswers() {
    let months = Definition.builtIn.table("months")
    #expect(months.row("nov.")?["month"] == "11")
    #expect(months.row("noovember") == nil)
  }
}
