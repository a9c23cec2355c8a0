/// Changes that become visible together: one commit a database.
struct UpdateBatch: Sendable {
  /// An article with its documents.
  struct Addition: Sendable {
    var built: BuiltArticle
    /// For the stems.
    var language: String
    var words: ByteInterner
  }

  var additions: [Addition] = []
  /// Ids of articles to forget.
  var removals: [String] = []

  var isEmpty: Bool { additions.isEmpty && removals.isEmpty }
}
