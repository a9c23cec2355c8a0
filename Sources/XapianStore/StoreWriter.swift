internal import CXapian

/// How a writer finds or makes its database.
public enum StoreMode: Hashable, Sendable {
  /// A new one; it is an error if there is one.
  case create
  /// The one there is.
  case open
  case createOrOpen
  /// A new one in place of what there is.
  case overwrite
}

/// How a writer writes.
public struct StoreWriterOptions: Hashable, Sendable {
  /// No fsync: fast; a crash of the machine (not of the program) may damage the database.
  public var isUnsynced = false
  /// Blocks are changed in place: faster still, but a reader, or a crash in the middle, finds half a commit. For a
  /// database that nobody reads before it is complete.
  public var isDangerous = false
  /// Waits for the lock as long as it takes, instead of `databaseLock` at once.
  public var waitsForLock = false
  /// Keeps no list of the terms of each document, which takes as much room as all postings together. Such a database
  /// is always opened so; its documents can't be replaced, deleted, or asked for their terms (`featureUnavailable`).
  public var omitsTermLists = false
  /// Bytes, a power of two from 2048 to 65536; `nil`: Xapian's own (8192).
  public var blockSize: Int?
  /// Commits after so many changes outside a transaction. `nil`: Xapian's own (10,000, or what the environment
  /// variable XAPIAN_FLUSH_THRESHOLD says); a greater number than Xapian's has no effect.
  public var commitEvery: Int?

  public init() {}

  /// For a new database that is read when it is complete, or thrown away.
  public static var bulk: StoreWriterOptions {
    var options = StoreWriterOptions()
    options.isUnsynced = true
    options.isDangerous = true
    return options
  }
}

/// A database being written; one at a time, which a lock sees to.
///
/// Changes count from `commit()` on. A writer that is let go without `commit()` or `close()` leaves what it hasn't
/// committed undone, so that an error in the middle of a batch doesn't leave half of it; but outside a transaction
/// Xapian commits by itself after 10,000 changes.
public final class StoreWriter {
  private let handle: OpaquePointer
  public let path: String
  private let commitEvery: Int?
  private var changesSinceCommit = 0
  private var isInTransaction = false

  public init(
    path: String, mode: StoreMode = .createOrOpen, options: StoreWriterOptions = StoreWriterOptions()
  ) throws(StoreError) {
    var shimOptions = cxapian_writer_options(
      mode: mode.shimMode, no_sync: options.isUnsynced, dangerous: options.isDangerous,
      wait_for_lock: options.waitsForLock, no_term_lists: options.omitsTermLists,
      block_size: UInt32(clamping: options.blockSize ?? 0))
    var opened: OpaquePointer?
    try call(about: path) { error in
      withBytes(path) { cxapian_writer_open($0, &shimOptions, &opened, error) }
    }
    guard let opened else { throw StoreError(.internalError, "the call gave no writer", context: path) }
    handle = opened
    self.path = path
    commitEvery = options.commitEvery
  }

  deinit { cxapian_writer_free(handle) }

  /// Reads what the writer sees, uncommitted changes included. It shares the writer's insides: use it where the writer
  /// is used, never in another task at the same time.
  public func reader() throws(StoreError) -> StoreDatabase {
    var database: OpaquePointer?
    try call(about: path) { cxapian_writer_database(handle, &database, $0) }
    guard let database else { throw StoreError(.internalError, "the call gave no database", context: path) }
    return StoreDatabase(owning: database, name: path, parent: self)
  }

  /// Commits (an open transaction is given up instead) and releases the lock. Closing twice is no error.
  public func close() throws(StoreError) { try call(about: path) { cxapian_writer_close(handle, $0) } }
}

// A handle of Xapian has unguarded state inside; it may move from task to task, but never be shared.
@available(*, unavailable, message: "a writer is used by one task at a time")
extension StoreWriter: @unchecked Sendable {}

// MARK: - Documents

extension StoreWriter {
  /// Adds a document under the next number, which is returned.
  @discardableResult
  public func add(_ document: StoreDocument) throws(StoreError) -> UInt32 {
    var number: UInt32 = 0
    try call(about: path) { error in document.withPacked { cxapian_writer_add(handle, $0, &number, error) } }
    try changed()
    return number
  }

