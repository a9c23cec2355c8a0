import Testing

@testable import Extraction

/// Who says a quotation where another name stands nearer to it. The texts are made up.
@Suite struct SubjectOfMarksTests {
  private func speakers(_ text: String) -> [String?] {
    statements(text).filter { $0.kind != .indirect }.map { $0.speaker?.name }
  }

  @Test(arguments: [
    (
      "Peter Kauf, president of the closely held TV Books LLC, thinks that “much of the finest work is made for television.”",
      "Peter Kauf"
    ),
    (
      "In Beirut, legislator Omar Beydan, warned the crowd that Norland might strike Sund again “with the aim of breaking the truce.”",
      "Omar Beydan"
    ),
    (
      "The mother of a woman who took the pills bought in Sund has described how her daughter was “burning up from within” then.",
      "the mother of a woman"
    ),
    // Near miss: nobody warns there.
    ("In Beirut, Ann Roe wept. “Nobody will ever break this truce,” she said.", "Ann Roe"),
  ])
  func theSubjectOfTheVerbSaysIt(text: String, speaker: String) { #expect(speakers(text) == [speaker]) }

  @Test func whoCommentsStandsBehindTheComma() {
    #expect(
      speakers(
        "Peter Funo lost his post.\n\nCommenting on Funo, a foreign banker here recently told Reuters, “They see his removal as a must.”"
      ) == ["a foreign banker here"])
    // Near miss: no comment.
    #expect(
      speakers("According to Ann Roe, a banker, “the removal of the man was a must for the fund.”") == ["Ann Roe"])
  }

  @Test(arguments: [
    (
      "Here is how bad things got in the words of the patient: “After the cough began, I was unable to stand.”",
      "the patient"
    ),
    ("It was, in Ann Roe's words, “a very long night” for all.", "Ann Roe"),
    (
      "He was booed. He remembered once receiving advice from Diana Lund: “Do not worry, Bob. Some years they love you.”",
      "Diana Lund"
    ),
    (
      "After the talk, a question came from a member of the audience: “Did you change the model at all?”",
      "a member of the audience"
    ),
    (
      "The audit took three years.\n\nAs the report states: “[T]he wall was never tested in a storm of that kind.”",
      "the report"
    ),
    // Near miss: from whom a thing is taken.
    ("Ann Roe took the letter from Diana Lund. She said: “It is over now for all of us.”", "Ann Roe"),
  ])
  func whoseWordsTheyAreIsTold(text: String, speaker: String) { #expect(speakers(text) == [speaker]) }

  @Test func whoStandsForTheNameBefore() {
    #expect(
      speakers(
        "Ann Buckley, who phoned in from the set of “Norvik”, had a similar experience: “It was that feeling of home.”")
        == ["Ann Buckley"])
    // Near miss: whom somebody calls so.
    #expect(
      speakers("Much was directed at Per Bann, who Ann Roe on Wednesday called “a horrible, despicable human being.”")
        == ["Ann Roe"])
  }

  @Test func aWordForATimeMayBeAName() {
    #expect(
      speakers(
        "The studio chief, Chris Early, likes it. “Streaming is binary,” says Early. “You are in a place with wires.”")
        == ["Chris Early"])
  }

  @Test func aLongFragmentGoesWithItsSentence() {
    #expect(
      said(
        "Ann Ode runs the mill. But recent orders indicate a “firmer tone in the market for heavy trucks,” which may last, she said."
      )
        == ["Ann Ode: But recent orders indicate a “firmer tone in the market for heavy trucks,” which may last"])
  }

  @Test func whatAThingIsCalledByAllIsNotSaid() {
    #expect(said("Dust from a duvet can hurt. The illness is called “duvet lung.” It is rare.").isEmpty)
    // Near miss: by somebody.
    #expect(said("The bill is called “a disgrace” by Ann Roe.").count == 1)
  }
}
