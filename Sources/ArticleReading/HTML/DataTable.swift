/// Tells tables of data, such as results and prices, from tables that lay out a page.
///
/// A row of the first is one block, so that what belongs together stays together; cells of the second are blocks like any
/// other.
struct DataTable {
  /// In bytes: longer cells hold text.
  private static let longestCell = 160
  /// In bytes.
  private static let usualCell = 40
  /// What no cell of data holds.
  private static let foreign: Set<Tag> = [
    .table, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .form, .input, .button, .blockquote, .article, .section, .iframe,
    .figure, .hr,
  ]

  private let tree: MarkupTree
  /// Cells with something in them, and the bytes in all of them.
  private var (cells, letters) = (0, 0)
  private var (rows, wideRows) = (0, 0)
  private var (cellsOfRow, bytesOfCell) = (0, 0)
  private var isInCell = false

  /// The tables of data of a page.
  static func nodes(_ tree: MarkupTree) -> Set<Int> {
    Set((0..<tree.count).filter { tree.tag($0) == .table && DataTable(tree).isData($0) })
  }

  private init(_ tree: MarkupTree) { self.tree = tree }

  /// Stops at the first thing that no such table holds, so that tables inside tables cost no more than one.
  private func isData(_ table: Int) -> Bool {
    var counts = self
    for node in (table + 1)..<max(table + 1, tree.end(table)) {
      guard counts.take(node) else { return false }
    }
    guard counts.closeRow() else { return false }
    return counts.wideRows >= 2 && counts.wideRows * 3 >= counts.rows * 2
      && counts.letters <= counts.cells * Self.usualCell
  }

  /// `false` where the node shows that the table holds no data.
  private mutating func take(_ node: Int) -> Bool {
    guard !tree.isText(node) else {
      if isInCell { bytesOfCell += tree.bytes(node).count { !isSpace($0) } }
      return bytesOfCell <= Self.longestCell
    }
    guard let tag = tree.tag(node) else { return true }
    switch tag {
    case .tr: return closeRow()
    case .td, .th:
      let isShort = closeCell()
      isInCell = true
      return isShort
    default: return !Self.foreign.contains(tag)
    }
  }

  private mutating func closeCell() -> Bool {
    if bytesOfCell > 0 {
      cells += 1
      cellsOfRow += 1
      letters += bytesOfCell
    }
    defer { (bytesOfCell, isInCell) = (0, false) }
    return bytesOfCell <= Self.longestCell
  }

  private mutating func closeRow() -> Bool {
    let isShort = closeCell()
    if cellsOfRow > 0 { rows += 1 }
    if cellsOfRow > 1 { wideRows += 1 }
    cellsOfRow = 0
    return isShort
  }
}
