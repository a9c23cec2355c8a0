import Testing

@testable import Extraction

/// Where reported words begin and end. The texts are made up.
@Suite struct SpanTests {
  @Test func whatSayingItAmountsToIsNotSaid() {
    #expect(
      said("The minister said he would scrap the fuel tax, bowing to truckers who had blocked the road.")
        == ["the minister: he would scrap the fuel tax"])
    // Near miss: a part of what she does.
    #expect(
      said("Ada Lind said she was leaving, taking nothing with her.")
        == ["Ada Lind: she was leaving, taking nothing with her"])
  }

  @Test func theDayBehindTheVerbIsWhenItWasSaid() {
    #expect(
      said("The interior minister said Tuesday police would clear the road.")
        == ["the interior minister: police would clear the road"])
    // Near misses: the day is what is spoken of.
    #expect(said("The mayor said Monday was a holiday.") == ["the mayor: Monday was a holiday"])
    #expect(said("The coach said Sunday's match was lost.") == ["the coach: Sunday's match was lost"])
  }

  @Test func whatOthersCallItIsTheirs() {
    #expect(
      said("The court ruled that the yard broke the law, in a decision that unions hailed as “historic.”")
        == ["the court: that the yard broke the law", "unions: “historic.”"])
    #expect(
      said("The board backed the toll, in a vote drivers called “theft by daylight.”")
        .contains("drivers: “theft by daylight.”"))
    // Near miss: it stays in the words of who says it.
    #expect(
      said("Ida Holm said the plan that unions hailed as “historic” would fail.")
        .allSatisfy { !$0.hasPrefix("unions: the plan") && !$0.hasPrefix("unions: that") })
  }

  @Test func whereAThingIsBelongsToIt() {
    #expect(
      said("The health ministry confirmed an Ebola case in the district of Norvik on Wednesday.")
        == ["the health ministry: an Ebola case in the district of Norvik"])
    // Near miss: how it was confirmed.
    #expect(said("The club confirmed the sale in a statement.") == ["the club: the sale"])
  }

  @Test func whatAManClaimedIsAPartOfWhatSheSaid() {
    #expect(
      said("Nurse Mia Berg told police that she had a call from a man who claimed that her parcel was lost.")
        == [
          "Mia Berg: that she had a call from a man who claimed that her parcel was lost",
          "man: that her parcel was lost",
        ])
  }

  @Test func theWordsGoOnBehindAClauseOnAThing() {
    #expect(
      said(
        "Ida Holm said the board tabled a new offer on Friday, which included a rise of nine per cent, and was awaiting a reply."
      ) == [
        "Ida Holm: the board tabled a new offer on Friday, which included a rise of nine per cent, and was awaiting a reply"
      ])
  }

  @Test func whatIsNotSaidIsHalfAsSure() {
    #expect(said("The two states are at odds. Neither has said what would happen in a dry year.").isEmpty)
    #expect(said("No one would say how the money was spent.").isEmpty)
    #expect(said("The mayor will say on Friday whether she runs again.").isEmpty)
    for text in [
      "Mayor Ada Lind did not say whether the pier would stay.", "Mayor Ada Lind declined to say how many had left.",
      "The minister stopped short of saying that the law had been broken.",
    ] {
      #expect(statements(text).allSatisfy { $0.confidence < 0.5 })
    }
    // Near misses: something is said.
    #expect(said("Mayor Ada Lind will say that the pier is safe.") == ["Ada Lind: that the pier is safe"])
    #expect(said("Ida Holm said no one had called.") == ["Ida Holm: no one had called"])
    #expect(
      statements("A sailor who asked not to be named said the owner ordered them to leave port.")
        .allSatisfy { $0.confidence > 0.5 })
  }

  @Test func whoAsksStandsBehindBy() {
    #expect(
      said("Asked by the Herald whether she would run again, Mayor Ada Lind said she had not decided.")
        .allSatisfy { !$0.contains(": by") })
  }
}
