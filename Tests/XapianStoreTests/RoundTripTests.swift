import Testing
import XapianStore

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
}
