import Glibc

/// How sure a statement is: a logistic regression over facts of its making, trained on articles that the tagger had
/// not seen, then laid over a table of what share of such scores was right.
struct StatementConfidence: Sendable {
  private let weights: SparseWeights
  private let table: [(score: Float, confidence: Float)]

  init(_ model: ModelFile) {
    weights = model.confidence
    table = model.calibration
  }

  func confidence(_ features: FeatureSink) -> Double {
    let score = 1 / (1 + expf(-features.score(weights)))
    // More digits would say nothing.
    return Double((Self.interpolate(score, table) * 10_000).rounded()) / 10_000
  }

  static func interpolate(_ score: Float, _ table: [(score: Float, confidence: Float)]) -> Float {
    guard let first = table.first, let last = table.last else { return score }
    if score <= first.score { return first.confidence }
    guard let above = table.firstIndex(where: { $0.score >= score }), above > 0 else { return last.confidence }
    let (low, high) = (table[above - 1], table[above])
    let share = (score - low.score) / max(high.score - low.score, .leastNormalMagnitude)
    return low.confidence + share * (high.confidence - low.confidence)
  }
}

/// The facts that the confidence rests on.
enum ConfidenceTemplate: UInt32 {
  case bias = 2001
  case method, kind, kindMethod
  case content, weakest, contentKind, start, end
  case cue, source, choice, choiceKind
  case length, hasCue, hasSource, cueStrength, headline, pieces
}

struct ConfidenceFeatures {
  let input: TaggerInput
  let tagged: TaggedTokens

  /// - Parameter share: How much of it is quoted.
  func features(_ draft: StatementDraft, quoted share: StatementGrouping.QuotedShare) -> [UInt32] {
    FeatureSink.withRoom { room in
      var out = FeatureSink(room)
      write(draft, quoted: share, to: &out)
      return out.features
    }
  }

  func write(_ draft: StatementDraft, quoted share: StatementGrouping.QuotedShare, to out: inout FeatureSink) {
    func add(_ template: ConfidenceTemplate, _ value: UInt32) { out.add(of: template, value) }
    let kind: UInt32 =
      switch share {
      case .none: 0
      case .some: 1
      case .all: 2
      }
    let method = draft.method.hash
    var (words, total, weakest): (Int, Float, Float) = (0, 0, .infinity)
    let roles = tagged.roles
    for content in draft.contents.dropFirst(draft.leads) {
      words += content.count
      for token in content {
        let role = roles[token][3]
        total += role
        weakest = min(weakest, role)
      }
    }
    let first = draft.contents[draft.leads]
    let average = total / Float(max(1, words))
    add(.bias, 0)
    add(.method, method)
    add(.kind, kind)
    add(.kindMethod, ByteHash.mix(method, kind))
    add(.content, Self.step(average))
    add(.contentKind, Self.step(average) << 2 | kind)
    add(.weakest, Self.step(words == 0 ? 0 : weakest))
    add(.start, Self.step(edge(first.lowerBound - 1, first.lowerBound)) << 2 | kind)
    let last = draft.contents[draft.contents.count - 1]
    add(.end, Self.step(edge(last.upperBound, last.upperBound - 1)) << 2 | kind)
    add(.cue, Self.step(draft.cue.map { mean(of: $0, 2) } ?? 0))
    add(.source, Self.step(draft.source.map { mean(of: $0, 1) } ?? 0))
    add(.choice, Self.step(draft.choice))
    add(.choiceKind, Self.step(draft.choice) << 2 | kind)
    add(.length, TaggerFeatures.step(words) << 2 | kind)
    add(.hasCue, draft.cue == nil ? 0 : 1)
    add(.hasSource, (draft.source == nil ? 0 : draft.isCarried ? 1 : 2) << 2 | kind)
    add(.cueStrength, draft.cue.map(strength) ?? 6)
    add(.headline, input.tokens.paragraphs[draft.paragraph].kind == .headline ? 1 : 0)
    add(.pieces, UInt32(min(3, draft.contents.count)))
  }

  /// The strongest of a cue's words; 5 where none is a cue by itself.
  private func strength(_ cue: Range<Int>) -> UInt32 {
    var best: UInt8 = 5
    for token in cue where input.strengths[token] != .none { best = min(best, input.strengths[token].rawValue) }
    return UInt32(best)
  }

  private func mean(of tokens: Range<Int>, _ role: Int) -> Float {
    tokens.reduce(0) { $0 + tagged.roles[$1][role] } / Float(max(1, tokens.count))
  }

  /// How sure an edge is: the outer token is no content and the inner one is.
  private func edge(_ outer: Int, _ inner: Int) -> Float {
    let outside: Float =
      input.tokens.paragraphOf.indices.contains(outer)
        && input.tokens.paragraphOf[outer] == input.tokens.paragraphOf[inner] ? 1 - tagged.roles[outer][3] : 1
    return outside * tagged.roles[inner][3]
  }

  /// A probability in steps that are finer near 1.
  private static func step(_ probability: Float) -> UInt32 {
    // How many limits it is not below; all are asked, for there is no branch in that.
    var step: UInt32 = 0
    func ask(_ limit: Float) { step &+= probability < limit ? 0 : 1 }
    ask(0.05)
    ask(0.2)
    ask(0.35)
    ask(0.5)
    ask(0.6)
    ask(0.7)
    ask(0.8)
    ask(0.87)
    ask(0.92)
    ask(0.95)
    ask(0.97)
    ask(0.985)
    ask(0.993)
    ask(0.998)
    return step
  }
}
