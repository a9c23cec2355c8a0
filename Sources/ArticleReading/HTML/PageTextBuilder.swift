import ArticleModel

/// Puts the article together from the blocks of its element: leaves out what is no text of it, and joins the rest.
struct PageTextBuilder {
  private(set) var text: [UInt8] = []
  private(set) var blocks: [Block] = []
  private let tree: MarkupTree
  private let segmenter: BlockSegmenter
  private let titles: [[String]]
  private var seen = RepeatedText()

  init(_ chosen: [PageBlock], _ tree: MarkupTree, segmenter: BlockSegmenter, titles: [String]) {
    self.tree = tree
    self.segmenter = segmenter
    self.titles = titles.map { PlainWords.words($0) }
    var kept = betweenTitleAndEnd(chosen).filter { isKept($0) }
    trimHead(&kept)
    kept = withoutEmptySections(kept)
    for block in kept { add(block) }
  }

  /// Without what stands before the headline and behind a line that ends articles, where that is the smaller part.
  private func betweenTitleAndEnd(_ chosen: [PageBlock]) -> ArraySlice<PageBlock> {
    let words = chosen.map { $0.linkShare > 0.5 ? 0 : $0.words }
    let total = words.reduce(0, +)
    var rest = chosen[...]
    let title = chosen.firstIndex { block in
      block.heading > 0 && titles.contains { PlainWords.isSameTitle($0, PlainWords.words(block.text[...])) }
    }
    if let title, words[..<title].reduce(0, +) * 5 < total * 3 { rest = rest[title...] }
    let end = rest.indices.first { index in
      guard words[index...].reduce(0, +) * 3 < total else { return false }
      let text = rest[index].text
      return segmenter.patterns.boilerplate(text, TextSpan(0, text.count))?.scope == .rest
    }
    return end.map { rest[..<$0] } ?? rest
  }

  private mutating func isKept(_ block: PageBlock) -> Bool {
    if block.isCaption { return isTold(block) }
    let isRepeated = seen.repeats(block.text)
    if isList(ofLinks: block) { return false }
    if segmenter.patterns.boilerplate(block.text, TextSpan(0, block.text.count)) != nil { return false }
    return !isFragment(block) && !isRepeated
  }

  /// Mostly links, and no sentence that happens to hold long ones.
  private func isList(ofLinks block: PageBlock) -> Bool {
    guard block.linkShare > 0.5, !block.isQuote else { return false }
    let isProse = block.isSentence && block.words >= 12 && block.linkShare < 0.8
    return block.isListItem ? !isProse : block.words < 30
  }

  /// Captions that say something are kept, as captions; credits and labels of a few words are not.
  private func isTold(_ block: PageBlock) -> Bool {
    block.words >= 8 && (block.isSentence || find(". (", in: block.text[...]) != nil)
  }

  /// A few words in an element of no meaning, with no sentence: a label, a counter, a date.
  private func isFragment(_ block: PageBlock) -> Bool {
    guard block.heading == 0, !block.isListItem, !block.isQuote, block.words < 6, !block.isSentence else {
      return false
    }
    return tree.tag(block.node) == .div || tree.tag(block.node) == .section || tree.tag(block.node) == nil
  }

  /// The headline stands apart, and so do byline and date above the text.
  private func trimHead(_ kept: inout [PageBlock]) {
    for (place, block) in kept.enumerated().prefix(8).reversed() {
      let span = TextSpan(0, block.text.count)
      let isTitle = titles.contains { PlainWords.isSameTitle($0, PlainWords.words(block.text[...])) }
      if isTitle || block.heading == 1 || segmenter.lines.byline(block.text, span) != nil
        || segmenter.lines.date(block.text, span) != nil
      {
        kept.remove(at: place)
      }
    }
  }

  /// A heading with nothing below it belonged to something that was left out.
  private func withoutEmptySections(_ kept: [PageBlock]) -> [PageBlock] {
    var result: [PageBlock] = []
    for (index, block) in kept.enumerated() {
      if block.heading > 0 {
        guard index + 1 < kept.count, kept[index + 1].heading == 0 || kept[index + 1].heading > block.heading else {
          continue
        }
      }
      result.append(block)
    }
    return result
  }

  private mutating func add(_ block: PageBlock) {
    if let last = blocks.indices.last {
      text.append(contentsOf: [0x0A, 0x0A])
      blocks[last].span?.end = text.count
    }
    let start = text.count
    text.append(contentsOf: block.text)
    let kind: Block.Kind = block.isCaption ? .caption : block.heading > 0 ? .headline : .paragraph
    blocks.append(Block(kind: kind, span: TextSpan(start, text.count)))
  }
}

/// Recognises text that stands in a page again, such as the copy for another size of screen.
struct RepeatedText {
  private static let width = 8
  /// An article of so many words is a book; what follows is not compared, so that memory stays small.
  private static let mostWindows = 200_000
  private var windows: Set<UInt64> = []

  /// Whether most of the text was seen before; what was not is remembered.
  mutating func repeats(_ text: [UInt8]) -> Bool {
    guard windows.count < Self.mostWindows else { return false }
    let words = Self.words(text)
    guard words.count >= Self.width else { return false }
    let hashes = (0...(words.count - Self.width)).map { start in
      words[start..<start + Self.width].reduce(Self.seed) { ($0 ^ $1) &* Self.prime }
    }
    let known = hashes.count { windows.contains($0) }
    if known * 10 >= hashes.count * 7 { return true }
    windows.formUnion(hashes)
    return false
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  /// A hash for each word.
  private static func words(_ text: [UInt8]) -> [UInt64] {
    var words: [UInt64] = []
    var hash = seed
    var isInside = false
    for byte in text {
      if isSpace(byte) {
        if isInside { words.append(hash) }
        (hash, isInside) = (seed, false)
      } else {
        hash = (hash ^ UInt64(byte)) &* prime
        isInside = true
      }
    }
    return isInside ? words + [hash] : words
  }
}
