import ArticleModel

/// Reads the dates that metadata, pages, mails and datelines hold, in the languages of the news.
///
/// The day is taken as written: a time zone does not move it. `11/05/2024` has two readings and gives none, unless the
/// language says that the day comes first; `25/11/2024` and `5.11.2024` have one.
struct PublishedDates: Sendable {
  /// The order of numbers parted by slashes or hyphens.
  enum Order: Hashable, Sendable {
    case dayFirst, unknown

    /// - Parameter tag: A language as pages name it, such as `en-GB`. English alone may be that of the United States,
    ///   and so may `en-US`, which many programs write unless told otherwise.
    init(language tag: String?) {
      let parts = tag?.lowercased().split { $0 == "-" || $0 == "_" } ?? []
      let isEnglish = parts.first == "en"
      let usesDayFirst = parts.dropFirst().contains {
        ["gb", "uk", "au", "ie", "nz", "in", "za", "ng", "ke"].contains($0)
      }
      // In these the year comes first, or every order is met.
      let isOther = [nil, "zh", "ja", "ko", "hu", "lt", "fa", "mn", "sv", "eo"].contains(parts.first)
      self = isEnglish ? (usesDayFirst ? .dayFirst : .unknown) : isOther ? .unknown : .dayFirst
    }
  }

  let words: DateWords

  /// `nil` where the text is no date. A month or a year alone gives its period.
  func parse(_ text: String) -> DateValue? { parse(text, order: .unknown) }

  func parse(_ text: String, order: Order) -> DateValue? {
    let bytes = Numerals.western(Array(text.utf8.prefix(200)))
    if let number = Self.wholeNumber(bytes) { return Self.numeric(number, digits: bytes.count { isDigit($0) }) }
    return Self.value(of: DateScanner(words: words).parts(in: bytes), order, weekday: Weekday.named(in: bytes))
  }

  // MARK: Numbers

  static func isPlausible(year: Int) -> Bool { (1600...2100).contains(year) }

  private static func wholeNumber(_ bytes: [UInt8]) -> Int? {
    let digits = bytes.prefix { isDigit($0) }
    let rest = bytes[digits.endIndex...]
    // Seconds with a fraction, as some programs write them.
    guard !digits.isEmpty, rest.isEmpty || (rest.first == UInt8(ascii: ".") && digits.count >= 9) else { return nil }
    guard rest.dropFirst().allSatisfy({ isDigit($0) }) else { return nil }
    return decimal(digits)
  }

  /// `20241105`, `20241105103000`, `2024`, and seconds or milliseconds since 1970.
  private static func numeric(_ number: Int, digits: Int) -> DateValue? {
    switch digits {
    case 4: return isPlausible(year: number) ? .year(number) : nil
    case 8: return day(of: number).map { .day($0) }
    case 14: return day(of: number / 1_000_000).map { .day($0) }
    case 9, 10: return .day(CalendarDay(dayNumber: number / 86_400))
    case 12, 13: return .day(CalendarDay(dayNumber: number / 86_400_000))
    default: return nil
    }
  }

  static func day(of number: Int) -> CalendarDay? {
    guard isPlausible(year: number / 10_000) else { return nil }
    return CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  // MARK: Parts

  /// Finds the order of year, month and day among the parts of a text.
  private static func value(of parts: [DateScanner.Part], _ order: Order, weekday: Int?) -> DateValue? {
    for index in parts.indices {
      if let value = value(at: index, in: parts, order, weekday: weekday) { return value }
    }
    return nil
  }

  private static func value(
    at index: Int, in parts: [DateScanner.Part], _ order: Order, weekday: Int?
  ) -> DateValue? {
    let next = index + 1 < parts.count ? parts[index + 1] : nil
    let afterNext = index + 2 < parts.count ? parts[index + 2] : nil
    switch (parts[index], next, afterNext) {
    case (.number(let number, 8, 0), _, _) where index == 0:
      return self.day(of: number).map { .day($0) }
    case (.month(let month), .number(let day, _, _), .number(let year, 4, _)):
      return self.day(year, month, day)
    case (.number(let day, 1...2, _), .month(let month), .number(let year, 4, _)):
      return self.day(year, month, day)
    case (.number(let day, 1...2, _), .solarMonth(let month), .number(let year, 4, _)):
      return SolarCalendar.day(year: year, month: month, day: day).map { .day($0) }
    case (.number(let year, 4, _), .number(let month, 1...2, let separator), .number(let day, 1...2, let second))
    where separator == second:
      // Numbers alone are of that calendar only where a page can be so old.
      if (1380...1420).contains(year) {
        return SolarCalendar.day(year: year, month: month, day: day).map { .day($0) }
      }
      return self.day(year, month, day)
    case (.number(let year, 4, _), .month(let month), .number(let day, 1...2, _)):
      // `2024. november 5.`, but not `Vol. 2024, March 5, 2021`.
      if index + 3 < parts.count, case .number(_, 4, _) = parts[index + 3] { return nil }
      return self.day(year, month, day)
    case (.number(let first, 1...2, _), .number(let second, 1...2, let one), .number(let year, 4, let two))
    where one == two:
      return ambiguous(first, second, year, separator: one, order, weekday: weekday)
    case (.month(let month), .number(let day, 1...2, _), _):
      // `Thu Nov 21 10:00:00 UTC 2024`: the year stands last.
      guard case .number(let year, 4, _) = parts.last else { return nil }
      return self.day(year, month, day)
    case (.month(let month), .number(let year, 4, _), _):
      return isPlausible(year: year) ? .month(year: year, month: month) : nil
    case (.number(let year, 4, _), .number(let month, 2, UInt8(ascii: "-")), nil):
      return isPlausible(year: year) ? .month(year: year, month: month) : nil
    default: return nil
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> DateValue? {
    let year = BuddhistYears.western(year)
    guard isPlausible(year: year) else { return nil }
    return CalendarDay(year: year, month: month, day: day).map { .day($0) }
  }

  private static func ambiguous(
    _ first: Int, _ second: Int, _ year: Int, separator: UInt8, _ order: Order, weekday: Int?
  ) -> DateValue? {
    // `Fri, 11/08/2024`: of the two readings one is a Friday.
    if let weekday, separator != UInt8(ascii: ".") {
      let readings = [
        CalendarDay(year: year, month: first, day: second), CalendarDay(year: year, month: second, day: first),
      ]
      let fitting = readings.compactMap { $0 }.filter { $0.weekday == weekday }
      if fitting.count == 1 { return .day(fitting[0]) }
    }
    // Points are written only where the day comes first.
    let isDayFirst = separator == UInt8(ascii: ".") || (order == .dayFirst && second <= 12)
    if isDayFirst || first > 12 || first == second { return day(year, second, first) }
    return second > 12 ? day(year, first, second) : nil
  }
}

/// An ASCII digit.
@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

/// Part of a word or a number, of any script.
@inline(__always)
func isWordByte(_ byte: UInt8) -> Bool {
  isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte >= 0x80
}

/// The value of ASCII digits; of a very long run that of the first.
func decimal(_ digits: ArraySlice<UInt8>) -> Int {
  digits.prefix(18).reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
}
