import ArgumentParser
import NewsIndex
import Rendering

struct ReplCommand: OnRecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl", abstract: "Asks line by line; .help says more.",
    discussion: """
      A line is a query, a line that begins with a point is a command. Without a terminal the lines come from standard \
      input, and there is no prompt:

        printf '%s\\n' '.mode jsonl' 'speaker:peskov' | onrecord repl
      """)

  @OptionGroup var query: QueryOptions

  @Option(help: "How many hits; 0 for all.")
  var limit = 10

  @Option(help: "What comes first.")
  var sort: SearchOrder = .relevance

  @OptionGroup var shards: ShardOptions
  @OptionGroup var output: DisplayOptions

  var display: DisplaySettings { output.settings }

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit can't be negative") }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    var settings = ReplSettings(query.query(""))
    settings.limit = limit
    settings.sort = sort
    let repl = Repl(try Asker(shards), console, settings: settings)
    repl.isPartial = shards.partial
    // Colour is for somebody who types.
    if !repl.isInteractive, output.messages.color != .always { console.renderer.style = TextStyle() }
    return try repl.run()
  }
}
