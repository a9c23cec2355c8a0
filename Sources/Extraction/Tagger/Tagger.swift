/// Labels the tokens of an article as source, cue or content: a linear-chain conditional random field over each
/// paragraph (Lafferty, McCallum, Pereira 2001), decoded by Viterbi, with the probabilities of the roles beside.
struct Tagger: Sendable {
  typealias Scores = SIMD8<Float>

  private let scorer: TaggerScorer
  private let scale: Float
  /// By label before: the scores of the labels behind it.
  private let from: [Scores]
  let probabilities: TaggerProbabilities
  private let startBias: Scores
  private let first: Scores

  /// Low enough to forbid a label, high enough to stay a number.
  private static let forbidden: Float = -1e4

  /// - Parameter startBias: Added to the labels that begin a span: statements that the training text holds but that
  ///   its reader overlooked make the bare model shy.
  init(_ model: ModelFile, startBias: Float = 0.25) {
    scorer = TaggerScorer(model.tagger)
    scale = model.tagger.scale
    var from = [Scores](repeating: Scores(repeating: Self.forbidden), count: 8)
    for before in 0..<TaggerLabel.count {
      for after in 0..<TaggerLabel.count where Self.mayFollow(before, after) {
        from[before][after] = model.transitions[before * TaggerLabel.count + after]
      }
    }
    var bias = Scores.zero
    var first = Scores.zero
    first[7] = Self.forbidden
    for label in TaggerLabel.allCases {
      if label.begins { bias[Int(label.rawValue)] = startBias }
      if label != .outside, !label.begins { first[Int(label.rawValue)] = Self.forbidden }
    }
    self.from = from
    self.startBias = bias
    self.first = first
    probabilities = TaggerProbabilities(from: from, first: first)
  }

  private static func mayFollow(_ before: Int, _ after: Int) -> Bool {
    let isInside = after > 0 && after % 2 == 0
    return !isInside || before == after || before == after - 1
  }

  /// The labels; the probabilities are left to `TaggerProbabilities`, for the paragraphs that need them.
  func tag(_ input: TaggerInput, _ memory: TokenMemory) -> TaggedTokens {
    var tagged = TaggedTokens(count: input.tokens.count)
    memory.sums.learn(memory.types, scorer.weights)
    let longest = input.tokens.paragraphs.reduce(1) { max($0, $1.tokens.count) }
    withUnsafeTemporaryAllocation(of: TaggerScorer.Sum.self, capacity: longest) { sums in
      guard let base = sums.baseAddress else { return }
      ParagraphWalk(input).visit { paragraph, features in
        scorer.score(features, memory.sums, into: base)
        tagged.setScores(paragraph.tokens) { VectorMath.floats(base[$0]) * scale + startBias }
        // The sums have been read and leave their place to the paths.
        decode(paragraph.tokens, &tagged, paths: base)
      }
    }
    return tagged
  }

  /// Viterbi's algorithm. Of two paths of one score the one through the lower label wins.
  ///
  /// - Parameter paths: Room for the labels before each label of each token.
  private func decode(_ tokens: Range<Int>, _ tagged: inout TaggedTokens, paths: UnsafeMutablePointer<SIMD8<Int32>>) {
    let all = tagged.scores
    all.withUnsafeBufferPointer { scores in
      from.withUnsafeBufferPointer { from in
        var best = scores[tokens.lowerBound] + first
        for token in tokens.dropFirst() {
          var step = Step(top: from[0] + best[0])
          // Written out, so that each takes a lane of a register; a loop would go through the memory.
          step.take(1, from[1] + best[1])
          step.take(2, from[2] + best[2])
          step.take(3, from[3] + best[3])
          step.take(4, from[4] + best[4])
          step.take(5, from[5] + best[5])
          step.take(6, from[6] + best[6])
          step.top[7] = Self.forbidden
          paths[token - tokens.lowerBound] = step.back
          best = step.top + scores[token]
        }
        var label = 0
        for other in 1..<TaggerLabel.count where best[other] > best[label] { label = other }
        for token in tokens.reversed() {
          tagged.labels[token] = TaggerLabel(rawValue: UInt8(truncatingIfNeeded: label)) ?? .outside
          label = Int(paths[token - tokens.lowerBound][label])
        }
      }
    }
  }

  /// The best paths to each label of a token.
  private struct Step {
    var top: Scores
    /// The label before.
    var back = SIMD8<Int32>.zero

    init(top: Scores) { self.top = top }

    @inline(__always)
    mutating func take(_ label: Int32, _ path: Scores) {
      let isBetter = path .> top
      top.replace(with: path, where: isBetter)
      back.replace(with: label, where: isBetter)
    }
  }
}
