import Testing
import XapianStore

/// Whatever goes wrong is a typed error that says where.
@Suite struct ErrorTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func aMissingDatabaseIsNotFound() throws {
    let path = scratch("nowhere")
    let error = failure { try StoreDatabase(path: path) }
    #expect(error?.code == .databaseNotFound)
    #expect(error?.description.contains(path) == true)
    #expect(error?.systemError == "No such file or directory")
    // An empty folder is no database either.
    let folder = failure { try StoreDatabase(path: scratch.path) }
    #expect(folder?.code == .databaseNotFound)
  }

  @Test func nothingToOpenIsAnInvalidArgument() throws {
    #expect(failure { try StoreDatabase(paths: []) }?.code == .invalidArgument)
  }

  @Test func aDamagedDatabaseIsCorruptOrOfAnotherVersion() throws {
    try makeDatabase(scratch("db"), (0..<500).map { StoreDocument("word\($0) other\($0)", data: "d\($0)") })
    try scratch.damage("db/postlist.glass", count: 40_000)
    let error = failure {
      let database = try StoreDatabase(path: scratch("db"))
      for number in 0..<500 { _ = try database.postings(of: "word\(number)") }
    }
    #expect(error?.code == .databaseCorrupt)
    try scratch.damage("db/iamglass", count: 10)
    let version = failure { try StoreDatabase(path: scratch("db")) }
    #expect(version?.code == .databaseVersion || version?.code == .databaseCorrupt, "\(String(describing: version))")
  }

  @Test func checkingFindsDamage() throws {
    try makeDatabase(scratch("db"), (0..<500).map { StoreDocument("word\($0)", data: "d\($0)") })
    let sound = try StoreDatabase.check(path: scratch("db"))
    #expect(sound.problems == 0)
    #expect(sound.report.contains { $0.hasPrefix("postlist") })
    try scratch.damage("db/termlist.glass", from: 8192, count: 8_000)
    let found = failure {
      if try StoreDatabase.check(path: scratch("db")).problems > 0 {
        throw StoreError(.databaseCorrupt, "problems were found")
      }
    }
    #expect(found?.code == .databaseCorrupt)
  }

  @Test func aClosedDatabaseSaysSo() throws {
    try makeDatabase(scratch("db"), [StoreDocument("one")])
    let database = try StoreDatabase(path: scratch("db"))
    try database.close()
    try database.close()
    #expect(failure { try database.search(StoreSearch(.term("one"))) }?.code == .databaseClosed)
    #expect(failure { try database.reopen() }?.code == .databaseClosed)
    #expect(failure { try database.data(of: 1) }?.code == .databaseClosed)
    let writer = try StoreWriter(path: scratch("db"))
    try writer.close()
    #expect(failure { try writer.add(StoreDocument("two")) }?.code == .databaseClosed)
  }

  @Test func aMissingDocumentIsNotFound() throws {
    try makeDatabase(scratch("db"), [StoreDocument("one")])
    let database = try StoreDatabase(path: scratch("db"))
    #expect(failure { try database.data(of: 2) }?.code == .docNotFound)
    #expect(failure { try database.terms(of: 2) }?.code == .docNotFound)
    #expect(failure { try database.data(of: 0) }?.code == .invalidArgument)
    #expect(failure { try database.metadata("") }?.code == .invalidArgument)
  }

  @Test func termsHaveALongestLength() throws {
    let writer = try StoreWriter(path: scratch("db"))
    func add(_ term: String) -> StoreErrorCode? {
      failure {
        var document = StoreDocument()
        document.add(term: term, positions: [1])
        try writer.add(document)
        try writer.commit()
      }?.code
    }
    #expect(add(String(repeating: "x", count: 245)) == nil)
    #expect(add(String(repeating: "x", count: 246)) == .invalidArgument)
    #expect(add(String(repeating: "ß", count: 123)) == .invalidArgument)
    // A zero byte takes the room of two.
    #expect(add(String(repeating: "\0", count: 122)) == nil)
    #expect(add(String(repeating: "\0", count: 123)) == .invalidArgument)
    #expect(add("") == .invalidArgument)
    #expect(failure { try writer.delete(term: "") }?.code == .invalidArgument)
    let long = String(repeating: "k", count: 300)
    #expect(failure { try writer.setMetadata(long, [1]) }?.code == .invalidArgument)
    #expect(failure { try writer.addSynonym("x", of: long) }?.code == .invalidArgument)
    // Those that were refused did no harm.
    #expect(try writer.reader().documentCount == 2)
  }

  @Test func aBroadWildcardIsRefused() throws {
    try makeDatabase(scratch("db"), [StoreDocument("tide tides tidal")])
    let database = try StoreDatabase(path: scratch("db"))
    func search(_ query: StoreQuery) -> StoreErrorCode? {
      failure { try database.search(StoreSearch(query)) }?.code
    }
    #expect(search(.wildcard(prefix: "tid", limit: 3)) == nil)
    #expect(search(.wildcard(prefix: "tid", limit: 2)) == .wildcardTooBroad)
    #expect(search(.wildcard(prefix: "tid", limit: 0)) == nil)
  }

  @Test func whatCannotBePlacedInAPhraseIsRefused() throws {
    try makeDatabase(scratch("db"), [StoreDocument("one two three")])
    let database = try StoreDatabase(path: scratch("db"))
    let (one, two) = (StoreQuery.term("one"), StoreQuery.term("two"))
    for part: StoreQuery in [
      .phrase([one, two]), .and([one, two]), .wildcard(prefix: "o", limit: 5), .all, .or([one, .and([one, two])]),
      .valueAtLeast(slot: 0, [1]), .documents([1]), .synonym([one, two]), .scale(one, 2),
    ] {
      for query: StoreQuery in [.phrase([part, two]), .near([part, two], window: 4)] {
        let error = failure { try database.search(StoreSearch(query)) }
        #expect(error?.code == .unimplemented, "\(query)")
        #expect(error?.message.contains("only terms and ORs of terms") == true)
      }
    }
  }

  @Test func wrongArgumentsAreRefused() throws {
    try makeDatabase(scratch("db"), [StoreDocument("one two three")])
    let database = try StoreDatabase(path: scratch("db"))
    var deep = StoreQuery.term("one")
    for _ in 0..<100_000 { deep = .scale(deep, 1) }
    for query in [.scale(.term("one"), -1), .documents([2, 1]), .documents([1, 1]), .documents([0])] + [deep] {
      let error = failure { try database.search(StoreSearch(query)) }
      #expect(error?.code == .invalidArgument)
    }
    // Unwinding so deep an enumeration would itself run out of stack: take it apart level by level.
    while case .scale(let part, _) = deep { deep = part }
  }

  @Test func tooManyExclusivesAreRefused() throws {
    try makeDatabase(scratch("db"), [StoreDocument("one")])
    let database = try StoreDatabase(path: scratch("db"))
    var query = StoreQuery.term("one")
    for _ in 0..<8 { query = .xor([query, .term("two")]) }
    #expect(try database.matches(query) == [1])
    for _ in 0..<16 { query = .xor([query, .term("two")]) }
    #expect(failure { try database.matches(query) }?.code == .invalidArgument)
  }

  @Test func anErrorIsReadable() {
    let error = StoreError(.networkError, "connection refused", context: "host:1", systemError: "ECONNREFUSED")
    #expect(error.description == "host:1: connection refused (ECONNREFUSED)")
    #expect(StoreError(.database, "cannot open /a/b", context: "/a/b").description == "cannot open /a/b")
  }

  @Test func theDiskBeingReadOnlyIsAnError() throws {
    let error = failure { try StoreWriter(path: "/proc/store", mode: .create) }
    #expect(error?.code == .databaseCreate || error?.code == .databaseOpening, "\(String(describing: error))")
  }
}
