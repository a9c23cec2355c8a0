import ArticleModel

/// What the body of a page marks as headline, byline and date, and what it only says.
struct PageMarkup {
  let tree: MarkupTree
  let outline: PageOutline
  let lines: HeaderLines
  /// The element of the article's text.
  let main: Int
  /// The language as the page names it.
  let language: String?
  /// The titles of the head.
  let titles: [String]

  private var dates: PublishedDates { lines.dates }

  func metadata() -> (marked: ArticleMetadata, header: PageHeader) {
    var found = ArticleMetadata()
    var dates: [(rank: Int, value: DateValue)] = []
    var headings: [(node: Int, text: String)] = []
    for node in 0..<tree.count where !tree.isText(node) {
      let tag = tree.tag(node)
      if tag == .h1, outline.reasons[node] == nil, let text = ArticleMetadata.cleaned(tree.text(node)) {
        headings.append((node, text))
      }
      if let date = date(node) { dates.append(date) }
    }
    let heading = headings.first { PlainWords.words($0.text).count >= 3 } ?? headings.first
    found.title = heading?.text
    found.byline = PageBylines(tree, outline, lines.bylines, main: main, headline: heading?.node).byline()
    if let date = dates.min(by: { $0.rank < $1.rank }) {
      found.published = PublicationDate(value: date.value, provenance: .found)
    }
    // The article may stand inside what was taken for its headline.
    let start = heading.map { $0.node < main ? tree.end($0.node) : main } ?? placeOfTitle() ?? main
    return (found, PageHeader(tree, outline, nodes: min(start, tree.end(main))..<tree.end(main)))
  }

  /// What the lines above the text say.
  func spoken(_ header: PageHeader) -> ArticleMetadata {
    var found = ArticleMetadata()
    found.byline = header.byline(lines.bylines)
    if let date = header.date(lines, order: PublishedDates.Order(language: language)) {
      found.published = PublicationDate(value: date, provenance: .found)
    }
    return found
  }

  /// The last text before the article that says the same as the head's title, where no heading does.
  private func placeOfTitle() -> Int? {
    let titles = titles.map { PlainWords.words($0) }
    return (max(0, main - Self.farthest)..<main).last { node in
      guard tree.isText(node), outline.reasons[tree.parent(node)] == nil, tree.bytes(node).count < 400 else {
        return false
      }
      let words = PlainWords.words(String(decoding: tree.bytes(node), as: UTF8.self))
      return words.count >= 3 && titles.contains { PlainWords.isSameTitle($0, words) }
    }
  }

  /// In nodes before the article.
  private static let farthest = 200

  private func date(_ node: Int) -> (rank: Int, value: DateValue)? {
    guard tree.tag(node) != .meta, tree.end(node) - node < 40 else { return nil }
    let property = tree.attribute(node, .itemprop)?.lowercased() ?? ""
    let isTime = tree.tag(node) == .time
    let isPublished = property.contains("datepublished") || tree.attribute(node, .property) == "dc:date"
    guard isTime || isPublished || outline.isDate(node) else { return nil }
    if property.contains("datemodified") { return nil }
    let text = tree.attribute(node, .datetime) ?? tree.attribute(node, .content) ?? tree.attribute(node, .title)
    let order = PublishedDates.Order(language: language)
    let value = text.flatMap(dates.parse) ?? dates.parse(tree.text(node).squeezed, order: order)
    guard let value, value.precision == .day else { return nil }
    let isDropped = outline.verdicts[node] == .dropped
    return ((isPublished ? 0 : isTime ? 1 : 2) + (isDropped ? 10 : 0), value)
  }
}
