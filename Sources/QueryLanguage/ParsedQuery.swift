/// What became of a query text: a tree, and everything that is wrong with it.
///
/// The tree of a query with diagnostics holds what could be understood, for suggestions; it must not be asked.
public struct ParsedQuery: Hashable, Sendable {
  public var tree: QueryTree
  /// By column.
  public var diagnostics: [QueryDiagnostic]

  public init(tree: QueryTree, diagnostics: [QueryDiagnostic]) {
    self.tree = tree
    self.diagnostics = diagnostics
  }
}
