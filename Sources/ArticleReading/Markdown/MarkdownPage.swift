import ArticleModel

/// A Markdown file as text without its marks, and the metadata of its front matter.
struct MarkdownPage {
  private(set) var text: [UInt8] = []
  private(set) var metadata = ArticleMetadata()

  init(_ bytes: [UInt8]) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.last == 0x0D ? line.dropLast() : line
    }
    takeFrontMatter(&lines)
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

  /// `name: value` lines between two lines of `---`, as site generators write them; nested values are left alone.
  private mutating func takeFrontMatter(_ lines: inout [ArraySlice<UInt8>]) {
    func isFence(_ line: ArraySlice<UInt8>) -> Bool { line.elementsEqual("---".utf8) || line.elementsEqual("...".utf8) }
    guard let first = lines.first, first.elementsEqual("---".utf8),
      let end = lines.dropFirst().prefix(200).firstIndex(where: isFence)
    else { return }
    var fields: [String: String] = [:]
    var last = ""
    for line in lines[1..<end] {
      let line = String(decoding: line, as: UTF8.self)
      if line.hasPrefix("- ") || line.hasPrefix("  - "), !last.isEmpty {
        let item = MarkdownMarks.unquoted(line.trimming([" ", "-"]))
        fields[last] = [fields[last] ?? "", item].filter { !$0.isEmpty }.joined(separator: ", ")
      } else if let colon = line.firstIndex(of: ":"), line.first?.isWhitespace == false {
        last = line[..<colon].lowercased()
        fields[last] = MarkdownMarks.unquoted(String(line[line.index(after: colon)...]).trimming([" ", "\t"]))
      }
    }
    metadata = Self.metadata(fields)
    lines.removeSubrange(...end)
  }

  private static func metadata(_ fields: [String: String]) -> ArticleMetadata {
    func first(_ names: String...) -> String? {
      names.lazy.compactMap { ArticleMetadata.cleaned(fields[$0]) }.first
    }
    var metadata = ArticleMetadata()
    metadata.id = first("id")
    metadata.url = first("canonical", "canonical_url", "url").flatMap { JSONArticle.isAddress($0) ? $0 : nil }
    metadata.title = first("title")
    metadata.byline = first("byline", "author", "authors").map { $0.trimming(["[", "]"]) }
    metadata.publisher = first("publisher", "site", "site_name")
    metadata.language = ArticleMetadata.languageCode(first("language", "lang"))
    if let date = first("published", "date", "pubdate").flatMap(PublishedDate.parse) {
      metadata.published = PublicationDate(value: date, provenance: .given)
    }
    return metadata
  }
}
