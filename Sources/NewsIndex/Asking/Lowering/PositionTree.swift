import XapianStore

/// What must stand behind or near what, in terms of the index.
indirect enum PositionTree {
  case words([String])
  /// Parts behind one another, each any of some words.
  case phrase([[String]])
  case any([PositionTree])
  case near(distance: Int, isOrdered: Bool, PositionTree, PositionTree)

  /// Where a match begins and ends, in positions.
  struct Match: Hashable, Comparable {
    var first: Int
    var last: Int

    static func < (left: Match, right: Match) -> Bool { (left.first, left.last) < (right.first, right.last) }
  }

  /// Beyond it a text is a list of one word, and one match more changes nothing.
  private static let mostMatches = 2000

  /// A query that finds every document that can match, and some that don't; matches weigh as it says.
  var necessary: StoreQuery {
    switch self {
    case .words(let words): return .synonyms(words)
    case .phrase(let parts): return .conjunction(parts.map { .synonyms($0) })
    case .any(let trees): return .disjunction(trees.map(\.necessary))
    case .near(_, _, let left, let right): return .and([left.necessary, right.necessary])
    }
  }

  /// All matches, sorted.
  ///
  /// - Parameter positions: Of a word in the document, ascending.
  func matches(_ positions: (String) throws -> [UInt32]) rethrows -> [Match] {
    switch self {
    case .words(let words): return try Self.places(words, positions).map { Match(first: $0, last: $0) }
    case .phrase(let parts): return try Self.phrase(parts, positions)
    case .any(let trees):
      var all: Set<Match> = []
      for tree in trees { all.formUnion(try tree.matches(positions)) }
      return all.sorted()
    case .near(let distance, let isOrdered, let left, let right):
      let first = try left.matches(positions)
      if first.isEmpty { return [] }
      return Self.near(first, try right.matches(positions), distance, isOrdered)
    }
  }

  private static func places(_ words: [String], _ positions: (String) throws -> [UInt32]) rethrows -> [Int] {
    if words.count == 1 { return try positions(words[0]).map(Int.init) }
    var all: Set<Int> = []
    for word in words { all.formUnion(try positions(word).map(Int.init)) }
    return all.sorted()
  }

  private static func phrase(
    _ parts: [[String]], _ positions: (String) throws -> [UInt32]
  ) rethrows -> [Match] {
    guard let first = parts.first else { return [] }
    var starts = try places(first, positions)
    for (offset, part) in parts.enumerated().dropFirst() where !starts.isEmpty {
      let next = Set(try places(part, positions))
      starts.removeAll { !next.contains($0 + offset) }
    }
    return starts.map { Match(first: $0, last: $0 + parts.count - 1) }
  }

  /// Neighbours are one word apart. Matches that overlap are not near one another: a word is not near itself.
  private static func near(_ left: [Match], _ right: [Match], _ distance: Int, _ isOrdered: Bool) -> [Match] {
    var found: Set<Match> = []
    for first in left {
      for second in right {
        // Sorted by their beginning: nothing further on can be near.
        if second.first > first.last + distance { break }
        let isBehind = second.first > first.last
        let isBefore = !isOrdered && first.first > second.last && first.first - second.last <= distance
        if isBehind || isBefore {
          found.insert(Match(first: min(first.first, second.first), last: max(first.last, second.last)))
        }
      }
      if found.count > mostMatches { break }
    }
    return found.sorted()
  }
}
