import ArgumentParser
import NewsIndex

struct CompactCommand: OnRecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact", abstract: "Makes the index as small as it can be.")

  @Option(help: ArgumentHelp("How long to wait for another writer.", valueName: "seconds"))
  var wait = 0

  @OptionGroup var index: IndexOption
  @OptionGroup var output: DisplayOptions

  var display: DisplaySettings { output.settings }

  func execute(_ console: Console) throws -> ExitStatus {
    Interrupts.endInSteps()
    let directory = try IndexLocation.directory(index.index)
    let (before, after) = try Indexer.compact(directory, waitSeconds: wait)
    try console.write(console.renderer.compaction(directory, before: before, after: after))
    return .done
  }
}
