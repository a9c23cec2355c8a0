/// Writes a table as `DefinitionLayout` describes it.
struct TableEncoder {
  private let table: TableSource
  private var writer: BlobWriter
  /// Where the table begins in the blob.
  private let base: Int

  /// Appends a table to the blob.
  static func encode(_ table: TableSource, into writer: inout BlobWriter) {
    var encoder = TableEncoder(table: table, writer: writer, base: writer.bytes.count)
    encoder.encode()
    writer = encoder.writer
  }

  private mutating func encode() {
    let slots = slotTable()
    let names = Array(table.columns.joined(separator: "\t").utf8)
    let firstSlot = base + DefinitionLayout.tableHeaderLength
    let firstRow = firstSlot + slots.count * DefinitionLayout.slotLength
    let strings = firstRow + table.rows.count * DefinitionLayout.rowLength(columns: table.columns.count)
    for number in [table.rows.count, table.columns.count, slots.count, longestKey] { writer.append(number) }
    writer.append(table.foldsKeys ? DefinitionLayout.Flags.foldedKeys : 0)
    for number in [strings, strings + names.count, firstSlot, firstRow] { writer.append(number) }
    for slot in slots {
      writer.append(slot.hash)
      writer.append(slot.content)
    }
    appendRows(strings: strings + names.count)
    writer.bytes += names
    for row in table.rows {
      writer.bytes += row.key
      for column in row.columns { writer.bytes += column }
    }
    writer.align(to: 16)
  }

  private mutating func appendRows(strings: Int) {
    let next = nextOfSameKey()
    var offset = strings
    for (index, row) in table.rows.enumerated() {
      writer.append(row.line)
      writer.append(next[index])
      writer.append(offset)
      offset += row.key.count
      for column in row.columns {
        writer.append(offset)
        offset += column.count
      }
      writer.append(offset)
    }
  }

  /// For every row the number of the next one with its key, plus 1; 0 for the last.
  private func nextOfSameKey() -> [Int] {
    var next = [Int](repeating: 0, count: table.rows.count)
    var following: [[UInt8]: Int] = [:]
    for index in table.rows.indices.reversed() {
      next[index] = following.updateValue(index + 1, forKey: table.rows[index].key) ?? 0
    }
    return next
  }

  private var longestKey: Int {
    table.rows.map { $0.key.count { $0 == 0x20 } + 1 }.max() ?? 0
  }

  private struct Slot {
    var hash: UInt32 = 0
    var content: UInt32 = 0
  }

  private func slotTable() -> [Slot] {
    var firstRows: [[UInt8]: Int] = [:]
    var keys: [[UInt8]] = []
    var beginnings: Set<[UInt8]> = []
    for (index, row) in table.rows.enumerated() where firstRows[row.key] == nil {
      firstRows[row.key] = index
      keys.append(row.key)
      for space in row.key.indices where row.key[space] == 0x20 { beginnings.insert(Array(row.key[..<space])) }
    }
    keys += beginnings.filter { firstRows[$0] == nil }.sorted { $0.lexicographicallyPrecedes($1) }
    var count = 1
    while count < keys.count * 2 { count *= 2 }
    var slots = [Slot](repeating: Slot(), count: count)
    for key in keys {
      let hash = key.withUnsafeBufferPointer { LexiconHash($0).value }
      let row = firstRows[key].map { UInt32($0 + 1) } ?? 0
      var place = Int(hash) & (count - 1)
      while slots[place].content != 0 { place = (place + 1) & (count - 1) }
      slots[place] = Slot(
        hash: hash, content: row | (beginnings.contains(key) ? DefinitionLayout.continues : 0))
    }
    return slots
  }
}
