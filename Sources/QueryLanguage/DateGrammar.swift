import ArticleModel

/// The dates of the query language: ISO days, months, quarters and years, periods, and days counted back from now.
///
///     2024-11-05   2024-11   2024-q4   2024        the whole period
///     2024-11..2024-12   2024-11..   ..2024-12     both ends included
///     7d..   2w..   3m..   1y..   today   yesterday
struct DateGrammar {
  struct Problem: Error {
    var code: String
    var message: String
    var hint: String?
  }

  let now: CalendarDay?
  /// For hints.
  let field: String

  func read(_ text: String) -> Result<DateCondition, Problem> {
    Result { () throws(Problem) -> DateCondition in try condition(text) }
  }

  private func condition(_ text: String) throws(Problem) -> DateCondition {
    guard let dots = text.range(of: "..") else {
      let period = try period(text, isAlone: true)
      return DateCondition(first: period.first, last: period.last)
    }
    let (left, right) = (text[..<dots.lowerBound], text[dots.upperBound...])
    let first = left.isEmpty ? nil : try period(String(left), isAlone: false).first
    let last = right.isEmpty ? nil : try period(String(right), isAlone: false).last
    if first == nil, last == nil { throw Problem(code: "bad-date", message: "a period needs a beginning or an end") }
    if let first, let last, first > last {
      throw Problem(
        code: "empty-range", message: "the period ends before it begins", hint: "\(field):\(right)..\(left)")
    }
    return DateCondition(first: first, last: last)
  }

  private func period(_ text: String, isAlone: Bool) throws(Problem) -> (first: CalendarDay, last: CalendarDay) {
    if let relative = try relative(text, isAlone: isAlone) { return (relative, relative) }
    if !text.hasPrefix("--"), let value = DateValue(text), let first = value.firstDay, let last = value.lastDay,
      text.utf8.count <= 10
    {
      return (first, last)
    }
    throw problem(with: text)
  }

  // MARK: Relative days

  private func relative(_ text: String, isAlone: Bool) throws(Problem) -> CalendarDay? {
    switch text.lowercased() {
    case "today": return try clock(text)
    case "yesterday": return try clock(text).adding(days: -1)
    default: break
    }
    guard let unit = text.unicodeScalars.last, "dwmyDWMY".unicodeScalars.contains(unit),
      let count = Int(text.dropLast()), count >= 0, text.unicodeScalars.first?.isDigit == true
    else { return nil }
    if isAlone {
      throw Problem(
        code: "bad-date", message: "\(text) is a length of time", hint: "from then until today: \(field):\(text)..")
    }
    let now = try clock(text)
    // Longer than the calendar: clamped, so that no product overflows.
    let clamped = min(count, 4_000_000)
    switch unit {
    case "d", "D": return now.adding(days: -clamped)
    case "w", "W": return now.adding(days: -7 * clamped)
    case "m", "M": return now.adding(months: -clamped)
    default: return now.adding(months: -12 * clamped)
    }
  }

  private func clock(_ text: String) throws(Problem) -> CalendarDay {
    guard let now else {
      throw Problem(code: "no-clock", message: "\(text) needs to know today's date", hint: "--now 2024-12-15")
    }
    return now
  }

  // MARK: Wrong dates

  /// Says what is wrong with a date, and what it should have been.
  private func problem(with text: String) -> Problem {
    let parts = text.split(omittingEmptySubsequences: false) { "/.-".contains($0) }.map(String.init)
    let numbers = parts.map { part in
      (1...4).contains(part.utf8.count) && part.unicodeScalars.allSatisfy(\.isDigit) ? Int(part) : nil
    }
    if parts.count == 3, let first = numbers[0], let second = numbers[1], let third = numbers[2] {
      if parts[0].utf8.count == 4 { return isoProblem(text, CalendarDay(year: first, month: second, day: third)) }
      let year = parts[2].utf8.count <= 2 ? third + (third < 70 ? 2000 : 1900) : third
      return dayProblem(text, first, second, year)
    }
    if parts.count == 2, parts[0].utf8.count == 4, let year = numbers[0], let month = numbers[1],
      let value = DateValue.month(year: year, month: month)
    {
      return Problem(code: "bad-date", message: "\(text) is not written as ISO 8601", hint: "\(field):\(value)")
    }
    return Problem(
      code: "bad-date", message: "\(text.prefix(40)) is no date",
      hint: "\(field):2024-11-05, \(field):2024-11, \(field):2024-q4, \(field):2024-11..2024-12, \(field):7d..")
  }

  private func isoProblem(_ text: String, _ day: CalendarDay?) -> Problem {
    guard let day else { return Problem(code: "bad-date", message: "the calendar has no day \(text)", hint: nil) }
    return Problem(code: "bad-date", message: "\(text) is not written as ISO 8601", hint: "\(field):\(day)")
  }

  /// Of a date that ends in the year: day first in most of the world, month first in America.
  private func dayProblem(_ text: String, _ first: Int, _ second: Int, _ year: Int) -> Problem {
    let dayFirst = CalendarDay(year: year, month: second, day: first)
    let monthFirst = CalendarDay(year: year, month: first, day: second)
    switch (dayFirst, monthFirst) {
    case (let dayFirst?, let monthFirst?) where dayFirst != monthFirst:
      return Problem(
        code: "ambiguous-date", message: "\(text) is \(spelled(dayFirst)) or \(spelled(monthFirst))",
        hint: "\(field):\(dayFirst) or \(field):\(monthFirst)")
    case (let day?, _), (nil, let day?): return isoProblem(text, day)
    case (nil, nil): return isoProblem(text, nil)
    }
  }

  private func spelled(_ day: CalendarDay) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return "\(day.day) \(months[day.month - 1]) \(day.year)"
  }
}

extension String {
  fileprivate func range(of pattern: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      let rest = self[start...]
      if rest.hasPrefix(pattern) { return start..<index(start, offsetBy: pattern.count) }
      start = index(after: start)
    }
    return nil
  }
}
