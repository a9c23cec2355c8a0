import ArticleModel

/// Recognises text that a publisher prints under many of its articles: a footer, an appeal, the words about itself.
///
/// Counts short paragraphs over a set of articles, then marks those that stand in many of them. The result depends on
/// the set, so an indexer that wants the same index from the same input must count over the same articles: all of a
/// publisher in the run, or a count that it keeps.
///
///     var repeated = RepeatedBlocks()
///     for article in articles { repeated.note(article) }
///     let clean = articles.map { repeated.marked($0) }
public struct RepeatedBlocks: Sendable {
  /// A quotation that several articles share is shorter or longer, or stands in fewer of them.
  private static let lengths = 20...600
  private static let fewestArticles = 5
  /// A fifth of the publisher's articles.
  private static let share = 5

  private var counts: [String: [UInt64: Int]] = [:]
  private var articles: [String: Int] = [:]

  public init() {}

  /// Counts the blocks of an article, each once. Articles without a publisher count for nothing.
  public mutating func note(_ article: Article) {
    guard let publisher = article.publisher else { return }
    articles[publisher, default: 0] += 1
    for hash in Set(Self.hashes(article).compactMap { $0 }) {
      counts[publisher, default: [:]][hash, default: 0] += 1
    }
  }

  /// The article with its repeated paragraphs as boilerplate of reason `repeated`.
  public func marked(_ article: Article) -> Article {
    guard let publisher = article.publisher, let counts = counts[publisher], let total = articles[publisher] else {
      return article
    }
    var result = article
    for (index, hash) in Self.hashes(article).enumerated() {
      guard let hash, let count = counts[hash], count >= Self.fewestArticles, count * Self.share >= total else {
        continue
      }
      result.blocks[index].kind = .boilerplate(reason: "repeated")
    }
    return result
  }

  /// One for each block; `nil` for those that are never footers.
  private static func hashes(_ article: Article) -> [UInt64?] {
    var text = article.text
    return text.withUTF8 { bytes in
      article.blocks.map { block in
        guard block.kind == .paragraph, let span = block.span, span.end <= bytes.count, lengths.contains(span.length)
        else {
          return nil
        }
        return hash(bytes[span.start..<span.end])
      }
    }
  }

  /// FNV-1a over the letters and digits, so that spacing and case do not matter.
  private static func hash(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
      guard PublishedDate.isWordByte(byte) else { return hash }
      return (hash ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 0x100_0000_01B3
    }
  }
}
