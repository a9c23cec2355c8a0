import ArticleModel

/// The families of date terms; see `IndexSchema`.
public enum DateFamily: String, Hashable, Sendable, CaseIterable {
  /// What `date:` asks: the day a statement was made where the text says so, else the day it was printed. Statements
  /// have no terms of it, since those of the two others tell.
  case date = "D"
  case published = "P"
  /// The stated day of a statement only.
  case saidOn = "Y"
  /// Dates that stand in the text.
  case mentions = "M"

  /// The family whose terms a unit has for this one: what `date:` asks of articles and segments is the day they were
  /// printed, so the same terms need not stand there twice.
  public func stored(in unit: IndexUnit) -> DateFamily { self == .published && unit != .statement ? .date : self }

  /// The families whose terms tell whether a document of a unit has a date of this one: what `date:` asks of statements
  /// is said in one of two.
  func families(in unit: IndexUnit) -> [DateFamily] {
    self == .date && unit == .statement ? [.saidOn, .published] : [stored(in: unit)]
  }
}

/// Date terms: what a date is indexed under, and which terms a period of days asks for.
public enum DateTerms {
  public static func day(_ day: CalendarDay, _ family: DateFamily) -> String {
    family.rawValue + number(day.year, 4) + number(day.month, 2) + number(day.day, 2)
  }

  public static func month(_ year: Int, _ month: Int, _ family: DateFamily) -> String {
    family.rawValue + number(year, 4) + number(month, 2)
  }

  public static func quarter(_ year: Int, _ quarter: Int, _ family: DateFamily) -> String {
    "\(family.rawValue)\(number(year, 4))q\(quarter)"
  }

  public static func year(_ year: Int, _ family: DateFamily) -> String { family.rawValue + number(year, 4) }

  /// The terms of a date, finest first: a day has day, month and year; a coarser date only the coarser ones.
  ///
  /// A period has the terms of the smallest calendar unit around it; one that crosses a year counts in the year of its
  /// first day. Empty for a date without a year.
  public static func indexed(_ value: DateValue, _ family: DateFamily) -> [String] {
    guard let first = value.firstDay, let last = value.lastDay else { return [] }
    let yearTerm = year(first.year, family)
    if first == last { return [day(first, family), month(first.year, first.month, family), yearTerm] }
    if first.year != last.year { return [yearTerm] }
    if first.month == last.month { return [month(first.year, first.month, family), yearTerm] }
    let quarters = ((first.month + 2) / 3, (last.month + 2) / 3)
    return quarters.0 == quarters.1 ? [quarter(first.year, quarters.0, family), yearTerm] : [yearTerm]
  }

  /// The terms to OR for a period of whole days, both included: whole years, else quarters and months, else days.
  ///
  /// Never more than 62 days, 22 months, 8 quarters and the whole years. A date coarser than the period is not found by
  /// it: what is only known to be of 2024 is not of November 2024.
  public static func asking(from first: CalendarDay, through last: CalendarDay, _ family: DateFamily) -> [String] {
    guard first <= last else { return [] }
    var terms: [String] = []
    var day = first
    while day <= last {
      let end = wholePeriod(from: day, through: last, family, &terms)
      if end.dayNumber >= CalendarDay(dayNumber: .max).dayNumber { break }
      day = end.adding(days: 1)
    }
    return terms
  }

  /// Appends the terms of the largest calendar unit that begins on a day and ends in time; its last day.
  private static func wholePeriod(
    from day: CalendarDay, through last: CalendarDay, _ family: DateFamily, _ terms: inout [String]
  ) -> CalendarDay {
    if case .period(_, let end, _)? = DateValue.year(day.year), day.month == 1, day.day == 1, end <= last {
      terms.append(year(day.year, family))
      return end
    }
    guard day.day == 1, case .period(_, let end, _)? = DateValue.month(year: day.year, month: day.month), end <= last
    else {
      terms.append(Self.day(day, family))
      return day
    }
    if day.month % 3 == 1,
      case .period(_, let end, _)? = DateValue.quarter(year: day.year, quarter: (day.month + 2) / 3),
      end <= last
    {
      terms.append(quarter(day.year, (day.month + 2) / 3, family))
    }
    terms.append(month(day.year, day.month, family))
    return end
  }

  private static func number(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension Statement {
  /// The date that `date:`, `timeline` and the sorting go by: said, else printed.
  public func effectiveDate(published: DateValue?) -> DateValue? {
    if let said = date?.value, said.firstDay != nil { return said }
    return published
  }
}
