import Testing
import XapianStore

/// Who may outlive whom, and who may be used where. Meant for the address sanitizer too.
@Suite struct LifetimeTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try makeDatabase(scratch("db"), (0..<2_000).map { StoreDocument("all w\($0 % 50)", values: [0: [UInt8($0 % 7)]]) })
  }

  @Test func resultsOutliveTheDatabase() throws {
    var database: StoreDatabase? = try StoreDatabase(path: scratch("db"))
    var search = StoreSearch(.term("w3"))
    search.collect = true
    search.spies = [.valueCounts(slot: 0)]
    let page = try database?.search(search)
    let postings = try database?.postings(of: "w3")
    database = nil
    #expect(page?.matches == postings)
    #expect(page?.valueCounts[0].total == 40)
  }

  @Test func theReaderKeepsItsWriter() throws {
    var writer: StoreWriter? = try StoreWriter(path: scratch("other"))
    try writer?.add(StoreDocument("one"))
    let reader = try #require(try writer?.reader())
    writer = nil
    #expect(try reader.postings(of: "one") == [1])
    #expect(failure { try StoreWriter(path: scratch("other")) }?.code == .databaseLock)
  }

  @Test func aReaderOvertakenByItsWriterAsksAgain() throws {
    let reader = try StoreDatabase(path: scratch("db"))
    let writer = try StoreWriter(path: scratch("db"), mode: .open)
    for round in 0..<4 {
      for number in UInt32(1)...2_000 { try writer.replace(number, with: StoreDocument("round\(round) all")) }
      try writer.commit()
    }
    #expect(failure { try reader.postings(of: "w7") }?.code == .databaseModified)
    var attempts = 0
    let found = try reader.retrying {
      attempts += 1
      return try reader.postings(of: "round3")
    }
    #expect(found.count == 2_000)
    #expect(attempts >= 1)
    // Other errors go straight through.
    #expect(failure { try reader.retrying { try reader.data(of: 5_000) } }?.code == .docNotFound)
  }

  @Test func retryingGivesUp() throws {
    let reader = try StoreDatabase(path: scratch("db"))
    var attempts = 0
    let error = failure {
      try reader.retrying(attempts: 3) {
        attempts += 1
        throw StoreError(.databaseModified, "again and again")
      }
    }
    #expect(error?.code == .databaseModified)
    #expect(attempts == 3)
  }

  @Test func oneHandleMovesFromTaskToTask() async throws {
    let holder = Holder(try StoreDatabase(path: scratch("db")))
    for round in 0..<8 {
      let found = try await Task.detached { try await holder.postings(of: "w\(round)") }.value
      #expect(found.count == 40)
    }
  }

  @Test func eachTaskHasItsOwnHandle() async throws {
    let path = scratch("db")
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        group.addTask {
          var total = 0
          for round in 0..<20 {
            let database = try StoreDatabase(path: path)
            let words = StoreQuery.or([.term("w\(task)"), .term("w\(round)"), .andNot(.all, .term("all"))])
            var search = StoreSearch(words)
            search.collect = true
            total += try database.search(search).matches.count
            total += try database.walk(words)?.count ?? 0
          }
          return total
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == [Int](repeating: 2 * (40 + 19 * 80), count: 8))
  }

  @Test func anotherTaskCancelsASearch() async throws {
    let cancellation = try #require(StoreCancellation())
    let database = try StoreDatabase(path: scratch("db"))
    var visits = 0
    var search = StoreSearch(.all)
    search.cancellation = cancellation
    let error = failure {
      try database.search(search) { _, _ in
        visits += 1
        if visits == 100 { cancellation.cancel() }
        return true
      }
    }
    #expect(error?.code == .interrupted)
    #expect(visits == 100)
  }

  @Test func anErrorInTheMiddleOfAWalkFreesTheWalk() throws {
    let reader = try StoreDatabase(path: scratch("db"))
    try reader.close()
    #expect(failure { try reader.values(slot: 0) { _, _ in } }?.code == .databaseClosed)
  }
}

private actor Holder {
  private let database: StoreDatabase
  init(_ database: sending StoreDatabase) { self.database = database }
  func postings(of term: String) throws -> [UInt32] { try database.postings(of: term) }
}
