/// Labels the tokens of an article as source, cue or content: a linear-chain conditional random field over each
/// paragraph (Lafferty, McCallum, Pereira 2001), decoded by Viterbi, with the probabilities of the roles beside.
struct Tagger: Sendable {
  typealias Scores = SIMD8<Float>

  private let scorer: TaggerScorer
  private let scale: Float
  /// By label before: the scores of the labels behind it.
  private let from: [Scores]
  /// By label behind: the scores of the labels before it.
  private let into: [Scores]
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
    into = (0..<8).map { after in Scores((0..<8).map { from[$0][after] }) }
    self.startBias = bias
    self.first = first
    probabilities = TaggerProbabilities(from: from, first: first)
  }

  private static func mayFollow(_ before: Int, _ after: Int) -> Bool {
    !isInside(after) || before == after || before == after - 1
  }

  /// The labels; the probabilities are left to `TaggerProbabilities`, for the paragraphs that need them.
  func tag(_ input: TaggerInput, _ memory: TokenMemory) -> TaggedTokens {
    tag(input, memory.types, &memory.sums)
  }

  private func tag(_ input: TaggerInput, _ types: [TokenType], _ typeSums: inout TypeSums) -> TaggedTokens {
    var tagged = TaggedTokens(count: input.tokens.count)
    typeSums.learn(types, scorer.weights)
    let longest = input.tokens.paragraphs.reduce(1) { max($0, $1.tokens.count) }
    withUnsafeTemporaryAllocation(of: TaggerScorer.Sum.self, capacity: longest) { sums in
      guard let base = sums.baseAddress else { return }
      tagged.writeScores { labels, scores in
        ParagraphWalk(input).visit { paragraph, features in
          scorer.score(features, &typeSums, into: base)
          decode(
            UnsafeMutableBufferPointer(rebasing: labels[paragraph.tokens]), scores.run(paragraph.tokens), base)
        }
      }
    }
    return tagged
  }

  /// Viterbi's algorithm. Of two paths of one score the one through the lower label wins.
  ///
  /// On the way there only the scores are kept; which label each came from is worked out on the way back, for the labels
  /// of the best path alone.
  ///
  /// - Parameters:
  ///   - labels: Of the tokens of a paragraph; never empty.
  ///   - scores: Theirs, not initialised yet.
  ///   - paths: The sums of the tokens; each leaves its place to the bits of the scores of the best paths to the labels
  ///     of its token.
  private func decode(
    _ labels: UnsafeMutableBufferPointer<TaggerLabel>, _ scores: UnsafeMutableBufferPointer<Scores>,
    _ paths: UnsafeMutablePointer<SIMD8<Int32>>
  ) {
    from.withUnsafeBufferPointer { from in
      var best = first
      for index in labels.indices {
        let own = VectorMath.floats(paths[index]) * scale + startBias
        scores.initializeElement(at: index, to: own)
        var top = best
        if index > 0 {
          // Written out, so that each takes a lane of a register; a loop would go through the memory.
          top = from[0] + best[0]
          Self.raise(&top, from[1] + best[1])
          Self.raise(&top, from[2] + best[2])
          Self.raise(&top, from[3] + best[3])
          Self.raise(&top, from[4] + best[4])
          Self.raise(&top, from[5] + best[5])
          Self.raise(&top, from[6] + best[6])
        }
        best = top + own
        paths[index] = unsafeBitCast(best, to: SIMD8<Int32>.self)
      }
    }
    into.withUnsafeBufferPointer { into in
      var label = Self.best(unsafeBitCast(paths[labels.count - 1], to: Scores.self))
      for index in labels.indices.reversed() {
        labels[index] = TaggerLabel(rawValue: UInt8(truncatingIfNeeded: label)) ?? .outside
        if index > 0 { label = Self.before(label, into, UnsafeRawPointer(paths + (index - 1))) }
      }
    }
  }

  /// The label before another one: before an inside label only itself or the one that begins its span.
  ///
  /// - Parameters:
  ///   - into: By label, the scores of those before it.
  ///   - paths: The scores of the best paths to the labels of the token before.
  @inline(__always)
  private static func before(_ label: Int, _ into: UnsafeBufferPointer<Scores>, _ paths: UnsafeRawPointer) -> Int {
    guard isInside(label) else {
      let scores = into[label] + paths.load(as: Scores.self)
      // Mostly the path comes from outside, which wins where none is better.
      return any(scores .> scores[0]) ? best(scores) : 0
    }
    // Two numbers out of the memory: of a vector that is in a register, the compiler takes all lanes apart for them.
    let rows = UnsafeRawBufferPointer(into)
    func score(_ before: Int) -> Float {
      let number = rows.load(
        fromByteOffset: label * MemoryLayout<Scores>.stride + before * MemoryLayout<Float>.stride, as: Float.self)
      return number + paths.load(fromByteOffset: before * MemoryLayout<Float>.stride, as: Float.self)
    }
    return score(label) > score(label - 1) ? label : label - 1
  }

  @inline(__always)
  private static func isInside(_ label: Int) -> Bool { label > 0 && label % 2 == 0 }

  @inline(__always)
  private static func raise(_ top: inout Scores, _ path: Scores) { top.replace(with: path, where: path .> top) }

  /// The first of the labels with the highest score. A call: where the labels are looked at one by one, the compiler
  /// takes the scores apart, and all that they are made from.
  @inline(never)
  private static func best(_ scores: Scores) -> Int {
    var label = 0
    var top = scores[0]
    for other in 1..<TaggerLabel.count where scores[other] > top { (label, top) = (other, scores[other]) }
    return label
  }
}
