import ArticleModel
import Testing

@testable import Extraction

/// Names that no list knows right behind an office and what it is of. The texts are made up.
@Suite struct UnknownHoldersTests {
  private func people(_ text: String) -> [String] { NamesOfText(text).people }
  private func speaker(_ text: String) -> Speaker? { statements(text).last?.speaker }

  @Test(arguments: [
    ("Mayor of Hartsea Vondas Brenkus said the wells were dry.", "Vondas Brenkus"),
    ("Mayor of Hartsea Khoz al-Mendrisi said the wells were dry.", "Khoz al-Mendrisi"),
    ("Deputy Secretary for Rural Works Vondas Brenkus said the wells were dry.", "Vondas Brenkus"),
    ("Spokesman for the Interior Ministry Vondas Tel Brenkus said the wells were dry.", "Vondas Tel Brenkus"),
    ("Norland's ambassador to the United Nations Vondas Brenkus said the wells were dry.", "Vondas Brenkus"),
    ("President of the Chamber of Commerce Vondas Brenkus said the wells were dry.", "Vondas Brenkus"),
  ])
  func theNameBeginsBehindWhatTheOfficeIsOf(_ text: String, _ name: String) {
    #expect(speaker(text)?.name == name)
  }

  @Test func theNameStandsBehindTheNounForTheBody() {
    #expect(
      speaker("The chairman of the Green Pasture union Vondas Brenkus said the wells were dry.")?.name
        == "Vondas Brenkus")
    let text = "The chairman of the Green Pasture union Vondas Brenkus, who was at the march, said the wells were dry."
    #expect(speaker(text)?.name == "Vondas Brenkus")
    #expect(
      speaker("Deputy head of the regional administration Vondas Brenkus said it was late.")?.name == "Vondas Brenkus")
  }

  @Test func oneOfManyHasTheNameBehindTheComma() {
    let quote = "“The wells will be dry before the rains come back to us,” said one of the growers"
    #expect(speaker("\(quote), Vondas Brenkus.")?.name == "Vondas Brenkus")
    #expect(speaker("\(quote), Jane Doe.")?.name == "Jane Doe")
    // Near miss: nobody is named, or somebody else is.
    #expect(speaker("\(quote).")?.name == "one of the growers")
    #expect(speaker("\(quote), whom Jane Doe had asked.")?.name == "one of the growers")
  }

  // Near misses.

  @Test(arguments: [
    "Governor of New South Wales said the wells were dry.",
    "The Bishop of Bath and Wells said the wells were dry.",
    "President of the Sierra Club Foundation said the wells were dry.",
    "The head of the Norvik Fishermen's Union said the wells were dry.",
    "The leader of the party Nowa Norvika said the wells were dry.",
    "The chancellor of the University of Norland Velka Brenka said the wells were dry.",
  ])
  func whatAnOfficeIsOfIsNobody(_ text: String) {
    #expect(people(text) == [])
  }

  @Test func behindAnArticleThePlaceMayBeAllThatIsNamed() {
    let name = speaker("The mayor of Villa Norva Bassa said the wells were dry.")?.name
    #expect(name != "Norva Bassa" && name != "Bassa")
  }
}
