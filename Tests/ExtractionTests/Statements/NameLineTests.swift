import ArticleModel
import Testing

@testable import Extraction

/// Names in lines of their own in live reports and round-ups. The texts are made up.
@Suite struct NameLineTests {
  private static let entry = """
    The ferries are tied up. A commuter in Sund, Otto Berg, has walked here from the hills.

    LINE

    The gates are locked. "My boss has a car," he says.
    """

  @Test(arguments: [
    "Ole Lind, reporting from Sund", "By Ole Lind, at the docks", "Ole Lind\n\nEurope correspondent",
    "Ole Lind\n\nReporting from Sund", "11:20\n\nOle Lind in Sund", "3.14pm BST\n\nOle Lind",
  ])
  func whoReportsIsNotMeantByHe(_ line: String) {
    #expect(!said(Self.entry.replacing("LINE", with: line)).contains { $0.hasPrefix("Ole Lind: ") })
  }

  @Test func whoIsNamedAboveTheirWordsIs() {
    // Near miss: nothing says that he reports.
    #expect(
      said("The round-up of the week.\n\nOle Lind in the Mercury\n\n\"My boss has a car,\" he writes.").last
        == "Ole Lind: \"My boss has a car,\"")
  }

  @Test func theColumnistAndThePaperAreWhomTheLineAboveNames() {
    let text = """
      The budget has had a mixed press.

      The Sund Ledger

      “A budget for nobody,” the paper says in its leader.

      Arjun Wickram in The Southern Review

      The columnist argues that the tax is late. “Nobody dares,” he writes.
      """
    #expect(
      said(text).suffix(3) == [
        "Sund Ledger: “A budget for nobody,”", "Arjun Wickram: that the tax is late", "Arjun Wickram: “Nobody dares,”",
      ])
    // Near misses: no line above; a line that is a sentence.
    #expect(!said("“A budget for nobody,” the paper says in its leader.").contains { $0.hasPrefix("Sund") })
    #expect(
      !said("The Sund Ledger fell.\n\n“A budget for nobody,” the paper says in its leader.").contains {
        $0.hasPrefix("The Sund Ledger fell")
      })
  }

  @Test func topicsAreOfWhoWasInterviewed() {
    let text = """
      Housing Secretary Fiona Lyle was interviewed on Radio Norvik's breakfast programme on Saturday.

      On golf: “We've had forty thousand letters.”

      On her critics: “They've got their own bunkers.”
      """
    #expect(
      said(text).filter { $0.contains("“") } == [
        "Fiona Lyle: “We've had forty thousand letters.”", "Fiona Lyle: “They've got their own bunkers.”",
      ])
    // Near miss: who interviewed her.
    let other = text.replacing("Fiona Lyle was interviewed", with: "Fiona Lyle interviewed the mayor")
    #expect(!said(other).contains { $0.hasPrefix("Fiona Lyle: “We've") })
  }

  @Test func theDeputyHasAnotherOffice() {
    let text = """
      The Governor of the Reserve Bank, Margaret Odu, met the press. Deputy Governor Samuel Kipla came too.

      GOVERNOR: We cut the rate.

      REPORTER: Did you vote?

      GOVERNOR: You can wait six weeks.

      DEPUTY GOVERNOR: I did not.
      """
    #expect(
      statements(text).filter { $0.method == "layout.transcript" }.map { $0.speaker?.name } == [
        "Margaret Odu", "REPORTER", "Margaret Odu", "Samuel Kipla",
      ])
  }

  @Test func aVoiceFromTheBenchesIsTheVoice() {
    #expect(
      said("“Count them!” came a voice from the Tory benches.").first?.hasPrefix("a voice from the Tory benches")
        == true)
    // Near miss: what comes is no voice.
    #expect(!said("“Count them!” came a letter from the Tory benches.").contains { $0.hasPrefix("a letter") })
  }

  @Test func itemsOfAListHaveTheirSpeakerBehindTheirMark() {
    let list = """
      • The Kenya Red Cross says 86 people have been taken to hospital, 20 of them in a serious condition

      • Police say two men are held
      """
    #expect(
      said(list).first
        == "Kenya Red Cross: 86 people have been taken to hospital, 20 of them in a serious condition")
    // Near miss: items without anybody who says them.
    #expect(said("• 86 people in hospital\n\n• Two men held") == [])
  }
}
