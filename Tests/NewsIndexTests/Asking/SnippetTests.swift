import ArticleModel
import Testing

@testable import NewsIndex

struct SnippetTests {
  /// The text with what is marked in brackets.
  private func marked(_ snippet: Snippet) -> String {
    var bytes = Array(snippet.text.utf8)
    for span in snippet.highlights.reversed() {
      bytes.insert(UInt8(ascii: "]"), at: span.end)
      bytes.insert(UInt8(ascii: "["), at: span.start)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func snippets(_ words: [String], phrases: [[[String]]] = [], length: Int = 300) -> Snippets {
    var highlights = Highlights()
    highlights.add(words: words)
    for phrase in phrases { highlights.add(phrase: phrase) }
    return Snippets(highlights, length: length)
  }

  @Test func wordsAreMarkedHoweverTheyAreWritten() {
    let snippet = snippets(["kyiv", "zelensky", "f16s"]).whole(["“Kyiv’s ZELENSKÝ got F-16s,” near Kyivan Zelenskys."])
    #expect(marked(snippet) == "“[Kyiv]’s [ZELENSKÝ] got [F-16s],” near Kyivan Zelenskys.")
  }

  @Test func aPhraseIsMarkedOnlyAsAWhole() {
    let snippet = snippets([], phrases: [[["set"], ["goals", "goal"]]]).whole([
      "They set the goals, set goals: set  goal."
    ])
    #expect(marked(snippet) == "They set the goals, [set goals]: [set goal].")
  }

  @Test func aStatementIsNeverCut() {
    let words = Array(repeating: "long words", count: 80).joined(separator: " ")
    #expect(snippets([], length: 50).whole([words, "and\n the end"]).text == words + " … and the end")
  }

  @Test func aLongTextIsCutAroundTheMostMarks() {
    let text = "One two three four five six seven eight nine ten oil eleven twelve oil prices thirteen fourteen fifteen"
    let snippet = snippets(["oil", "prices"], length: 40).shortened(text)
    #expect(marked(snippet) == "… nine ten [oil] eleven twelve [oil] [prices] …")
  }

  @Test func aQuotationIsNotCut() {
    let text =
      "One two three four five six seven eight. “We sell no oil here and never will, whoever asks,” she said to all."
    let quotation = "“We sell no oil here and never will, whoever asks,”"
    let snippets = snippets(["oil"], length: 30)
    #expect(marked(snippets.shortened(text)) == "… sell no [oil] here and never …")
    #expect(
      marked(snippets.shortened(text) { [quotation] })
        == "… “We sell no [oil] here and never will, whoever asks,” …")
    #expect(marked(snippets.shortened(text) { ["“We sell no tin”"] }) == "… sell no [oil] here and never …")
    // Far longer than what is shown: then it is cut.
    let long = "“" + String(repeating: "none of this oil ", count: 30) + "”"
    #expect(snippets.shortened(long) { [long] }.text.utf8.count < 60)
  }

  @Test func aTextWithoutSpacesIsCutBetweenScalars() {
    let text = String(repeating: "東京都の市場", count: 40)
    let snippet = snippets([], length: 50).shortened(text)
    #expect(snippet.text.hasPrefix("東京都") && snippet.text.hasSuffix(" …"))
    #expect(snippet.text.unicodeScalars.allSatisfy { $0 != "\u{FFFD}" })
  }

  @Test func randomTextsGiveSpansInsideTheText() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let pieces = ["oil", " ", "\n\n", "prices", "東京都", "é", "“", "👍🏽", "O’Brien’s ", "x", "COVID-19 "]
    for _ in 0..<2000 {
      let text = (0..<random.below(60)).map { _ in random.pick(pieces) }.joined()
      let snippet = snippets(["oil", "prices", "東京", "covid"], phrases: [[["oil"], ["prices"]]], length: 30).shortened(
        text)
      var end = 0
      for span in snippet.highlights {
        #expect(
          span.start >= end && span.end > span.start && span.end <= snippet.text.utf8.count, "seed \(seed): \(text)")
        end = span.end
      }
      #expect(!snippet.text.unicodeScalars.contains("\u{FFFD}"), "seed \(seed): \(text)")
    }
  }
}
