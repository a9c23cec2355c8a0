import ArticleModel

/// Turns drafts, which speak of tokens, into statements, which speak of the article's text.
struct StatementBuilder {
  let engine: StatementEngine
  let result: StatementEngine.Result
  let resolver: NameResolver
  var dating: StatementDating?
  /// Who wrote the article, if that is one person: "I" outside quotations.
  var author: String?
  private var statements: [Statement] = []
  /// How far each speaker was ahead; see `NameResolver.lead`.
  private var leads: [Double] = []

  init(engine: StatementEngine, result: StatementEngine.Result, resolver: NameResolver) {
    self.engine = engine
    self.result = result
    self.resolver = resolver
  }

  private var tokens: TokenTable { result.input.tokens }

  /// Begins the statements with who says them. In reading order: the resolver remembers who spoke for the pronouns behind.
  mutating func findSpeakers() {
    statements.reserveCapacity(result.drafts.count)
    leads.reserveCapacity(result.drafts.count)
    var speakers = SpeakerMemory(resolver: resolver, tokens: tokens)
    for (index, draft) in result.drafts.enumerated() {
      statements.append(statement(draft, number: index + 1))
      guard let source = draft.source, let speaker = speaker(source, draft, index, &speakers) else {
        leads.append(.infinity)
        continue
      }
      statements[index].speaker = speaker
      leads.append(speakers.lead)
    }
  }

  /// The statements with all that they have. Each step goes over all of them before the next one, for the same reason as
  /// in `ParagraphRelations`.
  mutating func finish() -> [Statement] {
    weigh()
    EchoedQuotations(tokens: tokens, drafts: result.drafts).apply(to: &statements)
    if let dating { date(dating) }
    // Handed on, not copied: what two have is copied as soon as one of them writes.
    defer { statements = [] }
    return statements
  }

  private mutating func weigh() {
    let facts = ConfidenceFeatures(input: result.input, tagged: result.tagged)
    for (index, draft) in result.drafts.enumerated() {
      let share = StatementGrouping.kind(draft, result.input)
      var confidence = Self.confidence(engine.confidence(draft, facts, quoted: share), lead: leads[index])
      // Somebody says it, and nobody can be named: half of what the words alone would be.
      if statements[index].speaker == nil, draft.source != nil { confidence = Self.half(confidence) }
      statements[index].kind = Self.kind(share)
      statements[index].confidence = withSilence(draft, confidence)
    }
  }

  private mutating func date(_ dating: StatementDating) {
    for index in statements.indices {
      guard let cue = result.drafts[index].cue else { continue }
      statements[index].date = dating.date(cue: cue, content: statements[index].spans)
    }
  }

  private func speaker(
    _ source: Range<Int>, _ draft: StatementDraft, _ index: Int, _ speakers: inout SpeakerMemory
  ) -> Speaker? {
    guard source.count == 1, Self.firstPerson.contains(tokens.hashes[source.lowerBound]) else {
      return speakers.speaker(source, draft, isInside: isInside(source, of: index))
    }
    var speaker: Speaker?
    let outer = outer(of: source)
    if result.input.isQuoted(source.lowerBound) || outer?.method == .transcript {
      if let outer, let source = outer.source { speaker = speakers.speaker(source, outer) }
    } else if let author {
      speaker = Speaker(mention: nil, text: author, name: author, kind: .person)
    }
    speaker?.mention = draft.isCarried ? nil : tokens.span(source)
    speaker?.text = tokens.text(source)
    return speaker
  }

  /// Whether who says a statement is named in the words of one beside it.
  private func isInside(_ source: Range<Int>, of index: Int) -> Bool {
    for other in max(0, index - 2)..<min(result.drafts.count, index + 2)
    where other != index && result.drafts[other].source != nil && result.drafts[other].source != source {
      for content in result.drafts[other].contents
      where content.lowerBound <= source.lowerBound && source.upperBound <= content.upperBound {
        return true
      }
    }
    return false
  }

