/// Quotations that name who says them in an element of their own, which readers see as such though the text has no marks:
///
///     <blockquote>It hurts to watch.<cite>Lena Roth, nurse</cite></blockquote>
///     “It hurts to watch.”
///     — Lena Roth, nurse
///
/// And terms before what somebody says: `<dt>Lena Roth, nurse</dt><dd>“It hurts to watch.”</dd>`.
enum QuoteMarks {
  /// In blocks.
  private static let longest = 4

  static func add(to blocks: inout [PageBlock], _ tree: MarkupTree) {
    for index in blocks.indices {
      if tree.tag(blocks[index].node) == .dt, index + 1 < blocks.count, tree.tag(blocks[index + 1].node) == .dd,
        blocks[index + 1].isSentence, isQuoted(blocks[index + 1])
      {
        blocks[index].isSpeaker = true
      }
      if blocks[index].isSpeaker, let quote = blocks[index].quote { mark(&blocks, source: index, quote) }
    }
  }

  private static func mark(_ blocks: inout [PageBlock], source: Int, _ quote: Int) {
    let words = blocks[..<source].suffix(longest + 1).indices.filter { blocks[$0].quote == quote }
    guard let last = words.last, words.count <= longest, beginsName(blocks[source]) else { return }
    if !blocks[source].text.starts(with: dash), blocks[source].text.first != UInt8(ascii: "-"),
      !blocks[source].text.starts(with: [0xE2, 0x80])
    {
      blocks[source].insert(dash + [0x20])
    }
    guard !words.contains(where: { holdsMark(blocks[$0]) }) else { return }
    for index in words { blocks[index].insert(Array("“".utf8)) }
    blocks[last].text += Array("”".utf8)
  }

  private static let dash = Array("—".utf8)

  /// Two words with capitals; a title of a book may follow, a sentence may not.
  private static func beginsName(_ block: PageBlock) -> Bool {
    let words = String(decoding: block.text, as: UTF8.self).split(separator: " ").filter {
      $0.contains(where: \.isLetter)
    }
    return (2...14).contains(words.count) && !block.isSentence
      && words.prefix(2).allSatisfy { $0.first { $0.isLetter }?.isUppercase == true }
  }

  private static func holdsMark(_ block: PageBlock) -> Bool {
    String(decoding: block.text, as: UTF8.self).unicodeScalars.contains { marks.contains($0) }
  }

  private static func isQuoted(_ block: PageBlock) -> Bool {
    String(decoding: block.text.prefix(4), as: UTF8.self).unicodeScalars.first.map { marks.contains($0) } ?? false
  }

  private static let marks: Set<Unicode.Scalar> = ["“", "”", "\"", "«", "»", "„", "「"]
}

extension PageBlock {
  /// Puts letters in front, which no page has.
  fileprivate mutating func insert(_ letters: [UInt8]) {
    text.insert(contentsOf: letters, at: 0)
    firstLink = firstLink.map { $0 + letters.count }
  }
}
