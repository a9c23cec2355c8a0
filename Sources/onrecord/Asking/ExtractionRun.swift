import ArticleModel
import ArticleReading
import Extraction
import Rendering

/// Reads, extracts and prints article by article, in the order of the input.
struct ExtractionRun {
  let parser: ArticleParser
  let extractor: Extractor
  let console: Console

  /// Goes on behind what can't be read; `incomplete` if there was any.
  func extract(_ input: InputStream) throws -> ExitStatus {
    var input = input
    var status = ExitStatus.done
    var (articles, records) = (0, 0)
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
          try print(article)
        case .failure(let problem) where problem.isSkipped && problem.cause == .archiveRecord: records += 1
        case .failure(let problem): status = status.combined(with: report(problem))
        }
      }
    }
    if records > 0 { console.note(LeftOutText.archiveRecords(records)) }
    return articles == 0 ? status.combined(with: .nothing) : status
  }

  private func print(_ article: Article) throws {
    try console.write(console.renderer.extraction(extractor.annotate(article)))
    console.renderer.hasHeader = false
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
