import IndexDefinition

/// Names of several lists that are one value: those that are compared by the same key, and those of one identity.
struct NameGroups {
  /// By list, then by ordinal.
  private(set) var groups: [[UInt32]]
  /// Where the name that a group is called by stands, by group; groups are in the order of their keys.
  private var first: [(list: Int, ordinal: Int)] = []
  /// The names that groups have from the table of identities.
  private var canonical: [UInt32: String] = [:]
  private let lists: [NameList]
  private(set) var count = 0

  /// - Parameter identities: `nil` where a name is nothing but itself.
  init(_ lists: [NameList], _ identities: Identities?) {
    self.lists = lists
    groups = lists.map { Array(repeating: 0, count: $0.count) }
    merge()
    count = first.count
    if let identities { unite(identities) }
  }

  /// What a group is called: its canonical name, else the commonest of its spellings, else the best of them.
  ///
  /// - Parameter counts: How many documents have each ordinal, by list; empty where that is not known.
  func label(_ group: Int, _ counts: [[Int]]) -> String {
    if let name = canonical[UInt32(group)] { return name }
    guard group < first.count else { return "" }
    return commonest(group, counts) ?? lists[first[group].list].written(first[group].ordinal)
  }

  /// `nil` where no spelling is counted.
  private func commonest(_ group: Int, _ counts: [[Int]]) -> String? {
    var spellings: [String: Int] = [:]
    for (number, own) in counts.enumerated() where number < lists.count {
      for place in places(of: key(first[group]), in: lists[number]) {
        let ordinal = lists[number].ordered(place)
        guard ordinal < own.count, own[ordinal] > 0 else { continue }
        spellings[lists[number].written(ordinal), default: 0] += own[ordinal]
      }
    }
    return NameSpelling.commonest(of: spellings)
  }

  /// The places in a list's order of keys that have a key.
  private func places(of key: UnsafeRawBufferPointer, in list: NameList) -> Range<Int> {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list.key(list.ordered(middle)).lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < list.count, list.key(list.ordered(end)).elementsEqual(key) { end += 1 }
    return low..<end
  }

  // MARK: Equal keys

  private func key(_ place: (list: Int, ordinal: Int)) -> UnsafeRawBufferPointer {
    lists[place.list].key(place.ordinal)
  }

  /// Goes through all lists at once, each in the order of its keys.
  private mutating func merge() {
    var next = Array(repeating: 0, count: lists.count)
    while let place = smallest(next) {
      first.append(place)
      let key = key(place)
      for (number, list) in lists.enumerated() {
        while next[number] < list.count {
          let ordinal = list.ordered(next[number])
          guard list.key(ordinal).elementsEqual(key) else { break }
          prefer((number, ordinal), to: place)
          groups[number][ordinal] = UInt32(first.count - 1)
          next[number] += 1
        }
      }
    }
  }

  /// Lets the best spelling name the group, in whatever order they came.
  private mutating func prefer(_ place: (list: Int, ordinal: Int), to smallest: (list: Int, ordinal: Int)) {
    if place == smallest { return }
    let last = first[first.count - 1]
    let (name, known) = (lists[place.list].written(place.ordinal), lists[last.list].written(last.ordinal))
    if NameSpelling.isBetter(name, than: known) { first[first.count - 1] = place }
  }

  /// The place with the smallest key of those that come next in each list; the first of equal ones.
  private func smallest(_ next: [Int]) -> (list: Int, ordinal: Int)? {
    var best: (list: Int, ordinal: Int)?
    for (number, list) in lists.enumerated() where next[number] < list.count {
      let place = (list: number, ordinal: list.ordered(next[number]))
      if let best, !key(place).lexicographicallyPrecedes(key(best)) { continue }
      best = place
    }
    return best
  }

  // MARK: Identities

  private mutating func unite(_ identities: Identities) {
    var targets: [UInt32: UInt32] = [:]
    var added: [String: UInt32] = [:]
    for (number, list) in lists.enumerated() {
      for ordinal in 0..<list.count {
        guard let name = identities.canonical(hash: list.hash(ordinal), of: { list.written(ordinal) }) else { continue }
        let key = IndexTerms.foldedName(name)
        let target = added[key] ?? group(of: key) ?? UInt32(count)
        if Int(target) == count { count += 1 }
        added[key] = target
        canonical[target] = name
        targets[groups[number][ordinal]] = target
      }
    }
    if targets.isEmpty { return }
    for number in groups.indices {
      for ordinal in groups[number].indices {
        if let target = targets[groups[number][ordinal]] { groups[number][ordinal] = target }
      }
    }
  }

  private func group(of key: String) -> UInt32? {
    let wanted = Array(key.utf8)
    var (low, high) = (0, first.count)
    while low < high {
      let middle = (low + high) / 2
      if self.key(first[middle]).lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
    }
    return low < first.count && self.key(first[low]).elementsEqual(wanted) ? UInt32(low) : nil
  }
}
