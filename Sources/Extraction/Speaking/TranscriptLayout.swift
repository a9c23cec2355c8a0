/// Articles that print a conversation: every turn behind a label that says who speaks.
///
///     MODERATOR: Good morning. The minister has ten minutes.
///     MINISTER IDA VAN BRANDT: The bridge is open again.
///
/// The labels may be names in small letters (`Amina Diallo:`), with an office behind (`Amina Diallo – Chairwoman:`), and
/// only those who answer may have one, behind questions that have none.
struct TranscriptLayout {
  let input: TaggerInput
  /// By paragraph: the label that rules it; empty where the article has fewer than two different ones that speak.
  let labels: [Int: Range<Int>]
  /// Whether the article is a transcript; else its labels rule nothing but the quotations behind them.
  let isTranscript: Bool

  /// Whether two paragraphs in three behind the first label have one, and so what stands between is of the turns.
  private let isDense: Bool

  /// Many a paragraph begins like a turn, so labels have to come again before they mean anything.
  private static let leastLabels = 4
  /// Where all are whole names, or one asks by a letter.
  private static let leastSureLabels = 3

  init(input: TaggerInput) {
    self.input = input
    let labels = Self.labels(input, TranscriptLabel.label)
    // Names in small letters are more than those in capitals, and hold them.
    let turns = Self.labels(input, TranscriptLabel.turnLabel)
    if turns.count > labels.count, Self.isConversation(input, turns), !Self.isToldOf(input, turns) {
      (self.labels, isTranscript) = (turns, true)
    } else {
      let isTranscript =
        labels.count >= Self.leastLabels && Self.repeats(input, labels) && !Self.isToldOf(input, labels)
      (self.labels, self.isTranscript) = (labels, isTranscript)
    }
    let first = self.labels.keys.min() ?? 0
    let behind = isTranscript ? input.tokens.paragraphs[first...].count { $0.kind == .paragraph } : 0
    isDense = behind > 0 && self.labels.count * 3 >= behind * 2
  }

  private static func labels(
    _ input: TaggerInput, _ read: (TokenTable, Range<Int>) -> Range<Int>
  ) -> [Int: Range<Int>] {
    var labels: [Int: Range<Int>] = [:]
    for (index, paragraph) in input.tokens.paragraphs.enumerated()
    where paragraph.canSpeak && paragraph.kind != .headline && mayHaveLabel(paragraph.tokens, input) {
      let label = read(input.tokens, paragraph.tokens)
      if !label.isEmpty, !TranscriptLabel.isHeading(input.tokens, label) { labels[index] = label }
    }
    if labels.isEmpty { return labels }
    let speakers = Set(labels.values.map { input.tokens.text($0) })
    return speakers.count >= 2 || answerQuestions(input, labels) ? labels : [:]
  }

  /// A label has a colon behind it, or is a letter behind the marks that a paragraph begins with.
  private static func mayHaveLabel(_ paragraph: Range<Int>, _ input: TaggerInput) -> Bool {
    let shape = input.tokens.shapes[paragraph.lowerBound]
    return shape == .initial || !shape.isWord || input.ruleWords(in: paragraph).contains(.colon)
  }

  /// Whether a label comes again, or one end of it: `LAAR` or `JOOST` for `JOOST LAAR`. `AFRICAN BANK` is no other `NORTH BANK`.
  private static func repeats(_ input: TaggerInput, _ labels: [Int: Range<Int>]) -> Bool {
    let names = labels.values.map { withoutTitles($0, input) }
    let wholes = Set(names.map { input.tokens.foldedText($0) })
    return wholes.count < names.count || labels.values.contains { isInitials($0, of: labels, input) }
      || names.contains { name in
        name.dropFirst().contains {
          wholes.contains(input.tokens.foldedText($0..<name.upperBound))
            || wholes.contains(input.tokens.foldedText(name.lowerBound..<$0))
        }
      }
  }

