/// A day of the proleptic Gregorian calendar, without a time or a zone.
public struct CalendarDay: Hashable, Sendable, Comparable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// `nil` where the calendar has no such day. Years run from 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysInMonth(year: year, month: month)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2024-11-05`; anything behind the day (a time) is left alone if it begins with `T` or a space.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]), let day = Self.number(bytes[8..<10])
    else { return nil }
    if bytes.count > 10, bytes[10] != UInt8(ascii: "T"), bytes[10] != UInt8(ascii: " ") { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Days since 1970-01-01, negative before.
  ///
  /// The algorithm is Howard Hinnant's `days_from_civil`, with years that begin in March.
  public var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The inverse of `dayNumber`; numbers outside the years 1 to 9999 are clamped.
  public init(dayNumber: Int) {
    let clamped = max(-719_162, min(dayNumber, 2_932_896)) + 719_468
    let era = (clamped >= 0 ? clamped : clamped - 146_096) / 146_097
    let dayOfEra = clamped - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(unchecked: year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Monday is 1, Sunday 7, as in ISO 8601.
  public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

  public func adding(days: Int) -> CalendarDay { CalendarDay(dayNumber: dayNumber + days) }

  /// The same day some months later; a day that the month lacks becomes its last.
  public func adding(months: Int) -> CalendarDay {
    let count = max(12, min(year * 12 + month - 1 + months, 9999 * 12 + 11))
    let (year, month) = (count / 12, count % 12 + 1)
    return CalendarDay(unchecked: year, month, min(day, Self.daysInMonth(year: year, month: month)))
  }

  public static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: return isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}

extension CalendarDay: CustomStringConvertible {
  /// `2024-11-05`.
  public var description: String {
    let digits = padded((year * 100 + month) * 100 + day, 8).utf8
    return String(unsafeUninitializedCapacity: 10) { text in
      var place = 0
      for (index, digit) in digits.enumerated() {
        if index == 4 || index == 6 {
          text.initializeElement(at: place, to: UInt8(ascii: "-"))
          place += 1
        }
        text.initializeElement(at: place, to: digit)
        place += 1
      }
      return place
    }
  }
}

/// - Parameter number: Not negative, of no more digits than the width.
func padded(_ number: Int, _ width: Int) -> String {
  String(unsafeUninitializedCapacity: width) { digits in
    var rest = number
    for place in (0..<width).reversed() {
      digits.initializeElement(at: place, to: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    return width
  }
}
