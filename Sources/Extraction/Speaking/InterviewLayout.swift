/// Interviews that print questions and answers as paragraphs, without labels and without marks:
///
///     The painter Ada Lind, 81, received us in her kitchen.
///     Is it your last picture?
///     I have said so to my doctor and to my cat. Only the cat believed me.
///
/// The answers may stand in marks too. Taken only where nothing else can be meant: three questions or more (two where
/// the text speaks of an interview), each with an answer behind it; some ask "you", and some answers say "I"; and the text
/// in front of the first question names the one person whom it can be with. Lists of questions that readers have look the
/// same, and say neither.
struct InterviewLayout {
  let input: TaggerInput
  let names: NameTable

  private static let leastQuestions = 3
  /// Where the headline or the text in front says that it is an interview.
  private static let leastAnnounced = 2
  private static let longestQuestion = 120
  private static let longestRequest = 40
  private static let farthestIntroduction = 12

  /// Answers become statements of the person, one each, whatever else was found in them.
  func apply(to drafts: inout [StatementDraft]) {
    let turns = turns()
    guard let first = turns.first, !drafts.contains(where: { $0.method == .transcript }) else { return }
    let least = isAnnounced(before: first.question) ? Self.leastAnnounced : Self.leastQuestions
    guard turns.count >= least else { return }
    if isConversation(turns, least) {
      replaceAnswers(turns, &drafts)
    } else if turns.count >= Self.leastQuestions, isQuotedConversation(turns),
      let person = person(before: turns[0].question)
    {
      drafts += passedOver(turns, drafts)
      let answers = Set(turns.compactMap(\.answer.first))
      for index in drafts.indices
      where answers.contains(drafts[index].paragraph) && drafts[index].isQuoted && drafts[index].source == nil {
        drafts[index].source = names.names[person].tokens
        drafts[index].isCarried = true
        drafts[index].method = .interview
      }
      drafts.sort { $0.contents[0].lowerBound < $1.contents[0].lowerBound }
    }
  }

  /// Answers that are all in marks and that nothing was found in.
  private func passedOver(_ turns: [Turn], _ drafts: [StatementDraft]) -> [StatementDraft] {
    let found = Set(drafts.map(\.paragraph))
    return turns.compactMap(\.answer.first).filter { !found.contains($0) && isOneQuotation($0) }.map {
      StatementDraft(
        contents: [input.tokens.paragraphs[$0].tokens], method: .interview, paragraph: $0, isQuoted: true)
    }
  }

  private func isOneQuotation(_ paragraph: Int) -> Bool {
    let tokens = input.tokens.paragraphs[paragraph].tokens
    guard let quotation = input.quotation(tokens.lowerBound), quotation.isClosed else { return false }
    return quotation.open == tokens.lowerBound && quotation.close == tokens.upperBound - 1
  }

  private func replaceAnswers(_ turns: [Turn], _ drafts: inout [StatementDraft]) {
    guard let person = person(before: turns[0].question) else { return }
    let entity = names.names[person].entity
    let source = names.names[person].tokens
    let answers = turns.indices.map { answer(of: turns[$0], entity, isLast: $0 == turns.count - 1) }
    let replaced = Set(answers.joined())
    let questions = Set(turns.map(\.question))
    drafts.removeAll { draft in
      replaced.contains(draft.paragraph) || questions.contains(draft.paragraph) && draft.source == nil
    }
    for index in drafts.indices where isMeant(drafts[index], questions) {
      drafts[index].source = source
      drafts[index].isCarried = true
    }
    for answer in answers { drafts += statements(answer, source) }
    drafts.sort { $0.contents[0].lowerBound < $1.contents[0].lowerBound }
  }

  /// "You once said that ..." in a question, and a quotation in the headline that nobody else says.
  private func isMeant(_ draft: StatementDraft, _ questions: Set<Int>) -> Bool {
    if questions.contains(draft.paragraph) {
      return draft.source.map { $0.count == 1 && Self.you.contains(input.tokens.hashes[$0.lowerBound]) } ?? false
    }
    return draft.isQuoted && draft.source == nil && input.tokens.paragraphs[draft.paragraph].kind == .headline
  }

  private func statements(_ answer: [Int], _ source: Range<Int>) -> [StatementDraft] {
    let contents = answer.map { behindLabel(input.tokens.paragraphs[$0].tokens) }
    guard let first = answer.first else { return [] }
    let whole = StatementDraft(
      contents: contents, source: source, isCarried: true, method: .interview, paragraph: first, isQuoted: true)
    let reports = NestedReports(input: input)
    let others = zip(answer, contents).flatMap { number, content in
      reports.quotations(in: content).map {
        StatementDraft(
          contents: $0.contents, cue: $0.cue, source: $0.source, method: .nested, paragraph: number, isQuoted: false)
      }
    }
    return [whole] + others
  }

