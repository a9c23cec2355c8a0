import ArgumentParser
import ArticleModel
import Glibc

/// Reads the values of options.
enum OptionValue {
  static func day(_ text: String) throws -> CalendarDay {
    guard let day = CalendarDay(iso: text) else {
      throw ValidationError("'\(text)' is no day; write it as 2024-11-05")
    }
    return day
  }

  static func confidence(_ text: String) throws -> Double {
    guard let number = Double(text), (0...1).contains(number) else {
      throw ValidationError("'\(text)' is no confidence; it goes from 0 to 1, such as 0.8")
    }
    return number
  }

  static func date(_ text: String) throws -> DateValue {
    if let value = DateValue(text), value.firstDay != nil { return value }
    // A time behind the day is left out.
    if let day = CalendarDay(iso: text) { return .day(day) }
    throw ValidationError("'\(text)' is no date; write it as 2024-11-05, 2024-11 or 2024")
  }
}

/// The day on the user's wall.
enum Clock {
  static var today: CalendarDay? {
    var seconds = time(nil)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return nil }
    return CalendarDay(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
