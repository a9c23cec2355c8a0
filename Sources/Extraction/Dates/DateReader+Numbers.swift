import ArticleModel

/// Dates that are written in digits.
extension DateReader {
  func numeric(at token: Int) -> FoundDate? {
    if tokens.shapes[token] == .digits { return plainYear(at: token) }
    let bytes = tokens.bytes[tokens.start(token)..<tokens.end(token)]
    if let decade = decade(bytes, at: token) { return decade }
    return century(bytes, at: token) ?? isoDate(bytes, at: token) ?? parted(bytes, at: token)
  }

  // MARK: Years

  /// `2016`, `the 1930's`, `'98`.
  private func plainYear(at token: Int) -> FoundDate? {
    guard let year = year(token) else { return shortYear(at: token) }
    if isIn(Self.possessive, token + 1), follows(Self.the, token), year % 10 == 0 {
      return FoundDate(tokens: token..<token + 2, value: DateClock.years(year, year + 9), isWritten: true)
    }
    guard isYear(year, at: token) else { return nil }
    return FoundDate(tokens: token..<token + 1, value: .year(year), isWritten: true)
  }

  /// `in '98`: two digits behind an apostrophe.
  private func shortYear(at token: Int) -> FoundDate? {
    guard tokens.ends[token] - tokens.starts[token] == 2, let short = digits(token), isApostrophe(token - 1),
      tokens.touchesNext(token - 1), follows(Self.yearPrepositions, token - 1)
    else { return nil }
    return FoundDate(tokens: token - 1..<token + 1, value: .year(Self.full(short)))
  }

  private func isApostrophe(_ token: Int) -> Bool {
    token >= 0
      && (tokens.marks[token] == .single || tokens.marks[token] == .singleOpen || tokens.marks[token] == .singleClose)
  }

  private static func full(_ short: Int) -> Int { short < 30 ? 2000 + short : 1900 + short }

  private func isYear(_ year: Int, at token: Int) -> Bool {
    if isCount(behind: token) || follows(Self.counters, token) { return false }
    if follows(Self.of, token), isIn(Self.amounts, token - 2) { return false }
    let isPlural =
      token + 1 < limit && tokens.shapes[token + 1] == .lower && endsLikePlural(token + 1)
      && tokens.ends[token + 1] - tokens.starts[token + 1] > 3 && !isIn(Self.events, token + 1)
      && !(isIn(Self.yearly, token + 1) && follows(Self.owners, token))
    if year < 1900 { return year >= 1500 && !isPlural && follows(Self.firmPrepositions, token) }
    return !isPlural || follows(Self.yearPrepositions, token)
  }

  /// `results`, not `census`, `loss`, `crisis`
  private func endsLikePlural(_ token: Int) -> Bool {
    let end = tokens.end(token)
    guard tokens.bytes[end - 1] == UInt8(ascii: "s"), end - tokens.start(token) > 1 else { return false }
    let last = tokens.bytes[end - 2]
    return last != UInt8(ascii: "s") && last != UInt8(ascii: "u") && last != UInt8(ascii: "i")
  }

  /// Whether what follows a number says that it counts something: `people`, `dollars`.
  func isCount(behind token: Int) -> Bool { isIn(Self.counted, token + 1) }

  /// `1990s`, `'60s`, `60s`.
  private func decade(_ bytes: ArraySlice<UInt8>, at token: Int) -> FoundDate? {
    guard bytes.last == UInt8(ascii: "s"), let number = number(bytes.dropLast()), number % 10 == 0 else { return nil }
    if bytes.count == 5, (1000...2090).contains(number) {
      return FoundDate(tokens: token..<token + 1, value: DateClock.years(number, number + 9), isWritten: true)
    }
    let isAge = follows(Self.possessors, token) || follows(Self.possessors, token - 1)
    guard bytes.count == 3, number >= 20, !isAge, isApostrophe(token - 1) || follows(Self.decadeWords, token) else {
      return nil
    }
    let start = isApostrophe(token - 1) && tokens.touchesNext(token - 1) ? token - 1 : token
    return FoundDate(tokens: start..<token + 1, value: DateClock.years(1900 + number, 1909 + number))
  }

  /// `19th century`, `19th-century`.
  private func century(_ bytes: ArraySlice<UInt8>, at token: Int) -> FoundDate? {
    let length = bytes.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
    guard (1...2).contains(length), let number = number(bytes.prefix(length)), (5...21).contains(number) else {
      return nil
    }
    let tail = bytes.dropFirst(length + 2)
    let isJoined = tail.elementsEqual("-century".utf8)
    guard isJoined || (tail.isEmpty && bytes.count == length + 2 && word(token + 1) == .unit(.century)) else {
      return nil
    }
    if !isJoined, isCapitalised(token + 1), isCapitalised(token + 2) { return nil }
    let first = (number - 1) * 100 + 1
    return FoundDate(
      tokens: token..<token + (isJoined ? 1 : 2), value: DateClock.years(first, first + 99), isWritten: true)
  }

