import ArticleModel
import TextAnalysis

/// A stretch of text in one colour.
struct TextRun: Hashable {
  var text: String
  var ink: TextStyle.Ink

  init(_ text: String, _ ink: TextStyle.Ink = .plain) {
    self.text = text
    self.ink = ink
  }
}

extension TextRun {
  /// The text cut at the spans to be highlighted; spans are clamped, and those that overlap count once.
  static func runs(_ text: String, highlights: [TextSpan], ink: TextStyle.Ink = .match) -> [TextRun] {
    var runs: [TextRun] = []
    var end = 0
    let length = text.utf8.count
    for span in highlights.sorted() {
      let start = min(max(span.start, end), length)
      guard span.end > start, start < length else { continue }
      if start > end { runs.append(TextRun(text.text(in: TextSpan(end, start)))) }
      end = min(span.end, length)
      runs.append(TextRun(text.text(in: TextSpan(start, end)), ink))
    }
    if end < length { runs.append(TextRun(text.text(in: TextSpan(end, length)))) }
    return runs
  }
}

/// Breaks runs into lines of a width.
struct TextWrapping {
  var style: TextStyle
  /// Stands before every line; only spaces.
  var indent: Int

  private var lines: [String] = []
  private var line: [TextRun] = []
  private var width = 0

  init(style: TextStyle, indent: Int) {
    self.style = style
    self.indent = indent
  }

  /// The lines without line feeds. Control characters have become visible, line breaks of the text are spaces.
  static func lines(_ runs: [TextRun], style: TextStyle, indent: Int = 0) -> [String] {
    var wrapping = TextWrapping(style: style, indent: indent)
    for run in runs { wrapping.add(run) }
    wrapping.endWord()
    wrapping.endLine()
    return wrapping.lines
  }

  /// A word under way: several runs where a highlight ends inside it.
  private var word: [TextRun] = []
  private var wordWidth = 0

  private mutating func add(_ run: TextRun) {
    let text = ControlCharacters.visible(run.text)
    var piece = ""
    for character in text {
      if character == " " {
        extendWord(piece, run.ink)
        piece = ""
        endWord()
      } else {
        piece.append(character)
      }
    }
    extendWord(piece, run.ink)
  }

  private mutating func extendWord(_ piece: String, _ ink: TextStyle.Ink) {
    guard !piece.isEmpty else { return }
    word.append(TextRun(piece, ink))
    wordWidth += DisplayWidth.columns(of: piece)
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    if let columns = style.columns, width > 0, indent + width + 1 + wordWidth > columns { endLine() }
    if width > 0 {
      // A space between two highlighted words is highlighted too: the phrase reads as one.
      let isInside = line.last?.ink == word[0].ink
      line.append(TextRun(" ", isInside ? word[0].ink : .plain))
      width += 1
    }
    line.append(contentsOf: word)
    width += wordWidth
    word = []
    wordWidth = 0
  }

  private mutating func endLine() {
    guard !line.isEmpty else { return }
    var text = String(repeating: " ", count: indent)
    for (ink, run) in Self.joined(line) { text += style.paint(run, ink) }
    lines.append(text)
    line = []
    width = 0
  }

  private static func joined(_ runs: [TextRun]) -> [(TextStyle.Ink, String)] {
    var joined: [(ink: TextStyle.Ink, text: String)] = []
    for run in runs {
      if joined.last?.ink == run.ink {
        joined[joined.count - 1].text += run.text
      } else {
        joined.append((run.ink, run.text))
      }
    }
    return joined
  }
}
