/// Cuts the text of a date into numbers and names of months.
enum DateScanner {
  enum Part: Hashable {
    /// The value, how many digits it has, and the byte before it where that is `-`, `/` or `.`, else 0.
    case number(Int, Int, UInt8)
    case month(Int)
  }

  /// Parts in reading order; a clock time gives none, and neither do the names of days.
  static func parts(in bytes: [UInt8]) -> [Part] {
    var parts: [Part] = []
    var index = 0
    while index < bytes.count, parts.count < 12 {
      if PublishedDate.isDigit(bytes[index]) {
        let run = bytes[index...].prefix { PublishedDate.isDigit($0) }
        if !isClock(bytes, run) {
          let before = index > 0 && "-/.".utf8.contains(bytes[index - 1]) ? bytes[index - 1] : 0
          parts.append(.number(PublishedDate.number(run), run.count, before))
        }
        index = run.endIndex
      } else if isLetter(bytes[index]) {
        let word = bytes[index...].prefix { isLetter($0) }
        if let month = MonthNames.month(word) { parts.append(.month(month)) }
        index = word.endIndex
      } else {
        index += 1
      }
    }
    return parts
  }

  /// A number beside a colon, or one with am or pm behind it.
  private static func isClock(_ bytes: [UInt8], _ run: ArraySlice<UInt8>) -> Bool {
    let colon = UInt8(ascii: ":")
    if run.endIndex < bytes.count, bytes[run.endIndex] == colon { return true }
    if run.startIndex > 0, bytes[run.startIndex - 1] == colon { return true }
    let next = bytes[run.endIndex...].drop { $0 == 0x20 }.prefix(2).map { $0 | 0x20 }
    return next == Array("am".utf8) || next == Array("pm".utf8)
  }

  /// Letters of any script: the bytes above ASCII belong to words.
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte >= 0x80 }
}

/// English names of months, in full or shortened.
enum MonthNames {
  private static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// Three letters or more of the beginning of a name, in any case; `sept` too.
  static func month(_ word: ArraySlice<UInt8>) -> Int? {
    guard (3...9).contains(word.count) else { return nil }
    let lower = word.map { $0 | 0x20 }
    guard let index = names.firstIndex(where: { $0.utf8.starts(with: lower) }) else { return nil }
    let isUsual = lower.count == 3 || lower.count == names[index].utf8.count || (index == 8 && lower.count == 4)
    return isUsual ? index + 1 : nil
  }
}
