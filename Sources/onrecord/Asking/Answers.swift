import NewsIndex

/// What of a search is printed.
struct HitDisplay: Hashable, Sendable {
  var isCount = false
  var isExplained = false
}

/// How an answer ended, and what it showed.
struct Answer {
  var status: ExitStatus
  var hits: [SearchHit] = []
}

/// Asks and prints: the one way from a request to rows, for the commands and for the REPL.
struct Answers {
  let asker: Asker
  let console: Console
  let knownNotes: KnownNotes
  /// Notes name commands of the REPL instead of options.
  let isInRepl: Bool

  init(_ asker: Asker, _ console: Console, knownNotes: KnownNotes = KnownNotes(), isInRepl: Bool = false) {
    self.isInRepl = isInRepl
    self.asker = asker
    self.console = console
    self.knownNotes = knownNotes
  }

  func search(_ request: SearchRequest, _ display: HitDisplay = HitDisplay()) throws -> Answer {
    if display.isExplained {
      let explanation = try asker.explain(request)
      noteMissing()
      try console.write(console.renderer.explanation(explanation))
    }
    let result = try asker.search(request)
    noteMissing()
    try console.write(display.isCount ? console.renderer.count(result) : console.renderer.search(result))
    if display.isCount, let facets = result.facets { try console.write(console.renderer.facets(facets)) }
    return Answer(status: finish(result.total, result.notes), hits: result.hits)
  }

  func quotes(_ request: SearchRequest) throws -> Answer {
    let result = try asker.search(request)
    noteMissing()
    try console.write(console.renderer.quotes(result))
    return Answer(status: finish(result.total, result.notes), hits: result.hits)
  }

  @discardableResult
  func facets(_ request: FacetsRequest) throws -> ExitStatus {
    let result = try asker.facets(request)
    noteMissing()
    try console.write(console.renderer.facets(result))
    let query = request.query
    let notes =
      console.isQuiet
      ? []
      : try asker.ask(query.text) { reader throws(AskingError) in try reader.notes(on: query, total: result.total) }
        + result.notes
    return finish(result.total, notes)
  }

  @discardableResult
  func timeline(_ request: TimelineRequest) throws -> ExitStatus {
    let timeline = try asker.timeline(request)
    noteMissing()
    try console.write(console.renderer.timeline(timeline, query: request.query.text))
    return finish(timeline.total, timeline.notes)
  }

  @discardableResult
  func explain(_ request: SearchRequest) throws -> ExitStatus {
    let explanation = try asker.explain(request)
    noteMissing()
    try console.write(console.renderer.explanation(explanation))
    return finish(explanation.total, [])
  }

  @discardableResult
  func show(_ id: String, context: Int, isExplained: Bool) throws -> ExitStatus {
    let item = try asker.show(id)
    noteMissing()
    try console.write(console.renderer.show(item, context: context, isExplained: isExplained))
    return finish(1, [])
  }

  @discardableResult
  func info() throws -> ExitStatus {
    let info = try asker.info()
    noteMissing()
    try console.write(console.renderer.info(info))
    return finish(1, [])
  }

  /// Names the shards that are left out, each once, before the answer: the answer names them too.
  private func noteMissing() { console.leaveOut(asker.reader.missing) }

  private func finish(_ total: Int, _ notes: [String]) -> ExitStatus {
    for note in notes where knownNotes.isNew(note) {
      console.note(isInRepl ? note.replacing("--unit ", with: ".unit ") : note)
    }
    let status = total > 0 ? ExitStatus.done : .nothing
    return asker.reader.missing.isEmpty ? status : status.combined(with: .incomplete)
  }
}
