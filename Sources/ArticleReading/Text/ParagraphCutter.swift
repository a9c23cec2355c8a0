import ArticleModel

/// A stretch of lines with one role: a paragraph, or a line that stands for itself.
struct TextUnit: Hashable {
  /// Without the white space around it.
  var span: TextSpan
  var lineCount: Int
  /// Whether a blank line, or the beginning of the text, stands before it.
  var followsBlank: Bool
  var kind: Block.Kind = .paragraph

  var isBoilerplate: Bool {
    if case .boilerplate = kind { return true }
    return false
  }
}

/// Cuts a text into units: at blank lines, and at every line end unless the text is wrapped.
enum ParagraphCutter {
  /// - Parameter standsAlone: Whether a line is never part of a paragraph, such as a known phrase of a page.
  static func units(_ table: LineTable, _ text: [UInt8], standsAlone: (TextSpan) -> Bool) -> [TextUnit] {
    var units: [TextUnit] = []
    units.reserveCapacity(table.lines.count)
    var (followsBlank, mayJoin) = (true, false)
    var previous: LineTable.Line?
    for line in table.lines {
      if line.isBlank {
        (followsBlank, mayJoin) = (true, false)
        continue
      }
      let isAlone = table.wrapWidth == nil || standsAlone(line.span)
      if mayJoin, !isAlone, let before = previous, let width = table.wrapWidth,
        joins(before, line, width: width, text)
      {
        units[units.count - 1].span.end = line.span.end
        units[units.count - 1].lineCount += 1
      } else {
        units.append(TextUnit(span: line.span, lineCount: 1, followsBlank: followsBlank))
      }
      followsBlank = false
      mayJoin = !isAlone
      previous = line
    }
    return units
  }

  /// Whether a line of a wrapped text goes on in the next: it is full, or it ends inside a sentence and the next one
  /// is not set in.
  private static func joins(
    _ line: LineTable.Line, _ next: LineTable.Line, width: Int, _ text: [UInt8]
  ) -> Bool {
    if next.indent >= line.indent + 2, Sentence.ends(text, line.span) { return false }
    if beginsItem(text[next.span.start..<next.span.end]) { return false }
    if WrapWidth.isFull(line, before: next, width: width, text) { return true }
    return line.span.length * 10 > width * 6 && !Sentence.ends(text, line.span)
  }
}

extension ParagraphCutter {
  /// `• Two men are held`, `- "It rained," she said`: a mark of lists; a dash only before a quotation, for it may stand
  /// inside a sentence.
  private static func beginsItem(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first else { return false }
    // U+2022, and U+2013 or U+2014.
    let isBullet = first == UInt8(ascii: "*") || line.starts(with: [0xE2, 0x80, 0xA2])
    let isLong = line.starts(with: [0xE2, 0x80, 0x93]) || line.starts(with: [0xE2, 0x80, 0x94])
    guard isBullet || isLong || first == UInt8(ascii: "-") else { return false }
    let rest = line.dropFirst(first < 0x80 ? 1 : 3)
    guard rest.first.map({ isSpace($0) }) == true, let next = rest.first(where: { !isSpace($0) }) else { return false }
    return isBullet || next == UInt8(ascii: "\"") || rest.drop { isSpace($0) }.starts(with: [0xE2, 0x80, 0x9C])
  }
}

/// What a line says about its sentence.
enum Sentence {
  /// Whether the text ends with a point, a question or exclamation mark, maybe with quotation marks or brackets behind.
  static func ends(_ text: [UInt8], _ span: TextSpan) -> Bool {
    var bytes = text[span.start..<span.end]
    while let last = bytes.last {
      if last == UInt8(ascii: "\"") || last == UInt8(ascii: "'") || last == UInt8(ascii: ")") || last == 0x5D {
        bytes.removeLast()
      } else if bytes.count >= 3, isClosingQuote(bytes.suffix(3)) || isWideClosing(bytes.suffix(3)) {
        bytes.removeLast(3)
      } else if bytes.count >= 2, bytes.suffix(2).elementsEqual([0xC2, 0xBB]) {
        bytes.removeLast(2)
      } else {
        break
      }
    }
    if let last = bytes.last, last < 0x80 { return ".?!".utf8.contains(last) }
    return pointsOfOtherScripts.contains { bytes.suffix($0.count).elementsEqual($0) }
  }

  private static let pointsOfOtherScripts = ["…", "。", "？", "！", "।", "॥", "\u{61F}", "\u{6D4}", "։"].map {
    Array($0.utf8)
  }

  /// 」 』 ） in UTF-8.
  private static func isWideClosing(_ bytes: ArraySlice<UInt8>) -> Bool {
    ["」", "』", "）"].contains { $0.utf8.elementsEqual(bytes) }
  }

  /// ’ ” “ ‘ › in UTF-8.
  private static func isClosingQuote(_ bytes: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(bytes)
    return bytes[0] == 0xE2 && bytes[1] == 0x80 && [0x98, 0x99, 0x9C, 0x9D, 0xBA].contains(bytes[2])
  }

  static func wordCount(_ text: [UInt8], _ span: TextSpan) -> Int {
    var (count, inWord) = (0, false)
    for byte in text[span.start..<span.end] {
      let isOfWord = !isSpace(byte)
      if isOfWord, !inWord { count += 1 }
      inWord = isOfWord
    }
    return count
  }
}
