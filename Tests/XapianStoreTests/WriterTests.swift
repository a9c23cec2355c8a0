import Testing
import XapianStore

/// When changes count, and for whom.
@Suite struct WriterTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  func count(_ term: String = "") throws -> Int { try StoreDatabase(path: scratch("db")).termFrequency(term) }

  @Test func changesCountFromTheCommitOn() throws {
    let writer = try StoreWriter(path: scratch("db"), mode: .create)
    try writer.add(StoreDocument("one"))
    #expect(try count() == 0)
    #expect(try writer.reader().documentCount == 1)
    try writer.commit()
    #expect(try count() == 1)
  }

  @Test func aWriterLetGoLeavesItsChangesUndone() throws {
    do {
      let writer = try StoreWriter(path: scratch("db"), mode: .create)
      try writer.add(StoreDocument("kept"))
      try writer.commit()
      try writer.add(StoreDocument("lost"))
    }
    #expect(try count("kept") == 1)
    #expect(try count("lost") == 0)
  }

  @Test func closingCommitsAndReleasesTheLock() throws {
    let writer = try StoreWriter(path: scratch("db"), mode: .create)
    try writer.add(StoreDocument("one"))
    #expect(failure { try StoreWriter(path: scratch("db")) }?.code == .databaseLock)
    try writer.close()
    try writer.close()
    #expect(try count("one") == 1)
    let second = try StoreWriter(path: scratch("db"), mode: .open)
    try second.add(StoreDocument("two"))
    try second.close()
    #expect(try count() == 2)
  }

  @Test func withoutTermListsDocumentsAreFoundAndNotDeleted() throws {
    var options = StoreWriterOptions()
    options.omitsTermLists = true
    let writer = try StoreWriter(path: scratch("db"), mode: .create, options: options)
    try writer.add(StoreDocument("one"))
    try writer.close()
    try StoreMerge.compact(sources: [scratch("db")], into: scratch("merged"))
    let second = try StoreWriter(path: scratch("merged"), mode: .open, options: options)
    try second.add(StoreDocument("one two"))
    #expect(failure { try second.delete(1) }?.code == .featureUnavailable)
    try second.commit()
    let database = try StoreDatabase(path: scratch("merged"))
    #expect(try database.postings(of: "one") == [1, 2])
    #expect(failure { try database.terms(of: 1) }?.code == .featureUnavailable)
    #expect(try StoreDatabase.check(path: scratch("merged")).problems == 0)
  }

  @Test func discardedChangesAreGoneAndTheWriterGoesOn() throws {
    let writer = try StoreWriter(path: scratch("db"), mode: .create)
    try writer.add(StoreDocument("one"))
    try writer.commit()
    try writer.add(StoreDocument("two"))
    try writer.setMetadata("key", [1])
    try writer.addSynonym("zwei", of: "two")
    try writer.discardChanges()
    try writer.add(StoreDocument("three"))
    try writer.commit()
    let database = try StoreDatabase(path: scratch("db"))
    #expect(try database.terms(prefix: "").map(\.term) == ["one", "three"])
    #expect(try database.metadata("key") == [])
    #expect(try database.synonyms(of: "two") == [])
  }

  @Test func aTransactionIsAllOrNothing() throws {
    let writer = try StoreWriter(path: scratch("db"), mode: .create)
    try writer.add(StoreDocument("before"))
    try writer.beginTransaction()
    #expect(try count() == 1)
    // More than the 10,000 changes after which Xapian would commit by itself.
    for _ in 0..<10_100 { try writer.add(StoreDocument("inside")) }
    #expect(try count("inside") == 0)
    #expect(failure { try writer.commit() }?.code == .invalidOperation)
    try writer.cancelTransaction()
    try writer.beginTransaction()
    try writer.add(StoreDocument("second"))
    try writer.commitTransaction()
    #expect(try count("before") == 1)
    #expect(try count("inside") == 0)
    #expect(try count("second") == 1)
  }

  @Test func commitEveryCommitsByItself() throws {
    var options = StoreWriterOptions()
    options.commitEvery = 3
    let writer = try StoreWriter(path: scratch("db"), mode: .create, options: options)
    for _ in 0..<5 { try writer.add(StoreDocument("x")) }
    #expect(try count() == 3)
  }

  @Test func replacingAndDeleting() throws {
    let writer = try StoreWriter(path: scratch("db"), mode: .create)
    for name in ["a", "b", "b", "c"] { try writer.add(StoreDocument("old", boolean: ["Q" + name])) }
    #expect(try writer.replace(term: "Qb", with: StoreDocument("new", boolean: ["Qb"])) == 2)
    #expect(try writer.replace(term: "Qd", with: StoreDocument("new", boolean: ["Qd"])) == 5)
    try writer.replace(1, with: StoreDocument("new", boolean: ["Qa"]))
    try writer.replace(9, with: StoreDocument("new", boolean: ["Qe"]))
    try writer.delete(term: "Qc")
    try writer.delete(term: "Qnobody")
    #expect(failure { try writer.delete(4) }?.code == .docNotFound)
    try writer.delete(5)
    try writer.commit()
    let database = try StoreDatabase(path: scratch("db"))
    #expect(try database.postings(of: "") == [1, 2, 9])
    #expect(try database.postings(of: "old") == [])
    #expect(try database.postings(of: "new") == [1, 2, 9])
    #expect(try database.postings(of: "Qb") == [2])
    #expect(try database.lastDocumentID == 9)
  }

  @Test func modes() throws {
    let path = scratch("db")
    #expect(failure { try StoreWriter(path: path, mode: .open) }?.code == .databaseNotFound)
    try makeDatabase(path, [StoreDocument("one")])
    #expect(failure { try StoreWriter(path: path, mode: .create) }?.code == .databaseCreate)
    try StoreWriter(path: path, mode: .createOrOpen).close()
    #expect(try count() == 1)
    try StoreWriter(path: path, mode: .overwrite).close()
    #expect(try count() == 0)
  }

  @Test func revisionsRise() throws {
    let writer = try StoreWriter(path: scratch("db"), mode: .create)
    try writer.add(StoreDocument("one"))
    try writer.commit()
    let reader = try StoreDatabase(path: scratch("db"))
    let (first, identity) = (try reader.revision(), try reader.uuid)
    try writer.add(StoreDocument("two"))
    try writer.commit()
    #expect(try reader.revision() == first)
    #expect(try reader.documentCount == 1)
    #expect(try reader.reopen())
    #expect(try reader.revision() > first)
    #expect(try reader.documentCount == 2)
    #expect(try reader.uuid == identity)
    #expect(try !reader.reopen())
  }
}
