import ArticleModel

extension ArticleParser {
  func html(_ record: InputRecord) -> [Result<Article, ReadingProblem>] {
    let decoded = TextDecoding.decode(record.bytes, declared: record.charset ?? PageCharset.declared(record.bytes))
    guard let tree = MarkupTree(decoded.bytes, as: .html) else {
      return [.failure(record.problem("no HTML in it"))]
    }
    let outline = PageOutline(tree, hints: hints)
    var collector = PageBlockCollector(outline)
    collector.collect()
    let main = MainContent.node(outline, collector.blocks)
    let chosen = collector.blocks.filter { $0.node >= main && $0.node < tree.end(main) }
    let page = PageMetadata(tree, outline)
    var draft = ArticleDraft(record: record, text: [])
    draft.metadata = page.metadata
    let text = PageTextBuilder(chosen, tree, patterns: segmenter.patterns, titles: page.titles)
    draft.text = text.text
    draft.blocks = text.blocks
    return results(draft, note: decoded.note)
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
    let name = rest.prefix { PublishedDate.isWordByte($0) && $0 < 0x80 || "-_:".utf8.contains($0) }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }
}
