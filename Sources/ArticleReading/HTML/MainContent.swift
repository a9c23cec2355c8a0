/// Finds the element that holds the article.
///
/// Every block votes with its words: prose for, menus and lists of links against. The element with the largest sum wins;
/// that is the maximum subsequence of Pasternack and Roth (2009), held to the tree.
enum MainContent {
  static func node(_ outline: PageOutline, _ blocks: [PageBlock]) -> Int {
    let tree = outline.tree
    var before = [Double](repeating: 0, count: tree.count + 1)
    for block in blocks { before[block.node + 1] += vote(block) }
    for index in 1..<before.count { before[index] += before[index - 1] }
    func sum(_ node: Int) -> Double { before[tree.end(node)] - before[node] }

    var best = (node: 0, sum: -Double.infinity)
    var body = (node: -1, sum: 0.0)
    for node in 0..<tree.count where !tree.isText(node) && outline.verdicts[node] != .dropped {
      let sum = sum(node)
      // Of elements with the same sum the innermost.
      if sum >= best.sum { best = (node, sum) }
      if outline.verdicts[node] == .body, sum > body.sum { body = (node, sum) }
    }
    if body.node >= 0, body.sum * 2 > best.sum { return body.node }
    return best.node
  }

  /// Positive for prose.
  static func vote(_ block: PageBlock) -> Double {
    let words = Double(block.words)
    let share = block.linkShare
    if block.isCaption { return 0 }
    if share > 0.5 { return -2 - words * 0.3 }
    if block.heading > 0 { return -1 }
    if block.words >= 12 || (block.isSentence && block.words >= 4) { return words * (1 - share) }
    return -1.5
  }
}
