/// Initials without stops in front of a name.
///
///     PJ Doe said it was late.
///     BR Pillathur, convenor of the weavers, said it was late.
///
/// Two or three letters that no list knows but as a first name, with one or two words behind that are no words of the language. Capitals that
/// stand alone elsewhere, or before another word, are a body's.
extension NameScanner {
  func beginsWithInitials(_ elements: ArraySlice<Element>) -> Bool {
    guard (2...3).contains(elements.count), let first = elements.first, first.tokens.count == 1,
      case let token = first.tokens.lowerBound, tokens.shapes[token] == .capitals,
      (2...3).contains(tokens.end(token) - tokens.start(token)), tokens.isLetters[token],
      !Self.aka.contains(tokens.hashes[token]),
      first.classes.isSubset(of: [.phraseStart, .firstName, .weakFirstName, .firstMale, .firstFemale]),
      elements.dropFirst().allSatisfy(isSurname)
    else { return false }
    let next = tokens.hashes[token + 1]
    return tokens.hashes.indices.dropLast().allSatisfy {
      tokens.hashes[$0] != tokens.hashes[token] || tokens.hashes[$0 + 1] == next
    }
  }

  /// "the news site RTL Inform reported": a noun stands before it that is no role.
  func isDescribed(_ token: Int) -> Bool {
    token > tokens.sentence(token).lowerBound && tokens.shapes[token - 1] == .lower
      && !lexicon.classes(at: token - 1, in: tokens).hasAny([.speech, .function])
  }

  private static var aka: FewWords { FewWords("aka", "fka") }

  private func isSurname(_ element: Element) -> Bool {
    guard element.tokens.count == 1 else { return false }
    return tokens.shapes[element.tokens.lowerBound] == .capitalised
      && element.classes.isSubset(of: [.phraseStart, .firstName, .weakFirstName, .firstMale, .firstFemale])
      && !lowerWords.contains(tokens.hashes[element.tokens.lowerBound])
  }
}
