import ArticleModel
import IndexDefinition
import QueryLanguage

/// Answers questions from one index or from several as if they were one.
///
/// Not `Sendable`: it owns open databases. One reader serves one task; open another for another.
public final class IndexReader {
  /// What the reader needs besides the folders.
  public struct Options: Sendable {
    /// Lines of the user's own table of identities, `canonical TAB other name`, applied before the built-in one.
    public var identities: [(canonical: String, name: String)] = []
    /// Polled now and then: `true` ends the question with `AskingError.interrupted`.
    public var isInterrupted: @Sendable () -> Bool = { false }

    public init() {}
  }

  public let directories: [String]

  public init(_ directories: [String], options: Options = Options()) throws(NewsIndexError) {
    self.directories = directories
    for directory in directories { _ = try IndexLayout(directory).holdCurrent() }
  }

  /// Opens the newest state; `true` where it is another one than before.
  public func refresh() throws(NewsIndexError) -> Bool { false }

  public func search(_ request: SearchRequest) throws(AskingError) -> SearchResult { throw unfinished }
  public func facets(_ request: FacetsRequest) throws(AskingError) -> FacetResult { throw unfinished }
  public func timeline(_ request: TimelineRequest) throws(AskingError) -> Timeline { throw unfinished }
  public func explain(_ request: SearchRequest) throws(AskingError) -> Explanation { throw unfinished }
  /// - Parameter id: `ARTICLE`, `ARTICLE#4` or `ARTICLE#q1`.
  public func show(_ id: String) throws(AskingError) -> ShownItem { throw unfinished }
  public func info() throws(AskingError) -> IndexInfo { throw unfinished }
  /// Ids of the articles that a query finds, in whichever unit it does; ascending by their bytes.
  public func articleIDs(matching query: IndexQuery) throws(AskingError) -> [String] { throw unfinished }

  /// Values of a field that begin with the letters typed, folded; the most frequent first.
  public func completions(field: String, prefix: String, limit: Int = 20) -> [Completion] { [] }

  private var unfinished: AskingError { .index(NewsIndexError(.io, "the reader is not finished")) }
}

extension QueryField {
  /// The fields of `FieldTable` as the parser wants them.
  public static let all: [QueryField] = FieldTable.fields.map { field in
    QueryField(
      name: field.name, aliases: field.aliases, syntax: Syntax(field.syntax), example: field.example,
      knowsNone: field.noneTerm != nil)
  }
}

extension QueryField.Syntax {
  init(_ syntax: IndexField.Syntax) {
    switch syntax {
    case .name: self = .name
    case .words: self = .words
    case .region: self = .region
    case .date: self = .date
    case .choice(let words): self = .choice(words)
    case .language: self = .language
    case .identifier: self = .identifier
    case .number: self = .number
    }
  }
}
