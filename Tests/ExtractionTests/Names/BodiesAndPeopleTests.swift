import Testing

@testable import Extraction

/// Names of which no list knows a word: what stands around them tells people from bodies. The texts are made up.
@Suite struct BodiesAndPeopleTests {
  private func people(_ text: String) -> [String] { NamesOfText(text).people }
  private func organisations(_ text: String) -> [String] { NamesOfText(text).organisations }
  private func roles(_ marked: String) -> [String?] { NamesOfText.speakers(marked).map(\.role) }

  @Test(arguments: [
    "Talks with Vestera Norde, which owns the pit, have failed.", "An analyst at Vestera Norde saw it.",
    "The founder of Vestera Norde left.", "The Turkish builder Vestera Norde left.",
    "Shares in Vestera Norde fell.", "Vestera Norde workers went home.",
  ])
  func unknownWordsAreABodyWherePeopleWorkOrOwn(text: String) {
    #expect(organisations(text) == ["Vestera Norde"])
    #expect(people(text) == [])
  }

  @Test(arguments: [
    "“It rained,” said Vestera Norde, who owns the pit.", "The lawyer of Vestera Norde, 41, left.",
    "The Turkish painter Vestera Norde left.", "“It rained,” said Vestera Norde, a miner.",
  ])
  func unknownWordsArePeopleWhereTheyDoWhatPeopleDo(text: String) {
    #expect(organisations(text) == [])
  }

  @Test(arguments: ["Nordhav Lines", "Tres Lunas Shipping", "Ersov Enerji", "Blue Hill Fisheries"])
  func trades(name: String) {
    #expect(organisations("\(name) said the ship was safe.") == [name])
  }

  @Test func unknownWordsBeforeAFirstNameAreNames() {
    #expect(people("Pasang Rita Sherpa said the ice was thin.") == ["Pasang Rita Sherpa"])
    // Near miss: a word that ends as nouns for people do.
    #expect(people("Coppersmith Rita Berg said the ice was thin.") == ["Rita Berg"])
  }

  @Test func aPersonMayFollowABody() {
    #expect(people("The chairman of Hansan Heavy Industries Pak Chul-woo left.") == ["Pak Chul-woo"])
    #expect(people("The deputy of the Legislative Chamber Gulnara Ikromova left.") == ["Gulnara Ikromova"])
    #expect(organisations("The chairman of Hansan Heavy Industries Pak Chul-woo left.") == ["Hansan Heavy Industries"])
  }

  @Test func aSurnameMayBeABodysName() {
    #expect(
      people("A pilot, Captain Bibek Rai, flew back. He tried again, Rai said.") == ["Bibek Rai", "Rai = Bibek Rai"])
    // Near miss: the body came first.
    #expect(organisations("Rai sent a crew. A pilot, Bibek Rai, flew back. It was late, Rai said.").contains("Rai"))
  }

  @Test func lettersOfHonourAreNoPartOfTheName() {
    #expect(people("“No,” said Ronan Hurley SC.") == ["Ronan Hurley SC = Ronan Hurley"])
    #expect(
      people("“No,” said Ronan Hurley SC. Mr Hurley sat down.").last == "Hurley = Ronan Hurley")
    // Near miss: small letters.
    #expect(people("“No,” said Ronan Hurley Phd.") == ["Ronan Hurley Phd"])
  }

  @Test(arguments: ["Garda Aoife Nolan", "Detective Garda Aoife Nolan", "Cr Aoife Nolan", "Mr Justice Aoife Nolan"])
  func ranksAndCouncillors(titled: String) {
    #expect(people("“It rained,” said \(titled).") == ["Aoife Nolan"])
  }

  @Test func anOfficeWithItsFieldIsTheRole() {
    #expect(roles("It ends, as <the Minister of Investments Laziz Kudratov> said.") == ["Minister of Investments"])
  }

  @Test func whichStandsForANameThatNothingExplains() {
    #expect(
      said("That was denied by the weather bureau, Pagasal, which said the signal had been up since midnight.").last
        == "Pagasal: the signal had been up since midnight")
  }

  @Test func theCapitalOfASentenceIsNotKept() {
    #expect(
      said("Expedition operators said the season was short.") == ["expedition operators: the season was short"])
    // Near miss: a name.
    #expect(said("Norgaz officials said the season was short.") == ["Norgaz officials: the season was short"])
  }

  @Test func theFirstWordOfADatelineIsNoBody() {
    #expect(organisations("NORVIK - The river rose on Monday.") == [])
    // Near miss: an acronym in the text.
    #expect(organisations("The NVK said the river rose.") == ["NVK"])
  }
}
