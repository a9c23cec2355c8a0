/// Joins drafts to what one speaker says in one go: the parts that "he said" interrupts, and a quotation that goes on in
/// the next paragraph.
enum StatementGrouping {
  static func group(_ drafts: [StatementDraft], _ input: TaggerInput) -> [StatementDraft] {
    var grouped: [StatementDraft] = []
    grouped.reserveCapacity(drafts.count)
    var lastQuoted: Int?
    for draft in drafts {
      if draft.isQuoted, let last = lastQuoted, continues(draft, grouped[last], input) {
        grouped[last].contents.append(contentsOf: draft.contents)
        if !draft.isCarried, draft.source != nil, grouped[last].source == nil || grouped[last].isCarried {
          takeSpeaker(of: draft, &grouped[last])
        }
      } else if let partner = partner(of: draft, in: grouped, input) ?? interrupted(by: draft, in: grouped, input) {
        grouped[partner].contents.append(contentsOf: draft.contents)
        grouped[partner].choice = min(grouped[partner].choice, draft.choice)
      } else if draft.isQuoted, let last = grouped.indices.last, isHalf(grouped[last], of: draft, input) {
        let first = grouped[last].contents
        grouped[last] = draft
        grouped[last].contents = first + draft.contents
        grouped[last].leads = first.count
      } else {
        grouped.append(draft)
      }
      if draft.isQuoted { lastQuoted = grouped.indices.last { grouped[$0].isQuoted } }
    }
    return grouped
  }

  /// Only the last paragraph of what somebody says may tell who it is.
  private static func takeSpeaker(of draft: StatementDraft, _ first: inout StatementDraft) {
    first.source = draft.source
    first.cue = draft.cue
    first.relation = draft.relation
    first.method = draft.method
    first.choice = draft.choice
    first.isCarried = draft.paragraph != first.paragraph ? draft.isCarried : first.isCarried
  }

  /// A quotation that was left open at the end of the paragraph before and is opened again.
  private static func continues(_ draft: StatementDraft, _ before: StatementDraft, _ input: TaggerInput) -> Bool {
    guard draft.isQuoted, draft.paragraph > before.paragraph, draft.method != .dash, draft.method != .transcript,
      let quotation = input.quotation(draft.contents[0].lowerBound), quotation.continues,
      draft.contents[0].lowerBound == quotation.open
    else { return false }
    if draft.source == nil || draft.isCarried || draft.source == before.source { return true }
    // Only the last paragraph may tell who it is, behind words in marks of the same kind.
    guard before.source == nil || before.method == .carried, quotation.isClosed else { return false }
    return before.contents.allSatisfy { content in
      guard let other = input.quotation(content.lowerBound), other.open == content.lowerBound else { return false }
      return isSameMark(input.tokens.marks[other.open], input.tokens.marks[quotation.open])
    }
  }

  /// Some write two closing single marks for an opening double one.
  private static func isSameMark(_ first: QuotationMark, _ second: QuotationMark) -> Bool {
    first == second || first == .curlyOpen && second == .doubleApostrophe
  }

  /// An earlier part of the same relation with the same speaker and the same kind of marks.
  private static func partner(
    of draft: StatementDraft, in grouped: [StatementDraft], _ input: TaggerInput
  ) -> Int? {
    guard draft.relation >= 0, draft.cue != nil else { return nil }
    // By their numbers: a draft in a variable is a copy.
    for index in grouped.indices.suffix(4).reversed()
    where grouped[index].paragraph == draft.paragraph && grouped[index].relation == draft.relation
      && grouped[index].cue == draft.cue && grouped[index].source == draft.source
      && grouped[index].isQuoted == draft.isQuoted
    {
      let other = grouped[index]
      if kind(other, input) == kind(draft, input), !isTranslation(draft, of: other, input) { return index }
    }
    return nil
  }