  /// The statement in whose words a mention stands.
  private func outer(of source: Range<Int>) -> StatementDraft? {
    result.drafts.first { draft in
      draft.source != source
        && draft.contents.contains { $0.lowerBound < source.lowerBound && source.upperBound <= $0.upperBound }
    }
  }

  private static var firstPerson: FewWords { FewWords("i", "me") }

  @inline(__always)
  private func statement(_ draft: StatementDraft, number: Int) -> Statement {
    let spans = draft.contents.count == 1 ? [tokens.span(draft.contents[0])] : draft.contents.map(tokens.span).sorted()
    return Statement(
      number: number, kind: .indirect, spans: spans, cue: draft.cue.map(tokens.span),
      method: draft.method.name, confidence: 0, segments: segments(draft))
  }

  /// What somebody did not say is half as sure.
  private func withSilence(_ draft: StatementDraft, _ confidence: Double) -> Double {
    StatementSilence(input: result.input).isSilent(draft) ? Self.half(confidence) : confidence
  }

  private static func half(_ confidence: Double) -> Double { (confidence * 5_000).rounded() / 10_000 }

  /// Whom a pronoun means is less sure where somebody else is near: of such speakers 29 in 37 were right on articles that no
  /// rule had seen, of the others 61 in 63.
  ///
  /// - Parameter lead: See `NameResolver.lead`.
  private static func confidence(_ confidence: Double, lead: Double) -> Double {
    lead < 3 ? (confidence * 8_500).rounded() / 10_000 : confidence
  }

  private static func kind(_ quoted: StatementGrouping.QuotedShare) -> Statement.Kind {
    switch quoted {
    case .none: return .indirect
    case .some: return .mixed
    case .all: return .direct
    }
  }

  private func segments(_ draft: StatementDraft) -> [Int] {
    if draft.contents.count == 1 { return [tokens.paragraph(draft.contents[0].lowerBound).segment] }
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
  private struct Known {
    let source: Range<Int>
    let speaker: Speaker?
    let lead: Double
    /// The number of another mention that begins with the same token, counted from 1; 0 for none.
    let next: Int32
  }

  private var known: [Known] = []
  /// By token, as `Known.next`: the mention that begins with it and was asked for last.
  private var knownAt: [Int32]
  /// That of the mention asked for last; see `NameResolver.lead`.
  private(set) var lead = Double.infinity

  init(resolver: NameResolver, tokens: TokenTable) {
    self.resolver = resolver
    knownAt = [Int32](column: 0, count: tokens.count)
  }

  /// - Parameter isInside: The mention stands in somebody's words. "He" behind these words is who says them, not who is
  ///   spoken of in them.
  mutating func speaker(_ source: Range<Int>, _ draft: StatementDraft, isInside: Bool = false) -> Speaker? {
    let people = isInside ? resolver.people : []
    resolver.words = draft.contents
    var speaker = speaker(source, isLabel: draft.method == .transcript)
    if isInside { resolver.people = people }
    if draft.isQuoted { resolver.remember(speaker, asking: draft.cue) }
    if draft.isCarried { speaker?.mention = nil }
    return speaker
  }

  private mutating func speaker(_ source: Range<Int>, isLabel: Bool) -> Speaker? {
    let first = knownAt[source.lowerBound]
    var number = first
    while number > 0 {
      let index = Int(number) - 1
      if known[index].source == source {
        lead = known[index].lead
        return known[index].speaker
      }
      number = known[index].next
    }
    let speaker = isLabel ? resolver.speaker(ofLabel: source) : resolver.speaker(for: source)
    lead = isLabel ? .infinity : resolver.lead
    known.append(Known(source: source, speaker: speaker, lead: lead, next: first))
    knownAt[source.lowerBound] = Int32(truncatingIfNeeded: known.count)
    return speaker
  }
}
