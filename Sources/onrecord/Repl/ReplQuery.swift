import NewsIndex

/// The query of a REPL as it was put together: the line, and what narrowed it since.
struct ReplQuery: Hashable {
  var parts: [String]

  init(_ line: String) { parts = [line] }

  /// - Parameter isPlain: Without operators there is nothing to group by.
  func text(isPlain: Bool) -> String {
    if isPlain { return parts.joined(separator: " ") }
    return parts.reduce("") { QueryComposition.and($0, $1) }
  }

  mutating func narrow(_ text: String) { parts.append(text) }

  /// Takes away the filters of a field, or those with one value.
  ///
  /// - Returns: How many went. What stands beside `or` or inside parentheses stays: without it the rest would mean
  ///   something else.
  mutating func drop(_ filter: String) -> Int {
    let (name, value) = Self.parted(filter)
    let field = FieldTable.field(named: name)?.name ?? name.lowercased()
    var dropped = 0
    parts = parts.compactMap { part in
      let (rest, count) = Self.dropping(field, value, from: part)
      dropped += count
      return rest.isEmpty && count > 0 ? nil : rest
    }
    if parts.isEmpty { parts = [""] }
    return dropped
  }

  private static func dropping(_ field: String, _ value: String?, from part: String) -> (rest: String, count: Int) {
    let words = QueryWords.split(part)
    guard !words.contains(where: { $0.lowercased() == "or" }) else { return (part, 0) }
    var kept: [String] = []
    var count = 0
    for word in words {
      guard isFilter(word, field, value) else {
        kept.append(word)
        continue
      }
      count += 1
      while let last = kept.last, ["not", "and"].contains(last.lowercased()) { kept.removeLast() }
    }
    return count == 0 ? (part, 0) : (kept.joined(separator: " "), count)
  }

  private static func isFilter(_ word: String, _ field: String, _ value: String?) -> Bool {
    let (name, found) = parted(word.hasPrefix("-") ? String(word.dropFirst()) : word)
    guard let found, FieldTable.field(named: name)?.name == field else { return false }
    guard let value else { return true }
    return bare(found) == bare(value)
  }

  private static func parted(_ text: String) -> (name: String, value: String?) {
    guard let colon = text.firstIndex(of: ":") else { return (text, nil) }
    return (String(text[..<colon]), String(text[text.index(after: colon)...]))
  }

  private static func bare(_ value: String) -> String { value.lowercased().filter { $0 != "\"" } }
}

/// Parts a query at the spaces outside quotation marks and parentheses.
enum QueryWords {
  static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    var depth = 0
    for character in text {
      if character.isWhitespace, !isQuoted, depth == 0 {
        if !word.isEmpty { words.append(word) }
        word = ""
        continue
      }
      switch character {
      case "\"": isQuoted.toggle()
      case "(" where !isQuoted: depth += 1
      case ")" where !isQuoted: depth -= 1
      default: break
      }
      word.append(character)
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
