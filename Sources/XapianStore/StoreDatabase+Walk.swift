internal import CXapian

// What posting lists tell without a search.

extension StoreDatabase {
  /// All documents that a query matches, ascending, by walking posting lists: many times faster than a search, as
  /// nothing is weighed. `nil` if the query has a part that no posting list stands for: anything but terms joined by
  /// `and`, `or`, `andNot`, `filter`, `andMaybe`, `synonym`, `max`, `scale`, and `documents` that must match.
  public func walk(_ query: StoreQuery) throws(StoreError) -> [UInt32]? {
    guard let lists = query.demandedDocuments else { return try walk(query, among: nil) }
    return try walk(query.withoutDemandedDocuments, among: lists)
  }

  private func walk(_ query: StoreQuery, among documents: [UInt32]?) throws(StoreError) -> [UInt32]? {
    if let documents, documents.isEmpty { return [] }
    let query = try ShimQuery.make(query, for: self)
    var walked = false
    var list: UnsafePointer<cxapian_list>?
    try call(about: name) { error in
      withExtendedLifetime(query) {
        guard let documents else { return cxapian_database_walk(handle, query.handle, nil, 0, &walked, &list, error) }
        return documents.withUnsafeBufferPointer {
          cxapian_database_walk(handle, query.handle, $0.baseAddress, $0.count, &walked, &list, error)
        }
      }
    }
    return list.map { ShimList(owning: $0).numbers }
  }

  /// All documents that a query matches, ascending: by a walk where that is possible, else by a search.
  public func matches(
    _ query: StoreQuery, cancellation: StoreCancellation? = nil
  ) throws(StoreError) -> [UInt32] {
    if let walked = try walk(query) { return walked }
    var search = StoreSearch(query, limit: 0)
    search.weighting = .boolean
    search.collect = true
    search.cancellation = cancellation
    return try self.search(search).matches
  }

  /// Of each of some documents, which ascend: how often it holds the terms together, and 1; 0 where it holds none.
  func occurrences(of terms: [String], in documents: [UInt32]) throws(StoreError) -> [UInt32] {
    try ShimList.make(about: name) { list, error in
      withBytes(ofAll: terms) { terms in
        documents.withUnsafeBufferPointer {
          cxapian_occurrences(handle, terms, terms.count, $0.baseAddress, $0.count, list, error)
        }
      }
    }.numbers
  }

  /// How many words (the sum of all wdf) each document has, by its number, from 0 on; 0 where there is no such
  /// document. About 30 ms a million.
  public func lengths() throws(StoreError) -> [UInt32] {
    try ShimList.make(about: name) { cxapian_document_lengths(handle, $0, $1) }.numbers
  }
}

extension StoreQuery {
  /// The documents of which any match must be one, where such lists are given; ascending.
  fileprivate var demandedDocuments: [UInt32]? {
    switch self {
    case .documents(let numbers): return numbers
    case .scale(let part, _), .andNot(let part, _), .andMaybe(let part, _): return part.demandedDocuments
    case .and, .filter:
      let lists = parts.compactMap(\.demandedDocuments)
      return lists.isEmpty ? nil : lists.dropFirst().reduce(lists[0]) { Self.common($0, $1) }
    default: return nil
    }
  }

  /// The rest of the query.
  fileprivate var withoutDemandedDocuments: StoreQuery {
    switch self {
    case .documents: .all
    case .scale(let part, _): part.withoutDemandedDocuments
    case .andNot(let first, let second): .andNot(first.withoutDemandedDocuments, second)
    case .andMaybe(let first, _): first.withoutDemandedDocuments
    case .and where parts.isEmpty: self
    case .and, .filter: Self.all(of: parts.map(\.withoutDemandedDocuments).filter { $0 != .all })
    default: self
    }
  }

  /// An `and` of nothing would match nothing.
  private static func all(of parts: [StoreQuery]) -> StoreQuery { parts.isEmpty ? .all : .and(parts) }

  /// Both ascend.
  private static func common(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
    var rest = right[...]
    return left.filter { document in
      rest = rest.drop { $0 < document }
      return rest.first == document
    }
  }
}
