/// Lines that hold nothing but who speaks below:
///
///     Ann Ode, fisheries minister:
///     "The boats will go out on Monday."
extension LayoutRules {
  /// The name that a short line with a colon at its end begins with, and no verb behind it.
  func headingName(_ line: Range<Int>) -> Range<Int>? {
    let table = input.tokens
    var first = line.lowerBound
    if line.count > 1, !table.isWord(first) { first += 1 }
    guard line.count > 1, line.count <= Self.longestHeading, table.shapes[first].isCapitalised,
      table.isCharacter(line.upperBound - 1, ":"), first < line.upperBound - 1
    else { return nil }
    let words = first..<line.upperBound - 1
    let end = words.first { table.isCharacter($0, ",") || table.isCharacter($0, "(") || isDash($0) } ?? words.upperBound
    // "Here is what they said:", "On the weather:"
    // "Stated Ode:"
    guard end > first + 1, !input.strengths[first].isStrong, table.shapes[end - 1].isCapitalised,
      !Self.topics.contains(table.hashes[first]),
      !words.contains(where: isTold)
    else { return nil }
    return first..<end
  }

  private func isTold(_ token: Int) -> Bool {
    input.isQuoted(token)
      || input.tokens.shapes[token] == .lower
        && (input.strengths[token].isStrong || SubjectFinder.isFinite(token, input))
  }

  /// In tokens.
  private static let longestHeading = 20
}
