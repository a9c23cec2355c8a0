import Testing
import XapianStore

/// Weights made from posting lists and lengths are those of Xapian's own search.
@Suite struct WordWeightTests {
  private let weighting = StoreWeighting.bm25(k1: 2, k2: 0, k3: 1, b: 0.65, minNormlen: 0.05)

  private func weights(_ query: StoreQuery, _ database: StoreDatabase) throws -> [UInt32: Double]? {
    guard let matches = try database.walk(query) else { return nil }
    let lengths = try database.lengths()
    let weighing = try #require(
      try WordWeights(weighting, of: matches, in: database, length: { Int(lengths[Int($0)]) }))
    guard let weights = try weighing.weights(query) else { return nil }
    return Dictionary(uniqueKeysWithValues: zip(matches, weights))
  }

  private func expect(_ query: StoreQuery, in database: StoreDatabase, _ note: Comment) throws -> Bool {
    guard let weights = try weights(query, database) else { return false }
    var search = StoreSearch(query, limit: 1000)
    search.weighting = weighting
    let hits = try database.search(search).hits
    #expect(Set(hits.map(\.document)) == Set(weights.keys), note)
    for hit in hits {
      let weight = weights[hit.document] ?? -1
      #expect(abs(weight - hit.weight) <= 1e-12 * max(1, hit.weight), "\(note) document \(hit.document)")
    }
    return true
  }

  @Test func treesWeighWhatXapianSays() throws {
    let seed = UInt64.random(in: 0 ..< .max)
    var random = SeededRandom(seed)
    var weighed = 0
    for round in 0..<15 {
      let scratch = try Scratch()
      let documents = (0..<Int.random(in: 5...60, using: &random)).map {
        RandomDocument(number: UInt32($0 + 1), &random)
      }
      let shards = Int.random(in: 1...3, using: &random)
      let database = try BruteForceTests().makeDatabases(scratch, documents, shards: shards)
      for _ in 0..<40 {
        let query = question(depth: 3, &random)
        if try expect(query, in: database, "seed \(seed), round \(round): \(query)") { weighed += 1 }
      }
    }
    #expect(weighed > 400, "seed \(seed)")
  }

  /// What questions are lowered to.
  private func question(depth: Int, _ random: inout SeededRandom) -> StoreQuery {
    // The words that one stands for are different ones.
    let words = ["a1", "a2", "b1", "b2", "c1", "rare", "never"].shuffled(using: &random)
    func word(_ number: Int = 0) -> StoreQuery { .term(words[number]) }
    func part() -> StoreQuery { question(depth: depth - 1, &random) }
    guard depth > 0 else { return word() }
    switch Int.random(in: 0..<10, using: &random) {
    case 0, 1: return .and([part(), part()])
    case 2, 3: return .or([part(), part(), part()])
    case 4: return .synonym([word(), word(1)])
    case 5: return .synonym([.max([word(), word(1)]), .max([word(2), .max([word(3), word(4)])])])
    case 6: return .scale(part(), 0.5)
    case 7: return .filter(part(), .or([word(), word(1)]))
    case 8: return .andNot(part(), word())
    default: return .andMaybe(part(), part())
    }
  }

  @Test func documentsThatMustMatchAreTakenFirst() throws {
    let scratch = try Scratch()
    try makeDatabase(
      scratch("db"), ["ferry strike", "ferry", "strike", "ferry strike strike"].map { StoreDocument($0) })
    let database = try StoreDatabase(path: scratch("db"))
    let both = StoreQuery.and([.term("ferry"), .term("strike")])
    #expect(try database.walk(.filter(both, .documents([2, 4, 9]))) == [4])
    #expect(try database.walk(.and([.documents([1, 2, 4]), .documents([1, 4, 7]), .term("strike")])) == [1, 4])
    #expect(try database.walk(.andNot(.documents([1, 2, 3, 8]), .term("strike"))) == [2])
    #expect(try database.walk(.documents([3, 5])) == [3])
    #expect(try database.walk(.and([.documents([1]), .and([])])) == [])
    // Where they need not match, no list can be taken first.
    #expect(try database.walk(.or([.documents([1]), .term("strike")])) == nil)
    #expect(try expect(.filter(both, .documents([1, 4])), in: database, "among documents"))
  }

  @Test func otherWeightingsAreLeftToXapian() throws {
    let scratch = try Scratch()
    try makeDatabase(scratch("db"), [StoreDocument("ferry")])
    let database = try StoreDatabase(path: scratch("db"))
    for weighting in [StoreWeighting.boolean, .bm25(k2: 1), .coordination] {
      #expect(try WordWeights(weighting, of: [1], in: database, length: { _ in 1 }) == nil)
    }
    let weighing = try WordWeights(weighting, of: [1], in: database, length: { _ in 1 })
    for query in [StoreQuery.all, .max([.term("ferry"), .term("strike")]), .synonym([.term("ferry")])] {
      #expect(try weighing?.weights(query) == nil, "\(query)")
    }
  }

  @Test func whatIsRememberedOfListsGoesWithTheirState() throws {
    let scratch = try Scratch()
    try makeDatabase(scratch("db"), [StoreDocument("ferry strike"), StoreDocument("strike")])
    let database = try StoreDatabase(path: scratch("db"))
    let both = try StoreDatabase(combining: [database, try StoreDatabase(path: scratch("db"))])
    #expect(try database.walk(.term("ferry")) == [1])
    #expect(try both.walk(.term("ferry")) == [1, 2])
    let writer = try StoreWriter(path: scratch("db"))
    try writer.add(StoreDocument("ferry"))
    try writer.commit()
    try writer.close()
    #expect(try database.walk(.term("ferry")) == [1])
    #expect(try database.reopen())
    #expect(try database.walk(.term("ferry")) == [1, 3])
    #expect(try database.termFrequency("ferry") == 2)
    #expect(try both.walk(.term("ferry")) == [1, 2, 5])
  }

  @Test func aWalkSeesWhatIsNotCommitted() throws {
    let scratch = try Scratch()
    let writer = try StoreWriter(path: scratch("db"))
    let reader = try writer.reader()
    for number in UInt32(1)...3 {
      try writer.add(StoreDocument("ferry"))
      #expect(try reader.walk(.term("ferry")) == Array(1...number))
    }
  }

  @Test func lengthsStandByNumber() throws {
    let scratch = try Scratch()
    try makeDatabase(scratch("db"), [StoreDocument("one"), StoreDocument("one two three"), StoreDocument("")])
    #expect(try StoreDatabase(path: scratch("db")).lengths() == [0, 1, 3, 0])
  }
}
