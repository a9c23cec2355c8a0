import ArticleModel

/// The date in the opening of a news agency's article: `HARBOUR CITY, Nov. 15 (Wire) -`, `HARBOUR CITY: Nov. 15, 2019:`.
enum Dateline {
  private static let longest = 110

  /// A full date, or a day without a year; never completed by a guess.
  static func date(_ text: [UInt8], _ units: [TextUnit], _ dates: PublishedDates) -> DateValue? {
    for unit in units.prefix(6) where unit.kind == .paragraph {
      if let value = date(text[unit.span.start..<unit.span.end], dates) { return value }
    }
    return nil
  }

  private static func date(_ paragraph: ArraySlice<UInt8>, _ dates: PublishedDates) -> DateValue? {
    guard let opening = opening(paragraph) else { return nil }
    let parts = DateScanner(words: dates.words).parts(in: Numerals.western(Array(opening)))
    for (index, part) in parts.enumerated() {
      guard case .month(let month) = part else { continue }
      if index + 1 < parts.count, case .number(let day, 1...2, _) = parts[index + 1] {
        return value(month, day, yearAt: index + 2, parts)
      }
      if index > 0, case .number(let day, 1...2, _) = parts[index - 1] {
        return value(month, day, yearAt: index + 1, parts)
      }
    }
    return nil
  }

  private static func value(_ month: Int, _ day: Int, yearAt index: Int, _ parts: [DateScanner.Part]) -> DateValue? {
    if index < parts.count, case .number(let year, 4, _) = parts[index] {
      return CalendarDay(year: year, month: month, day: day).map { .day($0) }
    }
    guard day >= 1, day <= CalendarDay.daysInMonth(year: 2000, month: month) else { return nil }
    return .yearless(month: month, day: day)
  }

  /// The words before the dash, if they begin with a place in capitals or hold an agency in brackets.
  private static func opening(_ paragraph: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let start = paragraph.prefix(longest)
    var index = start.startIndex
    while index < start.endIndex {
      if isDash(start, index) {
        let opening = start[..<index]
        return isPlaceInCapitals(opening) || opening.contains(UInt8(ascii: "(")) ? opening : nil
      }
      if isColon(start, index), isPlaceInCapitals(start[..<index]) { return start[..<index] }
      index += 1
    }
    return nil
  }

  /// A dash with white space on one side: a hyphen joins words.
  private static func isDash(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Bool {
    if bytes[index] == 0xE2, index + 2 < bytes.endIndex, bytes[index + 1] == 0x80 {
      return (0x93...0x95).contains(bytes[index + 2])
    }
    guard bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "_"), index > bytes.startIndex,
      index + 1 < bytes.endIndex
    else { return false }
    return isSpace(bytes[index - 1]) && (isSpace(bytes[index + 1]) || bytes[index + 1] == UInt8(ascii: "-"))
  }

  /// A colon behind a year, with white space behind it.
  private static func isColon(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: ":"), index - bytes.startIndex > 4, index + 1 < bytes.endIndex,
      isSpace(bytes[index + 1])
    else { return false }
    return bytes[(index - 4)..<index].allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
  }

  private static func isPlaceInCapitals(_ bytes: ArraySlice<UInt8>) -> Bool {
    let word = bytes.prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ":") }
    let letters = word.filter { ($0 | 0x20) &- UInt8(ascii: "a") < 26 }
    return letters.count >= 3 && letters.allSatisfy { $0 < UInt8(ascii: "a") }
  }
}
