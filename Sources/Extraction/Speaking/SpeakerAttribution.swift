/// Gives every content of an article its speaker, paragraph by paragraph in reading order.
///
/// Reported words take the source that the linker found. Quotations ask the ranker, which also knows the names and
/// pronouns around, and the last two speakers.
struct SpeakerAttribution {
  /// Called with each quotation, its candidates and their features before one is chosen: what the ranker is trained on.
  typealias Observer = (_ piece: QuotedPiece, _ candidates: [SpeakerCandidate], _ features: [[UInt32]]) -> Void

  private let input: TaggerInput
  private let tagged: TaggedTokens
  private let ranker: SpeakerRanker
  private let joined: ParagraphRelations
  private var carried: [SpeakerCandidate] = []
  /// Room for the scores of all candidates, used again.
  private var scores: [Float] = []

  init(_ input: TaggerInput, _ tagged: TaggedTokens, ranker: SpeakerRanker) {
    self.input = input
    self.tagged = tagged
    self.ranker = ranker
    joined = ParagraphRelations(input, tagged)
  }

  mutating func drafts(observer: Observer? = nil) -> [StatementDraft] {
    var drafts: [StatementDraft] = []
    // As many as half of all articles have.
    drafts.reserveCapacity(16)
    var before: Range<Int>?
    for report in joined.reports() {
      let first = drafts.count
      attribute(report, behind: before, observer, &drafts)
      if drafts.count - first > 1 { drafts[first...].sort { $0.contents[0].lowerBound < $1.contents[0].lowerBound } }
      before = report.tokens
    }
    return drafts
  }

  private mutating func attribute(
    _ report: ParagraphReports, behind before: Range<Int>?, _ observer: Observer?, _ drafts: inout [StatementDraft]
  ) {
    let (paragraph, relations) = (report.tokens, report.relations)
    if relations.isEmpty, report.contents.isEmpty { return }
    let pieces = input.ruleWords(in: paragraph).contains(.quoted) ? report.contents.filter(joined.holdsQuotation) : []
    let (choices, last) = choose(pieces, relations, paragraph, before, observer)
    for (number, relation) in relations.enumerated() {
      for content in relation.contents {
        var draft = StatementDraft(
          contents: relation.contents.count == 1 ? relation.contents : [content], cue: relation.cue,
          source: relation.source,
          method: Self.method(of: relation), paragraph: report.paragraph, relation: number, isQuoted: false)
        let choice = choices.first { $0.piece.lowerBound == content.lowerBound }
        if relation.origin != .nested, let choice { apply(choice, to: &draft) }
        drafts.append(draft)
      }
    }
    remember(last, relations, hasPieces: !pieces.isEmpty)
  }

  private static func method(of relation: Relation) -> StatementDraft.Method {
    switch relation.origin {
    case .tagger: .tagger
    case .clause: .clause
    case .nested: .nested
    }
  }

  private struct Chosen {
    var piece: Range<Int>
    var candidate: SpeakerCandidate
    var probability: Float
    /// The verb of a telling that the linker does not know.
    var cue: Range<Int>?
  }

