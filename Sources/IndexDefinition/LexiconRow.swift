/// An item of a table.
public struct LexiconRow: Sendable {
  let table: LexiconTable
  /// In the order of the file, from 0.
  public let index: Int
  /// The row where it lies, without an owner; valid as long as the definition.
  public let cells: LexiconCells

  init(table: LexiconTable, index: Int, cells: LexiconCells) {
    self.table = table
    self.index = index
    self.cells = cells
  }

  /// As it is looked up: folded where the table folds its keys. `self[0]` is the key as written.
  public var key: String { String(decoding: keyBytes, as: UTF8.self) }

  /// The bytes of `key`, valid as long as the definition.
  public var keyBytes: UnsafeBufferPointer<UInt8> { cells.keyBytes }

  /// A column as written, the key being column 0; empty where the file has nothing there.
  public subscript(column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// A column by its name in the header; empty where the table has no such column.
  public subscript(name: String) -> String { table.column(name).map { self[$0] } ?? "" }

  /// The bytes of a column, valid as long as the definition; empty where the table has no such column, as a table of
  /// somebody's own may.
  public func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> { cells.bytes(column) }

  /// A column as a whole number; `nil` where it is none.
  public func int(_ column: Int) -> Int? { Int(self[column]) }

  /// Where it stands in its file, from 1.
  public var line: Int { cells.number(0) }

  /// The next row of the same key.
  public var next: LexiconRow? {
    let number = cells.number(4)
    return number == 0 ? nil : table.row(at: number - 1)
  }
}
