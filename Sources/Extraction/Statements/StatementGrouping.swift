/// Joins drafts to what one speaker says in one go: the parts that "he said" interrupts, and a quotation that goes on in
/// the next paragraph.
enum StatementGrouping {
  static func group(_ drafts: [StatementDraft], _ input: TaggerInput) -> [StatementDraft] {
    var grouped: [StatementDraft] = []
    var lastQuoted: Int?
    for draft in drafts {
      if let last = lastQuoted, continues(draft, grouped[last], input) {
        grouped[last].contents.append(contentsOf: draft.contents)
      } else if let partner = partner(of: draft, in: grouped, input) {
        grouped[partner].contents.append(contentsOf: draft.contents)
        grouped[partner].choice = min(grouped[partner].choice, draft.choice)
      } else {
        grouped.append(draft)
      }
      if draft.isQuoted { lastQuoted = grouped.indices.last { grouped[$0].isQuoted } }
    }
    return grouped
  }

  /// A quotation that was left open at the end of the paragraph before and is opened again.
  private static func continues(_ draft: StatementDraft, _ before: StatementDraft, _ input: TaggerInput) -> Bool {
    guard draft.isQuoted, draft.paragraph > before.paragraph, draft.method != .dash, draft.method != .transcript,
      let quotation = input.quotation(draft.contents[0].lowerBound), quotation.continues,
      draft.contents[0].lowerBound == quotation.open
    else { return false }
    return draft.source == nil || draft.isCarried || draft.source == before.source
  }

  /// An earlier part of the same relation with the same speaker and the same kind of marks.
  private static func partner(
    of draft: StatementDraft, in grouped: [StatementDraft], _ input: TaggerInput
  ) -> Int? {
    guard draft.relation >= 0 else { return nil }
    return grouped.indices.reversed().prefix(4).first { index in
      let other = grouped[index]
      return other.paragraph == draft.paragraph && other.relation == draft.relation && other.cue == draft.cue
        && other.cue != nil && other.source == draft.source && other.isQuoted == draft.isQuoted
        && kind(other, input) == kind(draft, input)
    }
  }

  /// How much of it stands inside quotation marks. "All" leaves room for the few words that lead in (`that "..."`): no
  /// more than a fifth of it.
  static func kind(_ draft: StatementDraft, _ input: TaggerInput) -> QuotedShare {
    // The words of one in the mouth of another are at second hand, whatever marks stand around them.
    if draft.method == .nested { return .none }
    var words = 0
    var quoted = 0
    for content in draft.contents {
      for token in content where input.tokens.isWord(token) && !isContraction(token, input) {
        words += 1
        if input.isQuoted(token) { quoted += 1 }
      }
    }
    if quoted == 0 { return .none }
    return quoted * 5 >= words * 4 ? .all : .some
  }

  /// The second half of `Kyiv's` or `didn't`.
  private static func isContraction(_ token: Int, _ input: TaggerInput) -> Bool {
    token > 0 && input.tokens.touchesNext(token - 1) && input.tokens.isWord(token - 1)
  }

  enum QuotedShare { case none, some, all }
}