  /// Puts a document in place of another, or adds it under this number.
  public func replace(_ number: UInt32, with document: StoreDocument) throws(StoreError) {
    try call(about: path) { error in document.withPacked { cxapian_writer_replace(handle, number, $0, error) } }
    try changed()
  }

  /// Puts a document in place of all that hold `term`; it gets the lowest of their numbers, or a new one.
  @discardableResult
  public func replace(term: String, with document: StoreDocument) throws(StoreError) -> UInt32 {
    var number: UInt32 = 0
    try call(about: path) { error in
      withBytes(term) { term in
        document.withPacked { cxapian_writer_replace_term(handle, term, $0, &number, error) }
      }
    }
    try changed()
    return number
  }

  /// `docNotFound` if there is none.
  public func delete(_ number: UInt32) throws(StoreError) {
    try call(about: path) { cxapian_writer_delete(handle, number, $0) }
    try changed()
  }

  /// Deletes all documents that hold `term`; none is no error.
  public func delete(term: String) throws(StoreError) {
    try call(about: path) { error in withBytes(term) { cxapian_writer_delete_term(handle, $0, error) } }
    try changed()
  }
}

// MARK: - Metadata and synonyms

extension StoreWriter {
  /// An empty value takes the key away. Keys are not empty, and not longer than about 250 bytes.
  public func setMetadata(_ key: String, _ value: [UInt8]) throws(StoreError) {
    try call(about: path) { error in
      withBytes(key) { key in withBytes(value) { cxapian_writer_set_metadata(handle, key, $0, error) } }
    }
  }

  public func addSynonym(_ synonym: String, of key: String) throws(StoreError) {
    try call(about: path) { error in
      withBytes(key) { key in withBytes(synonym) { cxapian_writer_add_synonym(handle, key, $0, error) } }
    }
  }

  public func removeSynonym(_ synonym: String, of key: String) throws(StoreError) {
    try call(about: path) { error in
      withBytes(key) { key in withBytes(synonym) { cxapian_writer_remove_synonym(handle, key, $0, error) } }
    }
  }

  public func clearSynonyms(of key: String) throws(StoreError) {
    try call(about: path) { error in withBytes(key) { cxapian_writer_clear_synonyms(handle, $0, error) } }
  }
}

// MARK: - When changes count

extension StoreWriter {
  /// Makes all changes visible to those who open or reopen, and lasting.
  public func commit() throws(StoreError) {
    try call(about: path) { cxapian_writer_commit(handle, $0) }
    changesSinceCommit = 0
  }

  /// Throws away all changes since the last commit, also those of an open transaction.
  public func discardChanges() throws(StoreError) {
    try call(about: path) { cxapian_writer_discard(handle, $0) }
    changesSinceCommit = 0
    isInTransaction = false
  }

  /// Commits what there is, then commits nothing until the transaction ends, however many changes it has.
  public func beginTransaction() throws(StoreError) {
    try call(about: path) { cxapian_writer_begin(handle, true, $0) }
    isInTransaction = true
  }

  public func commitTransaction() throws(StoreError) { try endTransaction(keeping: true) }

  /// Throws away the changes since the transaction began.
  public func cancelTransaction() throws(StoreError) { try endTransaction(keeping: false) }

  private func endTransaction(keeping: Bool) throws(StoreError) {
    try call(about: path) { cxapian_writer_end(handle, keeping, $0) }
    isInTransaction = false
    changesSinceCommit = 0
  }

  private func changed() throws(StoreError) {
    changesSinceCommit += 1
    if let commitEvery, changesSinceCommit >= commitEvery, !isInTransaction { try commit() }
  }
}

extension StoreMode {
  fileprivate var shimMode: cxapian_mode {
    switch self {
    case .create: CXAPIAN_CREATE
    case .open: CXAPIAN_OPEN
    case .createOrOpen: CXAPIAN_CREATE_OR_OPEN
    case .overwrite: CXAPIAN_CREATE_OR_OVERWRITE
    }
  }
}
