import ArticleModel

/// The lines of a text, and whether somebody broke them to a width.
struct LineTable {
  struct Line: Hashable {
    /// Without the line end and the white space at both sides; empty for a blank line.
    var span: TextSpan
    /// White space before the first character.
    var indent: Int

    var isBlank: Bool { span.isEmpty }
  }

  private(set) var lines: [Line] = []
  /// The width to which the lines of the text are wrapped, as in mail; `nil` where a line end ends a paragraph.
  private(set) var wrapWidth: Int?

  init(_ text: [UInt8]) {
    // As many as an article with paragraphs of a line each has, blank ones between.
    lines.reserveCapacity(text.count / 64 + 8)
    var start = 0
    while start < text.count {
      let end = Self.lineEnd(text, start)
      lines.append(Self.line(text, start, end))
      // A carriage return with a line feed behind it is one line end.
      start = end + (end + 1 < text.count && text[end] == 0x0D && text[end + 1] == 0x0A ? 2 : 1)
    }
    wrapWidth = WrapWidth.find(lines, text)
  }

  /// The first line feed or carriage return from an offset on, or the end; eight bytes at a time.
  private static func lineEnd(_ text: [UInt8], _ start: Int) -> Int {
    text.withUnsafeBytes { text in
      var offset = start
      while offset + 8 <= text.count, !mayEndLine(text.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) {
        offset += 8
      }
      while offset < text.count, text[offset] != 0x0A, text[offset] != 0x0D { offset += 1 }
      return offset
    }
  }

  /// Whether there is a control character of ASCII among eight bytes; wrongly so at worst for a space beside one.
  @inline(__always)
  private static func mayEndLine(_ eight: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    return (eight &- ones &* 0x20) & ~eight & (ones &* 0x80) != 0
  }

  private static func line(_ text: [UInt8], _ start: Int, _ end: Int) -> Line {
    var (first, last) = (start, end)
    while first < last, isSpace(text[first]) { first += 1 }
    while last > first, isSpace(text[last - 1]) { last -= 1 }
    return Line(span: TextSpan(first, last), indent: first - start)
  }
}

/// Tells wrapped lines from paragraphs of one line.
///
/// A wrapped text is filled greedily: at nearly every line end inside a paragraph the next word would not have fit.
enum WrapWidth {
  static let widest = 100
  private static let narrowest = 40

  static func find(_ lines: [LineTable.Line], _ text: [UInt8]) -> Int? {
    // As nearly all articles have a paragraph that is longer.
    if lines.contains(where: { $0.span.length >= 2 * widest }) { return nil }
    let lengths = lines.filter { !$0.isBlank }.map(\.span.length).sorted()
    guard lengths.count >= 3 else { return nil }
    // A heading or a link may stick out; a paragraph in one line does so by far.
    let width = lengths[(lengths.count - 1) * 98 / 100]
    guard (narrowest...widest).contains(width) else { return nil }
    var (breaks, full) = (0, 0)
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isBlank && !next.isBlank {
      breaks += 1
      if isFull(line, before: next, width: width, text) { full += 1 }
    }
    return breaks >= 2 && full * 10 >= breaks * 7 ? width : nil
  }

  /// Whether the first word of the next line would not have fit, with some tolerance for hyphens and wide letters.
  static func isFull(_ line: LineTable.Line, before next: LineTable.Line, width: Int, _ text: [UInt8]) -> Bool {
    let word = text[next.span.start..<next.span.end].prefix { !isSpace($0) }.count
    return line.span.length + 1 + min(word, 20) > width - width / 10
  }
}
