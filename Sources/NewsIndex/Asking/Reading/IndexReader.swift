import ArticleModel
import IndexDefinition
import QueryLanguage
import XapianStore

/// Answers questions from one index or from several as if they were one.
///
/// Not `Sendable`: it owns open databases. One reader serves one task; open another for another.
public final class IndexReader {
  /// What the reader needs besides the folders.
  public struct Options: Sendable {
    /// The user's own table of identities, which goes before the built-in one.
    public var identities: [(canonical: String, name: String)] = []
    /// How matches weigh.
    public var ranking = Ranking()
    /// Asked between the steps of a question: `true` ends it with `AskingError.interrupted`.
    public var isInterrupted: @Sendable () -> Bool = { false }

    public init() {}
  }

  public let directories: [String]
  let definition: Definition
  let options: Options
  private(set) var index: OpenIndex
  private let regions: RegionDirectory
  private let identities: Identities
  let texts = TextCache()

  public init(
    _ directories: [String], definition: Definition = .builtIn, options: Options = Options()
  ) throws(NewsIndexError) {
    self.directories = directories
    self.definition = definition
    self.options = options
    regions = RegionDirectory(definition)
    identities = Identities(definition, own: options.identities)
    guard !directories.isEmpty else { throw NewsIndexError(.usage, "no index to ask") }
    index = try Self.open(directories, regions, identities)
  }

  private static func open(
    _ directories: [String], _ regions: RegionDirectory, _ identities: Identities
  ) throws(NewsIndexError) -> OpenIndex {
    do {
      return try OpenIndex(directories, regions: regions, identities: identities)
    } catch let error as NewsIndexError {
      throw error
    } catch let error as StoreError {
      throw NewsIndexError(error, at: directories.joined(separator: ", "))
    } catch {
      throw NewsIndexError(.io, "\(directories.joined(separator: ", ")): \(error)")
    }
  }

  var units: IndexUnits { index.units }

  /// Opens the newest state; `true` where it is another one than before.
  @discardableResult
  public func refresh() throws(NewsIndexError) -> Bool {
    var changed = index.isReplaced(in: directories)
    if !changed {
      do {
        changed = try index.reopen()
      } catch {
        changed = true
        index = try Self.open(directories, regions, identities)
      }
    } else {
      index = try Self.open(directories, regions, identities)
    }
    if changed { texts.removeAll() }
    return changed
  }

  /// Ends a question that nobody waits for any more.
  func checkInterruption() throws {
    if options.isInterrupted() { throw AskingError.interrupted }
  }

  /// Runs a question, and again on the newest state where a writer has overtaken it.
  func answering<Result>(_ body: () throws -> Result) throws(AskingError) -> Result {
    var attempts = 4
    while true {
      attempts -= 1
      do {
        return try body()
      } catch let error as StoreError {
        if error.code == .interrupted { throw .interrupted }
        guard error.code == .databaseModified, attempts > 0 else {
          throw .index(NewsIndexError(error, at: directories.joined(separator: ", ")))
        }
        do { try refresh() } catch { throw .index(error) }
      } catch let error as AskingError {
        throw error
      } catch let error as NewsIndexError {
        throw .index(error)
      } catch let error as RecordError {
        throw .index(NewsIndexError(error, at: directories.joined(separator: ", ")))
      } catch {
        throw .index(NewsIndexError(.io, "\(error)"))
      }
    }
  }
}
