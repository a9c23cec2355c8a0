/// Collects the blocks of what an outline leaves.
struct PageBlockCollector {
  private let tree: MarkupTree
  private let outline: PageOutline
  private(set) var blocks: [PageBlock] = []
  private var current: PageBlock?
  /// Where the innermost link, bold letters, caption, standfirst, quote, list item and heading end, italics and time.
  private var (linkEnd, strongEnd, captionEnd, standfirstEnd, quoteEnd, itemEnd, headingEnd) = (0, 0, 0, 0, 0, 0, 0)
  private var (italicEnd, timeEnd) = (0, 0)
  private var (quote, sourceEnd) = (0, 0)
  /// Where the innermost short quotations end, and their closing marks.
  private var spokenEnds: [(end: Int, mark: String)] = []
  /// A mark that stands before the next letter.
  private var opening: String?
  private var heading = 0
  private var breaks = 0
  private var needsSpace = false
  private var isInWord = false
  private let tables: Set<Int>
  /// The innermost table of data and where it ends; whether a cell of it begins.
  private var (table, tableEnd, isAtCell) = (0, 0, false)

  init(_ outline: PageOutline) {
    tree = outline.tree
    self.outline = outline
    tables = DataTable.nodes(tree)
  }

  /// The blocks of a page without data that it shows as text.
  static func blocks(_ outline: PageOutline) -> [PageBlock] {
    var collector = PageBlockCollector(outline)
    collector.collect()
    QuoteMarks.add(to: &collector.blocks, outline.tree)
    return collector.blocks.compactMap { $0.withoutData }
  }

  private mutating func collect() {
    var blockEnds: [(end: Int, node: Int)] = []
    var node = 0
    while node < tree.count {
      closeSpoken(before: node)
      while let last = blockEnds.last, last.end <= node {
        close()
        blockEnds.removeLast()
      }
      if outline.verdicts[node] == .dropped {
        if !tree.isText(node), isBlock(node), node >= tableEnd { close() }
        node = tree.end(node)
        continue
      }
      if tree.isText(node) {
        append(tree.bytes(node), node, block: blockEnds.last?.node ?? 0)
      } else if enter(node) {
        close()
        blockEnds.append((tree.end(node), node))
      }
      node += 1
    }
    closeSpoken(before: node)
    close()
  }

  /// The mark behind what stood in a `q`, which readers see though the text has none.
  private mutating func closeSpoken(before node: Int) {
    while let last = spokenEnds.last, last.end <= node {
      // Nothing stood in it.
      if opening != nil { opening = nil } else { current?.text.append(contentsOf: last.mark.utf8) }
      spokenEnds.removeLast()
    }
  }

  private func firstLetter(in node: Int) -> UInt8? {
    for inner in node..<tree.end(node) where tree.isText(inner) {
      if let byte = tree.bytes(inner).first(where: { !isSpace($0) }) { return byte }
    }
    return nil
  }

  private mutating func openSpoken(_ node: Int) {
    guard let first = firstLetter(in: node), first != UInt8(ascii: "\""), first < 0x80 || first == 0xC3 else { return }
    let isInside = !spokenEnds.isEmpty
    opening = isInside ? "‘" : "“"
    spokenEnds.append((tree.end(node), isInside ? "’" : "”"))
  }

  /// Whether the element makes a break around it.
  private mutating func enter(_ node: Int) -> Bool {
    let end = tree.end(node)
    if outline.verdicts[node] == .caption { captionEnd = max(captionEnd, end) }
    if outline.isStandfirst(node) { standfirstEnd = max(standfirstEnd, end) }
    guard let tag = tree.tag(node) else { return false }
    switch tag {
    case .a: linkEnd = max(linkEnd, end)
    case .b, .strong: strongEnd = max(strongEnd, end)
    case .i, .em: italicEnd = max(italicEnd, end)
    case .time: timeEnd = max(timeEnd, end)
    case .br where node < tableEnd: needsSpace = true
    case .br:
      breaks += 1
      if breaks >= 2 { close() }
    case .table where tables.contains(node): (table, tableEnd) = (node, end)
    case .td, .th: isAtCell = node < tableEnd
    case .blockquote:
      if node >= quoteEnd { quote = node }
      quoteEnd = max(quoteEnd, end)
    case .q: openSpoken(node)
    case .cite, .footer: if isSource(node) { sourceEnd = max(sourceEnd, end) }
    case .li, .dd, .dt: itemEnd = max(itemEnd, end)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      headingEnd = end
      heading = Int(tag.rawValue - Tag.h1.rawValue) + 1
    default: break
    }
    return isBlock(node)
  }

