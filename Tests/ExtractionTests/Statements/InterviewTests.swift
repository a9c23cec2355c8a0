import ArticleModel
import Testing

@testable import Extraction

/// Interviews that print questions and answers as paragraphs without labels. The texts are made up.
@Suite struct InterviewTests {
  private static let talk = """
    The glass blower Ada Lind, 71, keeps the last kiln on the island. We met her in her workshop in Norvik.
    Your kiln has burned since 1950. Do you ever let it go out?
    Once, when I was ill. My son cried, and I have never seen him cry again.
    What does glass want from you?
    It wants you to be quick and to look slow. I am neither, but I have had practice.
    My teacher said, "Breathe like a baker."
    Tell me about the colours you use.
    Three of them, all made of sand from this beach.
    Who will follow you?
    The sea, I suppose.
    """

  @Test func everyAnswerIsAStatementOfThePersonWhoIsIntroduced() {
    let found = statements(Self.talk).filter { $0.method == "layout.interview" }
    #expect(found.map { $0.speaker?.name } == Array(repeating: "Ada Lind", count: 4))
    // Said word by word, but in no marks; she quotes her teacher.
    #expect(found.map(\.kind) == [.indirect, .mixed, .indirect, .indirect])
    let words = said(Self.talk)
    #expect(
      words.contains(
        "Ada Lind: Once, when I was ill. My son cried, and I have never seen him cry again."))
    #expect(words.contains("Ada Lind: Three of them, all made of sand from this beach."))
    #expect(words.contains("Ada Lind: The sea, I suppose."))
  }

  @Test func anAnswerOfSeveralParagraphsIsOneStatement() {
    #expect(
      said(Self.talk).contains(
        "Ada Lind: It wants you to be quick and to look slow. I am neither, but I have had practice. / "
          + "My teacher said, \"Breathe like a baker.\""))
  }

  @Test func answersMayStandInMarks() {
    let found = statements(
      """
      The glass blower Ada Lind spoke to us in her workshop.
      Do you ever let your kiln go out?
      "Once, and my son cried about it for a week."
      What does glass want from you?
      "That we are quick and look slow about it."
      Who will follow you?
      "The sea, and nobody else that we know."
      """)
    #expect(found.map { $0.speaker?.name } == Array(repeating: "Ada Lind", count: 3))
    #expect(found.map(\.kind) == Array(repeating: .direct, count: 3))
  }

  @Test func whoTalkedToUsIsInterviewed() {
    #expect(
      said(
        """
        The mine chief Ada Lind talked to us about the strike.
        **Is it true that you paid for it?**
        I paid for the soup. The owners paid for the rest.
        **Would you do it again?**
        We would, all of us.
        """
      ).suffix(2) == [
        "Ada Lind: I paid for the soup. The owners paid for the rest.", "Ada Lind: We would, all of us.",
      ])
  }

  @Test func answersInMarksToQuestionsThatHardlySayYou() {
    let found = statements(
      """
      Umpire Tomas Wee retired on Sunday after two hundred matches.
      Which decision was the worst?
      "The one in Norvik. The batsman looked at me as if he had been robbed."
      Did he answer?
      "He sent me a pair of glasses."
      And what will you do now?
      "Sleep, and then grow pepper."
      """)
    #expect(found.filter { $0.kind == .direct }.map { $0.speaker?.name } == Array(repeating: "Tomas Wee", count: 3))
  }

  @Test func questionsThatReadersHaveAreNoInterview() {
    // Near miss: a list of questions, in which nobody is asked.
    #expect(
      statements(
        """
        Ada Lind, the minister, has announced a tax on kilns. What it means in brief.
        Who has to pay it?
        Everybody who owns a kiln of more than ten litres, from the first of May.
        Can I ask for a delay?
        Yes, if you write to the office before the end of the month.
        What happens to old kilns?
        Nothing, as long as they are cold.
        """
      ).allSatisfy { $0.method != "layout.interview" })
  }

  @Test func twoWhoAreIntroducedLeaveItOpen() {
    // Near miss: it could be with either of them.
    #expect(
      statements(Self.talk.replacing("The glass blower Ada Lind", with: "The glass blowers Otto Berg and Ada Lind"))
        .allSatisfy { $0.method != "layout.interview" })
  }

  @Test func twoQuestionsAreEnoughWhereTheHeadlineSaysSo() {
    let text = """
      Interview with the glass blower Ada Lind
      Do you ever let your kiln go out?
      Once, when I was ill. My son cried, and I have never seen him cry again.
      Who will follow you?
      The sea, I suppose.
      """
    let found = extractor.annotate(sampleArticle(text, headline: true)).statements
    #expect(found.map { $0.speaker?.name } == ["Ada Lind", "Ada Lind"])
    // Near miss: nothing says that it is one.
    #expect(
      extractor.annotate(sampleArticle(text.replacing("Interview with", with: "The"), headline: true)).statements
        .allSatisfy { $0.method != "layout.interview" })
  }

  @Test func answersWithALabelAreOfWhomTheHeadlineNames() {
    let text = """
      Q&A with Ada Lind
      Otto Berg spoke to the glass blower in Norvik.
      Q: Do you ever let your kiln go out?
      A: Once, when I was ill.
      Q: Who will follow you?
      A: The sea, I suppose.
      """
    let found = extractor.annotate(sampleArticle(text, headline: true)).statements
    #expect(found.filter { $0.method == "layout.transcript" }.last?.speaker?.name == "Ada Lind")
  }

  @Test func theFirstAnswerMayHaveTheNameBeforeIt() {
    let text = Self.talk.replacing("Once, when I was ill.", with: "Ada Lind: Once, when I was ill.")
    #expect(
      said(text).contains("Ada Lind: Once, when I was ill. My son cried, and I have never seen him cry again."))
  }

  @Test func aFewQuestionsInAReportAreNoInterview() {
    #expect(
      statements(
        """
        Ada Lind, who keeps the last kiln, is tired. Will anybody follow her?
        I asked myself that on the way home.
        Who else would burn sand for a living?
        """
      ).allSatisfy { $0.method != "layout.interview" })
  }

  @Test func whatIsToldOfThePersonIsNoAnswer() {
    #expect(
      said(Self.talk + "\nI met Ada Lind on a wet day in May.").last == "Ada Lind: The sea, I suppose.")
  }
}
