import ArticleModel
import Testing

@testable import Extraction

/// Transcripts with the speaker in a line of its own. The texts are made up.
@Suite struct HeadedTranscriptTests {
  private func call(_ dash: String) -> String {
    """
    Operator

    Good afternoon. I hand over to Ms. Lind.

    Ada Lind\(dash)Chief Executive Officer

    Thank you. We had a strong quarter, and sales rose by a tenth.

    Freight was weak, as you know. A customer told me, “Nobody ships salt.”

    Tom van der Roe\(dash)Norvik Bank\(dash)Analyst

    Could I ask about prices?

    Ada Lind\(dash)Chief Executive Officer

    We raised them in May. I see no need for more.
    """
  }

  @Test(arguments: [" — ", " – ", " -- ", ", "])
  func whoSpeaksStandsInTheLineAbove(_ dash: String) {
    #expect(
      said(call(dash)) == [
        "Operator: Good afternoon. I hand over to Ms. Lind.",
        "Ada Lind: Thank you. We had a strong quarter, and sales rose by a tenth. / Freight was weak, as you know. "
          + "A customer told me, “Nobody ships salt.”",
        "a customer: “Nobody ships salt.”",
        "Tom van der Roe: Could I ask about prices?",
        "Ada Lind: We raised them in May. I see no need for more.",
      ])
  }

  @Test func namesAloneAreEnoughWhereTheyComeAgain() {
    let text = """
      Ada Lind

      I never liked the bridge.

      Tom Roe

      We built it for you.

      Ada Lind

      Then take it back, I say.
      """
    #expect(
      said(text) == [
        "Ada Lind: I never liked the bridge.", "Tom Roe: We built it for you.", "Ada Lind: Then take it back, I say.",
      ])
  }

  @Test func portraitsUnderNamesAreNoTranscript() {
    // Near misses: others speak of them; nobody comes again; there are but two; a name has no words behind it.
    let winners = """
      Ada Lind — Chief Executive Officer

      Lind founded the firm in 1990 and leads it still.

      Tom Roe — Chief Financial Officer

      Roe joined from Norvik Bank.

      Ida Berg — Chief Engineer

      Berg built the first ship.
      """
    #expect(said(winners) == [])
    #expect(said("Ada Lind\n\nI like ships.\n\nTom Roe\n\nWe like boats.\n\nIda Berg\n\nI like rafts.") == [])
    #expect(said("Ada Lind — Mayor\n\nI like ships.\n\nTom Roe — Pilot\n\nWe like boats.") == [])
    #expect(said("Ada Lind\n\nTom Roe\n\nAda Lind\n\nWe like ships, I think.") == [])
  }
}
