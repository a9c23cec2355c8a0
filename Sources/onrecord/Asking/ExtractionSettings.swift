import ArticleModel
import ArticleReading
import Extraction
import Glibc
import IndexDefinition
import NewsIndex
import Rendering

/// What `extract` is asked for, from whichever reader of its words.
struct ExtractionSettings: Hashable, Sendable, Runnable {
  var inputFormat = ReadingOptions.Format.auto
  /// When and by whom the articles were printed, whatever they say themselves.
  var published: DateValue?
  var publisher: String?
  /// A file with another model than the one built in.
  var model: String?
  /// A folder of other word lists than those built in.
  var definition: String?
  /// `nil` for one a core.
  var jobs: Int?
  var display = DisplaySettings()
  var paths: [String] = []

  var isPaged: Bool { true }

  func execute(_ console: Console) throws -> ExitStatus {
    Interrupts.endAtOnce()
    let words = try DefinitionOption.load(definition)
    let options = ReadingOptions(format: inputFormat, published: published, publisher: publisher)
    var run = ExtractionRun(
      parser: ArticleParser(definition: words, options: options),
      extractor: Extractor(definition: words, model: try readModel(model)), console: console)
    run.jobs = jobs ?? WorkerThreads.coreCount
    if paths.contains("-") { run.canReadOn = { Terminal.canReadOn(STDIN_FILENO) } }
    return try run.extract(InputStream(paths: paths, options: options))
  }
}
