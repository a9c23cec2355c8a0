import ArgumentParser
import NewsIndex

struct ExplainCommand: OnRecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "How a query is understood, and what each hit weighs.")

  @OptionGroup var query: QueryOptions

  @Option(help: "How many hits are weighed.")
  var limit = 3

  @OptionGroup var shards: ShardOptions
  @OptionGroup var output: DisplayOptions

  @Argument(help: "The query.")
  var words: [String] = []

  var display: DisplaySettings { output.settings }
  var isPaged: Bool { true }

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit can't be negative") }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    Interrupts.endAtOnce()
    var request = SearchRequest(query.query(words))
    request.limit = limit
    return try Answers(try Asker(shards), console).explain(request)
  }
}
