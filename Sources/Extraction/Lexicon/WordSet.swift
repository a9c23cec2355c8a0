/// A few dozen words by their hashes, for loops over all tokens: the library's sets hash again, with keys against
/// attacks that are of no use here.
struct WordSet: Sendable {
  private var slots: [UInt32]
  private let mask: UInt32

  /// - Parameter words: Folded, parted by spaces.
  init(_ words: String) {
    let hashes = words.utf8.split(separator: UInt8(ascii: " ")).map { ByteHash.of($0) }
    var capacity: UInt32 = 16
    while Int(capacity) < hashes.count * 4 { capacity *= 2 }
    slots = [UInt32](repeating: 0, count: Int(capacity))
    mask = capacity - 1
    for hash in hashes where hash != 0 {
      var slot = Self.slot(hash) & mask
      while slots[Int(slot)] != 0, slots[Int(slot)] != hash { slot = (slot + 1) & mask }
      slots[Int(slot)] = hash
    }
  }

  @inline(__always)
  private static func slot(_ hash: UInt32) -> UInt32 { hash ^ hash >> 15 }

  @inline(__always)
  func contains(_ hash: UInt32) -> Bool {
    guard hash != 0 else { return false }
    var slot = Self.slot(hash) & mask
    while true {
      let found = slots[Int(slot)]
      if found == hash { return true }
      if found == 0 { return false }
      slot = (slot + 1) & mask
    }
  }
}
