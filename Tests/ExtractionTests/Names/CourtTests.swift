import ArticleModel
import Testing

@testable import Extraction

/// Who tells a court something. The texts are made up.
@Suite struct CourtTests {
  private func last(_ text: String) -> String? { statements(text).last?.speaker?.name }

  private let opening = "Judge Ida Roth let the matter stand for an hour.\n\n"

  @Test func whoTellsTheCourtIsNotItsJudge() {
    let text = "\(opening)In evidence, the defendant - a mother of two - accepted she had broken it.\n\n"
    #expect(last("\(text)She told the court it was dark.\n\n“I only had to sign,” she said.") == "the defendant")
    #expect(last("\(text)She told the court that it was dark.") == "the defendant")
    // Near misses: the judge tells a jury, or a party with a name the court.
    #expect(last("\(opening)She told the jury that it was late.") == "Ida Roth")
    #expect(last("\(text)Anna Orr stood up.\n\nShe told the court that it was dark.") == "Anna Orr")
  }
}
