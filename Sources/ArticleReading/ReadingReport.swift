import ArticleModel

/// What became of the inputs of a run, by kind and cause. Reports of several threads add up.
public struct ReadingReport: Hashable, Sendable {
  /// Articles by the kind of record they came from.
  public private(set) var articles: [InputRecord.Kind: Int] = [:]
  public private(set) var problems: [ReadingProblem.Weight: [ReadingProblem.Cause: Int]] = [:]

  public init() {}

  public var articleCount: Int { articles.values.reduce(0, +) }

  public func count(_ weight: ReadingProblem.Weight) -> Int { problems[weight]?.values.reduce(0, +) ?? 0 }

  public func count(_ weight: ReadingProblem.Weight, _ cause: ReadingProblem.Cause) -> Int {
    problems[weight]?[cause] ?? 0
  }

  public mutating func note(_ problem: ReadingProblem) {
    problems[problem.weight, default: [:]][problem.cause, default: 0] += 1
  }

  /// Counts articles that came from records of a kind.
  public mutating func note(articles count: Int, of kind: InputRecord.Kind) {
    if count > 0 { articles[kind, default: 0] += count }
  }

  /// Counts what the parser made of a record.
  public mutating func note(_ results: [Result<Article, ReadingProblem>], of kind: InputRecord.Kind) {
    for result in results {
      switch result {
      case .success: articles[kind, default: 0] += 1
      case .failure(let problem): note(problem)
      }
    }
  }

  public mutating func add(_ other: ReadingReport) {
    articles.merge(other.articles, uniquingKeysWith: +)
    for (weight, causes) in other.problems { problems[weight, default: [:]].merge(causes, uniquingKeysWith: +) }
  }
}

extension ReadingReport: CustomStringConvertible {
  /// One line for each of what was read, skipped, unreadable and noted, the largest first:
  /// `unreadable 3: 2 malformed, 1 empty`.
  public var description: String {
    var lines = [Self.line("read", articles.map { ($0.key.rawValue, $0.value) })]
    for (name, weight) in [("skipped", ReadingProblem.Weight.skipped), ("unreadable", .unreadable), ("noted", .note)] {
      guard let causes = problems[weight], !causes.isEmpty else { continue }
      lines.append(Self.line(name, causes.map { ($0.key.rawValue, $0.value) }))
    }
    return lines.joined(separator: "\n")
  }

  private static func line(_ name: String, _ counts: [(name: String, count: Int)]) -> String {
    let sorted = counts.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    let total = counts.reduce(0) { $0 + $1.count }
    return "\(name) \(total)" + (sorted.isEmpty ? "" : ": ")
      + sorted.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
  }
}
