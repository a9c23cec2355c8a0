/// A shard that can't be asked, and why.
public struct MissingShard: Hashable, Sendable {
  /// As `--index` named it.
  public var location: String
  public var error: NewsIndexError
}

/// The shards that are asked together, and with `--partial` those that are left out.
struct ShardSet {
  var open: [OpenShard] = []
  var missing: [MissingShard] = []

  /// Opens all of them, remote ones at the same time: with ssh each takes a good part of a second.
  ///
  /// - Parameter isPartial: Leaves out what can't be opened, as long as one is left.
  init(_ locations: [ShardLocation], isPartial: Bool) throws(NewsIndexError) {
    for (location, result) in zip(locations, try Self.results(locations)) {
      switch result {
      case .success(let shard): open.append(shard)
      case .failure(let error):
        guard isPartial else { throw error }
        missing.append(MissingShard(location: location.description, error: error))
      }
    }
    if open.isEmpty, let first = missing.first { throw first.error }
  }

  private static func results(
    _ locations: [ShardLocation]
  ) throws(NewsIndexError) -> [Result<OpenShard, NewsIndexError>] {
    guard locations.filter(\.isRemote).count > 1 else { return locations.map(opened) }
    return try SideBySide.map(locations.count) { Carried(handle: opened(locations[$0])) }.map(\.handle)
  }

  private static func opened(_ location: ShardLocation) -> Result<OpenShard, NewsIndexError> {
    Result { () throws(NewsIndexError) in try OpenShard(location) }
  }
}
