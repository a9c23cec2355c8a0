import ArticleModel
import Testing

@testable import Extraction

/// Names that no list knows, with what a pronoun said behind them. The texts are made up.
@Suite struct FirstForPronounTests {
  private func people(_ text: String) -> [String] { NamesOfText(text).people }
  private func speaker(_ text: String) -> Speaker? { statements(text).last?.speaker }

  @Test(arguments: ["For Vondas Brenkus, the rains come", "When Vondas Brenkus came to the dam, it was"])
  func whomOnlyThePronounShowsIsSomebody(_ start: String) {
    let text = "\(start) too late. “We are thirsty here,” he said."
    #expect(speaker(text)?.name == "Vondas Brenkus")
    // Near misses: somebody else was named, or nobody is told of.
    #expect(speaker("Mayor Jane Doe left. " + text)?.name != "Vondas Brenkus")
    #expect(people("\(start) too late. “We are thirsty here,” the farmers said.") == [])
  }
}
