/// What is wrong with a query, and where.
public struct QueryDiagnostic: Error, Hashable, Sendable {
  /// In kebab case, such as `ambiguous-date`: scripts and checks compare it.
  public var code: String
  /// Counts Unicode scalars from 1.
  public var column: Int
  /// In Unicode scalars; at least 1.
  public var length: Int
  public var message: String
  public var hint: String?

  public init(code: String, column: Int, length: Int, message: String, hint: String? = nil) {
    self.code = code
    self.column = column
    self.length = max(1, length)
    self.message = message
    self.hint = hint
  }

  /// The query on a line and carets under the wrong part.
  ///
  ///     date:11/05/2024
  ///          ^^^^^^^^^^
  ///
  /// - Parameter columns: How wide text is on the screen; counts characters unless told better.
  public func caret(in query: String, columns: (String) -> Int = { $0.count }) -> String {
    let scalars = Array(query.unicodeScalars).map { $0.value < 0x20 ? " " : $0 }
    let start = min(max(0, column - 1), scalars.count)
    let end = min(start + length, scalars.count)
    let before = columns(String(String.UnicodeScalarView(scalars[..<start])))
    let wide = columns(String(String.UnicodeScalarView(scalars[start..<end])))
    return String(String.UnicodeScalarView(scalars)) + "\n" + String(repeating: " ", count: before)
      + String(repeating: "^", count: max(1, wide))
  }
}

extension QueryDiagnostic: CustomStringConvertible {
  /// `column 6: 11/05/2024 has two readings (ambiguous-date)`.
  public var description: String { "column \(column): \(message) (\(code))" }
}
