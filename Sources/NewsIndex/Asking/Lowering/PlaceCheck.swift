import XapianStore

/// Tells of documents that hold the words of a tree whether they hold them at the right places.
///
/// `WordPlaces` knows nothing of words that a document lacks. So of words that stand for one another (the forms of a
/// stem, `negotiat*`), of which a document may hold one only, the documents that hold each are asked first.
struct PlaceCheck {
  private let tree: PositionTree
  /// Where the tree is a phrase of single words: then no positions need be listed.
  private var phrase: PhraseCodes?
  private var hashes: [String: UInt64] = [:]
  /// Of each word that a candidate may lack: the documents that hold it.
  private var holders: [String: [UInt32]] = [:]

  init(_ tree: PositionTree, in unit: OpenUnit) throws {
    self.tree = tree
    let certain = tree.certainWords
    for word in tree.words {
      hashes[word] = StableHash.of(word)
      if !certain.contains(word) { holders[word] = try unit.matches(.term(word)) }
    }
    if case .phrase(let parts) = tree, parts.allSatisfy({ $0.count == 1 }) {
      phrase = PhraseCodes(parts.map { StableHash.of($0[0]) })
    }
  }

  /// - Parameter value: Of `ValueSlot.places`.
  func holds(_ document: UInt32, _ value: UnsafeRawBufferPointer) -> Bool {
    guard let places = WordPlaces(value) else { return false }
    if let phrase { return places.hold(phrase) }
    var known: [String: [UInt32]] = [:]
    return !tree.matches { word in
      if let positions = known[word] { return positions }
      let positions = isHeld(word, by: document) ? places.positions(of: hashes[word] ?? 0) : []
      known[word] = positions
      return positions
    }.isEmpty
  }

  private func isHeld(_ word: String, by document: UInt32) -> Bool {
    guard let documents = holders[word] else { return true }
    let index = documents.partition { $0 >= document }
    return index < documents.count && documents[index] == document
  }
}

extension PositionTree {
  /// All words in it, each once.
  fileprivate var words: Set<String> {
    switch self {
    case .words(let words): return Set(words)
    case .phrase(let parts): return Set(parts.joined())
    case .any(let trees): return trees.reduce(into: []) { $0.formUnion($1.words) }
    case .near(_, _, let left, let right): return left.words.union(right.words)
    }
  }

  /// Those that every document holds which `necessary` finds.
  fileprivate var certainWords: Set<String> {
    switch self {
    case .words(let words): return words.count == 1 ? Set(words) : []
    case .phrase(let parts): return Set(parts.filter { $0.count == 1 }.joined())
    case .any(let trees): return trees.count == 1 ? trees[0].certainWords : []
    case .near(_, _, let left, let right): return left.certainWords.union(right.certainWords)
    }
  }
}

extension OpenUnit {
  /// The documents of a unit with places that hold a match, ascending.
  func documents(_ tree: PositionTree) throws -> [UInt32] {
    let candidates = try matches(tree.necessary)
    if candidates.isEmpty { return [] }
    let check = try PlaceCheck(tree, in: self)
    var found: [UInt32] = []
    try values(.places, of: candidates) { if check.holds($0, $1) { found.append($0) } }
    return shards.count > 1 ? found.sorted() : found
  }

  /// The values of documents that ascend; of several shards they come shard by shard.
  func values(
    _ slot: ValueSlot, of documents: [UInt32], _ body: (UInt32, UnsafeRawBufferPointer) -> Void
  ) throws {
    let count = UInt32(shards.count)
    guard count > 1 else { return try database.values(slot: slot.rawValue, of: documents, body) }
    for (number, shard) in shards.enumerated() {
      let own = documents.filter { ($0 - 1) % count == UInt32(number) }.map { ($0 - 1) / count + 1 }
      try shard.values(slot: slot.rawValue, of: own) { body(($0 - 1) * count + UInt32(number) + 1, $1) }
    }
  }
}
