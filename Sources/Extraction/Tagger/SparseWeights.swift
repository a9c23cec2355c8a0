/// Weights of features by label, in an open hash table made once when the model is read.
///
/// What a look-up costs is the way to the memory: a feature and its weights, up to seven, one row of eight 16-bit
/// numbers, lie together in half a line of the cache, and a bitmap, small enough to stay in the cache, tells of most
/// features that they have no weight.
struct SparseWeights: Sendable {
  typealias Row = SIMD8<Int16>

  let scale: Float
  private let table: WeightTable

  init(_ reader: inout ModelReader, _ section: String) throws(ModelError) {
    scale = Float(bitPattern: try reader.word(section))
    let keyCount = Int(try reader.word(section))
    let weightCount = Int(try reader.word(section))
    let sorted = try reader.words(keyCount, section)
    let counts = try reader.octets(keyCount, section)
    let labels = try reader.octets(weightCount, section)
    let weights = try reader.shorts(weightCount, section)
    guard counts.reduce(0, { $0 + Int($1) }) == weightCount else { throw .truncated(section: section) }
    table = WeightTable(count: keyCount)
    var weight = 0
    for (key, count) in zip(sorted, counts) {
      var row = Row.zero
      for index in weight..<(weight + Int(count)) { row[Int(labels[index] & 7)] = weights[index] }
      weight += Int(count)
      table.add(key, row)
    }
  }

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

  /// The score of some features, whose order is lost, where there is but one label.
  func score(_ features: inout [UInt32]) -> Float {
    features.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      return Float(sum(base, buffer.count)[0]) * scale
    }
  }
}

/// The memory of `SparseWeights`: filled once, before anybody else sees it, then only read, hence safe between threads.
final class WeightTable: @unchecked Sendable {
  private struct Entry {
    /// 0 for a free place.
    var key: UInt32
    var row: SparseWeights.Row
  }

  private static let lineLength = 64

  private let entries: UnsafeMutablePointer<Entry>
  private let filter: UnsafeMutablePointer<UInt64>
  private let mask: UInt32
  /// Eight bits or more for each key: 64 kB for the tagger.
  private let filterShift: UInt32

  init(count: Int) {
    var capacity = 64
    while capacity * 3 < count * 4 { capacity *= 2 }
    mask = UInt32(truncatingIfNeeded: capacity - 1)
    entries = UnsafeMutableRawPointer.allocate(
      byteCount: capacity * MemoryLayout<Entry>.stride, alignment: Self.lineLength
    ).bindMemory(to: Entry.self, capacity: capacity)
    entries.initialize(repeating: Entry(key: 0, row: .zero), count: capacity)
    var bits: UInt32 = 6
    while 1 << bits < count * 8 { bits += 1 }
    filterShift = 32 - bits
    filter = .allocate(capacity: 1 << (bits - 6))
    filter.initialize(repeating: 0, count: 1 << (bits - 6))
  }

  deinit {
    entries.deallocate()
    filter.deallocate()
  }

  fileprivate func add(_ key: UInt32, _ row: SparseWeights.Row) {
    guard key != 0 else { return }
    var slot = key & mask
    while entries[Int(slot)].key != 0, entries[Int(slot)].key != key { slot = (slot + 1) & mask }
    entries[Int(slot)] = Entry(key: key, row: row)
    let bit = key >> filterShift
    filter[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
  }

  @inline(__always)
  private func mayHold(_ key: UInt32) -> Int {
    let bit = key >> filterShift
    return Int(truncatingIfNeeded: filter[Int(bit >> 6)] >> UInt64(bit & 63) & 1)
  }

  fileprivate func sum(_ features: UnsafeMutablePointer<UInt32>, _ count: Int) -> SIMD8<Int32> {
    // Those that may have a weight move to the front; without a branch, which nobody could foretell.
    var kept = 0
    for index in 0..<count {
      let key = features[index]
      features[kept] = key
      kept += mayHold(key)
    }
    var sum = SIMD8<Int32>.zero
    for index in 0..<kept {
      if let slot = find(features[index]) { sum &+= SIMD8<Int32>(truncatingIfNeeded: entries[slot].row) }
    }
    return sum
  }

  /// Without a branch, which nobody could foretell.
  @inline(__always)
  fileprivate func keep(
    _ features: UnsafeMutablePointer<UInt32>, _ count: Int, of token: UInt32,
    in kept: UnsafeMutablePointer<FeatureOfToken>, _ keptCount: inout Int
  ) {
    for index in 0..<count {
      (kept + keptCount).initialize(to: FeatureOfToken(feature: features[index], owner: token))
      keptCount += mayHold(features[index])
    }
  }

  /// Of features that `keep` kept, in two passes of loads that do not wait for one another.
  fileprivate func add(
    _ features: UnsafeMutablePointer<FeatureOfToken>, _ count: Int, to sums: UnsafeMutablePointer<SIMD8<Int32>>
  ) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(1, count)) { found in
      for index in 0..<count { found[index] = entries[Int(features[index].feature & mask)].key }
      for index in 0..<count {
        let (key, owner) = (features[index].feature, Int(features[index].owner))
        if found[index] == key {
          sums[owner] &+= SIMD8<Int32>(truncatingIfNeeded: entries[Int(key & mask)].row)
        } else if found[index] != 0, let slot = find(key) {
          sums[owner] &+= SIMD8<Int32>(truncatingIfNeeded: entries[slot].row)
        }
      }
    }
  }

  @inline(__always)
  private func find(_ key: UInt32) -> Int? {
    var slot = key & mask
    while true {
      let found = entries[Int(slot)].key
      if found == key { return Int(slot) }
      if found == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }
}

/// A feature, and the number of the token in its paragraph.
struct FeatureOfToken {
  var feature: UInt32
  var owner: UInt32
}
