import ArticleModel
import Testing

@testable import Extraction

/// Names that are words of the language too, and words that are no names. The texts are made up.
@Suite struct WordsAsNamesTests {
  private func speakers(_ text: String) -> [String] {
    statements(text).map { $0.speaker.map { "\($0.name) (\($0.kind))" } ?? "-" }
  }

  private func people(_ text: String) -> [String] { NamesOfText(text).people }
  private func organisations(_ text: String) -> [String] { NamesOfText(text).organisations }
  private func names(_ marked: String) -> [String] { NamesOfText.speakers(marked).map(\.name) }

  @Test(arguments: ["Black", "White", "Love", "Green", "Long", "Young", "May", "Will"])
  func aLastNameMayBeAWord(_ word: String) {
    let text = "Otto \(word), the owner of the yard, came on Monday. \(word) said that the yard would close."
    #expect(people(text) == ["Otto \(word)", "\(word) = Otto \(word)"])
  }

  @Test func aWordIsALastNameOnlyBehindItsOwner() {
    // Near misses: nobody is called so; the word modifies another one; an article stands before it.
    #expect(people("Otto Berg came. Black said that the yard would close.") == ["Otto Berg"])
    #expect(people("Otto Black came. Black paint was dry.") == ["Otto Black"])
    #expect(people("Otto Black came. He bet on the Black.") == ["Otto Black"])
  }

  @Test func aPronounMeansWhoHasAWordForAName() {
    let text = """
      Otto Black, the owner, sold the yard to Paul Rieder. Black said the price was high. Wages rose, <he> said.
      """
    #expect(names(text) == ["Otto Black"])
  }

  @Test func aWordThatIsANameInsideSentencesKeepsItsCapital() {
    #expect(
      names("A visit by Brook was planned. <Brook> said no.") == ["Brook"])
    // Near miss: the article has the word as well.
    #expect(names("The visit to the brook was planned by Brook. <Brook> said no.") == ["brook"])
  }

  @Test(arguments: ["And", "yesterday", "quoting", "whose"])
  func aWordThatNamesNobodyIsNoSpeaker(_ word: String) {
    #expect(names("<\(word)> said that the yard would close.") == [])
    // Near miss: a number of people.
    #expect(names("<Millions> said that the yard would close.") == ["millions"])
  }

  @Test(arguments: [
    "US Harrow Inc", "First Commercial Bancorp", "Second Anchor Ltd", "International Harbour Technology",
    "Great Harrow Financial Corp", "Security Harrow Corp", "National Healthcare Inc", "Crazy Otto Inc", "Best Boat Co",
    "Home Harrow Savings Bank",
  ])
  func aCompanyMayBeginWithAWord(_ company: String) {
    #expect(speakers("\(company) said it would close two yards.") == ["\(company) (organisation)"])
  }

  @Test(arguments: ["Earlier", "Meanwhile", "But"])
  func anAdverbIsNoPartOfACompany(_ word: String) {
    #expect(organisations("\(word) Harrow Steel Corp closed two yards.") == ["Harrow Steel Corp"])
  }

  @Test func aPairOfWordsThatStandsInsideASentenceIsOneAtItsBeginning() {
    let text = "Great Harrow will close two yards. The rest of Great Harrow, a bank, is safe."
    #expect(organisations(text).contains("Great Harrow"))
  }

  @Test func aCompanyMayBeCalledByAWordOrAPlace() {
    #expect(
      speakers("Rank Harrow Plc bought a yard.\nRank said the price was low.").last == "Rank Harrow Plc (organisation)")
    #expect(
      speakers("Burlington Harrow Inc bought a yard.\nBurlington said the price was low.").last
        == "Burlington Harrow Inc (organisation)")
    // Near miss: two that begin so.
    let two = "Rank Harrow Plc bought a yard of Rank Pell Inc.\nRank said the price was low."
    #expect(!speakers(two).contains("Rank Harrow Plc (organisation)"))
  }

  @Test(arguments: [
    "The Minister of Mines and Energy Harjono", "Secretary of Defence Caspar Lind",
    "Under Secretary of State for Economic Affairs Allen Roth", "Treasury Under-secretary Yavuz Demir",
  ])
  func whatAnOfficeIsForIsNoPartOfTheName(_ phrase: String) {
    let name = phrase.hasSuffix("Harjono") ? "Harjono" : phrase.split(separator: " ").suffix(2).joined(separator: " ")
    #expect(people("\(phrase) left.") == [name])
  }

  @Test func aWordBehindOfMayBeAName() {
    // Near miss: a company.
    #expect(organisations("The chairman of Defence Systems Ltd left.") == ["Defence Systems Ltd"])
  }

  @Test(arguments: [
    ("<Nigerian oil minister and OPEC president Rilwan Ode> said no.", "Rilwan Ode"),
    ("<Japanese vice-minister of finance for international affairs Toyo Gyota> said no.", "Toyo Gyota"),
    ("<Harrow Corp chairman and chief executive officer Weldon Case> said no.", "Weldon Case"),
    ("<A bank spokesman James Day> said no.", "James Day"),
    ("<Spokesman Rich Hall> said no.", "Rich Hall"),
    ("<Harrow attorney Ron English> said no.", "Ron English"),
    ("<Marketing manager Deogracias Madrid> said no.", "Deogracias Madrid"),
  ])
  func aRoleInFrontIsNoPartOfTheName(marked: String, expected: String) {
    #expect(names(marked) == [expected])
  }

  @Test func aTreasuryKeepsItsNation() {
    #expect(organisations("The British Treasury sold bonds.") == ["British Treasury"])
    // Near miss: a party of a nation is known without it.
    #expect(organisations("The Treasury sold bonds.") == ["Treasury"])
  }

  @Test func wordsInCapitalsAreNoBodies() {
    #expect(organisations("Profits rose.\n\nNOTE: a tax credit is included.") == [])
    // Near miss: initials that are no word.
    #expect(organisations("Profits rose.\n\nKVDO: a tax credit is included, KVDO said.").contains("KVDO"))
  }

  @Test func anAdministrationIsNoBody() {
    #expect(organisations("Growers urged the Harrow administration to act.") == [])
    // Near miss: a company.
    #expect(organisations("Growers urged Harrow Steel Corp to act.") == ["Harrow Steel Corp"])
  }
}
