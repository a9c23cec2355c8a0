/// Eight numbers as a pair of halves: in one register where the machine has such, else in two.
struct FloatPair {
  var all: SIMD8<Float>

  @inline(__always)
  init(_ values: SIMD8<Float>) { all = values }

  @inline(__always)
  init(repeating number: Float) { all = SIMD8(repeating: number) }

  @inline(__always)
  var low: SIMD4<Float> {
    get { all.lowHalf }
    set { all.lowHalf = newValue }
  }

  @inline(__always)
  var high: SIMD4<Float> {
    get { all.highHalf }
    set { all.highHalf = newValue }
  }

  @inline(__always)
  static func * (left: FloatPair, right: FloatPair) -> FloatPair { FloatPair(left.all * right.all) }

  @inline(__always)
  static func - (left: FloatPair, right: Float) -> FloatPair { FloatPair(left.all - right) }

  @inline(__always)
  static func / (left: FloatPair, right: FloatPair) -> FloatPair { FloatPair(left.all / right.all) }

  @inline(__always)
  static func / (left: FloatPair, right: Float) -> FloatPair { FloatPair(left.all / right) }

  /// In pairs, one half on the other.
  @inline(__always)
  var sum: Float {
    let four = low + high
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }

  @inline(__always)
  mutating func divideBySum() { self = self / max(sum, .leastNormalMagnitude) }

  @inline(__always)
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
  var exponential: FloatPair { FloatPair(VectorMath.exponential(all)) }

  /// Of a matrix, by its columns, and the first seven numbers. Written out, so that each takes a lane of a register.
  @inline(__always)
  func multiplied(by columns: UnsafeBufferPointer<FloatPair>) -> FloatPair {
    var sum = columns[0].all * all[0]
    sum += columns[1].all * all[1]
    sum += columns[2].all * all[2]
    sum += columns[3].all * all[3]
    sum += columns[4].all * all[4]
    sum += columns[5].all * all[5]
    sum += columns[6].all * all[6]
    return FloatPair(sum)
  }
}
