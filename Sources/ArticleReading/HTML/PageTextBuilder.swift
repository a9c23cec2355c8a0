import ArticleModel

/// Puts the article together from the blocks of its element: leaves out what is no text of it, and joins the rest.
struct PageTextBuilder {
  private(set) var text: [UInt8] = []
  private(set) var blocks: [Block] = []
  /// A name below the text, as some papers sign.
  private(set) var signature: String?
  private let tree: MarkupTree
  private let segmenter: BlockSegmenter
  private let offers: PageOffers
  private let titles: [[String]]
  /// The authors, each as words.
  private let authors: [[String]]
  /// Elements that hold several paragraphs of their own, parted by line breaks.
  private var running: Set<Int> = []
  /// Tables whose rows are mostly links.
  private var menus: Set<Int> = []
  private var seen = RepeatedText()
  /// Where the last block begins that was chosen.
  private var lastStart: Int?

  init(
    _ chosen: [PageBlock], _ tree: MarkupTree, segmenter: BlockSegmenter, titles: [String],
    byline: String?, host: String? = nil
  ) {
    self.tree = tree
    offers = PageOffers(tree: tree, host: host)
    self.segmenter = segmenter
    self.titles = titles.map { PlainWords.words($0) }
    authors = (byline?.components(by: ", ") ?? []).map { PlainWords.words($0) }.filter { !$0.isEmpty }
    let sentences = chosen.filter { $0.heading == 0 && !$0.isCaption && $0.words >= 12 && $0.isSentence }
    running = Set(Dictionary(grouping: sentences, by: \.node).filter { $0.value.count >= 3 }.keys)
    menus = Self.menus(chosen)
    let head = PageHead(lines: segmenter.lines, titles: self.titles, authors: authors)
    let told = head.withoutStandfirst(betweenTitleAndEnd(chosen))
    lastStart = told.last?.start
    var kept = told.compactMap { read($0) }
    head.trim(&kept)
    // What they head was left out; so the end of the text stands before them.
    while kept.last.map({ $0.heading > 0 }) == true { kept.removeLast() }
    signature = PageEnd(tree: tree, lines: segmenter.lines, authors: authors).trim(&kept)
    dropPullQuotes(&kept)
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
    var behind = words[rest.startIndex...].reduce(0, +)
    let end = rest.indices.first { index in
      defer { behind -= words[index] }
      guard behind * 3 < total else { return false }
      let text = rest[index].text
      return segmenter.patterns.boilerplate(text, TextSpan(0, text.count))?.scope == .rest
    }
    return end.map { rest[..<$0] } ?? rest
  }

  /// `nil` for what is left out.
  private mutating func read(_ block: PageBlock) -> PageBlock? {
    if let table = block.table { return menus.contains(table) ? nil : block }
    if block.isCaption { return isTold(block) ? block : nil }
    let isRepeated = seen.repeats(block.text)
    if isList(ofLinks: block) || isRepeated || (block.isPointer && !block.isListItem) { return nil }
    let role = segmenter.patterns.role(block.text, TextSpan(0, block.text.count))
    guard let pattern = role.boilerplate else {
      if role.isCaption, block.heading == 0, !block.isListItem { return caption(block) }
      return isFragment(block) || offers.isOffer(block) ? nil : withoutLinkToMore(block)
    }
    // Who else worked on an article is told of this one alone.
    guard pattern.reason == "credits", block.words >= 4 else { return nil }
    var credits = block
    credits.reason = pattern.reason
    return credits
  }

  /// The rows of a table stay or go together.
  private static func menus(_ blocks: [PageBlock]) -> Set<Int> {
    var counts: [Int: (words: Int, links: Int)] = [:]
    for block in blocks {
      guard let table = block.table else { continue }
      counts[table, default: (0, 0)].words += block.words
      counts[table, default: (0, 0)].links += block.linkWords
    }
    return Set(counts.filter { $0.value.links * 2 > $0.value.words }.keys)
  }

  /// Without a link that follows the last sentence and says no more than `Read more`.
  private func withoutLinkToMore(_ block: PageBlock) -> PageBlock {
    guard (1...4).contains(block.linkWords), let start = block.firstLink else { return block }
    let (tail, end) = (Array(block.text[start...]), block.text[..<start].lastIndex { !isSpace($0) })
    guard let end, tail.split(whereSeparator: isSpace).count == block.linkWords,
      Sentence.ends(block.text, TextSpan(0, end + 1)),
      segmenter.patterns.boilerplate(tail, TextSpan(0, tail.count))?.place == .whole
    else { return block }
    var shorter = block
    shorter.text.removeSubrange((end + 1)...)
    shorter.words -= block.linkWords
    shorter.linkWords = 0
    return shorter
  }

  /// Mostly links, and no sentence that happens to hold long ones.
  private func isList(ofLinks block: PageBlock) -> Bool {
    // A quotation of links alone is another article that is shown in small.
    guard block.linkShare > (block.isQuote ? 0.99 : 0.5) else { return false }
    if block.isQuote { return block.words < 15 && !block.isSentence }
    let isProse = block.isSentence && block.words >= 12 && block.linkShare < 0.8
    if block.isListItem { return !isProse }
    return block.words < 30 || (block.linkShare > 0.9 && !block.isSentence)
  }

