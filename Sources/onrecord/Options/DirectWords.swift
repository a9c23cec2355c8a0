import ArticleModel
import NewsIndex
import Rendering

/// Reads the usual words of `search` and `extract` directly.
///
/// swift-argument-parser looks up types by name when it starts, which takes longer than a whole search does, or the
/// extraction of an article. So what is well-formed is read here, and anything else, help and errors included, is left
/// to it: both give the same settings, and a test compares them.
struct DirectWords {
  private var settings = SearchSettings()
  private var isJSON = false
  private var format: OutputFormat?

  /// `nil` where a word is not plainly right.
  static func search(_ words: some Sequence<String>) -> SearchSettings? {
    var reader = DirectWords()
    var rest = ArraySlice(words)
    while let word = rest.popFirst() {
      if word == "--" {
        reader.settings.words += rest
        break
      }
      guard word.hasPrefix("-") else {
        reader.settings.words.append(word)
        continue
      }
      if reader.setFlag(word) { continue }
      guard let option = option(word, &rest), reader.set(option.name, option.value) else { return nil }
    }
    return reader.finished()
  }

  /// `--name=value`, or `--name` and the next word.
  static func option(_ word: String, _ rest: inout ArraySlice<String>) -> (name: String, value: String)? {
    if let equals = word.firstIndex(of: "=") {
      return (String(word[..<equals]), String(word[word.index(after: equals)...]))
    }
    guard let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
    return (word, value)
  }

  private mutating func setFlag(_ word: String) -> Bool {
    switch word {
    case "--json": isJSON = true
    case "--plain": settings.query.isPlain = true
    case "--partial": settings.isPartial = true
    case "--count": settings.hits.isCount = true
    case "--explain": settings.hits.isExplained = true
    case "--quiet", "-q": settings.display.isQuiet = true
    default: return false
    }
    return true
  }

  private mutating func set(_ name: String, _ value: String) -> Bool {
    switch name {
    case "--unit": return Self.choose(&settings.query.unit, value)
    case "--match": return Self.choose(&settings.query.match, value)
    case "--sort": return Self.choose(&settings.hits.sort, value)
    case "--collapse": return Self.choose(&settings.hits.collapse, value)
    case "--color": return Self.choose(&settings.display.colour, value)
    case "--format": return Self.choose(&format, value)
    case "--limit": return Self.count(&settings.hits.limit, value)
    case "--offset": return Self.count(&settings.hits.offset, value)
    case "--now":
      settings.query.now = CalendarDay(iso: value)
      return settings.query.now != nil
    case "--min-confidence":
      settings.query.minConfidence = try? OptionValue.confidence(value)
      return settings.query.minConfidence != nil
    case "--facet":
      guard let facet = FacetSpecification.request(value, limit: 10, takesLimit: true) else { return false }
      settings.hits.facets.append(facet)
      return true
    case "--index":
      settings.index.append(value)
      return true
    case "--batch":
      settings.batch = value
      return true
    default: return false
    }
  }

  static func choose<Choice: RawRepresentable<String>>(_ choice: inout Choice, _ value: String) -> Bool {
    guard let chosen = Choice(rawValue: value) else { return false }
    choice = chosen
    return true
  }

  static func choose<Choice: RawRepresentable<String>>(_ choice: inout Choice?, _ value: String) -> Bool {
    choice = Choice(rawValue: value)
    return choice != nil
  }

  private static func count(_ count: inout Int, _ value: String) -> Bool {
    guard let number = Int(value), number >= 0 else { return false }
    count = number
    return true
  }

  private func finished() -> SearchSettings? {
    if isJSON, let format, format != .jsonl { return nil }
    if settings.batch != nil, !settings.words.isEmpty { return nil }
    var settings = settings
    settings.display.format = isJSON ? .jsonl : format ?? .text
    return settings
  }
}
