import IndexDefinition

/// What the lists hold by the hash of a word or of a run of words: an open hash table.
///
/// Far fewer different entries occur than words, so a place of the table holds the hash and the number of an entry: eight
/// bytes to fetch for a word, and an entry that is in the cache already.
struct WordEntryTable: Sendable {
  private let slots: FixedArray<UInt64>
  private let classes: FixedArray<UInt64>
  private let identities: FixedArray<UInt32>
  private let mask: Int

  init(_ filling: WordEntryFilling) {
    slots = FixedArray(filling.slots)
    classes = FixedArray(filling.entries.map(\.classes.rawValue))
    identities = FixedArray(filling.entries.map(\.identity))
    mask = slots.count - 1
  }

  /// `nil` where none was prepared.
  init?(preparedIn definition: Definition) {
    guard let slots = FixedArray<UInt64>("names", preparedIn: definition),
      let classes = FixedArray<UInt64>("names.classes", preparedIn: definition),
      let identities = FixedArray<UInt32>("names.identities", preparedIn: definition)
    else { return nil }
    (self.slots, self.classes, self.identities) = (slots, classes, identities)
    mask = slots.count - 1
  }

  var images: [PreparedTables.Image] {
    [slots.image("names"), classes.image("names.classes"), identities.image("names.identities")]
  }

  @inline(__always)
  func classes(_ hash: UInt32) -> WordClass { classes(numbered: UInt32(truncatingIfNeeded: number(hash))) }

  @inline(__always)
  func entry(_ hash: UInt32) -> WordEntry { entry(numbered: UInt32(truncatingIfNeeded: number(hash))) }

  /// - Parameter number: From `numbers` of this table.
  @inline(__always)
  func classes(numbered number: UInt32) -> WordClass { WordClass(rawValue: classes[Int(number)]) }

  @inline(__always)
  func entry(numbered number: UInt32) -> WordEntry {
    WordEntry(classes: classes(numbered: number), identity: identities[Int(number)])
  }

  /// The numbers of the entries of some words.
  ///
  /// In two passes: first the places where the words should stand are read, all without a branch, so that the processor
  /// waits for many of them at once.
  func numbers(_ hashes: [UInt32]) -> [UInt32] {
    [UInt32](column: hashes.count) { numbers, count in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: hashes.count) { found in
        for index in hashes.indices { found.initializeElement(at: index, to: slots[Int(hashes[index]) & mask]) }
        for index in hashes.indices {
          let (hash, slot) = (hashes[index], found[index])
          var number = UInt32(truncatingIfNeeded: slot)
          if UInt32(truncatingIfNeeded: slot >> 32) != hash, slot != 0 {
            number = UInt32(truncatingIfNeeded: self.number(hash))
          }
          numbers.initializeElement(at: index, to: number)
        }
      }
      count = hashes.count
    }
  }

  /// The number of a word's entry; 0, that of unknown words, where there is none.
  @inline(__always)
  private func number(_ hash: UInt32) -> Int {
    var place = Int(hash) & mask
    while true {
      let slot = slots[place]
      if slot == 0 { return 0 }
      if UInt32(truncatingIfNeeded: slot >> 32) == hash { return Int(slot & 0xFFFF_FFFF) }
      place = (place + 1) & mask
    }
  }
}
