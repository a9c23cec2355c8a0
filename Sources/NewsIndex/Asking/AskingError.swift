import QueryLanguage

/// Why a question has no answer: it is wrong itself, or the index is.
public enum AskingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The first is the one to show; columns count in the query as asked.
  case query([QueryDiagnostic])
  case index(NewsIndexError)
  /// The id of `show` is not in the index.
  case notFound(String)
  case interrupted

  public var description: String {
    switch self {
    case .query(let diagnostics): return diagnostics.first?.description ?? "the query is wrong"
    case .index(let error): return error.description
    case .notFound(let id): return "\(id): not in the index"
    case .interrupted: return "interrupted"
    }
  }

  /// The diagnostic to show with a caret; `nil` where the query is not to blame.
  public var diagnostic: QueryDiagnostic? {
    if case .query(let diagnostics) = self { return diagnostics.first }
    return nil
  }
}
