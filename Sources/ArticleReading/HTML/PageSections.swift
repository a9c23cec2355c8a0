import ArticleModel

/// Finds the parts of a page that are no part of its article by what they say, where no class tells: boxes below
/// "Related", offers of subscriptions, cards of teasers, and articles behind the first one.
struct PageSections {
  /// An element may take along so much of the page's prose, in hundredths; an offer behind a teaser more.
  private static let largestShare = 25.0
  private static let largestOffer = 80.0
  private static let largestDiscussion = 95.0
  /// In words: no line of a phrase has more.
  private static let longestLine = 80
  /// In words: a box that holds a call to sign up.
  private static let largestBox = 45
  private static let largestOfferBox = 60
  private static let mostSiblings = 400
  private static let shortestArticle = 20.0
  /// More fields say nothing, and would cost time.
  private static let mostFields = 40
  /// More headlines of the first rank say nothing, and would cost time.
  private static let mostHeads = 40

  private let outline: PageOutline
  private let tree: MarkupTree
  private let patterns: PhrasePatterns

  init(_ outline: PageOutline, _ patterns: PhrasePatterns) {
    self.outline = outline
    tree = outline.tree
    self.patterns = patterns
  }

  /// The blocks that may belong to the article, and those that can't, in order.
  func parted(_ blocks: [PageBlock]) -> (kept: [PageBlock], foreign: [PageBlock]) {
    var layout = BlockLayout(blocks, MainContent.votes(blocks), patterns: blocks.map { pattern($0) })
    guard layout.total > 0 else { return (blocks, []) }
    for index in blocks.indices where !layout.isDropped[index] {
      if let range = section(at: index, layout) ?? box(at: index, layout) ?? links(at: index, layout) {
        layout.drop(range)
      }
    }
    let small = forms(layout) + offers(layout) + PageCards(tree).groups(layout)
    for range in small + laterArticles(layout) + layout.legalLines(behind: Self.shortestArticle) { layout.drop(range) }
    let places = zip(blocks, layout.isDropped)
    return (places.filter { !$0.1 }.map(\.0), places.filter(\.1).map(\.0))
  }

  /// The same without cards that stand alone: until the article was found their links told it from what is behind them.
  func withoutCards(_ blocks: [PageBlock]) -> [PageBlock] {
    var layout = BlockLayout(blocks, MainContent.votes(blocks))
    for range in PageCards(tree).alone(layout) { layout.drop(range) }
    return zip(blocks, layout.isDropped).filter { !$0.1 }.map(\.0)
  }

  /// The blocks of the largest element that begins with a line such as "Related" and is no large part of the page.
  private func section(at index: Int, _ layout: BlockLayout) -> Range<Int>? {
    let block = layout.blocks[index]
    guard let pattern = layout.patterns[index], isOpening(pattern),
      block.words <= 14 || pattern.place == .counted || pattern.reason == "cookies"
    else { return nil }
    let share = layout.prose(0..<index) < Self.shortestArticle ? Self.largestShare : largestShare(pattern)
    return largest(around: block.node, layout, share: share) { range in range.lowerBound == index }
  }

  /// Of a part behind the article: readers may have written far more than the paper.
  private func largestShare(_ pattern: PhrasePattern) -> Double {
    if pattern.place == .counted { return Self.largestDiscussion }
    return pattern.reason == "subscribe" ? Self.largestOffer : Self.largestShare
  }

  /// The blocks of the largest element around a node that fulfils a condition, holds some blocks and no large part of the
  /// page's prose.
  private func largest(
    around start: Int, _ layout: BlockLayout, share: Double = largestShare, fewest: Int = 2,
    where isPart: (Range<Int>) -> Bool
  ) -> Range<Int>? {
    var found: Range<Int>?
    var node = start
    while node != 0 {
      let range = layout.range(of: node, tree)
      guard isPart(range), outline.verdicts[node] != .body, tree.tag(node) != .main,
        layout.prose(range) * 100 < layout.total * share
      else { break }
      if range.count >= fewest { found = range }
      node = tree.parent(node)
    }
    return found
  }

  private func pattern(_ block: PageBlock) -> PhrasePattern? {
    guard block.words <= Self.longestLine else { return nil }
    return patterns.match(block.text, TextSpan(0, block.text.count))
  }

  private func isOpening(_ pattern: PhrasePattern) -> Bool {
    switch pattern.reason {
    case "related": pattern.scope != .line
    case "subscribe": pattern.place != .end
    case "comments": pattern.place == .whole || pattern.place == .counted
    case "newsletter": pattern.place == .whole
    case "cookies": true
    case "advertisement": pattern.scope == .teaser
    default: false
    }
  }

