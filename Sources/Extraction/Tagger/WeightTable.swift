import IndexDefinition

/// The memory of `SparseWeights`, only read.
struct WeightTable: Sendable {
  private let entries: FixedArray<WeightEntry>
  /// A bit for some bits of each key.
  private let filter: FixedArray<UInt64>
  private let mask: UInt32
  private let filterShift: UInt32

  init(_ filling: WeightFilling) {
    self.init(FixedArray(filling.entries), FixedArray(filling.filter))
  }

  /// `nil` where none was prepared of that part of the model.
  init?(_ part: String, preparedIn definition: Definition) {
    guard let entries = FixedArray<WeightEntry>("weights.\(part)", preparedIn: definition),
      let filter = FixedArray<UInt64>("weights.\(part).filter", preparedIn: definition)
    else { return nil }
    self.init(entries, filter)
  }

  private init(_ entries: FixedArray<WeightEntry>, _ filter: FixedArray<UInt64>) {
    (self.entries, self.filter) = (entries, filter)
    mask = UInt32(truncatingIfNeeded: entries.count - 1)
    filterShift = WeightFilling.shift(filter.count)
  }

  func images(_ part: String) -> [PreparedTables.Image] {
    [entries.image("weights.\(part)"), filter.image("weights.\(part).filter")]
  }

  @inline(__always)
  private func mayHold(_ key: UInt32) -> Int {
    let bit = key >> filterShift
    return Int(truncatingIfNeeded: filter[Int(bit >> 6)] >> UInt64(bit & 63) & 1)
  }

  func sum(_ features: UnsafeMutablePointer<UInt32>, _ count: Int) -> SIMD8<Int32> {
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

  /// The sum of the first numbers alone, for a model of one label: nearly all its features have a weight, of which the filter
  /// would tell nothing.
  func sumOfFirst(_ features: UnsafeMutablePointer<UInt32>, _ count: Int) -> Int32 {
    var sum: Int32 = 0
    for index in 0..<count {
      if let slot = find(features[index]) { sum &+= Int32(entries[slot].row[0]) }
    }
    return sum
  }

  /// Without a branch, which nobody could foretell.
  @inline(__always)
  func keep(
    _ features: UnsafeMutablePointer<UInt32>, _ count: Int, of token: UInt32,
    in kept: UnsafeMutablePointer<FeatureOfToken>, _ keptCount: inout Int
  ) {
    for index in 0..<count {
      (kept + keptCount).initialize(to: FeatureOfToken(feature: features[index], owner: token))
      keptCount += mayHold(features[index])
    }
  }

  /// Of features that `keep` kept, in two passes of loads that do not wait for one another.
  func add(
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

/// Half a line of the cache: a key, and its weights where they lie aligned.
struct WeightEntry {
  /// 0 for a free place.
  var key: UInt32 = 0
  private var gap: (UInt32, UInt32, UInt32) = (0, 0, 0)
  var row = SparseWeights.Row.zero
}

/// A `WeightTable` that is being filled.
struct WeightFilling {
  private(set) var entries: [WeightEntry]
  private(set) var filter: [UInt64]

  init(count: Int) {
    var capacity = 64
    while capacity * 3 < count * 4 { capacity *= 2 }
    entries = [WeightEntry](repeating: WeightEntry(), count: capacity)
    // Eight bits or more for each key: 64 kB for the tagger.
    var words = 1
    while words * 64 < count * 8 { words *= 2 }
    filter = [UInt64](repeating: 0, count: words)
  }

  /// How far a key is moved to be the number of its bit.
  static func shift(_ words: Int) -> UInt32 { 32 - 6 - UInt32(truncatingIfNeeded: words.trailingZeroBitCount) }

  mutating func add(_ key: UInt32, _ row: SparseWeights.Row) {
    guard key != 0 else { return }
    let mask = UInt32(truncatingIfNeeded: entries.count - 1)
    var slot = key & mask
    while entries[Int(slot)].key != 0, entries[Int(slot)].key != key { slot = (slot + 1) & mask }
    entries[Int(slot)].key = key
    entries[Int(slot)].row = row
    let bit = key >> Self.shift(filter.count)
    filter[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
  }
}

/// A feature, and the number of the token in its paragraph.
struct FeatureOfToken {
  var feature: UInt32
  var owner: UInt32
}
