import ArticleModel

/// The lines between the headline of a page and its article, as a reader sees them.
///
/// Where the page marks up neither author nor date, they stand there in words. What menus and teasers hold is left out;
/// what is left out of the text as tags or tools is not, because bylines stand among those.
struct PageHeader {
  private static let mostLines = 60
  private static let longestLine = 400
  /// Behind so many paragraphs no byline is looked for.
  private static let mostParagraphs = 3
  private static let longParagraph = 30
  /// In bytes.
  private static let longestLabel = 40
  private static let passedOver: Set<String> = [
    "hidden", "navigation", "related", "comments", "cookies", "advertisement", "newsletter", "subscribe",
  ]

  /// Squeezed, never empty.
  private(set) var lines: [String] = []

  /// - Parameter nodes: From the headline to the end of the article's element.
  init(_ tree: MarkupTree, _ outline: PageOutline, nodes: Range<Int>) {
    var collector = HeaderCollector(tree)
    var node = nodes.lowerBound
    var paragraphs = 0
    while node < nodes.upperBound, lines.count < Self.mostLines, paragraphs < Self.mostParagraphs {
      // The foot of an article's head is none of the page.
      if let reason = outline.reasons[node], Self.passedOver.contains(reason), tree.tag(node) != .footer {
        node = max(tree.end(node), node + 1)
        continue
      }
      if let line = collector.visit(node) { add(line, &paragraphs) }
      node += 1
    }
    if let line = collector.take() { add(line, &paragraphs) }
  }

  private mutating func add(_ line: [UInt8], _ paragraphs: inout Int) {
    let text = String(decoding: line, as: UTF8.self).squeezed
    if text.utf8.count > Self.longestLine || text.split(separator: " ").count > Self.longParagraph {
      paragraphs += 1
    } else {
      for sign in [" | ", " • ", " · "] where text.contains(sign) {
        lines += text.components(by: sign).map(\.squeezed).filter { !$0.isEmpty }
        return
      }
      if !text.isEmpty { lines.append(text) }
    }
  }

  /// The day of the last line that is a date and nothing else.
  func lastDate(_ reader: HeaderLines, order: PublishedDates.Order) -> DateValue? {
    lines.reversed().lazy.compactMap { line in
      let bytes = Array(line.utf8)
      return reader.date(bytes, TextSpan(0, bytes.count), order: order)
    }.first
  }

  /// The authors whom the first line names that names any.
  func byline(_ bylines: BylineReader) -> String? {
    for (index, line) in lines.enumerated() {
      let next = index + 1 < lines.count ? lines[index + 1] : nil
      // `By` alone in an element, the name in the next.
      if let next, bylines.isOpening(line) {
        let joined = "\(line.hasSuffix(":") ? line : "\(line):") \(next)"
        if let found = bylines.authors(line: joined, next: nil) { return found }
      }
      if let found = bylines.authors(line: line, next: next) { return found }
    }
    return nil
  }

  /// The day of the first line that is a date, or that names authors and a date; a line that says that it was first
  /// published then goes before it, one that says when it was changed comes last.
  func date(_ reader: HeaderLines, order: PublishedDates.Order) -> DateValue? {
    var best: (moment: DateWords.Moment, day: DateValue)?
    for index in lines.indices {
      guard let day = day(at: index, reader, order) else { continue }
      var moment = reader.dates.words.moment(Array(lines[index].utf8))
      // `First published` in a line, the day in the next.
      if moment == .printed, index > 0, !lines[index - 1].contains(where: \.isDecimalDigit) {
        moment = reader.dates.words.moment(Array(lines[index - 1].utf8.prefix(Self.longestLabel)))
      }
      if best.map({ moment < $0.moment }) ?? true { best = (moment, day) }
    }
    return best?.day
  }

  private func day(at index: Int, _ reader: HeaderLines, _ order: PublishedDates.Order) -> DateValue? {
    let line = lines[index]
    if let day = reader.partedDate(Array(line.utf8), order: order, words: 30) { return day }
    let next = index + 1 < lines.count ? lines[index + 1] : nil
    guard reader.bylines.authors(line: line, next: next) != nil, let day = reader.dates.parse(line, order: order),
      day.precision == .day
    else { return nil }
    return day
  }
}

/// Cuts the text of a part of a page into the lines that a browser would show.
private struct HeaderCollector {
  private let tree: MarkupTree
  private var line: [UInt8] = []
  private var breaks = false
  private var blockEnds: [Int] = []

  init(_ tree: MarkupTree) { self.tree = tree }

  /// The line that ends before a node, if one does.
  mutating func visit(_ node: Int) -> [UInt8]? {
    while let end = blockEnds.last, end <= node {
      breaks = true
      blockEnds.removeLast()
    }
    guard tree.isText(node) else {
      if let tag = tree.tag(node), PageBlockCollector.isBlock(tag) {
        breaks = true
        blockEnds.append(tree.end(node))
      } else if tree.tag(node) == .br || isBesideElement(node) {
        breaks = true
      }
      return nil
    }
    let text = tree.bytes(node)
    guard text.contains(where: { !isSpace($0) }) else {
      line.append(0x20)
      return nil
    }
    let ended = breaks ? take() : nil
    breaks = false
    line.append(contentsOf: text)
    return ended
  }

  mutating func take() -> [UInt8]? {
    defer { line = [] }
    return line.contains { !isSpace($0) } ? line : nil
  }

  /// `<span>Ida Holm</span><span>4 March</span>`: without anything between them they stand apart by style.
  private func isBesideElement(_ node: Int) -> Bool {
    let parent = tree.parent(node)
    guard node > parent + 1, node > 0 else { return false }
    return !(tree.isText(node - 1) && tree.parent(node - 1) == parent)
  }
}
