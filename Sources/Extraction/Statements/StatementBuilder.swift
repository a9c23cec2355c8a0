import ArticleModel

/// Turns drafts, which speak of tokens, into statements, which speak of the article's text.
struct StatementBuilder {
  let engine: StatementEngine
  let result: StatementEngine.Result
  let names: NameTable

  private var tokens: TokenTable { result.input.tokens }

  func statements() -> [Statement] {
    result.drafts.enumerated().map { statement($1, number: $0 + 1) }
  }

  private func statement(_ draft: StatementDraft, number: Int) -> Statement {
    Statement(
      number: number, kind: kind(draft), spans: draft.contents.map(tokens.span).sorted(),
      cue: draft.cue.map(tokens.span), speaker: draft.source.map { speaker($0, draft) },
      method: draft.method.rawValue, confidence: engine.confidence(draft, result), segments: segments(draft))
  }

  private func kind(_ draft: StatementDraft) -> Statement.Kind {
    switch StatementGrouping.kind(draft, result.input) {
    case .none: return .indirect
    case .some: return .mixed
    case .all: return .direct
    }
  }

  private func speaker(_ source: Range<Int>, _ draft: StatementDraft) -> Speaker {
    let text = tokens.text(source)
    let found = names.indices(in: source).reversed().map { names.names[$0] }.first { $0.entity != nil }
    let name = found?.entity.map { names.canonicalName(of: $0, in: tokens) } ?? text
    return Speaker(
      mention: draft.isCarried ? nil : tokens.span(source), text: text, name: name,
      kind: found?.kind == .organisation ? .organisation : .person)
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
