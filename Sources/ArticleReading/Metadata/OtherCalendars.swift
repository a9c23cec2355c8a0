import ArticleModel

/// Years as Thai pages count them: 2567 is 2024.
enum BuddhistYears {
  private static let distance = 543
  /// Years that newspapers have had; no other count has come so far.
  private static let met = 2400...2643

  /// The year itself where it is of another count.
  static func western(_ year: Int) -> Int { met.contains(year) ? year - distance : year }
}

/// The solar calendar of Iran and Afghanistan: its year begins at the spring equinox.
///
///     14 Esfand 1402   ->  2024-03-04
enum SolarCalendar {
  private static let years = 1250...1470
  /// The first day of 1400: 21 March 2021, in days since 1970.
  private static let firstOf1400 = 18_707

  /// `nil` where the calendar has no such day, or the year is none of a newspaper's.
  static func day(year: Int, month: Int, day: Int) -> CalendarDay? {
    guard years.contains(year), (1...12).contains(month), day >= 1, day <= length(ofMonth: month, in: year) else {
      return nil
    }
    let before = min(month - 1, 6) * 31 + max(0, month - 7) * 30
    return CalendarDay(dayNumber: firstOf1400 + daysBefore(year) + before + day - 1)
  }

  /// From the first day of 1400 to that of a year; negative before.
  private static func daysBefore(_ year: Int) -> Int {
    if year < 1400 { return -(year..<1400).reduce(0) { $0 + (isLeap($1) ? 366 : 365) } }
    return (1400..<year).reduce(0) { $0 + (isLeap($1) ? 366 : 365) }
  }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    month <= 6 ? 31 : month <= 11 ? 30 : isLeap(year) ? 30 : 29
  }

  /// Eight of 33 years are; this holds in the years from 1244 to 1472 (Reingold and Dershowitz, Calendrical Calculations).
  private static func isLeap(_ year: Int) -> Bool { (25 * year + 11) % 33 < 8 }
}
