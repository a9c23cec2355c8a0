import ArticleModel
import Testing

@testable import Extraction

/// Whom a pronoun means where somebody is the subject by what they are, or not known for a person. The texts are made up.
@Suite struct DescribedSubjectTests {
  private func last(_ text: String) -> String? { statements(text).last?.speaker?.name }

  @Test func whoeverADescriptionMeansIsTheSubject() {
    let opening = "President Ada Holm spoke in the garden on Friday. Sen. Ruth Lund dismissed it.\n\n"
    let senator = "“She should check her figures,” Lund said.\n\n"
    let law = "Later the president called on the council to pass the law, which was drafted this week.\n\n"
    #expect(last("\(opening)\(senator)\(law)“I am determined,” she said.") == "Ada Holm")
    #expect(
      last(
        "\(opening)The president was careful to praise the mayor, Ida Berg, but she said there was “a struggle” ahead.")
        == "Ada Holm")
    // Near misses: two have the office; the description is an object.
    #expect(
      last("\(opening)\(senator)President Eva Moe of Sorland stayed away. The president left early. “No,” she said.")
        == "Eva Moe")
    #expect(last("\(opening)\(senator)Nobody called the president. “I am determined,” she said.") == "Ruth Lund")
  }

  @Test func anArticleRightBeforeThePronounDescribesNobody() {
    #expect(last("President Ada Holm left. The she said “I am determined” was heard.") != nil)
  }

  @Test func whatNothingShowsToBeAPersonIsNotMeant() {
    #expect(
      last(
        "Leif Aas, a law professor, followed the case. But he said many lawyers who practise before the 8th Circuit believed "
          + "that it was slow. “That makes it interesting,” he said."
      ) == "Leif Aas")
    #expect(
      last("Ann Roe sold her songs to a firm of Ole Lind's.\n\nIn a Tumblr post she described it as the “worst case”.")
        == "Ann Roe")
    #expect(
      last("A nurse at the clinic said she did not know. So maybe Novira “could be the answer”, she said.")
        == "a nurse at the clinic")
    // Near miss: a first name shows one.
    #expect(last("A nurse at the clinic was tired. So was Ingrid. “I could sleep,” she said.") == "Ingrid")
  }

  @Test func whoIsGoneOnAboutIsNearerThanWhoSpokeBefore() {
    let before = "Margit Hamre moved to another project. “I liked it,” Hamre said. She trained Ellen Foss.\n\n"
    #expect(
      last("\(before)Once Foss arrived, Lunde gave her a manual, and soon she was quick. “He knew it all,” she said.")
        == "Ellen Foss")
    #expect(
      last(
        "\(before)Foss, for her part, went on in Norvik. After a few years, she left to raise her children. In the autumn, "
          + "she took a course. “They went with younger ones,” she said."
      ) == "Ellen Foss")
    // Near miss: the next paragraph is about nobody.
    #expect(last("\(before)It was late in the year. “They went with younger ones,” she said.") == "Margit Hamre")
  }

  @Test func aSourceWithoutANameGoesOn() {
    let text = "“Holm has to decide,” an aide to the mayor said. Ole Holm was away.\n\n"
    #expect(
      last("\(text)Prices are too low, the ministry source said.\n\n“They want more,” he said.")
        == "the ministry source")
    #expect(
      last(
        "“It is theirs to decide,” the ministry source said.\n\nIf they go ahead, he said, “Holm will not stop them.”")
        == "the ministry source")
    // Near misses: somebody is named since; several sources.
    #expect(last("“It is theirs,” the ministry source said. Ole Holm nodded. “They want more,” he said.") == "Ole Holm")
    #expect(last("\(text)Prices are too low, ministry sources said.\n\n“They want more,” he said.") == "Ole Holm")
  }

  @Test func aNameThatNothingExplainsIsMeantToo() {
    #expect(
      last(
        "Orvik Tarjei, who was sent back, said he wanted to work.\n\nLakwin Orvik, another traveller, said he had paid an agent. "
          + "“He sent me south,” he said."
      ) == "Lakwin Orvik")
  }

  @Test func whatABodySpeaksOfIsNotTheBody() {
    #expect(
      last(
        "The Portuguese Treasury said Portugal was ready to sell the bonds. But it said that the sale could be delayed."
      )
        == "Portuguese Treasury")
    #expect(last("Portugal was ready to sell the bonds. It said that the sale could be delayed.") == "Portugal")
  }

  @Test func aSpokespersonIsTheyToo() {
    let text = "Kim Lund, a spokesperson for Norvik Water, confirmed that the company writes to people. "
    #expect(last("\(text)“We write letters,” they said in an email.") == "Kim Lund")
    // Near miss: a group speaks since.
    #expect(last("\(text)Residents were angry. “We got none,” they said.") == "residents")
  }

  @Test func aChairmanMayBeAWoman() {
    let text =
      "“I do not think so,” commission chairman Susan Holm told the panel.\n\n“We do not want that,” she said.\n\n"
    #expect(
      statements("\(text)Commissioner Rolf West said, “We cannot do it.”").map { $0.speaker?.name }
        == ["Susan Holm", "Susan Holm", "Rolf West"])
  }
}
