import XapianStore

/// What a unit does differently where a shard is elsewhere.
///
/// A server runs Xapian's own searches, collapses, sorts by value and counts the values of a slot. It runs no observer
/// of ours, knows no list of documents, and sends no document, since there are no term lists. So matches are listed by
/// a search, documents are named by their terms, and what must be known of a hit comes with it: the value that it was
/// sorted by, which holds the article and the place in it, and the value that it was collapsed by. Where more hits may
/// share a value than there are, nothing is collapsed.
extension OpenUnit {
  /// Documents that are named one by one; more would be a query that takes longer than it is worth.
  static let mostNamed = 20_000
  /// Articles that a question may be lifted over.
  static let mostLifted = 50_000

  /// How many documents a query matches, exactly.
  func total(_ query: StoreQuery) throws -> Int {
    guard isRemote else { return try matches(query).count }
    var search = StoreSearch(try counting(query), limit: 0)
    search.weighting = .boolean
    search.checkAtLeast = .max
    return try database.search(search).estimate
  }

  func remoteMatches(_ query: StoreQuery) throws -> [UInt32] {
    var search = StoreSearch(try counting(query), limit: Int(UInt32.max))
    search.weighting = .boolean
    return try database.search(search).hits.map(\.document).sorted()
  }

  /// All hits of a search in its order, each with its value in a slot as `collapseKey`.
  func hits(_ search: StoreSearch, with slot: ValueSlot) throws -> [StoreHit] {
    var search = search
    (search.offset, search.limit) = (0, Int(UInt32.max))
    search.collapse = StoreCollapse(slot: slot.rawValue, limit: Int(Int32.max))
    return try database.search(search).hits
  }

  /// The short hashes of the articles whose documents match, each once.
  func shortHashes(matching query: StoreQuery) throws -> Set<UInt64> {
    var search = StoreSearch(try counting(query), limit: 0)
    search.weighting = .boolean
    search.spies = [.valueCounts(slot: ValueSlot.article.rawValue)]
    var hashes: Set<UInt64> = []
    for count in try database.search(search).valueCounts.flatMap(\.counts) {
      if let hash = ShortHash.hash(count.value) { hashes.insert(hash) }
    }
    return hashes
  }

  /// The segments or statements that hold a match of a tree: the places of the candidates come with them.
  func places(_ tree: PositionTree) throws -> [ArticlePlace] {
    var search = StoreSearch(try counting(tree.necessary))
    search.weighting = .boolean
    search.order = .value(slot: ValueSlot.newestFirst.rawValue)
    let candidates = try hits(search, with: .places)
    if candidates.isEmpty { return [] }
    let check = try PlaceCheck(tree, in: self)
    return candidates.filter { hit in
      hit.collapseKey.withUnsafeBytes { check.holds(hit.document, $0) }
    }.compactMap { ArticlePlace(orderKey: $0.sortKey) }
  }

  /// Of each match one document with the hash of its article's id, ascending.
  func articles(matching query: StoreQuery) throws -> [(document: UInt32, idHash: UInt64)] {
    guard isRemote else {
      let hashes = try hashes(.article)
      return try matches(query).map { ($0, hashes[$0]) }
    }
    var search = StoreSearch(try counting(query), limit: Int(UInt32.max))
    search.weighting = .boolean
    search.order = .value(slot: ValueSlot.newestFirst.rawValue)
    return try database.search(search).hits.compactMap { hit in
      ArticlePlace(orderKey: hit.sortKey).map { (hit.document, $0.idHash) }
    }.sorted { $0.document < $1.document }
  }

  /// The segments that the statements which match stand in; of a remote unit of statements.
  func segments(ofMatches query: StoreQuery) throws -> [ArticlePlace] {
    var search = StoreSearch(try counting(query), limit: Int(UInt32.max))
    search.weighting = .boolean
    search.order = .value(slot: ValueSlot.newestFirst.rawValue)
    var segments: Set<ArticlePlace> = []
    for hit in try hits(search, with: .segments) {
      guard let statement = ArticlePlace(orderKey: hit.sortKey) else { continue }
      for number in try SegmentNumbers.decode(hit.collapseKey) {
        segments.insert(ArticlePlace(idHash: statement.idHash, number: number))
      }
    }
    return Array(segments)
  }

