/// Who says a quotation that ends with the mark of a question or a cry, where the telling behind it begins with a capital
/// and so looks like a sentence of its own:
///
///     "It was heavy," Ode said. "Never!" Ann Roth replied.
extension SpeakerGrammar {
  struct Telling {
    var speaker: Range<Int>
    var verb: Int
  }

  func telling(behindCry piece: Range<Int>) -> Telling? {
    let first = piece.upperBound
    guard endsWithCry(piece), first + 1 < paragraph.upperBound, input.tokens.shapes[first].isCapitalised,
      opensSentence(piece), let verb = verb(behindNameAt: first), endsTelling(verb)
    else { return nil }
    return Telling(speaker: candidate { $0.lowerBound == first } ?? first..<verb, verb: verb)
  }

  private func endsWithCry(_ piece: Range<Int>) -> Bool {
    let last = piece.upperBound - 2
    return piece.count > 2 && input.tokens.marks[last + 1] != .none
      && (input.tokens.isCharacter(last, "?") || input.tokens.isCharacter(last, "!"))
  }

  private func opensSentence(_ piece: Range<Int>) -> Bool {
    piece.lowerBound == paragraph.lowerBound
      || input.tokens.sentenceOf[piece.lowerBound] != input.tokens.sentenceOf[piece.lowerBound - 1]
  }

  /// Behind a run of capitalised words, with the small ones inside a name.
  private func verb(behindNameAt first: Int) -> Int? {
    let end = min(paragraph.upperBound, first + Self.longestName)
    let verb = (first + 1..<max(first + 1, end)).first { token in
      !input.tokens.shapes[token].isCapitalised && !SpeakerWords.particles.contains(input.tokens.hashes[token])
    }
    guard let verb, input.tokens.shapes[verb] == .lower, input.strengths[verb].isStrong,
      input.tokens.suffixes[verb] != Self.ing, !isQuoted(verb),
      input.tokens.sentenceOf[verb] == input.tokens.sentenceOf[first]
    else { return nil }
    return verb
  }

  /// Behind the verb nothing that is said: the end of the clause, where and when, or who is asked.
  private func endsTelling(_ verb: Int) -> Bool {
    let end = min(paragraph.upperBound, input.tokens.sentence(verb).upperBound)
    guard verb + 1 < end else { return true }
    let next = verb + 1
    guard input.tokens.isWord(next) else { return !input.tokens.isCharacter(next, ":") }
    guard end - next <= Self.longestRest,
      Pronouns.prepositions.contains(input.tokens.hashes[next]) || input.tokens.shapes[next].isCapitalised
        || isArticle(next) || Self.hearing.contains(input.tokens.hashes[next])
    else { return false }
    return !(next..<end).contains { isQuoted($0) || SubjectFinder.isFinite($0, input) }
  }

  private static let longestName = 7
  private static let longestRest = 12
  private static let hearing = WordSet("him her them us me back again later")
}
