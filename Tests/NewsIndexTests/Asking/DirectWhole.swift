import ArticleModel
import QueryLanguage

@testable import NewsIndex

/// A segment or an article with the statements in it: what a query with fields of statements means of it, said without
/// an index.
///
/// The query is taken apart into ways that hold together; what a way asks of a statement, one statement must have.
struct DirectWhole {
  var id: String
  /// The segment, or the segments of the article.
  var parts: [DirectDocument]
  var statements: [DirectDocument]
  /// Stands for the unit as a whole: regions, names, dates.
  var whole: DirectDocument

  static func all(_ articles: [AnnotatedArticle], _ unit: IndexUnit) -> [DirectWhole] {
    articles.flatMap { annotated in
      let statements = DirectDocument.statements(annotated)
      let segments = DirectDocument.segments(annotated)
      if unit == .article { return [article(annotated, segments, statements)] }
      return segments.map { segment in
        let own = statements.filter { statement in
          statement.statement?.segments.contains { "\(annotated.article.id)#\($0)" == segment.id } ?? false
        }
        return DirectWhole(id: segment.id, parts: [segment], statements: own, whole: segment)
      }
    }
  }

  private static func article(
    _ annotated: AnnotatedArticle, _ segments: [DirectDocument], _ statements: [DirectDocument]
  ) -> DirectWhole {
    var whole = DirectDocument(id: annotated.article.id, unit: .article, kind: "article")
    whole.regions = DirectDocument.levels(annotated.regions.map(\.region.id))
    whole.organisations = annotated.organisations.map(\.name)
    whole.names = whole.organisations + annotated.people.map(\.name)
    whole.mentioned = annotated.dates.compactMap(\.value)
    (whole.title, whole.published) = (annotated.article.title, annotated.article.published.value)
    whole.publisher = annotated.article.publisher
    return DirectWhole(id: whole.id, parts: segments, statements: statements, whole: whole)
  }

  func matches(_ tree: QueryTree) -> Bool {
    Self.ways(tree, isNegated: false).contains { way in
      let bound = way.filter { Self.isOfStatement($0.tree) }
      guard bound.contains(where: { !$0.isNegated }) else {
        return way.allSatisfy { leaf in
          Self.isOfStatement(leaf.tree) ? !statements.contains { $0.matches(leaf.tree) } : holds(leaf)
        }
      }
      let joint = way.filter { Self.joinsStatement($0.tree) }
      return statements.contains { statement in joint.allSatisfy { statement.matches($0.tree) != $0.isNegated } }
        && way.filter { !Self.joinsStatement($0.tree) }.allSatisfy(holds)
    }
  }

  // MARK: Ways

  typealias Leaf = (tree: QueryTree, isNegated: Bool)

  private func holds(_ leaf: Leaf) -> Bool { holds(leaf.tree) != leaf.isNegated }

  private func holds(_ tree: QueryTree) -> Bool {
    switch tree {
    case .word, .phrase, .proximity: return parts.contains { $0.matches(tree) }
    case .field(let name, _) where name.name == "kind": return parts.contains { $0.matches(tree) }
    default: return whole.matches(tree)
    }
  }

  private static func isOfStatement(_ tree: QueryTree) -> Bool {
    switch tree {
    case .field(let name, .word(let text, _)) where name.name == "kind":
      return ["direct", "mixed", "indirect"].contains(text.text)
    case .field(let name, _), .presence(let name, _), .date(let name, _), .number(let name, _, _):
      return ["speaker", "said", "about", "conf", "said-on"].contains(name.name)
    default: return false
    }
  }

  private static func joinsStatement(_ tree: QueryTree) -> Bool {
    switch tree {
    case .field(let name, _) where name.name == "kind": return isOfStatement(tree)
    case .field(let name, _): return name.name != "title"
    case .presence, .date, .number: return true
    default: return false
    }
  }

  private static func ways(_ tree: QueryTree, isNegated: Bool) -> [[Leaf]] {
    switch tree {
    case .not(let inner): return ways(inner, isNegated: !isNegated)
    case .and(let trees), .or(let trees):
      var isAnd = false
      if case .and = tree { isAnd = true }
      let parts = trees.map { ways($0, isNegated: isNegated) }
      if isAnd == isNegated { return parts.flatMap { $0 } }
      return parts.reduce([[]]) { all, part in all.flatMap { way in part.map { way + $0 } } }
    case .field(let name, .and(let trees)): return ways(.and(trees.map { .field(name, $0) }), isNegated: isNegated)
    case .field(let name, .or(let trees)): return ways(.or(trees.map { .field(name, $0) }), isNegated: isNegated)
    case .field(let name, .not(let inner)): return ways(.field(name, inner), isNegated: !isNegated)
    default: return [[(tree, isNegated)]]
    }
  }
}
