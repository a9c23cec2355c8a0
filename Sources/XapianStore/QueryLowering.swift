internal import CXapian

/// A query of the shim's; freed with the object.
final class ShimQuery {
  let handle: OpaquePointer

  private init(_ build: (UnsafeMutablePointer<OpaquePointer?>, UnsafeMutablePointer<OpaquePointer?>) -> cxapian_status)
    throws(StoreError)
  {
    var built: OpaquePointer?
    try call { error in build(&built, error) }
    guard let built else { throw StoreError(.internalError, "the call gave no query") }
    handle = built
  }

  deinit { cxapian_query_free(handle) }

  /// `database` is what `.documents` numbers belong to.
  static func make(_ query: StoreQuery, for database: StoreDatabase) throws(StoreError) -> ShimQuery {
    if query.isTooDeep {
      throw StoreError(.invalidArgument, "a query nested deeper than \(StoreQuery.greatestDepth) levels")
    }
    if query.expandedSize > StoreQuery.greatestSize {
      throw StoreError(.invalidArgument, "a query of too many `xor`s: each takes its parts twice")
    }
    if query.hasPlaces, try database.mixesPositions { return try lowered(query.isolatingPlaces, database) }
    return try lowered(query, database)
  }

  private static func lowered(_ query: StoreQuery, _ database: StoreDatabase) throws(StoreError) -> ShimQuery {
    switch query {
    case .all: try term("", 1)
    // The empty term would match everything.
    case .none, .term("", _): try ShimQuery { cxapian_query_nothing($0, $1) }
    case .term(let name, let wqf): try term(name, wqf)
    case .and(let parts): try combine(CXAPIAN_AND, parts, database)
    case .or(let parts): try combine(CXAPIAN_OR, parts, database)
    case .andNot(let first, let second): try combine(CXAPIAN_AND_NOT, [first, second.unweighted], database)
    case .filter(let first, let second): try combine(CXAPIAN_FILTER, [first, second.unweighted], database)
    case .andMaybe(let first, let second): try combine(CXAPIAN_AND_MAYBE, [first, second], database)
    case .xor(let parts): try lowered(.exclusive(parts[...]), database)
    case .phrase(let parts, let window):
      try combine(CXAPIAN_PHRASE, parts.map(\.flattened), parameter: window, database)
    case .near(let parts, let window): try combine(CXAPIAN_NEAR, parts.map(\.flattened), parameter: window, database)
    case .synonym(let parts): try combine(CXAPIAN_SYNONYM, parts, database)
    case .max(let parts): try combine(CXAPIAN_MAX, parts, database)
    case .elite(let parts, let count): try combine(CXAPIAN_ELITE_SET, parts, parameter: count, database)
    case .wildcard(let prefix, let limit): try wildcard(prefix, limit)
    case .valueRange(let slot, let lower, let upper): try value(slot, lower, upper)
    case .valueAtLeast(let slot, let lower): try value(slot, lower, nil)
    case .valueAtMost(let slot, let upper): try value(slot, nil, upper)
    case .scale(let part, let factor): try scale(lowered(part, database), factor)
    case .documents(let numbers): try documents(numbers, database)
    }
  }

  private static func term(_ name: String, _ wqf: Int) throws(StoreError) -> ShimQuery {
    try ShimQuery { query, error in
      withBytes(name) { cxapian_query_term($0, UInt32(clamping: wqf), query, error) }
    }
  }

  private static func combine(
    _ operation: cxapian_operator, _ parts: [StoreQuery], parameter: Int = 0, _ database: StoreDatabase
  ) throws(StoreError) -> ShimQuery {
    var queries: [ShimQuery] = []
    for part in parts { queries.append(try lowered(part, database)) }
    let handles = queries.map { Optional($0.handle) }
    return try ShimQuery { query, error in
      withExtendedLifetime(queries) {
        handles.withUnsafeBufferPointer {
          cxapian_query_combine(operation, $0.baseAddress, $0.count, UInt32(clamping: parameter), query, error)
        }
      }
    }
  }

  private static func wildcard(_ prefix: String, _ limit: Int) throws(StoreError) -> ShimQuery {
    try ShimQuery { query, error in
      withBytes(prefix) { cxapian_query_wildcard($0, UInt32(clamping: limit), query, error) }
    }
  }

  private static func value(_ slot: Int, _ lower: [UInt8]?, _ upper: [UInt8]?) throws(StoreError) -> ShimQuery {
    let slot = UInt32(clamping: slot)
    return try ShimQuery { query, error in
      withBytes(lower ?? []) { low in
        withBytes(upper ?? []) { high in
          withUnsafePointer(to: low) { low in
            withUnsafePointer(to: high) { high in
              cxapian_query_value(slot, lower == nil ? nil : low, upper == nil ? nil : high, query, error)
            }
          }
        }
      }
    }
  }

  private static func scale(_ part: ShimQuery, _ factor: Double) throws(StoreError) -> ShimQuery {
    try ShimQuery { query, error in
      withExtendedLifetime(part) { cxapian_query_scale(part.handle, factor, query, error) }
    }
  }

  private static func documents(_ numbers: [UInt32], _ database: StoreDatabase) throws(StoreError) -> ShimQuery {
    try ShimQuery { query, error in
      numbers.withUnsafeBufferPointer {
        cxapian_query_documents(database.handle, $0.baseAddress, $0.count, query, error)
      }
    }
  }
}
