/// Numbers in rows of eight, one for each label and one that is nothing: a row for each feature, then one for each label
/// with what the labels behind it weigh.
final class WeightRows {
  let count: Int
  let numbers: UnsafeMutablePointer<Float>

  init(_ count: Int) {
    self.count = count
    numbers = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<FloatPair>.stride, alignment: MemoryLayout<FloatPair>.alignment
    ).bindMemory(to: Float.self, capacity: count * 8)
    numbers.initialize(repeating: 0, count: count * 8)
  }

  deinit { numbers.deallocate() }

  /// Of single numbers.
  var length: Int { count * 8 }

  @inline(__always)
  subscript(row: Int) -> FloatPair {
    get { UnsafeRawPointer(numbers + row * 8).load(as: FloatPair.self) }
    set { UnsafeMutableRawPointer(numbers + row * 8).storeBytes(of: newValue, as: FloatPair.self) }
  }

  func clear() { numbers.update(repeating: 0, count: length) }

  func copy(_ other: WeightRows) { numbers.update(from: other.numbers, count: length) }
}

extension FloatPair {
  @inline(__always)
  static func + (left: FloatPair, right: FloatPair) -> FloatPair { FloatPair(left.all + right.all) }

  @inline(__always)
  subscript(place: Int) -> Float {
    get { all[place] }
    set { all[place] = newValue }
  }

  /// Without the eighth.
  @inline(__always)
  var largestOfSeven: Float {
    var pair = self
    pair.all[7] = -.greatestFiniteMagnitude
    return pair.largest
  }
}
