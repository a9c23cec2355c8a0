import Glibc

/// Looks for the weights of the least loss, most of which are to be nothing: limited-memory quasi-Newton steps that stay
/// in one orthant (Andrew and Gao, "Scalable training of L1-regularized log-linear models", ICML 2007).
final class WeightSearch {
  struct Settings {
    var rounds = 90
    /// What the sum of the weights' sizes counts.
    var sizes = 1.0
    /// What the sum of their squares counts.
    var squares = 0.02
  }

  private(set) var weights: WeightRows
  private var next: WeightRows
  private let objective: ChainObjective
  private let settings: Settings
  private var sizes: Double { settings.sizes }
  private var history = StepHistory()
  private var slope: [Double]
  private var nextSlope: [Double]
  /// The slope with the sizes in it.
  private var inner: [Double]
  private var direction: [Double]

  init(_ examples: ChainExamples, _ settings: Settings) {
    objective = ChainObjective(examples, squares: settings.squares)
    self.settings = settings
    weights = WeightRows(examples.featureCount + 8)
    next = WeightRows(examples.featureCount + 8)
    slope = [Double](repeating: 0, count: weights.length)
    (nextSlope, inner, direction) = (slope, slope, slope)
  }

  /// - Parameter report: Called with each round and its loss.
  func run(report: (Int, Double) -> Void) {
    var loss = slope.withUnsafeMutableBufferPointer { objective.loss(of: weights, slope: $0) } + size(of: weights)
    turnInward()
    for index in direction.indices { direction[index] = -inner[index] }
    var step = 1 / max(sqrt(inner.reduce(0) { $0 + $1 * $1 }), .leastNormalMagnitude)
    for round in 1...max(1, settings.rounds) {
      guard let found = walk(from: loss, step) else { return }
      let gain = loss - found
      loss = found
      history.add(from: weights, to: next, slope, nextSlope)
      swap(&weights, &next)
      swap(&slope, &nextSlope)
      turnInward()
      history.direct(&direction, against: inner)
      step = 1
      report(round, loss)
      if gain < loss * 1e-5 { return }
    }
  }

  /// Halves the step until the loss falls enough; `nil` where it never does.
  private func walk(from loss: Double, _ first: Double) -> Double? {
    var step = first
    for _ in 0..<20 {
      var expected = 0.0
      for index in direction.indices {
        let weight = Double(weights.numbers[index])
        let moved = weight + step * direction[index]
        let orthant = weight != 0 ? weight : -inner[index]
        next.numbers[index] = moved * orthant <= 0 ? 0 : Float(moved)
        expected += (Double(next.numbers[index]) - weight) * inner[index]
      }
      let found = nextSlope.withUnsafeMutableBufferPointer { objective.loss(of: next, slope: $0) } + size(of: next)
      if found <= loss + 1e-4 * expected { return found }
      step /= 2
    }
    return nil
  }

  private func size(of weights: WeightRows) -> Double {
    var sum = 0.0
    for index in 0..<weights.length { sum += Double(abs(weights.numbers[index])) }
    return sum * sizes
  }

  /// At a weight that is nothing the sizes hold the slope back.
  private func turnInward() {
    for index in slope.indices {
      let (own, weight) = (slope[index], weights.numbers[index])
      if objective.mask.numbers[index] == 0 {
        inner[index] = 0
      } else if weight != 0 {
        inner[index] = own + (weight > 0 ? sizes : -sizes)
      } else {
        inner[index] = own < -sizes ? own + sizes : own > sizes ? own - sizes : 0
      }
    }
  }
}

/// The last steps, from which the curvature is known.
private struct StepHistory {
  private static let most = 6

  private var steps: [[Float]] = []
  private var turns: [[Float]] = []
  private var products: [Double] = []
  private var scale = 1.0

  mutating func add(from old: WeightRows, to new: WeightRows, _ oldSlope: [Double], _ newSlope: [Double]) {
    let step = oldSlope.indices.map { new.numbers[$0] - old.numbers[$0] }
    let turn = oldSlope.indices.map { Float(newSlope[$0] - oldSlope[$0]) }
    var (product, square) = (0.0, 0.0)
    for index in step.indices {
      product += Double(step[index]) * Double(turn[index])
      square += Double(turn[index]) * Double(turn[index])
    }
    guard product > 0 else { return }
    scale = product / square
    if steps.count == Self.most {
      steps.removeFirst()
      turns.removeFirst()
      products.removeFirst()
    }
    steps.append(step)
    turns.append(turn)
    products.append(product)
  }

  /// Where to go next: never uphill.
  func direct(_ direction: inout [Double], against slope: [Double]) {
    for index in slope.indices { direction[index] = -slope[index] }
    var shares = [Double](repeating: 0, count: steps.count)
    for number in steps.indices.reversed() {
      shares[number] = Self.product(steps[number], direction) / products[number]
      Self.add(turns[number], -shares[number], to: &direction)
    }
    for index in direction.indices { direction[index] *= scale }
    for number in steps.indices {
      let share = Self.product(turns[number], direction) / products[number]
      Self.add(steps[number], shares[number] - share, to: &direction)
    }
    for index in slope.indices where direction[index] * slope[index] >= 0 { direction[index] = 0 }
  }

  private static func product(_ left: [Float], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += Double(left[index]) * right[index] }
    return sum
  }

  private static func add(_ numbers: [Float], _ share: Double, to sum: inout [Double]) {
    for index in numbers.indices { sum[index] += share * Double(numbers[index]) }
  }
}
