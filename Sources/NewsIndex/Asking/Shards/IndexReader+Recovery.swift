import XapianStore

/// What happens when a shard fails in the middle of a question.
extension IndexReader {
  /// The shards that are asked, for messages.
  var askedPlaces: String { index.shards.map(\.location.description).joined(separator: ", ") }

  /// Makes it worth asking again, or throws. A server that hung up, as they do after a pause, is called again; a shard
  /// that fails by itself is left out where that is allowed, and named otherwise.
  ///
  /// - Parameter ask: The question, whose answer is thrown away.
  func recover(from error: any Error, isFirst: Bool, _ ask: () throws -> Void) throws(AskingError) {
    let failure = Self.newsIndexError(error, at: askedPlaces)
    guard Self.isOfShard(error) else { throw .index(failure) }
    let isRemote = index.shards.contains { $0.location.isRemote }
    do throws(NewsIndexError) {
      if Self.isOfNetwork(error), isFirst {
        try openAgain()
        return
      }
      guard index.shards.count > 1 || isRemote else { throw failure }
      try leaveOutFailing(ask, failure, isFirst: isFirst)
    } catch {
      throw .index(error)
    }
  }

  /// Opens the shards again that are not left out.
  func openAgain() throws(NewsIndexError) {
    // A connection whose answer did not come in time is of no use: the answer may come to the next question.
    for shard in index.shards where shard.location.isRemote { shard.abandon() }
    let shards = try ShardSet(index.shards.map(\.location), isPartial: options.isPartial)
    index = try Self.open(shards.open, regions, identities)
    missing += shards.missing
    texts.removeAll()
  }

  /// Asks each shard alone, to know which of them fails. Where none does, it is worth asking them together again once.
  private func leaveOutFailing(
    _ ask: () throws -> Void, _ failure: NewsIndexError, isFirst: Bool
  ) throws(NewsIndexError) {
    try openAgain()
    let all = index
    var healthy: [OpenShard] = []
    var failing: [MissingShard] = []
    for shard in all.shards {
      do {
        index = try Self.open([shard], regions, identities)
        texts.removeAll()
        try ask()
        healthy.append(shard)
      } catch {
        failing.append(MissingShard(location: shard.location.description, error: Self.named(error, shard.location)))
      }
    }
    index = all
    texts.removeAll()
    guard let first = failing.first else {
      if isFirst { return }
      throw failure
    }
    guard options.isPartial, !healthy.isEmpty else { throw first.error }
    for shard in all.shards where shard.location.isRemote && !healthy.contains(where: { $0 === shard }) {
      shard.abandon()
    }
    index = try Self.open(healthy, regions, identities)
    missing += failing
  }

  private static func named(_ error: any Error, _ location: ShardLocation) -> NewsIndexError {
    var named: NewsIndexError
    if case .index(let inner)? = error as? AskingError {
      named = inner
    } else {
      named = newsIndexError(error, at: location.description)
    }
    if isOfNetwork(error) { named.hint = location.hint(.segment) }
    return named
  }

  private static func isOfNetwork(_ error: any Error) -> Bool {
    guard let error = error as? StoreError else { return false }
    return error.code == .networkError || error.code == .networkTimeout
  }

  /// Whether a shard may be to blame, and not the question.
  private static func isOfShard(_ error: any Error) -> Bool {
    switch error {
    case let error as StoreError:
      switch error.code {
      case .networkError, .networkTimeout, .database, .databaseClosed, .databaseCorrupt, .databaseNotFound,
        .databaseOpening, .databaseVersion, .docNotFound, .serialisation, .rangeError, .internalError, .unknown:
        return true
      default: return false
      }
    case is RecordError: return true
    case let error as NewsIndexError: return error.kind != .usage
    default: return false
    }
  }
}
