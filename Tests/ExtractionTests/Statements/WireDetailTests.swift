import ArticleModel
import Testing

@testable import Extraction

/// What reports of agencies have that the tagger cuts at the wrong place. The texts are made up.
@Suite struct WireDetailTests {
  @Test func whatACompanyExpectsIsSaid() {
    #expect(
      said(
        """
        Brazilian planemaker Harrow SA said on Wednesday it expects to deliver between 77 and 85 commercial jets this year, \
        up from 73 in 2024.
        """
      ).first?.hasPrefix("Harrow SA: it expects to deliver") ?? false)
  }

  @Test func aBankThatCutsIsTheBank() {
    #expect(
      said("Kenya's central bank cut its benchmark rate to 10.75% on Wednesday, saying inflation was low.").last
        == "Kenya's central bank: inflation was low")
  }

  @Test func aPlaceBeforeALongDashIsNotSaid() {
    #expect(
      said("Jakarta — Rescue workers pulled three bodies from the mud, bringing the toll to 21, the agency said.")
        == ["the agency: Rescue workers pulled three bodies from the mud, bringing the toll to 21"])
    // Near miss: two paragraphs that begin so are a conversation.
    let text = "Lind — The mud came, officials said.\n\nBrandt — The rain came."
    #expect(said(text).first?.contains("Lind") ?? false)
  }

  @Test func documentsThatShowSomethingAreNotSaid() {
    #expect(
      said("A judge has summoned the brother of the minister, court documents show.")
        == ["court documents: A judge has summoned the brother of the minister"])
  }

  @Test func whenHeSaidItStandsBehind() {
    #expect(
      said("The bridge was closed on Monday, court president Nakar Mekta said as he left.")
        == ["Nakar Mekta: The bridge was closed on Monday"])
  }

  @Test func aDoctorAtAHospitalIsNotTheHospital() {
    #expect(
      said(
        """
        A doctor at Norvik Hospital, who asked not to be identified because she was not authorised to speak, said her ward \
        was full.
        """) == ["a doctor at Norvik Hospital: her ward was full"])
  }

  @Test func oneOfManyIsNobodyByName() {
    let found = statements("“She had a word for my dog,” one said. “And for my cat,” one of the neighbours said.")
    #expect(found.map { $0.speaker?.name } == ["one", "one of the neighbours"])
    #expect(found.allSatisfy { $0.speaker?.kind == .anonymous })
  }

  @Test func theExMinisterIsNotTheMinister() {
    let text = "Prime Minister Pedro Sanchez spoke. The ex-minister himself said that he was “calm and at rest”."
    #expect(statements(text).last?.speaker?.name != "Pedro Sanchez")
  }

  @Test func theCompanyIsNotWhereAnAnalystWorks() {
    let text = """
      Brazilian planemaker Harrow SA rose. Norvik Bank analyst Marcelo Brandt wrote that it was cheap.

      The company said that profit had risen.
      """
    #expect(statements(text).last?.speaker?.name == "Harrow SA")
  }

  @Test func somebodyAtAFirmWithTwoNamesIsSomebody() {
    #expect(
      NamesOfText("Norvik fell, while Razia Lind at Standard & Crown called it bold.").people == ["Razia Lind"])
  }

  @Test func aPaperWithItsArticleIsNoPerson() {
    #expect(NamesOfText("The files were seen by El Diario del Sur.").organisations == ["El Diario del Sur"])
  }
}
