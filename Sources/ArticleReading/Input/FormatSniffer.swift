/// Tells what an input holds from its first bytes and its name.
///
/// The content decides where it is plain; the name decides between formats that look alike (Markdown and text).
enum FormatSniffer {
  /// The bytes that `format` wants to see, if there are so many.
  static let window = 4096

  enum Finding: Hashable {
    case format(ReadingOptions.Format)
    /// One JSON document over several lines, not a line each.
    case jsonDocument
    /// Bytes that are no text of any kind; the word says which, such as `a PDF document`.
    case binary(String)
    /// The parts of a saved page and the like: pictures, styles, scripts.
    case accessory
    /// Text that is no article by its name: tables, settings, programs. Read only where the user names the file.
    case data
  }

  static func finding(name: String, start: [UInt8]) -> Finding {
    let ending = Self.ending(of: name)
    if accessories.contains(ending) { return .accessory }
    if data.contains(ending) { return isBinary(start) ? .binary("binary data") : .data }
    if let kind = magic(start) { return .binary(kind) }
    if let format = byContent(start, ending: ending) { return format }
    if isBinary(start) { return .binary("binary data") }
    return .format(byName(ending) ?? .text)
  }

  /// In lower case, without `.gz`: `html` of `Page.HTML.gz`.
  static func ending(of name: String) -> String {
    var parts = name.split(separator: ".").map { $0.lowercased() }
    if parts.count > 1, parts.last == "gz" { parts.removeLast() }
    return parts.count > 1 ? parts[parts.count - 1] : ""
  }

  private static func byName(_ ending: String) -> ReadingOptions.Format? {
    switch ending {
    case "md", "markdown": return .markdown
    case "html", "htm", "xhtml", "shtml": return .html
    case "jsonl", "ndjson", "json": return .jsonl
    case "rss", "atom", "rdf": return .feed
    case "eml", "mht", "mhtml": return .mail
    case "warc": return .warc
    default: return nil
    }
  }

  private static func byContent(_ start: [UInt8], ending: String) -> Finding? {
    let text = lowercased(start)
    if text.starts(with: "warc/1.".utf8) || text.starts(with: "warc/0.".utf8) { return .format(.warc) }
    switch text.first {
    case UInt8(ascii: "{"): return json(start, ending: ending)
    case UInt8(ascii: "["): return ending == "json" || startsArrayOfObjects(text) ? .jsonDocument : nil
    case UInt8(ascii: "<"): return markup(text, ending: ending).map { .format($0) }
    default: return byName(ending) == .mail || startsLikeMail(text, ending: ending) ? .format(.mail) : nil
    }
  }

  private static func startsArrayOfObjects(_ text: ArraySlice<UInt8>) -> Bool {
    text.dropFirst().first { !isSpace($0) } == UInt8(ascii: "{")
  }

  /// A document over several lines begins with a line that holds no whole object.
  private static func json(_ start: [UInt8], ending: String) -> Finding? {
    let line = start.prefix { $0 != 0x0A }
    let isWhole = line.count == start.count || line.last { !isSpace($0) } == UInt8(ascii: "}")
    if ending == "jsonl" || ending == "ndjson" || isWhole { return .format(.jsonl) }
    let second = start[line.endIndex...].first { !isSpace($0) }
    let begun = line.count { $0 == UInt8(ascii: "\"") } == 0 || ending == "json"
    return begun && (second == UInt8(ascii: "\"") || second == UInt8(ascii: "}")) || ending == "json"
      ? .jsonDocument : nil
  }

  /// Whether a line holds a whole object of JSON: of standard input, where JSON Lines are expected, a first line that is
  /// none is one wrong line among others.
  static func holdsJSONLine(_ start: [UInt8]) -> Bool {
    start.split(separator: 0x0A).contains { line in
      line.starts(with: "{\"".utf8) && line.last { !isSpace($0) } == UInt8(ascii: "}")
    }
  }

