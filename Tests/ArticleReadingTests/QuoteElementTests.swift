import ArticleModel
import Testing

@testable import ArticleReading

/// Elements that say that something is quoted, and by whom.
struct QuoteElementTests {
  private func paragraphs(_ body: String) -> [String] {
    let page = """
      <html><body><article><h1>Ferry aground</h1>
      <p>The ferry to Sandholm ran onto a bank in the fog on Monday, the coast guard said.</p>\(body)
      <p>The headmaster, Jon Dahl, said that nobody was hurt on the ferry or on the bank.</p></article></body></html>
      """
    return outline(article(page, as: .html)).filter { $0.hasPrefix("p ") }.dropFirst().dropLast().map {
      String($0.dropFirst(2))
    }
  }

  @Test(arguments: [
    "<blockquote>It was a long night.<cite>Lena Rask, nurse</cite></blockquote>",
    "<blockquote><p>It was a long night.</p><cite>Lena Rask, nurse</cite></blockquote>",
    "<blockquote><p>“It was a long night.”</p><footer>— Lena Rask, nurse</footer></blockquote>",
    "<blockquote><p>It was a long night.</p><footer><cite>Lena Rask, nurse</cite></footer></blockquote>",
  ])
  func aQuotationKeepsWhoSaysIt(body: String) {
    #expect(paragraphs(body) == ["“It was a long night.”", "— Lena Rask, nurse"])
  }

  @Test func aTitleInsideAQuotationIsNobody() {
    #expect(
      paragraphs("<blockquote>In <cite>The Fog</cite> it was night all day.</blockquote>") == [
        "In The Fog it was night all day."
      ])
    #expect(paragraphs("<blockquote>It was a long night.</blockquote>") == ["It was a long night."])
  }

  @Test func termsWithWhatTheySayAreNoByline() {
    let list =
      "<dl><dt>Ana Gil, shepherd</dt><dd>“I saw the light.”</dd><dt>Leo Ruz, baker</dt><dd>“I did not.”</dd></dl>"
    #expect(paragraphs(list) == ["Ana Gil, shepherd", "“I saw the light.”", "Leo Ruz, baker", "“I did not.”"])
  }

  @Test func aShortQuotationHasItsMarks() {
    #expect(
      paragraphs("<p><q>It was a long night</q>, said Lena Rask.</p>") == ["“It was a long night”, said Lena Rask."])
    #expect(
      paragraphs("<p>Lena Rask said <q>he cried <q>help</q> twice</q>.</p>") == [
        "Lena Rask said “he cried ‘help’ twice”."
      ])
    // Near miss: they stand there.
    #expect(
      paragraphs("<p><q>“It was a long night”</q>, said Lena Rask.</p>") == ["“It was a long night”, said Lena Rask."])
  }

  @Test func questionAndAnswerInOneParagraphAreTwo() {
    #expect(
      paragraphs("<p><b>Q: Was it loud?</b><br>A: It was, all night long.</p>") == [
        "Q: Was it loud?", "A: It was, all night long.",
      ])
    #expect(paragraphs("<p>It was loud.<br>A: It was, all night long.</p>").count == 1)
  }

  @Test func aListOfQuotationsIsNoWrappedText() {
    let list = """
      - "A dark day for the whole of the city." - Olga Brandt
      - "We had no warning at all this time." - Piet Mulder, cook
      - "It can be rebuilt, and it must be." - Sana Idris, poet
      """
    #expect(outline(article("What they said about it:\n\n\(list)")).count == 4)
    // Near miss: a dash inside a wrapped sentence.
    let wrapped = """
      The mayor of the town came late to the meeting of the board
      - and left it early, before the vote on the road and the old
      bridge was taken, so that nobody knew what he thought of it.
      """
    #expect(outline(article("What they said about it all:\n\n\(wrapped)")).count == 2)
  }

  @Test func theFirstTurnOfATranscriptIsNoHeadline() {
    let talk = "Host: Welcome. How are the reefs?\n\nLena Rask: They die.\n\nHost: Can we stop it?\n\nLena Rask: Yes."
    #expect(outline(article(talk)).allSatisfy { $0.hasPrefix("p ") })
    // Near miss: a headline with a colon.
    #expect(outline(article("Reefs: How are they?\n\nThey die, says Lena Rask.\n\nMore of it."))[0].hasPrefix("h "))
  }

  @Test func aNameInAnotherScriptLeavesASentenceEnglish() {
    #expect(article("Глава МИД Сергей Лавров said that the talks were \"useful\" to him and to us.")?.language == "en")
    // Near miss: an English name in another language.
    #expect(article("Глава МИД Сергей Лавров сказал, что переговоры с The Economist были полезны.")?.language != "en")
  }
}
