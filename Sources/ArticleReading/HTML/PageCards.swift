/// Other articles that a page shows in small: a link, maybe a picture, and a short paragraph.
struct PageCards {
  /// In words.
  private static let longestTeaser = 45
  /// In blocks: links and labels before the paragraph.
  private static let mostLinks = 4
  /// A card alone may take along so much of the page's prose, in hundredths.
  private static let largestShare = 25.0

  private let tree: MarkupTree

  init(_ tree: MarkupTree) { self.tree = tree }

  /// Three or more elements of one class beside each other, each a link and a short paragraph.
  func groups(_ layout: BlockLayout) -> [Range<Int>] {
    var groups: [CardKey: [Range<Int>]] = [:]
    var index = 0
    while index + 1 < layout.blocks.count {
      if let (node, range) = card(at: index, layout) {
        groups[CardKey(parent: tree.parent(node), name: tree.attribute(node, .class) ?? ""), default: []].append(range)
        index = range.upperBound
      } else {
        index += 1
      }
    }
    return groups.values.filter { $0.count >= 3 }.flatMap { $0 }
  }

  private struct CardKey: Hashable {
    var parent: Int
    var name: String
  }

  private func card(at index: Int, _ layout: BlockLayout) -> (node: Int, range: Range<Int>)? {
    let (link, text) = (layout.blocks[index], layout.blocks[index + 1])
    guard link.linkShare > 0.9, (2...20).contains(link.words), text.linkWords == 0, (4...45).contains(text.words) else {
      return nil
    }
    var node = text.node
    while node != 0, node > link.start || link.start >= tree.end(node) { node = tree.parent(node) }
    guard node != 0, layout.range(of: node, tree) == index..<(index + 2) else { return nil }
    while tree.parent(node) != 0, layout.range(of: tree.parent(node), tree).count == 2 { node = tree.parent(node) }
    return (node, index..<(index + 2))
  }

  // MARK: Cards alone

  /// Elements of nothing but a card, among the paragraphs of the article or beside them.
  func alone(_ layout: BlockLayout) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index + 1 < layout.blocks.count {
      if let range = cardAlone(at: index, layout) {
        found.append(range)
        index = range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func cardAlone(at index: Int, _ layout: BlockLayout) -> Range<Int>? {
    let blocks = layout.blocks
    let links = blocks[index...].prefix(Self.mostLinks).prefix { $0.linkShare > 0.9 && $0.words <= 20 }
    guard links.endIndex < blocks.count, let first = links.first else { return nil }
    let text = blocks[links.endIndex]
    guard text.linkWords == 0, text.heading == 0, !text.isListItem, (4...Self.longestTeaser).contains(text.words),
      links.contains(where: { isTitle($0) }) || isTwice(links)
    else { return nil }
    var node = text.node
    while node != 0, node > first.start || first.start >= tree.end(node) { node = tree.parent(node) }
    let range = layout.range(of: node, tree)
    guard node != 0, range.lowerBound == index, layout.prose(range) * 100 < layout.total * Self.largestShare else {
      return nil
    }
    // A date or a name may stand below.
    return blocks[links.endIndex + 1..<range.upperBound].allSatisfy { $0.words <= 8 && !$0.isSentence } ? range : nil
  }

  /// A headline that leads to another page.
  private func isTitle(_ block: PageBlock) -> Bool {
    guard block.heading > 1, block.words >= 3 else { return false }
    var around = block.node
    for _ in 0..<3 where around != 0 && tree.tag(around) != .a { around = tree.parent(around) }
    let outer = tree.tag(around) == .a ? around : block.node
    return (outer..<tree.end(block.node)).contains { node in
      tree.tag(node) == .a && tree.attributeBytes(node, .href).map { $0.first != UInt8(ascii: "#") } == true
    }
  }

  /// Behind the picture and in words: the same link twice.
  private func isTwice(_ links: ArraySlice<PageBlock>) -> Bool {
    let titles = links.filter { $0.words >= 4 }.map(\.text)
    return Set(titles).count < titles.count
  }
}
