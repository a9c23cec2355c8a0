import ArgumentParser

struct InfoCommand: OnRecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "What the index holds: counts, shares, sources, schema, size, paths.")

  @OptionGroup var shards: ShardOptions
  @OptionGroup var output: DisplayOptions

  var display: DisplaySettings { output.settings }

  func execute(_ console: Console) throws -> ExitStatus {
    Interrupts.endAtOnce()
    return try Answers(try Asker(shards), console).info()
  }
}