  /// `DW`, where another label is `Daniel Webb`.
  private static func isInitials(_ label: Range<Int>, of labels: [Int: Range<Int>], _ input: TaggerInput) -> Bool {
    guard label.count == 1, input.tokens.shapes[label.lowerBound] == .capitals else { return false }
    let initials = input.tokens.foldedText(label)
    return labels.values.contains { name in
      name.count == initials.count
        && zip(name, initials).allSatisfy { input.tokens.foldedText($0..<$0 + 1).first == $1 }
    }
  }

  private static func withoutTitles(_ label: Range<Int>, _ input: TaggerInput) -> Range<Int> {
    var first = label.lowerBound
    while first + 1 < label.upperBound, input.isTitle[first] || input.tokens.isCharacter(first, ".") { first += 1 }
    return first..<label.upperBound
  }

  /// Whether behind most labels somebody else tells what was said: a round of reactions by country or party.
  ///
  ///     NORLAND: The minister said it was too late. “We waited,” she told reporters.
  private static func isToldOf(_ input: TaggerInput, _ labels: [Int: Range<Int>]) -> Bool {
    labels.count { isReported(behind: $0.value, in: input.tokens.paragraphs[$0.key].tokens, input) } * 2 > labels.count
  }

  /// Whether a verb of saying stands outside of quotations, and neither "I" nor "you".
  private static func isReported(behind label: Range<Int>, in paragraph: Range<Int>, _ input: TaggerInput) -> Bool {
    let first = TranscriptLabel.end(of: label, input.tokens)
    var isReported = false
    for token in first..<max(first, paragraph.upperBound) where !input.isQuoted(token) {
      let hash = input.tokens.hashes[token]
      if Self.first.contains(hash) || second.contains(hash) { return false }
      isReported = isReported || input.tokens.shapes[token] == .lower && input.isRulingCue(token)
    }
    return isReported
  }

  /// Whether most of the article is a transcript whose labels need no capitals.
  private static func isConversation(_ input: TaggerInput, _ labels: [Int: Range<Int>]) -> Bool {
    if answerQuestions(input, labels) { return true }
    // Who asks for the readers may have no label.
    let others = input.tokens.paragraphs.indices.count {
      input.tokens.paragraphs[$0].kind == .paragraph && labels[$0] == nil && !isQuestion(input, $0)
    }
    guard labels.count > others else { return false }
    if labels.values.contains(where: { TranscriptLabel.asks(input.tokens, $0) }), labels.count >= leastSureLabels {
      return true
    }
    guard repeats(input, labels) else { return false }
    return labels.count >= leastLabels
      || labels.count >= leastSureLabels && labels.values.allSatisfy { $0.count >= 2 }
  }

  /// Whether two labels or more stand behind questions, and none elsewhere: only who answers has one.
  private static func answerQuestions(_ input: TaggerInput, _ labels: [Int: Range<Int>]) -> Bool {
    labels.count >= 2
      && labels.keys.allSatisfy { $0 > 0 && labels[$0 - 1] == nil && isQuestion(input, $0 - 1) }
  }

  /// Whether a paragraph ends with a question mark, marks of emphasis behind it left out.
  private static func isQuestion(_ input: TaggerInput, _ paragraph: Int) -> Bool {
    let tokens = input.tokens.paragraphs[paragraph].tokens
    let last = tokens.last { !input.tokens.isCharacter($0, "*") && !input.tokens.isCharacter($0, "_") }
    return last.map { input.tokens.isCharacter($0, "?") && !input.isQuoted($0) } ?? false
  }

  // MARK: Turns

  /// Every turn is one statement, whatever else was found in it.
  func replaceTurns(_ drafts: inout [StatementDraft]) {
    var turns: [StatementDraft] = []
    var replaced = Set(labels.keys)
    for (index, label) in labels {
      let paragraph = input.tokens.paragraphs[index].tokens
      let first = TranscriptLabel.end(of: label, input.tokens)
      guard first < paragraph.upperBound else { continue }
      let more = continuation(of: index)
      replaced.formUnion(more)
      turns.append(
        StatementDraft(
          contents: [first..<paragraph.upperBound] + more.map { input.tokens.paragraphs[$0].tokens }, cue: nil,
          source: label, method: .transcript, paragraph: index, isQuoted: true))
    }
    drafts.removeAll { replaced.contains($0.paragraph) }
    drafts += turns + NestedReports(input: input).drafts(in: turns)
    drafts.sort { $0.contents[0].lowerBound < $1.contents[0].lowerBound }
  }

