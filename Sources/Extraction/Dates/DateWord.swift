import IndexDefinition

/// What a word means in a date.
enum DateWord: Hashable, Sendable {
  /// 1 to 12. `isWord`: also an English word or a name (`May`, `March`).
  case month(Int, isWord: Bool)
  /// In another language: a date only with its day in front. `isWord`: also an English word (`mars`).
  case foreignMonth(Int, isWord: Bool)
  /// Monday is 1.
  case weekday(Int, isWord: Bool)
  /// `today`, `yesterday`, `tomorrow`: days from the present one.
  case day(Int)
  /// A period that can be counted or pointed to.
  case unit(DateUnit)
  /// `morning`, `night`
  case partOfDay
  case season(Season)
  /// `seventies`: the last two digits of its first year.
  case decade(Int)
  case pointer(DatePointer)
  /// `early`, `late`, `mid`
  case shade
  case number(Int)
  /// `few`, `several`: some, not known how many.
  case few
  case ordinal(Int)
  case ago
  case end
  case half
}

enum DateUnit: Hashable, Sendable {
  case hour, day, week, weekend, month, quarter, year, decade, century
}

/// The northern ones, by whole months.
enum Season: Int, Hashable, Sendable {
  case spring, summer, autumn, winter
}

enum DatePointer: Hashable, Sendable { case last, past, this, next, coming }

/// The words of dates by their hash: those of the tables, and the closed classes of English.
struct DateLexicon: Sendable {
  private let words: WordMap<DateWord>
  /// By the low bits of the hash; keeps nearly all other words away from the map.
  private let filter: [Bool]
  let namedDays: LexiconTable
  /// By the low bits of the hash: whether a named day may begin with the word.
  private let namedDayFilter: [Bool]

  init(_ definition: Definition) {
    var words = Self.closed
    for row in definition.table("months").rows {
      guard let month = row.int(1), (1...12).contains(month) else { continue }
      let use = row[2]
      words[ByteHash.of(row.key.utf8)] =
        use.hasPrefix("foreign")
        ? .foreignMonth(month, isWord: use != "foreign") : .month(month, isWord: !use.isEmpty)
    }
    for row in definition.table("weekdays").rows {
      guard let day = row.int(1), (1...7).contains(day) else { continue }
      words[ByteHash.of(row.key.utf8)] = .weekday(day, isWord: !row.bytes(2).isEmpty)
    }
    self.words = words
    var filter = [Bool](repeating: false, count: 4096)
    for hash in words.keys { filter[Int(hash & 4095)] = true }
    self.filter = filter
    namedDays = definition.table("named-days")
    filter = [Bool](repeating: false, count: 4096)
    namedDays.forEachHash { filter[Int($0.value & 4095)] = true }
    namedDayFilter = filter
  }

  @inline(__always)
  subscript(hash: UInt32) -> DateWord? { mayHold(hash) ? words[hash] : nil }

  /// Whether a word may be in the list.
  @inline(__always)
  func mayHold(_ hash: UInt32) -> Bool { filter[Int(hash & 4095)] }

  @inline(__always)
  func mayBeginNamedDay(_ hash: UInt32) -> Bool { namedDayFilter[Int(hash & 4095)] }

  private static let closed: WordMap<DateWord> = {
    var words: WordMap<DateWord> = [:]
    func add(_ names: String, _ word: DateWord) {
      for name in names.split(separator: " ") { words[ByteHash.of(name.utf8)] = word }
    }
    func add(_ names: String, _ word: (Int) -> DateWord) {
      for (index, name) in names.split(separator: " ").enumerated() {
        words[ByteHash.of(name.utf8)] = word(index + 1)
      }
    }
    add("today tonight", .day(0))
    add("yesterday", .day(-1))
    add("tomorrow", .day(1))
    add("hour hours", .unit(.hour))
    add("day days", .unit(.day))
    add("week weeks", .unit(.week))
    add("weekend weekends", .unit(.weekend))
    add("month months", .unit(.month))
    add("quarter quarters", .unit(.quarter))
    add("year years", .unit(.year))
    add("decade decades", .unit(.decade))
    add("century centuries", .unit(.century))
    add("morning afternoon evening night", .partOfDay)
    add("spring", .season(.spring))
    add("summer", .season(.summer))
    add("fall autumn", .season(.autumn))
    add("winter", .season(.winter))
    for (index, name) in "twenties thirties forties fifties sixties seventies eighties nineties".split(separator: " ")
      .enumerated()
    { words[ByteHash.of(name.utf8)] = .decade(20 + 10 * index) }
    add("last", .pointer(.last))
    add("past", .pointer(.past))
    add("this", .pointer(.this))
    add("next", .pointer(.next))
    add("coming", .pointer(.coming))
    add("early late mid earlier later", .shade)
    add("few several couple many", .few)
    add("ago", .ago)
    add("end", .end)
    add("half", .half)
    add("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen") { .number($0) }
    add("a an", .number(1))
    add("twenty", .number(20))
    add("thirty", .number(30))
    add("forty", .number(40))
    add("fifty", .number(50))
    add("first second third fourth") { .ordinal($0) }
    return words
  }()
}
