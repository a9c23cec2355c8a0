extension IndexQuery {
  /// The query with the unit that its facets ask for: who speaks is counted over statements, as `speaker:` is asked of
  /// them. A unit that was asked for stays.
  func following(_ facets: [FacetRequest]) -> IndexQuery {
    guard unit == nil, facets.contains(where: { Self.countsStatements($0.field) }) else { return self }
    var query = self
    query.unit = .statement
    return query
  }

  private static func countsStatements(_ facet: FacetField) -> Bool {
    FieldTable.fields.contains { $0.facet == facet && $0.isOfStatements }
  }
}