  /// `The system, | he said, | was “still learning”`: the subject of what is quoted stands before the telling.
  private static func isHalf(_ first: StatementDraft, of draft: StatementDraft, _ input: TaggerInput) -> Bool {
    guard draft.isQuoted, !first.isQuoted, draft.relation >= 0, first.relation == draft.relation,
      first.paragraph == draft.paragraph, let cue = draft.cue, first.cue == cue, first.contents.count == 1,
      case (let subject, let rest) = (first.contents[0], draft.contents[0]), subject.upperBound < cue.lowerBound,
      cue.upperBound < rest.lowerBound, rest.lowerBound - subject.upperBound <= longestTelling,
      input.tokens.isCharacter(subject.upperBound, ","), input.tokens.isCharacter(rest.lowerBound - 1, ",")
    else { return false }
    // `The claim was, he said, “a fairy tale”`
    if input.isQuoted(rest.lowerBound) {
      return copulas.contains(input.tokens.hashes[subject.upperBound - 1]) && !subject.contains(where: input.isQuoted)
    }
    return SubjectFinder.isFinite(rest.lowerBound, input) && !subject.contains { SubjectFinder.isFinite($0, input) }
  }

  private static var copulas: FewWords { FewWords("is", "was", "are", "were", "be", "been") }

  /// In tokens.
  private static let longestTelling = 12

  /// `„Nie“ (“Never”), she said`, `„Nie“ – “Never” –`: a second quotation with nothing but a bracket or a dash between.
  private static func isTranslation(_ draft: StatementDraft, of other: StatementDraft, _ input: TaggerInput) -> Bool {
    guard draft.isQuoted, let before = other.contents.last(where: { $0.upperBound <= draft.contents[0].lowerBound }),
      let close = before.last(where: input.isQuoted)
    else { return false }
    let between = (close + 1..<draft.contents[0].lowerBound).filter { input.tokens.marks[$0] == .none }
    return !between.isEmpty && between.count <= 2 && !between.contains(where: input.tokens.isWord)
      && !between.contains { input.tokens.isCharacter($0, ",") || input.tokens.isCharacter($0, ".") }
  }

  /// `"...," says the painter Ode, who lives here. "..."`: a quotation without a verb of its own goes on behind the sentence
  /// that told who says the one before.
  private static func interrupted(by draft: StatementDraft, in grouped: [StatementDraft], _ input: TaggerInput) -> Int?
  {
    guard draft.isQuoted, let own = draft.source,
      let last = grouped.indices.suffix(3).last(where: { grouped[$0].isQuoted }), let source = grouped[last].source,
      grouped[last].paragraph == draft.paragraph, isSame(own, source, input),
      let before = grouped[last].contents.last, case let teller = grouped[last].cue ?? source,
      before.upperBound <= teller.lowerBound, before.upperBound <= source.lowerBound,
      kind(grouped[last], input) == kind(draft, input), kind(draft, input) == .all
    else { return nil }
    let first = draft.contents[0].lowerBound
    let telling = input.tokens.sentence(teller.lowerBound)
    let hasOwnVerb = draft.cue.map { $0.upperBound > first || !telling.contains($0.lowerBound) } ?? false
    return first > teller.lowerBound && first <= telling.upperBound && !hasOwnVerb ? last : nil
  }

  /// The same mention, or the "who" right behind it.
  private static func isSame(_ source: Range<Int>, _ other: Range<Int>, _ input: TaggerInput) -> Bool {
    if source == other { return true }
    let (name, who) = source.lowerBound < other.lowerBound ? (source, other) : (other, source)
    return input.tokens.hashes[who.lowerBound] == Self.who && who.count == 1
      && (name.upperBound...name.upperBound + 1).contains(who.lowerBound)
  }

  private static var who: UInt32 { ByteHash.of("who") }

  /// How much of it stands inside quotation marks. "All" leaves room for the few words that lead in (`that "..."`): no
  /// more than a fifth of it.
  static func kind(_ draft: StatementDraft, _ input: TaggerInput) -> QuotedShare {
    // The words of one in the mouth of another are at second hand, whatever marks stand around them.
    if draft.method == .nested { return .none }
    // Most hold no marks, and most of these stand in sentences without any.
    let quotationOf = input.quotationOf
    guard
      draft.contents.contains(where: { content in
        input.ruleWords(in: content).contains(.quoted) && content.contains { quotationOf[$0] >= 0 }
      })
    else { return .none }
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
