import ArticleModel
import Testing

@testable import Extraction

/// Companies as business reports write them. The texts are made up.
@Suite struct CompanyNamesTests {
  private func speakers(_ text: String) -> [String] {
    statements(text).map { $0.speaker.map { "\($0.name) (\($0.kind))" } ?? "-" }
  }

  @Test(arguments: [
    "Harrow and Pell's Corp", "Berg and Co", "4Tide Corp", "K dock Corp", "W.R. Lind and Co", "Eli Holm and Co",
  ])
  func aLegalFormTakesTheNameBeforeIt(_ company: String) {
    #expect(speakers("\(company) said it would close two yards.") == ["\(company) (organisation)"])
  }

  @Test func aLegalFormAloneNamesNobody() {
    let annotated = extractor.annotate(sampleArticle("The yard is owned by a Co that nobody knows, Otto Berg said."))
    #expect(annotated.organisations.map(\.name) == [])
    // Near miss: the state behind a city.
    #expect(!speakers("Denver, Co. officials said the road was shut.").contains { $0.hasPrefix("Co ") })
  }

  @Test(arguments: ["Harrow and Co Inc", "Berg and Gamble Co"])
  func aWordOfTheLanguagePartsNoCompany(_ company: String) {
    #expect(speakers("\(company) said it would close two yards.") == ["\(company) (organisation)"])
  }

  @Test func aWordOfTheLanguagePartsNoBody() {
    let text = "The Northern Savings and Loan Association and the Harbour Loan Insurance Corp are shut, Otto Berg said."
    #expect(
      extractor.annotate(sampleArticle(text)).organisations.map(\.name) == [
        "Northern Savings and Loan Association", "Harbour Loan Insurance Corp",
      ])
  }

  @Test func aNounThatOpensASentenceHasNoCapital() {
    #expect(speakers("Industry sources said that prices fell.") == ["industry sources (anonymous)"])
    // Near miss: a place keeps it.
    #expect(speakers("London traders said that prices fell.") == ["London traders (group)"])
  }

  @Test func twoCompaniesStayTwo() {
    let annotated = extractor.annotate(
      sampleArticle("The yards of Harrow Ltd and Texaco Inc are shut, Otto Berg said."))
    #expect(annotated.organisations.map(\.name) == ["Harrow Ltd", "Texaco Inc"])
  }

  @Test func aBodyMayBeCalledByAWordForAPeople() {
    let text = "American Harrow Corp bought two yards.\nAmerican also said that it would pay in cash."
    #expect(speakers(text).last == "American Harrow Corp (organisation)")
    // Near misses: somebody of that people, and two that begin so.
    #expect(
      speakers("American Harrow Corp bought two yards.\nThe American said that he would pay.") != [
        "American Harrow Corp (organisation)"
      ])
    let two = "American Harrow Corp bought a yard of American Pell Inc.\nAmerican also said that it would pay in cash."
    #expect(!speakers(two).contains { $0.hasPrefix("American H") || $0.hasPrefix("American P") })
  }

  @Test func theSignOfAShareIsNotWhoSpeaks() {
    #expect(
      speakers("Norvik Island Banks Plc <NVIB.K> said it plans to open an office in Kavalo.")
        == ["Norvik Island Banks Plc (organisation)"])
    #expect(
      speakers("Harrow Steel Corp <HSC> said it bought a mill.") == ["Harrow Steel Corp (organisation)"])
  }

  @Test func aNameMayEndInAPossessive() {
    #expect(speakers("Moody's said that the ratings of the yard were low.") == ["Moody's (organisation)"])
  }

  @Test(arguments: ["Dealers", "Diplomats", "Divers"])
  func aPluralAtTheBeginningIsNoName(_ word: String) {
    #expect(
      speakers("\(word) said that prices fell.") == [
        "\(word.lowercased()) (\(word == "Diplomats" ? "anonymous" : "group"))"
      ])
  }

  @Test func aNameThatLooksLikeAPluralIsOneAllTheSame() {
    #expect(speakers("Mr Rivers said that prices fell.") == ["Rivers (person)"])
  }
}
