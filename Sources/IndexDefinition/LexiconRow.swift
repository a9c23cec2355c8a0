/// An item of a table.
public struct LexiconRow: Sendable {
  let table: LexiconTable
  /// In the order of the file, from 0.
  public let index: Int
  private let offset: Int

  init(table: LexiconTable, index: Int, offset: Int) {
    self.table = table
    self.index = index
    self.offset = offset
  }

  /// As it is looked up: folded where the table folds its keys. `self[0]` is the key as written.
  public var key: String {
    table.blob.text(table.blob.number(at: offset + 8), table.blob.number(at: offset + 12))
  }

  /// The bytes of `key`, valid as long as the definition.
  public var keyBytes: UnsafeBufferPointer<UInt8> {
    let range = table.blob.number(at: offset + 8)..<table.blob.number(at: offset + 12)
    return UnsafeRawBufferPointer(rebasing: table.blob.bytes[range]).assumingMemoryBound(to: UInt8.self)
  }

  /// A column as written, the key being column 0; empty where the file has nothing there.
  public subscript(column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// A column by its name in the header; empty where the table has no such column.
  public subscript(name: String) -> String { table.column(name).map { self[$0] } ?? "" }

  /// The bytes of a column, valid as long as the definition; empty where the table has no such column, as a table of
  /// somebody's own may.
  public func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    guard column >= 0, column < table.columnCount else { return UnsafeBufferPointer(start: nil, count: 0) }
    let place = offset + 12 + column * 4
    let range = table.blob.number(at: place)..<table.blob.number(at: place + 4)
    return UnsafeRawBufferPointer(rebasing: table.blob.bytes[range]).assumingMemoryBound(to: UInt8.self)
  }

  /// A column as a whole number; `nil` where it is none.
  public func int(_ column: Int) -> Int? { Int(self[column]) }

  /// Where it stands in its file, from 1.
  public var line: Int { table.blob.number(at: offset) }

  /// The next row of the same key.
  public var next: LexiconRow? {
    let number = table.blob.number(at: offset + 4)
    return number == 0 ? nil : table.row(at: number - 1)
  }
}
