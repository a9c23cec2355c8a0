import XapianStore

extension IndexLayout {
  /// Derives what questions need of a finished generation, so that the first of them doesn't wait for it, nor every one
  /// where the folder can't be written by who asks.
  ///
  /// A failure does no harm: a question makes what is missing. Updates leave it to the next question, since an index of
  /// millions would take longer for its columns than for a hundred articles.
  func writeColumns(generation: Int) {
    for unit in IndexUnit.allCases {
      let path = path(generation: generation, unit)
      guard let database = try? StoreDatabase(path: path) else { continue }
      for content in ColumnContent.allCases where content != .words || unit == .article {
        try? ColumnSource(content, unit, database, path: path).write()
      }
    }
  }
}
