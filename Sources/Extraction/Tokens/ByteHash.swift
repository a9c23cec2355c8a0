/// A 32-bit hash that stays the same on every machine and in every run: trained models hold it.
struct ByteHash: Sendable {
  private(set) var value: UInt32 = 2_166_136_261

  /// FNV-1a, one byte at a time.
  @inline(__always)
  mutating func add(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 16_777_619 }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var hash = ByteHash()
    for byte in bytes { hash.add(byte) }
    return hash.value
  }

  /// Of a text of the program. The compiler works it out: as a computed property it costs nothing, where a stored one is
  /// asked at each use whether it has been made.
  @inline(__always)
  static func of(_ text: StaticString) -> UInt32 {
    var hash = ByteHash()
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    for index in bytes.indices { hash.add(bytes[index]) }
    return hash.value
  }

  /// Two values as one, the order counting.
  @inline(__always)
  static func mix(_ left: UInt32, _ right: UInt32) -> UInt32 {
    var mixed = (UInt64(left) << 32 | UInt64(right)) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 32
    mixed = mixed &* 0xD6E8_FEB8_6659_FD93
    return UInt32(truncatingIfNeeded: mixed >> 32)
  }
}
