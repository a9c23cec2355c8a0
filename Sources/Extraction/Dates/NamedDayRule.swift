import ArticleModel

/// When a day with a name falls, as `named-days.tsv` writes it.
enum NamedDayRule: Hashable, Sendable {
  case everyYear(month: Int, day: Int)
  case once(CalendarDay)
  /// The n-th such weekday of a month (-1: the last), and some days on.
  case weekday(month: Int, weekday: Int, number: Int, offset: Int)
  /// Days from Western Easter Sunday.
  case easter(offset: Int)

  /// `12-25`, `2001-09-11`, `11:4:4`, `11:1:1+1`, `easter-2`.
  init?(_ text: String) {
    if let day = CalendarDay(iso: text) {
      self = .once(day)
    } else if text.hasPrefix("easter") {
      guard let offset = Int(text.dropFirst(6)) else { return nil }
      self = .easter(offset: offset)
    } else if text.contains(":") {
      let parts = text.split(separator: "+")
      let numbers = parts[0].split(separator: ":").compactMap { Int($0) }
      guard numbers.count == 3 else { return nil }
      let offset = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
      self = .weekday(month: numbers[0], weekday: numbers[1], number: numbers[2], offset: offset)
    } else {
      let numbers = text.split(separator: "-").compactMap { Int($0) }
      guard numbers.count == 2 else { return nil }
      self = .everyYear(month: numbers[0], day: numbers[1])
    }
  }

  func day(in year: Int) -> CalendarDay? {
    switch self {
    case .once(let day): return day
    case .everyYear(let month, let day): return CalendarDay(year: year, month: month, day: day)
    case .easter(let offset): return Self.easter(year)?.adding(days: offset)
    case .weekday(let month, let weekday, let number, let offset):
      guard let first = CalendarDay(year: year, month: month, day: 1) else { return nil }
      if number < 0 {
        let last = first.adding(months: 1).adding(days: -1)
        return last.adding(days: -((last.weekday - weekday + 7) % 7) + offset)
      }
      return first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (number - 1) + offset)
    }
  }

  /// The Gregorian reckoning in the anonymous form that Nature printed in 1876.
  private static func easter(_ year: Int) -> CalendarDay? {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let (d, e) = (b / 4, b % 4)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = (c / 4, c % 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 19 * l) / 433
    let month = (h + l - 7 * m + 90) / 25
    let day = (h + l - 7 * m + 33 * month + 19) % 32
    return CalendarDay(year: year, month: month, day: day)
  }
}
