import ArticleModel
import Testing

@testable import Extraction

/// Quotations with who says them in a paragraph of its own below, and those that run over paragraphs. The texts are made up.
@Suite struct SignedBelowTests {
  private func speakers(_ text: String) -> [String?] {
    statements(text).filter { $0.kind == .direct }.map { $0.speaker?.name }
  }

  @Test func aSurnameOrSomebodySignsInAParagraphOfItsOwn() {
    let first =
      "“She had me beaten, I just stayed up.”\n\n— Katja Wolin after Noemi Casta was forced to stop with cramp.\n\n"
    let second =
      "“It is so unfair that it is her again.”\n\n— Wolin learning that she had stopped on the same spot.\n\n"
    let third = "“Give us our money back.”\n\n— A furious spectator yelling at the umpire of the second match."
    #expect(speakers(first + second + third) == ["Katja Wolin", "Katja Wolin", "a furious spectator"])
  }

  @Test func behindTheDashASentenceMayBegin() {
    // Near miss: "An immigrant himself" is no signature.
    #expect(
      speakers(
        "“There is fear of it,” Ramon Osorio said.\n\n“They see it change.”\n\n—An immigrant himself, Osorio left.")
        == ["Ramon Osorio", "Ramon Osorio"])
  }

  @Test(arguments: ["“", "’’"])
  func theLastParagraphTellsWhoSaysAllOfThem(_ mark: String) {
    let text = """
      “One sometimes believes that one has seen the worst of the lazy council.

      \(mark)There is plain proof that the company caused the sickness.

      \(mark)The officials chose not to act. It is a disgrace,” said Hanne Lund, the head of rivers.
      """
    #expect(speakers(text) == ["Hanne Lund"])
    #expect(statements(text).first?.spans.count == 3)
  }
}
