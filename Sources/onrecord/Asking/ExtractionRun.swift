import ArticleModel
import ArticleReading
import Extraction
import Rendering

/// Reads, extracts and prints article by article, in the order of the input.
struct ExtractionRun {
  let parser: ArticleParser
  let extractor: Extractor
  let console: Console

  /// How many articles are extracted together, and how many bytes of text at most; 1 where each has to come out before
  /// the next is read.
  var together = 1
  static let mostTogether = 8
  private static let mostBytes = 65_536

  /// Goes on behind what can't be read; `incomplete` if there was any.
  func extract(_ input: InputStream) throws -> ExitStatus {
    var input = input
    var status = ExitStatus.done
    var (articles, records) = (0, 0)
    var waiting = Waiting()
    while let next = input.next() {
      let results: [Result<Article, ReadingProblem>]
      switch next {
      case .success(let record): results = parser.articles(from: record)
      case .failure(let problem): results = [.failure(problem)]
      }
      for result in results {
        switch result {
        case .success(let article):
          articles += 1
          waiting.add(article)
          if waiting.articles.count >= together || waiting.bytes >= Self.mostBytes { try print(&waiting) }
        case .failure(let problem) where problem.isSkipped && problem.cause == .archiveRecord: records += 1
        case .failure(let problem):
          try print(&waiting)
          status = status.combined(with: report(problem))
        }
      }
    }
    try print(&waiting)
    if records > 0 { console.note(LeftOutText.archiveRecords(records)) }
    return articles == 0 ? status.combined(with: .nothing) : status
  }

  /// Articles that have been read.
  private struct Waiting {
    var articles: [Article] = []
    var bytes = 0

    mutating func add(_ article: Article) {
      articles.append(article)
      bytes += article.text.utf8.count
    }
  }

  private func print(_ waiting: inout Waiting) throws {
    for annotated in extractor.annotate(waiting.articles) {
      try console.write(console.renderer.extraction(annotated))
      console.renderer.hasHeader = false
    }
    waiting = Waiting()
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
