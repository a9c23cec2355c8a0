/// What the tagger learns from: the label and the features of each token, paragraph by paragraph.
struct ChainExamples {
  enum Problem: Error { case truncated, unknownFeature, unknownLabel }

  /// Features are numbered below this.
  let featureCount: Int
  /// By token.
  private(set) var labels: [UInt8] = []
  private(set) var features: [UInt32] = []
  /// Where those of each token begin, and where those of the last one end.
  private(set) var firsts: [Int] = [0]
  /// The tokens of each.
  private(set) var paragraphs: [Range<Int>] = []

  /// Numbers of 32 bits: how many features there are; then for each paragraph the number of its tokens, and for each
  /// token its label, the number of its features, and these.
  init(reading numbers: UnsafeBufferPointer<UInt32>) throws(Problem) {
    var index = 0
    func next() throws(Problem) -> Int {
      guard index < numbers.count else { throw .truncated }
      index += 1
      return Int(UInt32(littleEndian: numbers[index - 1]))
    }
    featureCount = try next()
    features.reserveCapacity(numbers.count)
    while index < numbers.count {
      let first = labels.count
      for _ in 0..<(try next()) {
        let label = try next()
        guard label < TaggerLabel.count else { throw .unknownLabel }
        labels.append(UInt8(truncatingIfNeeded: label))
        for _ in 0..<(try next()) {
          let feature = try next()
          guard feature < featureCount else { throw .unknownFeature }
          features.append(UInt32(truncatingIfNeeded: feature))
        }
        firsts.append(features.count)
      }
      if labels.count > first { paragraphs.append(first..<labels.count) }
    }
  }
}
