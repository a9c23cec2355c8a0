/// Bytes that grow at their end, a few at a time.
///
/// The library's array costs ten times as much for that: it asks anew who shares it and how large it has to be.
struct ByteBuffer: Sendable {
  private static let least = 1024

  private var room: [UInt8] = []
  private(set) var count = 0

  var bytes: [UInt8] { Array(room[..<count]) }

  /// Keeps the room for more.
  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == room.count { grow(by: 1) }
    room[count] = byte
    count += 1
  }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    if bytes.count > room.count - count { grow(by: bytes.count) }
    let start = count
    room.withUnsafeMutableBytes { UnsafeMutableRawBufferPointer(rebasing: $0[start...]).copyMemory(from: bytes) }
    count += bytes.count
  }

  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(UnsafeRawBufferPointer($0)) }
  }

  private mutating func grow(by more: Int) {
    let length = max(Self.least, count + more, room.count * 2)
    room.append(contentsOf: repeatElement(0, count: length - room.count))
  }
}
