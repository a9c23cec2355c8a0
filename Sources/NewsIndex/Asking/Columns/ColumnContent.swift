import FileAccess
import XapianStore

/// What a file of derived sections holds.
enum ColumnContent: String, CaseIterable {
  /// See `ColumnDerivation`.
  case columns
  /// See `WordList`; of articles alone.
  case words
  /// How many words each document has: apart, since every ranked question needs them, and made in a moment.
  case lengths
}

extension ColumnSource {
  /// - Parameter path: The folder of the database, `nil` where it is remote; the file lies beside it:
  ///   `gen-3/statements.columns`.
  convenience init(_ content: ColumnContent, _ unit: IndexUnit, _ database: StoreDatabase, path: String?) throws {
    try self.init(database, "\(content.rawValue) \(unit.rawValue)", path: path.map { "\($0).\(content.rawValue)" }) {
      switch content {
      case .columns:
        // Documents stay where they are; what a server has besides is the names.
        if path == nil { return try ColumnDerivation.namesBuilder(database) }
        return try ColumnDerivation.builder(database, unit)
      case .words:
        return try WordList.builder(database, isRemote: path == nil)
      case .lengths:
        var builder = ColumnImage.Builder()
        builder.add(ColumnKey.lengths, try database.lengths())
        return builder
      }
    }
  }
}

/// A number of each document of a unit.
struct DocumentNumbers {
  private let shards: [NumberColumn]
  /// Of each shard what its numbers stand for; none where they stand for themselves.
  private let values: [NumberColumn]
  /// Document numbers are below it.
  let limit: Int

  init(shards: [NumberColumn], values: [NumberColumn] = [], limit: Int) {
    (self.shards, self.values, self.limit) = (shards, values, limit)
  }

  /// 0 where a document has no value.
  subscript(document: UInt32) -> UInt64 {
    guard document > 0 else { return 0 }
    let count = UInt32(shards.count)
    let local = count == 1 ? document : (document - 1) / count + 1
    let shard = Int((document - 1) % count)
    let number = shards[shard][Int(local)]
    return UInt64(bitPattern: Int64(values.isEmpty ? number : values[shard][number]))
  }
}
