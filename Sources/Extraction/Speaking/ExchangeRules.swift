/// Paragraphs that are all quotation in an exchange of two, which the ranker gives to the last speaker.
///
///     "Do you regret it?" Ada Lind asked Tom Orr.
///     "Not for one day."                             Orr: whom she asked
///
///     "There was a lot of snow," Orr told them.
///     "It's March, Mr Orr," said Lind.
///     "It was January then."                         Orr: who was spoken to by name
///     "And February?"                                Lind: they speak by turns
struct ExchangeRules {
  let input: TaggerInput

  func apply(to drafts: inout [StatementDraft]) {
    guard drafts.contains(where: isOpen) else { return }
    var added: [StatementDraft] = []
    for index in drafts.indices.dropFirst() where isOpen(drafts[index]) {
      guard drafts[index - 1].paragraph + 1 == drafts[index].paragraph, quotation(drafts[index].paragraph) != nil,
        let answerer = answerer(to: index - 1, drafts)
      else { continue }
      set(&drafts[index], answerer)
      guard let asker = drafts[index - 1].source else { continue }
      goOn(behind: index, [asker, answerer], &drafts, &added)
    }
    guard !added.isEmpty else { return }
    drafts += added
    drafts.sort { $0.contents[0].lowerBound < $1.contents[0].lowerBound }
  }

  /// Whether nobody beside a quotation says it.
  private func isOpen(_ draft: StatementDraft) -> Bool {
    draft.isQuoted && (draft.method == .carried || draft.source == nil)
  }

  private func set(_ draft: inout StatementDraft, _ source: Range<Int>) {
    draft.source = source
    draft.method = .exchange
    draft.isCarried = true
    draft.choice = 1
  }

  /// The next paragraphs, as long as each is one short quotation.
  private func goOn(
    behind index: Int, _ speakers: [Range<Int>], _ drafts: inout [StatementDraft], _ added: inout [StatementDraft]
  ) {
    var (next, number, turn) = (index + 1, drafts[index].paragraph, 0)
    while let before = quotation(number), before.length <= Self.longestTurn, let words = quotation(number + 1),
      words.length <= Self.longestTurn
    {
      number += 1
      if next < drafts.count, drafts[next].paragraph == number {
        guard isOpen(drafts[next]) else { return }
        set(&drafts[next], speakers[turn])
        next += 1
      } else {
        var draft = StatementDraft(contents: [words.tokens], method: .exchange, paragraph: number, isQuoted: true)
        set(&draft, speakers[turn])
        added.append(draft)
      }
      turn = 1 - turn
    }
  }

  /// The quotation that a paragraph is.
  private func quotation(_ number: Int) -> Quotation? {
    guard number < input.tokens.paragraphs.count, input.tokens.paragraphs[number].kind == .paragraph else {
      return nil
    }
    let tokens = input.tokens.paragraphs[number].tokens
    guard !tokens.isEmpty, let quotation = input.quotation(tokens.lowerBound), quotation.open == tokens.lowerBound,
      quotation.isClosed,
      !quotation.continues, quotation.close >= tokens.upperBound - 2
    else { return nil }
    return quotation
  }

  /// Whom the one who spoke last speaks to: whom they asked, by the words behind the verb, or whom their words name.
  private func answerer(to index: Int, _ drafts: [StatementDraft]) -> Range<Int>? {
    let question = drafts[index]
    guard question.isQuoted, !question.isCarried, let source = question.source, let words = question.contents.last,
      words.count > 2, input.tokens.marks[words.upperBound - 1] != .none
    else { return nil }
    if input.tokens.isCharacter(words.upperBound - 2, "?"), let asked = asked(by: source, question.cue) {
      return asked
    }
    guard index > 0, let other = drafts[index - 1].source,
      drafts[index - 1].paragraph < question.paragraph, drafts[index - 1].paragraph + 2 >= question.paragraph,
      input.tokens.hashes[other.upperBound - 1] != input.tokens.hashes[source.upperBound - 1],
      names(words, other, drafts)
    else { return nil }
    return other
  }

  /// `Ada Lind asked Tom Orr`
  private func asked(by source: Range<Int>, _ cue: Range<Int>?) -> Range<Int>? {
    guard let cue, source.upperBound <= cue.lowerBound,
      let verb = cue.last(where: { Self.asking.contains(input.tokens.hashes[$0]) })
    else { return nil }
    let first = verb + 1
    let limit = input.tokens.sentence(verb).upperBound
    guard first < limit else { return nil }
    let end = (first..<limit).first { !input.tokens.shapes[$0].isCapitalised } ?? limit
    return end > first ? first..<end : nil
  }

  /// `"It's March, Mr Orr,"`: the last words name who spoke before, by a name of theirs that stands somewhere.
  private func names(_ words: Range<Int>, _ other: Range<Int>, _ drafts: [StatementDraft]) -> Bool {
    let name = words.upperBound - 3
    guard name - 1 > words.lowerBound, input.tokens.shapes[name].isCapitalised, !input.tokens.isWord(name + 1) else {
      return false
    }
    var first = name
    while first > words.lowerBound, input.tokens.shapes[first - 1].isCapitalised { first -= 1 }
    guard first > words.lowerBound, input.tokens.isCharacter(first - 1, ",") else { return false }
    let hash = input.tokens.hashes[name]
    if other.contains(where: { input.tokens.hashes[$0] == hash }) { return true }
    // `he told them`, of one who was named just before.
    return SpeakerWords.pronouns.contains(input.tokens.hashes[other.lowerBound]) && other.count == 1
      && (input.tokens.paragraph(other.lowerBound).tokens.lowerBound..<other.lowerBound).contains {
        input.tokens.hashes[$0] == hash
      }
  }

  private static let longestTurn = 20
  private static var asking: FewWords { FewWords("asked", "asks") }
}
