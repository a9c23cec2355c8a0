import ArticleModel

extension ArticleParser {
  func html(_ record: InputRecord) -> [Result<Article, ReadingProblem>] {
    let decoded = TextDecoding.decode(record.bytes, declared: record.charset ?? PageCharset.declared(record.bytes))
    guard let tree = MarkupTree(decoded.bytes, as: .html) else {
      return [.failure(record.withoutTree("no HTML in it"))]
    }
    let outline = PageOutline(tree, hints: hints)
    let sections = PageSections(outline, segmenter.patterns.boilerplate)
    let (blocks, foreign) = sections.parted(PageBlockCollector.blocks(outline))
    let main = MainContent.node(outline, blocks, beside: foreign)
    let page = PageMetadata(tree, outline, main: main, lines: segmenter.lines)
    var draft = ArticleDraft(record: record, text: [])
    draft.metadata = page.metadata
    let told = sections.withoutCards(blocks).filter { $0.start >= main && $0.start < tree.end(main) }
    let chosen = PageSummary.items(blocks, before: main, tree) + told
    if chosen.reduce(0, { $0 + $1.text.count }) > options.limits.text {
      let limit = "\(options.limits.text >> 20) MB"
      return [.failure(record.problem("the text is larger than \(limit)", .tooLarge, hint: "no article is so long"))]
    }
    setText(of: &draft, chosen, tree, titles: page.titles)
    if let body = LinkedBody(page.linkedBody), body.isMissing(in: draft.text) { setText(of: &draft, html: body.html) }
    let note = tree.isCut ? "the page is too deep or too large; the rest left out" : decoded.note
    return results(draft, note: note, isCut: tree.isCut)
  }

  /// The text of a piece of HTML that is all article, such as the item of a feed.
  func setText(of draft: inout ArticleDraft, html fragment: [UInt8]) {
    guard let tree = MarkupTree(Array("<div>".utf8) + fragment, as: .html) else { return }
    let outline = PageOutline(tree, hints: hints)
    setText(of: &draft, PageBlockCollector.blocks(outline), tree, titles: [draft.metadata.title].compactMap { $0 })
  }

  private func setText(of draft: inout ArticleDraft, _ chosen: [PageBlock], _ tree: MarkupTree, titles: [String]) {
    let text = PageTextBuilder(
      chosen, tree, segmenter: segmenter, titles: titles, byline: draft.metadata.byline,
      host: draft.metadata.url.flatMap(PageMetadata.host))
    draft.text = text.text
    draft.blocks = text.blocks
    draft.metadata.byline = draft.metadata.byline ?? text.signature
    if draft.metadata.title != nil { draft.blocks?.insert(Block(kind: .headline, span: nil), at: 0) }
  }
}

/// The encoding that a page names in its first bytes.
enum PageCharset {
  static func declared(_ bytes: [UInt8]) -> String? {
    let start = Array(bytes.prefix(4096))
    guard let place = find("charset", in: start.map { $0 | 0x20 }[...]) else { return nil }
    var rest = start[(place + 7)...].drop { isSpace($0) }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    rest = rest.dropFirst().drop { isSpace($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    let name = rest.prefix { isWordByte($0) && $0 < 0x80 || "-_:".utf8.contains($0) }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }
}
