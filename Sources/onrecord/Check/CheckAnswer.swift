import NewsIndex

/// What a case's query brought, or why it brought nothing.
struct CheckAnswer {
  var result: Result<SearchResult, AskingError>
  /// By the name in the check file.
  var facets: [String: FacetCounts] = [:]
  /// Of the search alone, the middle one of several.
  var milliseconds: Double?
}

extension RowPattern {
  func fits(_ hit: SearchHit) -> Bool { cells.allSatisfy { Self.fits($0, hit) } }

  private static func fits(_ cell: Cell, _ hit: SearchHit) -> Bool {
    let expected = cell.expected.text
    switch cell.key {
    case "any": return hit.id == expected || hit.articleID == expected || hit.text.contains(expected)
    case "text": return hit.text.contains(expected)
    case "regions": return hit.regions.contains(expected)
    default: return value(cell.key, of: hit) == expected
    }
  }

  /// What a row has under a key, as a pattern would write it.
  static func value(_ key: String, of hit: SearchHit) -> String {
    switch key {
    case "id", "any": return hit.id
    case "article": return hit.articleID
    case "title": return hit.title ?? ""
    case "publisher": return hit.publisher ?? ""
    case "published": return hit.published.value?.description ?? ""
    case "kind": return hit.kind
    case "speaker": return hit.speaker ?? "(unknown)"
    case "date": return hit.date?.description ?? ""
    case "regions": return hit.regions.joined(separator: " ")
    case "language": return hit.language
    case "source": return hit.source
    case "role": return hit.statement?.speaker?.role ?? ""
    default: return hit.text
    }
  }
}

extension RowPattern: CustomStringConvertible {
  /// `speaker: Vladimir Putin, kind: direct`.
  var description: String {
    cells.map { $0.key == "any" ? $0.expected.text : "\($0.key): \($0.expected.text)" }.joined(separator: ", ")
  }
}

extension Bounds: CustomStringConvertible {
  var description: String {
    var parts: [String] = []
    if let exact { parts.append(Self.text(exact)) }
    if let min { parts.append("at least \(Self.text(min))") }
    if let max { parts.append("at most \(Self.text(max))") }
    return parts.joined(separator: ", ")
  }

  static func text(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? String(number) }
}
