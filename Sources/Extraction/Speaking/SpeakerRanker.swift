import Glibc

/// Chooses among the candidates of a quotation: a conditional logit over their features.
struct SpeakerRanker: Sendable {
  private let weights: SparseWeights

  init(_ model: ModelFile) { weights = model.ranker }

  struct Choice {
    var index: Int
    /// Of the choice against the other candidates; 0 to 1.
    var probability: Float
  }

  /// Of the features of one candidate.
  func score(_ features: FeatureSink) -> Float { features.score(weights) }

  /// - Parameter scores: Those of the candidates; never empty.
  func choose(among scores: [Float]) -> Choice {
    let best = scores.indices.max { (scores[$0], $1) < (scores[$1], $0) } ?? 0
    let total = scores.reduce(Float(0)) { $0 + expf($1 - scores[best]) }
    return Choice(index: best, probability: 1 / total)
  }
}
