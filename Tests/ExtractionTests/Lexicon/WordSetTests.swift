import Testing

@testable import Extraction

@Suite struct WordSetTests {
  private static let words = ["from", "at", "the", "said", "i'm", "co."]

  private static var few: FewWords { FewWords("from", "at", "the", "said", "i'm", "co.") }

  @Test(arguments: words) func setsHoldTheirWords(word: String) {
    #expect(WordSet(Self.words.joined(separator: " ")).contains(ByteHash.of(word.utf8)))
    #expect(Self.few.contains(ByteHash.of(word.utf8)))
  }

  @Test(arguments: ["form", "a", "th", "the ", "say", "im", "co", ""]) func setsHoldNoOthers(word: String) {
    #expect(!WordSet(Self.words.joined(separator: " ")).contains(ByteHash.of(word.utf8)))
    #expect(!Self.few.contains(ByteHash.of(word.utf8)))
  }

  /// 0 stands for a free place among the slots.
  @Test func noSetHoldsTheHashZero() {
    #expect(!WordSet(Self.words.joined(separator: " ")).contains(0))
    #expect(!Self.few.contains(0))
  }

  /// Words that the filter does not tell from those of the set are looked for all the same.
  @Test func filterLetsNoWordThroughThatIsNone() {
    let set = WordSet(Self.words.joined(separator: " "))
    let known = Set(Self.words.map { ByteHash.of($0.utf8) })
    for hash in UInt32(1)...20_000 { #expect(set.contains(hash) == known.contains(hash)) }
  }

  @Test func oneWordIsASet() {
    let one = FewWords("of")
    #expect(one.contains(ByteHash.of("of")))
    #expect(!one.contains(ByteHash.of("on")))
  }
}
