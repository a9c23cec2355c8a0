import IndexDefinition
import Testing
import TextAnalysis

@Suite("The table of aliases")
struct AliasTableTests {
  @Test func spellingsAndScriptsLeadToOneName() {
    let table = Definition.builtIn.table("aliases")
    for name in ["Volodymyr Zelenskyy", "Volodymyr Zelenskiy", "Володимир Зеленський", "زيلينسكي"] {
      #expect(table.rows(folded(name)).map { $0["canonical"] } == ["Volodymyr Zelensky"], "\(name)")
    }
  }

  /// A chain of aliases would make the answer hang on the order of the file.
  @Test func noCanonicalNameIsAnAlias() {
    let table = Definition.builtIn.table("aliases")
    for row in table.rows {
      #expect(!table.contains(folded(row["canonical"])), "\(row.key)")
    }
  }

  private func folded(_ name: String) -> String { Folding.fold(name) }
}
