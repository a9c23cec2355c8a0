import Testing

@testable import ArticleReading

@Suite struct SqueezedTextTests {
  /// The short way over the bytes and the long one over characters say the same.
  @Test func squeezingByBytesAndByCharactersAgree() {
    let pieces = [
      "a", "B", "7", ".", " ", " ", "\t", "\n", "\r\n", "é", "“", "”", "–", "…", "\u{A0}", "\u{2003}", "\u{2028}",
      "\u{202F}", "\u{205F}", "\u{3000}", "\u{85}", "\u{301}", "日", "😀", "\u{7F}", "\u{1F}",
    ]
    for seed in 0..<2_000 {
      var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
      var text = ""
      for _ in 0..<seed % 9 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(truncatingIfNeeded: state >> 33) % pieces.count]
      }
      let expected = text.split { $0.isWhitespace }.joined(separator: " ")
      #expect(text.squeezed == expected, "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test func textWithoutSpareSpacesStaysAsItIs() {
    #expect("Ada Ode’s day: “all is well”".squeezed == "Ada Ode’s day: “all is well”")
    #expect(" Ada  Ode ".squeezed == "Ada Ode")
  }
}
