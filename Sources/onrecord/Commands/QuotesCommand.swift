import ArgumentParser
import ArticleModel
import Glibc
import NewsIndex

struct QuotesCommand: OnRecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "quotes", abstract: "One statement a row: speaker, words, day, article.",
    discussion: """
      In the order of the days they were made. Examples:

        onrecord quotes speaker:peskov
        onrecord quotes 'speaker:putin about:nato' --kind direct --format csv > putin.csv
        onrecord quotes speaker:merkel refugees --first
      """)

  @OptionGroup var query: QueryOptions

  @Option(help: "Only statements of this kind.")
  var kind: Statement.Kind?

  @Flag(help: "Only the earliest statement.")
  var first = false

  @Flag(help: "Only the latest statement.")
  var last = false

  @Option(help: "What comes first.")
  var sort: SearchOrder = .oldest

  @Option(help: "How many; 0 for all. On a terminal 10 unless told, else all.")
  var limit: Int?

  @Option(help: "How many of the first rows are left out.")
  var offset = 0

  @Option(help: "Shows one statement of an article, or of a story that several papers print.")
  var collapse: CollapseMode = .none

  @OptionGroup var shards: ShardOptions
  @OptionGroup var output: DisplayOptions

  @Argument(help: "Whose words, on what.")
  var words: [String] = []

  var display: DisplaySettings { output.settings }
  var isPaged: Bool { true }

  func validate() throws {
    if first, last { throw ValidationError("--first and --last exclude each other") }
    if let limit, limit < 0 { throw ValidationError("--limit can't be negative") }
    if offset < 0 { throw ValidationError("--offset can't be negative") }
    if query.plain, kind != nil { throw ValidationError("--kind and --plain exclude each other") }
    if let unit = query.unit, unit != .statement { throw ValidationError("quotes are statements: leave out --unit") }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    Interrupts.endAtOnce()
    return try Answers(try Asker(shards), console).quotes(request()).status
  }

  private func request() -> SearchRequest {
    var text = words.joined(separator: " ")
    if let kind { text = QueryComposition.and(text, "kind:\(kind.rawValue)") }
    var request = SearchRequest(query.query(text))
    request.query.unit = .statement
    request.sort = first ? .oldest : last ? .newest : sort
    request.limit = first || last ? 1 : limit ?? (Terminal.isTerminal(STDOUT_FILENO) ? 10 : 0)
    request.offset = offset
    request.collapse = collapse
    return request
  }
}
