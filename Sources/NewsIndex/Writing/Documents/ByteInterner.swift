/// Numbers byte strings in the order in which they come, each once: the dictionary of the hot path.
///
/// The strings lie behind one another in one buffer and the table holds numbers only, so a word costs its bytes and
/// about 16 more, and a known one no allocation.
struct ByteInterner: Sendable {
  private var arena: [UInt8] = []
  /// Where each string ends in `arena`.
  private var ends: [UInt32] = []
  private var hashes: [UInt32] = []
  /// Open addressing; 0 is free, else the number and 1. The size is a power of two, at most half full.
  private var slots: [UInt32]

  init(minimumCapacity: Int = 256) {
    var size = 16
    while size < 2 * minimumCapacity { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  var count: Int { ends.count }

  /// What the strings and the table take.
  var byteCount: Int { arena.count + 8 * ends.count + 4 * slots.count }

  /// The number of a string, a new one if it has none; numbers count from 0.
  @inline(__always)
  mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Self.hash(bytes)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, isEqual(number, bytes) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return insert(bytes, hash, slot)
  }

  mutating func intern(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  /// `nil` where the string has no number.
  func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let hash = Self.hash(bytes)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, isEqual(number, bytes) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The bytes are valid only during the call.
  @inline(__always)
  func withBytes<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    let range = range(number)
    return try arena.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  func text(_ number: Int) -> String { String(decoding: arena[range(number)], as: UTF8.self) }

  /// Forgets every string and keeps the memory for the next ones.
  mutating func removeAll() {
    arena.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = 0 }
  }

  private func range(_ number: Int) -> Range<Int> {
    let start = number == 0 ? 0 : Int(ends[number - 1])
    return start..<Int(ends[number])
  }

  @inline(__always)
  private func isEqual(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == bytes.count else { return false }
    for index in 0..<bytes.count where arena[range.lowerBound + index] != bytes[index] { return false }
    return true
  }

  private mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt32, _ slot: Int) -> Int {
    let number = ends.count
    arena.append(contentsOf: bytes)
    ends.append(UInt32(arena.count))
    hashes.append(hash)
    slots[slot] = UInt32(number + 1)
    if 2 * ends.count > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    let mask = 2 * slots.count - 1
    slots = Array(repeating: 0, count: mask + 1)
    for number in hashes.indices {
      var slot = Int(hashes[number]) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }

  @inline(__always)
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
