/// A `WordEntryTable` that is being filled.
struct WordEntryFilling {
  private static let capacity = 1 << 17
  private static let mostWords = capacity * 3 / 4

  /// The hash in the high half, the number of its entry in the low one; 0 for a free place.
  private(set) var slots = [UInt64](repeating: 0, count: capacity)
  private var used = 0
  /// The first one is that of unknown words.
  private(set) var entries = [WordEntry.unknown]
  /// Numbers of entries by their hash; -1 for a free place.
  private var numbers = [Int32](repeating: -1, count: 1 << 14)

  @inline(__always)
  subscript(hash: UInt32) -> WordEntry {
    var place = Int(hash) & (Self.capacity - 1)
    while slots[place] != 0 {
      if UInt32(truncatingIfNeeded: slots[place] >> 32) == hash { return entries[Int(slots[place] & 0xFFFF_FFFF)] }
      place = (place + 1) & (Self.capacity - 1)
    }
    return .unknown
  }

  /// Changes the entry of a word; there is room for nearly a hundred thousand, what comes then is left out.
  mutating func update(_ hash: UInt32, _ change: (inout WordEntry) -> Void) {
    guard hash != 0 else { return }
    var place = Int(hash) & (Self.capacity - 1)
    while slots[place] != 0, UInt32(truncatingIfNeeded: slots[place] >> 32) != hash {
      place = (place + 1) & (Self.capacity - 1)
    }
    if slots[place] == 0 {
      guard used < Self.mostWords else { return }
      used += 1
    }
    var entry = entries[Int(slots[place] & 0xFFFF_FFFF)]
    change(&entry)
    slots[place] = UInt64(hash) << 32 | UInt64(number(of: entry))
  }

  private mutating func number(of entry: WordEntry) -> Int {
    let mixed = (entry.classes.rawValue ^ UInt64(entry.identity) << 17) &* 0x9E37_79B9_7F4A_7C15
    var place = Int(truncatingIfNeeded: mixed >> 40) & (numbers.count - 1)
    while numbers[place] >= 0 {
      let known = entries[Int(numbers[place])]
      if known.classes == entry.classes, known.identity == entry.identity { return Int(numbers[place]) }
      place = (place + 1) & (numbers.count - 1)
    }
    numbers[place] = Int32(truncatingIfNeeded: entries.count)
    entries.append(entry)
    if entries.count * 2 > numbers.count { growNumbers() }
    return entries.count - 1
  }

  private mutating func growNumbers() {
    numbers = [Int32](repeating: -1, count: numbers.count * 2)
    for (index, entry) in entries.enumerated() where index > 0 {
      let mixed = (entry.classes.rawValue ^ UInt64(entry.identity) << 17) &* 0x9E37_79B9_7F4A_7C15
      var place = Int(truncatingIfNeeded: mixed >> 40) & (numbers.count - 1)
      while numbers[place] >= 0 { place = (place + 1) & (numbers.count - 1) }
      numbers[place] = Int32(truncatingIfNeeded: index)
    }
  }
}
