/// Eight bytes of a text in one number, the first in the lowest place.
@frozen
public struct EightBytes {
  @usableFromInline let bytes: UInt64
  /// With the bit that makes a capital of ASCII small; what is no letter may become something else.
  public let lower: UInt64

  /// - Parameter loaded: As they lie in the memory.
  @inlinable @inline(__always)
  public init(_ loaded: UInt64) {
    bytes = UInt64(littleEndian: loaded)
    lower = bytes | 0x2020_2020_2020_2020
  }

  /// How many of them, from the first, are letters of ASCII.
  @inlinable @inline(__always)
  public var letters: Int {
    // Seven bits of each, so that no sum reaches the next byte: bit 7 of a sum tells of one that is not less.
    let small = lower & 0x7F7F_7F7F_7F7F_7F7F
    let notBeforeA = small &+ 0x1F1F_1F1F_1F1F_1F1F
    let behindZ = small &+ 0x0505_0505_0505_0505
    let others = ~(notBeforeA & ~behindZ & ~lower) & 0x8080_8080_8080_8080
    return others.trailingZeroBitCount >> 3
  }

  /// A bit for each capital among the first so many, which are letters.
  @inlinable @inline(__always)
  public func capitals(of count: Int) -> UInt64 {
    let all = ~bytes & 0x2020_2020_2020_2020
    // Small letters, spaces and most marks have that bit, and so there is mostly nothing to part.
    if all == 0 { return 0 }
    return count == 8 ? all : all & ((1 &<< UInt64(truncatingIfNeeded: count * 8)) &- 1)
  }

  /// The letters of ASCII at an index, up to eight, in lower case; the first in the lowest place, 0 behind the last.
  @inlinable @inline(__always)
  public static func letters(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (lower: UInt64, count: Int) {
    if index + 8 <= text.count {
      let eight = EightBytes(UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let count = eight.letters
      return (count == 8 ? eight.lower : eight.lower & ((1 &<< UInt64(truncatingIfNeeded: count * 8)) &- 1), count)
    }
    return fewLetters(text, at: index)
  }

  /// The same of the last bytes of a text.
  @inlinable
  static func fewLetters(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (lower: UInt64, count: Int) {
    var (lower, count): (UInt64, Int) = (0, 0)
    while index + count < text.count, case let byte = text[index + count] | 0x20, byte &- 0x61 < 26 {
      lower |= UInt64(byte) << UInt64(truncatingIfNeeded: count * 8)
      count += 1
    }
    return (lower, count)
  }
}
