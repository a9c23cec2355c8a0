/// Weights of features by label, in an open hash table made once when the model is read.
///
/// A feature has up to seven weights, kept as one row of eight 16-bit numbers, so that a token's scores are sums of
/// vectors. Most features that are asked for have none: the keys lie apart from the rows, dense enough for the cache.
struct SparseWeights: Sendable {
  typealias Row = SIMD8<Int16>

  let scale: Float
  private let keys: [UInt32]
  private let rowOf: [UInt32]
  private let rows: [Row]
  private let mask: UInt32

  init(_ reader: inout ModelReader, _ section: String) throws(ModelError) {
    scale = Float(bitPattern: try reader.word(section))
    let keyCount = Int(try reader.word(section))
    let weightCount = Int(try reader.word(section))
    let sorted = try reader.words(keyCount, section)
    let counts = try reader.octets(keyCount, section)
    let labels = try reader.octets(weightCount, section)
    let weights = try reader.shorts(weightCount, section)
    guard counts.reduce(0, { $0 + Int($1) }) == weightCount else { throw .truncated(section: section) }
    var capacity = 64
    while capacity < keyCount * 3 { capacity *= 2 }
    let mask = UInt32(capacity - 1)
    var keys = [UInt32](repeating: 0, count: capacity)
    var rowOf = keys
    var rows: [Row] = []
    rows.reserveCapacity(keyCount)
    var weight = 0
    for (key, count) in zip(sorted, counts) {
      var row = Row.zero
      for index in weight..<(weight + Int(count)) { row[Int(labels[index] & 7)] = weights[index] }
      weight += Int(count)
      var slot = key & mask
      while keys[Int(slot)] != 0 { slot = (slot + 1) & mask }
      keys[Int(slot)] = key
      rowOf[Int(slot)] = UInt32(rows.count)
      rows.append(row)
    }
    (self.keys, self.rowOf, self.rows, self.mask) = (keys, rowOf, rows, mask)
  }

  /// The sum of the rows of some features.
  @inline(__always)
  func sum(_ features: UnsafeMutablePointer<UInt32>, _ count: Int) -> SIMD8<Int32> {
    keys.withUnsafeBufferPointer { keys in
      rows.withUnsafeBufferPointer { rows in
        rowOf.withUnsafeBufferPointer { rowOf in
          var sum = SIMD8<Int32>.zero
          for index in 0..<count {
            let key = features[index]
            var slot = key & mask
            while true {
              let found = keys[Int(slot)]
              if found == key {
                sum &+= SIMD8<Int32>(truncatingIfNeeded: rows[Int(rowOf[Int(slot)])])
                break
              }
              if found == 0 { break }
              slot = (slot + 1) & mask
            }
          }
          return sum
        }
      }
    }
  }

  /// The score of some features where there is but one label.
  func score(_ features: [UInt32]) -> Float {
    var features = features
    return features.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      return Float(sum(base, buffer.count)[0]) * scale
    }
  }
}
