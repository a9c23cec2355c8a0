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
  /// The text node inside of it.
  var firstLinkNode: Int?
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
  /// Names whose words stand beside it: the source of a quotation, a term before what it says.
  var isSpeaker = false
  /// The element of a quotation that it stands in.
  var quote: Int?
  var isCaption = false
  var isStandfirst = false
  /// The table of data whose row it is.
  var table: Int?
  /// Why it is not searched, though it stays in the text.
  var reason: String?

  var linkShare: Double { words == 0 ? 0 : Double(linkWords) / Double(words) }

  var isStrong: Bool { strongWords == words }

  var isItalic: Bool { italicWords == words }

  /// A row of a table of data: its cells stand beside each other.
  var isRow: Bool { table != nil }

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
struct WordStyle {
  var isLink: Bool
  var isStrong: Bool
  var isItalic: Bool
  var isTime: Bool
}

extension PageBlock {
  /// `nil` where it is data; without a longer piece of data that stands in it.
  var withoutData: PageBlock? {
    let data = DataText(text)
    if data.isAll { return nil }
    guard !data.ranges.isEmpty else { return self }
    var block = self
    block.text = data.cut(from: text)
    while block.text.last.map({ isSpace($0) }) == true { block.text.removeLast() }
    block.words = block.text.split(whereSeparator: isSpace).count
    block.linkWords = min(linkWords, block.words)
    block.firstLink = firstLink.map { min($0, block.text.count) }
    return block.text.isEmpty ? nil : block
  }

  mutating func count(_ more: Int, _ style: WordStyle) {
    words += more
    if style.isLink { linkWords += more }
    if style.isStrong { strongWords += more }
    if style.isItalic { italicWords += more }
    if style.isTime { timeWords += more }
  }
}
