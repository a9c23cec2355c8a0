/// Who answers: `Asked by Roe whether it would rain, Ode shook her head. "It has begun."`
extension SpeakerGrammar {
  func answering(_ piece: Range<Int>) -> Range<Int>? {
    guard piece.lowerBound > paragraph.lowerBound else { return nil }
    let sentence = input.tokens.sentence(piece.lowerBound - 1)
    let first = max(paragraph.lowerBound, sentence.lowerBound)
    guard isQuestioned(first), sentence.upperBound <= piece.lowerBound, standsAlone(piece),
      !(first..<piece.lowerBound).contains(where: isQuoted)
    else { return nil }
    let answerer = candidates.compactMap(\.tokens).last { name in
      first < name.lowerBound && name.upperBound < sentence.upperBound
        && input.tokens.isCharacter(name.lowerBound - 1, ",") && SubjectFinder.isFinite(name.upperBound, input)
    }
    return answerer
  }

  /// `Asked`, `When pressed`
  private func isQuestioned(_ first: Int) -> Bool {
    let hash = input.tokens.hashes[first]
    return Self.asked.contains(hash)
      || Self.whens.contains(hash) && first + 1 < paragraph.upperBound
        && Self.asked.contains(input.tokens.hashes[first + 1])
  }

  private static var asked: FewWords { FewWords("asked", "pressed", "questioned") }
  private static var whens: FewWords { FewWords("when", "if") }
}
