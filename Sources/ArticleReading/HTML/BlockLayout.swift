/// Blocks with sums of their votes.
struct BlockLayout {
  let blocks: [PageBlock]
  let patterns: [PhrasePattern?]
  private(set) var isDropped: [Bool]
  private let before: [Double]

  init(_ blocks: [PageBlock], _ votes: [Double], patterns: [PhrasePattern?] = []) {
    self.blocks = blocks
    self.patterns = patterns
    isDropped = [Bool](repeating: false, count: blocks.count)
    before = votes.reduce(into: [0]) { $0.append($0[$0.count - 1] + max(0, $1)) }
  }

  var total: Double { before[blocks.count] }

  func prose(_ range: Range<Int>) -> Double { before[range.upperBound] - before[range.lowerBound] }

  func words(_ range: Range<Int>) -> Int { blocks[range].reduce(0) { $0 + $1.words } }

  mutating func drop(_ range: Range<Int>) {
    for index in range { isDropped[index] = true }
  }

  /// The blocks inside an element.
  func range(of node: Int, _ tree: MarkupTree) -> Range<Int> {
    place(of: node)..<place(of: tree.end(node))
  }

  /// The number of blocks that begin before a node.
  private func place(of node: Int) -> Int {
    var (low, high) = (0, blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].start < node { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Rights and cookies

  /// Lines about rights and cookies are no prose. Behind one that names a year stands the foot of the page, if that is
  /// little.
  ///
  /// - Parameter article: So much prose stands before a foot.
  func legalLines(behind article: Double) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    for index in blocks.indices {
      guard let reason = patterns[index]?.reason, reason == "copyright" || reason == "cookies" else { continue }
      let behind = index..<blocks.count
      if reason == "copyright", namesYear(blocks[index]), prose(0..<index) >= article, prose(behind) * 5 < total {
        return lines + [behind]
      }
      lines.append(index..<(index + 1))
    }
    return lines
  }

  /// Fewer words are the credit of a picture.
  private func namesYear(_ block: PageBlock) -> Bool {
    guard block.words >= 4, !block.isCaption else { return false }
    return block.text.split { !isDigit($0) }.contains { number in
      number.count == 4 && (number.starts(with: Array("19".utf8)) || number.starts(with: Array("20".utf8)))
    }
  }
}
