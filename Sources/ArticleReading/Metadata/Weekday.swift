/// The English names of days, where they tell which of two readings of a date is meant.
enum Weekday {
  private static let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map {
    Array($0.utf8)
  }

  /// 1 for Monday to 7 for Sunday; `nil` where no day is named, in full or by its first letters.
  static func named(in text: [UInt8]) -> Int? {
    for word in text.split(whereSeparator: { !isWordByte($0) }) where (3...9).contains(word.count) {
      let lower = word.map { $0 | 0x20 }
      if let index = names.firstIndex(where: { $0 == lower || (lower.count <= 5 && $0.starts(with: lower)) }) {
        return index + 1
      }
    }
    return nil
  }
}
