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
    name = name.trimming([" ", ",", "|", "•", "·", "-", "–", "—", ":", "/"])
    let words = name.split(separator: " ")
    if name.hasPrefix("http") || name.hasPrefix("@") || name.hasPrefix("www.") { return nil }
    return (1...14).contains(words.count) && name.utf8.count <= 160 && name.contains { $0.isLetter } ? name : nil
  }
}
