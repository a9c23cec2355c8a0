import IndexDefinition
import TextAnalysis

/// Names of months in the languages of the news, and the words that stand beside a date above an article.
struct DateWords: Sendable {
  struct Month: Hashable {
    var number: Int
    /// Also an English word: it counts only straight behind a number.
    var isWeak: Bool
    /// Of the calendar of Iran and Afghanistan; see `SolarCalendar`.
    var isSolar: Bool
    /// Where it ends: some names have two words.
    var end: Int
  }

  private let table: LexiconTable
  private let monthColumn: Int?
  private let weakColumn: Int?
  private let saysColumn: Int?

  /// - Parameter table: Columns `key month weak`, the last two maybe empty.
  init(_ table: LexiconTable) {
    self.table = table
    monthColumn = table.column("month")
    weakColumn = table.column("weak")
    saysColumn = table.column("says")
  }

  /// The month whose name begins at an offset; `nil` where the word is none.
  func month(at start: Int, in bytes: [UInt8]) -> Month? {
    let word = bytes[start...].prefix { isWordByte($0) && !isDigit($0) }
    let behind = bytes[word.endIndex...]
    if word.first.map({ $0 >= 0x80 }) == true, behind.first == 0x20 {
      let second = behind.dropFirst().prefix { isWordByte($0) && !isDigit($0) }
      if !second.isEmpty, let month = month(bytes[start..<second.endIndex]) { return month }
    }
    // `ก.พ.`: the short names of Thai months have two points.
    if word.first == 0xE0, word.count <= 9, behind.first == UInt8(ascii: ".") {
      let second = behind.dropFirst().prefix { isWordByte($0) && !isDigit($0) }
      if !second.isEmpty, let month = month(bytes[start..<second.endIndex]) { return month }
    }
    return month(word)
  }

  /// The month that the words name, in full or shortened, without a point.
  func month(_ words: ArraySlice<UInt8>) -> Month? {
    guard words.count >= 3, words.count <= 60, let monthColumn, let row = row(words) else { return nil }
    let isSolar = row[monthColumn].hasPrefix("s")
    guard let number = Int(row[monthColumn].dropFirst(isSolar ? 1 : 0)) else { return nil }
    let isWeak = weakColumn.map { row[$0] == "weak" } ?? false
    return Month(number: number, isWeak: isWeak, isSolar: isSolar, end: words.endIndex)
  }

  /// Which day of an article's life a line names, by its words.
  enum Moment: Int, Comparable {
    case first, printed, changed

    static func < (left: Moment, right: Moment) -> Bool { left.rawValue < right.rawValue }
  }

  func moment(_ line: [UInt8]) -> Moment {
    guard let saysColumn else { return .printed }
    let said = line.split { !isWordByte($0) || isDigit($0) }.prefix(30).lazy.compactMap { word in
      word.count <= 60 ? row(word)?[saysColumn] : nil
    }.first { !$0.isEmpty }
    return said.map { $0 == "first" ? .first : .changed } ?? .printed
  }

  /// Whether the word may stand in a line that holds a date and nothing else.
  func contains(_ word: ArraySlice<UInt8>) -> Bool { word.count <= 60 && row(word) != nil }

  private func row(_ words: ArraySlice<UInt8>) -> LexiconRow? {
    var folded: [UInt8] = []
    words.withUnsafeBufferPointer { Folding.fold(utf8: $0, into: &folded) }
    return folded.withUnsafeBufferPointer { table.row($0) }
  }
}
