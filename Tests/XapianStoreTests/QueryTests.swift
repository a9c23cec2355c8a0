import Testing
import XapianStore

/// Every kind of query, each with a document that it finds and one that it just doesn't.
@Suite struct QueryTests {
  let scratch: Scratch
  let database: StoreDatabase

  init() throws {
    scratch = try Scratch()
    try makeDatabase(
      scratch("db"),
      [
        StoreDocument("the ferry left the harbour", values: [0: [10]]),
        StoreDocument("the harbour the ferry left", values: [0: [20]]),
        StoreDocument("ferries were late", values: [0: [30]]),
        StoreDocument("the tram was late", boolean: ["Lnor"]),
      ])
    database = try StoreDatabase(path: scratch("db"))
  }

  func found(_ query: StoreQuery) throws -> [UInt32] {
    var search = StoreSearch(query)
    search.collect = true
    let page = try database.search(search)
    #expect(page.hits.map(\.document).sorted() == page.matches)
    #expect(page.isExact)
    return page.matches
  }

  @Test func leaves() throws {
    #expect(try found(.all) == [1, 2, 3, 4])
    #expect(try found(.none) == [])
    #expect(try found(.term("ferry")) == [1, 2])
    #expect(try found(.term("ferr")) == [])
    #expect(try found(.term("Ferry")) == [])
    #expect(try found(.term("")) == [])
    #expect(try found(.wildcard(prefix: "ferr", limit: 2)) == [1, 2, 3])
    #expect(try found(.wildcard(prefix: "ferri", limit: 1)) == [3])
    #expect(try found(.wildcard(prefix: "zz", limit: 1)) == [])
    #expect(try found(.documents([2, 4, 9])) == [2, 4])
    #expect(try found(.documents([])) == [])
  }

  @Test func combinations() throws {
    let (ferry, late, the) = (StoreQuery.term("ferry"), StoreQuery.term("late"), StoreQuery.term("the"))
    #expect(try found(.and([the, late])) == [4])
    #expect(try found(.and([ferry, late])) == [])
    #expect(try found(.or([ferry, late])) == [1, 2, 3, 4])
    #expect(try found(.or([ferry, .none])) == [1, 2])
    #expect(try found(.andNot(the, ferry)) == [4])
    #expect(try found(.andNot(.all, the)) == [3])
    #expect(try found(.andNot(the, .none)) == [1, 2, 4])
    #expect(try found(.filter(the, .term("Lnor"))) == [4])
    #expect(try found(.andMaybe(ferry, late)) == [1, 2])
    #expect(try found(.xor([the, late])) == [1, 2, 3])
    #expect(try found(.synonym([ferry, .term("ferries")])) == [1, 2, 3])
    #expect(try found(.max([ferry, .term("ferries")])) == [1, 2, 3])
    #expect(try found(.elite([ferry, late, the], count: 1)).count < 4)
    #expect(try found(.scale(ferry, 2.5)) == [1, 2])
    for empty: StoreQuery in [.and([]), .or([]), .xor([]), .phrase([]), .near([], window: 3), .synonym([]), .max([])] {
      #expect(try found(empty) == [])
    }
  }

  @Test func wordsInTheirPlaces() throws {
    let words = ["ferry", "left", "harbour"].map { StoreQuery.term($0) }
    #expect(try found(.phrase([words[0], words[1]])) == [1, 2])
    #expect(try found(.phrase([words[1], words[0]])) == [])
    // "left the harbour": three positions.
    #expect(try found(.phrase([words[1], words[2]])) == [])
    #expect(try found(.phrase([words[1], words[2]], window: 3)) == [1])
    // "harbour the ferry left"; "left the harbour"
    #expect(try found(.near([words[1], words[2]], window: 3)) == [1])
    #expect(try found(.near([words[1], words[2]], window: 4)) == [1, 2])
    let either = StoreQuery.or([.term("tram"), .or([.term("ferries"), .term("was")])])
    #expect(try found(.phrase([either, .or([.term("were"), .term("late")])])) == [3, 4])
  }

  @Test func values() throws {
    #expect(try found(.valueRange(slot: 0, [10], [20])) == [1, 2])
    #expect(try found(.valueRange(slot: 0, [11], [19])) == [])
    #expect(try found(.valueRange(slot: 0, [30], [10])) == [])
    #expect(try found(.valueAtLeast(slot: 0, [20])) == [2, 3])
    #expect(try found(.valueAtMost(slot: 0, [20])) == [1, 2])
    #expect(try found(.valueAtMost(slot: 0, [9])) == [])
    #expect(try found(.valueAtLeast(slot: 7, [0])) == [])
  }
}
