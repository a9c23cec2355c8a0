import ArgumentParser
import ArticleReading

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

  @Option(help: "Threads that work at the same time; else one a core.")
  var jobs: Int?

  @OptionGroup var definition: DefinitionOption
  @OptionGroup var output: DisplayOptions

  @Argument(help: "Files, folders, - for JSON Lines on standard input.", completion: .file())
  var paths: [String]

  var display: DisplaySettings { output.settings }
  var isPaged: Bool { settings.isPaged }

  var settings: ExtractionSettings {
    ExtractionSettings(
      inputFormat: inputFormat, published: reading.published, publisher: reading.publisher, model: model,
      definition: definition.definition, jobs: jobs, display: display, paths: paths)
  }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more") }
  }

  func execute(_ console: Console) throws -> ExitStatus { try settings.execute(console) }
}
