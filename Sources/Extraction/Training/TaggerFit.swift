/// Fits the weights of a tagger to labelled tokens, for `Scripts/train`.
package struct TaggerFit {
  private let settings: WeightSearch.Settings

  /// - Parameters:
  ///   - sizes: How much the weights' sizes cost: most of the weights become nothing.
  ///   - squares: How much their squares cost.
  package init(rounds: Int, sizes: Double, squares: Double) {
    settings = WeightSearch.Settings(rounds: rounds, sizes: sizes, squares: squares)
  }

  /// Eight 32-bit floats for each feature, its weights by label and a last one without meaning; then eight for each of eight
  /// labels, by the label behind it.
  ///
  /// - Parameters:
  ///   - examples: As `ChainExamples` reads them.
  ///   - say: Called with a line now and then.
  /// - Throws: Where the examples are damaged.
  package func weights(of examples: [UInt8], say: (String) -> Void) throws -> [UInt8] {
    let examples = try examples.withUnsafeBytes { bytes throws(ChainExamples.Problem) in
      try ChainExamples(reading: bytes.bindMemory(to: UInt32.self))
    }
    let search = WeightSearch(examples, settings)
    search.run { round, loss in
      if round % 10 == 0 { say("round \(round): loss \(Int(loss))\n") }
    }
    return Array(UnsafeRawBufferPointer(start: search.weights.numbers, count: search.weights.length * 4))
  }
}
