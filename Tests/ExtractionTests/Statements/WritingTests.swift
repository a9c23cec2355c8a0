import ArticleModel
import Testing

@testable import Extraction

/// Words without marks below a line that says who wrote them. The texts are made up.
@Suite struct WritingTests {
  private static let report = """
    The strike is in its third day.

    My colleague Ida Brandt is at the harbour with the mayor. She writes:

    The gates are shut, and nobody says for how long. The mayor laughed it off.

    The ferry left at noon.
    """

  @Test func theParagraphBelowIsOfWhoWrites() {
    #expect(
      said(Self.report) == ["Ida Brandt: The gates are shut, and nobody says for how long. The mayor laughed it off."])
  }

  @Test func whatHangsOnAnotherColonIsNot() {
    #expect(
      statements(Self.report.replacing("laughed it off.", with: "laughed it off, and gave two reasons:"))
        .allSatisfy { $0.method != "layout.written" })
    #expect(
      statements(Self.report.replacing("She writes:", with: "What she carries:"))
        .allSatisfy { $0.method != "layout.written" })
  }
}
