import FileAccess

/// Something about an input that its owner should know: it could not be read, was left out, or was repaired.
public struct ReadingProblem: Error, Hashable, Sendable {
  public enum Weight: String, Hashable, Sendable {
    /// Nothing came of it, and something should have: exit status 4.
    case unreadable
    /// Left out on purpose, such as a picture in a folder or a record of an archive that is no page.
    case skipped
    /// Read, with a loss that is worth a word.
    case note
  }

  /// Why, as a word for reports and logs.
  public enum Cause: String, Hashable, Sendable, CaseIterable {
    /// The system refuses: no such file, no rights, a broken device.
    case access
    case empty, binary
    case tooLarge = "too-large"
    /// Not in the format it should have.
    case malformed
    case noText = "no-text"
    /// A style, a picture, a table: nothing that holds an article.
    case noArticle = "no-article"
    case specialFile = "special-file"
    /// A record of an archive that is no page.
    case archiveRecord = "archive-record"
    case encoding
    /// Only the beginning was read.
    case cut
    /// Text that a publisher prints under many articles was left out.
    case repeated
    case other
  }

  public var path: String
  /// The line of a JSON Lines file, the record of an archive or the item of a feed; counts from 1.
  public var line: Int?
  /// Without a point at the end, such as `no "text" field; line skipped`.
  public var reason: String
  /// What the user can do about it.
  public var hint: String?
  public var weight: Weight
  public var cause: Cause

  public init(
    path: String, line: Int? = nil, reason: String, hint: String? = nil, weight: Weight = .unreadable,
    cause: Cause = .other
  ) {
    self.path = path
    self.line = line
    self.reason = reason
    self.hint = hint
    self.weight = weight
    self.cause = cause
  }

  init(_ error: FileError) {
    let reason = error.code == 0 ? error.reason : "cannot \(error.operation): \(error.reason)"
    self.init(path: error.path, reason: reason, cause: error.code == 0 ? .malformed : .access)
  }

  /// Whether it is no error: left out on purpose, or read with a loss.
  public var isSkipped: Bool { weight != .unreadable }

  /// Whether it is a file of a folder that is no article by its name, or a record of an archive that is no page; not worth a
  /// message of its own.
  public var isOfAnotherKind: Bool { weight == .skipped && (cause == .noArticle || cause == .archiveRecord) }
}

extension ReadingProblem: CustomStringConvertible {
  /// `seeds/broken/a.jsonl:17: no "text" field; line skipped (hint)`.
  public var description: String {
    let place = line.map { "\(path):\($0)" } ?? path
    return "\(place): \(reason)" + (hint.map { " (\($0))" } ?? "")
  }
}
