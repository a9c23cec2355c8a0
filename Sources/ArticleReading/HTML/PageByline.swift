/// Cleans what pages say about their authors.
enum PageByline {
  private static let openings = ["by ", "by: ", "written by ", "posted by ", "author: ", "par ", "von ", "por ", "di "]

  /// Without "By" and white space; `nil` for an address or a text that is too long to be names.
  static func cleaned(_ text: String) -> String? {
    guard var name = ArticleMetadata.cleaned(text) else { return nil }
    for opening in openings where name.lowercased().hasPrefix(opening) {
      name = String(name.dropFirst(opening.count))
      break
    }
    name = withoutDate(name)
    name = name.trimming([" ", ",", "|", "•", "·", "-", "–", "—", ":", "/"])
    let words = name.split(separator: " ")
    if words.count == 1, name.contains("@") || name.contains("_") { return nil }
    if name.hasPrefix("http") || name.hasPrefix("@") || name.hasPrefix("www.") { return nil }
    if ["admin", "administrator", "staff", "editor", "author", "unknown"].contains(name.lowercased()) { return nil }
    return (1...14).contains(words.count) && name.utf8.count <= 160 && name.contains { $0.isLetter } ? name : nil
  }

  /// Up to the first word that begins a date or an hour: names hold no digits, and a month stands before one.
  private static func withoutDate(_ text: String) -> String {
    var words = text.split(separator: " ")
    guard let digits = words.firstIndex(where: { $0.utf8.contains { PublishedDate.isDigit($0) } }), digits > 0 else {
      return text
    }
    words.removeSubrange(digits...)
    while let last = words.last, words.count > 1, isDateWord(last) { words.removeLast() }
    return words.joined(separator: " ")
  }

  private static func isDateWord(_ word: Substring) -> Bool {
    let letters = Array(word.utf8.filter { ($0 | 0x20) &- UInt8(ascii: "a") < 26 })
    let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    let isWeekday =
      word.hasSuffix("day") || word.hasSuffix("day,") || weekdays.contains(word.lowercased().trimming([",", "."]))
    return MonthNames.month(letters[...]) != nil || isWeekday || letters.isEmpty
      || ["on", "at", "posted", "published", "updated"].contains(word.lowercased().trimming([":", ","]))
  }
}
