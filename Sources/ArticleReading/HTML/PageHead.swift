import ArticleModel

/// What stands between the headline and the text: the headline itself, byline, date, standfirst.
struct PageHead {
  /// In blocks.
  private static let depth = 8
  /// The same before labels and the like are left out.
  private static let rawDepth = 14
  /// A line of dates may say when it was published and when it was changed.
  private static let longestDate = 26
  /// In words.
  private static let longestStandfirst = 45

  let lines: HeaderLines
  let titles: [[String]]
  /// The authors, each as words.
  let authors: [[String]]

  func trim(_ kept: inout [PageBlock]) {
    for (place, block) in kept.enumerated().prefix(Self.depth).reversed() where !block.isRow {
      let before = kept[..<place]
      let isFirst = block.heading == 1 && !before.contains { $0.words >= 12 && $0.isSentence && !$0.isCaption }
      if isFirst || isLine(block) || isStandfirst(block, behind: before) || isNumbers(block, behind: before) {
        kept.remove(at: place)
      }
    }
  }

  /// Without what stands between the headline and its byline or date: a second headline, a standfirst.
  func withoutStandfirst(_ blocks: ArraySlice<PageBlock>) -> [PageBlock] {
    var (line, prose) = (blocks.startIndex, 0)
    for (index, block) in zip(blocks.indices, blocks.prefix(Self.rawDepth)) {
      if block.heading == 0, isLine(block) {
        line = index
      } else if block.heading == 0, block.words >= 12, !block.isCaption, !block.isStandfirst {
        prose += 1
        if prose > 1 || block.words > Self.longestStandfirst { break }
      }
    }
    let before = blocks[..<line]
    guard let title = before.lastIndex(where: { $0.heading == 1 }) else {
      return before.filter { $0.heading <= 1 } + blocks[line...]
    }
    return before[...title] + before[(title + 1)...].filter { $0.isCaption } + blocks[line...]
  }

  /// `18 ก.พ. 2568 14:20 น. · 3,204`: numbers of a kind that no list knows.
  private func isNumbers(_ block: PageBlock, behind before: ArraySlice<PageBlock>) -> Bool {
    // A paragraph of numbers may be a result.
    guard block.heading == 0, block.words <= 12, !block.isSentence, !block.isListItem, !block.isParagraph,
      !before.contains(where: { $0.words >= 12 && $0.heading == 0 && !$0.isCaption })
    else { return false }
    let words = block.text.split(whereSeparator: isSpace)
    return words.count { $0.contains { isDigit($0) } } * 3 >= words.count
  }

  /// What a page sets between headline and text. Deeper in the text such a class is that of a heading.
  private func isStandfirst(_ block: PageBlock, behind before: ArraySlice<PageBlock>) -> Bool {
    block.isStandfirst && !before.contains { $0.words >= 12 && !$0.isStandfirst && !$0.isCaption && $0.heading != 1 }
  }

  /// Whether each line is short, and one of them the title, a byline or a date.
  private func isLine(_ block: PageBlock) -> Bool {
    if block.isSpeaker { return false }
    let text = block.text
    if titles.contains(where: { PlainWords.isSameTitle($0, PlainWords.words(text[...])) }) { return true }
    let lines = text.split(separator: 0x0A).map(Array.init)
    guard lines.count <= 6, lines.allSatisfy({ isShort($0) }) else { return false }
    return lines.contains { line in
      let span = TextSpan(0, line.count)
      return self.lines.byline(line, span) != nil || isDate(line) || isAuthor(line)
        || (block.heading == 0 && isRole(line))
        || (lines.count > 1 && titles.contains { PlainWords.isSameTitle($0, PlainWords.words(line[...])) })
    }
  }

  private func isDate(_ line: [UInt8]) -> Bool {
    lines.partedDate(line, words: Self.longestDate) != nil
  }

  /// A name of the byline, or a line that names somebody.
  private func isAuthor(_ line: [UInt8]) -> Bool {
    let text = String(decoding: line, as: UTF8.self)
    return authors.contains(PlainWords.words(text)) || lines.bylines.authors(line: text, next: nil) != nil
  }

  /// What somebody is: `Arts correspondent`.
  private func isRole(_ line: [UInt8]) -> Bool {
    let words = String(decoding: line, as: UTF8.self).split(separator: " ")
    return (2...6).contains(words.count) && lines.bylines.isRole(words[...])
  }

  private func isShort(_ line: [UInt8]) -> Bool {
    line.count <= 240 && line.split(whereSeparator: isSpace).count <= 14
      && !Sentence.ends(line, TextSpan(0, line.count))
      || isDate(line)
  }
}
