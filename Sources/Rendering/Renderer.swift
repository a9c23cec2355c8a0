/// The formats of `--format`.
public enum OutputFormat: String, Hashable, Sendable, CaseIterable { case text, jsonl, csv, tsv }

/// Turns results into bytes for standard output. Each kind of result has an extension in a file of its own.
///
/// Rendering reads nothing and decides nothing: the same result in the same format and style gives the same bytes.
public struct Renderer: Hashable, Sendable {
  public var format: OutputFormat
  public var style: TextStyle
  /// Control characters are made visible in CSV and TSV too; in text they always are, and JSON escapes them.
  public var isForTerminal: Bool
  /// The names of the columns come first in CSV and TSV; left out where a table goes on.
  public var hasHeader = true
  /// The shards that did not answer where `--partial` lets the others; every object of JSON names them.
  public var missingShards: [String] = []

  public init(format: OutputFormat = .text, style: TextStyle = TextStyle(), isForTerminal: Bool = false) {
    self.format = format
    self.style = style
    self.isForTerminal = isForTerminal
  }

  /// For the rest of a table.
  public var withoutHeader: Renderer {
    var renderer = self
    renderer.hasHeader = false
    return renderer
  }

  /// The result in the format asked for; whichever is not asked for is not made.
  func bytes(
    text: () -> [String], json: (inout JSONWriter) -> Void, columns: [String], rows: () -> [[String]]
  ) -> [UInt8] {
    switch format {
    case .text: return Self.lines(text())
    case .jsonl:
      var writer = JSONWriter()
      writer.missingShards = missingShards
      json(&writer)
      return writer.bytes
    case .csv: return table(.csv, columns, rows())
    case .tsv: return table(.tsv, columns, rows())
    }
  }

  static func lines(_ lines: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in lines {
      bytes.append(contentsOf: line.utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  private func table(_ dialect: DelimitedWriter.Dialect, _ columns: [String], _ rows: [[String]]) -> [UInt8] {
    var writer = DelimitedWriter(dialect, isForTerminal: isForTerminal)
    if hasHeader { writer.row(columns) }
    for row in rows { writer.row(row) }
    return writer.bytes
  }
}
