/// How an index is written.
public struct IndexingOptions: Sendable {
  /// Builders that work at the same time; 0 is one a core.
  public var jobs = 0
  /// Reads everything anew into a fresh generation that replaces the present one.
  public var rebuild = false
  /// Forgets articles below the paths whose file is gone.
  public var prune = false
  /// How long to wait for another writer, in seconds.
  public var waitSeconds = 0
  /// Above 1, a bulk build is parted by article into so many indexes, `DIR/shard-1` and so on.
  public var shards = 1
  /// Articles that an update brings in between two commits.
  public var batchSize = 2000
  /// Documents of a small database of the bulk build, before it is merged with the others.
  public var chunkSize = 40_000

  public init() {}
}

/// What the user wants of a run under way; asked between two articles.
public enum Interruption: Hashable, Sendable {
  case none
  /// End well: what was read is finished and committed.
  case finish
  /// End at once: what is not committed is lost, and the next run brings it in.
  case now
}

/// How far a run has come.
public struct IndexingProgress: Hashable, Sendable {
  public enum Phase: String, Hashable, Sendable {
    case reading, merging
  }

  public var phase = Phase.reading
  /// Articles seen, whatever became of them.
  public var articles = 0
  /// Bytes of input that those articles take, as read.
  public var bytes = 0
  public var seconds = 0.0

  public init() {}

  /// Per second of the whole run.
  public var bytesPerSecond: Double { seconds > 0 ? Double(bytes) / seconds : 0 }
}
