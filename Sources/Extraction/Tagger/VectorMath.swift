/// Conversions and exponentials of several numbers at once, in plain arithmetic on bits.
///
/// The library's own conversions between vectors of numbers go through a generic function for each lane, which took a
/// tenth of the tagger's time.
enum VectorMath {
  /// 1.5 * 2^23: added to a number of less than 22 bits, it moves the integer part into the low bits.
  private static let shift: Float = 12_582_912

  /// Exact below 2^22 to each side.
  @inline(__always)
  static func floats(_ integers: SIMD8<Int32>) -> SIMD8<Float> {
    let bits = integers &+ Int32(bitPattern: shift.bitPattern)
    return unsafeBitCast(bits, to: SIMD8<Float>.self) - shift
  }

  /// Right to about five digits, which is enough for probabilities. Powers beyond those of 80 count as that.
  ///
  /// The nearest whole power of two goes into the exponent bits, a polynomial takes the rest.
  @inline(__always)
  static func exponential(_ values: SIMD8<Float>) -> SIMD8<Float> {
    let (rest, whole) = parts(values)
    return polynomial(rest, from: SIMD8<Float>(repeating: 0.001_333_356)) * whole
  }

  /// The same to the last digits of single precision, for training.
  @inline(__always)
  static func exponential(exactly values: SIMD8<Float>) -> SIMD8<Float> {
    let (rest, whole) = parts(values)
    var power = SIMD8<Float>(repeating: 0.000_015_253)
    power = power * rest + 0.000_154_035
    power = power * rest + 0.001_333_356
    return polynomial(rest, from: power) * whole
  }

  /// As a power of two: what is behind the point, and the power of what stands before it.
  @inline(__always)
  private static func parts(_ values: SIMD8<Float>) -> (rest: SIMD8<Float>, whole: SIMD8<Float>) {
    var scaled = values
    scaled.replace(with: -80, where: scaled .< -80)
    scaled.replace(with: 80, where: scaled .> 80)
    scaled *= 1.442_695_04
    let shifted = scaled + shift
    let whole = unsafeBitCast(shifted, to: SIMD8<Int32>.self) &- Int32(bitPattern: shift.bitPattern)
    return (scaled - (shifted - shift), unsafeBitCast((whole &+ 127) &<< 23, to: SIMD8<Float>.self))
  }

  @inline(__always)
  private static func polynomial(_ rest: SIMD8<Float>, from first: SIMD8<Float>) -> SIMD8<Float> {
    var power = first * rest + 0.009_618_129
    power = power * rest + 0.055_504_109
    power = power * rest + 0.240_226_507
    power = power * rest + 0.693_147_181
    return power * rest + 1
  }
}
