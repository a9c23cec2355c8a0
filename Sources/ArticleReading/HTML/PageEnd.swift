/// What stands below the text: who wrote it, once more, what else they do, and what the paper adds to every article.
struct PageEnd {
  /// In blocks.
  private static let mostNotes = 4
  /// In words.
  private static let longestNote = 70

  let tree: MarkupTree
  let lines: HeaderLines
  /// The authors, each as words.
  let authors: [[String]]

  /// - Returns: A name below the text, as some papers sign.
  func trim(_ kept: inout [PageBlock]) -> String? {
    trimAuthor(&kept)
    let signature = takeSignature(&kept)
    trimDate(&kept)
    trimNotes(&kept)
    return signature
  }

  /// `이수진 기자 sujin@coast.example`: the author once more, below the text.
  private func trimAuthor(_ kept: inout [PageBlock]) {
    guard let last = kept.last, last.words <= 8, !last.isSentence, kept.count > 1 else { return }
    let words = PlainWords.words(last.text[...])
    // `해안=이수진 기자 sujin@coast.example`: before a mail address, a place may stand before the name.
    let line = last.text.contains(UInt8(ascii: "@")) ? Array(words.joined(separator: " ").utf8) : []
    let isSigned = authors.contains { name in
      words.starts(with: name) || find(name.joined(separator: " "), in: line[...]) != nil
    }
    if isSigned { kept.removeLast() }
  }

  /// `Published 10:02 AM EST Mar 4, 2024`: a line of its own below the text.
  private func trimDate(_ kept: inout [PageBlock]) {
    guard kept.count > 3, let last = kept.last, last.words <= 10, last.heading == 0, !last.isListItem,
      lines.partedDate(last.text) != nil
    else { return }
    kept.removeLast()
  }

  /// The name of a line below the text: bold at the right, or at the right, in bold letters, italics or brackets where it
  /// begins with a first name.
  private func takeSignature(_ kept: inout [PageBlock]) -> String? {
    guard let last = kept.last, kept.count > 1, let name = Self.signature(last, lines.bylines, tree) else { return nil }
    kept.removeLast()
    return name
  }

  /// `<p style="text-align: right"><b>Lê Minh Thảo</b></p>`, `<i>Olga Petrenko</i>`, `(Budi Santoso)`
  static func signature(_ block: PageBlock, _ bylines: BylineReader, _ tree: MarkupTree) -> String? {
    guard (2...4).contains(block.words), block.heading == 0, !block.isListItem, block.text.count <= 120 else {
      return nil
    }
    let text = String(decoding: block.text, as: UTF8.self)
    let line = text.trimming(brackets)
    let isBracketed = line != text
    guard bylines.names(line) == [line], bylines.isPerson(line),
      line.split(separator: " ").allSatisfy({ $0.first?.isUppercase == true })
    else { return nil }
    let isRight = isSetRight(block, tree)
    if block.isStrong, isRight { return line }
    let isMarked = block.isStrong || block.isItalic || isBracketed || isRight
    return isMarked && line.split(separator: " ").first.map { bylines.isFirstName($0) } == true ? line : nil
  }

  private static let brackets: Set<Unicode.Scalar> = ["(", ")", "[", "]", " "]

  private static func isSetRight(_ block: PageBlock, _ tree: MarkupTree) -> Bool {
    guard let style = tree.attribute(block.node, .style) else { return false }
    return style.filter { $0 != " " }.lowercased().contains("text-align:right")
  }

  /// Paragraphs that speak of the author or the paper: they stand last, and are in brackets, in italics, or begin with the
  /// author's name. They stay in the text and are not searched.
  private func trimNotes(_ kept: inout [PageBlock]) {
    let italics = kept.count { $0.isItalic }
    for _ in 0..<Self.mostNotes {
      guard kept.count > 3, let place = kept.lastIndex(where: { $0.reason == nil && !$0.isCaption }) else { return }
      let block = kept[place]
      guard block.heading == 0, block.words <= Self.longestNote, !block.isQuote, !block.isListItem else { return }
      if isBracketed(block) {
        kept[place].reason = "credits"
      } else if isAboutAuthor(block) {
        kept[place].reason = "author"
      } else if block.isItalic, italics <= Self.mostNotes, !holdsQuotation(block) {
        kept[place].reason = "notice"
      } else {
        return
      }
    }
  }

  private func holdsQuotation(_ block: PageBlock) -> Bool {
    String(decoding: block.text, as: UTF8.self).contains { "\"“”„«»「".contains($0) }
  }

  /// `(Reporting by Ida Holm; editing by Per Lund)`
  private func isBracketed(_ block: PageBlock) -> Bool {
    let text = block.text
    guard (3...40).contains(block.words) else { return false }
    return text.first == UInt8(ascii: "(") && text.last == UInt8(ascii: ")")
      || text.starts(with: Array("（".utf8)) && text.suffix(3).elementsEqual(Array("）".utf8))
  }

  /// `Ida Holm covers the coast.`, `Staff writer Ida Holm can be reached at ...`
  private func isAboutAuthor(_ block: PageBlock) -> Bool {
    let words = Array(PlainWords.words(block.text[...]).prefix(12))
    return authors.contains { name in
      name.count >= 2 && words.count > name.count
        && (0...min(2, words.count - name.count)).contains { words[$0...].starts(with: name) }
    }
  }
}
