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
  /// The one that the page gives for sharing.
  let sharedTitle: String?

  private var dates: PublishedDates { lines.dates }

  func metadata() -> (marked: ArticleMetadata, header: PageHeader, above: PageHeader) {
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
    let heading = headline(among: headings)
    found.title = heading?.text ?? shownTitle()
    found.byline = PageBylines(tree, outline, lines.bylines, main: main, headline: heading?.node).byline()
    if let date = dates.min(by: { $0.rank < $1.rank }) {
      found.published = PublicationDate(value: date.value, provenance: .found)
    }
    // The article may stand inside what was taken for its headline.
    let title = placeOfTitle()
    let start = heading.map { $0.node < main ? tree.end($0.node) : main } ?? title ?? main
    let header = PageHeader(tree, outline, nodes: min(start, tree.end(main))..<tree.end(main))
    return (found, header, (heading?.node ?? title).map(above) ?? PageHeader(tree, outline, nodes: 0..<0))
  }

  /// The heading that says what the head calls the title; else the first that can be a headline: names of sites stand in
  /// headings too.
  private func headline(among headings: [(node: Int, text: String)]) -> (node: Int, text: String)? {
    guard headings.count > 1 else { return headings.first }
    let titles = titles.map { PlainWords.words($0) }
    let first = headings.prefix(Self.mostHeadings)
    return first.first { heading in
      let words = PlainWords.words(heading.text)
      return titles.contains { PlainWords.isSameTitle($0, words) }
    } ?? first.first { PlainWords.words($0.text).count >= 3 } ?? first.first
  }

  /// More headings of the first rank say nothing, and would cost time.
  private static let mostHeadings = 40

  /// What stands above the headline in the same box. In the body itself that may be the day on which the page was saved.
  private func above(_ headline: Int) -> PageHeader {
    var box = tree.isText(headline) ? tree.parent(headline) : headline
    while box != 0, tree.tag(box).map(PageBlockCollector.isBlock) != true { box = tree.parent(box) }
    box = tree.parent(box)
    let isPage = tree.tag(box).map { [.html, .body].contains($0) } ?? true
    return PageHeader(tree, outline, nodes: (isPage ? headline : max(box, headline - Self.farthestAbove))..<headline)
  }

  /// What the lines around the headline say.
  func spoken(_ header: PageHeader, above: PageHeader) -> ArticleMetadata {
    var found = ArticleMetadata()
    found.byline = header.byline(lines.bylines)
    let order = PublishedDates.Order(language: language)
    if let date = header.date(lines, order: order) ?? above.lastDate(lines, order: order) {
      found.published = PublicationDate(value: date, provenance: .found)
    }
    return found
  }

  /// The last text before the article that says the same as the head's title, where no heading does.
  private func placeOfTitle() -> Int? {
    let titles = titles.map { PlainWords.words($0) }
    return (max(0, main - Self.farthest)..<main).last { node in
      let parent = tree.parent(node)
      guard tree.isText(node), tree.tag(parent) != .title, outline.reasons[parent] == nil, tree.bytes(node).count < 400
      else { return false }
      let words = PlainWords.words(String(decoding: tree.bytes(node), as: UTF8.self))
      return words.count >= 3
        && titles.contains { PlainWords.isSameTitle($0, words) || PlainWords.isMost(words, of: $0) }
    }
  }

  /// The title for sharing, where it is a text of the page above the article: without a heading of the first rank that is
  /// the headline, and what the JSON-LD has is a shorter one for lists.
  private func shownTitle() -> String? {
    guard let sharedTitle else { return nil }
    let words = PlainWords.words(sharedTitle)
    let places = max(0, main - Self.farthest)..<min(main + Self.farthestInside, tree.end(main))
    let isShown =
      words.count >= 3
      && places.contains { node in
        let parent = tree.parent(node)
        return tree.isText(node) && tree.tag(parent) != .title && outline.reasons[parent] == nil
          && tree.bytes(node).count < 400
          && PlainWords.words(String(decoding: tree.bytes(node), as: UTF8.self)) == words
      }
    return isShown ? sharedTitle : nil
  }

  /// In nodes behind the beginning of the article.
  private static let farthestInside = 40
  /// In nodes before the article.
  private static let farthest = 200
  /// In nodes before the headline.
  private static let farthestAbove = 40

  private func date(_ node: Int) -> (rank: Int, value: DateValue)? {
    guard tree.tag(node) != .meta, tree.end(node) - node < 40 else { return nil }
    let property = tree.attribute(node, .itemprop)?.lowercased()
    let isTime = tree.tag(node) == .time
    let isPublished = property?.contains("datepublished") == true || tree.attribute(node, .property) == "dc:date"
    guard isTime || isPublished || outline.isDate(node) else { return nil }
    if property?.contains("datemodified") == true { return nil }
    let text = tree.attribute(node, .datetime) ?? tree.attribute(node, .content) ?? tree.attribute(node, .title)
    let order = PublishedDates.Order(language: language)
    let value = text.flatMap(dates.parse) ?? dates.parse(tree.text(node).squeezed, order: order)
    guard let value, value.precision == .day else { return nil }
    let isDropped = outline.verdicts[node] == .dropped
    let kind = isPublished ? 0 : isTime ? 1 : 2
    let moment = moment(node)
    return (kind * 3 + moment.rawValue + (moment == .changed ? 10 : 0) + (isDropped ? 40 : 0), value)
  }

  /// What the short line that the element stands in says of its day, or the label before it.
  private func moment(_ node: Int) -> DateWords.Moment {
    let line = tree.parent(node)
    // A line of dates holds few elements before this one.
    guard node - line < 40 else { return .printed }
    let texts = (line..<tree.end(node)).filter { tree.isText($0) }.prefix(8)
    let bytes = texts.flatMap { Array(tree.bytes($0)) }
    guard bytes.count <= 160 else { return .printed }
    let moment = dates.words.moment(bytes)
    guard moment == .printed, tree.tag(line) == .dd else { return moment }
    return dates.words.moment(label(before: line))
  }

  /// `<dt>First published</dt>` of the `dd` behind it.
  private func label(before node: Int) -> [UInt8] {
    let texts = (max(0, node - 6)..<node).filter { tree.isText($0) && tree.bytes($0).contains { !isSpace($0) } }
    return texts.last.map { Array(tree.bytes($0)) } ?? []
  }
}
