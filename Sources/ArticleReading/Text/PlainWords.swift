import TextAnalysis

/// Folded words without anything between them, to compare lines that mean the same.
enum PlainWords {
  static func words(_ bytes: ArraySlice<UInt8>) -> [String] {
    SearchWords.words(in: String(decoding: bytes, as: UTF8.self)).filter { !$0.isAlternative }.map(\.term)
  }

  static func words(_ text: String) -> [String] { words(Array(text.utf8)[...]) }

  /// Whether two titles are the same but for punctuation, case, and the name of the site behind one of them.
  static func isSameTitle(_ left: [String], _ right: [String]) -> Bool {
    if left == right { return !left.isEmpty }
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    return short.count >= 4 && long.count - short.count <= 4 && long.starts(with: short)
  }

  /// Whether words stand together in a title and are more than half of it: the rest is a site, a section, a day.
  static func isMost(_ words: [String], of title: [String]) -> Bool {
    guard words.count >= 4, words.count < title.count, words.count * 2 > title.count else { return false }
    return (0...(title.count - words.count)).contains { title[$0...].starts(with: words) }
  }
}
