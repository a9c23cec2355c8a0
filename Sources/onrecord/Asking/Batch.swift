import FileAccess
import NewsIndex
import Rendering

/// Many queries answered by one process: `search --batch`.
struct Batch {
  let asker: Asker
  let console: Console
  let hits: HitSettings

  init(_ asker: Asker, _ console: Console, _ hits: HitSettings) {
    self.asker = asker
    self.console = console
    self.hits = hits
  }

  /// The worst of what happened; that nothing was found counts only where it holds for all queries.
  func run(_ file: String, _ options: QuerySettings) throws -> ExitStatus {
    var reader = LineReader(try ByteSource(file))
    var status = ExitStatus.done
    var found = 0
    while let line = try reader.next() {
      guard case .line(let bytes) = line, let entry = BatchLine(bytes, number: reader.number) else { continue }
      switch try answer(entry, options) {
      case .success(let result): found += result.total
      case .failure(let error):
        let failure = Failure(error, query: entry.query)
        // A wrong query does not stop the rest; a broken index does.
        guard failure.status == .usage else { throw failure }
        // In JSON the answer says it; a table has no place for it.
        if console.renderer.format != .jsonl {
          console.warn("query \(entry.id):")
          console.report(failure)
        }
        status = status.combined(with: .usage)
      }
    }
    if console.hasLeftOut { status = status.combined(with: .incomplete) }
    return found == 0 ? status.combined(with: .nothing) : status
  }

  /// Prints the rows of one query and its end.
  private func answer(_ entry: BatchLine, _ options: QuerySettings) throws -> Result<SearchResult, AskingError> {
    var request = hits.request(options.query(entry.query))
    request.wantsNotes = false
    let outcome = search(request)
    console.leaveOut(asker.reader.missing)
    let renderer = console.renderer
    if renderer.format == .text { try console.writeLine("== \(entry.id): \(renderer.style.safe(entry.query))") }
    switch outcome {
    case .success(let result):
      try console.write(
        hits.isCount ? renderer.count(result, queryID: entry.id) : renderer.search(result, queryID: entry.id))
      if hits.isCount, let facets = result.facets { try console.write(renderer.facets(facets, queryID: entry.id)) }
      try console.write(renderer.batchEnd(queryID: entry.id, total: result.total, failure: nil))
    case .failure(let error):
      try console.write(renderer.batchEnd(queryID: entry.id, total: 0, failure: BatchFailure(error)))
    }
    // Whoever asks through a pipe waits for this answer before the next question.
    try console.output.flush()
    // One table for all queries: its columns are named once.
    console.renderer.hasHeader = false
    return outcome
  }

  private func search(_ request: SearchRequest) -> Result<SearchResult, AskingError> {
    do throws(AskingError) { return .success(try asker.reader.search(request)) } catch { return .failure(error) }
  }
}

/// A line of a batch: `id TAB query`, or a query alone that goes by its number.
struct BatchLine: Hashable, Sendable {
  var id: String
  var query: String

  /// `nil` for a blank line.
  init?(_ bytes: [UInt8], number: Int) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = number == 1 && bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    let line = String(decoding: bytes, as: UTF8.self)
    guard !line.allSatisfy(\.isWhitespace) else { return nil }
    if let tab = line.firstIndex(of: "\t"), tab > line.startIndex {
      id = String(line[..<tab])
      query = String(line[line.index(after: tab)...])
    } else {
      id = String(number)
      query = line.first == "\t" ? String(line.dropFirst()) : line
    }
  }
}
