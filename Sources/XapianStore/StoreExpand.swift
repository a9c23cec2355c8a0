internal import CXapian

/// A term, and how well it tells the chosen documents from the rest, or how much it adds to a document's weight.
public struct StoreTermWeight: Hashable, Sendable {
  public var term: String
  public var weight: Double

  public init(term: String, weight: Double) {
    self.term = term
    self.weight = weight
  }
}

/// Terms that tell some documents from the rest.
public enum StoreExpand {
  /// At most `limit` terms with `prefix`, best first, that stand in `documents` more than elsewhere; those of `query`
  /// are left out.
  public static func terms(
    of documents: [UInt32], in database: StoreDatabase, prefix: String = "", limit: Int,
    without query: StoreQuery = .none
  ) throws(StoreError) -> [StoreTermWeight] {
    let query = try ShimQuery.make(query, for: database)
    let list = try ShimList.make(about: database.name) { list, error in
      withExtendedLifetime(query) {
        documents.withUnsafeBufferPointer { documents in
          withBytes(prefix) {
            cxapian_database_expand(
              database.handle, query.handle, documents.baseAddress, documents.count, $0, max(0, limit), list, error)
          }
        }
      }
    }
    return zip(list.strings, list.weights).map { StoreTermWeight(term: $0, weight: $1) }
  }
}
