/// The probabilities of the roles: the forward and backward sums of a paragraph.
///
/// Only the confidence of statements asks for them, so they are made for the paragraphs that statements lie in.
struct TaggerProbabilities: Sendable {
  private let expFrom: [FloatPair]
  private let expInto: [FloatPair]
  private let first: FloatPair

  /// - Parameters:
  ///   - from: By label before, the scores of the labels behind it.
  ///   - first: Added to the scores of a paragraph's first token.
  init(from: [Tagger.Scores], first: Tagger.Scores) {
    var into = from
    for before in 0..<8 {
      for after in 0..<8 { into[after][before] = from[before][after] }
    }
    expFrom = from.map(Self.power)
    expInto = into.map(Self.power)
    self.first = Self.power(first)
  }

  /// Of what is forbidden it is nothing at all: the smallest numbers are slow to count with.
  private static func power(_ scores: Tagger.Scores) -> FloatPair {
    var scores = scores
    let isForbidden = scores .< -1e3
    scores.replace(with: 0, where: isForbidden)
    let power = FloatPair(scores).exponential
    var all = power.all
    all.replace(with: 0, where: isForbidden)
    return FloatPair(all)
  }

  /// Weighs some paragraphs, in memory that is asked for once for all of them.
  func weigh(_ paragraphs: [TokenParagraph], where isWeighed: [Bool], _ tagged: inout TaggedTokens) {
    var longest = 0
    for number in paragraphs.indices where isWeighed[number] { longest = max(longest, paragraphs[number].tokens.count) }
    guard longest > 0 else { return }
    withUnsafeTemporaryAllocation(of: FloatPair.self, capacity: longest * 3) { buffer in
      guard let room = buffer.baseAddress else { return }
      for number in paragraphs.indices where isWeighed[number] { weigh(paragraphs[number].tokens, &tagged, room) }
    }
  }

  /// - Parameter factors: Has room for three of each token; not initialised, or trivially so.
  private func weigh(_ tokens: Range<Int>, _ tagged: inout TaggedTokens, _ factors: UnsafeMutablePointer<FloatPair>) {
    let count = tokens.count
    guard count > 0 else { return }
    let (forward, backward) = (factors + count, factors + 2 * count)
    tagged.scores.withUnsafeBufferPointer { all in
      for index in 0..<count {
        let scores = FloatPair(all[tokens.lowerBound + index])
        (factors + index).initialize(to: scores - scores.largest)
      }
    }
    // In loops of their own, in which no lanes of a vector meet: the compiler takes vectors apart where they do.
    for index in 0..<count { factors[index] = factors[index].exponential }
    sum(count, factors, forward, backward)
    for index in 0..<count { forward[index] = forward[index] * backward[index] }
    for index in 0..<count { backward[index] = FloatPair(repeating: max(forward[index].sum, .leastNormalMagnitude)) }
    for index in 0..<count { forward[index] = forward[index] / backward[index] }
    tagged.setRoles(tokens) { forward[$0] }
  }

  /// The sums from before and from behind, in one loop: each step waits for the one before it, but not for those of the
  /// other direction.
  private func sum(
    _ count: Int, _ factors: UnsafePointer<FloatPair>, _ forward: UnsafeMutablePointer<FloatPair>,
    _ backward: UnsafeMutablePointer<FloatPair>
  ) {
    expFrom.withUnsafeBufferPointer { from in
      expInto.withUnsafeBufferPointer { into in
        forward.initialize(to: factors[0] * first)
        forward[0].divideBySum()
        let last = count - 1
        (backward + last).initialize(to: FloatPair(SIMD8(repeating: 1)))
        for step in 1..<max(1, count) {
          (forward + step).initialize(to: forward[step - 1].multiplied(by: from) * factors[step])
          let behind = last - step + 1
          (backward + behind - 1).initialize(to: (factors[behind] * backward[behind]).multiplied(by: into))
          // At every other step: numbers of this size bear two of them, and each division waits for the step before.
          if step & 1 == 0 {
            forward[step].divideBySum()
            backward[behind - 1].divideByLargest()
          }
        }
      }
    }
  }
}
