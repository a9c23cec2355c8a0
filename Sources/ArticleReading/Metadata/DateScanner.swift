/// Cuts the text of a date into numbers and names of months.
struct DateScanner {
  enum Part: Hashable {
    /// The value, how many digits it has, and the byte before it where that is `-`, `/` or `.`, else 0.
    case number(Int, Int, UInt8)
    case month(Int)
    /// Of the calendar of Iran and Afghanistan.
    case solarMonth(Int)
  }

  private static let mostParts = 12
  let words: DateWords

  /// Parts in reading order; a clock time gives none, and neither do the names of days.
  ///
  /// - Parameter bytes: With the digits of ASCII; see `Numerals`.
  func parts(in bytes: [UInt8]) -> [Part] {
    var parts: [Part] = []
    var index = 0
    var isBehindNumber = false
    var era: Int?
    while index < bytes.count, parts.count < Self.mostParts {
      if isDigit(bytes[index]) {
        let run = bytes[index...].prefix { isDigit($0) }
        if let start = era, run.count <= 2 {
          parts.append(.number(start + decimal(run), 4, 0))
        } else if !Self.isClock(bytes, run) {
          let before = index > 0 && "-/.".utf8.contains(bytes[index - 1]) ? bytes[index - 1] : 0
          parts.append(.number(decimal(run), run.count, before))
        }
        (isBehindNumber, era) = (true, nil)
        index = run.endIndex
      } else if isWordByte(bytes[index]) {
        let word = bytes[index...].prefix { isWordByte($0) && !isDigit($0) }
        let found = words.month(at: index, in: bytes)
        if let found, !found.isWeak || isBehindNumber || Self.isBeforeDay(bytes, found.end) {
          parts.append(found.isSolar ? .solarMonth(found.number) : .month(found.number))
        }
        era = JapaneseEra.start(word)
        if let start = era, JapaneseEra.isFirstYear(word) {
          parts.append(.number(start + 1, 4, 0))
          era = nil
        }
        isBehindNumber = false
        index = found?.end ?? word.endIndex
      } else {
        index += 1
      }
    }
    return parts
  }

  /// ` 14, 2003`, `. 3, 2024`, ` 21 10:00`: a day, and behind it a year or a clock.
  private static func isBeforeDay(_ bytes: [UInt8], _ start: Int) -> Bool {
    let rest = bytes[start...].drop { $0 == 0x20 || $0 == UInt8(ascii: ".") }
    let day = rest.prefix { isDigit($0) }
    guard rest.startIndex > start, (1...2).contains(day.count) else { return false }
    let next = bytes[day.endIndex...].drop { !isDigit($0) }.prefix { isDigit($0) }
    guard next.startIndex - day.endIndex <= 4 else { return false }
    return next.count == 4 || (!next.isEmpty && isClock(bytes, next))
  }

  /// A number beside a colon, or one with am or pm behind it.
  private static func isClock(_ bytes: [UInt8], _ run: ArraySlice<UInt8>) -> Bool {
    let colon = UInt8(ascii: ":")
    if run.endIndex < bytes.count, bytes[run.endIndex] == colon { return true }
    if run.startIndex > 0, bytes[run.startIndex - 1] == colon { return true }
    let next = bytes[run.endIndex...].drop { $0 == 0x20 }.prefix(2).map { $0 | 0x20 }
    return next == Array("am".utf8) || next == Array("pm".utf8)
  }
}

/// Years as Japanese pages count them, from the emperor: `令和6年` is 2024.
enum JapaneseEra {
  private static let eras: [(name: [UInt8], start: Int)] = [
    (Array("令和".utf8), 2018), (Array("平成".utf8), 1988), (Array("昭和".utf8), 1925),
  ]

  /// The year before the first of the era with whose name the word ends, or that stands before its first year.
  static func start(_ word: ArraySlice<UInt8>) -> Int? {
    eras.first { era in word.count >= 6 && find(String(decoding: era.name, as: UTF8.self), in: word) != nil }?.start
  }

  /// `令和元年`: the first year has a word, not a number.
  static func isFirstYear(_ word: ArraySlice<UInt8>) -> Bool { find("元年", in: word) != nil }
}

/// Digits of other scripts.
enum Numerals {
  /// Arabic, Persian, Indian, Thai and full-width digits as those of ASCII.
  static func western(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 >= 0xD9 }) else { return bytes }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0660...0x0669: output.append(UInt8(scalar.value - 0x0660) + UInt8(ascii: "0"))
      case 0x06F0...0x06F9: output.append(UInt8(scalar.value - 0x06F0) + UInt8(ascii: "0"))
      case 0x0966...0x096F: output.append(UInt8(scalar.value - 0x0966) + UInt8(ascii: "0"))
      case 0x09E6...0x09EF: output.append(UInt8(scalar.value - 0x09E6) + UInt8(ascii: "0"))
      case 0x0E50...0x0E59: output.append(UInt8(scalar.value - 0x0E50) + UInt8(ascii: "0"))
      case 0xFF10...0xFF19: output.append(UInt8(scalar.value - 0xFF10) + UInt8(ascii: "0"))
      default: output.append(contentsOf: String(scalar).utf8)
      }
    }
    return output
  }
}
