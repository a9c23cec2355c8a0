import ArticleModel
import FileAccess
import XapianStore

/// Forgetting articles.
extension IndexUpdater {
  /// Articles that one batch forgets at most.
  private static let largestRemoval = 2000

  /// - Returns: How many of the ids the index held.
  func remove(_ ids: [String]) throws(NewsIndexError) -> Int {
    var removed = 0
    for start in stride(from: 0, to: ids.count, by: Self.largestRemoval) {
      var batch = UpdateBatch()
      batch.removals = Array(ids[start..<min(start + Self.largestRemoval, ids.count)])
      removed += try apply(batch)
    }
    return removed
  }

  /// Opens the present generation for a writer that adds no articles. The lock is held.
  static func withUpdater<Result>(
    of layout: IndexLayout, _ body: (IndexUpdater) throws(NewsIndexError) -> Result
  ) throws(NewsIndexError) -> Result {
    guard let generation = layout.currentGeneration else { throw .noIndex(at: layout.directory) }
    let updater = try IndexUpdater(layout: layout, generation: generation, definition: 0, ordinals: OrdinalAllocator())
    let result = try body(updater)
    try updater.close()
    return result
  }

  /// Ids of the articles of every file for which a condition holds.
  func articles(ofFiles condition: (String) -> Bool) throws(NewsIndexError) -> [String] {
    var ids: [String] = []
    var start = ""
    let limit = 10_000
    while true {
      let page = try fileTerms(from: start, limit: limit)
      for term in page where term != start {
        // A long path is cut in the term and whole in the record.
        if term.utf8.count <= 180, !condition(String(term.dropFirst())) { continue }
        for annotated in try storedArticles(ofFile: term) where condition(annotated.article.source) {
          ids.append(annotated.article.id)
        }
      }
      guard page.count == limit, let last = page.last else { return ids }
      start = last
    }
  }
}
