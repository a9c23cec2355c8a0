import ArgumentParser
import ArticleReading
import NewsIndex

struct IndexCommand: OnRecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Reads files and folders into the index.",
    discussion: """
      Text, Markdown, HTML, JSON Lines and more, also in gzip. What is unchanged is skipped, so it may run as often \
      as you like. Ctrl-C finishes the batch and commits; a second one stops at once. Examples:

        onrecord index news/
        onrecord index --published 2024-12-10 --publisher 'Kyiv Post' article.txt
        zcat archive.jsonl.gz | onrecord index -
      """)

  @OptionGroup var reading: ReadingSettings

  @Option(
    name: [.long, .customLong("input-format")],
    help: "What the inputs are; else told from the content and the name.")
  var format: ReadingOptions.Format = .auto

  @Option(help: "Builders that work at the same time; else one a core.")
  var jobs: Int?

  @Flag(help: "Forgets articles below the paths whose file is gone.")
  var prune = false

  @Flag(help: "Makes the index anew from these paths.")
  var rebuild = false

  @Option(help: "Parts a new index by article into so many, shard-1 and so on, that are asked together.")
  var shards = 1

  @Option(help: ArgumentHelp("How long to wait for another writer.", valueName: "seconds"))
  var wait = 0

  @OptionGroup var definition: DefinitionOption
  @OptionGroup var index: IndexOption

  @Option(
    help: ArgumentHelp(
      "Writes JSON Lines: each input that was not simply read and why, at last the counts by kind.", valueName: "file"),
    completion: .file())
  var log: String?

  @Flag(help: "The report as JSON.")
  var json = false

  @OptionGroup var messages: MessageOptions

  @Argument(help: "Files, folders, - for JSON Lines on standard input.", completion: .file())
  var paths: [String]

  var display: DisplaySettings {
    DisplaySettings(format: json ? .jsonl : .text, colour: messages.color, isQuiet: messages.quiet)
  }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more") }
    if shards < 1 { throw ValidationError("--shards must be 1 or more") }
    if wait < 0 { throw ValidationError("--wait can't be negative") }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    let directory = try IndexLocation.directory(index.index)
    let words = try definition.load()
    var inputs = reading.options(format)
    inputs.output = log
    let log = try log.map { try ReadingLog($0) }
    Interrupts.endInSteps()
    let progress = ProgressLine(console, paths: paths)
    var options = IndexingOptions()
    options.jobs = jobs ?? 0
    options.rebuild = rebuild
    options.prune = prune
    options.shards = shards
    options.waitSeconds = wait
    let report = try Indexer.index(
      paths: paths, into: directory, reading: inputs, options: options, definition: words,
      log: log.map { log in { log.note($0) } }, progress: { progress.show($0) }, interruption: Interrupts.ofWriter)
    progress.clear()
    let status = try IndexingOutcome(console).show(report)
    try log?.end(report.reading)
    return status
  }
}
