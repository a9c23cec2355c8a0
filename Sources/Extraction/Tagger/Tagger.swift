/// Labels the tokens of an article as source, cue or content: a linear-chain conditional random field over each
/// paragraph (Lafferty, McCallum, Pereira 2001), decoded by Viterbi, with the probabilities of the roles beside.
struct Tagger: Sendable {
  private typealias Scores = SIMD8<Float>

  private let weights: SparseWeights
  /// By label behind: the scores of the labels before it.
  private let into: [SIMD8<Float>]
  /// By label before: the exponentials of the scores of the labels behind it.
  private let expFrom: [SIMD8<Float>]
  private let expInto: [SIMD8<Float>]
  private let startBias: SIMD8<Float>
  private let first: SIMD8<Float>

  /// Low enough to forbid a label, high enough to stay a number.
  private static let forbidden: Float = -1e4

  /// - Parameter startBias: Added to the labels that begin a span: statements that the training text holds but that
  ///   its reader overlooked make the bare model shy.
  init(_ model: ModelFile, startBias: Float = 0.25) {
    weights = model.tagger
    var into = [Scores](repeating: Scores(repeating: Self.forbidden), count: 8)
    var from = into
    for before in 0..<TaggerLabel.count {
      for after in 0..<TaggerLabel.count where Self.mayFollow(before, after) {
        let score = model.transitions[before * TaggerLabel.count + after]
        into[after][before] = score
        from[before][after] = score
      }
    }
    self.into = into
    expFrom = from.map(Self.exponential)
    expInto = into.map(Self.exponential)
    var bias = Scores.zero
    var first = Scores.zero
    first[7] = Self.forbidden
    for label in TaggerLabel.allCases {
      if label.begins { bias[Int(label.rawValue)] = startBias }
      if label != .outside, !label.begins { first[Int(label.rawValue)] = Self.forbidden }
    }
    self.startBias = bias
    self.first = first
  }

  private static func mayFollow(_ before: Int, _ after: Int) -> Bool {
    let isInside = after > 0 && after % 2 == 0
    return !isInside || before == after || before == after - 1
  }

  func tag(_ input: TaggerInput) -> TaggedTokens {
    var tagged = TaggedTokens(count: input.tokens.count)
    var lattice = Lattice()
    let buffer = UnsafeMutablePointer<UInt32>.allocate(capacity: TaggerFeatures.most)
    defer { buffer.deallocate() }
    ParagraphWalk(input).visit { paragraph, features in
      lattice.reset(paragraph.tokens.count)
      for token in paragraph.tokens {
        let count = features.write(token, into: buffer)
        let sum = weights.sum(buffer, count)
        lattice.scores.append(VectorMath.floats(sum) * weights.scale + startBias)
      }
      decode(&lattice, paragraph.tokens, &tagged)
      weigh(&lattice, paragraph.tokens, &tagged)
    }
    return tagged
  }

  // MARK: Viterbi

  private func decode(_ lattice: inout Lattice, _ tokens: Range<Int>, _ tagged: inout TaggedTokens) {
    var best = lattice.scores[0] + first
    for index in 1..<max(1, tokens.count) {
      var next = Scores(repeating: Self.forbidden)
      var back = SIMD8<UInt8>.zero
      for label in 0..<TaggerLabel.count {
        let paths = best + into[label]
        let top = paths.max()
        next[label] = top
        back[label] = Self.position(of: top, in: paths)
      }
      lattice.back.append(back)
      best = next + lattice.scores[index]
    }
    var label = Self.position(of: best.max(), in: best)
    for index in stride(from: tokens.count - 1, through: 0, by: -1) {
      tagged.labels[tokens.lowerBound + index] = TaggerLabel(rawValue: label) ?? .outside
      if index > 0 { label = lattice.back[index - 1][Int(label)] }
    }
  }

  @inline(__always)
  private static func position(of value: Float, in scores: SIMD8<Float>) -> UInt8 {
    let matches = scores .== value
    for label in 0..<7 where matches[label] { return UInt8(label) }
    return 0
  }

  // MARK: Probabilities

  private func weigh(_ lattice: inout Lattice, _ tokens: Range<Int>, _ tagged: inout TaggedTokens) {
    let count = tokens.count
    for index in 0..<count {
      let scores = lattice.scores[index]
      lattice.factors.append(Self.exponential(scores - scores.max()))
    }
    var forward = lattice.factors[0] * Self.exponential(first)
    forward /= forward.sum()
    lattice.forward.append(forward)
    for index in 1..<max(1, count) {
      var next = Scores.zero
      for label in 0..<TaggerLabel.count { next += expFrom[label] * forward[label] }
      next *= lattice.factors[index]
      forward = next / max(next.sum(), .leastNormalMagnitude)
      lattice.forward.append(forward)
    }
    var backward = Scores(repeating: 1)
    for index in stride(from: count - 1, through: 0, by: -1) {
      let product = lattice.forward[index] * backward
      tagged.set(tokens.lowerBound + index, product / max(product.sum(), .leastNormalMagnitude))
      guard index > 0 else { break }
      let weighted = lattice.factors[index] * backward
      var before = Scores.zero
      for label in 0..<TaggerLabel.count { before += expInto[label] * weighted[label] }
      backward = before / max(before.max(), .leastNormalMagnitude)
    }
  }

  private static func exponential(_ scores: SIMD8<Float>) -> SIMD8<Float> { VectorMath.exponential(scores) }

  private struct Lattice {
    var scores: [Scores] = []
    var back: [SIMD8<UInt8>] = []
    var factors: [Scores] = []
    var forward: [Scores] = []

    mutating func reset(_ count: Int) {
      scores.removeAll(keepingCapacity: true)
      back.removeAll(keepingCapacity: true)
      factors.removeAll(keepingCapacity: true)
      forward.removeAll(keepingCapacity: true)
    }
  }
}
