import ArticleModel

extension PublishedDates {
  /// The first day that stands in an address or a file name: `/2024/11/05/`, `2024-11-05-title`, `20241105`,
  /// `/2024/nov/05/`, `5-november-2024`; else a month between slashes, `/2024/11/`.
  func inAddress(_ address: String) -> DateValue? {
    let bytes = Array(address.utf8)
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes[index]), index == 0 || !isDigit(bytes[index - 1]) else {
        index += 1
        continue
      }
      let run = bytes[index...].prefix { isDigit($0) }
      if let day = Self.dayAlone(run) ?? spelledDay(bytes, from: index, yearEnd: run.endIndex) { return .day(day) }
      index = run.endIndex
    }
    return named(bytes) ?? month(bytes)
  }

  private static func dayAlone(_ run: ArraySlice<UInt8>) -> CalendarDay? {
    run.count == 8 ? day(of: decimal(run)) : nil
  }

  /// `2024/11/05`, `2024-11-5`, `2024_11_05`, `2024/nov/05` at an offset.
  private func spelledDay(_ bytes: [UInt8], from start: Int, yearEnd: Int) -> CalendarDay? {
    guard yearEnd - start == 4, yearEnd < bytes.count else { return nil }
    let year = decimal(bytes[start..<yearEnd])
    let separator = bytes[yearEnd]
    guard Self.isPlausible(year: year), "/-_.".utf8.contains(separator) else { return nil }
    let fields = bytes[(yearEnd + 1)...].split(separator: separator, maxSplits: 2, omittingEmptySubsequences: false)
    guard fields.count >= 2 else { return nil }
    let month =
      fields[0].allSatisfy({ isDigit($0) }) && fields[0].count <= 2
      ? decimal(fields[0]) : words.month(fields[0])?.number ?? 0
    let digits = fields[1].prefix { isDigit($0) }
    guard (1...2).contains(digits.count) else { return nil }
    return CalendarDay(year: year, month: month, day: decimal(digits))
  }

  /// `5-november-2024`, `nov-5-2024`, `5/nov/2024`: three parts beside each other, of which one names the month.
  private func named(_ bytes: [UInt8]) -> DateValue? {
    let parts = bytes.split { "/-_.".utf8.contains($0) }
    guard parts.count >= 3 else { return nil }
    for index in 2..<parts.count {
      guard let year = Self.number(parts[index], digits: 4...4), Self.isPlausible(year: year) else { continue }
      let (first, second) = (parts[index - 2], parts[index - 1])
      if let day = Self.number(first, digits: 1...2), let month = words.month(second),
        let value = CalendarDay(year: year, month: month.number, day: day)
      {
        return .day(value)
      }
      if let month = words.month(first), let day = Self.number(second, digits: 1...2),
        let value = CalendarDay(year: year, month: month.number, day: day)
      {
        return .day(value)
      }
    }
    return nil
  }

  /// `/2024/11/` and `/2024/november/`: folders that sites keep their months in.
  private func month(_ bytes: [UInt8]) -> DateValue? {
    let folders = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropLast()
    for (first, second) in zip(folders, folders.dropFirst()) {
      guard let year = Self.number(first, digits: 4...4), (1900...2100).contains(year) else { continue }
      let month = Self.number(second, digits: 2...2) ?? words.month(second)?.number ?? 0
      if (1...12).contains(month) { return .month(year: year, month: month) }
    }
    return nil
  }

  private static func number(_ part: ArraySlice<UInt8>, digits: ClosedRange<Int>) -> Int? {
    digits.contains(part.count) && part.allSatisfy { isDigit($0) } ? decimal(part) : nil
  }
}
