import QueryLanguage
import XapianStore

/// A query that was parsed and lowered, ready to be asked.
struct PreparedQuery {
  var tree: QueryTree
  var unit: OpenUnit
  /// Finds and weighs.
  var query: StoreQuery
  var weighs: Bool
  var lowering: Lowering
}

extension IndexReader {
  func prepare(_ query: IndexQuery, wantsNotes: Bool = true) throws -> PreparedQuery {
    try prepare(try parse(query), query, unit: nil, wantsNotes: wantsNotes)
  }

  func parse(_ query: IndexQuery) throws -> QueryTree {
    let options = QueryParser.Options(matchesAny: query.match == .any)
    let parsed =
      query.isPlain
      ? QueryParser.plain(query.text, options: options)
      : QueryParser.parse(query.text, fields: QueryField.all, now: query.now, options: options)
    guard parsed.diagnostics.isEmpty else { throw AskingError.query(parsed.diagnostics) }
    return query.match == .any ? parsed.tree.withoutStopWords(definition.table("stop-words")) : parsed.tree
  }

  /// - Parameter unit: Goes before that of the query, which goes before the one that follows from the tree.
  func prepare(
    _ tree: QueryTree, _ query: IndexQuery, unit: IndexUnit?, wantsNotes: Bool
  ) throws -> PreparedQuery {
    let unit = units[unit ?? query.unit ?? (query.minConfidence == nil ? Self.unit(of: tree) : .statement)]
    var settings = Lowering.Settings()
    settings.isPlain = query.isPlain
    settings.match = query.match
    settings.wantsNotes = wantsNotes
    settings.languages = tree.demandedLanguages
    let lowering = Lowering(units, unit, settings)
    try checkInterruption()
    var part = try lowering.query(tree)
    if let least = query.minConfidence, unit.unit == .statement {
      let sure = StoreQuery.valueAtLeast(slot: ValueSlot.confidence.rawValue, [ConfidenceValue.byte(least)])
      part = .all([part, .filter(sure)])
    }
    return PreparedQuery(
      tree: tree, unit: unit, query: part.whole, weighs: part.weighs && !part.isNegated,
      lowering: lowering)
  }

  /// The unit follows the question: statements where a field of statements is in it, else segments.
  static func unit(of tree: QueryTree) -> IndexUnit { tree.asksStatements ? .statement : .segment }
}