  /// `Ada Lind: I have said so.`: the words without who says them.
  private func behindLabel(_ paragraph: Range<Int>) -> Range<Int> {
    let label = TranscriptLabel.turnLabel(input.tokens, paragraph)
    guard label.count > 1, case let first = TranscriptLabel.end(of: label, input.tokens), first < paragraph.upperBound
    else { return paragraph }
    return first..<paragraph.upperBound
  }

  // MARK: Questions and answers

  struct Turn {
    /// Indices of paragraphs.
    var question: Int
    var answer: [Int]
  }

  private func turns() -> [Turn] {
    var turns: [Turn] = []
    var marks = 0
    var isAnnounced = false
    for (number, paragraph) in input.tokens.paragraphs.enumerated() where paragraph.kind == .paragraph {
      if isQuestion(paragraph.tokens) {
        marks += 1
        if turns.isEmpty { isAnnounced = self.isAnnounced(before: number) }
        turns.append(Turn(question: number, answer: []))
      } else if !turns.isEmpty {
        if turns.count > 1 || isAnnounced, isRequest(paragraph.tokens), !turns[turns.count - 1].answer.isEmpty {
          turns.append(Turn(question: number, answer: []))
        } else {
          turns[turns.count - 1].answer.append(number)
        }
      }
    }
    return marks >= min(turns.count, isAnnounced ? Self.leastAnnounced : Self.leastQuestions) ? turns : []
  }

  /// A paragraph that ends with a question mark and quotes nobody.
  private func isQuestion(_ paragraph: Range<Int>) -> Bool {
    guard paragraph.count <= Self.longestQuestion, !input.isQuoted(paragraph.lowerBound) else { return false }
    var last = paragraph.upperBound - 1
    while last > paragraph.lowerBound, input.tokens.isCharacter(last, "*") || input.tokens.isCharacter(last, "_") {
      last -= 1
    }
    return input.tokens.isCharacter(last, "?") && !input.isQuoted(last)
  }

  /// `Tell me about your village.`: a question without its mark.
  private func isRequest(_ paragraph: Range<Int>) -> Bool {
    guard paragraph.count <= Self.longestRequest, !paragraph.contains(where: input.isQuoted) else { return false }
    return Self.requests.contains(input.tokens.hashes[paragraph.lowerBound])
      || holds(paragraph, Self.you) && !holds(paragraph, Self.first)
  }

  private func holds(_ paragraph: Range<Int>, _ words: WordSet) -> Bool {
    paragraph.contains { words.contains(input.tokens.hashes[$0]) && !input.isQuoted($0) }
  }

  /// Whether two people talk: questions that ask "you", answers that say "I", and almost none without an answer or with
  /// one in marks.
  private func isConversation(_ turns: [Turn], _ least: Int) -> Bool {
    let asking = turns.count { holds(input.tokens.paragraphs[$0.question].tokens, Self.you) }
    let speaking = turns.count { turn in
      turn.answer.first.map { holds(input.tokens.paragraphs[$0].tokens, Self.first) } ?? false
    }
    let unanswered = turns.count { $0.answer.isEmpty || isQuoted($0.answer[0]) || $0.answer.count > 8 }
    return asking >= least - 1 && asking * 3 >= turns.count && speaking >= least - 1 && speaking * 3 >= turns.count
      && unanswered * 4 <= turns.count
  }

  /// The same with the answers in marks, which leave little doubt that somebody is asked.
  private func isQuotedConversation(_ turns: [Turn]) -> Bool {
    let asking = turns.count { holds(input.tokens.paragraphs[$0.question].tokens, Self.you) }
    let quoted = turns.count { turn in turn.answer.first.map(isQuoted) ?? false }
    if quoted == turns.count, asking >= 1 { return true }
    return asking >= 2 && asking * 3 >= turns.count && quoted * 3 >= turns.count * 2
  }

  private func isQuoted(_ paragraph: Int) -> Bool {
    quoted(paragraph) * 3 > input.tokens.paragraphs[paragraph].tokens.count
  }

  private func quoted(_ paragraph: Int) -> Int {
    input.tokens.paragraphs[paragraph].tokens.reduce(0) { $0 + (input.isQuoted($1) ? 1 : 0) }
  }

