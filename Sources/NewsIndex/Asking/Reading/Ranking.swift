import XapianStore

/// How matches weigh: the parameters of BM25, chosen by measurement; see `ARCHITECTURE.md`.
public struct Ranking: Hashable, Sendable {
  public var k1 = 1.2
  public var b = 0.75
  /// Low, so that a headline does not count as if it were half an average segment.
  public var minNormlen = 0.1

  public init() {}

  var weighting: StoreWeighting { .bm25(k1: k1, k2: 0, k3: 1, b: b, minNormlen: minNormlen) }
}
