import Testing
import XapianStore

/// Many small databases into one.
@Suite struct MergeTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  func makePart(_ name: String, _ words: [String], metadata: [String: String], synonyms: [String: [String]]) throws {
    let writer = try StoreWriter(path: scratch(name), mode: .create, options: .bulk)
    for (index, word) in words.enumerated() {
      try writer.add(StoreDocument("all \(word)", boolean: ["Q\(word)"], values: [0: [UInt8(index)]], data: word))
    }
    for (key, value) in metadata { try writer.setMetadata(key, Array(value.utf8)) }
    for (key, words) in synonyms { for word in words { try writer.addSynonym(word, of: key) } }
    try writer.close()
  }

  @Test func everythingIsKept() throws {
    try makePart("1", ["ant", "bee"], metadata: ["m": "first", "one": "1"], synonyms: ["insect": ["ant", "bee"]])
    try makePart("2", [], metadata: [:], synonyms: [:])
    try makePart("3", ["cat"], metadata: ["m": "second", "two": "2"], synonyms: ["insect": ["fly"], "pet": ["cat"]])
    try StoreMerge.compact(
      sources: ["1", "2", "3"].map { scratch($0) }, into: scratch("all"), isMultipass: true)

    let merged = try StoreDatabase(path: scratch("all"))
    #expect(try merged.documentCount == 3)
    #expect(try (1...3).map { text(try merged.data(of: $0)) } == ["ant", "bee", "cat"])
    #expect(try merged.terms(of: 3).map(\.term) == ["Qcat", "all", "cat"])
    #expect(try merged.positions(of: "cat", in: 3) == [2])
    #expect(try merged.postings(of: "all") == [1, 2, 3])
    #expect(try merged.value(slot: 0, of: 2) == [1])
    #expect(text(try merged.metadata("m")) == "first")
    #expect(try merged.metadataKeys(prefix: "") == ["m", "one", "two"])
    #expect(try merged.synonyms(of: "insect") == ["ant", "bee", "fly"])
    #expect(try merged.synonyms(of: "pet") == ["cat"])
    #expect(try merged.search(StoreSearch(.phrase([.term("all"), .term("bee")]))).hits.map(\.document) == [2])
    #expect(try StoreDatabase.check(path: scratch("all")).problems == 0)
    // It can be written on.
    let writer = try StoreWriter(path: scratch("all"), mode: .open)
    #expect(try writer.add(StoreDocument("dog")) == 4)
    try writer.close()
  }

  @Test func numbersStayWhereAsked() throws {
    let writer = try StoreWriter(path: scratch("1"), mode: .create)
    try writer.replace(5, with: StoreDocument("five"))
    try writer.replace(7, with: StoreDocument("seven"))
    try writer.close()
    let second = try StoreWriter(path: scratch("2"), mode: .create)
    try second.replace(9, with: StoreDocument("nine"))
    try second.close()
    let sources = [scratch("1"), scratch("2")]
    try StoreMerge.compact(sources: sources, into: scratch("kept"), renumber: false)
    #expect(try StoreDatabase(path: scratch("kept")).postings(of: "") == [5, 7, 9])
    // Renumbering moves each source behind the one before; gaps inside a source may stay.
    try StoreMerge.compact(sources: sources, into: scratch("new"), renumber: true)
    let renumbered = try StoreDatabase(path: scratch("new"))
    let documents = try renumbered.postings(of: "")
    #expect(documents.count == 3)
    #expect(try renumbered.postings(of: "five") == [documents[0]])
    #expect(try renumbered.postings(of: "nine") == [documents[2]])
    let overlap = failure {
      try StoreMerge.compact(sources: [scratch("1"), scratch("1")], into: scratch("no"), renumber: false)
    }
    #expect(overlap?.code == .invalidOperation)
  }

  @Test func whatCannotBeMergedIsAnError() throws {
    try makePart("1", ["ant"], metadata: [:], synonyms: [:])
    #expect(failure { try StoreMerge.compact(sources: [], into: scratch("x")) }?.code == .invalidArgument)
    let missing = failure { try StoreMerge.compact(sources: [scratch("1"), scratch("gone")], into: scratch("x")) }
    #expect(missing?.code == .databaseNotFound)
    let itself = failure { try StoreMerge.compact(sources: [scratch("1")], into: scratch("1")) }
    #expect(itself != nil)
    #expect(try StoreDatabase(path: scratch("1")).documentCount == 1)
  }

  @Test func manySmallOnes() throws {
    for part in 0..<60 { try makePart("p\(part)", ["w\(part)"], metadata: [:], synonyms: [:]) }
    try StoreMerge.compact(
      sources: (0..<60).map { scratch("p\($0)") }, into: scratch("all"), level: .standard, isMultipass: true)
    let merged = try StoreDatabase(path: scratch("all"))
    #expect(try merged.data(of: (1...60).map { $0 }).map(text) == (0..<60).map { "w\($0)" })
  }
}
