import ArticleModel

extension DateClock {
  /// `last week`, `this month`, `next year`; `nil` for what says nothing (`this day` does not).
  func period(_ unit: DateUnit, _ pointer: DatePointer, tense: Tense) -> DateValue? {
    guard let today else { return nil }
    switch unit {
    case .hour: return nil
    case .day: return pointer == .this ? .day(today) : nil
    case .weekend: return weekend(pointer, tense: tense)
    case .century:
      let first = (today.year - 1) / 100 * 100 + 1 + pointer.shift * 100
      return Self.years(first, first + 99)
    case .decade:
      let first = today.year / 10 * 10 + pointer.shift * 10
      return Self.years(first, first + 9)
    default: return period(unit, shiftedBy: pointer.shift)
    }
  }

  /// The period that lies some units behind the present one, or before it.
  func period(_ unit: DateUnit, shiftedBy shift: Int) -> DateValue? {
    guard let today, let day = Self.shift(today, by: shift, unit) else { return nil }
    switch unit {
    case .hour, .day: return .day(day)
    case .week: return .week(holding: day)
    case .weekend: return nil
    case .month: return .month(year: day.year, month: day.month)
    case .quarter: return .quarter(year: day.year, quarter: (day.month + 2) / 3)
    case .year, .decade, .century: return .year(day.year)
    }
  }

  private func weekend(_ pointer: DatePointer, tense: Tense) -> DateValue? {
    guard let today else { return nil }
    var saturday = today.adding(days: 6 - today.weekday)
    switch pointer {
    case .last, .past: saturday = today.adding(days: -today.weekday - 1)
    // Early in a week that looks back it is the one before.
    case .this: if today.weekday < 5, tense != .future { saturday = saturday.adding(days: -7) }
    case .next, .coming: if today.weekday >= 5 { saturday = saturday.adding(days: 7) }
    }
    return .range(saturday, saturday.adding(days: 1))
  }

  /// `the past three weeks`, `the next five days`: from or to today.
  func span(_ count: Int, _ unit: DateUnit, _ pointer: DatePointer) -> DateValue? {
    guard let today, let end = Self.shift(today, by: pointer.shift < 0 ? -count : count, unit) else { return nil }
    return .range(end, today)
  }

  private static func shift(_ day: CalendarDay, by count: Int, _ unit: DateUnit) -> CalendarDay? {
    guard abs(count) <= 5000 else { return nil }
    switch unit {
    case .hour: return day.adding(days: count / 24)
    case .day: return day.adding(days: count)
    case .week, .weekend: return day.adding(days: 7 * count)
    case .month: return day.adding(months: count)
    case .quarter: return day.adding(months: 3 * count)
    case .year: return day.adding(months: 12 * count)
    case .decade: return day.adding(months: 120 * count)
    case .century: return day.adding(months: 1200 * count)
    }
  }

  func season(_ season: Season, _ pointer: DatePointer) -> DateValue? {
    guard let today else { return nil }
    let seasons = (-2...2).compactMap { Self.season(season, year: today.year + $0) }
    switch pointer {
    case .last, .past: return seasons.last { $0.lastDay.map { $0 < today } ?? false }
    case .this: return seasons.first { $0.lastDay.map { $0.year >= today.year } ?? false }
    case .next, .coming: return seasons.first { $0.firstDay.map { $0 > today } ?? false }
    }
  }

  /// The first that is not over.
  func coming(_ season: Season) -> DateValue? {
    guard let today else { return nil }
    return (-1...1).compactMap { Self.season(season, year: today.year + $0) }.first {
      $0.lastDay.map { $0 >= today } ?? false
    }
  }

  /// Winter begins in December of its year.
  static func season(_ season: Season, year: Int) -> DateValue? {
    guard let first = CalendarDay(year: year, month: 3 * season.rawValue + 3, day: 1) else { return nil }
    return .range(first, first.adding(months: 3).adding(days: -1))
  }

  /// The last day of the present week, month, quarter, year.
  func end(of unit: DateUnit) -> DateValue? {
    unit == .hour ? nil : period(unit, .this, tense: .open)?.lastDay.map { .day($0) }
  }

  static func half(_ half: Int, year: Int) -> DateValue? {
    guard let first = CalendarDay(year: year, month: half * 6 - 5, day: 1) else { return nil }
    return .range(first, first.adding(months: 6).adding(days: -1))
  }

  static func years(_ first: Int, _ last: Int) -> DateValue? {
    guard let from = CalendarDay(year: first, month: 1, day: 1), let to = CalendarDay(year: last, month: 12, day: 31)
    else { return nil }
    return .range(from, to)
  }
}

extension DatePointer {
  fileprivate var shift: Int {
    switch self {
    case .last, .past: return -1
    case .this: return 0
    case .next, .coming: return 1
    }
  }
}
