import ArgumentParser
import NewsIndex

struct DumpCommand: OnRecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump", abstract: "The articles as JSON Lines, from which restore makes the same index.")

  @OptionGroup var index: IndexOption
  @OptionGroup var messages: MessageOptions

  var display: DisplaySettings {
    DisplaySettings(format: .jsonl, colour: messages.color, isQuiet: messages.quiet)
  }

  func execute(_ console: Console) throws -> ExitStatus {
    Interrupts.endAtOnce()
    for directory in try IndexLocation.folders(index.index, for: "dumped") {
      // A dump ends where nobody reads it any more.
      var failure: (any Error)?
      try Indexer.dump(directory) { line in
        do { try console.write(line + [UInt8(ascii: "\n")]) } catch { failure = error }
        return failure == nil
      }
      if let failure { throw failure }
    }
    return .done
  }
}
