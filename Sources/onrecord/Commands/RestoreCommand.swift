import ArgumentParser
import NewsIndex

struct RestoreCommand: OnRecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Makes an index from what dump wrote.")

  @Option(help: ArgumentHelp("How long to wait for another writer.", valueName: "seconds"))
  var wait = 0

  @Flag(help: "Replaces the index there is.")
  var rebuild = false

  @OptionGroup var definition: DefinitionOption
  @OptionGroup var index: IndexOption
  @OptionGroup var output: DisplayOptions

  @Argument(help: "The file of dump; - for standard input.", completion: .file())
  var file: String

  var display: DisplaySettings { output.settings }

  func execute(_ console: Console) throws -> ExitStatus {
    Interrupts.endInSteps()
    let progress = ProgressLine(console, paths: [file])
    var options = IndexingOptions()
    options.waitSeconds = wait
    options.rebuild = rebuild
    let report = try Indexer.restore(
      file, into: try IndexLocation.directory(index.index), options: options, definition: try definition.load(),
      progress: { progress.show($0) }, interruption: Interrupts.ofWriter)
    progress.clear()
    return try IndexingOutcome(console).show(report)
  }
}
