/// Eight bytes of a text in one number, the first in the lowest place.
struct EightBytes {
  private let bytes: UInt64
  /// With the bit that makes a capital of ASCII small; what is no letter may become something else.
  let lower: UInt64

  /// - Parameter loaded: As they lie in the memory.
  @inline(__always)
  init(_ loaded: UInt64) {
    bytes = UInt64(littleEndian: loaded)
    lower = bytes | 0x2020_2020_2020_2020
  }

  /// How many of them, from the first, are letters of ASCII.
  @inline(__always)
  var letters: Int {
    // Seven bits of each, so that no sum reaches the next byte: bit 7 of a sum tells of one that is not less.
    let small = lower & 0x7F7F_7F7F_7F7F_7F7F
    let notBeforeA = small &+ 0x1F1F_1F1F_1F1F_1F1F
    let behindZ = small &+ 0x0505_0505_0505_0505
    let others = ~(notBeforeA & ~behindZ & ~lower) & 0x8080_8080_8080_8080
    return others.trailingZeroBitCount >> 3
  }

  /// A bit for each capital among the first so many, which are letters.
  @inline(__always)
  func capitals(of count: Int) -> UInt64 {
    let all = ~bytes & 0x2020_2020_2020_2020
    return count == 8 ? all : all & ((1 &<< UInt64(truncatingIfNeeded: count * 8)) &- 1)
  }
}
