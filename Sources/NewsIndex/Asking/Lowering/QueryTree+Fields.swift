import ArticleModel
import QueryLanguage

extension QueryTree {
  /// Whether a field of statements stands in it: then the query is one on statements.
  var asksStatements: Bool { contains { $0.isOfStatements } }

  /// Whether an id of a segment or a kind of segments stands in it.
  var asksSegments: Bool { contains { $0.isOfSegments } }

  /// Whether a condition holds for a part of it.
  func contains(_ condition: (QueryTree) -> Bool) -> Bool {
    if condition(self) { return true }
    switch self {
    case .and(let trees), .or(let trees): return trees.contains { $0.contains(condition) }
    case .not(let tree): return tree.contains(condition)
    case .proximity(_, let left, let right): return left.contains(condition) || right.contains(condition)
    case .everything, .word, .phrase, .field, .presence, .date, .number: return false
    }
  }

  /// A field that is bound to one statement.
  var isOfStatements: Bool {
    guard let name = fieldName, let field = FieldTable.field(named: name), field.isOfStatements else {
      return idOf("#q")
    }
    return name != "kind" || !isOfSegments
  }

  var isOfSegments: Bool {
    guard case .field(let name, .word(let text, _)) = self else { return false }
    if name.name == "kind" { return Segment.Kind(rawValue: text.text) != nil }
    return name.name == "id" && text.text.contains("#") && !idOf("#q")
  }

  private func idOf(_ sign: String) -> Bool {
    guard case .field(let name, .word(let text, _)) = self, name.name == "id" else { return false }
    return text.text.holds(sign)
  }

  /// The field of a leaf; `nil` for what is no field.
  var fieldName: String? {
    switch self {
    case .field(let name, _), .presence(let name, _), .date(let name, _), .number(let name, _, _): return name.name
    case .everything, .word, .phrase, .proximity, .and, .or, .not: return nil
    }
  }

  /// The languages that `lang:` demands outside of any `or` and `not`; empty where it demands none.
  var demandedLanguages: [String] {
    switch self {
    case .field(let name, .word(let text, _)) where name.name == "lang": return [IndexTerms.primary(text.text)]
    case .and(let trees): return trees.flatMap(\.demandedLanguages)
    default: return []
    }
  }
}
