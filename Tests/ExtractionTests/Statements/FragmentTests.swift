import Testing

@testable import Extraction

/// Sentences of which a few words stand in marks, clauses that a verb or a point tore in two, and titles. The texts are made up.
@Suite struct FragmentTests {
  @Test func wordsInMarksWithATellerOfTheirOwnAreHis() {
    let text =
      "Holm echoed the mayor's words by claiming that the strike was now a struggle for the “freedom and dignity” of the town "
      + "with the “old order” that was trying to divide it, according to a talk with his in-house magazine."
    #expect(!statements(text).contains { $0.spans.first?.start == 0 })
  }

  @Test func wordsInMarksBelongToWhoTellsTheSentence() {
    #expect(
      said("Big buyers hold shares worth “some hundreds of billions” in the mill, a company spokesman told Reuters.")
        == ["a company spokesman: Big buyers hold shares worth “some hundreds of billions” in the mill"])
    #expect(
      said(
        "Ann Ode runs the mill. But new orders indicate a “firmer tone” in steel, which could raise prices, she said.")
        == ["Ann Ode: But new orders indicate a “firmer tone” in steel, which could raise prices"])
    #expect(
      said("Her “Stop!” signs are all over the town, and neighbours hate them, the mayor said.")
        == ["the mayor: Her “Stop!” signs are all over the town, and neighbours hate them"])
    // Near misses: words that are introduced, and whoever calls it so.
    #expect(
      said("The miners chanted, “Bread for all,” on the square, the Herald reported.").contains {
        $0.hasPrefix("the miners")
      })
    #expect(said("Ann Ode called the levy “a farce”, the Herald reported.").count == 1)
  }

  @Test func whatStandsBeforeTheTellingIsTheSubject() {
    #expect(
      said("The fact that he was not nominated was, Peter Hume said, “a non-issue” for the team.")
        == ["Peter Hume: The fact that he was not nominated was / “a non-issue” for the team"])
    #expect(
      said("The combination, say economists, marks a new turn in the long dispute over wages.")
        == ["economists: The combination / marks a new turn in the long dispute over wages"])
    // Near miss: the verb stands in front already.
    #expect(said("The dam leaks, Peter Hume said. “It is no fairy tale.”").count == 2)
  }

  @Test func aClauseIsNotTornAtItsVerb() {
    #expect(
      said("Officials dismissed suggestions that his departure signalled the team was breaking up.")
        == ["officials: suggestions that his departure signalled the team was breaking up"])
    // Near miss: the clause has its verb.
    #expect(said("Officials denied that he was leaving and said the team was strong.").count == 2)
  }

  @Test func aClauseEndsWhereTheSentenceGoesOn() {
    #expect(
      said("The report, which says the mayor hid the bill for the wall, just about ends his hopes for the senate.")
        == ["report: the mayor hid the bill for the wall"])
    // Near miss: the comma stands inside the clause.
    #expect(
      said("The report, which says the mayor, a baker, hid the bill for the wall, was praised.")
        .allSatisfy { $0.contains("a baker, hid") })
  }

  @Test func oneVerbInFrontBringsTheWordsOnce() {
    #expect(
      said(
        "Ann Ode welcomed the plan. She added that stopping the subsidy could freeze the market for years, she said."
      )
      .count { $0.contains("stopping") } == 1)
  }

  // MARK: Relative clauses

  @Test func aNounWithAClauseIsNotSaid() {
    #expect(
      said("The Museum of Light opened. Neon is a term that describes the craft of bending tubes that glow when lit.")
        .allSatisfy { !$0.contains("Museum of Light:") })
    #expect(said("The Herald reported details of the tour that stops in Norvik in July.").isEmpty)
    #expect(
      said(
        "Reports said the bureau asked Norland agencies that dealt with the fire to hold back records about what happened."
      )
      .allSatisfy { !$0.contains(": that dealt") })
    // Near miss: who hears it stands before the clause.
    #expect(
      said("The mayor told the members of the club that the tour would stop in Norvik.")
        == ["the mayor: that the tour would stop in Norvik"])
  }

  @Test func whoTestifiesBeforeAHouseIsHeardByIt() {
    #expect(
      said(
        "Later in the day, Kurt Vol, a former envoy, and Tim Roe, another aide, testified before the House Committee."
      )
      .isEmpty)
  }

  @Test func aVerbInANameSaysNothing() {
    #expect(
      said(
        "The firm was close to Sund, drawing staff from it, including Ann Roe, the chief engineer of the United States."
      )
      .isEmpty)
    // Near misses: the verb is none of the name; a headline has capitals all over.
    #expect(said("Ode Hid Past Troubles From Public, Former Norvik Port Doctor Says").count == 1)
    #expect(said("The firm was late again, the chief engineer of the port states.").count == 1)
  }

  // MARK: Titles

  @Test(arguments: [
    "The actor came to Norvik to promote “The Last Ferry” and left on Monday.",
    "There are two books. The first is “Winter: An American Story,” which was written by Ann Roe.",
    "Norvik shocked its rivals by announcing “Super Otto Run,” and its shares rose.",
    "In her book “A Harbour Built in Ice: The Towns That Arise in the North and Vanish in May,” Ann Roe leads us home.",
  ])
  func aTitleIsNotSaid(text: String) { #expect(said(text).isEmpty) }

  @Test func whatIsAnnouncedInASentenceIsSaid() {
    // Near miss of titles.
    #expect(said("She left after announcing “we will never sail again” to her crew.").count == 1)
  }

  // MARK: Marks

  @Test func twoSingleMarksCloseADoubleOne() {
    #expect(
      said(
        "“We will not sell the yard this year,’’ Peter Hume, chief executive of Norvik Ships, told the Herald. “Let them wait.”"
      )
        == ["Peter Hume: “We will not sell the yard this year,’’ / “Let them wait.”"])
  }
}
