import Testing
import XapianStore

/// Random trees over random documents: Xapian's matcher, the walk, and counting on one's fingers agree.
@Suite struct BruteForceTests {
  @Test func treesFindWhatTheyShould() throws {
    let seed = UInt64.random(in: 0 ..< .max)
    var random = SeededRandom(seed)
    for round in 0..<25 {
      let scratch = try Scratch()
      let documents = (0..<Int.random(in: 1...40, using: &random)).map {
        RandomDocument(number: UInt32($0 + 1), &random)
      }
      let databases = try makeDatabases(scratch, documents, shards: Int.random(in: 1...3, using: &random))
      for _ in 0..<40 {
        let query = randomQuery(depth: 4, &random)
        let expected = documents.filter { $0.matches(query) }.map(\.number)
        let note: Comment = "seed \(seed), round \(round): \(query)"
        var search = StoreSearch(query, limit: 100)
        search.collect = true
        let page = try databases.search(search)
        #expect(page.matches == expected, note)
        #expect(page.hits.map(\.document).sorted() == expected, note)
        #expect(page.estimate == expected.count && page.isExact, note)
        #expect(try databases.matches(query) == expected, note)
        let walked = try databases.walk(query)
        if walked != nil || query.isWalkable { #expect(walked == expected, note) }
      }
    }
  }

  /// Document `i` goes where asking the shards as one gives it number `i + 1` again.
  func makeDatabases(_ scratch: Scratch, _ documents: [RandomDocument], shards: Int) throws -> StoreDatabase {
    let paths = (0..<shards).map { scratch("shard\($0)") }
    for (shard, path) in paths.enumerated() {
      let own = documents.indices.filter { $0 % shards == shard }
      try makeDatabase(path, own.map { documents[$0].stored })
    }
    return try StoreDatabase(paths: paths)
  }

  func randomQuery(depth: Int, _ random: inout SeededRandom) -> StoreQuery {
    func part() -> StoreQuery { randomQuery(depth: depth - 1, &random) }
    func parts() -> [StoreQuery] { (0..<Int.random(in: 1...3, using: &random)).map { _ in part() } }
    guard depth > 0 else { return leaf(&random) }
    switch Int.random(in: 0..<12, using: &random) {
    case 0, 1: return .and(parts())
    case 2, 3: return .or(parts())
    case 4, 5: return .andNot(part(), part())
    case 6: return .filter(part(), part())
    case 7: return .xor([part(), part()])
    case 8: return .scale(part(), 0.5)
    case 9: return .andMaybe(part(), part())
    default: return leaf(&random)
    }
  }

  func leaf(_ random: inout SeededRandom) -> StoreQuery {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: .all
    case 1: .none
    case 2: .valueRange(slot: 0, [UInt8.random(in: 1...9, using: &random)], [UInt8.random(in: 1...9, using: &random)])
    case 3:
      .documents((1...40).filter { _ in Bool.random(using: &random) })
    case 4: .wildcard(prefix: "a", limit: 0)
    case 5: .phrase([.term(word(&random)), .term(word(&random))])
    case 6: .near([.term("a1"), .term("b1")], window: Int.random(in: 2...4, using: &random))
    case 7: .synonym([.term(word(&random)), .term(word(&random))])
    default: .term(word(&random))
    }
  }
}

private let vocabulary = ["a1", "a2", "b1", "b2", "c1", "rare", "never"]

private func word(_ random: inout SeededRandom) -> String {
  vocabulary[Int.random(in: 0..<vocabulary.count, using: &random)]
}

/// A handful of words and perhaps a value.
struct RandomDocument {
  let number: UInt32
  let words: [String]
  let value: UInt8?

  init(number: UInt32, _ random: inout SeededRandom) {
    self.number = number
    var words: [String] = []
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      words.append(vocabulary[Int.random(in: 0..<5, using: &random)])
    }
    if Int.random(in: 0..<10, using: &random) == 0 { words.append("rare") }
    self.words = words
    value = Bool.random(using: &random) ? UInt8.random(in: 1...9, using: &random) : nil
  }

  var stored: StoreDocument {
    StoreDocument(words.joined(separator: " "), values: value.map { [0: [$0]] } ?? [:])
  }
}

extension RandomDocument {
  func matches(_ query: StoreQuery) -> Bool {
    switch query {
    case .all: true
    case .none: false
    case .term(let term, _): words.contains(term)
    case .and(let parts): parts.allSatisfy(matches)
    case .or(let parts), .synonym(let parts), .max(let parts), .elite(let parts, _): parts.contains(where: matches)
    case .andNot(let first, let second): matches(first) && !matches(second)
    case .filter(let first, let second): matches(first) && matches(second)
    case .andMaybe(let first, _), .scale(let first, _): matches(first)
    case .xor(let parts): parts.filter(matches).count % 2 == 1
    case .wildcard(let prefix, _): words.contains { $0.hasPrefix(prefix) }
    case .valueRange(_, let low, let high): value.map { low[0] <= $0 && $0 <= high[0] } ?? false
    case .valueAtLeast(_, let low): value.map { low[0] <= $0 } ?? false
    case .valueAtMost(_, let high): value.map { $0 <= high[0] } ?? false
    case .documents(let numbers): numbers.contains(number)
    case .phrase(let parts, _): places(parts[0]).contains { place in places(parts[1]).contains(place + 1) }
    case .near(let parts, let window):
      places(parts[0]).contains { place in places(parts[1]).contains { abs($0 - place) < window } }
    }
  }

  private func places(_ term: StoreQuery) -> [Int] { words.indices.filter { term == .term(words[$0]) } }
}

extension StoreQuery {
  fileprivate var isWalkable: Bool {
    switch self {
    case .all, .none, .term: true
    case .and, .or, .andNot, .filter, .andMaybe, .scale, .synonym, .max: parts.allSatisfy(\.isWalkable)
    default: false
    }
  }
}

/// The same numbers for the same seed.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
