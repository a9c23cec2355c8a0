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
    var all = SIMD8(lowHalf: power.low, highHalf: power.high)
    all.replace(with: 0, where: isForbidden)
    return FloatPair(all)
  }

  func weigh(_ tokens: Range<Int>, _ tagged: inout TaggedTokens) {
    let count = tokens.count
    guard count > 0 else { return }
    withUnsafeTemporaryAllocation(of: FloatPair.self, capacity: count * 2) { buffer in
      guard let factors = buffer.baseAddress else { return }
      let forward = factors + count
      tagged.scores.withUnsafeBufferPointer { all in
        for index in 0..<count {
          let scores = FloatPair(all[tokens.lowerBound + index])
          (factors + index).initialize(to: scores - scores.largest)
        }
      }
      // In loops of their own, for the reason that `FloatPair` gives.
      for index in 0..<count { factors[index] = factors[index].exponential }
      forwards(count, factors, forward)
      backwards(count, factors, forward)
      tagged.setRoles(tokens) { index in
        let product = forward[index]
        return product / max(product.sum, .leastNormalMagnitude)
      }
    }
  }

  private func forwards(
    _ count: Int, _ factors: UnsafeMutablePointer<FloatPair>, _ forward: UnsafeMutablePointer<FloatPair>
  ) {
    expFrom.withUnsafeBufferPointer { columns in
      forward.initialize(to: factors[0] * first)
      forward[0].divideBySum()
      var sums = forward[0]
      for index in 1..<max(1, count) {
        (forward + index).initialize(to: sums.multiplied(by: columns) * factors[index])
        forward[index].divideBySum()
        sums = forward[index]
      }
    }
  }

  /// Multiplies the sums from behind into those from before.
  private func backwards(
    _ count: Int, _ factors: UnsafeMutablePointer<FloatPair>, _ forward: UnsafeMutablePointer<FloatPair>
  ) {
    expInto.withUnsafeBufferPointer { columns in
      var backward = FloatPair(SIMD8(repeating: 1))
      for index in (0..<count).reversed() {
        forward[index] = forward[index] * backward
        guard index > 0 else { break }
        // The factor has been used and leaves its place.
        factors[index] = (factors[index] * backward).multiplied(by: columns)
        factors[index].divideByLargest()
        backward = factors[index]
      }
    }
  }
}
