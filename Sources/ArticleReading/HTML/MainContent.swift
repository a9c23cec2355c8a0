/// Finds the element that holds the article.
///
/// Every block votes with its words: prose for, menus and lists of links against. The core is the element whose own
/// paragraphs say most, as in Readability; it grows over its ancestors as long as what it gains is nearly all prose. The
/// largest sum of votes is the maximum subsequence of Pasternack and Roth (2009), held to the tree.
struct MainContent {
  private let outline: PageOutline
  private let tree: MarkupTree
  /// Sums over all nodes before each one: of the votes for, and against.
  private var prose: [Double]
  private var noise: [Double]

  /// - Parameter foreign: What is no part of the article whatever stands around it; its links and headings still part the
  ///   article from what else is there.
  static func node(_ outline: PageOutline, _ blocks: [PageBlock], beside foreign: [PageBlock]) -> Int {
    let content = MainContent(outline, blocks, beside: foreign)
    let core = content.core(blocks)
    let grown = content.grown(core)
    return content.body(around: grown)
  }

  private init(_ outline: PageOutline, _ blocks: [PageBlock], beside foreign: [PageBlock]) {
    self.outline = outline
    tree = outline.tree
    prose = [Double](repeating: 0, count: tree.count + 1)
    noise = prose
    let votes = Self.votes(blocks)
    for (block, vote) in zip(blocks, votes) {
      if vote > 0 { prose[block.start + 1] += vote } else { noise[block.start + 1] -= vote }
    }
    for block in foreign { noise[block.start + 1] += max(0, -Self.vote(block)) }
    for index in 1..<prose.count {
      prose[index] += prose[index - 1]
      noise[index] += noise[index - 1]
    }
  }

  private func prose(_ node: Int) -> Double { prose[tree.end(node)] - prose[node] }
  private func noise(_ node: Int) -> Double { noise[tree.end(node)] - noise[node] }

  /// The element with the most prose in paragraphs that are its children, half of that in its grandchildren; what the page
  /// calls the body counts twice.
  private func core(_ blocks: [PageBlock]) -> Int {
    var scores: [Int: Double] = [:]
    let isBody = insideBodies()
    for (index, vote) in Self.votes(blocks).enumerated() where vote > 0 {
      let block = blocks[index]
      let isParagraph = tree.tag(block.node) == .p || block.isListItem || block.isQuote || isAlone(index, blocks)
      var node = isParagraph ? tree.parent(block.node) : block.node
      for share in [1, 0.5, 0.25] {
        scores[node, default: 0] += vote * share * (isBody[block.start] ? 2 : 1)
        if node == 0 { break }
        node = tree.parent(node)
      }
    }
    return scores.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
  }

  /// A `div` around nothing but one paragraph is one.
  private func isAlone(_ index: Int, _ blocks: [PageBlock]) -> Bool {
    let node = blocks[index].node
    return tree.tag(node) == .div && (index == 0 || blocks[index - 1].start < node)
      && (index + 1 == blocks.count || blocks[index + 1].start >= tree.end(node))
  }

  /// For each node, whether it stands in an element that is called the body.
  private func insideBodies() -> [Bool] {
    var end = 0
    return (0..<tree.count).map { node in
      if outline.verdicts[node] == .body { end = max(end, tree.end(node)) }
      return node < end
    }
  }

  private func grown(_ core: Int) -> Int {
    var best = core
    var node = core
    var share = 10.0
    while node != 0 {
      node = tree.parent(node)
      // Columns of a table lie beside each other: what stands in the next one is rarely of the same article.
      if tree.tag(node) == .tr { share = 2 }
      let gain = prose(node) - prose(best)
      let cost = noise(node) - noise(best)
      // A wrapper costs and gains nothing; menus cost, teasers cost nearly as much as they gain.
      if gain > 3 * cost, gain * share > prose(best) || cost == 0 { best = node }
    }
    return best
  }

  /// The element around all that is called the body by its class, if that holds most of the prose.
  private func body(around node: Int) -> Int {
    var (sum, common, count) = (0.0, -1, 0)
    var inner = node
    while inner < tree.end(node) {
      guard !tree.isText(inner), outline.verdicts[inner] == .body, prose(inner) > 0 else {
        inner += 1
        continue
      }
      sum += prose(inner)
      count += 1
      common = common < 0 ? inner : commonAncestor(common, inner)
      inner = tree.end(inner)
    }
    guard sum * 2 > prose(node) else { return node }
    // Several bodies are entries of one article; what is told before them is part of it where it is prose.
    if count > 2, prose(node) - prose(common) > noise(node) - noise(common) { return node }
    return common
  }

  private func commonAncestor(_ first: Int, _ second: Int) -> Int {
    var node = first
    while node != 0, !(node <= second && second < tree.end(node)) { node = tree.parent(node) }
    return node
  }

  /// Positive for prose; 0 for teasers: one paragraph below a heading that is a link, again and again.
  static func votes(_ blocks: [PageBlock]) -> [Double] {
    var votes = blocks.map(vote)
    let teasers = blocks.indices.filter { index in
      guard index > 0, votes[index] > 0, blocks[index - 1].heading > 0, blocks[index - 1].linkShare > 0.9 else {
        return false
      }
      return index + 1 == blocks.count || votes[index + 1] <= 0
    }
    if teasers.count >= 4 {
      for index in teasers { votes[index] = 0 }
    }
    return votes
  }

  static func vote(_ block: PageBlock) -> Double {
    let words = Double(block.words)
    let share = block.linkShare
    if block.isCaption || block.isRow { return 0 }
    if share > 0.5 { return -2 - words * 0.3 }
    if block.heading > 0 { return -1 }
    if block.words >= 12 || (block.isSentence && block.words >= 4) { return words * (1 - share) }
    return -1.5
  }
}
