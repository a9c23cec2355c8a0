import ArticleModel
import Testing

@testable import Extraction

/// Family names that are words of English, stand in front, or are shared. The texts are made up.
@Suite struct FamilyNameTests {
  private func speakers(_ text: String) -> [String?] { statements(text).map { $0.speaker?.name } }

  @Test(arguments: [
    ("“It is hard,” He Jianming, the former director, said at the event.", "He Jianming"),
    ("“It is hard,” Oh Se-min, the mayor of Norvik, said at the event.", "Oh Se-min"),
    ("Ko Fei-Lo, Vice President at First Harbour Bank, said it was hard.", "Ko Fei-Lo"),
    ("Norland's ambassador to Britain Liu Xiaowen has said it was hard.", "Liu Xiaowen"),
  ])
  func theFamilyNameInFrontIsPartOfTheName(text: String, name: String) {
    #expect(speakers(text).last == name)
  }

  @Test(arguments: [
    "He said it was hard.", "“So Se-min went home,” the mayor said.", "He Said She Said won a prize, the mayor said.",
  ])
  func aPronounBeginsNoName(text: String) {
    #expect(!speakers(text).contains { $0?.hasPrefix("He ") ?? false })
  }

  @Test func ofSeveralOnlyWhoWasIntroducedIsMeant() {
    let text =
      "Lee Jae-hoon, leader of the opposition, called it “sad”.\n\n“It was out of touch,” Lee said.\n\nThe interior minister, "
      + "Lee Sang-ho, resigned on Sunday.\n\n"
    #expect(speakers(text) == ["Lee Jae-hoon", "Lee Jae-hoon"])
    // Near miss: both have been, and neither has been named since.
    #expect(speakers("\(text)It rained.\n\nIt rained.\n\nIt rained.\n\n“No,” Lee said.").last == "Lee")
  }

  @Test func aWordIsANameBeforeWhatIsInserted() {
    let text =
      "Tom Young, a former director, testified. Ann Moe spoke before him.\n\n“We need tests,” Moe said.\n\nYoung, in his "
      + "testimony, did not mention it. “The plate is full,” he said."
    #expect(speakers(text).last == "Tom Young")
  }

  @Test func aParticleWithACapitalBelongsToTheName() {
    #expect(
      speakers("Luis de Moura, a philosopher, wrote it.\n\nDe Moura said in his introduction: “A picture pops up.”")
        .last
        == "Luis de Moura")
    // Near miss: nobody is called so.
    #expect(
      speakers("Luis Moura, a philosopher, wrote it.\n\nDe Moura said: “A picture pops up.”").last
        != "Luis de Moura")
  }
}
