/// Bytes that grow at their end, a few at a time.
///
/// The library's array costs ten times as much for that, and twice as much even where several pieces are written at
/// once: it asks anew who shares it, is taken out of its place and put back. This one is never copied, so nobody does.
struct ByteBuffer: ~Copyable, @unchecked Sendable {
  private static let least = 1024

  /// Owned by the buffer, or by nobody where it is empty.
  private var room = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  private(set) var count = 0

  deinit { room.deallocate() }

  var bytes: [UInt8] { Array(UnsafeRawBufferPointer(rebasing: room[..<count])) }

  /// Keeps the room for more.
  mutating func removeAll() { count = 0 }

  /// Hands the bytes out as they lie, and is empty then.
  mutating func take() -> RenderedBytes {
    let taken = RenderedBytes(owning: room, count: count)
    (room, count) = (UnsafeMutableRawBufferPointer(start: nil, count: 0), 0)
    return taken
  }

  /// Makes room for so many bytes more.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if more > room.count - count { grow(by: more) }
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    room[count] = byte
    count += 1
  }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    reserve(bytes.count)
    UnsafeMutableRawBufferPointer(rebasing: room[count...]).copyMemory(from: bytes)
    count += bytes.count
  }

  /// Several pieces with one look at the room for them.
  ///
  /// - Parameter most: What they have in bytes, or more.
  @inline(__always)
  mutating func append(atMost most: Int, _ pieces: (inout ByteCursor) -> Void) {
    reserve(most)
    var cursor = ByteCursor(room, count)
    pieces(&cursor)
    count = cursor.end
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    let next = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(Self.least, count + more, room.count * 2), alignment: 8)
    next.copyMemory(from: UnsafeRawBufferPointer(rebasing: room[..<count]))
    room.deallocate()
    room = next
  }
}

/// The end of a `ByteBuffer` while pieces are appended for which there is room.
struct ByteCursor {
  private let room: UnsafeMutableRawBufferPointer
  private(set) var end: Int

  @inline(__always)
  fileprivate init(_ room: UnsafeMutableRawBufferPointer, _ end: Int) { (self.room, self.end) = (room, end) }

  @inline(__always)
  mutating func put(_ byte: UInt8) {
    room[end] = byte
    end += 1
  }

  @inline(__always)
  mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    // Names of fields: two words that may overlap cost less than a call.
    if 4...16 ~= bytes.count {
      let source = UnsafeRawBufferPointer(bytes)
      if bytes.count >= 8 { putEnds(of: source, as: UInt64.self) } else { putEnds(of: source, as: UInt32.self) }
      end += bytes.count
      return
    }
    let target = UnsafeMutableRawBufferPointer(rebasing: room[end..<end + bytes.count])
    target.copyMemory(from: UnsafeRawBufferPointer(bytes))
    end += bytes.count
  }

  /// The name of a field with what stands around it.
  @inline(__always)
  mutating func put(key name: UnsafeBufferPointer<UInt8>, isBehindValue: Bool) {
    put(two: isBehindValue ? 0x222C : 0x22)  // ," or "
    if !isBehindValue { end -= 1 }
    put(name)
    put(two: 0x3A22)  // ":
  }

  /// Two bytes, the first of them the lower.
  @inline(__always)
  private mutating func put(two bytes: UInt16) {
    room.storeBytes(of: bytes.littleEndian, toByteOffset: end, as: UInt16.self)
    end += 2
  }

  /// The first and the last word of some bytes that are not longer than two.
  @inline(__always)
  private func putEnds<Word: FixedWidthInteger>(of bytes: UnsafeRawBufferPointer, as word: Word.Type) {
    let last = bytes.count - MemoryLayout<Word>.size
    let (first, second) = (bytes.loadUnaligned(as: word), bytes.loadUnaligned(fromByteOffset: last, as: word))
    room.storeBytes(of: first, toByteOffset: end, as: word)
    room.storeBytes(of: second, toByteOffset: end + last, as: word)
  }

  /// The room of the longest `number`.
  static let numberRoom = 8
  static let numbers = 0..<10_000_000

  /// One of `numbers`, which need the room of eight digits.
  @inline(__always)
  mutating func put(number: Int) {
    let digits = Self.digits(UInt64(truncatingIfNeeded: number))
    let zeros = min(digits.trailingZeroBitCount / 8, 7)
    let shown = (digits | 0x3030_3030_3030_3030) >> UInt64(zeros * 8)
    let count = 8 - zeros
    room.storeBytes(of: shown.littleEndian, toByteOffset: end, as: UInt64.self)
    end += count
  }

  /// Eight digits, the first in the lowest byte: halves of four, of two, of one are parted side by side, each by a
  /// multiplication in place of a division.
  @inline(__always)
  private static func digits(_ number: UInt64) -> UInt64 {
    let fours = number / 10_000 | (number % 10_000) << 32
    let hundreds = (fours &* 10_486) >> 20 & 0x7F_0000_007F
    let twos = hundreds | (fours &- 100 &* hundreds) << 16
    let tens = (twos &* 103) >> 10 & 0x000F_000F_000F_000F
    return tens | (twos &- 10 &* tens) << 8
  }
}
