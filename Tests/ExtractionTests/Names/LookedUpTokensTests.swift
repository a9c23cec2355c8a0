import ArticleModel
import IndexDefinition
import Testing

@testable import Extraction

/// Tokens that were looked up once say what a look-up of each of them says.
@Suite struct LookedUpTokensTests {
  private let lexicon = NameFinder(definition: .builtIn).lexicon

  @Test(arguments: [
    "", "—", "Mayor Ana Ruiz said on Monday that the WHO was told.",
    "Zażółć gęślą jaźń, said Łucja; محمد and 王毅 agreed.",
    "qqxz qqxy qqxw 12 1,200 3rd O'Neill’s e\u{301}te\u{301} 🎉",
  ])
  func theEntriesAreThoseOfTheHashes(_ text: String) {
    let plain = tokens(text)
    let lookedUp = lexicon.look(up: plain)
    #expect(plain.entries.isEmpty && lookedUp.entries.count == plain.count)
    for token in 0..<plain.count {
      let expected = lexicon.entry(plain.hashes[token])
      for table in [plain, lookedUp] {
        #expect(lexicon.classes(at: token, in: table) == expected.classes, "\(plain.text(token))")
        #expect(lexicon.entry(at: token, in: table).identity == expected.identity, "\(plain.text(token))")
      }
    }
  }

  @Test func wordsThatShareAPlaceOfTheTableAreToldApart() {
    // Every word of a long list: many of them stand behind the place where they should.
    let words = Definition.builtIn.table("first-names").rows.prefix(4000).map(\.key)
    let plain = tokens(words.joined(separator: " "))
    let lookedUp = lexicon.look(up: plain)
    let different = (0..<plain.count).filter {
      lexicon.classes(at: $0, in: lookedUp) != lexicon.classes(plain.hashes[$0])
    }
    #expect(plain.count >= words.count && different.isEmpty)
  }
}
