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
    expFrom = from.map { FloatPair($0).exponential }
    expInto = into.map { FloatPair($0).exponential }
    self.first = FloatPair(first).exponential
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
          (factors + index).initialize(to: (scores - scores.largest).exponential)
        }
      }
      forwards(count, factors, forward)
      backwards(tokens, factors, forward, &tagged)
    }
  }

  private func forwards(
    _ count: Int, _ factors: UnsafeMutablePointer<FloatPair>, _ forward: UnsafeMutablePointer<FloatPair>
  ) {
    expFrom.withUnsafeBufferPointer { columns in
      var sums = factors[0] * first
      sums = sums / sums.sum
      forward.initialize(to: sums)
      for index in 1..<max(1, count) {
        let next = sums.multiplied(by: columns) * factors[index]
        sums = next / max(next.sum, .leastNormalMagnitude)
        (forward + index).initialize(to: sums)
      }
    }
  }

  private func backwards(
    _ tokens: Range<Int>, _ factors: UnsafeMutablePointer<FloatPair>, _ forward: UnsafeMutablePointer<FloatPair>,
    _ tagged: inout TaggedTokens
  ) {
    expInto.withUnsafeBufferPointer { columns in
      var backward = FloatPair(SIMD8(repeating: 1))
      for token in tokens.reversed() {
        let index = token - tokens.lowerBound
        let product = forward[index] * backward
        tagged.set(token, product / max(product.sum, .leastNormalMagnitude))
        guard index > 0 else { break }
        let before = (factors[index] * backward).multiplied(by: columns)
        backward = before / max(before.largest, .leastNormalMagnitude)
      }
    }
  }
}