  private static func markup(_ text: ArraySlice<UInt8>, ending: String) -> ReadingOptions.Format? {
    func contains(_ tag: String) -> Bool { find(tag, in: text) != nil }
    if contains("<html") || contains("<!doctype html") || contains("<head") || contains("<body") { return .html }
    if contains("<rss") || contains("<feed") || contains("<rdf:rdf") { return .feed }
    if byName(ending) != nil { return nil }
    return contains("<p>") || contains("<div") || contains("<article") || contains("<meta") ? .html : nil
  }

  /// Two header lines of mail or more, one of them From, Date, Subject or Received.
  private static func startsLikeMail(_ text: ArraySlice<UInt8>, ending: String) -> Bool {
    guard byName(ending) == nil else { return false }
    let wanted = ["from", "date", "subject", "received", "return-path", "message-id", "mime-version", "delivered-to"]
    var found = 0
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(6) {
      if line.first == 0x20 || line.first == 0x09 { continue }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { break }
      if wanted.contains(String(decoding: line[..<colon], as: UTF8.self)) { found += 1 }
    }
    return found >= 3
  }

  // MARK: Bytes

  /// Without a byte order mark and leading white space.
  private static func lowercased(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let lower = bytes[start...].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    return lower.drop(while: isSpace)
  }

  private static func magic(_ start: [UInt8]) -> String? {
    let kinds: [([UInt8], String)] = [
      (Array("%PDF-".utf8), "a PDF document"), ([0x50, 0x4B, 3, 4], "a ZIP archive or an office document"),
      ([0x89, 0x50, 0x4E, 0x47], "a picture"), ([0xFF, 0xD8, 0xFF], "a picture"), (Array("GIF8".utf8), "a picture"),
      ([0x7F, 0x45, 0x4C, 0x46], "a program"), ([0xD0, 0xCF, 0x11, 0xE0], "an office document"),
      (Array("{\\rtf".utf8), "an RTF document"), ([0xFD, 0x37, 0x7A, 0x58], "xz data"),
      (Array("BZh".utf8), "bzip2 data"),
      ([0x28, 0xB5, 0x2F, 0xFD], "zstd data"), (Array("SQLite format 3".utf8), "an SQLite database"),
    ]
    return kinds.first { start.starts(with: $0.0) }?.1
  }

  /// NUL bytes without the byte order mark or the regular pattern of UTF-16, or many control characters.
  private static func isBinary(_ start: [UInt8]) -> Bool {
    if TextDecoding.hasWideMark(start) || TextDecoding.looksLikeUTF16(start) != nil { return false }
    let controls = start.count { $0 < 0x20 && !isSpace($0) && $0 != 0x1B }
    return start.contains(0) || controls * 20 > start.count
  }

  private static let data: Set<String> = [
    "csv", "tsv", "yaml", "yml", "toml", "ini", "log", "sql", "py", "sh", "swift", "c", "h", "xsl", "xsd", "dtd", "bib",
  ]

  private static let accessories: Set<String> = [
    "css", "js", "mjs", "map", "png", "jpg", "jpeg", "gif", "webp", "svg", "ico", "avif", "bmp", "tif", "tiff", "woff",
    "woff2", "ttf", "otf", "eot", "mp3", "mp4", "m4a", "m4v", "webm", "mov", "avi", "ogg", "wav",
  ]
}

/// ASCII white space.
@inline(__always)
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

/// The offset at which an ASCII string first stands in bytes.
func find(_ needle: String, in bytes: ArraySlice<UInt8>) -> Int? {
  let needle = Array(needle.utf8)
  guard let first = needle.first, bytes.count >= needle.count else { return nil }
  var index = bytes.startIndex
  while index <= bytes.endIndex - needle.count {
    guard let hit = bytes[index...].firstIndex(of: first), hit <= bytes.endIndex - needle.count else { return nil }
    if bytes[hit..<hit + needle.count].elementsEqual(needle) { return hit }
    index = hit + 1
  }
  return nil
}
