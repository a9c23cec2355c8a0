import ArticleModel
import Testing

@testable import Extraction

/// Turns of transcripts and who their labels name. The texts are made up.
@Suite struct TranscriptTests {
  private static let briefing = """
    MODERATOR: Good morning. The minister has ten minutes.

    MINISTER IDA VAN BRANDT: The bridge is open again. It will stay open.

    QUESTION: For how long?

    VAN BRANDT: Until the frost comes.

    QUESTION: And then?

    COLONEL PAUL O'RIEDER: Then the army will clear the road.
    """

  @Test func everyTurnIsAStatementOfThePersonThatItsLabelNames() {
    #expect(
      said(Self.briefing) == [
        "MODERATOR: Good morning. The minister has ten minutes.",
        "Ida van Brandt: The bridge is open again. It will stay open.",
        "QUESTION: For how long?",
        "Ida van Brandt: Until the frost comes.",
        "QUESTION: And then?",
        "Paul O'Rieder: Then the army will clear the road.",
      ])
  }

  @Test func labelsOfAPartAreAnonymousAndTitlesAreRoles() {
    let found = statements(Self.briefing)
    #expect(found.first?.speaker?.kind == .anonymous)
    #expect(found.last?.speaker?.kind == .person)
    #expect(found.last?.speaker?.role == "COLONEL")
  }

  @Test func oneLabelIsNoTranscript() {
    #expect(said("BACKGROUND: The bridge was closed for a year.\n\nIt was built of wood.") == [])
  }

  @Test func namesInCapitalsAreWrittenAsOtherTextsWriteThem() {
    func name(_ text: String) -> String {
      let table = tokens(text)
      return CapitalName.text(0..<table.count, in: table)
    }
    #expect(name("IOANA RUSU") == "Ioana Rusu")
    #expect(name("JOOST VAN DER MEER") == "Joost van der Meer")
    #expect(name("JEAN-LUC O'BRIEN") == "Jean-Luc O'Brien")
    #expect(name("ANN MCALLEN") == "Ann McAllen")
    // Near miss: initials stay.
    #expect(!CapitalName.isMeant(0..<1, in: tokens("JFK")))
  }
}
