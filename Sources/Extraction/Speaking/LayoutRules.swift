/// Speakers that the layout names, which are surer than the ranker.
struct LayoutRules {
  let input: TaggerInput
  let tagged: TaggedTokens

  func apply(to drafts: inout [StatementDraft]) {
    let transcript = TranscriptLayout(input: input)
    let labels = transcript.labels
    if transcript.isTranscript { transcript.replaceTurns(&drafts) }
    let presenter = presenter(of: drafts)
    for index in drafts.indices where drafts[index].isQuoted && drafts[index].method != .transcript {
      let draft = drafts[index]
      let paragraph = input.tokens.paragraphs[draft.paragraph].tokens
      if let source = dashedName(behind: draft.contents[draft.contents.count - 1], in: paragraph) {
        set(&drafts[index], source, .dash, isCarried: false)
      } else if let source = signature(of: draft, paragraph) {
        set(&drafts[index], source, .dash, isCarried: false)
      } else if let label = labels[draft.paragraph] {
        if let teller = teller(behind: label, draft, paragraph) {
          drafts[index].source = teller
          drafts[index].isCarried = false
          continue
        }
        applyTranscript(label, &drafts[index], paragraph)
      } else if let presenter, isTopic(before: draft, paragraph) {
        set(&drafts[index], presenter, .kept, isCarried: true)
      } else if index > 0, let source = drafts[index - 1].source, isTopic(before: draft, paragraph),
        drafts[index - 1].paragraph + 1 == draft.paragraph
      {
        set(&drafts[index], source, .kept, isCarried: true)
      } else if draft.source == nil || draft.isCarried, isWhole(draft, paragraph) {
        if let source = colonSource(before: draft.paragraph) {
          set(&drafts[index], source, .colon, isCarried: true)
        } else if draft.source == nil, index > 0, let source = drafts[index - 1].source {
          set(&drafts[index], source, .kept, isCarried: true)
        }
      }
    }
  }

  private func set(
    _ draft: inout StatementDraft, _ source: Range<Int>, _ method: StatementDraft.Method, isCarried: Bool
  ) {
    draft.source = source
    draft.method = method
    draft.isCarried = isCarried
    draft.choice = 1
  }

  func isWhole(_ draft: StatementDraft, _ paragraph: Range<Int>) -> Bool {
    draft.contents.reduce(0) { $0 + $1.count } * 10 >= paragraph.count * 9
  }

  /// `On the red card: "..."`: nothing but what the words of the last speaker are about.
  func isTopic(before draft: StatementDraft, _ paragraph: Range<Int>) -> Bool {
    let colon = draft.contents[0].lowerBound - 1
    guard colon > paragraph.lowerBound, colon - paragraph.lowerBound <= 16, input.tokens.isCharacter(colon, ":"),
      Self.topics.contains(input.tokens.hashes[paragraph.lowerBound]),
      // "On Roth's future": who stands in the topic does not speak of it.
      draft.source.map({ draft.isCarried || paragraph.lowerBound <= $0.lowerBound && $0.upperBound <= colon }) ?? true
    else { return false }
    return !(paragraph.lowerBound..<colon).contains {
      // "Roth's comments" are a noun.
      SubjectFinder.isFinite($0, input) && input.strengths[$0].isStrong
        && !Pronouns.possessives.contains(input.tokens.hashes[$0 - 1])
    }
  }

  static let topics = WordSet("on about regarding of")

  // MARK: Dash and name

  /// `"..." - Ada Ode, farmer` at the end of a paragraph.
  private func dashedName(behind content: Range<Int>, in paragraph: Range<Int>) -> Range<Int>? {
    let table = input.tokens
    var token = content.upperBound
    while token < paragraph.upperBound, table.marks[token] != .none || table.isCharacter(token, ".") { token += 1 }
    guard token + 1 < paragraph.upperBound, token >= paragraph.upperBound - 12, isDash(token),
      table.shapes[token + 1].isCapitalised
    else { return nil }
    let first = token + 1
    let end = nameEnd(from: first, in: paragraph)
    // A verb behind the name makes it a sentence of its own: "..." - Ode left.
    if end < paragraph.upperBound, input.strengths[end] != .none { return nil }
    return first..<end
  }

  /// The end of a run of capitalised words, with the small words inside a name ("Joost van der Meer").
  func nameEnd(from first: Int, in paragraph: Range<Int>) -> Int {
    let table = input.tokens
    var end = first + 1
    var next = end
    while next < paragraph.upperBound, next - first < 7 {
      if table.shapes[next].isCapitalised {
        next += 1
        end = next
      } else if SpeakerWords.particles.contains(table.hashes[next]) {
        next += 1
      } else {
        break
      }
    }
    return end
  }

  func isDash(_ token: Int) -> Bool {
    let table = input.tokens
    switch table.bytes[table.start(token)] {
    case UInt8(ascii: "_"): return !table.touchesNext(token)
    case UInt8(ascii: "-"): return !table.touchesNext(token) || table.ends[token] - table.starts[token] > 1
    case 0xE2:
      return table.shapes[token] == .punctuation && (0x93...0x95).contains(table.bytes[table.end(token) - 1])
    default: return false
    }
  }

  // MARK: Labels

  /// `MAYOR: “Go in,” the general told me.`: the telling behind a label names who says the quotation.
  private func teller(behind label: Range<Int>, _ draft: StatementDraft, _ paragraph: Range<Int>) -> Range<Int>? {
    let first = TranscriptLabel.end(of: label, input.tokens)
    guard let cue = draft.cue, cue.lowerBound >= first else { return nil }
    if let source = draft.source, !draft.isCarried, source.lowerBound >= first { return source }
    let verb = cue.first { input.strengths[$0].isStrong } ?? cue.lowerBound
    let subject = SubjectFinder(input, tagged, in: paragraph).subject(of: verb)
    return subject.flatMap { $0.lowerBound >= first ? $0 : nil }
  }

  private func applyTranscript(_ label: Range<Int>, _ draft: inout StatementDraft, _ paragraph: Range<Int>) {
    let content = draft.contents[0]
    let first = TranscriptLabel.end(of: label, input.tokens)
    guard content.upperBound > first else { return }
    set(&draft, label, .transcript, isCarried: false)
    if content.lowerBound < first { draft.contents[0] = first..<content.upperBound }
  }

  // MARK: Colon

  /// The source of the paragraph before, if that ends with a colon.
  private func colonSource(before index: Int) -> Range<Int>? {
    let paragraphs = input.tokens.paragraphs
    guard let previous = (0..<index).last(where: { paragraphs[$0].canSpeak }) else { return nil }
    let tokens = paragraphs[previous].tokens
    guard ParagraphEnd(input, tokens) == .colon else { return nil }
    if let heading = headingName(tokens) { return heading }
    if let source = tagged.spans(.source, in: tokens).last { return source }
    let subjects = SubjectFinder(input, tagged, in: tokens)
    let sentence = input.tokens.sentence(tokens.upperBound - 1)
    return sentence.lazy.filter { input.isRulingCue($0) }.compactMap { subjects.subject(of: $0) }.first
  }
}
