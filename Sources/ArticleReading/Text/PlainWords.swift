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
}
