/// The probabilities of the roles: the forward and backward sums of a paragraph.
///
/// Only the confidence of statements asks for them, so they are made for the paragraphs that statements lie in.
struct TaggerProbabilities: Sendable {
  private let expFrom: [Tagger.Scores]
  private let expInto: [Tagger.Scores]
  private let first: Tagger.Scores

  /// - Parameters:
  ///   - from: By label before, the scores of the labels behind it.
  ///   - first: Added to the scores of a paragraph's first token.
  init(from: [Tagger.Scores], first: Tagger.Scores) {
    var into = from
    for before in 0..<8 {
      for after in 0..<8 { into[after][before] = from[before][after] }
    }
    expFrom = from.map(VectorMath.exponential)
    expInto = into.map(VectorMath.exponential)
    self.first = VectorMath.exponential(first)
  }

  func weigh(_ tokens: Range<Int>, _ tagged: inout TaggedTokens) {
    let count = tokens.count
    guard count > 0 else { return }
    withUnsafeTemporaryAllocation(of: Tagger.Scores.self, capacity: count * 2) { buffer in
      guard let factors = buffer.baseAddress else { return }
      let forward = factors + count
      for index in 0..<count {
        let scores = tagged.scores[tokens.lowerBound + index]
        factors[index] = VectorMath.exponential(scores - VectorMath.largest(scores))
      }
      forwards(count, factors, forward)
      backwards(tokens, factors, forward, &tagged)
    }
  }

  /// Of a matrix, by its columns, and a vector. Written out, so that each number takes a lane of a register.
  @inline(__always)
  private static func product(_ columns: [Tagger.Scores], _ vector: Tagger.Scores) -> Tagger.Scores {
    columns.withUnsafeBufferPointer { columns in
      var sum = Tagger.Scores.zero
      sum += columns[0] * vector[0]
      sum += columns[1] * vector[1]
      sum += columns[2] * vector[2]
      sum += columns[3] * vector[3]
      sum += columns[4] * vector[4]
      sum += columns[5] * vector[5]
      sum += columns[6] * vector[6]
      return sum
    }
  }

  private func forwards(
    _ count: Int, _ factors: UnsafeMutablePointer<Tagger.Scores>, _ forward: UnsafeMutablePointer<Tagger.Scores>
  ) {
    var sums = factors[0] * first
    sums /= VectorMath.sum(sums)
    forward[0] = sums
    for index in 1..<max(1, count) {
      var next = Self.product(expFrom, sums)
      next *= factors[index]
      sums = next / max(VectorMath.sum(next), .leastNormalMagnitude)
      forward[index] = sums
    }
  }

  private func backwards(
    _ tokens: Range<Int>, _ factors: UnsafeMutablePointer<Tagger.Scores>,
    _ forward: UnsafeMutablePointer<Tagger.Scores>, _ tagged: inout TaggedTokens
  ) {
    var backward = Tagger.Scores(repeating: 1)
    for token in tokens.reversed() {
      let index = token - tokens.lowerBound
      let product = forward[index] * backward
      tagged.set(token, product / max(VectorMath.sum(product), .leastNormalMagnitude))
      guard index > 0 else { break }
      let before = Self.product(expInto, factors[index] * backward)
      backward = before / max(VectorMath.largest(before), .leastNormalMagnitude)
    }
  }
}
