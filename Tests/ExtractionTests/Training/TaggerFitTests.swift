import Glibc
import Testing

@testable import Extraction

@Suite struct TaggerFitTests {
  /// Some paragraphs in which a feature tells the label more often than not, in the form that `ChainExamples` reads.
  private func examples(seed: UInt64, paragraphs: Int) -> [UInt32] {
    var random = SeededGenerator(seed: seed)
    var numbers: [UInt32] = [10]
    for _ in 0..<paragraphs {
      let count = Int.random(in: 1...9, using: &random)
      numbers.append(UInt32(count))
      for _ in 0..<count {
        let label = UInt32.random(in: 0..<7, using: &random)
        let isTold = Int.random(in: 0..<10, using: &random) < 8
        numbers += [label, 2, isTold ? label : 7, UInt32.random(in: 8..<10, using: &random)]
      }
    }
    return numbers
  }

  private func bytes(_ numbers: [UInt32]) -> [UInt8] { numbers.withUnsafeBytes { Array($0) } }

  private func read(_ numbers: [UInt32]) throws -> ChainExamples {
    try numbers.withUnsafeBufferPointer { try ChainExamples(reading: $0) }
  }

  @Test func slopeIsThatOfTheLoss() throws {
    let objective = ChainObjective(try read(examples(seed: 5, paragraphs: 12)), squares: 0.1)
    let weights = WeightRows(18)
    var random = SeededGenerator(seed: 6)
    for index in 0..<weights.length where objective.mask.numbers[index] != 0 {
      weights.numbers[index] = Float.random(in: -1...1, using: &random)
    }
    func loss(_ slope: inout [Double]) -> Double {
      slope.withUnsafeMutableBufferPointer { objective.loss(of: weights, slope: $0) }
    }
    var (slope, other) = ([Double](repeating: 0, count: weights.length), [Double](repeating: 0, count: weights.length))
    _ = loss(&slope)
    for index in 0..<weights.length where objective.mask.numbers[index] != 0 {
      let weight = weights.numbers[index]
      weights.numbers[index] = weight + 0.0625
      let above = loss(&other)
      weights.numbers[index] = weight - 0.0625
      let below = loss(&other)
      weights.numbers[index] = weight
      #expect(abs((above - below) / 0.125 - slope[index]) < 0.03, "seeds 5 and 6, weight \(index)")
    }
  }

  @Test func featureThatTellsTheLabelGetsTheWeight() throws {
    let fit = TaggerFit(rounds: 40, sizes: 0.5, squares: 0.02)
    let found = try fit.weights(of: bytes(examples(seed: 9, paragraphs: 300))) { _ in }
    let weights = found.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
    #expect(weights.count == 18 * 8)
    for label in 0..<7 {
      let row = weights[(label * 8)..<(label * 8 + 7)]
      #expect(row.max() == row[row.startIndex + label] && row[row.startIndex + label] > 1, "label \(label)")
    }
    // The two that say nothing cost more than they bring.
    #expect(weights[64..<80].allSatisfy { abs($0) < 0.5 })
  }

  @Test func sameExamplesGiveTheSameWeights() throws {
    let fit = TaggerFit(rounds: 15, sizes: 1, squares: 0.02)
    let numbers = bytes(examples(seed: 3, paragraphs: 100))
    #expect(try fit.weights(of: numbers) { _ in } == fit.weights(of: numbers) { _ in })
  }

  @Test(
    arguments: [
      [], [3, 1], [3, 1, 0], [3, 1, 0, 2, 1],
      // A feature and a label that there are not.
      [3, 1, 0, 1, 3], [3, 1, 7, 1, 2],
    ] as [[UInt32]])
  func damagedExamplesAreRefused(numbers: [UInt32]) {
    #expect(throws: ChainExamples.Problem.self) { try read(numbers) }
  }

  @Test func exponentialsAreRightToTheLastDigits() {
    for value in stride(from: Float(-30), through: 30, by: 0.37) {
      let found = VectorMath.exponential(exactly: SIMD8(repeating: value))[0]
      #expect(abs(found / expf(value) - 1) < 5e-6, "\(value)")
    }
  }
}
