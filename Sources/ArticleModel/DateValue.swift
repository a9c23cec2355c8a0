/// How much of a date is known.
public enum DatePrecision: String, Hashable, Sendable, CaseIterable {
  case day, week, month, quarter, year, range
}

/// What a date expression stands for: a period of whole days, or a month (and day) whose year is not known.
public enum DateValue: Hashable, Sendable {
  /// Both days belong to the period. For every precision but `week` and `range` the two follow from one
  /// another: a month is its first to its last day.
  case period(first: CalendarDay, last: CalendarDay, precision: DatePrecision)
  /// `--11-19` or `--11`: never completed by a guess.
  case yearless(month: Int, day: Int?)

  public static func day(_ day: CalendarDay) -> DateValue { .period(first: day, last: day, precision: .day) }

  public static func month(year: Int, month: Int) -> DateValue? {
    guard let first = CalendarDay(year: year, month: month, day: 1) else { return nil }
    return .period(first: first, last: first.adding(months: 1).adding(days: -1), precision: .month)
  }

  public static func quarter(year: Int, quarter: Int) -> DateValue? {
    guard (1...4).contains(quarter), let first = CalendarDay(year: year, month: quarter * 3 - 2, day: 1) else {
      return nil
    }
    return .period(first: first, last: first.adding(months: 3).adding(days: -1), precision: .quarter)
  }

  public static func year(_ year: Int) -> DateValue? {
    guard let first = CalendarDay(year: year, month: 1, day: 1),
      let last = CalendarDay(year: year, month: 12, day: 31)
    else { return nil }
    return .period(first: first, last: last, precision: .year)
  }

  /// The week from Monday to Sunday that holds a day.
  public static func week(holding day: CalendarDay) -> DateValue {
    let monday = day.adding(days: 1 - day.weekday)
    return .period(first: monday, last: monday.adding(days: 6), precision: .week)
  }

  public static func range(_ first: CalendarDay, _ last: CalendarDay) -> DateValue {
    .period(first: min(first, last), last: max(first, last), precision: .range)
  }

  /// `nil` without a year.
  public var firstDay: CalendarDay? {
    if case .period(let first, _, _) = self { return first }
    return nil
  }

  /// `nil` without a year.
  public var lastDay: CalendarDay? {
    if case .period(_, let last, _) = self { return last }
    return nil
  }

  public var precision: DatePrecision {
    switch self {
    case .period(_, _, let precision): return precision
    case .yearless(_, let day): return day == nil ? .month : .day
    }
  }
}

extension DateValue: CustomStringConvertible {
  /// `2024-11-19`, `2024-11`, `2024`, `2024-Q3`, `A..B`, and without a year `--11-19`, `--11`.
  public var description: String {
    switch self {
    case .yearless(let month, nil): return "--\(padded(month, 2))"
    case .yearless(let month, let day?): return "--\(padded(month, 2))-\(padded(day, 2))"
    case .period(let first, let last, let precision):
      switch precision {
      case .day: return first.description
      case .month: return "\(padded(first.year, 4))-\(padded(first.month, 2))"
      case .quarter: return "\(padded(first.year, 4))-Q\((first.month + 2) / 3)"
      case .year: return padded(first.year, 4)
      case .week, .range: return "\(first)..\(last)"
      }
    }
  }
}

extension DateValue {
  /// Reads what `description` writes; `A..B` comes back as a range, or as the week if it is one.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 3, parts[1].isEmpty {
      guard let first = CalendarDay(iso: parts[0]), let last = CalendarDay(iso: parts[2]), first <= last else {
        return nil
      }
      let isWeek = first.weekday == 1 && last.dayNumber - first.dayNumber == 6
      self = .period(first: first, last: last, precision: isWeek ? .week : .range)
      return
    }
    guard let value = Self.single(String(text)) else { return nil }
    self = value
  }

  private static func single(_ text: String) -> DateValue? {
    if text.hasPrefix("--") { return yearless(text.dropFirst(2)) }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts[0].utf8.count == 4, let year = digits(parts[0]) else { return nil }
    switch parts.count {
    case 1: return .year(year)
    case 2:
      if parts[1].utf8.count == 2, let first = parts[1].first, first == "Q" || first == "q" {
        return digits(parts[1].dropFirst()).flatMap { .quarter(year: year, quarter: $0) }
      }
      return parts[1].utf8.count == 2 ? digits(parts[1]).flatMap { .month(year: year, month: $0) } : nil
    case 3: return CalendarDay(iso: text).map { .day($0) }
    default: return nil
    }
  }

  private static func yearless(_ text: Substring) -> DateValue? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2, let month = digits(parts[0]), (1...12).contains(month) else { return nil }
    guard parts.count == 2 else { return .yearless(month: month, day: nil) }
    guard let day = digits(parts[1]), day >= 1, day <= CalendarDay.daysInMonth(year: 2000, month: month) else {
      return nil
    }
    return .yearless(month: month, day: day)
  }

  private static func digits(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}
