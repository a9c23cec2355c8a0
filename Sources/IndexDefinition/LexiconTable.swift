/// A table of a definition: a hash table used where it lies.
///
/// A key is looked up as it was compiled: folded with `Folding` where `foldsKeys`, else as written. Keys of several words
/// have one space between them.
///
///     let verbs = definition.table("speech-verbs")
///     verbs.row("said")?["lemma"]      ->  "say"
public struct LexiconTable: Sendable {
  /// Where the table lies, shared by its copies and its rows: a row is made for every look-up.
  private final class Layout: Sendable {
    let name: String
    let blob: DefinitionBlob
    let count: Int
    let longestKeyWords: Int
    let foldsKeys: Bool
    let columnCount: Int
    let slotMask: Int
    let firstSlot: Int
    let firstRow: Int
    let rowLength: Int
    let columnNames: (start: Int, end: Int)

    /// An empty one.
    init(name: String, blob: DefinitionBlob) {
      self.name = name
      self.blob = blob
      (count, longestKeyWords, columnCount, slotMask, firstSlot, firstRow, rowLength) = (0, 0, 0, -1, 0, 0, 0)
      foldsKeys = false
      columnNames = (0, 0)
    }

    init(name: String, blob: DefinitionBlob, offset: Int) {
      self.name = name
      self.blob = blob
      count = blob.number(at: offset)
      columnCount = blob.number(at: offset + 4)
      slotMask = blob.number(at: offset + 8) - 1
      longestKeyWords = blob.number(at: offset + 12)
      foldsKeys = blob.number(at: offset + 16) & Int(DefinitionLayout.Flags.foldedKeys) != 0
      columnNames = (blob.number(at: offset + 20), blob.number(at: offset + 24))
      firstSlot = blob.number(at: offset + 28)
      firstRow = blob.number(at: offset + 32)
      rowLength = DefinitionLayout.rowLength(columns: columnCount)
    }
  }

  private let layout: Layout

  public var name: String { layout.name }
  public var count: Int { layout.count }
  /// In words; 0 for an empty table.
  public var longestKeyWords: Int { layout.longestKeyWords }
  public var foldsKeys: Bool { layout.foldsKeys }
  public var columnCount: Int { layout.columnCount }
  var blob: DefinitionBlob { layout.blob }

  /// An empty one.
  init(name: String, blob: DefinitionBlob) { layout = Layout(name: name, blob: blob) }

  init(name: String, blob: DefinitionBlob, offset: Int) { layout = Layout(name: name, blob: blob, offset: offset) }

  /// The names of the columns; that of the key is the first.
  public var columns: [String] {
    blob.text(layout.columnNames.start, layout.columnNames.end).split(separator: "\t").map(String.init)
  }

  /// The number of a column, for use with rows in hot code.
  public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// All rows, in the order of the file.
  public var rows: some RandomAccessCollection<LexiconRow> { (0..<count).lazy.map { row(at: $0) } }

  public func row(at index: Int) -> LexiconRow {
    precondition(index >= 0 && index < count, "a table has no row outside 0..<count")
    return LexiconRow(table: self, index: index, cells: cells(at: index))
  }

  private func cells(at index: Int) -> LexiconCells {
    LexiconCells(blob.bytes, offset: layout.firstRow + index * layout.rowLength, columnCount: columnCount)
  }

  /// Calls `body` with every row, in the order of the file: without the owner that each of `rows` holds.
  public func forEachRow(_ body: (LexiconCells) -> Void) {
    for index in 0..<count { body(cells(at: index)) }
  }

  /// The first row of a key.
  public func row(_ key: UnsafeBufferPointer<UInt8>) -> LexiconRow? {
    probe(key, hash: LexiconHash(key)).row
  }

  /// The first row of a key; the key is taken as it is, not folded.
  public func row(_ key: String) -> LexiconRow? {
    var key = key
    return key.withUTF8 { row($0) }
  }

  public func contains(_ key: UnsafeBufferPointer<UInt8>) -> Bool { row(key) != nil }
  public func contains(_ key: String) -> Bool { row(key) != nil }

  /// All rows of a key, in the order of the file.
  public func rows(_ key: UnsafeBufferPointer<UInt8>) -> [LexiconRow] {
    Array(sequence(first: row(key), next: { $0?.next }).prefix { $0 != nil }.compactMap { $0 })
  }

  public func rows(_ key: String) -> [LexiconRow] {
    var key = key
    return key.withUTF8 { rows($0) }
  }

  /// Looks a key up whose hash is known, and says whether a longer one begins with it.
  ///
  /// For the longest match over the words of a text: as long as `continues`, append a space and the next word to the
  /// hash and probe again. `continues` rests on the hash alone, so it may rarely be true in vain; `row` is exact.
  public func probe(_ key: UnsafeBufferPointer<UInt8>, hash: LexiconHash) -> (row: LexiconRow?, continues: Bool) {
    probe(hash: hash) { $0.elementsEqual(key) }
  }

  /// As above, with the comparison left to the caller, who has the key only in pieces.
  ///
  /// - Parameter isKey: Called with the bytes of a key of the same hash.
  @inline(__always)
  public func probe(
    hash: LexiconHash, _ isKey: (UnsafeRawBufferPointer) -> Bool
  ) -> (row: LexiconRow?, continues: Bool) {
    let (blob, slotMask) = (layout.blob, layout.slotMask)
    guard slotMask >= 0 else { return (nil, false) }
    var place = Int(hash.value) & slotMask
    var continues = false
    while true {
      let slot = layout.firstSlot + place * DefinitionLayout.slotLength
      let content = UInt32(truncatingIfNeeded: blob.number(at: slot + 4))
      if content == 0 { return (nil, continues) }
      if blob.number(at: slot) == Int(hash.value) {
        let index = Int(content & ~DefinitionLayout.continues) - 1
        if content & DefinitionLayout.continues != 0 { continues = true }
        if index >= 0, isKey(keyBytes(index)) { return (row(at: index), continues) }
      }
      place = (place + 1) & slotMask
    }
  }

  /// Calls `body` with the hash of every key and of every beginning of one that ends in front of a space, in no order.
  ///
  /// For a filter over several tables, which spares most words of a text the look-ups.
  public func forEachHash(_ body: (LexiconHash) -> Void) {
    for place in 0..<layout.slotMask + 1 {
      let slot = layout.firstSlot + place * DefinitionLayout.slotLength
      if blob.number(at: slot + 4) != 0 { body(LexiconHash(value: UInt32(truncatingIfNeeded: blob.number(at: slot)))) }
    }
  }

  private func keyBytes(_ index: Int) -> UnsafeRawBufferPointer {
    let offset = layout.firstRow + index * layout.rowLength
    return UnsafeRawBufferPointer(rebasing: blob.bytes[blob.number(at: offset + 8)..<blob.number(at: offset + 12)])
  }
}
