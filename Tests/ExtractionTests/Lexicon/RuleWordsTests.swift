import IndexDefinition
import Testing

@testable import Extraction

@Suite struct RuleWordsTests {
  private func words(_ text: String) -> [RuleWords] {
    TaggerInput(tokens(text), TokenMemory(words: WordClasses(definition: .builtIn))).ruleWords
  }

  @Test func sentenceHoldsTheWordsOfItsRules() {
    let found = words("The road was closed, according to Ode. Nobody had asked “why” by noon.")
    #expect(found.count == 2)
    #expect(found[0].contains([.comma, .according]))
    #expect(!found[0].holds([.asked, .by, .quoted, .mark]))
    #expect(found[1].contains([.asked, .by, .quoted, .mark]))
    #expect(!found[1].holds([.comma, .according]))
  }

  @Test func markThatOpensNothingIsNoQuotation() {
    let found = words("The road was closed ” at noon.")
    #expect(found[0].contains(.mark))
    #expect(!found[0].contains(.quoted))
  }

  @Test func capitalsMakeNoDifference() {
    #expect(words("According to Ode it rains.")[0].contains(.according))
    #expect(!words("An accord with Ode ended.")[0].contains(.according))
  }

  @Test func tokensHoldThoseOfTheirSentences() {
    let input = TaggerInput(
      tokens("Ode spoke, briefly. She left."), TokenMemory(words: WordClasses(definition: .builtIn)))
    #expect(input.ruleWords(in: 0..<input.tokens.count).contains(.comma))
    #expect(!input.ruleWords(in: input.tokens.count - 2..<input.tokens.count).contains(.comma))
  }
}
