import ArgumentParser
import ArticleReading
import Extraction

struct ExtractCommand: OnRecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "The extraction alone, without an index.",
    discussion: """
      Reads what `index` reads, and prints who says what in each article. Examples:

        onrecord extract article.txt
        onrecord extract --json news/ > statements.jsonl
        zcat archive.jsonl.gz | onrecord extract --json -
      """)

  @OptionGroup var reading: ReadingSettings

  @Option(help: "What the inputs are; else told from the content and the name.")
  var inputFormat: ReadingOptions.Format = .auto

  @Option(
    help: ArgumentHelp("Another model of the tagger than the one built in.", valueName: "file"), completion: .file())
  var model: String?

  @OptionGroup var definition: DefinitionOption
  @OptionGroup var output: DisplayOptions

  @Argument(help: "Files, folders, - for JSON Lines on standard input.", completion: .file())
  var paths: [String]

  var display: DisplaySettings { output.settings }
  var isPaged: Bool { true }

  func execute(_ console: Console) throws -> ExitStatus {
    Interrupts.endAtOnce()
    let words = try definition.load()
    let options = reading.options(inputFormat)
    var run = ExtractionRun(
      parser: ArticleParser(definition: words, options: options),
      extractor: Extractor(definition: words, model: try readModel(model)), console: console)
    // Whoever writes to standard input may wait for the answer to one article before the next.
    run.together = paths.contains("-") ? 1 : ExtractionRun.mostTogether
    return try run.extract(InputStream(paths: paths, options: options))
  }
}
