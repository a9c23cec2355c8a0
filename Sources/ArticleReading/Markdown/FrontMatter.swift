import ArticleModel

/// The fields above a Markdown text, as site generators write them: YAML between lines of `---`, TOML between `+++`.
///
/// Simple fields and lists are read; nested ones are left alone.
struct FrontMatter {
  private static let mostLines = 200
  private(set) var fields: [String: String] = [:]

  /// Takes the lines away; `nil`, and nothing is taken, where the text begins otherwise.
  init?(_ lines: inout [ArraySlice<UInt8>]) {
    guard let first = lines.first, first.elementsEqual("---".utf8) || first.elementsEqual("+++".utf8) else {
      return nil
    }
    let isTOML = first.elementsEqual("+++".utf8)
    let fences = isTOML ? ["+++"] : ["---", "..."]
    let end = lines.dropFirst().prefix(Self.mostLines).firstIndex { line in
      fences.contains { line.elementsEqual($0.utf8) }
    }
    guard let end else { return nil }
    read(lines[1..<end], separator: isTOML ? "=" : ":")
    lines.removeSubrange(...end)
  }

  private mutating func read(_ lines: ArraySlice<ArraySlice<UInt8>>, separator: Character) {
    var last = ""
    for line in lines {
      let line = String(decoding: line, as: UTF8.self)
      if line.hasPrefix("- ") || line.hasPrefix("  - "), !last.isEmpty {
        append(MarkdownMarks.unquoted(Self.named(line.trimming([" ", "-"]))), to: last)
      } else if let place = line.firstIndex(of: separator), line.first?.isWhitespace == false {
        last = String(line[..<place]).trimming([" ", "\t"]).lowercased()
        fields[last] = ""
        let value = String(line[line.index(after: place)...]).trimming([" ", "\t"])
        for item in Self.items(value) { append(item, to: last) }
      }
    }
  }

  /// `Ida Holm` of `name: Ida Holm`: an author may be a thing with a name and more.
  private static func named(_ item: String) -> String {
    item.hasPrefix("name:") ? String(item.dropFirst(5)).trimming([" "]) : item
  }

  private mutating func append(_ item: String, to name: String) {
    guard !item.isEmpty else { return }
    fields[name] = (fields[name].map { $0.isEmpty ? "" : $0 + ", " } ?? "") + item
  }

  /// `[a, "b"]` holds two.
  private static func items(_ value: String) -> [String] {
    guard value.hasPrefix("["), value.hasSuffix("]"), value.utf8.count >= 2 else {
      return [MarkdownMarks.unquoted(value)]
    }
    return value.dropFirst().dropLast().split(separator: ",").map {
      MarkdownMarks.unquoted(String($0).trimming([" ", "\t"]))
    }
  }

  func metadata(_ dates: PublishedDates) -> ArticleMetadata {
    func first(_ names: String...) -> String? {
      names.lazy.compactMap { ArticleMetadata.cleaned(fields[$0]) }.first
    }
    var metadata = ArticleMetadata()
    metadata.id = first("id")
    metadata.url = first("canonical", "canonical_url", "canonicalurl", "url").flatMap {
      JSONArticle.isAddress($0) ? $0 : nil
    }
    metadata.title = first("title")
    metadata.byline = first("byline", "author", "authors")
    metadata.publisher = first("publisher", "site", "site_name")
    metadata.language = ArticleMetadata.languageCode(first("language", "lang"))
    if let date = first("published", "date", "pubdate", "publishdate").flatMap(dates.parse) {
      metadata.published = PublicationDate(value: date, provenance: .given)
    }
    return metadata
  }
}
