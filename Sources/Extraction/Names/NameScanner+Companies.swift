/// Companies whose legal form stands alone, because what is before it is no run of capitals.
///
///     Standard and Poor's Corp     Jefferies and Co     3Com Corp     K mart Corp
extension NameScanner {
  private static let longestCompany = 6

  /// Adds what a legal form ends; a form with nothing before it names nobody. The candidates inside go.
  mutating func addCompany(_ form: Range<Int>, classes: WordClass, in sentence: Range<Int>) {
    let start = companyStart(form.lowerBound, in: sentence)
    guard start < form.lowerBound else { return }
    while let last = candidates.last, last.tokens.upperBound > start {
      // A name that begins before is another one.
      guard last.tokens.lowerBound >= start else { return }
      candidates.removeLast()
    }
    acronyms.removeAll { $0.short >= candidates.count || $0.long >= candidates.count }
    add(start..<form.upperBound, .organisation, classes: classes)
  }

  private func companyStart(_ form: Int, in sentence: Range<Int>) -> Int {
    var start = form
    while start > sentence.lowerBound, form - start < Self.longestCompany {
      let before = start - 1
      if isNamePart(before) {
        start = before
      } else if isJoint(before), before > sentence.lowerBound, isNamePart(before - 1) {
        start = before - 1
      } else if Pronouns.possessives.contains(tokens.hashes[before]), before > sentence.lowerBound,
        isNamePart(before - 1), start == form
      {
        start = before - 1
      } else {
        break
      }
    }
    return start
  }

  /// `and`, `&`, and the small word of `K mart Corp`.
  private func isJoint(_ token: Int) -> Bool {
    if Pronouns.joints.contains(tokens.hashes[token]) { return true }
    return tokens.shapes[token] == .lower && token > 0 && tokens.shapes[token - 1] == .initial
      && lexicon.classes(tokens.hashes[token]).isDisjoint(with: [.function, .speech, .starter])
  }

  private func isNamePart(_ token: Int) -> Bool {
    let hash = tokens.hashes[token]
    guard !Pronouns.articles.contains(hash), !Pronouns.prepositions.contains(hash) else { return false }
    if tokens.shapes[token] == .numeric {
      return tokens.bytes[tokens.start(token)..<tokens.end(token)].contains(where: isLetter)
    }
    return tokens.shapes[token].isCapitalised && !lexicon.classes(hash).hasAny([.starter, .function, .calendar])
  }

  private func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }
}
