/// How the program ends; the numbers are a promise to scripts.
enum ExitStatus: Int32, Hashable, Sendable, CaseIterable {
  /// Found, or done, or all checks pass.
  case done = 0
  /// Nothing found, or a check failed.
  case nothing = 1
  /// A usage, query or check-file error.
  case usage = 2
  /// The index is missing, of another schema, or corrupt.
  case index = 3
  /// Done, but some inputs were unreadable.
  case incomplete = 4
  /// Another writer holds the index: trying again helps.
  case busy = 75
  case interrupted = 130

  /// Where several hold, the first of them is the one.
  private static let precedence: [ExitStatus] = [
    .interrupted, .index, .busy, .usage, .incomplete, .nothing, .done,
  ]

  func combined(with other: ExitStatus) -> ExitStatus {
    Self.precedence.first { $0 == self || $0 == other } ?? self
  }
}