  // MARK: Parted by signs

  /// `2024-11-19`, with a time behind it or not; `2014-2016`, `2014-16`.
  private func isoDate(_ bytes: ArraySlice<UInt8>, at token: Int) -> FoundDate? {
    guard bytes.count > 4, bytes[bytes.startIndex + 4] == UInt8(ascii: "-") else { return nil }
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count >= 2, parts[0].count == 4, let year = number(parts[0]), (1000...2100).contains(year) else {
      return nil
    }
    let range = token..<token + 1
    if parts.count == 3 {
      guard let day = CalendarDay(iso: String(decoding: bytes, as: UTF8.self)) else { return nil }
      return FoundDate(tokens: range, value: .day(day), isWritten: true)
    }
    guard parts.count == 2, let second = number(parts[1]) else { return nil }
    let last = parts[1].count == 4 ? second : year / 100 * 100 + second
    guard parts[1].count == 4 || parts[1].count == 2, last > year, last <= year + 100, year >= 1500 else { return nil }
    return FoundDate(tokens: range, value: DateClock.years(year, last), isWritten: true)
  }

  /// `19/11/2024`, `11/19/2024`, `19.11.2024`. Where both numbers can be the month, nobody knows which is.
  private func parted(_ bytes: ArraySlice<UInt8>, at token: Int) -> FoundDate? {
    for sign in [UInt8(ascii: "/"), UInt8(ascii: ".")] where bytes.count(where: { $0 == sign }) == 2 {
      let parts = bytes.split(separator: sign, omittingEmptySubsequences: false)
      guard parts.count == 3, let first = number(parts[0]), let second = number(parts[1]), let third = number(parts[2])
      else { continue }
      let range = token..<token + 1
      if parts[0].count == 4 {
        return CalendarDay(year: first, month: second, day: third).map {
          FoundDate(tokens: range, value: .day($0), isWritten: true)
        }
      }
      guard parts[2].count == 4, first <= 31, second <= 31 else { continue }
      if sign == UInt8(ascii: "."), second <= 12 {
        return day(third, second, first, range)
      }
      if first <= 12, second <= 12, first != second { return FoundDate(tokens: range, value: nil) }
      return first > 12 ? day(third, second, first, range) : day(third, first, second, range)
    }
    return nil
  }

  private func day(_ year: Int, _ month: Int, _ day: Int, _ range: Range<Int>) -> FoundDate? {
    CalendarDay(year: year, month: month, day: day).map { FoundDate(tokens: range, value: .day($0), isWritten: true) }
  }

  private static var the: FewWords { FewWords("the") }
  private static var of: FewWords { FewWords("of") }
  private static var possessive: FewWords { FewWords("'s") }
  private static var decadeWords: FewWords { FewWords("the", "early", "late", "mid") }
  private static var possessors: FewWords { FewWords("his", "her", "their", "my", "our", "your") }
  private static let firmPrepositions = words("in since by from until till before after during early late circa")
  private static let yearPrepositions = words(
    """
    in since by from until till before after during early late mid through to between and spring summer fall autumn \
    winter fiscal year circa of or november october
    """)
  private static let counters = words(
    """
    about nearly some over than almost approximately least roughly no. no number route highway flight boeing page room \
    channel only at $ us$ mr. mrs. unit
    """)
  private static let amounts = words(
    "total number sum cost record height distance altitude price average maximum minimum")
  private static let events = words("elections games olympics attacks protests talks was has is primaries")
  private static let owners = words("the its their his her our my 's")
  /// What has a year of its own, behind who has it: `its 2019 results`.
  private static let yearly = words(
    """
    results profits revenues earnings losses accounts figures taxes finals films emissions talks findings protests sales \
    estimates forecasts wildfires floods riots rules guidelines uprisings hearings budgets goals targets
    """)
  private static let counted = words(
    """
    people dollars troops percent per miles mile km kilometers kilometres meters metres soldiers votes jobs homes euros \
    pounds million billion trillion tons tonnes members workers employees children men women students feet acres years \
    days hours weeks months minutes points seats shares copies units megawatts barrels families houses refugees migrants \
    prisoners delegates deaths cases victims civilians others calories mg kg gmt hp yen rubles roubles hryvnias rupees \
    pesos francs marks lire yards inches degrees items rounds ships planes tanks vehicles words pages signatures
    """)
}
