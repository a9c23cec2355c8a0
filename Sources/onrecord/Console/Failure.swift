import FileAccess
import IndexDefinition
import NewsIndex
import QueryLanguage
import Rendering

/// Why a command can't go on: what standard error says, and the status the program ends with.
struct Failure: Error, Sendable {
  enum Reason: Sendable {
    case message(String, hint: String?)
    /// A wrong query; shown with a caret.
    case query(QueryDiagnostic, String)
  }

  var status: ExitStatus
  var reason: Reason

  private init(_ status: ExitStatus, _ reason: Reason) {
    self.status = status
    self.reason = reason
  }

  init(_ status: ExitStatus, _ message: String, hint: String? = nil) {
    self.init(status, .message(message, hint: hint))
  }

  init(_ error: NewsIndexError) {
    self.init(Self.status(of: error.kind), error.message, hint: error.hint)
  }

  init(_ error: FileError) {
    self.init(.usage, error.description)
  }

  init(_ error: DefinitionError) {
    self.init(.usage, error.description)
  }

  /// - Parameter query: What was asked, for the caret.
  init(_ error: AskingError, query: String) {
    switch error {
    case .index(let error): self.init(error)
    case .notFound: self.init(.nothing, error.description)
    case .interrupted: self.init(.interrupted, error.description)
    case .query(let diagnostics):
      guard let first = diagnostics.first else {
        self.init(.usage, error.description)
        return
      }
      self.init(.usage, .query(first, query))
    }
  }

  private static func status(of kind: NewsIndexError.Kind) -> ExitStatus {
    switch kind {
    case .missing, .schema, .corrupt, .io: return .index
    case .locked: return .busy
    case .usage: return .usage
    }
  }

  func lines(style: TextStyle) -> [String] {
    switch reason {
    case .query(let diagnostic, let query): return style.problem(diagnostic, in: query)
    case .message(let message, let hint):
      var lines = ["\(style.paint("error:", .warning)) \(style.safeLines(message))"]
      if let hint { lines.append("\(style.paint("hint:", .faint)) \(style.safeLines(hint))") }
      return lines
    }
  }
}
