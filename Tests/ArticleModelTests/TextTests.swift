import ArticleModel
import Testing

struct TextTests {
  @Test func scalarOffsetsAgreeWithTheUnicodeScalars() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(state: seed)
    for _ in 0..<200 {
      let scalars = (0..<Int.random(in: 0...300, using: &random)).map { _ in
        ["a", "é", "界", "👍", "\u{301}"].randomElement(using: &random) ?? "a"
      }
      let text = scalars.joined()
      let offsets = ScalarOffsets(text)
      var utf8Offset = 0
      for (number, scalar) in text.unicodeScalars.enumerated() {
        #expect(offsets.scalarOffset(ofUTF8: utf8Offset) == number, "seed \(seed)")
        #expect(offsets.utf8Offset(ofScalar: number) == utf8Offset, "seed \(seed)")
        utf8Offset += UTF8.width(scalar)
      }
      #expect(offsets.scalarOffset(ofUTF8: utf8Offset + 5) == text.unicodeScalars.count, "seed \(seed)")
      #expect(offsets.utf8Offset(ofScalar: text.unicodeScalars.count + 5) == utf8Offset, "seed \(seed)")
    }
  }

  @Test func textOfASpanIsClampedNeverATrap() {
    #expect("naïve".text(in: TextSpan(2, 4)) == "ï")
    #expect("abc".text(in: TextSpan(-5, 99)) == "abc")
    #expect("abc".text(in: TextSpan(3, 1)) == "")
  }

  @Test func segmentsAreTheBlocksThatCanBeFound() {
    let text = "Title\n\nAdvertisement\n\nBody. \n"
    let article = Article(
      id: "a", source: "a.txt", title: "Title", text: text,
      blocks: [
        Block(kind: .headline, span: TextSpan(0, 7)),
        Block(kind: .boilerplate(reason: "advertisement"), span: TextSpan(7, 22)),
        Block(kind: .paragraph, span: TextSpan(22, 29)),
      ])
    #expect(article.segments.map(\.number) == [1, 2])
    #expect(article.segments.map(article.text(of:)) == ["Title", "Body."])
  }

  @Test func titleOutsideTheTextIsItsSegmentsText() {
    let article = Article(
      id: "a", source: "a", title: "Title", text: "", blocks: [Block(kind: .headline, span: nil)])
    #expect(article.segments.map(article.text(of:)) == ["Title"])
  }
}

struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &+ 0x9E37_79B9_7F4A_7C15
  }
}
