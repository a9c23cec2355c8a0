import ArgumentParser

/// The commands, and what the help says above their list.
struct OnRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "onrecord",
    abstract: "Who said what, where and when: full-text and faceted search in news articles.",
    discussion: """
      Without a command it opens the REPL on a terminal.

      Exit status: 0 found or done, 1 nothing found or a check failed, 2 usage, query or check file wrong, 3 the index \
      is missing, of another schema or corrupt, 4 done but some inputs were unreadable or shards missing, 75 another writer holds the \
      index, 130 interrupted.
      """,
    version: "0.1",
    groupedSubcommands: [
      CommandGroup(
        name: "Asking",
        subcommands: [
          SearchCommand.self, QuotesCommand.self, FacetsCommand.self, TimelineCommand.self, ShowCommand.self,
          ExplainCommand.self, FieldsCommand.self, ReplCommand.self,
        ]),
      CommandGroup(
        name: "Keeping the index",
        subcommands: [
          IndexCommand.self, InfoCommand.self, VerifyCommand.self, RemoveCommand.self, DumpCommand.self,
          RestoreCommand.self, MergeCommand.self, CompactCommand.self,
        ]),
      CommandGroup(name: "Without an index, and tests", subcommands: [ExtractCommand.self, CheckCommand.self]),
    ])
}

extension OnRecord {
  static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }
}

/// What `Program` runs.
protocol Runnable {
  var display: DisplaySettings { get }
  /// Text on a terminal goes through the user's pager.
  var isPaged: Bool { get }

  func execute(_ console: Console) throws -> ExitStatus
}

extension Runnable {
  var isPaged: Bool { false }
}

/// A command as swift-argument-parser reads it.
protocol OnRecordCommand: ParsableCommand, Runnable {}
