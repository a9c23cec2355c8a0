import Testing
import TextAnalysis

@testable import NewsIndex

/// Places of words come back, and no word of a document is taken for another one of it.
struct WordPlacesTests {
  private typealias Word = (term: String, position: Int, isAlternative: Bool)

  private func pack(_ words: [Word]) -> [UInt8] {
    var builder = WordPlaces.Builder()
    for word in words {
      builder.add(StableHash.of(word.term), at: UInt32(word.position), isAlternative: word.isAlternative)
    }
    return builder.finish(distinct: Set(words.map(\.term)).map { StableHash.of($0) })
  }

  private func words(_ text: String, from first: Int = 1) -> [Word] {
    SearchWords.words(in: text).map { ($0.term, $0.position + first - 1, $0.isAlternative) }
  }

  private func positions(_ term: String, _ value: [UInt8]) -> [UInt32]? {
    value.withUnsafeBytes { WordPlaces($0)?.positions(of: StableHash.of(term)) }
  }

  private func holds(_ phrase: String, _ value: [UInt8]) -> Bool? {
    let hashes = phrase.split(separator: " ").map { StableHash.of(String($0)) }
    return value.withUnsafeBytes { WordPlaces($0)?.hold(PhraseCodes(hashes)) }
  }

  @Test func aShortTextTakesAByteAWord() {
    let value = pack(words("The ferry stays in the harbour until the storm has passed"))
    #expect(value.count == 1 + 11)
    #expect(positions("the", value) == [1, 5, 8])
    #expect(positions("harbour", value) == [6])
  }

  @Test func phrasesAreWordsBehindOneAnother() {
    let value = pack(words("The ferry stays in the harbour until the storm has passed"))
    #expect(holds("the harbour until", value) == true)
    #expect(holds("the storm", value) == true)
    #expect(holds("harbour the", value) == false)
    #expect(holds("ferry in", value) == false)
    #expect(holds("passed the", value) == false)
  }

  @Test func alternativesStandBesideTheirWord() {
    let value = pack(words("A COVID-19 ward for O’Brien"))
    #expect(positions("covid19", value) == [2])
    #expect(positions("covid", value) == [2])
    #expect(holds("covid 19 ward", value) == true)
    #expect(holds("for brien", value) == true)
    #expect(holds("covid19 ward", value) == false)
    #expect(holds("19 ward for", value) == true)
    #expect(holds("a covid19", value) == true)
  }

  @Test func noPhraseMatchesAcrossAGap() {
    let value = pack(words("we wait") + words("the bridge holds", from: 103))
    #expect(positions("bridge", value) == [104])
    #expect(holds("the bridge", value) == true)
    #expect(holds("wait the", value) == false)
  }

  @Test func withoutWordsThereIsNoValue() {
    #expect(pack([]) == [])
    #expect(positions("ferry", []) == nil)
  }

  @Test(arguments: UInt64(1)...40) func everyPositionComesBack(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let vocabulary = random.pick([3, 20, 60, 400, 3000, 30_000])
    var list: [Word] = []
    var position = 1 + random.below(3)
    for _ in 0..<(1 + random.below(vocabulary * 2)) {
      if random.chance(5) { list.append((String(random.below(vocabulary), radix: 36) + "x", position, true)) }
      list.append((String(random.below(vocabulary), radix: 36), position, false))
      position += random.chance(2) ? 101 : 1
    }
    var expected: [String: Set<UInt32>] = [:]
    for word in list { expected[word.term, default: []].insert(UInt32(word.position)) }
    let value = pack(list)
    for (term, places) in expected.prefix(500) {
      #expect(positions(term, value) == places.sorted(), "seed \(seed), \(term)")
    }
    for _ in 0..<50 {
      let start = random.below(list.count)
      let terms = list[start..<min(start + 1 + random.below(3), list.count)].map(\.term)
      let isThere = expected[terms[0], default: []].contains { first in
        terms.enumerated().allSatisfy { expected[$1, default: []].contains(first + UInt32($0)) }
      }
      #expect(holds(terms.joined(separator: " "), value) == isThere, "seed \(seed), \(terms)")
    }
  }

  /// One run of one word behind a gap of 2^35, and an alternative as far away.
  @Test(arguments: [[4, 1, 255, 255, 255, 255, 127, 1], [8, 1, 255, 255, 255, 255, 127]] as [[UInt8]])
  func aPositionThatNoWordCanHaveIsDamage(head: [UInt8]) {
    for code in UInt8.min...UInt8.max { #expect(positions("ferry", head + [code]) == nil) }
  }

  @Test(arguments: UInt64(1)...20) func randomBytesNeverTrap(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<1000 {
      let value = (0..<random.below(40)).map { _ in UInt8(random.below(256)) }
      _ = positions("ferry", value)
      _ = holds("the ferry", value)
    }
  }
}
