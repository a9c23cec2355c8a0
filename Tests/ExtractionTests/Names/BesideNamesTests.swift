import ArticleModel
import Testing

@testable import Extraction

/// Who speaks where an office, a body or a place stands beside the name. The texts are made up.
@Suite struct BesideNamesTests {
  private func speakers(_ text: String) -> [String?] { statements(text).map { $0.speaker?.name } }

  @Test(arguments: [
    (
      "Peter Kauff is trying to change that.\n\nKauff, president of the privately held Harrow Tomes LLC, thinks that “much of "
        + "the finest work is made for the stage.”", "Peter Kauff"
    ),
    (
      "In Beirut, legislator Mohammed Aziz, warned the crowd that the army might come again “with the aim of staying.”",
      "Mohammed Aziz"
    ),
    ("“It helps nobody,” said Harrow Holm (Securities) Ltd analyst Nick Edwardes.", "Nick Edwardes"),
    (
      "Premier Zhao met reporters along with Vice-Premiers Li Wenbo and Tian Jishan.\n\n“We do not reject it,” Li said.",
      "Li Wenbo"
    ),
    ("Deputy Under Secretary of Commerce Bruce Holm replied, “That would be foolish.”", "Bruce Holm"),
    (
      "Behind Ali's total of 204 was Dean Holm with 207, and Tim Straub with 208.\n\n“Ali played well,” said Dean.",
      "Dean Holm"
    ),
    ("“It was an attempt to mislead,” Will Moe, chief executive of the site, told the BBC.", "Will Moe"),
  ])
  func theNameSpeaks(text: String, name: String) {
    #expect(speakers(text).last == name)
  }

  @Test(arguments: [
    // Behind a colon begins a sentence; an office is no first name.
    ("The mayor was sure: Will the bridge open? “It will,” she said.", "Will"),
    ("Dean Holm said it was late. The dean said no more.", "Dean Holm"),
  ])
  func otherWordsAreNoNames(text: String, name: String) {
    #expect(!speakers(text).contains { $0?.hasPrefix(name) ?? false })
  }

  @Test func whoIsCommentedOnIsNotWhoComments() {
    let text =
      "Finance Minister Nilson Funes resigned.\n\nCommenting on Funes, a foreign banker here recently told the paper, “It had "
      + "to be.”\n\nThe foreign banker in Lagos said, “I think there could be an agreement.”"
    #expect(speakers(text).last == "a foreign banker here")
    // Near miss: an apposition.
    #expect(
      speakers("Nilson Funes, a foreign banker, resigned.\n\nThe foreign banker said, “I think it was late.”").last
        == "Nilson Funes")
  }
}
