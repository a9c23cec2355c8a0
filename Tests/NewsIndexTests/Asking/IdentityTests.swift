import IndexDefinition
import Testing

@testable import NewsIndex

struct IdentityTests {
  private let table = Identities(.builtIn, own: [])
  /// Own lines make the tables be grouped beforehand.
  private let grouped = Identities(.builtIn, own: [(canonical: "Nobody Nowhere", name: "N. Nowhere")])

  @Test func lookingThroughTheTableFindsWhatTheGroupsHold() {
    let rows = Array(Definition.builtIn.table("aliases").rows)
    for index in stride(from: 0, to: rows.count, by: 23) {
      let words = IndexTerms.foldedName(rows[index][0]).split(separator: " ").map(String.init)
      for asked in [words, Array(words.prefix(1)), Array(words.suffix(1))] {
        let names = table.names(holding: asked)
        #expect(!names.isEmpty, "\(asked)")
        #expect(Set(names) == Set(grouped.names(holding: asked)), "\(asked)")
      }
    }
  }

  @Test func aPartOfAWordIsNoWord() {
    #expect(table.names(holding: ["puti"]).isEmpty)
    #expect(!table.names(holding: ["putin"]).isEmpty)
    #expect(table.names(holding: []).isEmpty)
    #expect(Set(grouped.names(holding: ["nowhere"])) == ["nobody nowhere", "n nowhere"])
  }
}