  /// A heading with nothing but links below it, in an element of their own.
  private func links(at index: Int, _ layout: BlockLayout) -> Range<Int>? {
    let block = layout.blocks[index]
    guard block.heading > 1, block.linkWords == 0, index + 1 < layout.blocks.count,
      layout.blocks[index + 1].linkShare > 0.9
    else { return nil }
    return largest(around: tree.parent(block.node), layout) { range in
      range.lowerBound == index && layout.blocks[range].dropFirst().allSatisfy { $0.linkShare > 0.9 && $0.heading != 1 }
    }
  }

  /// A small element that holds a button such as "Sign me up", with all that it says.
  private func box(at index: Int, _ layout: BlockLayout) -> Range<Int>? {
    let block = layout.blocks[index]
    guard block.words <= 6, let pattern = layout.patterns[index], pattern.place == .whole,
      pattern.reason == "newsletter" || pattern.reason == "subscribe"
    else { return nil }
    return largest(around: block.node, layout) { layout.words($0) <= Self.largestBox }
  }

  /// What stands in a small box beside a field for a mail address.
  private func forms(_ layout: BlockLayout) -> [Range<Int>] {
    let fields = (0..<tree.count).lazy.filter { tree.tag($0) == .input && asksForMail($0) }
    return fields.prefix(Self.mostFields).compactMap { field in
      largest(around: tree.parent(field), layout, fewest: 1) { layout.words($0) <= Self.largestBox }
    }
  }

  /// Small boxes that begin with a heading and end with something to press, and have no like beside them: the site speaks of
  /// itself there.
  private func offers(_ layout: BlockLayout) -> [Range<Int>] {
    let buttons = (0..<tree.count).lazy.filter { tree.tag($0) == .button }.prefix(Self.mostFields)
    let links = layout.blocks.lazy.filter { $0.linkWords == $0.words && $0.words <= 4 && $0.heading == 0 }.map(\.node)
    let mails = layout.blocks.lazy.filter { $0.words <= Self.largestBox && Self.holdsMail($0.text) }.map(\.node)
    return (Array(buttons) + links.prefix(Self.mostFields) + mails.prefix(Self.mostFields)).compactMap {
      offer(around: $0, layout)
    }
  }

  private static func holdsMail(_ text: [UInt8]) -> Bool {
    text.split(whereSeparator: isSpace).contains { word in
      word.firstIndex(of: UInt8(ascii: "@")).map { $0 > word.startIndex && word[$0...].contains(UInt8(ascii: ".")) }
        ?? false
    }
  }

  private func offer(around start: Int, _ layout: BlockLayout) -> Range<Int>? {
    var found: Range<Int>?
    var node = start
    while node != 0 {
      let range = layout.range(of: node, tree)
      guard outline.verdicts[node] != .body, tree.tag(node) != .main, tree.tag(node) != .article,
        layout.words(range) <= Self.largestOfferBox, layout.prose(range) * 100 < layout.total * Self.largestShare
      else { break }
      if range.count >= 2, layout.blocks[range.lowerBound].heading > 1, layout.prose(range) > 0, isAlone(node) {
        found = range
      }
      node = tree.parent(node)
    }
    return found
  }

  /// Whether no element of its name and class stands beside it; `false` where there are too many to look at.
  private func isAlone(_ node: Int) -> Bool {
    let (parent, name) = (tree.parent(node), tree.attribute(node, .class))
    var (other, count) = (parent + 1, 0)
    while other < tree.end(parent) {
      count += 1
      if count > Self.mostSiblings { return false }
      if other != node, !tree.isText(other), tree.tag(other) == tree.tag(node), tree.attribute(other, .class) == name {
        return false
      }
      other = tree.end(other)
    }
    return true
  }

  private func asksForMail(_ field: Int) -> Bool {
    [AttributeName.type, .name, .id, .placeholder].contains { name in
      tree.attribute(field, name)?.lowercased().contains("mail") == true
    }
  }

  /// Elements with a headline of the first rank behind the one that holds the first, where that has an article.
  private func laterArticles(_ layout: BlockLayout) -> [Range<Int>] {
    let heads = layout.blocks.indices.filter { layout.blocks[$0].heading == 1 && !layout.isDropped[$0] }
    guard (2...Self.mostHeads).contains(heads.count) else { return [] }
    let parts = heads.map { head -> (node: Int, range: Range<Int>) in
      var (node, range) = (layout.blocks[head].node, layout.range(of: layout.blocks[head].node, tree))
      while node != 0 {
        let outer = layout.range(of: tree.parent(node), tree)
        guard heads.count(where: { outer.contains($0) }) == 1 else { break }
        (node, range) = (tree.parent(node), outer)
      }
      return (node, range)
    }
    guard let first = parts.first(where: { layout.prose($0.range) >= Self.shortestArticle }) else { return [] }
    let all = parts.reduce(0) { $0 + layout.prose($1.range) }
    guard layout.prose(first.range) * 5 > all else { return [] }
    return parts.filter { part in
      part.node > first.node && layout.prose(part.range) >= Self.shortestArticle
        && tree.parent(part.node) == tree.parent(first.node)
        && tree.tag(part.node) == tree.tag(first.node)
    }.map(\.range)
  }
}
