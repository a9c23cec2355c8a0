import ArticleModel

/// The day from which the dates of an article are told. Which way a sentence looks is its tense.
struct DateClock: Sendable {
  enum Tense: Sendable { case past, future, open }

  /// `nil` where the day of publication is not known.
  let today: CalendarDay?
  /// Known also where only the year of publication is.
  let year: Int?

  init(_ published: PublicationDate) {
    guard let first = published.value?.firstDay, let last = published.value?.lastDay else {
      (today, year) = (nil, nil)
      return
    }
    today = first == last ? first : nil
    year = first.year == last.year ? first.year : nil
  }

  // MARK: Names without a year

  /// The day of a month and day in the year nearest to today; yearless where none is known.
  func day(month: Int, day: Int, tense: Tense) -> DateValue? {
    guard let today else {
      if let year { return CalendarDay(year: year, month: month, day: day).map { .day($0) } }
      return day <= CalendarDay.daysInMonth(year: 2000, month: month) ? .yearless(month: month, day: day) : nil
    }
    let days = (-1...1).compactMap { CalendarDay(year: today.year + $0, month: month, day: day) }
    return choose(days, today, tense).map { .day($0) }
  }

  func month(_ month: Int, tense: Tense) -> DateValue? {
    guard let today else {
      return year.map { .month(year: $0, month: month) } ?? .yearless(month: month, day: nil)
    }
    // The middle of the month stands for it, so that the present month is near.
    let days = (-1...1).compactMap { CalendarDay(year: today.year + $0, month: month, day: 15) }
    return choose(days, today, tense).flatMap { .month(year: $0.year, month: month) }
  }

  /// The nearest, unless the tense looks the other way and the nearest is more than some weeks off.
  func choose(_ days: [CalendarDay], _ today: CalendarDay, _ tense: Tense) -> CalendarDay? {
    let distance = { (day: CalendarDay) in day.dayNumber - today.dayNumber }
    guard let nearest = days.min(by: { abs(distance($0)) < abs(distance($1)) }) else { return nil }
    switch tense {
    case .future where distance(nearest) < -45: return days.first { distance($0) >= 0 } ?? nearest
    case .past where distance(nearest) > 45: return days.last { distance($0) <= 0 } ?? nearest
    default: return nearest
    }
  }

  /// The latest such month that is over, or the first that has not begun.
  func month(_ month: Int, _ pointer: DatePointer) -> DateValue? {
    guard let today else { return .yearless(month: month, day: nil) }
    switch pointer {
    case .last, .past: return .month(year: today.month > month ? today.year : today.year - 1, month: month)
    case .this: return .month(year: today.year, month: month)
    case .next, .coming: return .month(year: today.month < month ? today.year : today.year + 1, month: month)
    }
  }

  // MARK: Days

  /// The latest such day up to today, unless the tense looks ahead.
  func weekday(_ weekday: Int, tense: Tense) -> DateValue? {
    guard let today else { return nil }
    if tense == .future { return .day(today.adding(days: (weekday - today.weekday + 7) % 7)) }
    return .day(today.adding(days: -((today.weekday - weekday + 7) % 7)))
  }

  func weekday(_ weekday: Int, _ pointer: DatePointer) -> DateValue? {
    guard let today else { return nil }
    let back = (today.weekday - weekday + 7) % 7
    switch pointer {
    case .last: return .day(today.adding(days: -(back == 0 ? 7 : back)))
    case .past: return .day(today.adding(days: -back))
    case .this: return .day(today.adding(days: weekday - today.weekday))
    case .next, .coming: return .day(today.adding(days: 7 - back))
    }
  }

  /// `last Christmas`, `next Easter`.
  func day(of rule: NamedDayRule, _ pointer: DatePointer) -> DateValue? {
    guard let today else { return nil }
    let days = (-2...2).compactMap { rule.day(in: today.year + $0) }
    switch pointer {
    case .last, .past: return days.last { $0 < today }.map { .day($0) }
    case .this: return rule.day(in: today.year).map { .day($0) }
    case .next, .coming: return days.first { $0 > today }.map { .day($0) }
    }
  }

  func today(plus days: Int) -> DateValue? { today.map { .day($0.adding(days: days)) } }
}
