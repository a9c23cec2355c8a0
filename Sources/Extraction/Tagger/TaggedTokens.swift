/// The tagger's answer for an article.
struct TaggedTokens: Sendable {
  var labels: [TaggerLabel]
  /// Of the labels of each token, before those around are looked at; empty before the tagger has written them.
  private(set) var scores: [Tagger.Scores] = []
  /// By token: outside, source, cue, content; sums to 1. Empty before `Tagger.probabilities` has been asked.
  private(set) var roles: [SIMD4<Float>] = []

  init(count: Int) {
    labels = [TaggerLabel](column: .outside, count: count)
  }

  /// Takes the scores that `body` writes for some runs of tokens, in order; those of the others are 0.
  @inline(__always)
  mutating func writeScores(
    _ body: (_ labels: UnsafeMutableBufferPointer<TaggerLabel>, _ scores: inout ScoreColumn) -> Void
  ) {
    let length = labels.count
    labels.withUnsafeMutableBufferPointer { labels in
      scores = [Tagger.Scores](column: length) { scores, count in
        var column = ScoreColumn(scores, count: length)
        body(labels, &column)
        column.clear(upTo: length)
        count = length
      }
    }
  }

  /// Makes room for probabilities: everything is outside.
  mutating func clearRoles() { roles = [SIMD4<Float>](column: SIMD4(1, 0, 0, 0), count: labels.count) }

  /// - Parameter labels: The probabilities of the labels of the tokens, counted from 0.
  @inline(__always)
  mutating func setRoles(_ tokens: Range<Int>, _ labels: (Int) -> FloatPair) {
    roles.withUnsafeMutableBufferPointer { roles in
      for token in tokens {
        let own = labels(token - tokens.lowerBound)
        roles[token] = SIMD4(own.low[0], own.low[1] + own.low[2], own.low[3] + own.high[0], own.high[1] + own.high[2])
      }
    }
  }

  func role(_ token: Int) -> TaggerLabel.Role { labels[token].role }

  /// Maximal runs of each role within some tokens.
  ///
  /// - Parameter spans: Takes them in place of those of the paragraph before: most have none, and need no memory.
  func readSpans(in tokens: Range<Int>, into spans: inout RoleSpans) {
    spans.removeAll()
    labels.withUnsafeBufferPointer { labels in
      let bytes = UnsafeRawBufferPointer(labels)
      var token = tokens.lowerBound
      while token < tokens.upperBound {
        // Most tokens are outside, which one look tells of eight.
        if token + 8 <= tokens.upperBound, bytes.loadUnaligned(fromByteOffset: token, as: UInt64.self) == 0 {
          token += 8
          continue
        }
        let first = token
        let label = labels[token]
        token += 1
        guard label != .outside else { continue }
        let role = label.role
        while token < tokens.upperBound, labels[token] == role.inside { token += 1 }
        spans.append(first..<token, role)
      }
    }
  }

  /// Maximal runs of one role within some tokens, in order.
  func spans(_ role: TaggerLabel.Role, in tokens: Range<Int>) -> [Range<Int>] {
    guard role != .outside else { return [] }
    var spans: [Range<Int>] = []
    labels.withUnsafeBufferPointer { labels in
      let bytes = UnsafeRawBufferPointer(labels)
      var token = tokens.lowerBound
      while token < tokens.upperBound {
        // As in `readSpans`.
        if token + 8 <= tokens.upperBound, bytes.loadUnaligned(fromByteOffset: token, as: UInt64.self) == 0 {
          token += 8
          continue
        }
        let first = token
        token += 1
        guard labels[first].role == role else { continue }
        while token < tokens.upperBound, labels[token] == role.inside { token += 1 }
        spans.append(first..<token)
      }
    }
    return spans
  }
}

/// A column of scores that is being filled from its beginning.
struct ScoreColumn {
  private let scores: UnsafeMutableBufferPointer<Tagger.Scores>
  private let length: Int
  private var written = 0

  fileprivate init(_ scores: UnsafeMutableBufferPointer<Tagger.Scores>, count: Int) {
    (self.scores, length) = (scores, count)
  }

  /// The places of some tokens, all of which have to be initialised.
  @inline(__always)
  mutating func run(_ tokens: Range<Int>) -> UnsafeMutableBufferPointer<Tagger.Scores> {
    clear(upTo: tokens.lowerBound)
    written = max(written, tokens.upperBound)
    return UnsafeMutableBufferPointer(rebasing: scores[tokens])
  }

  fileprivate mutating func clear(upTo end: Int) {
    guard end > written else { return }
    scores[written..<end].initialize(repeating: .zero)
    written = end
  }
}

/// Runs of tokens by their role, each in order.
struct RoleSpans {
  var sources: [Range<Int>] = []
  var cues: [Range<Int>] = []
  var contents: [Range<Int>] = []

  /// Hands the contents out: a copy would be made anew as soon as those of the next paragraph come.
  mutating func takeContents() -> [Range<Int>] {
    defer { contents = [] }
    return contents
  }

  fileprivate mutating func removeAll() {
    sources.removeAll(keepingCapacity: true)
    cues.removeAll(keepingCapacity: true)
    contents.removeAll(keepingCapacity: true)
  }

  fileprivate mutating func append(_ span: Range<Int>, _ role: TaggerLabel.Role) {
    switch role {
    case .source: Self.append(span, &sources)
    case .cue: Self.append(span, &cues)
    default: Self.append(span, &contents)
    }
  }

  /// With room for the few that a paragraph has.
  private static func append(_ span: Range<Int>, _ spans: inout [Range<Int>]) {
    if spans.isEmpty { spans.reserveCapacity(4) }
    spans.append(span)
  }
}
