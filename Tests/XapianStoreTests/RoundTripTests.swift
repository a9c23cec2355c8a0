import Testing
import XapianStore

/// What goes in comes out.
@Suite struct RoundTripTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func aDocumentComesBackAsItWasBuilt() throws {
    var document = StoreDocument()
    document.add(term: "ferry", positions: [3, 9, 3])
    document.add(term: "harbour", wdf: 2)
    document.addBoolean(term: "Lnor")
    document.setValue(slot: 4, [1, 0, 255])
    document.data = Array("The ferry left the harbour.".utf8)
    try makeDatabase(scratch("db"), [document])

    let database = try StoreDatabase(path: scratch("db"))
    let terms = try database.terms(of: 1)
    #expect(terms.map(\.term) == ["Lnor", "ferry", "harbour"])
    #expect(terms.map(\.wdf) == [0, 3, 2])
    #expect(try database.positions(of: "ferry", in: 1) == [3, 9])
    #expect(try database.positions(of: "harbour", in: 1) == [])
    #expect(try database.positions(of: "absent", in: 1) == [])
    #expect(try database.value(slot: 4, of: 1) == [1, 0, 255])
    #expect(try database.value(slot: 5, of: 1) == [])
    #expect(text(try database.data(of: 1)) == "The ferry left the harbour.")
    #expect(try database.length(of: 1) == 5)
  }

  @Test func zeroBytesAndOtherScriptsSurvive() throws {
    let terms = ["a\0b", "a\0", "ñandú", "Ελλάδα", "日本", "👩‍🚒", "Q\u{10FFFF}"]
    var document = StoreDocument()
    for term in terms { document.add(term: term, positions: [1]) }
    document.setValue(slot: 0, [0, 0, 0])
    document.data = [0, 1, 0, 255, 254]
    try makeDatabase(scratch("db"), [document])

    let database = try StoreDatabase(path: scratch("db"))
    #expect(Set(try database.terms(of: 1).map(\.term)) == Set(terms))
    for term in terms {
      #expect(try database.postings(of: term) == [1], "\(term)")
      #expect(try database.search(StoreSearch(.term(term))).hits.map(\.document) == [1], "\(term)")
    }
    #expect(try database.postings(of: "a") == [])
    #expect(try database.value(slot: 0, of: 1) == [0, 0, 0])
    #expect(try database.data(of: 1) == [0, 1, 0, 255, 254])
  }

  @Test func aTermAddedTwiceIsJoined() throws {
    var document = StoreDocument()
    document.add(term: "echo", positions: [5])
    document.add(term: "echo", positions: [2, 5])
    document.add(term: "echo", wdf: 4)
    document.setValue(slot: 1, [1])
    document.setValue(slot: 1, [2])
    document.setValue(slot: 2, [3])
    document.setValue(slot: 2, [])
    try makeDatabase(scratch("db"), [document])
    let database = try StoreDatabase(path: scratch("db"))
    #expect(try database.terms(of: 1).map(\.wdf) == [7])
    #expect(try database.positions(of: "echo", in: 1) == [2, 5])
    #expect(try database.value(slot: 1, of: 1) == [2])
    #expect(try database.value(slot: 2, of: 1) == [])
  }

  @Test func termsAsBytesAreTheSameAsTermsAsStrings() throws {
    var document = StoreDocument()
    Array("tide".utf8).withUnsafeBufferPointer { tide in
      [UInt32(7), 9].withUnsafeBufferPointer { positions in
        document.add(term: tide, wdf: 3)
        document.add(prefix: "XT", term: tide)
        document.add(prefix: "XP", term: tide, positions: positions)
        document.add(term: tide, positions: positions, wdf: 0)
      }
    }
    try makeDatabase(scratch("db"), [document])
    let database = try StoreDatabase(path: scratch("db"))
    let terms = try database.terms(of: 1)
    #expect(terms.map(\.term) == ["XPtide", "XTtide", "tide"])
    #expect(terms.map(\.wdf) == [2, 1, 3])
    #expect(try database.positions(of: "XPtide", in: 1) == [7, 9])
    #expect(try database.positions(of: "tide", in: 1) == [7, 9])
  }

  @Test func anEmptiedDocumentKeepsNothing() throws {
    var document = StoreDocument("one two three", boolean: ["Lx"], values: [1: [1]], data: "old")
    document.removeAll()
    #expect(document.isEmpty)
    document.add(term: "four", positions: [1])
    try makeDatabase(scratch("db"), [document])
    let database = try StoreDatabase(path: scratch("db"))
    #expect(try database.terms(of: 1).map(\.term) == ["four"])
    #expect(try database.data(of: 1) == [])
    #expect(try database.value(slot: 1, of: 1) == [])
  }

  @Test func listsOfTermsAndPostings() throws {
    try makeDatabase(
      scratch("db"),
      [StoreDocument("tide tides"), StoreDocument("tide tide"), StoreDocument("time")])
    let database = try StoreDatabase(path: scratch("db"))
    let all = try database.terms(prefix: "ti")
    #expect(all.map(\.term) == ["tide", "tides", "time"])
    #expect(all.map(\.frequency) == [2, 1, 1])
    #expect(try database.terms(prefix: "tid", limit: 1).map(\.term) == ["tide"])
    #expect(try database.terms(prefix: "ti", from: "tidea", limit: 1).map(\.term) == ["tides"])
    #expect(try database.terms(prefix: "tx").isEmpty)
    #expect(try database.terms(prefix: "ti", limit: 0).isEmpty)
    #expect(try database.postings(of: "tide") == [1, 2])
    #expect(try database.postingFrequencies(of: "tide") == [1, 2])
    #expect(try database.postings(of: "tid") == [])
    #expect(try database.postings(of: "") == [1, 2, 3])
    #expect(try database.termFrequency("tide") == 2)
    #expect(try database.collectionFrequency("tide") == 3)
    #expect(try database.termFrequency("absent") == 0)
    #expect(try database.termFrequency("") == 3)
  }

  @Test func aSlotIsStreamedInOrder() throws {
    let documents = (1...10_000).map { (number: Int) -> StoreDocument in
      let value: [UInt8] = [UInt8(number & 0xFF), 0, UInt8(number >> 8)]
      return StoreDocument("x", values: number % 3 == 0 ? [:] : [2: value])
    }
    try makeDatabase(scratch("db"), documents)
    let database = try StoreDatabase(path: scratch("db"))
    func streamed(from first: UInt32) throws -> [Int] {
      var numbers: [Int] = []
      try database.values(slot: 2, from: first) { document, bytes in
        #expect(bytes.count == 3 && Int(bytes[0]) + Int(bytes[2]) << 8 == Int(document))
        numbers.append(Int(document))
      }
      return numbers
    }
    #expect(try streamed(from: 1) == (1...10_000).filter { $0 % 3 != 0 })
    #expect(try streamed(from: 9_000) == (9_000...10_000).filter { $0 % 3 != 0 })
    #expect(try streamed(from: 10_001) == [])
    let statistics = try database.valueStatistics(slot: 2)
    #expect(statistics.documents == 6_667)
    #expect(statistics.lowerBound == [0, 0, 1])
  }

  @Test func metadataAndSynonyms() throws {
    let writer = try StoreWriter(path: scratch("db"))
    try writer.setMetadata("a:1", [0, 1, 2])
    try writer.setMetadata("a:2", [3])
    try writer.setMetadata("b:1", [4])
    try writer.setMetadata("b:1", [])
    try writer.addSynonym("ferries", of: "en:ferri")
    try writer.addSynonym("ferry", of: "en:ferri")
    try writer.addSynonym("boats", of: "en:boat")
    try writer.removeSynonym("boats", of: "en:boat")
    try writer.addSynonym("ships", of: "en:ship")
    try writer.clearSynonyms(of: "en:ship")
    try writer.commit()
    let database = try StoreDatabase(path: scratch("db"))
    #expect(try database.metadata("a:1") == [0, 1, 2])
    #expect(try database.metadata("b:1") == [])
    #expect(try database.metadataKeys(prefix: "a:") == ["a:1", "a:2"])
    #expect(try database.metadataKeys(prefix: "") == ["a:1", "a:2"])
    #expect(try database.synonyms(of: "en:ferri") == ["ferries", "ferry"])
    #expect(try database.synonyms(of: "en:ferr") == [])
    #expect(try database.synonymKeys(prefix: "en:") == ["en:ferri"])
  }

  @Test func statisticsOfAnEmptyAndAFullDatabase() throws {
    try makeDatabase(scratch("empty"), [])
    let empty = try StoreDatabase(path: scratch("empty")).statistics
    #expect(
      empty
        == StoreStatistics(
          documentCount: 0, lastDocumentID: 0, averageLength: 0, totalLength: 0, shardCount: 1, hasPositions: false))
    try makeDatabase(scratch("db"), [StoreDocument("one two"), StoreDocument("one two three four")])
    let database = try StoreDatabase(path: scratch("db"))
    #expect(
      try database.statistics
        == StoreStatistics(
          documentCount: 2, lastDocumentID: 2, averageLength: 3, totalLength: 6, shardCount: 1, hasPositions: true))
    #expect(try database.uuid.count == 36)
    #expect(try database.uuid != StoreDatabase(path: scratch("empty")).uuid)
  }

  @Test func dataOfSeveralDocuments() throws {
    try makeDatabase(scratch("db"), ["one", "two", "three"].map { StoreDocument("x", data: $0) })
    let database = try StoreDatabase(path: scratch("db"))
    #expect(try database.data(of: [3, 1, 3]).map(text) == ["three", "one", "three"])
    #expect(try database.data(of: []).isEmpty)
  }

  @Test func valuesOfGivenDocuments() throws {
    let values: [[UInt8]] = (0..<3000).map { $0 % 3 == 0 ? [] : [UInt8($0 & 255), UInt8($0 >> 8)] }
    try makeDatabase(scratch("db"), values.map { StoreDocument("x", values: $0.isEmpty ? [:] : [4: $0]) })
    let database = try StoreDatabase(path: scratch("db"))
    let wanted = (1...3000).filter { $0 % 7 < 2 }.map { UInt32($0) } + [9000]
    var found: [UInt32: [UInt8]] = [:]
    try database.values(slot: 4, of: wanted) { found[$0] = Array($1) }
    #expect(
      found
        == Dictionary(uniqueKeysWithValues: wanted.dropLast().map { ($0, values[Int($0) - 1]) })
        .filter { !$0.value.isEmpty })
    try database.values(slot: 9, of: wanted) { document, _ in Issue.record("a value of \(document)") }
  }

  @Test func whatIsRememberedOfValuesGoesWithTheirState() throws {
    try makeDatabase(scratch("db"), [StoreDocument("x", values: [4: [1]]), StoreDocument("x")])
    let database = try StoreDatabase(path: scratch("db"))
    let writer = try StoreWriter(path: scratch("db"))
    let uncommitted = try writer.reader()
    func values(_ database: StoreDatabase) throws -> [UInt32: [UInt8]] {
      var found: [UInt32: [UInt8]] = [:]
      try database.values(slot: 4, of: [1, 2, 3]) { found[$0] = Array($1) }
      return found
    }
    #expect(try values(database) == [1: [1]])
    #expect(try values(uncommitted) == [1: [1]])
    try writer.replace(2, with: StoreDocument("x", values: [4: [2, 2]]))
    try writer.add(StoreDocument("x", values: [4: []]))
    #expect(try values(uncommitted) == [1: [1], 2: [2, 2]])
    try writer.commit()
    try writer.close()
    #expect(try values(database) == [1: [1]])
    #expect(try database.reopen())
    #expect(try values(database) == [1: [1], 2: [2, 2]])
  }

  @Test func moreValuesThanAreRememberedAreReadAgain() throws {
    let large = [UInt8](repeating: 7, count: 100_000)
    try makeDatabase(scratch("db"), (0..<60).map { StoreDocument("x", values: [4: large + [UInt8($0)]]) })
    let database = try StoreDatabase(path: scratch("db"))
    for _ in 0..<2 {
      var last: [UInt8] = []
      try database.values(slot: 4, of: (1...60).map { UInt32($0) }) { last.append($1[$1.count - 1]) }
      #expect(last == (0..<60).map { UInt8($0) })
    }
  }
}
