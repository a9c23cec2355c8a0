import NewsIndex

/// What the lines of a REPL are asked with; `search` has the same as options.
struct ReplSettings {
  /// Everything but its text.
  private(set) var template: IndexQuery
  var limit = 10
  var sort = SearchOrder.relevance
  var collapse = CollapseMode.none

  init(_ template: IndexQuery) { self.template = template }

  var unit: IndexUnit? {
    get { template.unit }
    set { template.unit = newValue }
  }

  var match: MatchMode {
    get { template.match }
    set { template.match = newValue }
  }

  var isPlain: Bool {
    get { template.isPlain }
    set { template.isPlain = newValue }
  }

  func query(_ text: String) -> IndexQuery {
    var query = template
    query.text = text
    return query
  }

  func request(_ text: String, offset: Int) -> SearchRequest {
    var request = SearchRequest(query(text))
    request.limit = limit
    request.offset = offset
    request.sort = sort
    request.collapse = collapse
    return request
  }
}
