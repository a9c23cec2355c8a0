/// The types of the tokens seen so far, and what the tagger has summed up for them.
///
/// News repeat their words, so nearly all tokens are of a type that is known already. Not safe between threads: a run of
/// the engine takes one out of `TokenMemoryPool` and gives it back.
final class TokenMemory {
  private var known: KnownTypes
  /// Filled by the tagger, empty where nothing is tagged.
  var sums = TypeSums(most: KnownTypes.most)

  init(words: WordClasses) { known = KnownTypes(words: words) }

  var types: [TokenType] { known.types }
  /// What the word lists know of each type.
  var entries: [LexicalEntry] { known.entries }
  /// By `LexicalEntry.rules`.
  var ruleWords: [RuleWords] { known.rules.kinds }

  /// The number of each token's type; the numbers hold until the next call.
  func types(of table: TokenTable) -> [Int32] {
    if known.isFull {
      known.removeAll()
      sums.removeTypes()
    }
    return known.numbers(of: table)
  }
}

/// Types of tokens, numbered as they come.
///
/// A value inside a class: a class of its own would check at run time that nobody else uses it, at every access.
private struct KnownTypes {
  /// What hundreds of articles have, few enough for the memory. Forgotten all at once.
  static let most = 32768
  private static let firstLength = 16384

  private let words: WordClasses
  let rules = RuleWordTable.shared
  /// The word (32 bits), the shape (7), a number (24) and the bit that tells it from a free place.
  private var slots: [UInt64]
  private(set) var types: [TokenType] = []
  /// Those of the types, which are asked for of every token: apart, they take half the room in the caches.
  private(set) var entries: [LexicalEntry] = []

  init(words: WordClasses) {
    self.words = words
    slots = [UInt64](column: 0, count: Self.firstLength)
    types.reserveCapacity(Self.most)
    entries.reserveCapacity(Self.most)
  }

  var isFull: Bool { types.count > Self.most }

  /// In two passes: first the places where the types should stand are read, all without a branch, so that the processor
  /// waits for many of them at once; nearly all stand there.
  mutating func numbers(of table: TokenTable) -> [Int32] {
    let length = table.count
    return [Int32](column: length) { numbers, count in
      withUnsafeTemporaryAllocation(of: SlotOfToken.self, capacity: length) { found in
        find(table, found)
        for token in 0..<length {
          let (key, content) = (found[token].key, found[token].content)
          var number = Int32(truncatingIfNeeded: (content & Self.numberBits) >> 1)
          if content & ~Self.numberBits != key { number = self.number(key, table, token) }
          numbers.initializeElement(at: token, to: number)
        }
      }
      count = length
    }
  }

  /// What is looked for of a token, and what stands in its place.
  private struct SlotOfToken {
    let key: UInt64
    let content: UInt64
  }

  /// - Parameter found: Has room for all tokens.
  private func find(_ table: TokenTable, _ found: UnsafeMutableBufferPointer<SlotOfToken>) {
    let (shapes, hashes, mask) = (table.shapes, table.hashes, slots.count - 1)
    slots.withUnsafeBufferPointer { slots in
      for token in shapes.indices {
        let shape = shapes[token]
        let key = Self.key(shape, shape == .digits ? table.suffixes[token] : hashes[token])
        found.initializeElement(at: token, to: SlotOfToken(key: key, content: slots[Self.slot(key, mask)]))
      }
    }
  }

  /// Of a number only the shape and the last digits count.
  @inline(__always)
  private static func key(_ shape: TokenShape, _ word: UInt32) -> UInt64 {
    UInt64(word) << 32 | UInt64(shape.rawValue) << 25 | 1
  }

  private mutating func number(_ key: UInt64, _ table: TokenTable, _ token: Int) -> Int32 {
    var slot = Self.slot(key, slots.count - 1)
    while slots[slot] & ~Self.numberBits != key {
      if slots[slot] == 0 {
        var type = TokenType(table, token, words: words)
        type.entry.rules = rules.number(of: type, table.hashes[token])
        return add(type, key, slot)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return Int32(truncatingIfNeeded: (slots[slot] & Self.numberBits) >> 1)
  }

  private static let numberBits: UInt64 = 0x1FF_FFFE

  @inline(__always)
  private static func slot(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: key >> 32 &+ key >> 25 & 0x7F) & mask
  }

  private mutating func add(_ type: TokenType, _ key: UInt64, _ slot: Int) -> Int32 {
    let number = types.count
    types.append(type)
    entries.append(type.entry)
    slots[slot] = key | UInt64(number) << 1 & Self.numberBits
    if types.count * 2 > slots.count { grow() }
    return Int32(truncatingIfNeeded: number)
  }

  private mutating func grow() {
    let old = slots.filter { $0 != 0 }
    slots = [UInt64](column: 0, count: slots.count * 2)
    for content in old {
      var slot = Self.slot(content & ~Self.numberBits, slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = content
    }
  }

  mutating func removeAll() {
    slots = [UInt64](column: 0, count: Self.firstLength)
    types.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
  }
}
