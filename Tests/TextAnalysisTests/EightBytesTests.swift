import Testing
import TextAnalysis

@Suite struct EightBytesTests {
  private func letters(_ text: String, at index: Int) -> (String, Int) {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      let found = EightBytes.letters(bytes, at: index)
      let characters = (0..<8).map { UInt8(truncatingIfNeeded: found.lower >> UInt64(8 * $0)) }.filter { $0 != 0 }
      return (String(decoding: characters, as: UTF8.self), found.count)
    }
  }

  @Test(arguments: [
    ("Harbour is shut", 0, "harbour"), ("Harbour is shut", 8, "is"), ("Harbour is shut", 11, "shut"),
    ("Harbours open", 0, "harbours"), ("Harbourside", 0, "harbours"), ("Harbourside", 8, "ide"), (" a", 0, ""),
    ("a", 0, "a"), ("B2 bombers", 0, "b"), ("x[{`@ABC", 0, "x"), ("Łódź quay now", 0, ""), ("caféteria", 0, "caf"),
  ])
  func lettersAreReadUpToTheFirstByteThatIsNone(_ text: String, _ index: Int, _ expected: String) {
    let found = letters(text, at: index)
    #expect(found.0 == expected)
    #expect(found.1 == expected.utf8.count)
  }

  @Test func behindTheEndThereAreNone() { #expect(letters("abc", at: 3).1 == 0) }
}
