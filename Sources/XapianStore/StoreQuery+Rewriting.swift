// Queries rewritten to mean the same, around what Xapian 1.4 gets wrong. Random trees in the tests found each of these.

extension StoreQuery {
  /// (a OR b) AND_NOT (a AND b), by halves. The XOR of Xapian 1.4 crashes when it is through in one database and
  /// another follows; this finds the same, with the same weights.
  static func exclusive(_ parts: ArraySlice<StoreQuery>) -> StoreQuery {
    if parts.count < 2 { return parts.first ?? .none }
    let middle = parts.startIndex + parts.count / 2
    let halves = [exclusive(parts[..<middle]), exclusive(parts[middle...])]
    return .andNot(.or(halves), .and(halves))
  }

  /// The same documents where weights don't count. Xapian 1.4 loses matches of an AND_MAYBE inside an AND on the right
  /// of an AND_NOT; there it means the same as its first part.
  var unweighted: StoreQuery {
    switch self {
    case .andMaybe(let first, _): first.unweighted
    case .and(let parts): .and(parts.map(\.unweighted))
    case .or(let parts), .synonym(let parts), .max(let parts): .or(parts.map(\.unweighted))
    case .xor(let parts): .xor(parts.map(\.unweighted))
    case .filter(let first, let second): .filter(first.unweighted, second)
    case .andNot(let first, let second): .andNot(first.unweighted, second)
    case .scale(let part, let factor) where factor >= 0: part.unweighted
    default: self
    }
  }

  /// An `or` of `or`s as one `or`: all that Xapian places in a phrase.
  var flattened: StoreQuery {
    guard case .or(let parts) = self else { return self }
    var flat: [StoreQuery] = []
    for part in parts.map(\.flattened) {
      if case .or(let inner) = part { flat += inner } else { flat.append(part) }
    }
    return flat.count == 1 ? flat[0] : .or(flat)
  }

  /// Whether a part of it looks at positions.
  var hasPlaces: Bool {
    switch self {
    case .phrase, .near: true
    default: parts.contains(where: \.hasPlaces)
    }
  }

  /// Every `phrase` and `near` beside a term that can't exist. In a database without any position Xapian 1.4 finds
  /// nothing for them, as it should, but then forgets that inside an AND, if another database has positions: what
  /// stands behind them in the AND matches alone. Inside an OR it doesn't.
  var isolatingPlaces: StoreQuery {
    switch self {
    case .phrase, .near: .or([self, .term(String(repeating: "?", count: 300))])
    default: mapParts(\.isolatingPlaces)
    }
  }

  private func mapParts(_ change: (StoreQuery) -> StoreQuery) -> StoreQuery {
    switch self {
    case .all, .none, .term, .wildcard, .valueRange, .valueAtLeast, .valueAtMost, .documents: self
    case .and(let parts): .and(parts.map(change))
    case .or(let parts): .or(parts.map(change))
    case .xor(let parts): .xor(parts.map(change))
    case .synonym(let parts): .synonym(parts.map(change))
    case .max(let parts): .max(parts.map(change))
    case .phrase(let parts, let window): .phrase(parts.map(change), window: window)
    case .near(let parts, let window): .near(parts.map(change), window: window)
    case .elite(let parts, let count): .elite(parts.map(change), count: count)
    case .andNot(let first, let second): .andNot(change(first), change(second))
    case .filter(let first, let second): .filter(change(first), change(second))
    case .andMaybe(let first, let second): .andMaybe(change(first), change(second))
    case .scale(let part, let factor): .scale(change(part), factor)
    }
  }
}
