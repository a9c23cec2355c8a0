import ArticleModel
import Testing

@testable import Extraction

/// Words in marks that stand twice in an article. The texts are made up.
@Suite struct EchoTests {
  private func speakers(_ text: String) -> [String?] {
    statements(text).filter { $0.kind != .indirect }.map { $0.speaker?.name }
  }

  @Test func wordsThatStandTwiceAreWhoseTheyAreWhereSomebodySaysThem() {
    let text = """
      Two boys stay under guard at this time, “as detectives wait to speak to them”.

      Inspector Lena Tebb said: “They both stay under guard as detectives wait to speak to them.”
      """
    #expect(speakers(text) == ["Lena Tebb", "Lena Tebb"])
    #expect(statements(text).first?.method == "rule.echo")
    #expect(statements(text).first?.speaker?.mention == nil)
  }

  @Test func otherWordsAreNot() {
    // Near misses: other words; two words, which many say.
    let said = "\n\nInspector Lena Tebb said: “They both stay under guard as detectives wait to speak to them.”"
    #expect(speakers("Two boys stay at this time, “as doctors wait to speak to them”.\(said)").first != "Lena Tebb")
    #expect(speakers("Two boys stay at this time, “under guard”.\(said)").filter { $0 == "Lena Tebb" }.count == 1)
  }

  @Test func whereNobodyCanBeNamedTheStatementIsNotSure() throws {
    let nobody = try #require(statements("“It is like a quarry now, and nobody has come,” he said.").first)
    #expect(nobody.speaker == nil && nobody.confidence < 0.5)
    // Near miss: somebody is named.
    let somebody = try #require(
      statements("Ole Lind left. “It is like a quarry now, and nobody has come,” he said.").last)
    #expect(somebody.speaker?.name == "Ole Lind" && somebody.confidence > 0.7)
  }
}
