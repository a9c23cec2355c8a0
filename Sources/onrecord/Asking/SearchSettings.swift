import ArticleModel
import NewsIndex

/// How a query is understood: the values behind `QueryOptions`.
struct QuerySettings: Hashable, Sendable {
  var unit: IndexUnit?
  var match = MatchMode.all
  var isPlain = false
  var minConfidence: Double?
  /// The day that relative dates count from; `nil` for today.
  var now: CalendarDay?

  func query(_ text: String) -> IndexQuery {
    IndexQuery(
      text, isPlain: isPlain, unit: unit, match: match, now: now ?? Clock.today, minConfidence: minConfidence)
  }
}

/// Which hits, in which order, with what beside them: the values behind `HitOptions`.
struct HitSettings: Hashable, Sendable {
  var limit = 10
  var offset = 0
  var sort = SearchOrder.relevance
  var collapse = CollapseMode.none
  var facets: [FacetRequest] = []
  var isCount = false
  var isExplained = false

  var display: HitDisplay { HitDisplay(isCount: isCount, isExplained: isExplained) }

  func request(_ query: IndexQuery) -> SearchRequest {
    var request = SearchRequest(query)
    request.limit = limit
    request.offset = offset
    request.sort = sort
    request.collapse = collapse
    request.isCountOnly = isCount
    request.facets = facets
    return request
  }
}

/// Everything that `search` is told, however its words were read.
struct SearchSettings: Hashable, Sendable, Runnable {
  var query = QuerySettings()
  var hits = HitSettings()
  /// The queries come from this file.
  var batch: String?
  var index: [String] = []
  var isPartial = false
  var display = DisplaySettings()
  var words: [String] = []

  var isPaged: Bool { true }

  func execute(_ console: Console) throws -> ExitStatus {
    Interrupts.endAtOnce()
    let asker = try Asker(IndexLocation.directories(index), isPartial: isPartial)
    if let batch { return try Batch(asker, console, hits).run(batch, query) }
    if !hits.facets.isEmpty, !hits.isCount, [.csv, .tsv].contains(display.format) {
      console.note("a table of hits has no place for facets: ask `onrecord facets`, or take --format jsonl")
    }
    let request = hits.request(query.query(words.joined(separator: " ")))
    return try Answers(asker, console).search(request, hits.display).status
  }
}
