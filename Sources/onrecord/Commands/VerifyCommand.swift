import ArgumentParser
import NewsIndex

struct VerifyCommand: OnRecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Whether the databases are sound, and every statement's words stand in the stored text.")

  @OptionGroup var index: IndexOption
  @OptionGroup var output: DisplayOptions

  var display: DisplaySettings { output.settings }

  func execute(_ console: Console) throws -> ExitStatus {
    Interrupts.endAtOnce()
    var status = ExitStatus.done
    for directory in try IndexLocation.folders(index.index, for: "verified") {
      let report = try Indexer.verify(directory)
      try console.write(console.renderer.verification(report, of: directory))
      if !report.isIntact { status = status.combined(with: .index) }
    }
    return status
  }
}
