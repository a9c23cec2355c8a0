import QueryLanguage
import TextAnalysis

// A wrong query, as standard error shows it.

extension TextStyle {
  /// The message, the query with carets under the wrong part, and the hint.
  ///
  ///     error: 11/05/2024 has two readings (ambiguous-date)
  ///       date:11/05/2024
  ///            ^^^^^^^^^^
  ///     hint: 2024-11-05 or 2024-05-11
  public func problem(_ diagnostic: QueryDiagnostic, in query: String) -> [String] {
    let shown = diagnostic.caret(in: query) { DisplayWidth.columns(of: ControlCharacters.visible($0)) }
    var lines = ["\(paint("error:", .warning)) \(safe(diagnostic.message)) (\(diagnostic.code))"]
    lines += shown.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + safe(String($0)) }
    if let hint = diagnostic.hint { lines.append("\(paint("hint:", .faint)) \(safe(hint))") }
    return lines
  }
}
