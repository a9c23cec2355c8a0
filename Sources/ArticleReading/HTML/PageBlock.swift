/// A run of text of a page between two breaks: a paragraph, a heading, an item of a list, a cell.
struct PageBlock {
  /// The nearest element that makes a break around it. Text behind a child of an element belongs to the element, so these
  /// numbers are not in order.
  var node: Int
  /// The text node at which it begins. Blocks are in the order of these.
  var start: Int
  /// White space squeezed; line breaks stand as line feeds.
  var text: [UInt8]
  var words = 0
  /// Words inside links.
  var linkWords = 0
  /// The byte at which the first link begins.
  var firstLink: Int?
  /// Words in bold letters.
  var strongWords = 0
  /// Words in italics.
  var italicWords = 0
  /// Words inside elements that are a time.
  var timeWords = 0
  /// 1 to 6; 0 for what is no heading.
  var heading = 0
  /// Inside an element that is called one.
  var isParagraph = false
  var isListItem = false
  var isQuote = false
  var isCaption = false
  var isStandfirst = false
  /// Why it is not searched, though it stays in the text.
  var reason: String?

  var linkShare: Double { words == 0 ? 0 : Double(linkWords) / Double(words) }

  var isStrong: Bool { strongWords == words }

  var isItalic: Bool { italicWords == words }

  /// Nothing but the time of something.
  var isTime: Bool { timeWords == words }

  /// Nothing but a few words and a colon before a link: `Read too: Bridge closed again`.
  var isPointer: Bool {
    guard let firstLink, heading == 0, words <= 40, (1...5).contains(words - linkWords) else { return false }
    let label = text[..<firstLink]
    guard label.split(whereSeparator: isSpace).count == words - linkWords || label.contains(where: { $0 >= 0xE0 })
    else {
      return false
    }
    let end = label.last { !isSpace($0) }
    return end == UInt8(ascii: ":") || end == UInt8(ascii: "|") || label.suffix(3).elementsEqual(Array("：".utf8))
  }

  /// Ends with a point or the like.
  var isSentence: Bool { Sentence.ends(text, .init(0, text.count)) }
}

/// What the elements around a run of text make of its words.
private struct WordStyle {
  var isLink: Bool
  var isStrong: Bool
  var isItalic: Bool
  var isTime: Bool
}

extension PageBlock {
  fileprivate mutating func count(_ more: Int, _ style: WordStyle) {
    words += more
    if style.isLink { linkWords += more }
    if style.isStrong { strongWords += more }
    if style.isItalic { italicWords += more }
    if style.isTime { timeWords += more }
  }
}

/// Collects the blocks of what an outline leaves.
struct PageBlockCollector {
  private let tree: MarkupTree
  private let outline: PageOutline
  private(set) var blocks: [PageBlock] = []
  private var current: PageBlock?
  /// Where the innermost link, bold letters, caption, standfirst, quote, list item and heading end, italics and time.
  private var (linkEnd, strongEnd, captionEnd, standfirstEnd, quoteEnd, itemEnd, headingEnd) = (0, 0, 0, 0, 0, 0, 0)
  private var (italicEnd, timeEnd) = (0, 0)
  private var heading = 0
  private var breaks = 0
  private var needsSpace = false
  private var isInWord = false

  init(_ outline: PageOutline) {
    tree = outline.tree
    self.outline = outline
  }

  mutating func collect() {
    var blockEnds: [(end: Int, node: Int)] = []
    var node = 0
    while node < tree.count {
      while let last = blockEnds.last, last.end <= node {
        close()
        blockEnds.removeLast()
      }
      if outline.verdicts[node] == .dropped {
        if !tree.isText(node), isBlock(node) { close() }
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
    close()
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
    case .br:
      breaks += 1
      if breaks >= 2 { close() }
    case .blockquote: quoteEnd = max(quoteEnd, end)
    case .li, .dd, .dt: itemEnd = max(itemEnd, end)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      headingEnd = end
      heading = Int(tag.rawValue - Tag.h1.rawValue) + 1
    default: break
    }
    return isBlock(node)
  }

  private func isBlock(_ node: Int) -> Bool {
    tree.tag(node).map(Self.isBlock) ?? false
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
      if breaks > 0, !block.text.isEmpty {
        block.text.append(0x0A)
      } else if needsSpace, !block.text.isEmpty {
        block.text.append(0x20)
      }
      breaks = 0
      needsSpace = false
      if style.isLink, block.firstLink == nil { block.firstLink = block.text.count }
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
      isQuote: start < quoteEnd, isCaption: start < captionEnd, isStandfirst: start < standfirstEnd)
  }

  private mutating func close() {
    if let block = current { blocks.append(block) }
    current = nil
    breaks = 0
    needsSpace = false
    isInWord = false
  }
}
