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

  @Test func anOfficeMayHaveAFieldInSmallLetters() {
    #expect(
      said("Superintendent of police Vikram Desalu said that nobody was hurt.") == [
        "Vikram Desalu: that nobody was hurt"
      ])
    #expect(roles("It ends, as <the commissioner of police Vikram Desalu> said.") == ["commissioner of police"])
    // Near miss: a man of his own.
    #expect(said("The lawyer of activist Vikram Desalu said that nobody was hurt.").first?.hasPrefix("Vikram") == false)
  }

  @Test func whatSomebodyDoesTellsMoreThanTheRank() {
    #expect(roles("<Army spokesman Lt. Col. Otto Berg> spoke.") == ["Army spokesman"])
    #expect(roles("<Critic Otto Berg> spoke.") == ["Critic"])
    #expect(roles("<Traders' association president Otto Berg> spoke.") == ["Traders' association president"])
    // Near miss: the office is the last word.
    #expect(roles("<Former Army Lt. Col. Otto Berg> spoke.") == ["Former Army Lt. Col."])
  }

  @Test func smallWordsBelongToASurnameThatHasThem() {
    #expect(
      people("Carla del Ponto met the press. “No,” del Ponto said.") == [
        "Carla del Ponto", "del Ponto = Carla del Ponto",
      ])
    // Near miss: the full name has none.
    #expect(people("Carla Ponto met the press of Ponto.").first == "Carla Ponto")
  }

  @Test func whatBeginsASentenceOrANationIsNoName() {
    #expect(people("Otto Berg spoke. Echoing Berg, the envoy spoke too.") == ["Otto Berg", "Berg = Otto Berg"])
    #expect(people("A South African, and the South African Robu Byrdel, died.") == ["Robu Byrdel"])
    // Near miss: a team.
    #expect(people("The South African Premier League begins.") == [])
  }

  @Test func everyNationHasOne() {
    #expect(organisations("The Somali Red Crescent came to help.") == ["Somali Red Crescent"])
    // Near miss: who backs a body is no part of it.
    #expect(organisations("The Iranian Hezbollah came to help.") == ["Hezbollah"])
  }

  @Test func daysAndAgesAreNoNames() {
    #expect(people("Every Sunday Huenchur's mother lights a candle.") == [])
    #expect(people("“It rained,” said Eighteen-year-old Aruzhan Bekova.") == ["Aruzhan Bekova"])
    // Near miss: a first name.
    #expect(people("“It rained,” said Sunday Huenchur.") == ["Sunday Huenchur"])
  }

  @Test func whoIsCalledByANationIsTheOneNamedBefore() {
    #expect(
      said("Aruzhan Bekova won the title on Sunday. “I looked at my arm,” the Kazakh said.")
        == ["Aruzhan Bekova: “I looked at my arm,”"])
    // Near miss: all of them.
    #expect(
      said("Aruzhan Bekova won the title on Sunday. “We looked at the ring,” the French said.").first?
        .hasPrefix("Aruzhan") == false)
  }

  @Test func bodiesBehindANounForThem() {
    #expect(organisations("The cocoa regulator, Cocobol, pays farmers late.") == ["Cocobol"])
    #expect(organisations("The concern Azotpram will build it.") == ["Azotpram"])
    // Near miss: somebody.
    #expect(organisations("The cocoa farmer, Cocobol, pays late.") == [])
  }

  @Test func housesAreCalledAfterPeople() {
    #expect(organisations("A ward of the Queen Elizabeth Hospital is closed.") == ["Queen Elizabeth Hospital"])
    // Near miss: the person.
    #expect(people("“It is closed,” Queen Elizabeth said.") == ["Elizabeth"])
  }

  @Test func bodiesAreTheOnesThatAreToldOrHaveOfficials() {
    #expect(organisations("He told the Daily Lantern that he had left.") == ["Daily Lantern"])
    #expect(organisations("The godowns were full, a senior Nafol official said.") == ["Nafol"])
    // Near miss: a surname of the article.
    #expect(organisations("Otto Nafol runs the port. The godowns were full, a Nafol official said.") == [])
  }

  @Test func fieldsAreJoinedInTheNameOfABody() {
    #expect(
      organisations("He runs the National Forestry and Grassland Administration.")
        == ["National Forestry and Grassland Administration"])
    #expect(
      organisations("Dock and Harbour Union leader Frank Osei left.").first == "Dock and Harbour Union")
    #expect(
      organisations("The Bread and Milk Agency of Norvik closed.") == ["Bread and Milk Agency of Norvik"])
    // Near miss: somebody and a body.
    #expect(organisations("Brandt and Harbour Union leader Frank Osei left.").first == "Harbour Union")
    // Near miss: two bodies.
    #expect(organisations("He met the Norvik Council and Grassland Administration.").count == 2)
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