  private func caption(_ block: PageBlock) -> PageBlock? {
    guard isTold(block) else { return nil }
    var caption = block
    caption.isCaption = true
    return caption
  }

  /// Captions that say something are kept, as captions; credits and labels of a few words are not.
  private func isTold(_ block: PageBlock) -> Bool {
    block.words >= 8 && (block.isSentence || endsWithCredit(block))
  }

  /// A sentence with a few words behind it: `... on Friday. Photograph: Jo Berg`.
  private func endsWithCredit(_ block: PageBlock) -> Bool {
    guard
      let point = block.text.indices.dropLast().last(where: { index in
        block.text[index] == UInt8(ascii: ".") && block.text[index + 1] == 0x20
      })
    else { return false }
    let sentence = block.text[...point].split(whereSeparator: isSpace).count
    return sentence >= 6 && block.words - sentence <= 6
  }

  /// A few words in an element of no meaning, with no sentence: a label, a counter, a date.
  private func isFragment(_ block: PageBlock) -> Bool {
    if block.words <= 2, block.heading == 0, !block.isListItem, tree.tag(block.node) != .td,
      !String(decoding: block.text, as: UTF8.self).contains(where: \.isLetter) || isCount(block)
    {
      return true
    }
    if block.isTime, block.heading == 0, block.words <= 10 { return true }
    guard block.heading == 0, !block.isListItem, !block.isQuote, block.words < 6, !block.isSentence else {
      return false
    }
    if block.start == lastStart, PageEnd.signature(block, segmenter.lines.bylines, tree) != nil { return false }
    // Between paragraphs that line breaks part, bold letters make a heading.
    if block.isStrong, running.contains(block.node) { return false }
    return tree.tag(block.node) == .div || tree.tag(block.node) == .section || tree.tag(block.node) == nil
  }

  /// `1.2K`
  private func isCount(_ block: PageBlock) -> Bool {
    block.words == 1 && block.text.count <= 6 && block.text.first.map(isDigit) == true
      && block.text.last.map { "KMkm".utf8.contains($0) } == true
  }

  private static let marks: Set<Unicode.Scalar> = ["“", "”", "\"", "«", "»", "„", "‘", "’", " ", ".", ",", "…"]

  /// Words of the article that stand once more beside it, in large letters.
  private func dropPullQuotes(_ kept: inout [PageBlock]) {
    let isCandidate = kept.map { block in
      (4...40).contains(block.words) && block.heading == 0 && !block.isListItem && !block.isCaption
        && !block.isRow && block.reason == nil && !block.isSpeaker
        && (block.isQuote || tree.tag(block.node) != .p || (block.words > 4 && isQuotation(block)))
        && tree.tag(block.node) != .td
    }
    guard (1...20).contains(isCandidate.count { $0 }) else { return }
    let texts = kept.map(\.text)
    for index in kept.indices.reversed() where isCandidate[index] {
      let words = String(decoding: texts[index], as: UTF8.self).trimming(Self.marks)
      let isElsewhere = texts.indices.contains { other in
        other != index && !isCandidate[other] && texts[other].count > texts[index].count
          && find(words, in: texts[other][...]) != nil
      }
      guard isElsewhere else { continue }
      // With who says it.
      if index + 1 < kept.count, kept[index + 1].isSpeaker, kept[index + 1].quote == kept[index].quote {
        kept.remove(at: index + 1)
      }
      kept.remove(at: index)
    }
  }

  /// Nothing but words between quotation marks.
  private func isQuotation(_ block: PageBlock) -> Bool {
    let text = String(decoding: block.text, as: UTF8.self).unicodeScalars
    guard let first = text.first, let last = text.last else { return false }
    return Self.quotationMarks.contains(first) && Self.quotationMarks.contains(last)
      && !text.dropFirst().dropLast().contains { Self.quotationMarks.contains($0) }
  }

  private static let quotationMarks: Set<Unicode.Scalar> = ["“", "”", "\"", "«", "»", "„", "「", "」"]

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
    blocks.append(Block(kind: Self.kind(block), span: TextSpan(start, text.count)))
    partTurns(from: start)
  }

  /// `Q: Was it loud?` and `A: It was.` in one paragraph, parted by a line break: each is a turn.
  private mutating func partTurns(from start: Int) {
    guard isTurn(at: start), blocks[blocks.count - 1].kind == .paragraph else { return }
    for place in start..<text.count where text[place] == 0x0A && isTurn(at: place + 1) {
      blocks[blocks.count - 1].span?.end = place + 1
      blocks.append(Block(kind: .paragraph, span: TextSpan(place + 1, text.count)))
    }
  }

  /// `Q:`, `A.`
  private func isTurn(at place: Int) -> Bool {
    guard place + 2 < text.count else { return false }
    return (text[place] == UInt8(ascii: "Q") || text[place] == UInt8(ascii: "A"))
      && (text[place + 1] == UInt8(ascii: ":") || text[place + 1] == UInt8(ascii: ".")) && isSpace(text[place + 2])
  }

  private static func kind(_ block: PageBlock) -> Block.Kind {
    if let reason = block.reason { return .boilerplate(reason: reason) }
    return block.isCaption ? .caption : block.heading > 0 ? .headline : .paragraph
  }
}
