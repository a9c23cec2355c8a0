import ArticleModel

/// Puts the article together from the blocks of its element: leaves out what is no text of it, and joins the rest.
struct PageTextBuilder {
  private(set) var text: [UInt8] = []
  private(set) var blocks: [Block] = []
  /// A name below the text, as some papers sign.
  private(set) var signature: String?
  private let tree: MarkupTree
  private let segmenter: BlockSegmenter
  private let titles: [[String]]
  /// The authors, each as words.
  private let authors: [[String]]
  /// Elements that hold several paragraphs of their own, parted by line breaks.
  private var running: Set<Int> = []
  private var seen = RepeatedText()

  init(
    _ chosen: [PageBlock], _ tree: MarkupTree, segmenter: BlockSegmenter, titles: [String],
    byline: String?
  ) {
    self.tree = tree
    self.segmenter = segmenter
    self.titles = titles.map { PlainWords.words($0) }
    authors = (byline?.components(by: ", ") ?? []).map { PlainWords.words($0) }.filter { !$0.isEmpty }
    let sentences = chosen.filter { $0.heading == 0 && !$0.isCaption && $0.words >= 12 && $0.isSentence }
    running = Set(Dictionary(grouping: sentences, by: \.node).filter { $0.value.count >= 3 }.keys)
    var kept = betweenTitleAndEnd(chosen).filter { isKept($0) }
    trimHead(&kept)
    trimEnd(&kept)
    takeSignature(&kept)
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
    // A quotation of links alone is another article that is shown in small.
    guard block.linkShare > (block.isQuote ? 0.99 : 0.5) else { return false }
    if block.isQuote { return block.words < 15 && !block.isSentence }
    let isProse = block.isSentence && block.words >= 12 && block.linkShare < 0.8
    if block.isListItem { return !isProse }
    return block.words < 30 || (block.linkShare > 0.9 && !block.isSentence)
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
    guard block.heading == 0, !block.isListItem, !block.isQuote, block.words < 6, !block.isSentence else {
      return false
    }
    // Between paragraphs that line breaks part, bold letters make a heading.
    if block.isStrong, running.contains(block.node) { return false }
    return tree.tag(block.node) == .div || tree.tag(block.node) == .section || tree.tag(block.node) == nil
  }

  /// `1.2K`
  private func isCount(_ block: PageBlock) -> Bool {
    block.words == 1 && block.text.count <= 6 && block.text.first.map(isDigit) == true
      && block.text.last.map { "KMkm".utf8.contains($0) } == true
  }

  /// The headline stands apart, and so do byline and date above the text.
  private func trimHead(_ kept: inout [PageBlock]) {
    for (place, block) in kept.enumerated().prefix(8).reversed() {
      let isFirst = block.heading == 1 && !kept[..<place].contains { $0.words >= 12 && $0.isSentence && !$0.isCaption }
      if isFirst || isHead(block) || isStandfirst(block, behind: kept[..<place]) { kept.remove(at: place) }
    }
  }

  /// What a page sets between headline and text. Deeper in the text such a class is that of a heading.
  private func isStandfirst(_ block: PageBlock, behind before: ArraySlice<PageBlock>) -> Bool {
    block.isStandfirst && !before.contains { $0.words >= 12 && !$0.isStandfirst && !$0.isCaption && $0.heading != 1 }
  }

  private static let marks: Set<Unicode.Scalar> = ["“", "”", "\"", "«", "»", "„", "‘", "’", " ", ".", ",", "…"]

  /// Words of the article that stand once more beside it, in large letters.
  private func dropPullQuotes(_ kept: inout [PageBlock]) {
    let isCandidate = kept.map { block in
      (4...40).contains(block.words) && block.heading == 0 && !block.isListItem && !block.isCaption
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
      if isElsewhere { kept.remove(at: index) }
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

  /// `이수진 기자 sujin@coast.example`: the author once more, below the text.
  private func trimEnd(_ kept: inout [PageBlock]) {
    guard let last = kept.last, last.words <= 8, !last.isSentence, kept.count > 1 else { return }
    let words = PlainWords.words(last.text[...])
    // `해안=이수진 기자 sujin@coast.example`: before a mail address, a place may stand before the name.
    let line = last.text.contains(UInt8(ascii: "@")) ? Array(words.joined(separator: " ").utf8) : []
    let isSigned = authors.contains { name in
      words.starts(with: name) || find(name.joined(separator: " "), in: line[...]) != nil
    }
    if isSigned { kept.removeLast() }
  }

  /// `<p style="text-align: right"><b>Lê Minh Thảo</b></p>`
  private mutating func takeSignature(_ kept: inout [PageBlock]) {
    guard let last = kept.last, kept.count > 1, last.isStrong, (2...4).contains(last.words), last.heading == 0,
      let style = tree.attribute(last.node, .style),
      style.filter({ $0 != " " }).lowercased().contains("text-align:right")
    else { return }
    let (line, bylines) = (String(decoding: last.text, as: UTF8.self), segmenter.lines.bylines)
    guard bylines.names(line) == [line], bylines.isPerson(line), line.split(separator: " ").allSatisfy(\.isCapital)
    else {
      return
    }
    signature = line
    kept.removeLast()
  }

  /// Whether each line is short, and one of them the title, a byline or a date.
  private func isHead(_ block: PageBlock) -> Bool {
    let text = block.text
    if titles.contains(where: { PlainWords.isSameTitle($0, PlainWords.words(text[...])) }) { return true }
    let lines = text.split(separator: 0x0A).map(Array.init)
    guard lines.count <= 6, lines.allSatisfy({ isShort($0) }) else { return false }
    return lines.contains { line in
      let span = TextSpan(0, line.count)
      return segmenter.lines.byline(line, span) != nil || segmenter.lines.date(line, span) != nil
        || isAuthor(line) || (block.heading == 0 && isRole(line))
        || (lines.count > 1 && titles.contains { PlainWords.isSameTitle($0, PlainWords.words(line[...])) })
    }
  }

  /// A name of the byline, or a line that names somebody.
  private func isAuthor(_ line: [UInt8]) -> Bool {
    let text = String(decoding: line, as: UTF8.self)
    return authors.contains(PlainWords.words(text)) || segmenter.lines.bylines.authors(line: text, next: nil) != nil
  }

  /// What somebody is: `Arts correspondent`.
  private func isRole(_ line: [UInt8]) -> Bool {
    let words = String(decoding: line, as: UTF8.self).split(separator: " ")
    return (2...6).contains(words.count) && segmenter.lines.bylines.isRole(words[...])
  }

  private func isShort(_ line: [UInt8]) -> Bool {
    line.count <= 240 && line.split(whereSeparator: isSpace).count <= 14
      && !Sentence.ends(line, TextSpan(0, line.count))
      || segmenter.lines.date(line, TextSpan(0, line.count)) != nil
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

extension Substring {
  fileprivate var isCapital: Bool { first?.isUppercase == true }
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
