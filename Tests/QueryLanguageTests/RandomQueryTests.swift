import QueryLanguage
import Testing

/// Whatever is typed becomes a tree or diagnostics with a place in the text, in bounded time.
struct RandomQueryTests {
  private static let pieces = [
    "a", "ceasefire", " ", " ", " ", "(", ")", "\"", "“", "”", "-", "--", "=", "*", "~1", "~", ":", "and ", "or ",
    "not ", "near/5 ", "adj/3 ", "near/", "speaker:", "said:", "date:", "conf:", "kind:", "id:", "region:", "none",
    "any", "2024-11", "..", "7d", "11/05/2024", ">=0.8", "direct", "東京", "Ж", "e\u{301}", "👍", "\u{0}", "\n", "|",
    "+", "!", "^2", "?", "w/5 ", "/",
  ]

  @Test func randomTokensGiveATreeOrDiagnostics() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(state: seed)
    for _ in 0..<6_000 {
      let count = Int.random(in: 0...14, using: &random)
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      check(text, "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test func randomBytesGiveATreeOrDiagnostics() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(state: seed)
    for _ in 0..<6_000 {
      let bytes = (0..<Int.random(in: 0...30, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      let text = String(decoding: bytes, as: UTF8.self)
      check(text, "seed \(seed): \(bytes)")
    }
  }

  @Test func longQueriesEndSoon() {
    let clock = ContinuousClock()
    for piece in ["(", "-", "not ", "\"", "a near/5 ", "a or ", "speaker:", "speaker:(", ")", "a", "date:..", "~1"] {
      let text = String(repeating: piece, count: 10_000 / piece.count)
      let time = clock.measure { _ = parsed(text) }
      #expect(time < .seconds(2), "\(piece)")
    }
  }

  private func check(_ text: String, _ comment: Comment) {
    let query = parsed(text)
    let length = text.unicodeScalars.count
    #expect(query.diagnostics.allSatisfy { $0.column >= 1 && $0.column + $0.length <= length + 2 }, comment)
    #expect(query.diagnostics.allSatisfy { !$0.caret(in: text).isEmpty }, comment)
    #expect(!query.tree.description.isEmpty, comment)
    // Parsing again gives the same: nothing depends on the order of a hash table.
    #expect(parsed(text) == query, comment)
  }
}
