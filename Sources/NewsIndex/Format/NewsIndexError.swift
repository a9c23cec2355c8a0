/// Why the index can't do what was asked.
public struct NewsIndexError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Each leads to an exit status of its own or to a message of its own.
  public enum Kind: Hashable, Sendable {
    /// No index at the place.
    case missing
    /// An index that another version of the program wrote.
    case schema
    /// It contradicts itself, or Xapian can't read it.
    case corrupt
    /// Another writer works on it.
    case locked
    case usage
    /// The system refused: rights, space, a folder that went away.
    case io
  }

  public var kind: Kind
  /// What failed and where.
  public var message: String
  /// What to do next.
  public var hint: String?

  public init(_ kind: Kind, _ message: String, hint: String? = nil) {
    self.kind = kind
    self.message = message
    self.hint = hint
  }

  public var description: String { hint.map { "\(message)\n  \($0)" } ?? message }
}
