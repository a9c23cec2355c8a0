import XapianStore

/// How matches weigh: the parameters of BM25, chosen by measurement on the collections that the project is measured by.
public struct Ranking: Hashable, Sendable {
  /// How much a word counts that stands there again and again.
  public var k1 = 2.0
  /// How much long texts are held down.
  public var b = 0.65
  /// Low, so that a headline does not count as if it were half an average segment.
  public var minNormlen = 0.05

  public init() {}

  var weighting: StoreWeighting { .bm25(k1: k1, k2: 0, k3: 1, b: b, minNormlen: minNormlen) }
}
