internal import CXapian

/// What went wrong in the store: one code for each of Xapian's error classes, and Xapian's own words.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  public var code: StoreErrorCode
  public var message: String
  /// What it was about, such as the path or the host; `nil` where nobody knows.
  public var context: String?
  /// What the operating system said; `nil` where it had no part in it.
  public var systemError: String?

  public init(_ code: StoreErrorCode, _ message: String, context: String? = nil, systemError: String? = nil) {
    self.code = code
    self.message = message
    self.context = context
    self.systemError = systemError
  }

  public var description: String {
    var text = message
    if let systemError { text += " (\(systemError))" }
    if let context, !message.contains(context) { text = "\(context): \(text)" }
    return text
  }
}

/// The kinds of `StoreError`.
public enum StoreErrorCode: String, Hashable, Sendable, CaseIterable {
  /// A database error of no finer kind.
  case database
  case databaseClosed, databaseCorrupt, databaseCreate
  /// Somebody else is writing.
  case databaseLock
  /// The writer has committed twice since the reader opened: reopen and ask again (see `StoreDatabase.retrying`).
  case databaseModified
  case databaseNotFound, databaseOpening
  /// Made by another version of Xapian.
  case databaseVersion
  case docNotFound
  case assertion, featureUnavailable, internalError, invalidArgument, invalidOperation
  case networkError, networkTimeout
  case queryParser, rangeError, serialisation
  case unimplemented
  /// A wildcard stands for more terms than its limit allows.
  case wildcardTooBroad
  case memory
  /// A `StoreCancellation` stopped the search.
  case interrupted
  case unknown
}

extension StoreErrorCode {
  init(_ status: cxapian_status) {
    self =
      switch status {
      case CXAPIAN_DATABASE: .database
      case CXAPIAN_DATABASE_CLOSED: .databaseClosed
      case CXAPIAN_DATABASE_CORRUPT: .databaseCorrupt
      case CXAPIAN_DATABASE_CREATE: .databaseCreate
      case CXAPIAN_DATABASE_LOCK: .databaseLock
      case CXAPIAN_DATABASE_MODIFIED: .databaseModified
      case CXAPIAN_DATABASE_NOT_FOUND: .databaseNotFound
      case CXAPIAN_DATABASE_OPENING: .databaseOpening
      case CXAPIAN_DATABASE_VERSION: .databaseVersion
      case CXAPIAN_DOC_NOT_FOUND: .docNotFound
      case CXAPIAN_ASSERTION: .assertion
      case CXAPIAN_FEATURE_UNAVAILABLE: .featureUnavailable
      case CXAPIAN_INTERNAL: .internalError
      case CXAPIAN_INVALID_ARGUMENT: .invalidArgument
      case CXAPIAN_INVALID_OPERATION: .invalidOperation
      case CXAPIAN_NETWORK: .networkError
      case CXAPIAN_NETWORK_TIMEOUT: .networkTimeout
      case CXAPIAN_QUERY_PARSER: .queryParser
      case CXAPIAN_RANGE: .rangeError
      case CXAPIAN_SERIALISATION: .serialisation
      case CXAPIAN_UNIMPLEMENTED: .unimplemented
      case CXAPIAN_WILDCARD: .wildcardTooBroad
      case CXAPIAN_MEMORY: .memory
      case CXAPIAN_INTERRUPTED: .interrupted
      default: .unknown
      }
  }
}
