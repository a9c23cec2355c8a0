/// A name that no list knows, which only a pronoun shows to be somebody's.
///
///     For Vondas Brenkus, the rains come too late. “We are thirsty,” he said.
extension NameLinker {
  /// Nobody has been named before, nobody else is in the sentence, and the quotation behind it is what "he" said.
  mutating func isFirstForPronoun(_ index: Int) -> Bool {
    let candidate = candidates[index]
    let (first, next) = (candidate.tokens.lowerBound, candidate.tokens.upperBound)
    guard (2...3).contains(candidate.tokens.count),
      !candidate.evidence.hasAny([.article, .body, .employer, .capitals]),
      case let sentence = tokens.sentence(first), next < sentence.upperBound, first - sentence.lowerBound < 2,
      first == sentence.lowerBound || Self.openings.contains(tokens.hashes[sentence.lowerBound]),
      tokens.isCharacter(next, ",") || tokens.shapes[next] == .lower,
      candidate.tokens.allSatisfy({ tokens.shapes[$0] == .capitalised }),
      let gender = genderOfTeller(at: sentence.upperBound, in: Int(tokens.paragraphOf[first])),
      !candidates[..<index].contains(where: { $0.kind == .person }),
      !candidates[(index + 1)...].prefix(while: { $0.tokens.lowerBound < sentence.upperBound })
        .contains(where: { [.person, .several, .single].contains($0.kind) })
    else { return false }
    if candidate.gender == .unknown { candidates[index].gender = gender }
    return true
  }

  /// "he" of `“We are thirsty,” he said` at the beginning of a sentence of a paragraph, or of the next one.
  private func genderOfTeller(at open: Int, in paragraph: Int) -> Gender? {
    guard open < tokens.count, tokens.marks[open] != .none, Int(tokens.paragraphOf[open]) - paragraph <= 1 else {
      return nil
    }
    let end = min(tokens.count - 2, open + Self.longestQuotation)
    guard let close = (open + 1..<max(open + 1, end)).first(where: { tokens.marks[$0] != .none }),
      close + 1 < tokens.count, case .pronoun(let gender)? = Pronouns.head(tokens.hashes[close + 1]),
      gender != .unknown, lexicon.classes(at: close + 2, in: tokens).contains(.speech)
    else { return nil }
    return gender
  }

  /// In tokens.
  private static let longestQuotation = 60
  private static var openings: FewWords { FewWords("for", "when", "but", "as", "like", "to", "with", "after") }
}
