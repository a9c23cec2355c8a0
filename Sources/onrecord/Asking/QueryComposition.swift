/// Joins query texts so that neither changes the meaning of the other.
enum QueryComposition {
  /// Both must hold. An empty text is everything.
  static func and(_ left: String, _ right: String) -> String {
    if isEmpty(left) { return right }
    if isEmpty(right) { return left }
    return "\(grouped(left)) \(grouped(right))"
  }

  /// In parentheses where it could fall apart beside a neighbour: `a or b`, `not a`, `a near/3 b`.
  private static func grouped(_ text: String) -> String { isSingle(text) ? text : "(\(text))" }

  private static func isEmpty(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

  /// One word, or one field with its value, whole by itself.
  private static func isSingle(_ text: String) -> Bool {
    QueryWords.split(text).count == 1 && text.count { $0 == "\"" } % 2 == 0
  }
}
