import ArticleModel

extension ArticleParser {
  /// The items of an RSS or Atom feed, in its order. One without text is skipped.
  func feed(_ record: InputRecord) -> [Result<Article, ReadingProblem>] {
    let decoded = TextDecoding.decode(record.bytes, declared: record.charset ?? FeedTree.declaredEncoding(record.bytes))
    guard let tree = MarkupTree(decoded.bytes, as: .xml) else {
      return [.failure(record.withoutTree("no XML in it"))]
    }
    let feed = FeedTree(tree, dates: dates, bylines: bylines)
    if feed.items.isEmpty { return [.failure(record.problem("no items in the feed", .noText))] }
    var results: [Result<Article, ReadingProblem>] = []
    if let note = tree.isCut ? "the feed is too large; the rest left out" : decoded.note {
      results.append(.failure(record.problem(note, .encoding, weight: .note)))
    }
    for (index, item) in feed.items.enumerated() {
      results.append(article(feed, item, number: index + 1, record))
    }
    return results
  }

  private func article(
    _ feed: FeedTree, _ item: Int, number: Int, _ record: InputRecord
  ) -> Result<Article, ReadingProblem> {
    var draft = ArticleDraft(record: record, item: number, text: [])
    draft.metadata = feed.metadata(item)
    if let body = feed.body(item) { setText(of: &draft, html: Array(body.utf8)) }
    guard !draft.text.isEmpty else {
      return .failure(record.problem("item \(number) has no text", .noText, weight: .skipped))
    }
    return finished(draft)
  }
}

/// The parts of RSS 0.9 to 2.0, RDF and Atom, which name them differently.
struct FeedTree {
  private let tree: MarkupTree
  /// The elements that hold an article.
  private(set) var items: [Int] = []
  private var channel = ArticleMetadata()

  private let dates: PublishedDates
  private let bylines: BylineReader

  init(_ tree: MarkupTree, dates: PublishedDates, bylines: BylineReader) {
    self.tree = tree
    self.dates = dates
    self.bylines = bylines
    items = (0..<tree.count).filter { !tree.isText($0) && ["item", "entry"].contains(local($0)) }
    let first = items.first ?? tree.count
    for node in 0..<first where !tree.isText(node) && tree.end(node) <= first {
      let text = ArticleMetadata.cleaned(tree.text(node))
      switch tree.name(node) {
      case "title": channel.publisher = channel.publisher ?? HTMLText.plain(text)
      case "language", "dc:language": channel.language = channel.language ?? ArticleMetadata.languageCode(text)
      default: break
      }
    }
    let root = tree.count > 0 ? tree.attribute(0, .lang) : nil
    channel.language = channel.language ?? ArticleMetadata.languageCode(root)
  }

  /// The name without its prefix.
  private func local(_ node: Int) -> String {
    tree.name(node).split(separator: ":").last.map(String.init) ?? ""
  }

  private func first(_ names: String..., in item: Int) -> Int? {
    let children = tree.children(item)
    for name in names {
      if let child = children.first(where: { !tree.isText($0) && tree.name($0) == name }) { return child }
    }
    return nil
  }

  private func text(_ node: Int?) -> String? { node.flatMap { ArticleMetadata.cleaned(tree.text($0)) } }

  func metadata(_ item: Int) -> ArticleMetadata {
    var metadata = channel
    metadata.title = HTMLText.plain(text(first("title", in: item)))
    metadata.byline = byline(item).flatMap(bylines.cleaned)
    metadata.url = address(item)
    if metadata.url == nil { metadata.id = text(first("guid", "id", in: item)) }
    let date = text(first("pubDate", "published", "dc:date", "dcterms:created", "updated", in: item))
    if let value = date.flatMap(dates.parse) {
      metadata.published = PublicationDate(value: value, provenance: .given)
    }
    return metadata
  }

  /// Atom wraps the name into an element.
  private func byline(_ item: Int) -> String? {
    guard let author = first("dc:creator", "author", "itunes:author", in: item) else { return nil }
    return text(first("name", in: author) ?? author)
  }

  private func address(_ item: Int) -> String? {
    let links = tree.children(item).filter { !tree.isText($0) && tree.name($0) == "link" }
    let main = links.first { [nil, "alternate"].contains(tree.attribute($0, .rel)) } ?? links.first
    let candidates = [main.flatMap { tree.attribute($0, .href) }, text(main), text(first("guid", in: item))]
    return candidates.compactMap { $0?.squeezed }.first { JSONArticle.isAddress($0) }
  }

  /// HTML, unescaped; the longest of what the item has.
  func body(_ item: Int) -> String? {
    let names = ["content:encoded", "content", "description", "summary", "body", "media:description"]
    let bodies = tree.children(item).filter { !tree.isText($0) && names.contains(tree.name($0)) }.map { markup($0) }
    return bodies.max { $0.utf8.count < $1.utf8.count }
  }

  /// The text inside; where Atom holds XHTML, the tags again.
  private func markup(_ node: Int) -> String {
    guard tree.children(node).contains(where: { !tree.isText($0) }) else { return tree.text(node) }
    var output = ""
    var open: [(end: Int, name: String)] = []
    for inner in (node + 1)..<tree.end(node) {
      while let last = open.last, last.end <= inner { output += "</\(open.removeLast().name)>" }
      if tree.isText(inner) {
        output += tree.text(inner).split(separator: "<", omittingEmptySubsequences: false).joined(separator: "&lt;")
      } else {
        output += "<\(local(inner))>"
        open.append((tree.end(inner), local(inner)))
      }
    }
    return output
  }

  /// `windows-1251` of `<?xml version="1.0" encoding="windows-1251"?>`.
  static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let start = bytes.prefix(200)
    guard let place = find("encoding=", in: start), place + 10 < start.count else { return nil }
    let name = start[(place + 10)...].prefix { isWordByte($0) && $0 < 0x80 || "-_:".utf8.contains($0) }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }
}