  private mutating func choose(
    _ pieces: [Range<Int>], _ relations: [Relation], _ paragraph: Range<Int>, _ before: Range<Int>?,
    _ observer: Observer?
  ) -> (choices: [Chosen], last: SpeakerCandidate?) {
    guard !pieces.isEmpty else { return ([], nil) }
    var candidates = CandidateFinder(input: input, tagged: tagged).candidates(in: paragraph)
    let hasSource = candidates.contains { $0.origin == .tagged }
    candidates.append(contentsOf: carried.reversed())
    candidates.append(SpeakerCandidate(tokens: nil, origin: .none))
    let writer = RankerFeatures(
      input: input, tagged: tagged, paragraph: paragraph, pieces: pieces,
      paragraphBefore: before.map { ParagraphEnd(input, $0) } ?? .none,
      hasSource: hasSource, lastSpeaker: carried.last?.tokens)
    let grammar = SpeakerGrammar(input: input, tagged: tagged, paragraph: paragraph, candidates: candidates)
    var choices: [Chosen] = []
    choices.reserveCapacity(pieces.count)
    var previous: Range<Int>?
    var last: SpeakerCandidate?
    let all = candidates
    for (number, tokens) in pieces.enumerated() {
      let candidates = Self.candidates(all, near: tokens)
      let piece = QuotedPiece(
        tokens: tokens, linked: relations.first { $0.contents.contains(tokens) }?.source,
        isWhole: tokens.count >= paragraph.count - 2, isFirst: number == 0,
        continues: input.quotation(tokens.lowerBound)?.continues ?? false)
      observer?(piece, candidates, candidates.map { writer.features($0, piece, previous: previous) })
      score(candidates) { writer.write($0, piece, previous: previous, &$1) }
      let choice = ranker.choose(among: scores)
      var candidate = candidates[choice.index]
      var probability = choice.probability
      let spoken = choices.last.flatMap { last in
        last.candidate.tokens.map { SpeakerGrammar.Spoken(piece: last.piece, speaker: $0) }
      }
      if let speaker = grammar.speaker(of: tokens, chosen: candidate.tokens, before: spoken) {
        candidate = SpeakerCandidate(tokens: speaker, origin: .tagged)
        probability = 1
      }
      let verb = grammar.telling(behindCry: tokens)?.verb
      choices.append(
        Chosen(piece: tokens, candidate: candidate, probability: probability, cue: verb.map { $0..<$0 + 1 }))
      previous = candidate.tokens.flatMap { paragraph.contains($0.lowerBound) ? $0 : nil }
      last = candidate
    }
    return (choices, last)
  }

  /// - Parameter write: The features of a candidate.
  @inline(__always)
  private mutating func score(
    _ candidates: [SpeakerCandidate], _ write: (SpeakerCandidate, inout FeatureSink) -> Void
  ) {
    scores.removeAll(keepingCapacity: true)
    FeatureSink.withRoom { room in
      for candidate in candidates {
        var features = FeatureSink(room)
        write(candidate, &features)
        scores.append(ranker.score(features))
      }
    }
  }

  /// More candidates than a paragraph of news has: of these only the ones that are near a quotation are looked at for
  /// it, or a page of a thousand quotations would take a million looks.
  private static let mostCandidates = 128
  /// In tokens.
  private static let nearness = 300

  private static func candidates(_ all: [SpeakerCandidate], near piece: Range<Int>) -> [SpeakerCandidate] {
    if all.count <= mostCandidates { return all }
    return all.filter { candidate in
      guard let tokens = candidate.tokens, candidate.origin.isOfParagraph else { return true }
      return tokens.upperBound + nearness > piece.lowerBound && tokens.lowerBound < piece.upperBound + nearness
    }
  }

  private func apply(_ choice: Chosen, to draft: inout StatementDraft) {
    draft.isQuoted = true
    draft.choice = choice.probability
    draft.source = choice.candidate.tokens
    if let cue = choice.cue, !(draft.cue?.overlaps(cue) ?? false) { draft.cue = cue }
    switch choice.candidate.origin {
    case .carried, .carriedSecond:
      draft.method = .carried
      draft.isCarried = true
    default: draft.method = .ranker
    }
  }

  private mutating func remember(_ last: SpeakerCandidate?, _ relations: [Relation], hasPieces: Bool) {
    if let tokens = last?.tokens {
      push(tokens, wasQuoted: true)
    } else if !hasPieces, let source = relations.last(where: { $0.source != nil && $0.origin != .nested })?.source {
      push(source, wasQuoted: false)
    }
  }

  private mutating func push(_ tokens: Range<Int>, wasQuoted: Bool) {
    if let last = carried.last, last.tokens == tokens { carried.removeLast() }
    if carried.count > 1 { carried.removeFirst(carried.count - 1) }
    if !carried.isEmpty { carried[0].origin = .carriedSecond }
    carried.append(SpeakerCandidate(tokens: tokens, origin: .carried, wasQuoted: wasQuoted))
  }
}
