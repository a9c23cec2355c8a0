/// A map from hashes of words, for the small maps that every article makes anew and for loops over all tokens: the
/// library's dictionary hashes again, with keys against attacks that are of no use here.
///
///     var first = WordMap<Int>()
///     first[tokens.hashes[token]] = token
///
/// Nothing is removed; an empty one owns no memory.
struct WordMap<Value>: ExpressibleByDictionaryLiteral {
  private(set) var keys: [UInt32] = []
  private var values: [Value] = []
  /// Numbers of the keys, counted from 1; 0 for a free place. Twice as many as keys, or more; none where there are few,
  /// which are looked through.
  private var slots: [Int32] = []

  /// Room to begin with, and how many are looked through.
  private static var fewest: Int { 8 }

  /// Makes room for the values of some keys.
  mutating func reserveCapacity(_ count: Int) {
    keys.reserveCapacity(count)
    values.reserveCapacity(count)
  }

  init(dictionaryLiteral elements: (UInt32, Value)...) {
    for (key, value) in elements { self[key] = value }
  }

  subscript(key: UInt32) -> Value? {
    @inline(__always)
    get { find(key).map { values[$0] } }
    set {
      guard let newValue else { return }
      if let index = find(key) { values[index] = newValue } else { _ = add(key, newValue) }
    }
  }

  subscript(key: UInt32, default value: @autoclosure () -> Value) -> Value {
    get { find(key).map { values[$0] } ?? value() }
    _modify {
      let index = find(key) ?? add(key, value())
      yield &values[index]
    }
  }

  @inline(__always)
  private static func slot(_ key: UInt32) -> Int { Int(key ^ key >> 15) }

  @inline(__always)
  private func find(_ key: UInt32) -> Int? {
    if slots.isEmpty { return keys.firstIndex(of: key) }
    let mask = slots.count - 1
    var slot = Self.slot(key) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if keys[index] == key { return index }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func add(_ key: UInt32, _ value: Value) -> Int {
    if keys.capacity == 0 { reserveCapacity(Self.fewest) }
    keys.append(key)
    values.append(value)
    if keys.count <= Self.fewest { return keys.count - 1 }
    if keys.count * 2 > slots.count {
      // The library's way to repeat a number looks up the type of the array's memory each time.
      slots = Array(repeatElement(0, count: max(Self.fewest * 4, slots.count * 2)))
      for index in keys.indices { place(index) }
    } else {
      place(keys.count - 1)
    }
    return keys.count - 1
  }

  private mutating func place(_ index: Int) {
    var slot = Self.slot(keys[index]) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(truncatingIfNeeded: index + 1)
  }
}

extension WordMap: Sendable where Value: Sendable {}

/// As a set.
extension WordMap where Value == Void {
  mutating func insert(_ key: UInt32) { self[key] = () }

  @inline(__always)
  func contains(_ key: UInt32) -> Bool { self[key] != nil }
}
