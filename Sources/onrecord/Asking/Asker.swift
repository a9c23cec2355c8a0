import CLineEditor
import NewsIndex

/// Asks an index, and turns what goes wrong into a `Failure` that shows the query.
///
/// The commands, the batch, the REPL and the checks ask through it, so that the same text gives the same rows.
final class Asker {
  let reader: IndexReader

  /// - Parameter directories: As `IndexLocation` found them.
  init(_ directories: [String], isPartial: Bool = false) throws(Failure) {
    var options = IndexReader.Options()
    options.isPartial = isPartial
    options.identities = Identities.ofUser()
    options.isInterrupted = { cline_interrupts_count() > 0 }
    do throws(NewsIndexError) {
      reader = try IndexReader(directories, options: options)
    } catch {
      throw Failure(error)
    }
  }

  convenience init(_ shards: ShardOptions) throws(Failure) {
    try self.init(IndexLocation.directories(shards.index), isPartial: shards.partial)
  }

  /// Runs a question of the reader; `query` is what a caret would point into.
  func ask<Answer>(_ query: String, _ question: (IndexReader) throws(AskingError) -> Answer) throws(Failure) -> Answer {
    do throws(AskingError) {
      return try question(reader)
    } catch {
      throw Failure(error, query: query)
    }
  }

  func search(_ request: SearchRequest) throws(Failure) -> SearchResult {
    try ask(request.query.text) { reader throws(AskingError) in try reader.search(request) }
  }

  func facets(_ request: FacetsRequest) throws(Failure) -> FacetResult {
    try ask(request.query.text) { reader throws(AskingError) in try reader.facets(request) }
  }

  func timeline(_ request: TimelineRequest) throws(Failure) -> Timeline {
    try ask(request.query.text) { reader throws(AskingError) in try reader.timeline(request) }
  }

  func explain(_ request: SearchRequest) throws(Failure) -> Explanation {
    try ask(request.query.text) { reader throws(AskingError) in try reader.explain(request) }
  }

  func show(_ id: String) throws(Failure) -> ShownItem {
    try ask(id) { reader throws(AskingError) in try reader.show(id) }
  }

  func info() throws(Failure) -> IndexInfo {
    try ask("") { reader throws(AskingError) in try reader.info() }
  }
}
