import Testing
import TextAnalysis

struct DisplayTests {
  @Test(arguments: [
    ("abc", 3), ("e\u{301}", 1), ("東京", 4), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇺🇦", 2), ("❤️", 2), ("", 0), ("мир", 3),
  ])
  func widthIsCountedInColumns(text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test func truncationNeverExceedsTheWidth() {
    #expect(DisplayWidth.truncated("東京都", to: 4) == "東…")
    #expect(DisplayWidth.truncated("東京都", to: 6) == "東京都")
    #expect(DisplayWidth.truncated("abcdef", to: 4) == "abc…")
    #expect(DisplayWidth.truncated("abc", to: 0) == "")
  }

  @Test func controlCharactersCannotReachTheTerminal() {
    #expect(ControlCharacters.visible("a\u{1B}[31mb\u{7F}\u{9B}\u{202E}c\td\ne") == "a␛[31mb␡��c d e")
    #expect(ControlCharacters.visible("a\nb", keepingLines: true) == "a\nb")
    #expect(ControlCharacters.visible("plain") == "plain")
  }

  @Test(arguments: [
    ("Zürich", "zurich"), ("ﬁne", "fine"), ("ＡＢＣ", "abc"), ("ℌ", "h"), ("Ðorđe", "dorde"), ("O’Brien", "o'brien"),
    ("Æther Œuvre Þór", "aether oeuvre thor"), ("ΣΊΣΥΦΟΣ", "σισυφοσ"), ("ي ی ك ک", "ي ي ك ك"),
  ])
  func foldingMakesFormsMeet(text: String, folded: String) {
    #expect(Folding.fold(text) == folded)
    #expect(Folding.fold(folded) == folded)
  }
}
