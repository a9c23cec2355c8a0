/// The raw bytes of one article, or of one feed, and what is known about them before they are parsed.
///
/// An `InputStream` gives them one after another; an `ArticleParser` turns each into articles, on any thread.
public struct InputRecord: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case text, markdown, html, json, feed, mail
  }

  /// The path as found; `-` for standard input.
  public var source: String
  /// The line of a JSON Lines file or the record of an archive, from 1; `nil` where the file is one record.
  public var line: Int?
  public var kind: Kind
  public var bytes: [UInt8]
  /// Where an archive fetched it.
  public var url: String?
  /// The encoding that the server named.
  public var charset: String?
  /// Why it is only the beginning of what there was.
  public var cut: String?

  public init(
    source: String, line: Int? = nil, kind: Kind, bytes: [UInt8], url: String? = nil, charset: String? = nil,
    cut: String? = nil
  ) {
    self.source = source
    self.line = line
    self.kind = kind
    self.bytes = bytes
    self.url = url
    self.charset = charset
    self.cut = cut
  }

  func problem(
    _ reason: String, _ cause: ReadingProblem.Cause, hint: String? = nil, weight: ReadingProblem.Weight = .unreadable
  ) -> ReadingProblem {
    ReadingProblem(path: source, line: line, reason: reason, hint: hint, weight: weight, cause: cause)
  }
}
