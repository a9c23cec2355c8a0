import NewsIndex

// `remove`: which articles went, or would go.

extension Renderer {
  /// - Parameter isDryRun: Nothing was removed.
  public func removal(_ ids: [String], isDryRun: Bool) -> [UInt8] {
    bytes(
      text: {
        let verb = isDryRun ? "would be removed" : "removed"
        return (isDryRun ? ids.map { style.safe($0) } : []) + ["\(Counted.text(ids.count, "article")) \(verb)"]
      },
      json: {
        $0.object {
          $0.field("schemaVersion", ArticleJSON.schemaVersion)
          $0.field("removed", isDryRun ? 0 : ids.count)
          $0.field("dryRun", isDryRun)
          $0.field("articles", ids)
        }
        $0.endLine()
      },
      columns: ["article"],
      rows: { ids.map { [$0] } })
  }
}
