/// A few dozen words by their hashes, for loops over all tokens: the library's sets hash again, with keys against
/// attacks that are of no use here.
struct WordSet: Sendable {
  private var slots: [UInt32]
  private let mask: UInt32
  /// A bit for six bits of each word: most others are told from it without a look at the slots.
  private var filter: UInt64 = 0

  /// - Parameter words: Folded, parted by spaces.
  init(_ words: String) {
    var words = words
    self = words.withUTF8 { WordSet($0) }
  }

  /// Hundreds of sets are made while the program starts, so no word is copied for that.
  private init(_ words: UnsafeBufferPointer<UInt8>) {
    let space = UInt8(ascii: " ")
    let count = words.reduce(1) { $1 == space ? $0 + 1 : $0 }
    var capacity: UInt32 = 16
    while Int(capacity) < count * 4 { capacity *= 2 }
    slots = [UInt32](repeating: 0, count: Int(capacity))
    mask = capacity - 1
    var (hash, length) = (ByteHash(), 0)
    for byte in words {
      if byte != space {
        hash.add(byte)
        length += 1
      } else if length > 0 {
        insert(hash.value)
        (hash, length) = (ByteHash(), 0)
      }
    }
    if length > 0 { insert(hash.value) }
  }

  private mutating func insert(_ hash: UInt32) {
    guard hash != 0 else { return }
    var slot = Self.slot(hash) & mask
    while slots[Int(slot)] != 0, slots[Int(slot)] != hash { slot = (slot + 1) & mask }
    slots[Int(slot)] = hash
    filter |= 1 &<< UInt64(hash)
  }

  @inline(__always)
  private static func slot(_ hash: UInt32) -> UInt32 { hash ^ hash >> 15 }

  @inline(__always)
  func contains(_ hash: UInt32) -> Bool {
    guard filter &>> UInt64(hash) & 1 != 0 else { return false }
    var slot = Self.slot(hash) & mask
    while true {
      let found = slots[Int(slot)]
      if found == 0 { return false }
      if found == hash { return true }
      slot = (slot + 1) & mask
    }
  }

  /// Those of its words, in no order.
  var hashes: [UInt32] { slots.filter { $0 != 0 } }
}
