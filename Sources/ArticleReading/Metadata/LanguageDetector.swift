import IndexDefinition

/// A cheap guess at the language of a text: by its script, or by the small words that every sentence needs.
///
/// It is there to keep English rules off other languages, so English wins unless another language clearly does.
struct LanguageDetector: Sendable {
  private static let sample = 4000
  private static let fewestWords = 20

  /// The languages of a word; words shared by several count for each.
  private let words: LexiconTable
  private let languages: Int?

  /// - Parameter table: Columns `word languages`, the codes parted by spaces.
  init(_ table: LexiconTable) {
    words = table
    languages = table.column("languages")
  }

  /// Two letters of ISO 639-1; `nil` where too little of the text speaks for any language.
  func language(of text: [UInt8]) -> String? {
    let sample = text.prefix(Self.sample)
    if let language = Scripts.language(of: sample) { return language }
    return byWords(sample)
  }

  private func byWords(_ sample: ArraySlice<UInt8>) -> String? {
    guard let column = languages else { return nil }
    var counts: [String: Int] = [:]
    var total = 0
    for word in sample.split(whereSeparator: { !PublishedDate.isWordByte($0) }) {
      total += 1
      let lower = String(decoding: word, as: UTF8.self).lowercased()
      guard let row = words.row(lower) else { continue }
      for language in row[column].split(separator: " ") { counts[String(language), default: 0] += 1 }
    }
    guard total >= Self.fewestWords else { return nil }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best, best.value * 100 >= total * 8 else { return nil }
    let english = counts["en"] ?? 0
    return best.value * 2 > english * 3 ? best.key : "en"
  }
}

/// Scripts that one language, or one among the news, is written in.
enum Scripts {
  static func language(of sample: ArraySlice<UInt8>) -> String? {
    if sample.count(where: { $0 >= 0x80 }) * 4 < sample.count { return nil }
    var counts = [Int](repeating: 0, count: names.count)
    var (letters, marks) = (0, Marks())
    for scalar in String(decoding: sample, as: UTF8.self).unicodeScalars where scalar.value > 0x40 {
      letters += 1
      marks.note(scalar.value)
      if let index = names.firstIndex(where: { $0.range.contains(scalar.value) }) { counts[index] += 1 }
    }
    guard let most = counts.max(), most * 3 > letters, let index = counts.firstIndex(of: most) else { return nil }
    switch names[index].language {
    case "ru": return marks.cyrillic
    case "ar": return marks.persian * 50 > most ? "fa" : "ar"
    case "zh": return marks.kana * 10 > letters ? "ja" : "zh"
    case let language: return language
    }
  }

  private static let names: [(range: ClosedRange<UInt32>, language: String)] = [
    (0x0400...0x04FF, "ru"), (0x0600...0x06FF, "ar"), (0x4E00...0x9FFF, "zh"), (0x3040...0x30FF, "ja"),
    (0xAC00...0xD7A3, "ko"), (0x0370...0x03FF, "el"), (0x0590...0x05FF, "he"), (0x0E00...0x0E7F, "th"),
    (0x0900...0x097F, "hi"), (0x0980...0x09FF, "bn"), (0x0B80...0x0BFF, "ta"), (0x10A0...0x10FF, "ka"),
    (0x0530...0x058F, "hy"), (0x1200...0x137F, "am"), (0x1000...0x109F, "my"), (0x1780...0x17FF, "km"),
  ]

  /// Letters that tell languages of one script apart.
  private struct Marks {
    var (ukrainian, belarusian, serbian, bulgarianless) = (0, 0, 0, 0)
    var (persian, kana) = (0, 0)

    mutating func note(_ scalar: UInt32) {
      switch scalar {
      case 0x0457, 0x0407, 0x0454, 0x0404, 0x0491: ukrainian += 1  // ї є ґ
      case 0x045E, 0x040E: belarusian += 1  // ў
      case 0x0458, 0x0452, 0x045B, 0x0459, 0x045A: serbian += 1  // ј ђ ћ љ њ
      case 0x044B, 0x042B, 0x044D, 0x042D: bulgarianless += 1  // ы э
      case 0x067E, 0x0686, 0x06AF, 0x06A9, 0x06CC: persian += 1
      case 0x3040...0x30FF: kana += 1
      default: break
      }
    }

    var cyrillic: String {
      if ukrainian > 0, ukrainian >= bulgarianless { return "uk" }
      if belarusian > 0 { return "be" }
      if serbian > 0 { return "sr" }
      return bulgarianless > 0 ? "ru" : "bg"
    }
  }
}
