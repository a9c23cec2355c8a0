import IndexDefinition
import Testing

@testable import Extraction

@Suite struct TaggerScorerTests {
  private let pieces = [
    "“", "”", "\"", "'", " ", ".", ",", ":", ";", "—", "said", "told", "Said", "according to", "that", "he",
    "reporters",
    "ANNA:", "Mr.", "President", "Ada Ode", "the mayor", "1990", "3.5%", "U.S.", "é", "日本", "zorblat", "quietly",
    "announced", "claims", "on", "Monday", "bridge", "safe", "not", "\n", "\n",
  ]

  /// The kept sums and the features that training sees are one definition: added up token by token they are the same.
  @Test func sumsAreThoseOfTheFeaturesThatTrainingSees() throws {
    let weights = try ModelFile(reading: nil, else: .builtIn).tagger
    let scorer = TaggerScorer(weights)
    let memory = TokenMemory(words: WordClasses(definition: .builtIn))
    var generator = SeededGenerator(seed: 7)
    for round in 0..<150 {
      let count = Int.random(in: 1..<80, using: &generator)
      let words = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }
      let text = words.joined(separator: Bool.random(using: &generator) ? " " : "")
      let input = TaggerInput(tokens(text), memory)
      memory.sums.learn(memory.types, weights)
      ParagraphWalk(input).visit { paragraph, features in
        let kept = Self.kept(scorer, features, memory)
        let written = paragraph.tokens.map { token in
          weights.sum { features.write(token, types: memory.types, to: &$0) }
        }
        #expect(kept == written, "round \(round) of seed 7: \(text.debugDescription)")
      }
    }
  }

  private static func kept(
    _ scorer: TaggerScorer, _ features: TaggerFeatures, _ memory: TokenMemory
  ) -> [TaggerScorer.Sum] {
    [TaggerScorer.Sum](unsafeUninitializedCapacity: features.scan.tokens.count) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      scorer.score(features, &memory.sums, into: base)
      count = features.scan.tokens.count
    }
  }

  /// The names of the training articles say nothing about those of others.
  @Test func namesAreOneWordHoweverTheyAreWritten() {
    let table = tokens("Okafor met Zorblat and Ødegård on Monday beside the Bridge, President Said.")
    let words = WordClasses(definition: .builtIn)
    let types = (0..<table.count).map { (table.text($0..<$0 + 1), TokenType(table, $0, words: words)) }
    let names = types.filter { $0.1.word == TokenType.name }
    #expect(names.map(\.0) == ["Okafor", "Zorblat", "Ødegård"])
    #expect(Set(names.map(\.1.suffix)).count == 1)
  }

  /// Articles before it, however many words they have, change nothing for an article.
  @Test func whatWasReadBeforeChangesNothing() {
    let text = "“The dam is safe,” said Lena Okafor. She added that 40 zorblats on the road are not."
    let fresh = Extractor(definition: .builtIn).annotate(sampleArticle(text))
    let used = Extractor(definition: .builtIn)
    for article in 0..<3 {
      let words = (0..<12_000).map { "Word\(article)x\($0)" }.joined(separator: " ")
      _ = used.annotate(sampleArticle(words))
      #expect(used.annotate(sampleArticle(text)) == fresh)
    }
  }

  /// More words in one article than are kept for all.
  @Test func typesOfALongArticleKeepTheirNumbers() {
    let words = (0..<40_000).map { "w\($0)w" }
    let table = tokens((words + words).joined(separator: " "))
    let memory = TokenMemory(words: WordClasses(definition: .builtIn))
    let numbers = memory.types(of: table)
    #expect(numbers.count == 80_000)
    #expect(numbers[..<40_000].elementsEqual(0..<40_000))
    #expect(numbers[40_000...].elementsEqual(0..<40_000))
    #expect(memory.types.count == 40_000)
    #expect(memory.types(of: tokens("new words")) == [0, 1])
  }
}
