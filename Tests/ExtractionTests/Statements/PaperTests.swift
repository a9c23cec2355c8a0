import Testing

@testable import Extraction

/// What papers say, and what stands between a verb and what it brings. The texts are made up.
@Suite struct PaperTests {
  private func last(_ text: String) -> String? { statements(text).last?.speaker?.name }

  @Test func aClauseBehindWhatAPaperShowsNeedsNoThat() {
    #expect(
      said("A review has found 40 patients died who could have lived.")
        == ["a review: 40 patients died who could have lived"])
    #expect(
      said("Documents seen by the Herald show the firm knew of the leak in May.")
        == ["documents seen by the Herald: the firm knew of the leak in May"])
    #expect(
      said("The club’s charter states that the president must live in Norvik.")
        == ["the club’s charter: that the president must live in Norvik"])
    // Near misses: a thing that is found; somebody who keeps records.
    #expect(said("A review has found the papers that were lost in May.") == [])
    #expect(said("A clerk with records has found the shop that was sold.") == [])
  }

  @Test func aPaperIsWhoSaysItWhereTheSentenceOpensWithIt() {
    #expect(
      last("A decree signed by the king on Monday states that all shops must close by ten.") == "a decree")
    // Near miss: a person.
    #expect(last("A clerk asked by the king on Monday said that all shops must close by ten.") != "a decree")
  }

  @Test func whenAndWhereStandBetweenTheVerbAndThat() {
    #expect(
      said("Berg confirmed after the match that Tom Hale had broken a toe.")
        == ["Berg: that Tom Hale had broken a toe"])
    // Near miss: a fact.
    #expect(
      said("Berg confirmed the time of the train that Tom Hale had missed.").allSatisfy { !$0.hasPrefix("Berg: that") })
  }

  @Test func aStatementAndADayStandBeforeTheWords() {
    #expect(
      said("The league said in a statement on Friday the season would start in May.")
        == ["the league: the season would start in May"])
    #expect(
      said("The league said in a statement Friday night two inspectors had passed the surface fit.")
        == ["the league: two inspectors had passed the surface fit"])
    // Near miss: a day that owns something.
    #expect(
      said("The league said in a statement Friday's match would start at nine.")
        == ["the league: Friday's match would start at nine"])
  }

  @Test func aLetterBeginsAndEnds() {
    #expect(
      last("The letter, which was published on Tuesday, begins: “We write to you because nobody answers.”")
        == "the letter")
    #expect(
      statements(
        "The letter, signed by forty teachers, begins: “We write because nobody answers.” It concludes: “Come and see it.”"
      )
      .map { $0.speaker?.name } == ["the letter", "the letter"])
    #expect(
      said(
        "The families wrote to the minister in May. The letter, which was published on Tuesday, begins: “We write now.”"
      )
      .allSatisfy { !$0.hasSuffix(": which") })
    #expect(
      last(
        "In a letter to the minister, forty teachers wrote that nobody answers the telephone. It concludes: “Come and see.”"
      )
        == "forty teachers")
    // Near miss: no paper.
    #expect(last("The march, which was late, ends: “Come and see for yourself.”") != "the march")
  }

  @Test func wordsAreThoseOfWhomTheyAreSaidToBe() {
    #expect(
      last("The plan was, in the words of one exasperated planning minister, “a car crash in slow motion”.")
        == "one exasperated planning minister")
    #expect(
      last("The scheme is “a car crash in slow motion”, in the words of one former minister.")
        == "one former minister")
    // Near miss: other words.
    #expect(last("It was late. In a few words of one kind, “a car crash in slow motion”.") != "one kind")
  }

  @Test func theyAreTheTwoWhoWrote() {
    #expect(
      last("Jane Lind and Ole Berg studied the lake for ten years. In the paper, they write that the fish are gone.")
        == "Jane Lind and Ole Berg")
    // Near miss: a group came between.
    #expect(
      last("Jane Lind and Ole Berg studied the lake. Fishermen said it was late. They said the fish are gone.")
        == "fishermen")
  }

  @Test func whatSomebodyWroteIsNotSaidByThePapers() {
    #expect(
      said("Jane Lind left. According to court documents, she wrote: “Burn the receipts.”")
        == ["Jane Lind: “Burn the receipts.”"])
    // Near miss: without marks the papers say so.
    #expect(
      said("Jane Lind was charged. According to court documents, she told police she had burned the receipts.").last
        == "court documents: she told police she had burned the receipts")
  }
}
