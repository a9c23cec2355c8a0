/// Storms that are called like people: "Hurricane Ada", "Tropical Storm Otto".
extension NameScanner {
  /// - Returns: The token behind the run; `nil` where it begins with no storm.
  mutating func addStorm(_ elements: [Element], in sentence: Range<Int>) -> Int? {
    let kind =
      elements[0].tokens.count == 1 && Self.leading.contains(tokens.hashes[elements[0].tokens.lowerBound]) ? 1 : 0
    guard kind + 1 < elements.count, elements[kind].tokens.count == 1, elements[kind + 1].tokens.count == 1,
      Self.kinds.contains(tokens.hashes[elements[kind].tokens.lowerBound]),
      case let name = elements[kind + 1].tokens.lowerBound, tokens.shapes[name] == .capitalised,
      kind + 2 == elements.count
    else { return nil }
    let range = elements[0].tokens.lowerBound..<name + 1
    // "Storm Ode said"
    guard !evidence(around: range, sentence).hasAny([.speech, .human]) else { return nil }
    add(range, .other, classes: elements[kind + 1].classes)
    storms.append(tokens.hashes[name])
    return name + 1
  }

  private static var leading: FewWords { FewWords("tropical", "super", "ex-tropical", "post-tropical") }
  private static var kinds: FewWords { FewWords("storm", "hurricane", "typhoon", "cyclone") }
}
