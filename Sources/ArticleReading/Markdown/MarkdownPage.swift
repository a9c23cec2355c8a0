import ArticleModel

/// A Markdown file as text without its marks, and the metadata of its front matter.
struct MarkdownPage {
  private(set) var text: [UInt8] = []
  private(set) var metadata = ArticleMetadata()

  init(_ bytes: [UInt8], dates: PublishedDates) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.last == 0x0D ? line.dropLast() : line
    }
    if let front = FrontMatter(&lines) { metadata = front.metadata(dates) }
    var isCode = false
    var paragraphs: [String] = []
    var current = ""
    for line in lines {
      let line = String(decoding: line, as: UTF8.self)
      let trimmed = line.trimming([" ", "\t"])
      if trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~") {
        isCode.toggle()
        Self.flush(&current, into: &paragraphs)
        continue
      }
      if isCode { continue }
      add(trimmed, &current, &paragraphs)
    }
    Self.flush(&current, into: &paragraphs)
    text = Array(paragraphs.joined(separator: "\n\n").utf8)
  }

  private mutating func add(_ line: String, _ current: inout String, _ paragraphs: inout [String]) {
    let (content, isItem) = MarkdownMarks.withoutBlockMarks(line)
    if content.isEmpty || MarkdownMarks.isRule(content) {
      Self.flush(&current, into: &paragraphs)
    } else if MarkdownMarks.headingLevel(content) > 0 {
      Self.flush(&current, into: &paragraphs)
      let heading = MarkdownMarks.plain(MarkdownMarks.withoutHeading(content))
      if metadata.title == nil, paragraphs.isEmpty { metadata.title = ArticleMetadata.cleaned(heading) }
      paragraphs.append(heading)
    } else {
      if isItem { Self.flush(&current, into: &paragraphs) }
      current += (current.isEmpty ? "" : " ") + content
      // Two spaces or a backslash at the end of a line are a line break.
      if content.hasSuffix("\\") { current.removeLast() }
    }
  }

  private static func flush(_ current: inout String, into paragraphs: inout [String]) {
    let plain = MarkdownMarks.plain(current).squeezed
    if !plain.isEmpty { paragraphs.append(plain) }
    current = ""
  }
}
