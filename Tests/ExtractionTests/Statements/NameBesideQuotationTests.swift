import ArticleModel
import Testing

@testable import Extraction

/// Who speaks beside the words: in lines of their own, in headlines, behind dashes. The texts are made up.
@Suite struct NameBesideQuotationTests {
  @Test func aNameWithAnAgeAboveAQuotationSpeaks() {
    let text = """
      The market closes in June.
      Imre Tal, 25
      "I have sold fish here since I could count to ten."
      *Nela Vig, 47, cab driver*
      "Nobody asked the drivers."
      """
    #expect(
      said(text) == [
        "Imre Tal: \"I have sold fish here since I could count to ten.\"", "Nela Vig: \"Nobody asked the drivers.\"",
      ])
  }

  @Test func aNameWithWhatTheyAreBelowAQuotationSpeaks() {
    let text = """
      Quote of the day
      "A country is no company, and no club."
      Vera Brandt, economist, in parliament
      """
    #expect(said(text) == ["Vera Brandt: \"A country is no company, and no club.\""])
  }

  @Test(arguments: [
    "Sund, Norland", "By Ida Holm, staff writer", "The town, 25 years on", "Otto Lind, who was there, left.",
    "Ida Holm, reporter",
  ])
  func otherLinesAboveAQuotationNameNobody(line: String) {
    #expect(
      said("The market closes.\n\(line)\n\"I have sold fish here since I could count.\"").allSatisfy {
        $0.hasPrefix("?")
      })
  }

  @Test func whoEndsAQuotationOfTwoParagraphsSaysBoth() {
    let text = """
      Imre Tal waits at the gate.
      "This was promised to us ten years ago.
      "And we are still waiting," said Nela Vig.
      """
    #expect(said(text) == ["Nela Vig: \"This was promised to us ten years ago. / \"And we are still waiting,\""])
    // Near miss: the first is closed.
    let closed = text.replacing("ago.", with: "ago.\"")
    #expect(said(closed).last == "Nela Vig: \"And we are still waiting,\"")
    // And: marks of another kind.
    #expect(said(text.replacing("\"And", with: "“And").replacing("waiting,\"", with: "waiting,”")).count == 2)
  }

  @Test func aHeadlineMayBeginWithWhoSpeaks() {
    let body = "\nThe finance minister, Arvo Kuusk, spoke on Friday in Sund. Kuusk left at noon."
    func first(_ headline: String) -> String? { said(headline + body, headline: true).first }
    #expect(
      first("Minister: \"No new taxes\"") == "minister: \"No new taxes\""
        || first("Minister: \"No new taxes\"") == "Arvo Kuusk: \"No new taxes\"")
    #expect(first("Kuusk: We will never join") == "Arvo Kuusk: We will never join")
    #expect(first("Finance minister Arvo Kuusk: prices \"will fall\"") == "Arvo Kuusk: prices \"will fall\"")
    // Near misses: what it is about.
    #expect(first("Kuusk: The art of the tax")?.hasPrefix("Arvo Kuusk: The art") != true)
    #expect(first("Norland: We will never join")?.contains("We will never join") != true)
    #expect(first("Theatre: \"Hamlet\" in Sund")?.contains("Hamlet") != true)
  }

  @Test func anInterruptionMayStandBetweenDashes() {
    #expect(said("“We are free,”—Tome Vaz said—“at last.”") == ["Tome Vaz: “We are free,” / “at last.”"])
    // Near miss: no telling between them.
    #expect(said("“We are free,”—the ship—“Hope.”").count < 2)
  }

  @Test func aPostBehindTheMarkOfWhatOthersWroteIsWhoseTheLineAboveNames() {
    let text =
      "The storm came at noon.\nFrom the mayor of Lorn, Ann Odell, on X:\n> We have no power and no water here."
    #expect(said(text).last == "Ann Odell: We have no power and no water here.")
    // Near miss: no mark.
    #expect(
      said(text.replacing("> ", with: "")).allSatisfy { !$0.hasPrefix("Ann Odell: We have no power and no water") })
  }

  @Test func lowSingleMarksAreClosedByHighOnes() {
    #expect(
      said("‚We leave at dawn and we take the goats,‘ said Otto Krenn.") == [
        "Otto Krenn: ‚We leave at dawn and we take the goats,‘"
      ])
    // Near miss: an opening mark that nothing low stands before.
    #expect(said("It was the ‘goats that left, said Otto Krenn.").allSatisfy { !$0.contains("‘goats that left,‘") })
  }

  @Test func labelsMayEndWithASmallOfficeOrBeInitials() {
    let jury = """
      The jury came back on Tuesday after nine hours in the case.
      Jury foreman: We have, your honour.
      Judge Kaplan: What is your verdict?
      Jury foreman: Guilty.
      Judge Kaplan: Thank you.
      """
    #expect(said(jury).count == 4)
    let talk = """
      The novelist Ines Caldera has written nine books.
      Daniel Webb: When did you begin to write?
      Ines Caldera: I began when I was nine.
      DW: And what did you write?
      IC: Letters to the king.
      """
    #expect(said(talk).last == "Ines Caldera: Letters to the king.")
    // Near miss: other letters.
    #expect(!said(talk.replacing("IC:", with: "UN:")).contains("Ines Caldera: Letters to the king."))
  }

  @Test func questionsForSomebodyAreAnInterview() {
    let text = """
      Five questions for Aroha Ngata
      Why did you leave politics?
      I was tired of being angry all the time. So I planted trees.
      Do you miss it?
      Not for a second.
      """
    #expect(said(text, headline: true).filter { $0.hasPrefix("Aroha Ngata: ") }.count == 2)
    // Near miss: questions that readers have.
    #expect(
      said(text.replacing("questions for", with: "facts on"), headline: true).allSatisfy { !$0.hasPrefix("Aroha") })
  }

  @Test func particlesWithDotsBelowBelongToTheName() {
    #expect(said("Muqtada aṣ-Ṣabir said that it was late.") == ["Muqtada aṣ-Ṣabir: that it was late"])
  }
}
