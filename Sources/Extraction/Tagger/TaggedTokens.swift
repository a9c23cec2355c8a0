/// The tagger's answer for an article.
struct TaggedTokens: Sendable {
  var labels: [TaggerLabel]
  /// Of the labels of each token, before those around are looked at.
  private(set) var scores: [Tagger.Scores]
  /// By token: outside, source, cue, content; sums to 1. Empty before `Tagger.probabilities` has been asked.
  private(set) var roles: [SIMD4<Float>] = []

  init(count: Int) {
    labels = [TaggerLabel](repeating: .outside, count: count)
    scores = [Tagger.Scores](repeating: .zero, count: count)
  }

  mutating func setScores(_ tokens: Range<Int>, _ score: (Int) -> Tagger.Scores) {
    for token in tokens { scores[token] = score(token - tokens.lowerBound) }
  }

  /// Makes room for probabilities: everything is outside.
  mutating func clearRoles() { roles = [SIMD4<Float>](repeating: SIMD4(1, 0, 0, 0), count: labels.count) }

  mutating func set(_ token: Int, _ probabilities: SIMD8<Float>) {
    roles[token] = SIMD4(
      probabilities[0], probabilities[1] + probabilities[2], probabilities[3] + probabilities[4],
      probabilities[5] + probabilities[6])
  }

  func role(_ token: Int) -> TaggerLabel.Role { labels[token].role }

  /// Maximal runs of one role within some tokens, in order.
  func spans(_ role: TaggerLabel.Role, in tokens: Range<Int>) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      guard labels[token].role == role else {
        token += 1
        continue
      }
      let first = token
      token += 1
      while token < tokens.upperBound, labels[token].role == role, !labels[token].begins { token += 1 }
      spans.append(first..<token)
    }
    return spans
  }
}
