import ArticleModel
import Testing

@testable import Extraction

/// Whom a word for who leads or serves means that nobody has as a role, and offices that are read. The texts are made up.
@Suite struct LeadershipTests {
  private func last(_ text: String) -> String? { statements(text).last?.speaker?.name }

  @Test func theLeaderIsWhoSpokeLastAndLeads() {
    let secretary = "NWC General Secretary Vilma Hobbs said the minister had heard them out.\n\n"
    #expect(last("\(secretary)“We have no settlement,” the union leader said.") == "Vilma Hobbs")
    let chief = "The Harrow Municipal Corporation chief Devika Rane said the pipes leaked.\n\n"
    #expect(last("\(chief)“Repairs are due,” the civic body chief said.") == "Devika Rane")
    let director = "Salma Odeh, director general of the Harbour Council, said the gates were rusty.\n\n"
    #expect(last("\(director)“We shall paint them,” the senior official said.") == "Salma Odeh")
    // Near misses: who spoke last leads nothing; somebody else stands between; another one of the kind.
    #expect(
      last("Vilma Hobbs, a weaver, said it was late.\n\n“We have no settlement,” the union leader said.")
        == "the union leader")
    #expect(
      last("\(secretary)Tomas Reid sat down.\n\n“We have no settlement,” the union leader said.")
        == "the union leader")
    #expect(last("\(director)“We shall see,” the deputy chief said.") == "the deputy chief")
    #expect(
      last("A senior official came along. \(director)“We shall paint them,” the senior official said.")
        != "Salma Odeh")
  }

  @Test func anOfficeForSomethingIsReadInFrontOfAName() {
    let text = "HA Undersecretary for Field Operations Lina P. Mabolo said that grain was dear.\n\n"
    #expect(last("\(text)“Traders are betting on it,” the undersecretary said.") == "Lina P. Mabolo")
    #expect(
      last(
        "Provincial Minister for Local Bodies Tahir Jamil Lodge hit out at traders. Mayor Asad Kano left.\n\n"
          + "“They had to go,” the minister said.") == "Tahir Jamil Lodge")
  }

  @Test func whoeverHadTheOfficeBeforeIsNotMeant() {
    let text = "The coach of Harrow, Ngozi Abe, said they could win. Under former coach Lars Winkel they lost.\n\n"
    #expect(last("\(text)“Keep calm,” the coach said.") == "Ngozi Abe")
    // Near miss: it is the former one who is asked for.
    #expect(last("\(text)“Keep calm,” the former coach said.") == "Lars Winkel")
  }

  @Test func theMotherOfThreeIsWhoSpokeLast() {
    let text = "Tove Brandt said the crop would be small.\n\nIt was the third bad year.\n\n"
    #expect(last("\(text)“You have to laugh,” said the mother of four.") == "Tove Brandt")
  }

  @Test func whatEndsWithAnOfficeIsNobodysName() {
    let text =
      "Georgia Regional Minister urges drivers to stop\n\nThe Georgia Regional Minister, Kofi Boa, said it was late.\n\n"
    #expect(last("\(text)“We are here,” the Minister stated.") == "Kofi Boa")
  }

  @Test func titlesThatWomenHaveTooTellNoGender() {
    #expect(
      last("Deputy Minister Datuk Seri Rosnah Karim stood by it.\n\n“No school was forced,” she said.")
        == "Rosnah Karim")
  }

  @Test func oneOfManyIsWrittenWhole() {
    #expect(
      last("“The price fell in the middle of winter,” said one of the protesting farmers.")
        == "one of the protesting farmers")
  }

  @Test func theStatementIsWhoseItWas() {
    let text = "The Harbour Ministry said in a statement that it was late."
    #expect(last("\(text) “It did harm to the trust of farmers,” the statement said.") == "Harbour Ministry")
    // Near misses: of no statement was told; somebody else has spoken since.
    #expect(
      last("The Harbour Ministry said that it was late. “It did harm to the trust of farmers,” the statement said.")
        == "the statement")
    #expect(
      last("\(text) Ida Holm said it was not. “It did harm to the trust of farmers,” the statement said.")
        == "the statement")
  }

  @Test func whenAndWhereAreNoPartOfAName() {
    #expect(last("“The lorry comes two mornings,” said Bachir Odeh as he filled his cans.") == "Bachir Odeh")
    #expect(
      last("Norland head coach Dean Whitcomb spoke.\n\n“We have to bat,” said Whitcomb at the end of the day.")
        == "Dean Whitcomb")
    // Near misses: a dean; a body that is called so.
    #expect(last("Associate Dean Whitcomb spoke.\n\n“We have to bat,” said Whitcomb.") == "Whitcomb")
    #expect(last("The Committee on Rivers said it was late.") == "Committee on Rivers")
  }

  @Test func anAgeIsNoPartOfWhatSomebodyIs() {
    let text = "Norlandic director Anuk Prom may not follow films. Ida Holm, a critic, left.\n\n"
    #expect(last("\(text)“I am thankful,” said the 51-year-old director.") == "Anuk Prom")
  }

  @Test func noNameEndsWithAPreposition() {
    #expect(last("A number of whom said the road was dry and that the dam would hold.") == "a number")
    #expect(last("Critics of \"0/92\" plan said that if it worked, prices would rise.") == "critics")
  }

  @Test func lettersOfALocalOfficeAreNoPartOfTheName() {
    #expect(last("Harbury RDC Sarah Nakato said the dam was dry.") == "Sarah Nakato")
    #expect(last("RDC Sarah Nakato said the dam was dry.") == "Sarah Nakato")
    #expect(last("Harbury MCA Hajjat Sarah Nakato said the dam was dry.") == "Sarah Nakato")
    // Near misses: a company; somebody who is called by initials; where a firm has its seat.
    #expect(last("DDB Sarah Worldwide, an agency, said the dam was dry.") == "DDB Sarah Worldwide")
    #expect(last("Ole Lind left.\n\nThe Abu Dhabi-based guard said he was sorry.") != "Abu Dhabi-based")
  }

  @Test func behindAnOfficeInCapitalsAndACommaStandsWhoHoldsIt() {
    let before = "Deputy Majority Leader, Yaw Boaten-Poku, explained it.\n\n"
    #expect(
      last("\(before)The Minority Leader, Alassane Zakar Yakub, called it a slap in the face.")
        == "Alassane Zakar Yakub")
    #expect(last("The Deputy Headmaster, Zarko Koltai, said it was dry.") == "Zarko Koltai")
    // Near misses: a body; nobody behind the comma.
    #expect(last("The President, Harrow Rotary Club, said it was dry.") == "Harrow Rotary Club")
    #expect(last("\(before)The Minority Leader, in a speech, called it a slap in the face.") != "in a speech")
  }

  @Test func aTextThatBeginsWithACommaHasNobodyBeforeIt() {
    #expect(statements(", Zarko Koltai, said it was dry.").count <= 1)
  }

  @Test func anArticleAloneIsNobody() {
    #expect(last("The “careless” order said that the pressure on clerks was great.") != "the")
  }

  @Test func whoLeadsSomethingElseIsNotMeant() {
    let president = "“We will not negotiate,” President Joe Holm said.\n\n"
    #expect(last("\(president)The rebel chief said the talks were over.") == "the rebel chief")
  }

  @Test func whoTellsTheCourtIsNotWhoIsSpokenOf() {
    #expect(
      last("Detective Ada Holm said the victim was found at noon. She told the court he had not moved.") == "Ada Holm")
  }

  @Test func aPlaceBeforeACommaIsNobodysNation() {
    #expect(
      last("After talks in France, Ada Holm said a deal was near. The French president said it was not.") != "Ada Holm")
  }
}
