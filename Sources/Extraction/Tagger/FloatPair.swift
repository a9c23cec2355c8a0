/// Eight numbers in two vectors of four, which are the registers of every machine.
struct FloatPair {
  var low: SIMD4<Float>
  var high: SIMD4<Float>

  @inline(__always)
  init(_ low: SIMD4<Float>, _ high: SIMD4<Float>) { (self.low, self.high) = (low, high) }

  @inline(__always)
  init(_ values: SIMD8<Float>) { (low, high) = (values.lowHalf, values.highHalf) }

  @inline(__always)
  static func * (left: FloatPair, right: FloatPair) -> FloatPair {
    FloatPair(left.low * right.low, left.high * right.high)
  }

  @inline(__always)
  static func - (left: FloatPair, right: Float) -> FloatPair { FloatPair(left.low - right, left.high - right) }

  @inline(__always)
  static func / (left: FloatPair, right: Float) -> FloatPair { FloatPair(left.low / right, left.high / right) }

  /// In pairs, one half on the other.
  @inline(__always)
  var sum: Float {
    let four = low + high
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }

  /// A call, as the one below: in a loop in which lanes of a vector meet, the compiler cuts it into halves, and
  /// everything that it is made from.
  @inline(never)
  mutating func divideBySum() { self = self / max(sum, .leastNormalMagnitude) }

  @inline(never)
  mutating func divideByLargest() { self = self / max(largest, .leastNormalMagnitude) }

  /// Number by number: the compiler makes vectors of that, and of masks detours.
  @inline(__always)
  var largest: Float {
    let even = Self.larger(Self.larger(low[0], high[0]), Self.larger(low[2], high[2]))
    let odd = Self.larger(Self.larger(low[1], high[1]), Self.larger(low[3], high[3]))
    return Self.larger(even, odd)
  }

  @inline(__always)
  private static func larger(_ left: Float, _ right: Float) -> Float { left > right ? left : right }

  /// See `VectorMath.exponential`.
  @inline(__always)
  var exponential: FloatPair { FloatPair(VectorMath.exponential(low), VectorMath.exponential(high)) }

  /// Of a matrix, by its columns, and the first seven numbers. Written out, so that each takes a lane of a register.
  @inline(__always)
  func multiplied(by columns: UnsafeBufferPointer<FloatPair>) -> FloatPair {
    var (low, high) = (columns[0].low * self.low[0], columns[0].high * self.low[0])
    low += columns[1].low * self.low[1]
    high += columns[1].high * self.low[1]
    low += columns[2].low * self.low[2]
    high += columns[2].high * self.low[2]
    low += columns[3].low * self.low[3]
    high += columns[3].high * self.low[3]
    low += columns[4].low * self.high[0]
    high += columns[4].high * self.high[0]
    low += columns[5].low * self.high[1]
    high += columns[5].high * self.high[1]
    low += columns[6].low * self.high[2]
    high += columns[6].high * self.high[2]
    return FloatPair(low, high)
  }
}
