import Glibc
import Testing
import XapianStore

/// Databases asked as one, here or elsewhere.
@Suite struct SeveralDatabasesTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try makeDatabase(
      scratch("a"), (1...4).map { StoreDocument("all a\($0)", values: [0: [UInt8($0)]], data: "a\($0)") })
    try makeDatabase(
      scratch("b"), (1...2).map { StoreDocument("all b\($0)", values: [0: [UInt8($0)]], data: "b\($0)") })
  }

  /// `a` holds 1, 3, 5, 7; `b` holds 2, 4.
  func check(_ database: StoreDatabase) throws {
    #expect(try database.documentCount == 6)
    #expect(try database.statistics.shardCount == 2)
    #expect(try database.postings(of: "all") == [1, 2, 3, 4, 5, 7])
    #expect(try database.postings(of: "b2") == [4])
    #expect(text(try database.data(of: 7)) == "a4")
    #expect(text(try database.data(of: 4)) == "b2")
    #expect(try database.revision() == 0)
    #expect(try database.terms(prefix: "").count == 7)
    #expect(try database.termFrequency("all") == 6)
    var slot: [UInt32] = []
    try database.values(slot: 0) { document, _ in slot.append(document) }
    #expect(slot == [1, 2, 3, 4, 5, 7])
    var search = StoreSearch(.term("all"))
    search.order = .value(slot: 0, reverse: true)
    search.spies = [.valueCounts(slot: 0)]
    search.fetchesData = true
    search.collect = true
    let page = try database.search(search)
    #expect(page.hits.map { text($0.data) } == ["a4", "a3", "a2", "b2", "a1", "b1"])
    #expect(page.valueCounts[0].counts.map(\.count) == [2, 2, 1, 1])
    #expect(page.matches == [1, 2, 3, 4, 5, 7])
  }

  @Test func severalLocalOnes() throws {
    let database = try StoreDatabase(paths: [scratch("a"), scratch("b")])
    try check(database)
    let some = try database.search(StoreSearch(.documents([2, 3, 4, 6, 7])))
    #expect(some.hits.map(\.document) == [2, 3, 4, 7])
    let narrowed = StoreQuery.and([.documents([1, 4, 7]), .or([.term("b2"), .term("a1")])])
    #expect(Set(try database.search(StoreSearch(narrowed)).hits.map(\.document)) == [1, 4])
    #expect(try database.matches(.term("all")) == [1, 2, 3, 4, 5, 7])
    #expect(try database.explainWeights(of: .term("b2"), in: 4).count == 1)
    #expect(failure { try database.search(StoreSearch(.all)) { _, _ in true } }?.code == .unimplemented)
  }

  @Test func openOnesAreCombinedWithoutOpeningThemAgain() throws {
    let parts = try ["a", "b"].map { try StoreDatabase(path: scratch($0)) }
    let database = try StoreDatabase(combining: parts)
    try check(database)
    let writer = try StoreWriter(path: scratch("b"), mode: .open)
    try writer.add(StoreDocument("all b3"))
    try writer.close()
    #expect(try database.termFrequency("b3") == 0)
    #expect(try parts[1].reopen())
    #expect(try database.termFrequency("b3") == 1)
    #expect(failure { try StoreDatabase(combining: []) }?.code == .invalidArgument)
  }

  /// Xapian itself would answer `all` alone in the database without positions.
  @Test func aPhraseFindsNothingWhereThereAreNoPositions() throws {
    var document = StoreDocument()
    for word in ["all", "a1"] { document.add(term: word) }
    try makeDatabase(scratch("placeless"), [document])
    let database = try StoreDatabase(paths: [scratch("a"), scratch("placeless")])
    let phrase = StoreQuery.phrase([.term("all"), .term("a1")])
    for query: StoreQuery in [
      phrase, .filter(phrase, .all), .and([phrase, .term("all")]), .andNot(.term("a1"), .andNot(.all, phrase)),
      .xor([.term("a2"), .filter(phrase, .term("all"))]),
    ] {
      #expect(try database.matches(query).filter { $0 != 3 } == [1], "\(query)")
    }
    // Alone, a database without positions answers a phrase as an `and`.
    #expect(try StoreDatabase(path: scratch("placeless")).matches(phrase) == [1])
  }

  @Test func theSameDatabaseTwice() throws {
    let database = try StoreDatabase(paths: [scratch("b"), scratch("b")])
    #expect(try database.search(StoreSearch(.documents([1, 4]))).hits.map(\.document) == [1, 4])
  }

  @Test func oneThatIsMissingIsNamed() throws {
    let error = failure { try StoreDatabase(paths: [scratch("a"), scratch("missing")]) }
    #expect(error?.code == .databaseNotFound)
    #expect(error?.description.contains(scratch("missing")) == true)
  }

  @Test func aServerThatDoesNotAnswerIsANetworkError() throws {
    // Port 1 of the loopback: nobody listens.
    let refused = failure {
      try StoreDatabase(shards: [.local(scratch("a")), .tcp(host: "127.0.0.1", port: 1, timeoutSeconds: 2)])
    }
    #expect(refused?.code == .networkError)
    #expect(refused?.description.contains("127.0.0.1") == true)
    let silent = failure { try StoreDatabase(shards: [.program("/bin/true", arguments: "", timeoutSeconds: 2)]) }
    #expect(silent?.code == .networkError)
    let slow = failure { try StoreDatabase(shards: [.program("sleep", arguments: "5", timeoutSeconds: 0.1)]) }
    #expect(slow?.code == .networkTimeout)
  }

  @Test(.enabled(if: RemoteProgram.isInstalled)) func remoteOnes() throws {
    let shards = ["a", "b"].map { StoreLocation.program(RemoteProgram.name, arguments: scratch($0)) }
    let database = try StoreDatabase(shards: shards)
    try check(database)
    try database.keepAlive()
    #expect(failure { try database.search(StoreSearch(.all)) { _, _ in true } }?.code == .unimplemented)
    #expect(failure { try database.search(StoreSearch(.documents([1]))) }?.code == .unimplemented)
    #expect(try database.explainWeights(of: .term("b2"), where: .term("b2")).count == 1)
    try check(try StoreDatabase(combining: try shards.map { try StoreDatabase(shards: [$0]) }))
    let mixed = try StoreDatabase(combining: [
      try StoreDatabase(path: scratch("a")), try StoreDatabase(shards: [shards[1]]),
    ])
    try check(mixed)
  }
}

/// The servers of Xapian's remote protocol, part of a package of their own (xapian-tools).
enum RemoteProgram {
  static let name = "xapian-progsrv"
  static var isInstalled: Bool {
    let folders = getenv("PATH").map { String(cString: $0) } ?? ""
    return folders.split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
  }
}
