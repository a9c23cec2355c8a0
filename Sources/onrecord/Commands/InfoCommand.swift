import ArgumentParser

struct InfoCommand: OnRecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "What the index holds: counts, shares, sources, schema, size, paths.")

  @OptionGroup var index: IndexOption
  @OptionGroup var output: DisplayOptions

  var display: DisplaySettings { output.settings }

  func execute(_ console: Console) throws -> ExitStatus {
    Interrupts.endAtOnce()
    try console.write(console.renderer.info(try Asker(index).info()))
    return .done
  }
}
