import ArticleModel
import Testing

@testable import Extraction

/// Speakers by a description that nobody was given in these words, and names behind long titles. The texts are made up.
@Suite struct DescriptionTests {
  private func speakers(_ text: String) -> [String?] { statements(text).map { $0.speaker?.name } }

  @Test func aLawmakerIsWhoSitsInAParliament() {
    #expect(
      speakers("Hon. Bashir Lawal opened the hearing. “The contractor must pay,” the lawmaker said.").last
        == "Bashir Lawal")
    #expect(speakers("Sister Mary Abad runs a school. “We share,” the nun said.").last == "Mary Abad")
    #expect(
      speakers("Wes Aldridge MP visited the ward. “This is a scandal,” the MP said.").last == "Wes Aldridge")
    #expect(
      speakers("Christine Arron MEP wrote to the bank. “Nobody answered,” the lawmaker said.").last == "Christine Arron"
    )
    // Near miss: two of them.
    #expect(
      speakers("MNA Ali Khan met MNA Saba Rao. “The contractor must pay,” the lawmaker said.").last == "the lawmaker")
  }

  @Test func aFormerPlayerIsWhomTheTextIsAbout() {
    #expect(
      speakers(
        "Everton coach Callum Brode has resigned.\n\n“My knees decided,” said the former Hearts of Oak midfielder."
      )
      .last == "Callum Brode")
    #expect(
      speakers("Callum Brode has resigned. “My knees decided,” said the former Scotland international.").last
        == "Callum Brode")
    // Near miss: two are named, and one of them in the words.
    #expect(
      speakers("Callum Brode met Ian Rae. “Brode was late,” said the former Scotland international.").last
        != "Callum Brode")
  }

  @Test func aCraftIsThatOfTheOnlyOneNamed() {
    #expect(
      speakers("Pauline Wekes has run a ferry since 1988. “I know when every bank is late,” says the engineer.").last
        == "Pauline Wekes")
    #expect(
      speakers("Pauline Wekes has repaired clocks in Norvik. “I know when you are late,” says the watchmaker.").last
        == "Pauline Wekes")
    // Near misses: an office; an engineer who came before; a victim.
    #expect(speakers("Pauline Wekes runs a ferry. “It was late,” the captain's mate said.").last != "Pauline Wekes")
    #expect(
      speakers("Two engineers met Pauline Wekes. “It was late,” says the engineer.").last != "Pauline Wekes")
    #expect(speakers("Pauline Wekes was killed on Monday. “It was late,” says the engineer.").last != "Pauline Wekes")
    #expect(speakers("Pauline Wekes runs a ferry. “It was late,” the driver said.").last != "Pauline Wekes")
  }

  @Test func anOfficeInTheLeadIsWhoIsNamedNext() {
    let lead = "Norvik will import 200,000 tons of maize, its farm minister said on Monday."
    #expect(speakers("\(lead) Farm Minister Mutahi Kamun said it was late.").first == "Mutahi Kamun")
    #expect(speakers("\(lead)\n\nMutahi Kamun told reporters that it was late.").first == "Mutahi Kamun")
    #expect(speakers("\(lead) “We had to,” Mutahi Kamun told parliament.").first == "Mutahi Kamun")
    #expect(
      speakers("A Quebec judge ruled that the jury had been misled.\n\nJustice Hélène Lacas wrote that it was bad.")
        .first
        == "Hélène Lacas")
    // Near misses: somebody with another role; two judges.
    #expect(speakers("\(lead)\n\nMutahi Kamun, a lawyer, said it was late.").first == "its farm minister")
    #expect(
      speakers(
        "A Quebec judge ruled that it was late.\n\nJustice Hélène Lacas and Judge Karl Orr said it was bad."
      ).first == "a Quebec judge")
  }

  @Test func aNameStandsBehindRankAndBody() {
    #expect(
      speakers("Head of the Fraud Squad Supt Devon Lutch said it was late.") == ["Devon Lutch"])
    #expect(
      speakers("Deputy head of the Traffic Bureau Senior Supt Marlon Gaines said it was late.") == ["Marlon Gaines"])
    #expect(speakers("Head of Communications Insp Rhea Bisnath said it was late.") == ["Rhea Bisnath"])
    #expect(speakers("Director of the Crime Lab Dr Ana Ruiz said the knife was clean.") == ["Ana Ruiz"])
    let president = statements("Chamber of commerce president Alana Moha said that traders were afraid.")
    #expect(president.first?.speaker?.name == "Alana Moha")
    #expect(president.first?.speaker?.role == "Chamber of commerce president")
    // Near miss: the office of somebody.
    #expect(
      speakers("The office of president Jane Doe said it was late.") == ["the office of president Jane Doe"])
  }

  @Test func anUnknownFirstNameStandsBeforeTheBodyOfItsOwner() {
    #expect(
      speakers("“Rain does not fall upwards,” said Caetano Rebou of the Climate Observatory, a network of clubs.")
        == ["Caetano Rebou"])
    // Near miss: a company of a place.
    #expect(speakers("“It is not,” said Kalu Motors of Norvik.") != ["Kalu Motors"])
  }

  @Test func abbreviatedFirstNamesKeepTheTitle() {
    let text = "Norvik Mayor Ma. Lourdes Dizo opened the shelter. “We will stay open,” the mayor said."
    #expect(speakers(text).last == "Ma. Lourdes Dizo")
    #expect(statements(text).last?.speaker?.role == "Norvik Mayor")
    #expect(speakers("Coach Wm. Bratt said the team was tired.") == ["Wm. Bratt"])
  }

  @Test func aReaderIsCalledByTheFirstName() {
    let found = statements("Reader Tadhg emails: “Our roof is in the next parish.”")
    #expect(found.map { $0.speaker?.name } == ["Tadhg"])
    #expect(found.first?.speaker?.role == "Reader")
  }

  @Test func anOfficialOfABodyIsNotTheBody() {
    #expect(
      speakers("A UN official, speaking on condition of anonymity, was blunter: “We have run out of patience.”")
        == ["a UN official"])
    // Near miss: the body.
    #expect(speakers("The UN was blunter: “We have run out of patience.”").first != "a UN official")
  }

  @Test func titlesAndNicknamesAreNobodysWords() {
    #expect(
      !statements("“Zero Line,” a first feature about a guard on the border, took the prize on Saturday.").contains {
        $0.kind == .direct
      })
    #expect(!speakers("Critics were divided over the Turkish entry “Salt Road.”").contains("critics"))
    #expect(!statements("Critics hated “Stone Road.”").contains { $0.kind == .direct })
    #expect(
      !statements("The bird, dubbed “the Goliath”, lived long ago, the team said.").contains { $0.kind == .direct })
    // Near misses: words; a description.
    #expect(speakers("“Zero chance,” a minister said.") == ["a minister"])
    #expect(speakers("Critics called the vote “a sham”.") == ["critics"])
  }
}
