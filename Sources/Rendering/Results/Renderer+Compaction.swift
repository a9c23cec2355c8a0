// `compact`: the size before and after.

extension Renderer {
  public func compaction(_ directory: String, before: Int, after: Int) -> [UInt8] {
    bytes(
      text: { ["\(style.safe(directory)): \(Counted.bytes(before)) before, \(Counted.bytes(after)) now"] },
      json: {
        $0.object {
          $0.field("schemaVersion", ArticleJSON.schemaVersion)
          $0.field("directory", directory)
          $0.field("bytesBefore", before)
          $0.field("bytes", after)
        }
        $0.endLine()
      },
      columns: ["directory", "before", "after"],
      rows: { [[directory, String(before), String(after)]] })
  }
}