  /// The paragraphs of an answer: up to one that speaks of the person by name, and behind the last question no further than
  /// the first person goes.
  private func answer(of turn: Turn, _ entity: Int?, isLast: Bool) -> [Int] {
    var answer: [Int] = []
    for number in turn.answer {
      let tokens = behindLabel(input.tokens.paragraphs[number].tokens)
      let isNamed = names.indices(in: tokens).contains { index in
        entity != nil && names.names[index].entity == entity && !input.isQuoted(names.names[index].tokens.lowerBound)
      }
      if isNamed || quoted(number) * 3 > tokens.count * 2 { break }
      if isLast, !answer.isEmpty, !holds(tokens, Self.first) { break }
      answer.append(number)
    }
    return answer
  }

  // MARK: With whom

  /// The one person who is named in front of the first question, or the one whom the headline names too: an index into the
  /// names.
  private func person(before question: Int) -> Int? {
    guard question <= Self.farthestIntroduction else { return nil }
    let limit = input.tokens.paragraphs[question].tokens.lowerBound
    let mentions = names.names.indices.filter { index in
      names.names[index].kind == .person && names.names[index].entity != nil
        && names.names[index].tokens.upperBound <= limit
        && input.tokens.paragraph(names.names[index].tokens.lowerBound).isRead
        && !isInterviewer(index)
    }
    let people = Set(mentions.compactMap { names.names[$0].entity })
    // "Ada Lind and Otto Roth": it may be with either of them.
    guard !mentions.contains(where: { isJoined(names.names[$0].tokens.upperBound, before: limit) }) else { return nil }
    if people.count == 1 { return mentions.first }
    let titled = Set(mentions.filter(isInHeadline).compactMap { names.names[$0].entity })
    guard titled.count == 1, let entity = titled.first else { return nil }
    return mentions.first { names.names[$0].entity == entity }
  }

  private func isInterviewer(_ mention: Int) -> Bool {
    guard let entity = names.names[mention].entity, let first = names.entities[entity].mentions.first else {
      return false
    }
    return Interviewers.isOne(first, names: names, tokens: input.tokens)
  }

  private func isJoined(_ token: Int, before limit: Int) -> Bool {
    token + 1 < limit && input.tokens.hashes[token] == Self.and && input.tokens.shapes[token + 1].isCapitalised
  }

  /// Whether the headline, or what stands in front of the first question, speaks of an interview.
  private func isAnnounced(before question: Int) -> Bool {
    let limit = input.tokens.paragraphs[question].tokens.lowerBound
    return question <= Self.farthestIntroduction
      && (0..<limit).contains { Self.interviews.contains(input.tokens.hashes[$0]) || isTalk($0, before: limit) }
  }

  /// `a talk with Ada Lind`, `talked to us`, `sat down with us`.
  private func isTalk(_ token: Int, before limit: Int) -> Bool {
    guard token + 1 < limit else { return false }
    let hashes = input.tokens.hashes
    if Self.talks.contains(hashes[token]) { return hashes[token + 1] == Self.with }
    // "Five questions for Ada Lind"
    if hashes[token] == Self.questions { return Self.asked.contains(hashes[token + 1]) }
    // "We met her in Split"
    if hashes[token] == Self.we { return Self.meeting.contains(hashes[token + 1]) }
    return Self.talking.contains(hashes[token])
      && (token + 1..<min(limit, token + 4)).contains { hashes[$0] == Self.us }
  }

  private static var questions: UInt32 { ByteHash.of("questions") }
  private static var we: UInt32 { ByteHash.of("we") }
  private static var asked: FewWords { FewWords("for", "with", "to") }
  private static var meeting: FewWords { FewWords("met", "asked", "interviewed", "visited", "reached", "called") }
  private static var and: UInt32 { ByteHash.of("and") }
  private static var with: UInt32 { ByteHash.of("with") }
  private static var us: UInt32 { ByteHash.of("us") }
  private static var talks: FewWords { FewWords("talk", "conversation", "chat") }
  private static var talking: FewWords { FewWords("talked", "talks", "spoke", "speaks", "sat", "met") }
  private static var interviews: FewWords { FewWords("interview", "interviews", "interviewed", "interviewing", "q&a") }

  private func isInHeadline(_ name: Int) -> Bool {
    input.tokens.paragraph(names.names[name].tokens.lowerBound).kind == .headline
  }

  private static var requests: FewWords { FewWords("tell", "describe", "explain", "talk") }
  private static let you = WordSet("you your yours yourself")
  private static let first = WordSet("i my me mine myself we our us")
}
