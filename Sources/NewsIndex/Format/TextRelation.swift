import ArticleModel

/// What the places and names of an article are written by: a place by its distance from the one before, a name that
/// stands in the text just so by a zero. It makes the records of news a tenth smaller, packed.
///
/// Writer and reader go through the same places in the same order. Where there is no text, as in a line of a dump, every
/// name is written out.
struct TextRelation {
  private let text: [UInt8]
  /// Where the last place began.
  private(set) var last = 0

  init(_ text: String) {
    self.text = Array(text.utf8)
  }

  /// Goes on from another place.
  mutating func move(to place: Int) { last = place }

  mutating func write(_ span: TextSpan, to writer: inout RecordWriter) {
    (span.start &- last).encode(to: &writer)
    span.length.encode(to: &writer)
    last = span.start
  }

  mutating func readSpan(from reader: inout RecordReader) throws(RecordError) -> TextSpan {
    let start = last &+ (try Int(from: &reader))
    let (end, overflow) = start.addingReportingOverflow(try Int(from: &reader))
    if overflow { throw reader.error("a span out of bounds") }
    last = start
    return TextSpan(start, end)
  }

  mutating func write(_ span: TextSpan?, to writer: inout RecordWriter) {
    writer.append(byte: span == nil ? 0 : 1)
    if let span { write(span, to: &writer) }
  }

  mutating func readOptionalSpan(from reader: inout RecordReader) throws(RecordError) -> TextSpan? {
    try reader.isThere() ? try readSpan(from: &reader) : nil
  }

  /// A text beside the one that it mostly is: 0 for that, else its length and 1, and the text.
  func write(_ string: String, mostly other: String?, to writer: inout RecordWriter) {
    if string == other { return writer.append(0) }
    writer.append(UInt64(string.utf8.count) + 1)
    writer.append(contentsOf: Array(string.utf8))
  }

  func readString(mostly other: @autoclosure () -> String?, from reader: inout RecordReader) throws(RecordError)
    -> String
  {
    let length = try reader.number()
    if length == 0 {
      guard let other = other() else { throw reader.error("a name that stands nowhere") }
      return other
    }
    guard length - 1 <= UInt64(reader.remaining) else { throw reader.error("breaks off") }
    return String(decoding: try reader.bytes(Int(length) - 1), as: UTF8.self)
  }

  /// What stands at a place; `nil` for a place outside of the text, or inside of a scalar.
  func text(at span: TextSpan?) -> String? {
    guard let span, span.start >= 0, span.start < span.end, span.end <= text.count else { return nil }
    return String(validating: text[span.start..<span.end], as: UTF8.self)
  }
}

extension RecordWriter {
  /// A share, which mostly has four decimals: those and 1, else 0 and all eight bytes.
  mutating func append(share: Double) {
    let decimals = (share * 10_000).rounded()
    if decimals >= 0, decimals <= 10_000, decimals / 10_000 == share, share.sign == .plus {
      append(UInt64(decimals) + 1)
    } else {
      append(0)
      share.encode(to: &self)
    }
  }
}

extension RecordReader {
  mutating func share() throws(RecordError) -> Double {
    let decimals = try number()
    return decimals == 0 ? try Double(from: &self) : Double(decimals - 1) / 10_000
  }
}
