import NewsIndex
import QueryLanguage

// `search --batch`: what ends the answer to each query.

/// Why a query of a batch has no answer.
public struct BatchFailure: Hashable, Sendable {
  public var code: String
  /// Counts scalars of the query from 1; `nil` where no place is to blame.
  public var column: Int?
  public var message: String
  public var hint: String?

  public init(code: String, column: Int? = nil, message: String, hint: String? = nil) {
    self.code = code
    self.column = column
    self.message = message
    self.hint = hint
  }

  public init(_ error: AskingError) {
    switch error {
    case .query(let diagnostics):
      let first = diagnostics.first
      self.init(
        code: first?.code ?? "query", column: first?.column, message: first?.message ?? "the query is wrong",
        hint: first?.hint)
    case .index(let error): self.init(code: "index", message: error.message, hint: error.hint)
    case .notFound, .interrupted: self.init(code: "interrupted", message: error.description)
    }
  }
}

extension Renderer {
  /// In JSON `{"queryId":"7","total":0,"error":null}`; else nothing, as errors are no data.
  public func batchEnd(queryID: String, total: Int, failure: BatchFailure?) -> [UInt8] {
    switch format {
    case .jsonl: return batchEndJSON(queryID, total, failure)
    case .text, .csv, .tsv: return []
    }
  }

  private func batchEndJSON(_ queryID: String, _ total: Int, _ failure: BatchFailure?) -> [UInt8] {
    var json = JSONWriter()
    json.missingShards = missingShards
    json.object {
      $0.field("queryId", queryID)
      $0.field("total", total)
      $0.partial()
      $0.key("error")
      guard let failure else { return $0.null() }
      $0.object {
        $0.field("code", failure.code)
        $0.key("column")
        if let column = failure.column { $0.value(column) } else { $0.null() }
        $0.field("message", failure.message)
        $0.field("hint", failure.hint)
      }
    }
    json.endLine()
    return json.bytes
  }
}
