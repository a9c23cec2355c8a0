import Glibc

/// How badly weights explain the labels of the examples, and in which direction it gets worse: the negative logarithm of
/// the labels' probability in a linear-chain conditional random field, with the squares of the weights.
///
/// Numbers are added up in single precision within some thousand tokens, then in double: always in the same order, so that
/// the same examples give the same weights.
final class ChainObjective {
  let examples: ChainExamples
  /// 1 for the weights that there are: of a feature and a label that occur together, of two labels behind one another.
  let mask: WeightRows
  private let squares: Double
  private let part: WeightRows
  private var scores: [FloatPair]
  private var forward: [FloatPair]
  private var transitions = [FloatPair](repeating: FloatPair(.zero), count: 8)
  private var columns = [FloatPair](repeating: FloatPair(.zero), count: 8)

  private static let tokensOfAPart = 40_000

  /// - Parameter squares: What the sum of the squares of the weights counts.
  init(_ examples: ChainExamples, squares: Double) {
    self.examples = examples
    self.squares = squares
    part = WeightRows(examples.featureCount + 8)
    mask = WeightRows(examples.featureCount + 8)
    let longest = examples.paragraphs.reduce(1) { max($0, $1.count) }
    scores = [FloatPair](repeating: FloatPair(.zero), count: longest)
    forward = scores
    for paragraph in examples.paragraphs {
      for token in paragraph {
        let label = Int(examples.labels[token])
        for place in examples.firsts[token]..<examples.firsts[token + 1] {
          mask.numbers[Int(examples.features[place]) * 8 + label] = 1
        }
        if token > paragraph.lowerBound {
          mask.numbers[(examples.featureCount + Int(examples.labels[token - 1])) * 8 + label] = 1
        }
      }
    }
  }

  /// The loss of some weights; `slope` becomes its gradient.
  func loss(of weights: WeightRows, slope: UnsafeMutableBufferPointer<Double>) -> Double {
    slope.update(repeating: 0)
    part.clear()
    prepareTransitions(weights)
    var (loss, tokens) = (0.0, 0)
    for paragraph in examples.paragraphs {
      loss += add(paragraph, weights)
      tokens += paragraph.count
      if tokens > Self.tokensOfAPart {
        addPart(to: slope)
        tokens = 0
      }
    }
    addPart(to: slope)
    var sum = 0.0
    for index in slope.indices {
      let weight = Double(weights.numbers[index])
      sum += weight * weight
      slope[index] = mask.numbers[index] == 0 ? 0 : slope[index] + 2 * squares * weight
    }
    return loss + squares * sum
  }

  private func addPart(to slope: UnsafeMutableBufferPointer<Double>) {
    for index in slope.indices { slope[index] += Double(part.numbers[index]) }
    part.clear()
  }

  private func prepareTransitions(_ weights: WeightRows) {
    for before in 0..<TaggerLabel.count {
      transitions[before] = Self.kept(Self.power(weights[examples.featureCount + before]))
    }
    for before in 0..<8 {
      for after in 0..<8 { columns[after][before] = transitions[before][after] }
    }
  }

  /// Adds the slope of one paragraph and returns its loss.
  private func add(_ paragraph: Range<Int>, _ weights: WeightRows) -> Double {
    var loss = score(paragraph, weights)
    scores.withUnsafeBufferPointer { scores in
      forward.withUnsafeMutableBufferPointer { forward in
        transitions.withUnsafeBufferPointer { transitions in
          for index in 0..<paragraph.count {
            var sums = index == 0 ? scores[0] : forward[index - 1].multiplied(by: transitions) * scores[index]
            let total = sums.sum
            loss += Double(logf(total))
            sums.divideBySum()
            forward[index] = sums
          }
        }
      }
    }
    backward(paragraph)
    return loss
  }

  /// The powers of the labels' scores, in relation to the largest; returns the loss as far as the largest and the labels of the
  /// examples make it.
  private func score(_ paragraph: Range<Int>, _ weights: WeightRows) -> Double {
    var loss = 0.0
    examples.features.withUnsafeBufferPointer { features in
      var before: Int?
      for (index, token) in paragraph.enumerated() {
        var sum = FloatPair(.zero)
        for place in examples.firsts[token]..<examples.firsts[token + 1] { sum = sum + weights[Int(features[place])] }
        let label = Int(examples.labels[token])
        let largest = sum.largestOfSeven
        loss += Double(largest) - Double(sum[label])
        if let before { loss -= Double(weights.numbers[(examples.featureCount + before) * 8 + label]) }
        scores[index] = Self.kept(Self.power(sum - largest))
        before = label
      }
    }
    return loss
  }

  private func backward(_ paragraph: Range<Int>) {
    var behind = FloatPair(SIMD8(1, 1, 1, 1, 1, 1, 1, 0))
    examples.features.withUnsafeBufferPointer { features in
      columns.withUnsafeBufferPointer { columns in
        for (index, token) in paragraph.enumerated().reversed() {
          var share = forward[index] * behind
          share = share / share.sum
          share[Int(examples.labels[token])] -= 1
          for place in examples.firsts[token]..<examples.firsts[token + 1] {
            part[Int(features[place])] = part[Int(features[place])] + share
          }
          guard index > 0 else { break }
          let own = behind * scores[index]
          behind = own.multiplied(by: columns)
          addTransitions(own, forward[index - 1], total: (forward[index - 1] * behind).sum)
          part.numbers[(examples.featureCount + Int(examples.labels[token - 1])) * 8 + Int(examples.labels[token])] -= 1
          behind.divideByLargest()
        }
      }
    }
  }

  /// Adds how likely each two labels stand behind one another.
  private func addTransitions(_ own: FloatPair, _ before: FloatPair, total: Float) {
    let shares = before / total
    for label in 0..<TaggerLabel.count {
      let row = examples.featureCount + label
      part[row] = part[row] + own * transitions[label] * FloatPair(SIMD8(repeating: shares[label]))
    }
  }

  /// Without what the eighth place holds.
  @inline(__always)
  private static func kept(_ pair: FloatPair) -> FloatPair {
    var pair = pair
    pair.all[7] = 0
    return pair
  }

  /// As `VectorMath.exponential`, to the last digits of single precision.
  @inline(__always)
  private static func power(_ pair: FloatPair) -> FloatPair {
    FloatPair(VectorMath.exponential(exactly: pair.all))
  }
}
