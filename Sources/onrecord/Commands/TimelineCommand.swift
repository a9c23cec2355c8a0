import ArgumentParser
import NewsIndex

struct TimelineCommand: OnRecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "Counts over time, with the empty days, as bars.",
    discussion: """
      Example:

        onrecord timeline speaker:zelensky ceasefire --by month
      """)

  @OptionGroup var query: QueryOptions

  @Option(help: "The width of a bar; else the finest that gives at most 60.")
  var by: TimelineStep?

  @OptionGroup var shards: ShardOptions
  @OptionGroup var output: DisplayOptions

  @Argument(help: "What to look for.")
  var words: [String] = []

  var display: DisplaySettings { output.settings }
  var isPaged: Bool { true }

  func execute(_ console: Console) throws -> ExitStatus {
    Interrupts.endAtOnce()
    return try Answers(try Asker(shards), console).timeline(TimelineRequest(query.query(words), step: by))
  }
}
