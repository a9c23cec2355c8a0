import ArticleModel

/// What the body of a page marks as headline, byline and date.
enum PageMarkup {
  static func metadata(_ tree: MarkupTree, _ outline: PageOutline) -> ArticleMetadata {
    var found = ArticleMetadata()
    var bylines: [(rank: Int, name: String)] = []
    var dates: [(rank: Int, value: DateValue)] = []
    var headings: [String] = []
    for node in 0..<tree.count where !tree.isText(node) {
      let tag = tree.tag(node)
      if tag == .h1, outline.reasons[node] == nil, let text = ArticleMetadata.cleaned(tree.text(node)) {
        headings.append(text)
      }
      if let byline = byline(tree, node, outline) { bylines.append(byline) }
      if let date = date(tree, node, outline) { dates.append(date) }
    }
    found.title = headings.first { PlainWords.words($0).count >= 3 } ?? headings.first
    found.byline = bylines.min { $0.rank < $1.rank }?.name
    if let date = dates.min(by: { $0.rank < $1.rank }) {
      found.published = PublicationDate(value: date.value, provenance: .found)
    }
    return found
  }

  private static func byline(_ tree: MarkupTree, _ node: Int, _ outline: PageOutline) -> (rank: Int, name: String)? {
    guard tree.tag(node) != .meta, tree.end(node) - node < 60 else { return nil }
    var rank: Int?
    let property = tree.attribute(node, .itemprop) ?? ""
    if property == "author" || property == "name author" { rank = 0 }
    if tree.attribute(node, .rel) == "author" { rank = min(rank ?? 9, 1) }
    if outline.isByline(node) { rank = min(rank ?? 9, 2) }
    guard let rank else { return nil }
    // The name stands in an element of its own inside, where there is one.
    let inner = ((node + 1)..<max(node + 1, tree.end(node))).first { tree.attribute($0, .itemprop) == "name" }
    let text = inner.map { tree.text($0) } ?? names(tree, node) ?? tree.text(node)
    return PageByline.cleaned(text).map { (rank + (outline.verdicts[node] == .dropped ? 10 : 0), $0) }
  }

  /// The links of a byline, else its first words, where more stands beside them.
  private static func names(_ tree: MarkupTree, _ node: Int) -> String? {
    let links = (node..<tree.end(node)).filter { tree.tag($0) == .a }.map { tree.text($0).squeezed }
    let linked = links.filter { $0.split(separator: " ").count >= 2 && !$0.contains("@") }
    if !linked.isEmpty, tree.tag(node) != .a { return linked.prefix(4).joined(separator: ", ") }
    let texts = (node..<tree.end(node)).filter { tree.isText($0) }.map { tree.text($0).squeezed }.filter { !$0.isEmpty }
    guard texts.count > 1, let first = texts.first, PageByline.cleaned(first)?.split(separator: " ").count ?? 0 >= 2
    else {
      return nil
    }
    return first
  }

  private static func date(_ tree: MarkupTree, _ node: Int, _ outline: PageOutline) -> (rank: Int, value: DateValue)? {
    guard tree.tag(node) != .meta, tree.end(node) - node < 40 else { return nil }
    let property = tree.attribute(node, .itemprop)?.lowercased() ?? ""
    let isTime = tree.tag(node) == .time
    let isPublished = property.contains("datepublished") || tree.attribute(node, .property) == "dc:date"
    guard isTime || isPublished || outline.isDate(node) else { return nil }
    if property.contains("datemodified") { return nil }
    let text = tree.attribute(node, .datetime) ?? tree.attribute(node, .content) ?? tree.attribute(node, .title)
    let value = text.flatMap(PublishedDate.parse) ?? PublishedDate.parse(tree.text(node).squeezed)
    guard let value, value.precision == .day else { return nil }
    let isDropped = outline.verdicts[node] == .dropped
    return ((isPublished ? 0 : isTime ? 1 : 2) + (isDropped ? 10 : 0), value)
  }
}
