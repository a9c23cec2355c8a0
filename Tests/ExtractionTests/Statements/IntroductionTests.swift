import ArticleModel
import Testing

@testable import Extraction

/// Quotations whose speaker the sentence before introduces, and posts without marks. The texts are made up.
@Suite struct IntroductionTests {
  @Test(arguments: [
    "Lewis Ode was in no mood to celebrate.", "The coach, Lewis Ode, was full of praise.",
    "Lewis Ode had a different view.",
  ])
  func whoIsInAMoodSaysTheParagraphBehind(_ introduction: String) {
    let text = "“It was even,” said Mara Lind.\n\n\(introduction)\n\n“We have won nothing yet.”"
    #expect(said(text) == ["Mara Lind: “It was even,”", "Lewis Ode: “We have won nothing yet.”"])
  }

  @Test func aMoodOfNobodyIntroducesNobody() {
    #expect(
      said("The crowd was in no mood to celebrate.\n\n“We have won nothing yet.”").allSatisfy { $0.hasPrefix("?") })
    // Near miss: somebody else says it.
    let text = "Lewis Ode was in no mood to celebrate.\n\n“We have won nothing yet,” said Mara Lind."
    #expect(said(text) == ["Mara Lind: “We have won nothing yet,”"])
  }

  @Test func praiseIsNotSaid() {
    #expect(
      said("Rui Cost scored twice. Coach Ines Lind was full of praise. “He never stops running.”")
        == ["Ines Lind: “He never stops running.”"])
  }

  // MARK: Posts

  @Test func aPostIsWhoseAccountStandsBehindIt() {
    let text = """
      The finance minister came home on Monday.

      The budget is no secret. It will be read on Thursday.

      — Elin Brandt (@elinbrandt) March 10, 2025
      """
    #expect(said(text) == ["Elin Brandt: The budget is no secret. It will be read on Thursday."])
    let inOne = "Not good enough. We want to see it today. — Oluf Berg (@olufberg) March 11, 2025"
    #expect(said(inOne) == ["Oluf Berg: Not good enough. We want to see it today."])
    // Near miss: an account without a dash.
    #expect(said("The budget is no secret. Elin Brandt (@elinbrandt) reads it on Thursday.") == [])
    #expect(said("Follow our live report — The Mercury (@mercury)") == [])
    #expect(said("Our reporter has been in Sund all day.\n\n— Oluf Berg (@olufberg) is our man in Sund") == [])
  }

  // MARK: Silence

  @Test func whoRefusesToAnswerSaysSo() {
    #expect(said("His lawyer said that he would not answer questions.").count == 1)
  }

  @Test(arguments: [
    "Mr Brandt did not respond to a request for comment.",
    "The company did not immediately reply to emails seeking comment.",
    "Mr Brandt could not be reached for comment.",
  ])
  func whoDoesNotAnswerSaysNothing(_ text: String) { #expect(said(text) == []) }

  @Test func whoDeclinesSaysSo() { #expect(said("A spokeswoman for Norvik Ltd declined to comment.").count == 1) }
}
