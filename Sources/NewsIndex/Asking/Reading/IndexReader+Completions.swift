import QueryLanguage
import TextAnalysis
import XapianStore

extension IndexReader {
  /// Values of a field of which a word begins with the letters typed, folded; the most frequent first.
  ///
  /// Empty for a field without values to list, and where the index can't be read: completion never fails.
  public func completions(field name: String, prefix: String, limit: Int = 20) -> [Completion] {
    guard let field = FieldTable.field(named: name) else { return [] }
    guard let values = try? answering({ try self.values(of: field) }) else { return [] }
    let wanted = " " + Folding.fold(prefix)
    return Array(values.filter { " \(Folding.fold($0.value))".holds(wanted) }.prefix(limit))
  }

  private func values(of field: IndexField) throws -> [Completion] {
    switch field.syntax {
    case .choice(let words): return words.map { Completion(value: $0, count: 0) }
    case .language:
      return try units.segments.database.terms(prefix: "L").map {
        Completion(value: String($0.term.dropFirst()), count: $0.frequency)
      }
    case .name, .region, .date(.date): break
    case .date, .words, .identifier, .number: return []
    }
    guard let facet = field.facet else { return [] }
    let unit: IndexUnit = field.isOfStatements ? .statement : .segment
    let request = FacetsRequest(
      IndexQuery("", unit: unit), facets: [FacetRequest(field: facet, level: facet == .date ? .month : nil, limit: 0)])
    return try facets(request).fields.first?.values.map { Completion(value: $0.value, count: $0.count) } ?? []
  }
}
