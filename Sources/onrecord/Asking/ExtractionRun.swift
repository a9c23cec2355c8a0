import ArticleModel
import ArticleReading
import Extraction
import NewsIndex
import Rendering

/// Reads, extracts and prints articles in the order of the input.
///
/// Records are gathered until there is work for all threads, read side by side, then extracted and rendered side by
/// side; one thread prints. What comes out is the same whatever the number of threads.
struct ExtractionRun {
  let parser: ArticleParser
  let extractor: Extractor
  let console: Console
  var jobs = 1
  /// Whether more can be read without waiting for whoever writes it, who may himself wait for the answers to what he
  /// has written.
  var canReadOn: () -> Bool = { true }

  /// Records for each thread before any is read, and what they may have together, so that large pages do not pile up.
  private static let recordsPerJob = 32
  private static let mostBytes = 16 << 20
  /// Units for each thread before any is printed.
  private static let unitsPerJob = 4

  /// Goes on behind what can't be read; `incomplete` if there was any.
  func extract(_ input: InputStream) throws -> ExitStatus {
    var (input, outcome) = (input, Outcome())
    var (waiting, bytes): ([Result<InputRecord, ReadingProblem>], Int) = ([], 0)
    while let next = input.next() {
      waiting.append(next)
      if case .success(let record) = next { bytes += record.bytes.count }
      let isAwaited = !canReadOn()
      guard isAwaited || waiting.count >= jobs * Self.recordsPerJob || bytes >= Self.mostBytes else { continue }
      try extract(waiting, &outcome)
      if isAwaited { try console.flush() }
      (waiting, bytes) = ([], 0)
    }
    try extract(waiting, &outcome)
    if outcome.archiveRecords > 0 { console.note(LeftOutText.archiveRecords(outcome.archiveRecords)) }
    return outcome.articles == 0 ? outcome.status.combined(with: .nothing) : outcome.status
  }

  /// What has been printed so far.
  private struct Outcome {
    var articles = 0
    var archiveRecords = 0
    var status = ExitStatus.done
  }

  private func extract(_ records: [Result<InputRecord, ReadingProblem>], _ outcome: inout Outcome) throws {
    let parser = parser
    let parsed = try SideBySide.map(records.count, threads: jobs) { index -> [Result<Article, ReadingProblem>] in
      switch records[index] {
      case .success(let record): parser.articles(from: record)
      case .failure(let problem): [.failure(problem)]
      }
    }
    let units = ExtractionUnit.units(of: parsed)
    let step = jobs * Self.unitsPerJob
    for first in stride(from: 0, to: units.count, by: step) {
      try print(Array(units[first..<min(first + step, units.count)]), &outcome)
    }
  }

  private func print(_ units: [ExtractionUnit], _ outcome: inout Outcome) throws {
    let (extractor, renderer) = (extractor, console.renderer.withoutHeader)
    let rendered = try SideBySide.map(units.count, threads: jobs) { units[$0].rendered(extractor, renderer) }
    for (unit, lines) in zip(units, rendered) {
      switch unit {
      case .articles(let articles):
        if outcome.articles == 0 { try console.write(console.renderer.extractionHeader()) }
        outcome.articles += articles.count
        try console.write(lines)
      case .problem(let problem) where problem.isSkipped && problem.cause == .archiveRecord:
        outcome.archiveRecords += 1
      case .problem(let problem): outcome.status = outcome.status.combined(with: report(problem))
      }
    }
  }

  /// What was left out on purpose is a remark, the rest an error.
  private func report(_ problem: ReadingProblem) -> ExitStatus {
    if problem.isSkipped {
      console.note(problem.description)
      return .done
    }
    console.warn(problem.description)
    return .incomplete
  }
}

/// What one thread takes at a time.
private enum ExtractionUnit: Sendable {
  /// A few, which are extracted together.
  case articles([Article])
  case problem(ReadingProblem)

  private static let mostArticles = 16
  private static let mostBytes = 131_072

  static func units(of results: [[Result<Article, ReadingProblem>]]) -> [ExtractionUnit] {
    var units: [ExtractionUnit] = []
    var (waiting, bytes): ([Article], Int) = ([], 0)
    func close() {
      if !waiting.isEmpty { units.append(.articles(waiting)) }
      (waiting, bytes) = ([], 0)
    }
    for result in results.joined() {
      switch result {
      case .success(let article):
        waiting.append(article)
        bytes += article.text.utf8.count
        if waiting.count == mostArticles || bytes >= mostBytes { close() }
      case .failure(let problem):
        close()
        units.append(.problem(problem))
      }
    }
    close()
    return units
  }

  /// What is printed of its articles.
  func rendered(_ extractor: Extractor, _ renderer: Renderer) -> RenderedBytes {
    guard case .articles(let articles) = self else { return renderer.extraction([]) }
    return renderer.extraction(extractor.annotate(articles))
  }
}
