import XapianStore

/// A part of a query as the store understands it.
struct LoweredPart {
  var query: StoreQuery
  /// Adds to a hit's score; what only filters doesn't.
  var weighs: Bool
  /// The documents that `query` does not find.
  var isNegated = false

  static func filter(_ query: StoreQuery) -> LoweredPart { LoweredPart(query: query, weighs: false) }
  static func weighing(_ query: StoreQuery) -> LoweredPart { LoweredPart(query: query, weighs: true) }
  static let nothing = LoweredPart(query: .none, weighs: false)

  /// As a query that stands alone.
  var whole: StoreQuery { isNegated ? .andNot(.all, query) : query }

  static func all(_ parts: [LoweredPart]) -> LoweredPart {
    if parts.count == 1 { return parts[0] }
    let weighing = parts.filter { $0.weighs && !$0.isNegated }.map(\.query)
    let filters = parts.filter { !$0.weighs && !$0.isNegated }.map(\.query)
    let negated = parts.filter(\.isNegated).map(\.query)
    // Nothing but negations is a negation itself: not a and not b = not (a or b).
    if weighing.isEmpty, filters.isEmpty {
      return LoweredPart(query: .or(negated), weighs: false, isNegated: true)
    }
    var query: StoreQuery
    switch (weighing.isEmpty, filters.isEmpty) {
    case (false, true): query = .conjunction(weighing)
    case (true, _): query = .conjunction(filters)
    case (false, false): query = .filter(.conjunction(weighing), .conjunction(filters))
    }
    if !negated.isEmpty { query = .andNot(query, .disjunction(negated)) }
    return LoweredPart(query: query, weighs: !weighing.isEmpty)
  }

  static func any(_ parts: [LoweredPart]) -> LoweredPart {
    if parts.count == 1 { return parts[0] }
    return LoweredPart(query: .disjunction(parts.map(\.whole)), weighs: parts.contains(where: \.weighs))
  }

  func negated() -> LoweredPart {
    var part = self
    part.isNegated.toggle()
    return part
  }
}

extension StoreQuery {
  static func conjunction(_ parts: [StoreQuery]) -> StoreQuery { parts.count == 1 ? parts[0] : .and(parts) }
  static func disjunction(_ parts: [StoreQuery]) -> StoreQuery { parts.count == 1 ? parts[0] : .or(parts) }

  /// Documents that have any of the terms.
  static func anyTerm(_ terms: [String]) -> StoreQuery {
    terms.isEmpty ? .none : .disjunction(terms.map { .term($0) })
  }

  /// The terms weighed as one.
  ///
  /// Always by pairs: Xapian estimates how many documents have any of them two by two, and rounds. Of three or more it
  /// would choose the pairs by what each shard holds, and one word would weigh a little more in one shard than in
  /// another. The pairs are maxima, since alternatives inside alternatives are made one list again.
  static func synonyms(_ terms: [String]) -> StoreQuery {
    switch terms.count {
    case 0: return .none
    case 1: return .term(terms[0])
    default: return .synonym([paired(terms.prefix(terms.count / 2)), paired(terms.dropFirst(terms.count / 2))])
    }
  }

  private static func paired(_ terms: ArraySlice<String>) -> StoreQuery {
    guard terms.count > 1 else { return terms.first.map { .term($0) } ?? .none }
    return .max([paired(terms.prefix(terms.count / 2)), paired(terms.suffix(terms.count - terms.count / 2))])
  }

  /// Whether several parts must match together: then the matches, where they are known, are a short way through all of
  /// the parts.
  var isConjunction: Bool {
    switch self {
    case .and, .filter: true
    case .andNot(let first, _), .andMaybe(let first, _), .scale(let first, _): first.isConjunction
    default: false
    }
  }
}
