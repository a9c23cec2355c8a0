import ArticleModel

/// Whom a pronoun means where somebody without a name spoke last.
extension NameResolver {
  /// Whom "he" means where somebody without a name spoke last: in this paragraph, with no person named since.
  func unnamedAntecedent(of pronoun: Int, _ gender: Gender) -> Speaker? {
    guard let lastUnnamed, lastUnnamed.token < pronoun,
      lexicon.classes(at: lastUnnamed.token, in: tokens).titleGender.allows(gender),
      !isAsked(by: lastUnnamed.token, answering: pronoun)
    else { return nil }
    let distance = tokens.paragraphOf[pronoun] - tokens.paragraphOf[lastUnnamed.token]
    // The paragraph behind goes on with somebody who spoke last, where nobody else can be meant.
    guard
      distance == 0
        || lastSpeaker?.name == lastUnnamed.speaker.name
          && (distance == 1
            || lastUnnamed.speaker.kind == .anonymous
              && goesOnInMarks(from: lastUnnamed.token, to: pronoun, distance))
    else { return nil }
    let first = distance == 0 ? lastUnnamed.token : tokens.paragraph(lastUnnamed.token).tokens.lowerBound
    let between = names.index(endingAfter: first)..<names.index(endingAfter: pronoun)
    let isAnother = between.contains { index in
      let name = names.names[index]
      return name.kind == .person && !isSpokenOf(name) && !(name.entity.map(pronouns.isDoubtful) ?? false)
        && (name.tokens.lowerBound > lastUnnamed.token || !isInReport(name) || lastUnnamed.speaker.kind != .anonymous)
    }
    return isAnother ? nil : lastUnnamed.speaker
  }

  /// Whether nothing but paragraphs that begin with a mark stands between two tokens: whoever speaks speaks on.
  private func goesOnInMarks(from first: Int, to last: Int, _ distance: Int32) -> Bool {
    distance <= 5
      && (tokens.paragraphOf[first] + 1..<tokens.paragraphOf[last]).allSatisfy {
        tokens.paragraphs[Int($0)].tokens.first.map { tokens.marks[$0] != .none } ?? false
      }
  }

  /// `he said, “Roe will not come”`: whom the quoted words name.
  private func isSpokenOf(_ name: FoundName) -> Bool {
    isQuoted(name.tokens.lowerBound) && words.contains { $0.contains(name.tokens.lowerBound) }
  }

  /// "that Roe kept cash in a freezer": who is spoken of.
  private func isInReport(_ name: FoundName) -> Bool {
    name.full.lowerBound > 0 && Self.reporting.contains(tokens.hashes[name.full.lowerBound - 1])
  }

  private static var reporting: FewWords { FewWords("that", "whether", "how") }
}
