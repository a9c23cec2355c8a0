/// Quotations without a telling, behind a sentence that says in which mood somebody is:
///
///     The coach, Ines Lobo, was full of praise.
///     "He never stops running."                       Lobo
///
/// In a paragraph of their own, or right behind the sentence.
struct IntroductionRules {
  let input: TaggerInput
  let tagged: TaggedTokens

  func apply(to drafts: inout [StatementDraft]) {
    detachQuestions(&drafts)
    var emptied: [Int] = []
    for index in drafts.indices where drafts[index].isQuoted && isOpen(drafts[index]) {
      guard let sentence = sentence(before: drafts[index]), let speaker = speaker(in: sentence),
        drafts[index].cue.map({ sentence.contains($0.lowerBound) }) ?? true
      else { continue }
      drafts[index].cue = nil
      drafts[index].source = speaker
      drafts[index].method = .verdict
      drafts[index].isCarried = true
      drafts[index].choice = 1
      // What was taken for words of the sentence itself, "praise", is none.
      if index > 0, let words = drafts[index - 1].contents.first, !drafts[index - 1].isQuoted,
        sentence.contains(words.lowerBound)
      {
        emptied.append(index - 1)
      }
    }
    for index in emptied.reversed() { drafts.remove(at: index) }
  }

  /// Whether nobody beside a quotation says it.
  private func isOpen(_ draft: StatementDraft) -> Bool {
    draft.isQuoted && draft.contents.count == 1
      && (draft.method == .ranker || draft.method == .carried || draft.method == .kept)
  }

  /// The sentence right before a quotation that begins a paragraph or a sentence, and with which its sentence ends.
  private func sentence(before draft: StatementDraft) -> Range<Int>? {
    let words = draft.contents[0]
    let paragraph = input.tokens.paragraphs[draft.paragraph].tokens
    guard let quotation = input.quotation(words.lowerBound), quotation.open == words.lowerBound, quotation.isClosed,
      quotation.close + 1 >= paragraph.upperBound
        || input.tokens.sentenceOf[quotation.close + 1] != input.tokens.sentenceOf[quotation.close]
    else { return nil }
    if quotation.open > paragraph.lowerBound {
      let before = input.tokens.sentence(quotation.open - 1)
      return before.upperBound == quotation.open ? before : nil
    }
    guard quotation.close + 2 >= paragraph.upperBound, draft.paragraph > 0,
      case let before = input.tokens.paragraphs[draft.paragraph - 1], before.kind == .paragraph, !before.tokens.isEmpty
    else { return nil }
    return input.tokens.sentence(before.tokens.upperBound - 1)
  }

  /// The name that a short sentence begins with, with `was`, `had` or the like behind and a word for how one speaks.
  private func speaker(in sentence: Range<Int>) -> Range<Int>? {
    if let speaker = beginner(in: sentence) { return speaker }
    guard sentence.count <= Self.longest, sentence.contains(where: { Self.moods.contains(input.tokens.hashes[$0]) }),
      !sentence.contains(where: { input.isQuoted($0) || input.strengths[$0] == .a })
    else { return nil }
    let verb = sentence.first { Self.verbs.contains(input.tokens.hashes[$0]) && input.tokens.shapes[$0] == .lower }
    guard let verb, verb > sentence.lowerBound,
      let mood = sentence.last(where: { Self.moods.contains(input.tokens.hashes[$0]) }), mood >= verb
    else { return nil }
    let subjects = SubjectFinder(input, tagged, in: input.tokens.paragraph(verb).tokens)
    guard let subject = subjects.subject(of: verb, within: 1),
      subject.lowerBound - sentence.lowerBound <= Self.longestRole,
      input.tokens.shapes[subject.upperBound - 1].isCapitalised || input.tokens.isCharacter(subject.upperBound - 1, ",")
    else { return nil }
    return subject
  }

  static let longest = 22
  static let longestRole = 8
  private static let verbs = WordSet(
    "was is were are had has did could sounded seemed looked remained agreed disagreed felt paid made gave struck offered"
  )
  private static let moods = WordSet(
    """
    praise mood blunt happy unhappy delighted pleased proud angry furious adamant defiant critical scathing sceptical \
    skeptical optimistic pessimistic hopeful disappointed unimpressed upbeat downbeat relieved grateful emotional honest \
    agreed disagreed unrepentant dismissive effusive cautious tribute philosophical frustrated frank candid succinct \
    message warning plea verdict answer words view explanation advice doubt doubts impressed thrilled ecstatic elated \
    unmoved unconvinced magnanimous gracious rueful
    """)
}
