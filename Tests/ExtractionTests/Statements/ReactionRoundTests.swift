import ArticleModel
import Testing

@testable import Extraction

/// Rounds of reactions, with the country or party in capitals in front of what is told. The texts are made up.
@Suite struct ReactionRoundTests {
  private static let round = """
    Norvik: Parties and neighbours spoke on Sunday after the talks on the strait broke down.

    NORLAND: Harbour Minister Ida Brandt blamed the pilots. “You cannot moor a promise,” she told Radio Nine.

    LAKE UNION: “It is a poor day for the lake, but the door is open,” said the chair of its council, Joost Laar.

    HARBOUR UNION: Its secretary Mara Lind said nobody had asked the crews. “They came by helicopter,” she said.

    FISHERY BANK: “We regret the failure of the talks.”
    """

  @Test func whoIsToldOfSpeaksAndNotTheLabel() {
    let found = said(Self.round)
    #expect(found.contains("Ida Brandt: “You cannot moor a promise,”"))
    #expect(found.contains("Joost Laar: “It is a poor day for the lake, but the door is open,”"))
    #expect(found.contains("Mara Lind: “They came by helicopter,”"))
    #expect(found.contains("Mara Lind: nobody had asked the crews"))
    #expect(!found.contains { $0.hasPrefix("LAKE") || $0.hasPrefix("Norland") })
  }

  @Test func aBodyWhoseWordsStandBehindItsNameSpeaks() {
    #expect(said(Self.round).last == "FISHERY BANK: “We regret the failure of the talks.”")
  }

  @Test func whoTellsOfOthersInATranscriptSpeaks() {
    let text = """
      BRANDT: The pilots said it was too late.

      LAAR: I heard the same.

      BRANDT: They told us nothing else.

      LAAR: Then we wait.
      """
    #expect(
      statements(text).filter { $0.method == "layout.transcript" }.map { $0.speaker?.text } == [
        "BRANDT", "LAAR", "BRANDT", "LAAR",
      ])
  }

  @Test func labelsThatShareOnlyTheirLastWordDoNotComeAgain() {
    #expect(
      statements(
        """
        NORTH BANK: Shares fell.

        SOUTH BANK: Shares rose a little in the afternoon.

        HARBOUR NEWS: No trade.

        MARKET: Closed.
        """
      ).allSatisfy { $0.method != "layout.transcript" })
  }
}
