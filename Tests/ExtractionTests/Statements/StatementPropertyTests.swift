import ArticleModel
import Testing

@testable import Extraction

@Suite struct StatementPropertyTests {
  private let pieces = [
    "“", "”", "\"", "'", "’", "‘", "''", "``", "«", "»", "„", " ", " ", " ", "\n", ".", ",", ":", " — ", "said", "told",
    "that",
    "Ada Ode", "He", "she", "the mayor", "Reuters", "according to", "by saying", "the dam is safe", "and", "but",
    "JONES:",
    "é", "日本", "U.S.", "on Monday", "not", "an interview",
  ]

  /// As in data that a page shows as text.
  @Test func paragraphOfManyQuotationsGivesEach() {
    let text = (0..<150).map { "“Dam \($0) is safe,” said Ada Ode." }.joined(separator: " ")
    let statements = extractor.annotate(sampleArticle(text)).statements
    #expect(statements.count == 150)
    // More candidates than are looked at for each.
    #expect(statements.allSatisfy { $0.speaker?.name == "Ada Ode" })
  }

  /// Whatever the text: spans lie inside it, in order, on whole scalars, and nothing traps.
  @Test func spansAreAlwaysInsideTheText() {
    var generator = SeededGenerator(seed: 41)
    for round in 0..<400 {
      let count = Int.random(in: 0..<60, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined(
        separator: Bool.random(using: &generator) ? " " : "")
      let annotated = extractor.annotate(sampleArticle(text))
      let bytes = Array(text.utf8)
      for statement in annotated.statements {
        var last = 0
        for span in statement.spans + [] {
          let isInside = span.start >= last && span.start < span.end && span.end <= bytes.count
          #expect(isInside, "round \(round) of seed 41: \(text.debugDescription)")
          guard isInside else { return }
          #expect(bytes[span.start] & 0xC0 != 0x80 && (span.end == bytes.count || bytes[span.end] & 0xC0 != 0x80))
          last = span.end
        }
        #expect(!statement.spans.isEmpty && (0...1).contains(statement.confidence))
        #expect(!statement.segments.isEmpty)
      }
      let places = annotated.statements.map { [$0.cue ?? TextSpan(0, 0)] + $0.spans }
      #expect(Set(places).count == places.count, "round \(round) of seed 41: \(text.debugDescription)")
      #expect(annotated.statements.map(\.number) == Array(1..<(annotated.statements.count + 1)))
    }
  }

  @Test func articlesTogetherGetTheAnswersThatEachGetsAlone() {
    let texts = [
      "“The dam is safe,” said Lena Okafor. She added that the road is not.", "",
      "Okafor met Per Dahl in Norvik on Monday. He told reporters that the talks go on.", "Elle a dit que non.",
    ]
    let articles = texts.map { sampleArticle($0) } + [sampleArticle(texts[3], language: "fr")]
    #expect(extractor.annotate(articles) == articles.map(extractor.annotate))
    #expect(extractor.annotate([Article]()) == [])
  }

  @Test func theSameArticleGivesTheSameAnswer() {
    let text = "“The dam is safe,” said Lena Okafor. She added that the road is not."
    #expect(extractor.annotate(sampleArticle(text)) == extractor.annotate(sampleArticle(text)))
  }
}
