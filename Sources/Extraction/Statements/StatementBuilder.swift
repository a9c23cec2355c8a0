import ArticleModel

/// Turns drafts, which speak of tokens, into statements, which speak of the article's text.
struct StatementBuilder {
  let engine: StatementEngine
  let result: StatementEngine.Result
  let resolver: NameResolver
  var dating: StatementDating?

  private var tokens: TokenTable { result.input.tokens }

  /// In reading order: the resolver remembers who spoke for the pronouns behind.
  func statements() -> [Statement] {
    var speakers = SpeakerMemory(resolver: resolver, tokens: tokens)
    return result.drafts.enumerated().map { index, draft in
      statement(draft, number: index + 1, speaker: draft.source.flatMap { speakers.speaker($0, draft) })
    }
  }

  private func statement(_ draft: StatementDraft, number: Int, speaker: Speaker?) -> Statement {
    let spans = draft.contents.map(tokens.span).sorted()
    let cue = draft.cue.map(tokens.span)
    return Statement(
      number: number, kind: kind(draft), spans: spans, cue: cue, speaker: speaker, method: draft.method.rawValue,
      confidence: engine.confidence(draft, result), date: cue.flatMap { dating?.date(cue: $0, content: spans) },
      segments: segments(draft))
  }

  private func kind(_ draft: StatementDraft) -> Statement.Kind {
    switch StatementGrouping.kind(draft, result.input) {
    case .none: return .indirect
    case .some: return .mixed
    case .all: return .direct
    }
  }

  private func segments(_ draft: StatementDraft) -> [Int] {
    var numbers: [Int] = []
    for content in draft.contents {
      let number = tokens.paragraph(content.lowerBound).segment
      if numbers.last != number { numbers.append(number) }
    }
    return numbers.sorted()
  }
}

/// Asks for each mention once, so that a speaker who is carried over is the one of the statement before.
private struct SpeakerMemory {
  var resolver: NameResolver
  let tokens: TokenTable
  private var known: [Range<Int>: Speaker?] = [:]

  init(resolver: NameResolver, tokens: TokenTable) {
    self.resolver = resolver
    self.tokens = tokens
  }

  mutating func speaker(_ source: Range<Int>, _ draft: StatementDraft) -> Speaker? {
    var speaker: Speaker?
    if let before = known[source] {
      speaker = before
    } else {
      speaker = resolver.speaker(for: source)
      known.updateValue(speaker, forKey: source)
    }
    if draft.isCarried { speaker?.mention = nil }
    return speaker
  }
}