  /// The paragraphs without a label behind one, which go on with its turn: up to the next label, and as long as somebody
  /// says "I" or "we" in them, asks nothing and speaks of nobody: "I ask her about the fire" is told by who asks.
  private func continuation(of index: Int) -> [Int] {
    let paragraphs = input.tokens.paragraphs
    guard let next = (index + 1..<paragraphs.count).first(where: { labels[$0] != nil }) else {
      return continuation(ofLast: index)
    }
    guard next > index + 1 else { return [] }
    let isAnswer = isBetweenQuestions(index, next)
    let between = (index + 1..<next).prefix {
      paragraphs[$0].kind == .paragraph && paragraphs[$0].canSpeak && !Self.isQuestion(input, $0)
        && (isAnswer && !isTold(paragraphs[$0].tokens) || isSpoken(paragraphs[$0].tokens, isSure: isDense))
    }
    return Array(between)
  }

  /// Behind the last label of a transcript that is nothing else, somebody has to say "I" or "we".
  private func continuation(ofLast index: Int) -> [Int] {
    guard isDense else { return [] }
    let paragraphs = input.tokens.paragraphs
    return (index + 1..<paragraphs.count).prefix {
      paragraphs[$0].kind == .paragraph && paragraphs[$0].canSpeak && !Self.isQuestion(input, $0)
        && isSpoken(paragraphs[$0].tokens, isSure: false)
    }
  }

  /// `She laughs and looks at the ceiling.`
  private func isTold(_ paragraph: Range<Int>) -> Bool {
    Self.others.contains(input.tokens.hashes[paragraph.lowerBound])
  }

  /// Behind `A:` and before the next `Q:`, all is part of the answer but what speaks of who gives it.
  private func isBetweenQuestions(_ index: Int, _ next: Int) -> Bool {
    guard let label = labels[index], let question = labels[next], TranscriptLabel.asks(input.tokens, question) else {
      return false
    }
    return TranscriptLabel.answers(input.tokens, label)
  }

  /// - Parameter isSure: Whether nobody has to say "I", because hardly anything else stands between the labels.
  private func isSpoken(_ paragraph: Range<Int>, isSure: Bool) -> Bool {
    // `Man at the back: I disagree.`, `MS. ODE: I object.`
    if paragraph.prefix(Self.longestOpening).contains(where: { input.tokens.isCharacter($0, ":") }) { return false }
    // "(Laughter.)", in marks too where the whole transcript is.
    if paragraph.prefix(2).contains(where: { input.tokens.isCharacter($0, "(") || input.tokens.isCharacter($0, "[") }) {
      return false
    }
    var isFirst = isSure && !input.tokens.isWord(paragraph.upperBound - 1)
    for token in paragraph where !input.isQuoted(token) {
      if Self.others.contains(input.tokens.hashes[token]), !isOurQuestion(token) { return false }
      isFirst = isFirst || Self.first.contains(input.tokens.hashes[token])
    }
    return isFirst
  }

  /// `We have asked the town`, not `I asked her`.
  private func isOurQuestion(_ token: Int) -> Bool {
    token > 1 && Self.asked == input.tokens.hashes[token]
      && VerbForms.perfect.contains(input.tokens.hashes[token - 1])
      && Self.first.contains(input.tokens.hashes[token - 2])
  }

  private static var asked: UInt32 { ByteHash.of("asked") }

  /// In tokens.
  private static let longestOpening = 8
  private static let first = WordSet("i my me mine we our us")
  private static var second: FewWords { FewWords("you", "your", "yours") }
  private static let others = WordSet("he she him her his hers ask asks asked")
}
