import ArticleModel
import Testing

@testable import Extraction

/// Names in lines of their own above what is said. The texts are made up.
@Suite struct NameHeadingTests {
  @Test func aLineThatEndsWithAColonNamesWhoSpeaksBelow() {
    let text = """
      The court ruled on Friday that rivers can sue.

      Amara Nwosu, environment minister:

      "At last they have a lawyer."

      The Chamber of Mines:

      "Jobs need a lawyer too."

      - Farmer Kobus Meer, who lives by the river: "The river pays no bills."
      """
    #expect(
      said(text).filter { $0.contains("\"") } == [
        "Amara Nwosu: \"At last they have a lawyer.\"", "Chamber of Mines: \"Jobs need a lawyer too.\"",
        "Kobus Meer: \"The river pays no bills.\"",
      ])
  }

  @Test(arguments: ["Here is what they said:", "On the Weather:", "A minister wrote to Ada Lind, the mayor:"])
  func otherLinesWithAColonNameNobody(_ line: String) {
    #expect(!said("The court ruled.\n\n\(line)\n\n\"It rains.\"").contains { $0.hasPrefix("Ada Lind: ") })
    #expect(!said("The court ruled.\n\n\(line)\n\n\"It rains.\"").contains { $0.hasPrefix("Weather") })
  }

  @Test func aCallMayBeginWithTheListOfWhoTakesPart() {
    let call = """
      Company participants

      Ada Lind — Chief Executive Officer

      Wei Teo — Chief Financial Officer

      Presentation

      Ada Lind — Chief Executive Officer

      Thank you. We sold more salt.

      Wei Teo — Chief Financial Officer

      Our debt fell.

      Questions and answers

      Sunita Rao — Harrow Bank, Analyst

      Can I ask about the kiln?
      """
    let found = statements(call)
    #expect(
      said(call) == [
        "Ada Lind: Thank you. We sold more salt.", "Wei Teo: Our debt fell.", "Sunita Rao: Can I ask about the kiln?",
      ])
    #expect(
      found.map { $0.speaker?.role } == [
        "Chief Executive Officer", "Chief Financial Officer", "Harrow Bank, Analyst",
      ])
    // Near miss: a list alone.
    #expect(said("Ada Lind — Chief Executive Officer\n\nWei Teo — Analyst\n\nTom Roe — Analyst") == [])
  }

  @Test func anInterviewThatIsAnnouncedMayHaveARequestAmongItsQuestions() {
    let talk = """
      In this interview Ada Lind tells us why she left the party.

      You left after twelve years. What happened?

      Nothing happened to me in all that time.

      Some say you were offered money.

      By whom? I am still waiting for the bag.

      Will you stand again?

      I have told nobody, not even my wife.
      """
    #expect(said(talk).filter { $0.hasPrefix("Ada Lind: ") }.count == 3)
  }
}
