import Testing

@testable import onrecord

struct YAMLReaderTests {
  /// `[a, b]`, `{key: value}`, texts as they are.
  private func shown(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text): return text
    case .sequence(let items): return "[\(items.map(shown).joined(separator: ", "))]"
    case .mapping(let pairs): return "{\(pairs.map { "\(shown($0.key)): \(shown($0.value))" }.joined(separator: ", "))}"
    }
  }

  @Test(arguments: [
    ("a: 1\nb: [x, 'y z', \"\\u0441\"]\n", "{a: 1, b: [x, y z, с]}"),
    ("- true\n- 2024-12-15\n- null\n- ~\n-\n", "[true, 2024-12-15, null, ~, ]"),
    ("kept: &one { speaker: roth }\nagain: *one\n", "{kept: {speaker: roth}, again: {speaker: roth}}"),
    ("text: |\n  two\n  lines\n", "{text: two\nlines\n}"),
    ("Київ: 東京 👩‍🚀\n", "{Київ: 東京 👩‍🚀}"),
    ("a: 1\nA: 2\n", "{a: 1, A: 2}"),
  ])
  func valuesAreTextsInTheOrderOfTheFile(text: String, expected: String) throws {
    #expect(shown(try #require(try YAMLReader.read(text))) == expected)
  }

  @Test(arguments: ["", "\n# nothing\n"]) func aTextWithoutADocumentIsNone(text: String) throws {
    #expect(try YAMLReader.read(text) == nil)
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3\n", "3:1", "the same key twice: a"),
    ("a: [1\n", "2:1", "not YAML"),
    ("a: *nobody\n", "1:4", "not YAML"),
    ("a: 1\n---\nb: 2\n", "3:1", "a second document"),
    ("a: &a [*a]\n", "1:4", "too deeply"),
    ("é: {é: 1, ü: \"}\n", "2:1", "not YAML"),
  ])
  func whatIsWrongHasItsPlace(text: String, place: String, reason: String) {
    let error = #expect(throws: YAMLError.self) { try YAMLReader.read(text) }
    #expect(error?.position.map { "\($0.line):\($0.column)" } == place)
    #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
  }

  @Test func aliasesOfAliasesAreRefusedBeforeTheyFillTheMemory() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let list = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(list)]\n"
    }
    #expect(throws: YAMLError.self) { try YAMLReader.read(text) }
  }

  @Test func aByteThatIsNoTextIsAnError() {
    #expect(throws: YAMLError.self) { try YAMLReader.read("a: \u{1}\n") }
  }
}
