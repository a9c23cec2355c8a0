import ArgumentParser
import NewsIndex

struct MergeCommand: OnRecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Makes one index of several.",
    discussion: """
      Of articles with one id that of the last index counts. Example:

        onrecord merge --index all shard-1 shard-2
      """)

  @Option(help: ArgumentHelp("How long to wait for another writer.", valueName: "seconds"))
  var wait = 0

  @Flag(help: "Replaces the index there is.")
  var rebuild = false

  @OptionGroup var index: IndexOption
  @OptionGroup var output: DisplayOptions

  @Argument(help: "The folders of the indexes to be merged.", completion: .directory)
  var sources: [String]

  var display: DisplaySettings { output.settings }

  func execute(_ console: Console) throws -> ExitStatus {
    Interrupts.endInSteps()
    let progress = ProgressLine(console, paths: ["-"])
    var options = IndexingOptions()
    options.waitSeconds = wait
    options.rebuild = rebuild
    let report = try Indexer.merge(
      sources, into: try IndexLocation.directory(index.index), options: options, progress: { progress.show($0) },
      interruption: Interrupts.ofWriter)
    progress.clear()
    return try IndexingOutcome(console).show(report)
  }
}
