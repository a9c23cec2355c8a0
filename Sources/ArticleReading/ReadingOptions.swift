import ArticleModel

/// How inputs are read: what the user says about all of them, and how large they may be.
public struct ReadingOptions: Sendable {
  /// What an input is taken for.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// Told from the content and the name.
    case auto
    case text, markdown, html
    /// One JSON object a line; `.json` files hold one object, or an array of them.
    case jsonl
    case feed, mail, warc
  }

  public var format: Format
  /// Holds for every article, whatever it says itself.
  public var published: DateValue?
  /// Holds for every article, whatever it says itself.
  public var publisher: String?
  public var limits: ReadingLimits
  /// A file that the run itself writes: where it lies in a folder that is read, it is passed over.
  public var output: String?

  public init(
    format: Format = .auto, published: DateValue? = nil, publisher: String? = nil,
    limits: ReadingLimits = ReadingLimits()
  ) {
    self.format = format
    self.published = published
    self.publisher = publisher
    self.limits = limits
  }
}

/// Bounds on what is read, so that no input fills the memory. All in bytes.
public struct ReadingLimits: Hashable, Sendable {
  /// Of a page, a mail, a feed, one record of an archive, as unpacked.
  public var record: Int
  /// Of one line of JSON Lines.
  public var line: Int
  /// Of the text of one article. A book has 1 MB; what is longer is no article but a log or a dump.
  public var text: Int

  public init(record: Int = 64 << 20, line: Int = 64 << 20, text: Int = 16 << 20) {
    self.record = record
    self.line = line
    self.text = text
  }
}
