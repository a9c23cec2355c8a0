import ArgumentParser
import NewsIndex

struct SearchCommand: OnRecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Ranked hits.",
    discussion: """
      The words of the query are joined by one space; without a query everything is found. What begins with - needs \
      -- before it: onrecord search -- '-nato'. Examples:

        onrecord search ceasefire talks
        onrecord search 'speaker:putin region:ukraine date:2024-11.. "set goals"'
        onrecord search --facet speaker:5 --facet date:month sanctions
        onrecord search --batch queries.tsv --json
      """)

  @OptionGroup var query: QueryOptions
  @OptionGroup var hits: HitOptions
  @OptionGroup var shards: ShardOptions
  @OptionGroup var output: DisplayOptions

  @Argument(help: "What to look for.")
  var words: [String] = []

  var display: DisplaySettings { output.settings }
  var isPaged: Bool { true }

  var settings: SearchSettings {
    get throws {
      SearchSettings(
        query: query.settings, hits: try hits.settings, batch: hits.batch, index: shards.index,
        isPartial: shards.partial, display: display, words: words)
    }
  }

  func validate() throws {
    if hits.batch != nil, !words.isEmpty { throw ValidationError("--batch takes its queries from the file") }
  }

  func execute(_ console: Console) throws -> ExitStatus {
    try settings.execute(console)
  }
}

/// Which hits, in which order, with what beside them.
struct HitOptions: ParsableArguments {
  @Option(help: "How many hits; 0 for all.")
  var limit = 10

  @Option(help: "How many of the first hits are left out.")
  var offset = 0

  @Option(help: "What comes first.")
  var sort: SearchOrder = .relevance

  @Option(help: "Shows one hit of an article, or of a story that several papers print.")
  var collapse: CollapseMode = .none

  @Option(
    help: ArgumentHelp(
      "Counts the hits by a field as well, such as speaker, speaker:20 or date:month. May be repeated.",
      valueName: "field"))
  var facet: [String] = []

  @Flag(help: "Only the number of hits.")
  var count = false

  @Flag(help: "How the query was understood, and what each hit weighs.")
  var explain = false

  @Option(
    help: ArgumentHelp("One query a line, or id TAB query; - for standard input.", valueName: "file"),
    completion: .file())
  var batch: String?

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit can't be negative") }
    if offset < 0 { throw ValidationError("--offset can't be negative") }
    _ = try facets()
  }

  var settings: HitSettings {
    get throws {
      HitSettings(
        limit: limit, offset: offset, sort: sort, collapse: collapse, facets: try facets(), isCount: count,
        isExplained: explain)
    }
  }

  private func facets() throws -> [FacetRequest] {
    try facet.map { text in
      guard let request = FacetSpecification.request(text, limit: 10, takesLimit: true) else {
        throw ValidationError("'\(text)' is no facet; there are \(FacetSpecification.names)")
      }
      return request
    }
  }
}
