import TextAnalysis

/// Writes rows of texts as CSV or TSV.
///
/// CSV follows RFC 4180 but for the line ends, which are line feeds: a cell with a comma, a quotation mark or a line
/// break stands in quotation marks. TSV has no quoting: tab, line feed, carriage return and backslash are written as
/// `\t`, `\n`, `\r`, `\\`, so that a row is a line.
public struct DelimitedWriter: Sendable {
  public enum Dialect: Sendable { case csv, tsv }

  public let dialect: Dialect
  /// Control characters become visible: for output that goes to a terminal. A file gets the text as it is.
  public let isForTerminal: Bool
  public private(set) var bytes: [UInt8] = []

  public init(_ dialect: Dialect, isForTerminal: Bool = false) {
    self.dialect = dialect
    self.isForTerminal = isForTerminal
  }

  public mutating func row(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(dialect == .csv ? UInt8(ascii: ",") : UInt8(ascii: "\t")) }
      append(isForTerminal ? ControlCharacters.visible(cell, keepingLines: true) : cell)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ cell: String) {
    switch dialect {
    case .csv: appendCSV(cell)
    case .tsv: appendTSV(cell)
    }
  }

  private mutating func appendCSV(_ cell: String) {
    let quote = UInt8(ascii: "\"")
    let needsQuotes = cell.utf8.contains { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return bytes.append(contentsOf: cell.utf8) }
    bytes.append(quote)
    for byte in cell.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  private mutating func appendTSV(_ cell: String) {
    for byte in cell.utf8 {
      switch byte {
      case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
      case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
      case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
      default: bytes.append(byte)
      }
    }
  }
}
