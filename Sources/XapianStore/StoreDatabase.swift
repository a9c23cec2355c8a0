internal import CXapian

/// A database, or several asked as one, open for reading.
///
/// It shows the state committed when it was opened or last reopened. When the writer has committed twice since, a call
/// may throw `databaseModified`; `retrying` reopens and asks again.
///
/// Of several databases, document `d` of database `i` of `n` (from 0) has the number `(d - 1) * n + i + 1`.
public final class StoreDatabase {
  let handle: OpaquePointer
  /// The path or paths, for messages.
  public let name: String
  /// A reader made by a writer keeps it.
  private let parent: StoreWriter?
  private var isAbandoned = false

  public convenience init(path: String) throws(StoreError) { try self.init(shards: [.local(path)]) }

  public convenience init(paths: [String]) throws(StoreError) {
    try self.init(shards: paths.map { .local($0) })
  }

  public convenience init(shards: [StoreLocation]) throws(StoreError) {
    let name = shards.map(\.name).joined(separator: ", ")
    var opened: OpaquePointer?
    try call(about: name) { error in
      StoreLocation.withShim(shards) { cxapian_database_open($0.baseAddress, $0.count, &opened, error) }
    }
    guard let opened else { throw StoreError(.internalError, "the call gave no database", context: name) }
    self.init(owning: opened, name: name, parent: nil)
  }

  /// Open databases asked as one. They share their state and their connections with it: a reopened one is reopened in
  /// both. They, too, stay in the task they are in.
  public convenience init(combining databases: [StoreDatabase]) throws(StoreError) {
    let name = databases.map(\.name).joined(separator: ", ")
    let handles = databases.map { Optional($0.handle) }
    var combined: OpaquePointer?
    try call(about: name) { error in
      withExtendedLifetime(databases) {
        handles.withUnsafeBufferPointer { cxapian_database_combine($0.baseAddress, $0.count, &combined, error) }
      }
    }
    guard let combined else { throw StoreError(.internalError, "the call gave no database", context: name) }
    self.init(owning: combined, name: name, parent: nil)
  }

  init(owning handle: OpaquePointer, name: String, parent: StoreWriter?) {
    self.handle = handle
    self.name = name
    self.parent = parent
  }

  deinit { if !isAbandoned { cxapian_database_free(handle) } }

  /// Leaves the database as it is when the object goes: for a server that no longer answers. Closing waits for the
  /// program at the other end, which may never end. What it holds is lost until the process ends.
  public func abandon() { isAbandoned = true }

  /// The version of Xapian that runs, such as "1.4.22".
  public static var engineVersion: String { String(cString: cxapian_version()) }
}

// A handle of Xapian has unguarded state inside; it may move from task to task, but never be shared.
@available(*, unavailable, message: "open a database for each task")
extension StoreDatabase: @unchecked Sendable {}

// MARK: - The state

extension StoreDatabase {
  /// Some databases with documents have positions, others have not.
  var mixesPositions: Bool {
    get throws(StoreError) {
      var found = cxapian_statistics()
      try call(about: name) { cxapian_database_statistics(handle, &found, $0) }
      return found.mixes_positions
    }
  }

  /// Takes the newest committed state; `false` if it surely had it already.
  @discardableResult
  public func reopen() throws(StoreError) -> Bool {
    var changed = false
    try call(about: name) { cxapian_database_reopen(handle, &changed, $0) }
    return changed
  }

  /// Afterwards every call throws `databaseClosed`, or answers from what it remembers. Closing twice is no error.
  public func close() throws(StoreError) { try call(about: name) { cxapian_database_close(handle, $0) } }

  /// Keeps the servers of remote databases from hanging up.
  public func keepAlive() throws(StoreError) { try call(about: name) { cxapian_database_keep_alive(handle, $0) } }

  /// Runs `body`, and again after reopening when the writer has overtaken it, at most `attempts` times in all.
  public func retrying<Result, Failure: Error>(
    attempts: Int = 4, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var left = attempts
    while true {
      do {
        return try body()
      } catch {
        left -= 1
        guard (error as? StoreError)?.code == .databaseModified, left > 0, (try? reopen()) != nil else { throw error }
      }
    }
  }

  /// The identity that a database keeps from its creation on; those of several are joined by colons.
  public var uuid: String {
    get throws(StoreError) { try ShimList.make(about: name) { cxapian_database_uuid(handle, $0, $1) }.text(0) }
  }

  /// Rises with every commit; 0 where Xapian knows none: remote or several databases.
  public func revision() throws(StoreError) -> UInt64 {
    var revision: UInt64 = 0
    try call(about: name) { cxapian_database_revision(handle, &revision, $0) }
    return revision
  }

  public var statistics: StoreStatistics {
    get throws(StoreError) {
      var found = cxapian_statistics()
      try call(about: name) { cxapian_database_statistics(handle, &found, $0) }
      return StoreStatistics(
        documentCount: Int(found.document_count), lastDocumentID: found.last_document,
        averageLength: found.average_length, totalLength: found.total_length, shardCount: Int(found.shard_count),
        hasPositions: found.has_positions)
    }
  }

  public var documentCount: Int { get throws(StoreError) { try statistics.documentCount } }
  /// The highest number that was ever given to a document; it may be free again.
  public var lastDocumentID: UInt32 { get throws(StoreError) { try statistics.lastDocumentID } }
  /// Words (the sum of all wdf) a document.
  public var averageLength: Double { get throws(StoreError) { try statistics.averageLength } }
  public var hasPositions: Bool { get throws(StoreError) { try statistics.hasPositions } }
}

/// What is known of a database as a whole.
public struct StoreStatistics: Hashable, Sendable {
  public var documentCount: Int
  /// The highest number that was ever given to a document; it may be free again.
  public var lastDocumentID: UInt32
  /// Words (the sum of all wdf) a document.
  public var averageLength: Double
  public var totalLength: UInt64
  public var shardCount: Int
  public var hasPositions: Bool

  public init(
    documentCount: Int, lastDocumentID: UInt32, averageLength: Double, totalLength: UInt64, shardCount: Int,
    hasPositions: Bool
  ) {
    self.documentCount = documentCount
    self.lastDocumentID = lastDocumentID
    self.averageLength = averageLength
    self.totalLength = totalLength
    self.shardCount = shardCount
    self.hasPositions = hasPositions
  }
}
