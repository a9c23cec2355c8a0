import FileAccess
import Glibc
import XapianStore

extension NewsIndexError {
  /// What went wrong in a database of the index.
  init(_ error: StoreError, at path: String) {
    let text = error.context.map { "\(error.message) (\($0))" } ?? error.message
    switch error.code {
    case .databaseNotFound, .databaseOpening:
      self.init(.missing, "\(path): \(text)", hint: "build the index again with: onrecord index --rebuild PATH...")
    case .databaseVersion:
      self.init(.schema, "\(path): written by another version of Xapian: \(text)")
    case .databaseLock:
      self.init(.locked, "\(path): another program writes here: \(text)")
    case .databaseCorrupt: self = .damaged(text, at: path)
    // A file that ends too early has no kind of its own; what the system refuses brings its words along.
    case .database where error.systemError == nil: self = .damaged(text, at: path)
    default:
      self.init(.io, "\(path): \(text)")
    }
  }

  private static func damaged(_ text: String, at path: String) -> NewsIndexError {
    NewsIndexError(
      .corrupt, "\(path): damaged: \(text)", hint: "onrecord verify tells more; --rebuild makes it anew")
  }

  init(_ error: FileError) {
    self.init(.io, error.description)
  }

  init(_ error: RecordError, at path: String) {
    self.init(.corrupt, "\(path): \(error)", hint: "onrecord verify tells more; --rebuild makes it anew")
  }
}

extension IndexUnit {
  /// Every writer of the unit's database opens it so.
  func writerOptions(_ options: StoreWriterOptions = StoreWriterOptions()) -> StoreWriterOptions {
    var options = options
    options.omitsTermLists = true
    return options
  }
}

extension StoreWriter {
  private static let lockAttempts = 50

  /// Opens a database of an index whose lock is held, so that no other writer of the index is there.
  ///
  /// Xapian's own lock on it is asked for again for half a second: a child process that is being started holds the one
  /// of a writer that was closed a moment before, until it runs its program.
  static func opening(_ path: String, _ options: StoreWriterOptions) throws(StoreError) -> StoreWriter {
    for _ in 1..<lockAttempts {
      do {
        return try StoreWriter(path: path, mode: .open, options: options)
      } catch {
        guard error.code == .databaseLock else { throw error }
        usleep(10_000)
      }
    }
    return try StoreWriter(path: path, mode: .open, options: options)
  }
}

extension StoreDocument {
  /// The same with the term of the version that it leads to.
  func pointing(_ pointer: String) -> StoreDocument {
    var document = self
    document.addBoolean(term: pointer)
    return document
  }
}

/// Runs what Xapian may refuse, and says in which database.
func inStore<Result>(_ path: String, _ body: () throws(StoreError) -> Result) throws(NewsIndexError) -> Result {
  do { return try body() } catch { throw NewsIndexError(error, at: path) }
}

/// Runs what the system may refuse.
func inFiles<Result>(_ body: () throws(FileError) -> Result) throws(NewsIndexError) -> Result {
  do { return try body() } catch { throw NewsIndexError(error) }
}
