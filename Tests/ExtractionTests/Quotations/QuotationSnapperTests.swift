import IndexDefinition
import Testing

@testable import Extraction

/// The snapper alone, on content that a tagger may have found.
@Suite struct QuotationSnapperTests {
  /// What is left of content that runs from the first mark to the last word.
  private func snapped(_ text: String) -> [String] {
    let memory = TokenMemory(words: WordClasses(definition: .builtIn))
    let input = TaggerInput(tokens(text), memory)
    var tagged = TaggedTokens(count: input.tokens.count)
    guard let first = input.tokens.marks.firstIndex(where: { $0 != .none }) else { return [] }
    for token in first..<(input.tokens.count - 1) { tagged.labels[token] = .insideContent }
    tagged.labels[first] = .beginContent
    QuotationSnapper(input: input).snap(&tagged)
    return tagged.spans(.content, in: 0..<input.tokens.count).map(input.tokens.text)
  }

  @Test func whatStandsBehindACommaInsideTheMarksIsNoContent() {
    #expect(
      snapped("“The mill will not be sold,” until the rain began.") == ["“The mill will not be sold,”"])
    // Without the comma it may be.
    #expect(
      snapped("“The mill will not be sold” until the rain began.") == [
        "“The mill will not be sold” until the rain began"
      ])
  }

  @Test func verbBetweenTwoQuotationsPartsThem() {
    #expect(
      snapped("“Cause unknown,” a nurse had written “heart trouble” here.")
        == ["“Cause unknown,”", "“heart trouble” here"])
    #expect(
      snapped("“The old mill on the river,” the second “weir” here.")
        == ["“The old mill on the river,” the second “weir” here"])
  }

  @Test func fewWordsBehindWhichNoVerbStandsGoOn() {
    #expect(snapped("“The mill,” too, and all of it.") == ["“The mill,” too, and all of it"])
  }
}
