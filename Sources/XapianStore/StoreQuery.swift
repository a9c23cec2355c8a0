/// What documents to find, as a tree.
///
/// `and`, `or`, `phrase` and the others with a list match nothing if the list is empty.
public indirect enum StoreQuery: Hashable, Sendable {
  case all
  case none
  /// `wqf`: how often the asker said it; it weighs accordingly.
  case term(String, wqf: Int = 1)
  case and([StoreQuery])
  case or([StoreQuery])
  case andNot(StoreQuery, StoreQuery)
  /// As `and`, but only the first weighs.
  case filter(StoreQuery, StoreQuery)
  /// The first; where the second matches too, it adds its weight.
  case andMaybe(StoreQuery, StoreQuery)
  case xor([StoreQuery])
  /// In this order, within `window` positions; 0: as many as there are parts, that is, next to each other. The parts
  /// are terms or `or`s of terms; anything else is `unimplemented`.
  case phrase([StoreQuery], window: Int = 0)
  /// In any order, within `window` positions: the distance between the outermost, plus one. Parts as in `phrase`.
  case near([StoreQuery], window: Int)
  /// All terms with a prefix, weighed as one. More than `limit` are `wildcardTooBroad`; 0: no limit.
  case wildcard(prefix: String, limit: Int)
  /// Values between two bounds, both included, compared as bytes. Adds no weight, as the two below.
  case valueRange(slot: Int, [UInt8], [UInt8])
  case valueAtLeast(slot: Int, [UInt8])
  case valueAtMost(slot: Int, [UInt8])
  /// Matches the same, and weighs so many times as much.
  case scale(StoreQuery, Double)
  /// As `or`, but weighed as if all were one term.
  case synonym([StoreQuery])
  /// As `or`, but weighs what the heaviest part weighs.
  case max([StoreQuery])
  /// The `or` of the `count` parts that can weigh most.
  case elite([StoreQuery], count: Int)
  /// The given documents, strictly ascending, without weight. Local databases only.
  case documents([UInt32])
}

extension StoreQuery {
  /// Queries nested deeper are refused: every level takes room on the stack, in Xapian too.
  public static let greatestDepth = 500

  /// The most leaves of a query with `xor`s, each of which counts its parts twice for every halving of their list.
  static let greatestSize = 100_000

  /// The leaves once every `xor` is written with other operators; stops counting above `greatestSize`.
  var expandedSize: Int {
    let size = parts.reduce(parts.isEmpty ? 1 : 0) { Swift.min($0 + $1.expandedSize, StoreQuery.greatestSize + 1) }
    guard case .xor(let parts) = self else { return size }
    var doublings = 0
    while 1 << doublings < parts.count { doublings += 1 }
    return Swift.min(size << Swift.min(doublings, 32), StoreQuery.greatestSize + 1)
  }

  /// Nested deeper than `greatestDepth`.
  var isTooDeep: Bool { depthExceeds(StoreQuery.greatestDepth) }

  private func depthExceeds(_ limit: Int) -> Bool {
    guard limit > 0 else { return true }
    return parts.contains { $0.depthExceeds(limit - 1) }
  }

  /// The queries that it is made of, in their order.
  public var parts: [StoreQuery] {
    switch self {
    case .all, .none, .term, .wildcard, .valueRange, .valueAtLeast, .valueAtMost, .documents: []
    case .and(let parts), .or(let parts), .xor(let parts), .synonym(let parts), .max(let parts): parts
    case .phrase(let parts, _), .near(let parts, _), .elite(let parts, _): parts
    case .andNot(let first, let second), .filter(let first, let second), .andMaybe(let first, let second):
      [first, second]
    case .scale(let part, _): [part]
    }
  }
}