  /// A query that finds these segments or statements and no other, without weight.
  func query(of places: [ArticlePlace]) throws -> StoreQuery {
    try Self.check(places.count, Self.mostNamed, unit.databaseName)
    var numbers: [UInt64: [Int]] = [:]
    for place in places { numbers[place.idHash, default: []].append(place.number) }
    // Whatever version is in: those before it are dead, and left out of every question.
    let parts = numbers.sorted { $0.key < $1.key }.map { idHash, numbers in
      StoreQuery.and([
        .wildcard(prefix: IndexTerms.pointers(toArticle: idHash), limit: 0),
        .anyTerm(numbers.sorted().map(IndexTerms.number)),
      ])
    }
    return parts.isEmpty ? .none : .disjunction(parts)
  }

  /// The version of an article that the documents of this unit are of in a shard; `nil` where there is none that
  /// counts.
  func version(of idHash: UInt64, shard: Int) throws -> ArticleKey? {
    let dead = Set(try deadVersions()[shard].pointers)
    let terms = try shards[shard].terms(prefix: IndexTerms.pointers(toArticle: idHash)).map(\.term)
    return terms.first { !dead.contains($0) }.flatMap { ArticleKey($0.dropFirst().prefix(ArticleKey.length)) }
  }

  /// A query that finds the documents of some articles, without weight.
  func query(ofArticles hashes: Set<UInt64>) throws -> StoreQuery {
    try Self.check(hashes.count, Self.mostLifted, "articles")
    if hashes.isEmpty { return .none }
    return .disjunction(hashes.sorted().map { .wildcard(prefix: IndexTerms.pointers(toArticle: $0), limit: 0) })
  }

  /// The same by short hashes. Articles that share one are as good as never both there.
  func query(ofShort hashes: Set<UInt64>) throws -> StoreQuery {
    try Self.check(hashes.count, Self.mostLifted, "articles")
    if hashes.isEmpty { return .none }
    return .disjunction(hashes.sorted().map { .wildcard(prefix: IndexTerms.pointers(toShort: $0), limit: 0) })
  }

  private static func check(_ count: Int, _ most: Int, _ what: String) throws {
    guard count > most else { return }
    throw NewsIndexError(
      .usage, "over remote shards this query would have to name \(count) \(what), and may name \(most)",
      hint: "narrow it, or ask on the machines that hold the shards")
  }

  /// A query that finds the document with an id such as `ARTICLE#4`, `ARTICLE#q1` or `ARTICLE`.
  func query(ofID id: String) throws -> StoreQuery {
    let place = IDPlace(id)
    let number: Int
    switch place.part {
    case nil: return try counting(.term(IndexTerms.article(place.article)))
    case .segment(let segment): number = segment
    case .statement(let statement): number = statement
    }
    let pointers = IndexTerms.pointers(toArticle: StableHash.of(place.article))
    return try counting(.and([.wildcard(prefix: pointers, limit: 0), .term(IndexTerms.number(number))]))
  }

  /// The years that documents have dates of, ascending: all terms of the family in one journey.
  func remoteYears(_ family: DateFamily) throws -> [Int] {
    let terms = try database.terms(prefix: family.rawValue)
    let years = terms.compactMap { Int($0.term.dropFirst(family.rawValue.count).prefix(4)) }
    return Set(years).sorted()
  }
}

/// A segment or statement as the order of hits names it.
struct ArticlePlace: Hashable {
  /// Of the article's id.
  var idHash: UInt64
  var number: Int

  init(idHash: UInt64, number: Int) {
    self.idHash = idHash
    self.number = number
  }

  /// `nil` where the bytes are no `OrderKey`.
  init?(orderKey bytes: [UInt8]) {
    guard let article = bytes.withUnsafeBytes(OrderKey.article) else { return nil }
    (idHash, number) = article
  }
}
