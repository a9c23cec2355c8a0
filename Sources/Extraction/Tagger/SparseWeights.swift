import IndexDefinition

/// Weights of features by label, in an open hash table; that of the built-in model lies ready.
///
/// What a look-up costs is the way to the memory: a feature and its weights, up to seven, one row of eight 16-bit
/// numbers, lie together in half a line of the cache, and a bitmap, small enough to stay in the cache, tells of most
/// features that they have no weight.
struct SparseWeights: Sendable {
  typealias Row = SIMD8<Int16>

  let scale: Float
  private let table: WeightTable

  init(_ reader: inout ModelReader, _ section: String, preparedIn definition: Definition? = nil) throws(ModelError) {
    scale = Float(bitPattern: try reader.word(section))
    let keyCount = Int(try reader.word(section))
    let weightCount = Int(try reader.word(section))
    if let definition, let ready = WeightTable(section, preparedIn: definition) {
      try reader.skip(keyCount, 5, section)
      try reader.skip(weightCount, 3, section)
      table = ready
      return
    }
    let sorted = try reader.words(keyCount, section)
    let counts = try reader.octets(keyCount, section)
    let labels = try reader.octets(weightCount, section)
    let weights = try reader.shorts(weightCount, section)
    guard counts.reduce(0, { $0 + Int($1) }) == weightCount else { throw .truncated(section: section) }
    var filling = WeightFilling(count: keyCount)
    var weight = 0
    for (key, count) in zip(sorted, counts) {
      var row = Row.zero
      for index in weight..<(weight + Int(count)) { row[Int(labels[index] & 7)] = weights[index] }
      weight += Int(count)
      filling.add(key, row)
    }
    table = WeightTable(filling)
  }

  func images(_ section: String) -> [PreparedTables.Image] { table.images(section) }

  /// The sum of the rows of the features that `write` writes; not more than `TaggerFeatures.most`.
  @inline(__always)
  func sum(_ write: (inout FeatureSink) -> Void) -> SIMD8<Int32> {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: TaggerFeatures.most) { buffer in
      guard let base = buffer.baseAddress else { return .zero }
      var out = FeatureSink(base)
      write(&out)
      return sum(base, out.count)
    }
  }

  /// The sum of the rows of some features, whose order in the buffer is lost.
  @inline(__always)
  func sum(_ features: UnsafeMutablePointer<UInt32>, _ count: Int) -> SIMD8<Int32> { table.sum(features, count) }

  /// Writes down those of a token's features that may have a weight, for `add`.
  ///
  /// - Parameters:
  ///   - kept: Has room for all of them behind `keptCount`.
  @inline(__always)
  func keep(
    _ features: UnsafeMutablePointer<UInt32>, _ count: Int, of token: Int,
    in kept: UnsafeMutablePointer<FeatureOfToken>, _ keptCount: inout Int
  ) {
    table.keep(features, count, of: UInt32(truncatingIfNeeded: token), in: kept, &keptCount)
  }

  /// Adds the rows of some features to the sums of their tokens.
  @inline(__always)
  func add(_ features: UnsafeMutablePointer<FeatureOfToken>, _ count: Int, to sums: UnsafeMutablePointer<SIMD8<Int32>>)
  {
    table.add(features, count, to: sums)
  }

  /// The score of some features, where there is but one label.
  func score(_ features: UnsafeMutablePointer<UInt32>, _ count: Int) -> Float {
    Float(table.sumOfFirst(features, count)) * scale
  }
}
