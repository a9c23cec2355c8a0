import ArgumentParser
import NewsIndex

struct FacetsCommand: OnRecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "facets", abstract: "Counts by speaker, region, date, publisher, kind, about, org.",
    discussion: """
      The leading words that name fields are fields, the rest is the query. Dates count by month unless told: \
      date:day, date:year; regions at every level: region:country, region:subdivision. Examples:

        onrecord facets speaker region:ukraine
        onrecord facets speaker date:month 'said:ceasefire'

      Of statements, about counts who they name, as about:NAME asks. With --unit segment or article it counts who is \
      named anywhere in them, also outside of statements, where about:NAME still asks for a statement that names NAME.
      """)

  @OptionGroup var query: QueryOptions

  @Option(help: "How many values of each field; 0 for all.")
  var limit = 10

  @Option(help: "Counts one hit of an article, or of a story that several papers print.")
  var collapse: CollapseMode = .none

  @OptionGroup var shards: ShardOptions
  @OptionGroup var output: DisplayOptions

  @Argument(help: ArgumentHelp("Fields, then what to look for.", valueName: "field ... query"))
  var words: [String] = []

  var display: DisplaySettings { output.settings }
  var isPaged: Bool { true }

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit can't be negative") }
    if FacetSpecification.leading(words, limit: limit).facets.isEmpty {
      throw ValidationError("name a field to count by: \(FacetSpecification.names)")
    }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    Interrupts.endAtOnce()
    let (facets, rest) = FacetSpecification.leading(words, limit: limit)
    var request = FacetsRequest(query.query(rest), facets: facets)
    request.collapse = collapse
    return try Answers(try Asker(shards), console).facets(request)
  }
}