  /// The cells of a row stand in one block.
  private func isBlock(_ node: Int) -> Bool {
    guard let tag = tree.tag(node) else { return false }
    if tag == .cite { return isSource(node) }
    return node <= table || node >= tableEnd ? Self.isBlock(tag) : tag == .tr || tag == .caption
  }

  /// Whether an element names who says the quotation around it: its last child, or the last of its last child.
  private func isSource(_ node: Int) -> Bool {
    guard node < quoteEnd, node > quote, tree.text(node).utf8.count <= 160 else { return false }
    return (tree.end(node)..<quoteEnd).allSatisfy { next in
      !tree.isText(next) || tree.bytes(next).allSatisfy { isSpace($0) }
    }
  }

  /// Whether elements of a name make a break around them.
  static func isBlock(_ tag: Tag) -> Bool { !inline.contains(tag) }

  private static let inline: Set<Tag> = [
    .a, .abbr, .b, .br, .cite, .code, .em, .font, .i, .ins, .label, .mark, .q, .s, .small, .span, .strong, .sub, .sup,
    .time, .u, .img, .picture, .source, .input,
  ]

  private mutating func append(_ bytes: UnsafeRawBufferPointer, _ node: Int, block: Int) {
    // A caption inside a paragraph stands apart; a credit behind a caption belongs to it.
    if let current, current.isCaption != (node < captionEnd), bytes.contains(where: { !isSpace($0) }) { close() }
    var block = current ?? newBlock(block, from: node)
    // Else the text would have two owners, and each piece of it would copy all before.
    current = nil
    let style = WordStyle(
      isLink: node < linkEnd, isStrong: node < strongEnd, isItalic: node < italicEnd, isTime: node < timeEnd)
    var (unspaced, thai) = (0, 0)
    for (index, byte) in bytes.enumerated() {
      // A no-break space is one like any other here.
      let isNoBreak = byte == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0
      if isNoBreak || (byte == 0xA0 && index > 0 && bytes[index - 1] == 0xC2) || isSpace(byte)
        || Self.isInWideSpace(bytes, index)
      {
        needsSpace = true
        isInWord = false
        continue
      }
      if !isInWord {
        block.count(1, style)
        isInWord = true
      }
      if isAtCell {
        if !block.text.isEmpty { block.text.append(contentsOf: " | ".utf8) }
        isAtCell = false
      } else if breaks > 0, !block.text.isEmpty {
        block.text.append(0x0A)
      } else if needsSpace, !block.text.isEmpty {
        block.text.append(0x20)
      }
      breaks = 0
      needsSpace = false
      if style.isLink, block.firstLink == nil { (block.firstLink, block.firstLinkNode) = (block.text.count, node) }
      if let mark = opening {
        block.text.append(contentsOf: mark.utf8)
        opening = nil
      }
      block.text.append(byte)
      if byte >= 0xE3, byte <= 0xEA { unspaced += 1 }
      if Self.isThai(bytes, index) { thai += 1 }
    }
    // Scripts without spaces: two signs make about one word.
    if unspaced >= 4 { block.count(unspaced / 2, style) }
    if thai >= 10 { block.count(thai / 6, style) }
    current = block.text.isEmpty ? nil : block
  }

  /// Whether a letter of Thai, Lao, Burmese or Khmer begins at a byte: they have no spaces, and about six letters a word.
  private static func isThai(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Bool {
    guard bytes[index] & 0xFE == 0xE0, index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    return bytes[index] == 0xE0 ? (0xB8...0xBB).contains(next) : [0x80, 0x81, 0x82, 0x9E, 0x9F].contains(next)
  }

  /// Whether a byte is one of the three of U+3000, with which Chinese and Japanese paragraphs begin.
  private static func isInWideSpace(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Bool {
    switch bytes[index] {
    case 0xE3: index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80
    case 0x80:
      index >= 1 && index + 1 < bytes.count && bytes[index - 1] == 0xE3 && bytes[index + 1] == 0x80
        || index >= 2 && bytes[index - 2] == 0xE3 && bytes[index - 1] == 0x80
    default: false
    }
  }

  private func newBlock(_ node: Int, from start: Int) -> PageBlock {
    PageBlock(
      node: node, start: start, text: [], heading: start < headingEnd ? heading : 0, isParagraph: tree.tag(node) == .p,
      isListItem: start < itemEnd,
      isQuote: start < quoteEnd, isSpeaker: start < sourceEnd, quote: start < quoteEnd ? quote : nil,
      isCaption: start < captionEnd, isStandfirst: start < standfirstEnd,
      table: start < tableEnd && tree.tag(node) == .tr ? table : nil)
  }

  private mutating func close() {
    if let block = current { blocks.append(block) }
    current = nil
    breaks = 0
    needsSpace = false
    isInWord = false
  }
}
