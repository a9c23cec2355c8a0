import TextAnalysis

/// A table of `Index/` as it is written: read, checked, its keys folded, not yet compiled.
///
/// A line that begins with `#` is a comment. The comments before the first item are the header; in it stand
///
///     # source: where the items come from
///     # licence: under which terms
///     # curation: which items belong here
///     # columns: key country population
///     # keys: folded            (or: exact)
///     # order: written          (only where the order means something; else the items are sorted)
///
/// Every other line is an item: its columns parted by tabs, those missing at the end empty.
struct TableSource {
  struct Row {
    var line: Int
    var key: [UInt8]
    var columns: [[UInt8]]
  }

  var name: String
  var columns: [String]
  var foldsKeys: Bool
  var rows: [Row] = []
  private(set) var problems: [DefinitionProblem] = []

  private let file: String
  private var isSorted = true

  static let requiredFields = ["source", "licence", "curation", "columns", "keys"]

  /// - Parameter file: As it stands in messages: `Index/titles.tsv`.
  init(name: String, file: String, bytes: [UInt8]) {
    self.name = name
    self.file = file
    columns = []
    foldsKeys = false
    guard let text = String(validating: bytes, as: UTF8.self) else {
      report(Self.lineOfInvalidUTF8(bytes), "not UTF-8")
      return
    }
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let header = readHeader(lines)
    for (index, line) in lines.enumerated().dropFirst(header) where !line.isEmpty {
      if line.first != UInt8(ascii: "#") { readItem(Array(line), line: index + 1) }
    }
    if isSorted { checkOrder() }
    checkDuplicates()
  }

  private mutating func report(_ line: Int?, _ what: String) {
    problems.append(DefinitionProblem(file: file, line: line, what: what))
  }

  private static func lineOfInvalidUTF8(_ bytes: [UInt8]) -> Int? {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
  }

  /// - Returns: How many lines the header has.
  private mutating func readHeader(_ lines: [Substring.UTF8View]) -> Int {
    var fields: [String: (value: String, line: Int)] = [:]
    let end = lines.firstIndex { !$0.isEmpty && $0.first != UInt8(ascii: "#") } ?? lines.count
    for (index, line) in lines[..<end].enumerated() {
      guard let text = String(line), let colon = text.firstIndex(of: ":") else { continue }
      let name = text[..<colon].drop { $0 == "#" || $0 == " " }
      let value = text[text.index(after: colon)...].drop { $0 == " " }
      if fields[String(name)] == nil { fields[String(name)] = (String(value), index + 1) }
    }
    for field in Self.requiredFields where fields[field]?.value.isEmpty ?? true {
      report(1, "the header has no \"# \(field): ...\"; see Index/README.md")
    }
    if let field = fields["columns"] { columns = field.value.split(separator: " ").map(String.init) }
    if let field = fields["keys"] {
      foldsKeys = field.value == "folded"
      if !["folded", "exact"].contains(field.value) {
        report(field.line, "keys are \"folded\" or \"exact\", not \"\(field.value)\"")
      }
    }
    if let field = fields["order"] {
      isSorted = field.value == "sorted"
      if !["sorted", "written"].contains(field.value) {
        report(field.line, "the order is \"sorted\" or \"written\", not \"\(field.value)\"")
      }
    }
    return end
  }

  private mutating func readItem(_ bytes: [UInt8], line: Int) {
    if bytes.last == UInt8(ascii: "\r") { return report(line, "ends with a carriage return") }
    var cells = bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map(Array.init)
    if let cell = cells.first(where: { $0.first == 0x20 || $0.last == 0x20 }) {
      return report(line, "a space at the end of \"\(String(decoding: cell, as: UTF8.self))\"")
    }
    if cells[0].isEmpty { return report(line, "no key") }
    if columns.isEmpty { return }
    if cells.count > columns.count {
      return report(line, "\(cells.count) columns where the header names \(columns.count)")
    }
    while cells.count < columns.count { cells.append([]) }
    var key = cells[0]
    if foldsKeys { key = cells[0].withUnsafeBufferPointer(Self.folded) }
    if key.isEmpty { return report(line, "nothing is left of the key when it is folded") }
    rows.append(Row(line: line, key: key, columns: cells))
  }

  private static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    Folding.fold(utf8: bytes, into: &folded)
    return folded
  }

  private mutating func checkOrder() {
    for (row, next) in zip(rows, rows.dropFirst()) where next.key.lexicographicallyPrecedes(row.key) {
      let key = String(decoding: next.columns[0], as: UTF8.self)
      report(next.line, "\"\(key)\" is out of order; `Scripts/compile-index --sort` sorts the tables")
      return
    }
  }

  private mutating func checkDuplicates() {
    var lines: [[[UInt8]]: Int] = [:]
    for row in rows {
      if let line = lines[row.columns] {
        report(row.line, "the same as line \(line)")
      } else {
        lines[row.columns] = row.line
      }
    }
  }
}

extension TableSource {
  /// The file with its items in the order of their keys; comments behind the header stay with the item below them.
  ///
  /// - Returns: `nil` where the order is that of the file, or is right already.
  static func sorted(_ bytes: [UInt8]) -> [UInt8]? {
    let source = TableSource(name: "", file: "", bytes: bytes)
    guard source.isSorted, !source.rows.isEmpty else { return nil }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let keys = Dictionary(source.rows.map { ($0.line, $0.key) }, uniquingKeysWith: { first, _ in first })
    let header = lines.prefix { $0.isEmpty || $0.first == UInt8(ascii: "#") }
    var items: [(key: [UInt8], item: ArraySlice<UInt8>, lines: [ArraySlice<UInt8>])] = []
    var pending: [ArraySlice<UInt8>] = []
    for (index, line) in lines.enumerated().dropFirst(header.count) where !line.isEmpty {
      pending.append(line)
      guard line.first != UInt8(ascii: "#") else { continue }
      items.append((keys[index + 1] ?? Array(line), line, pending))
      pending = []
    }
    items.sort { left, right in
      if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
      return left.item.lexicographicallyPrecedes(right.item)
    }
    let all = Array(header) + items.flatMap(\.lines) + pending + [[]]
    let result = Array(all.joined(separator: [UInt8(ascii: "\n")]))
    return result == bytes ? nil : result
  }
}
