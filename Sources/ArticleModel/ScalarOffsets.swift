/// Turns UTF-8 byte offsets of one text into Unicode scalar offsets and back.
///
/// Built once a text in linear time: a count of scalars for each block of 16 bytes. A look-up reads at
/// most one block.
public struct ScalarOffsets: Sendable {
  private static var blockSize: Int { 16 }
  private let bytes: [UInt8]
  /// Scalars that begin before each block.
  private let scalarsBefore: [UInt32]

  public init(_ text: String) {
    self.init(Array(text.utf8))
  }

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let blocks = bytes.count / Self.blockSize
    scalarsBefore = Array(unsafeUninitializedCapacity: blocks + 1) { counts, count in
      bytes.withUnsafeBufferPointer { bytes in
        var scalars = 0
        for block in 0..<blocks {
          counts.initializeElement(at: block, to: UInt32(truncatingIfNeeded: scalars))
          scalars += Self.scalars(bytes, inBlock: block)
        }
        counts.initializeElement(at: blocks, to: UInt32(truncatingIfNeeded: scalars))
      }
      count = blocks + 1
    }
  }

  /// The number of scalars that begin before a byte offset; offsets past the end count as the end.
  public func scalarOffset(ofUTF8 offset: Int) -> Int {
    let offset = max(0, min(offset, bytes.count))
    let block = offset / Self.blockSize
    let before = scalarsBefore[block]
    // Nearly all blocks are of ASCII.
    if block + 1 < scalarsBefore.count, scalarsBefore[block + 1] &- before == UInt32(Self.blockSize) {
      return Int(before) + offset % Self.blockSize
    }
    return Int(before)
      + bytes.withUnsafeBufferPointer { Self.scalars($0, block * Self.blockSize, offset) }
  }

  /// The byte offset at which the scalar with this number begins; numbers past the end give the length.
  public func utf8Offset(ofScalar scalar: Int) -> Int {
    guard scalar > 0 else { return 0 }
    var low = 0
    var high = scalarsBefore.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(scalarsBefore[middle]) <= scalar { low = middle } else { high = middle - 1 }
    }
    var offset = low * Self.blockSize
    var seen = Int(scalarsBefore[low])
    while offset < bytes.count {
      if Self.beginsScalar(bytes[offset]) {
        if seen == scalar { return offset }
        seen += 1
      }
      offset += 1
    }
    return bytes.count
  }

  /// `[start, end]` in scalars, as the JSON output writes a span.
  public func scalars(_ span: TextSpan) -> (start: Int, end: Int) {
    (scalarOffset(ofUTF8: span.start), scalarOffset(ofUTF8: span.end))
  }

  /// How many scalars begin in a whole block.
  @inline(__always)
  private static func scalars(_ bytes: UnsafeBufferPointer<UInt8>, inBlock block: Int) -> Int {
    let (raw, start) = (UnsafeRawBufferPointer(bytes), block * blockSize)
    return blockSize - going(raw.loadUnaligned(fromByteOffset: start, as: UInt64.self))
      - going(raw.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self))
  }

  /// How many scalars begin in the first bytes of a block, which lie before an offset.
  @inline(__always)
  private static func scalars(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    guard start + blockSize <= raw.count else {
      return bytes[start..<end].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }
    // The whole block, without a branch; what lies behind the offset is moved out of the two words.
    let length = UInt64(truncatingIfNeeded: end - start)
    let first = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    let second = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self))
    let (low, high) = (min(length, 8) &* 8, (max(length, 8) &- 8) &* 8)
    return end - start - going(first & ~(UInt64.max << low)) - going(second & ~(UInt64.max << high))
  }

  /// How many of eight bytes go on with a scalar: one bit for each, and their sum in the highest byte.
  @inline(__always)
  private static func going(_ eight: UInt64) -> Int {
    let going = (eight >> 7) & (~eight >> 6) & 0x0101_0101_0101_0101
    return Int(truncatingIfNeeded: (going &* 0x0101_0101_0101_0101) >> 56)
  }

  private static func beginsScalar(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
