import ArticleModel
import Testing

@testable import NewsIndex

struct DateTermsTests {
  private func terms(_ text: String) -> [String] { DateValue(text).map { DateTerms.indexed($0, .date) } ?? ["?"] }

  @Test func aDateHasItsOwnTermAndTheCoarserOnes() {
    #expect(terms("2024-11-05") == ["D20241105", "D202411", "D2024"])
    #expect(terms("2024-11") == ["D202411", "D2024"])
    #expect(terms("2024") == ["D2024"])
    #expect(terms("2024-Q4") == ["D2024q4", "D2024"])
    #expect(terms("2024-11-04..2024-11-10") == ["D202411", "D2024"])
    #expect(terms("2023-12-30..2024-01-02") == ["D2023"])
    #expect(terms("--11-05") == [])
  }

  @Test func aPeriodAsksForTheLargestUnitsInIt() throws {
    func asking(_ first: String, _ last: String) throws -> [String] {
      DateTerms.asking(
        from: try #require(CalendarDay(iso: first)), through: try #require(CalendarDay(iso: last)), .published)
    }
    #expect(try asking("2024-11-05", "2024-11-05") == ["P20241105"])
    #expect(try asking("2024-02-01", "2024-02-29") == ["P202402"])
    #expect(try asking("2024-10-01", "2024-12-31") == ["P2024q4", "P202410", "P202411", "P202412"])
    #expect(try asking("2023-12-31", "2025-01-01") == ["P20231231", "P2024", "P20250101"])
    #expect(try asking("2025-01-01", "2024-01-01") == [])
    #expect(try asking("9999-12-31", "9999-12-31") == ["P99991231"])
  }

  @Test(arguments: UInt64(1)...30) func aDayIsFoundByExactlyThePeriodsThatHoldIt(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let (one, two) = (random.day(), random.day())
      let (first, last) = (min(one, two), max(one, two))
      let asked = Set(DateTerms.asking(from: first, through: last, .date))
      for day in [random.day(), first, last, first.adding(days: -1), last.adding(days: 1)] {
        let found = !asked.isDisjoint(with: DateTerms.indexed(.day(day), .date))
        #expect(found == (first <= day && day <= last), "seed \(seed): \(day) in \(first)..\(last)")
      }
    }
  }

  @Test(arguments: UInt64(1)...30) func aCoarseDateIsFoundByThePeriodsThatHoldAllOfIt(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let value = random.pick([
        DateValue.month(year: 1995 + random.below(4), month: 1 + random.below(12)),
        .quarter(year: 1995 + random.below(4), quarter: 1 + random.below(4)), .year(1995 + random.below(4)),
      ])
      let (held, start) = (try #require(value), CalendarDay(dayNumber: 8900 + random.below(1600)))
      let end = start.adding(days: random.below(900))
      let asked = Set(DateTerms.asking(from: start, through: end, .date))
      let (first, last) = (try #require(held.firstDay), try #require(held.lastDay))
      let found = !asked.isDisjoint(with: DateTerms.indexed(held, .date))
      #expect(found == (start <= first && last <= end), "seed \(seed): \(held) in \(start)..\(end)")
    }
  }
}

struct OrderKeyTests {
  @Test(arguments: UInt64(1)...20) func bytesOrderLikeDaysAndUnknownComesLastBothWays(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let (one, two) = (random.day(), random.day())
    func oldest(_ day: CalendarDay?) -> [UInt8] { OrderKey.oldestFirst(day, idHash: 1, place: 1) }
    func newest(_ day: CalendarDay?) -> [UInt8] { OrderKey.newestFirst(day, idHash: 1, place: 1) }
    #expect(oldest(one).lexicographicallyPrecedes(oldest(two)) == (one < two))
    #expect(newest(one).lexicographicallyPrecedes(newest(two)) == (two < one))
    #expect(oldest(one).lexicographicallyPrecedes(oldest(nil)))
    #expect(newest(one).lexicographicallyPrecedes(newest(nil)))
  }

  @Test func theSameDayOrdersByArticleAndPlace() {
    let day = CalendarDay(dayNumber: 20_000)
    let places: [(hash: UInt64, place: Int)] = [
      (1, 1), (1, 2), (1, 254), (1, 255), (1, 300), (1, 65_536), (2, 1), (.max, 0),
    ]
    let keys = places.map { OrderKey.newestFirst(day, idHash: $0.hash, place: $0.place) }
    for (one, two) in zip(keys, keys.dropFirst()) { #expect(one.lexicographicallyPrecedes(two)) }
    for (key, (hash, place)) in zip(keys, places) {
      let read = key.withUnsafeBytes(OrderKey.article)
      #expect(read?.idHash == hash && read?.place == place)
    }
    #expect(OrderKey.newestFirst(day, idHash: 0, place: 1 << 25).suffix(3) == [0xFF, 0xFF, 0xFF])
  }

  @Test func bytesOfAnotherLengthAreNoKey() {
    let key = OrderKey.newestFirst(nil, idHash: 7, place: 300)
    for bytes in [[], Array(key.dropLast()), Array(key.prefix(12)), key + [0]] {
      #expect(bytes.withUnsafeBytes(OrderKey.article) == nil, "\(bytes)")
    }
  }

  @Test func confidenceIsOneByte() {
    #expect([0, 0.8, 1, 1.5, -1].map(ConfidenceValue.byte) == [0, 160, 200, 200, 0])
    #expect(ConfidenceValue.byte(.nan) == 0)
  }
}
