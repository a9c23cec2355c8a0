import ArticleModel
import Testing

@testable import Extraction

/// How agencies and papers all over the world lay out a report. The texts are made up.
@Suite struct WireStyleTests {
  // MARK: Datelines

  @Test(arguments: [
    "KAVALO, May 6 (Harbour Wire) - ", "KAVALO (HW) — ", "KAVALO, Norland — ", "Kavalo (HW) – ", "KAVALO: ",
    "KAVALO, Jan. 20 (Xinlan) -- ", "KAVALO, Norland (HW) _ ",
  ])
  func aDatelineIsASentenceOfItsOwn(_ dateline: String) {
    let table = tokens(dateline + "Farmers said that the rain was late.")
    #expect(table.text(table.sentence(0)) == dateline.dropLast())
    #expect(said(dateline + "Farmers said that the rain was late.") == ["farmers: that the rain was late"])
  }

  @Test(arguments: ["Kavalo - Farmers said no.", "KAVALO-based farmers said no.", "The NATO - Farmers said no."])
  func otherDashesEndNoDateline(_ text: String) {
    let table = tokens(text)
    #expect(table.sentence(0).count == table.count, "\(text)")
  }

  @Test func anUnderscoreBetweenSpacesIsALongDash() {
    let table = tokens("The river _ slow and wide — rose. A name_of_a_file stays one word.")
    #expect(table.hashes[2] == table.hashes[6])
    #expect(table.count == 15)
    #expect(
      said("KAVALO, Norland (HW) _ The river rose by a metre on Saturday, the mayor said.")
        == ["the mayor: The river rose by a metre on Saturday"])
  }

  @Test func aTurnOfATranscriptIsNoDateline() {
    let text = "HOST: Good morning to all of you.\nGUEST: Good morning to you."
    #expect(tokens(text).sentences.count == 2)
  }

  // MARK: Who says it at the end or in the middle

  @Test func anybodyMayStandBehindTheLastComma() {
    #expect(
      said("The lake was cut off on Monday after a cable broke, the operator said.")
        == ["the operator: The lake was cut off on Monday after a cable broke"])
    #expect(
      said("A bridge linking the two towns opened on Monday, local authorities said.")
        == ["local authorities: A bridge linking the two towns opened on Monday"])
    // Near misses: a passive, and a clause about somebody.
    #expect(
      !said("The lake was cut off on Monday, an arrangement the council has criticised.").contains {
        $0.hasSuffix("The lake was cut off on Monday")
      })
  }

  @Test func aReportInsideIsNoEndOfTheSearch() {
    let found = said("Farmers had asked for a smaller rise, three mill owners told Harbour Wire.")
    #expect(found.contains("three mill owners: Farmers had asked for a smaller rise"))
    // Near miss: who hears it stands behind.
    #expect(!said("Farmers had asked for a smaller rise, told the court.").contains { $0.hasPrefix("the court") })
  }

  /// What the tagger finds with its cue is not found a second time by the clause behind the comma.
  @Test(arguments: [
    "The bank's officials said Norland did not mean to talk the krone down. A lower krone would harm the ports, he noted.",
    "Prices of wool rose by a tenth in the spring, dealers said. The rise will not last, a trader in Kavalo added.",
  ])
  func aCueBringsItsWordsOnce(_ text: String) {
    let spans = extractor.annotate(sampleArticle(text)).statements.map(\.spans)
    #expect(Set(spans).count == spans.count, "\(spans)")
  }

  @Test func whoSaysItMayStandBeforeAnAfterthought() {
    #expect(
      said("The town raised its water price by a tenth on Tuesday, the mayor said, less than feared.")
        == ["the mayor: The town raised its water price by a tenth on Tuesday"])
    // Near miss: what is said goes on behind.
    #expect(
      said("The new bridge in the old town, the mayor said, was closed.")
        == ["the mayor: The new bridge in the old town / was closed"])
  }

  @Test func aSpeakerOfTheNextSentenceSaysNothingBefore() {
    let found = statements(
      "Norland, however, warned that it would not sign. “Our farmers are not for sale,” its farm minister, Ida Brandt, said."
    )
    #expect(found.first?.speaker?.name == "Norland")
    #expect(found.last?.speaker?.name == "Ida Brandt")
  }

  // MARK: Layout

  @Test func questionsAndAnswersAreATranscript() {
    let text = """
      Q: Will machines replace nurses in the end?
      A: No. They replace back pain.
      Q: And what comes next?
      A: A machine that knows when to go away.
      """
    #expect(said(text).map { String($0.prefix(2)) } == ["Q:", "A:", "Q:", "A:"])
    // Near miss: one question makes no transcript.
    #expect(!said("Q: Will machines replace nurses?\nThe nurses left at noon.").contains { $0.hasPrefix("Q:") })
  }

  @Test func turnsMayBearNamesWithoutCapitals() {
    let text = """
      Amina Diallo: Why did you build it here?
      Lena Okafor: Because the river is quiet here.
      Diallo: Will it hold?
      Okafor: It has held for ninety years.
      """
    #expect(
      said(text).map { String($0.prefix { $0 != ":" }) } == [
        "Amina Diallo", "Lena Okafor", "Amina Diallo", "Lena Okafor",
      ])
    // Near miss: most of the article is told.
    let told = """
      Lena Okafor: a life on the river
      She was born in the valley and never left it.
      Her father built boats there.
      The town has changed since then.
      Nobody builds boats any more.
      """
    #expect(!statements(told).contains { $0.method == "layout.transcript" })
  }

  @Test func aVerbBeforeItsSubjectIsNobody() {
    let found = statements("The vote failed. Said Brandt: “I never had the sense that they wanted it to pass.”")
    #expect(found.last?.speaker?.name == "Brandt")
    // Near miss: the verb behind the words.
    let behind = statements("“I never had the sense that they wanted it to pass,” said Brandt.")
    #expect(behind.last?.speaker?.name == "Brandt")
  }

  @Test func whoPostsUnderAHandleIsCalledByIt() {
    let found = statements(
      "“The bridge is closed, and nobody told us!” tweeted @norvik_baker, a trader from the harbour.")
    #expect(found.map { $0.speaker?.name } == ["@norvik_baker"])
    // Near miss: beside a name.
    let named = statements("“The bridge is closed, and nobody told us!” tweeted Ida Brandt (@norvik_baker).")
    #expect(named.map { $0.speaker?.name } == ["Ida Brandt"])
  }
}
