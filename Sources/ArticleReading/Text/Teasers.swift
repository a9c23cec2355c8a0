import ArticleModel

/// Recognises what stands around a line such as "Other topics of interest": the headline of another article, often
/// printed twice, and the first sentence of that article.
enum Teasers {
  private static let longestHeadline = 25
  private static let longestTeaser = 60

  /// The numbers of the units that belong to the one at `index`.
  static func beside(_ index: Int, _ units: [TextUnit], _ text: [UInt8]) -> [Int] {
    guard index + 1 < units.count, isHeadline(units[index + 1], text) else { return [] }
    let headline = words(units[index + 1], text)
    var found = [index + 1]
    let isDouble = index > 0 && words(units[index - 1], text) == headline
    if isDouble { found.append(index - 1) }
    if index + 2 < units.count, isTeaser(units[index + 2], of: headline, isDouble: isDouble, text) {
      found.append(index + 2)
    }
    return found
  }

  private static func isHeadline(_ unit: TextUnit, _ text: [UInt8]) -> Bool {
    !Sentence.ends(text, unit.span) && Sentence.wordCount(text, unit.span) <= longestHeadline
  }

  /// One paragraph that speaks of what the headline says. Behind a headline that stands twice there is one;
  /// otherwise the words must show it, because the article may go on there.
  private static func isTeaser(
    _ unit: TextUnit, of headline: [String], isDouble: Bool, _ text: [UInt8]
  ) -> Bool {
    guard Sentence.wordCount(text, unit.span) <= longestTeaser else { return false }
    if isDouble { return true }
    let content = Set(headline.filter { $0.utf8.count >= 4 })
    let shared = content.intersection(words(unit, text)).count
    return shared * 10 >= content.count * 4 && shared > 0
  }

  private static func words(_ unit: TextUnit, _ text: [UInt8]) -> [String] {
    PlainWords.words(text[unit.span.start..<unit.span.end])
  }
}
