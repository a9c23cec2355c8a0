import NewsIndex

/// Reads which facets are wanted: `speaker`, `date:month`, `speaker:20`, `date:month:24`.
enum FacetSpecification {
  /// `nil` where the text names no facet; then it may be the beginning of a query.
  ///
  /// - Parameter takesLimit: Whether a number may stand behind, and an alias for the name. Not where a query follows:
  ///   `date:2024` is one, and so is `when`.
  static func request(_ text: String, limit: Int, takesLimit: Bool) -> FacetRequest? {
    var parts = text.split(separator: ":", omittingEmptySubsequences: false)[...]
    guard let name = parts.popFirst(), let field = FieldTable.field(named: String(name)),
      let facet = field.facet, takesLimit || field.name == name
    else { return nil }
    var request = FacetRequest(field: facet, limit: limit)
    if let part = parts.first, let level = FacetLevel(rawValue: String(part)) {
      guard levels(of: facet).contains(level) else { return nil }
      request.level = level
      parts.removeFirst()
    }
    if takesLimit, let part = parts.first, let limit = Int(part), limit >= 0 {
      request.limit = limit
      parts.removeFirst()
    }
    return parts.isEmpty ? request : nil
  }

  private static func levels(of field: FacetField) -> [FacetLevel] {
    switch field {
    case .date: return [.day, .month, .year]
    case .region: return [.country, .subdivision]
    default: return []
    }
  }

  /// Facets at the head of the words, and the rest, which is the query.
  static func leading(_ words: [String], limit: Int) -> (facets: [FacetRequest], query: [String]) {
    var facets: [FacetRequest] = []
    for (index, word) in words.enumerated() {
      guard let facet = request(word, limit: limit, takesLimit: false) else {
        return (facets, Array(words[index...]))
      }
      facets.append(facet)
    }
    return (facets, [])
  }

  /// For messages.
  static let names = FieldTable.fields.filter { $0.facet != nil }.map(\.name).joined(separator: ", ")
}
