import Glibc

/// What documents weigh that are known to match, as BM25 of Xapian weighs them.
///
/// Xapian asks its list of lengths for every match, and reads that list through from one match to the next: most of the
/// time of a search goes there. Where the matches are known from a walk and the lengths stand in an array, only the
/// posting lists of the words are left to read. The weights are the same but for the last bits of sums of three words and
/// more, which Xapian adds in another order.
public struct WordWeights {
  /// The parameters of `StoreWeighting.bm25`, whose `k2` is 0.
  private let k1: Double
  private let k3: Double
  private let database: StoreDatabase
  private let documents: [UInt32]
  private let documentCount: Double
  /// What a length adds to the divisor, by place in `documents`.
  private let divisors: [Double]

  /// - Parameters:
  ///   - documents: Ascending.
  ///   - length: The words of a document.
  /// - Returns: `nil` for another weighting than BM25 without `k2`.
  public init?(
    _ weighting: StoreWeighting, of documents: [UInt32], in database: StoreDatabase, length: (UInt32) -> Int
  ) throws(StoreError) {
    guard case .bm25(let k1, 0, let k3, let b, let minNormlen) = weighting else { return nil }
    (self.k1, self.k3, self.database, self.documents) = (k1, k3, database, documents)
    let statistics = try database.statistics
    documentCount = Double(statistics.documentCount)
    let factor = statistics.averageLength == 0 ? 0 : 1 / statistics.averageLength
    divisors = documents.map { k1 * (max(Double(length($0)) * factor, minNormlen) * b + (1 - b)) }
  }

  /// The weight of each document; `nil` where the query has a part whose weight this doesn't know: anything but words,
  /// pairs of words as one, and `and`, `or`, `andMaybe`, `filter`, `andNot`, `scale` of them.
  public func weights(_ query: StoreQuery) throws(StoreError) -> [Double]? {
    if documents.isEmpty { return [] }
    guard query.isWeighable else { return nil }
    return try part(query.amongMatches, factor: 1).weights
  }

  // MARK: Parts

  /// By place in `documents`.
  private struct Part {
    var weights: [Double]
    /// Empty where all are.
    var isFound: [Bool] = []
  }

  private func part(_ query: StoreQuery, factor: Double) throws(StoreError) -> Part {
    switch query {
    case .term(let term, let wqf): return try words([term], Double(try database.termFrequency(term)), factor, wqf)
    case .synonym: return try words(query.words, try frequency(query), factor, 1)
    case .scale(let part, let more): return try self.part(part, factor: factor * more)
    case .or(let parts): return try sum(parts, factor, all: false)
    case .and(let parts): return try sum(parts, factor, all: true)
    case .filter(let first, let second): return try sum([first, .scale(second, 0)], factor, all: true)
    case .andMaybe(let first, let second):
      var both = try sum([first, second], factor, all: false)
      let found = try part(first, factor: factor)
      for place in found.isFound.indices where !found.isFound[place] { both.weights[place] = 0 }
      both.isFound = found.isFound
      return both
    default: return Part(weights: Array(repeating: 0, count: documents.count))
    }
  }

  private func sum(_ queries: [StoreQuery], _ factor: Double, all: Bool) throws(StoreError) -> Part {
    var sum = try part(queries[0], factor: factor)
    for query in queries.dropFirst() {
      let next = try part(query, factor: factor)
      for place in sum.weights.indices { sum.weights[place] += next.weights[place] }
      sum.isFound = Self.joined(sum.isFound, next.isFound, all: all)
    }
    if all { for place in sum.isFound.indices where !sum.isFound[place] { sum.weights[place] = 0 } }
    return sum
  }

  private static func joined(_ left: [Bool], _ right: [Bool], all: Bool) -> [Bool] {
    if left.isEmpty || right.isEmpty { return all ? left + right : [] }
    return zip(left, right).map { all ? $0 && $1 : $0 || $1 }
  }

  /// Words that weigh as one, which so many documents have.
  private func words(
    _ words: [String], _ frequency: Double, _ factor: Double, _ wqf: Int
  ) throws(StoreError) -> Part {
    let occurrences = try database.occurrences(of: words, in: documents)
    let weight =
      Self.rarity(of: frequency, in: documentCount) * factor * ((k3 + 1) * Double(wqf) / (k3 + Double(wqf))) * (k1 + 1)
    var part = Part(weights: Array(repeating: 0, count: documents.count))
    var isEverywhere = true
    for place in occurrences.indices {
      let count = Double(occurrences[place]) - 1
      if count > 0 { part.weights[place] = weight * (count / (divisors[place] + count)) }
      if count < 0 { isEverywhere = false }
    }
    if !isEverywhere { part.isFound = occurrences.map { $0 > 0 } }
    return part
  }

  /// The idf of words that so many of the documents have; as Xapian has it, no word weighs nothing.
  public static func rarity(of found: Double, in count: Double) -> Double {
    let odds = (count - found + 0.5) / (found + 0.5)
    return log(odds < 2 ? odds * 0.5 + 1 : odds)
  }

  /// Xapian's estimate of how many documents have any of some words, taking the words for independent of each other;
  /// it rounds at every step.
  private func frequency(_ query: StoreQuery) throws(StoreError) -> Double {
    if case .term(let term, _) = query { return Double(try database.termFrequency(term)) }
    var sum = 0.0
    for (number, part) in query.parts.enumerated() {
      let next = try frequency(part)
      sum = number == 0 ? next : sum + next - sum * next / documentCount
    }
    return (sum + 0.5).rounded(.down)
  }
}

extension StoreQuery {
  /// What weighs documents the same that are known to match: filters have done their work.
  public var amongMatches: StoreQuery {
    switch self {
    case .filter(let first, _), .andNot(let first, _): first.amongMatches
    case .and(let parts): .and(parts.map(\.amongMatches))
    case .scale(let part, let factor): .scale(part.amongMatches, factor)
    default: self
    }
  }

  fileprivate var isWeighable: Bool { amongMatches.hasKnownWeight }

  private var hasKnownWeight: Bool {
    switch self {
    case .term(let term, _): !term.isEmpty
    case .synonym(let parts): parts.count == 2 && parts.allSatisfy(\.isPair)
    case .and(let parts), .or(let parts): !parts.isEmpty && parts.allSatisfy(\.hasKnownWeight)
    case .filter(let first, let second), .andMaybe(let first, let second): first.hasKnownWeight && second.hasKnownWeight
    case .scale(let part, _): part.hasKnownWeight
    default: false
    }
  }

  /// A word, or two pairs of words.
  private var isPair: Bool {
    switch self {
    case .term: true
    case .max(let parts): parts.count == 2 && parts.allSatisfy(\.isPair)
    default: false
    }
  }

  fileprivate var words: [String] {
    if case .term(let term, _) = self { return [term] }
    return parts.flatMap(\.words)
  }
}
