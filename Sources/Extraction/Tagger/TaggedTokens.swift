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

  @inline(__always)
  mutating func setScores(_ tokens: Range<Int>, _ score: (Int) -> Tagger.Scores) {
    scores.withUnsafeMutableBufferPointer { scores in
      for token in tokens { scores[token] = score(token - tokens.lowerBound) }
    }
  }

  /// Makes room for probabilities: everything is outside.
  mutating func clearRoles() { roles = [SIMD4<Float>](repeating: SIMD4(1, 0, 0, 0), count: labels.count) }

  /// - Parameter labels: Their probabilities.
  @inline(__always)
  mutating func set(_ token: Int, _ labels: FloatPair) {
    roles[token] = SIMD4(
      labels.low[0], labels.low[1] + labels.low[2], labels.low[3] + labels.high[0], labels.high[1] + labels.high[2])
  }

  func role(_ token: Int) -> TaggerLabel.Role { labels[token].role }

  /// Maximal runs of each role within some tokens.
  func spans(in tokens: Range<Int>) -> RoleSpans {
    var spans = RoleSpans()
    labels.withUnsafeBufferPointer { labels in
      var token = tokens.lowerBound
      while token < tokens.upperBound {
        let first = token
        let label = labels[token]
        token += 1
        guard label != .outside else { continue }
        let role = label.role
        while token < tokens.upperBound, labels[token] == role.inside { token += 1 }
        switch role {
        case .source: spans.sources.append(first..<token)
        case .cue: spans.cues.append(first..<token)
        default: spans.contents.append(first..<token)
        }
      }
    }
    return spans
  }

  /// Maximal runs of one role within some tokens, in order.
  func spans(_ role: TaggerLabel.Role, in tokens: Range<Int>) -> [Range<Int>] {
    let spans = spans(in: tokens)
    switch role {
    case .outside: return []
    case .source: return spans.sources
    case .cue: return spans.cues
    case .content: return spans.contents
    }
  }
}

/// Runs of tokens by their role, each in order.
struct RoleSpans {
  var sources: [Range<Int>] = []
  var cues: [Range<Int>] = []
  var contents: [Range<Int>] = []

  var isEmpty: Bool { sources.isEmpty && cues.isEmpty && contents.isEmpty }
}
