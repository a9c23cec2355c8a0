import ArticleModel

/// Recognises text that a publisher prints under many of its articles: a footer, an appeal, the words about itself.
///
/// Counts short paragraphs article by article, then marks those that stand in many. What is marked depends on what was
/// counted before, so the articles must come in an order of the input, not in that in which threads are done with them.
/// Old counts fade: a footer that is no longer printed is forgotten, and memory stays bounded for each publisher.
///
///     var repeated = RepeatedBlocks()
///     for article in articles { repeated.note(article) }
///     let clean = articles.map { repeated.marked($0) }
public struct RepeatedBlocks: Hashable, Sendable {
  /// The reason of the blocks that are marked.
  public static let reason = "repeated"

  /// What is known of one publisher.
  public struct Publisher: Hashable, Sendable {
    /// How many of its articles count: when they are many, all numbers are halved.
    public var articles = 0
    /// In how many of them a paragraph stands, by its hash.
    public var paragraphs: [UInt64: Int] = [:]

    public init(articles: Int = 0, paragraphs: [UInt64: Int] = [:]) {
      self.articles = articles
      self.paragraphs = paragraphs
    }
  }

  /// What is shorter may be a word or a name; what is longer is told, not appended.
  private static let lengths = 20...600
  private static let fewestArticles = 5
  /// A third of the publisher's articles: the background of a running story stands in many of them too.
  private static let share = 3
  private static let mostArticles = 64

  public private(set) var publishers: [String: Publisher]

  public init(_ publishers: [String: Publisher] = [:]) { self.publishers = publishers }

  /// Counts the paragraphs of an article, each once. Articles without a publisher count for nothing.
  public mutating func note(_ article: Article) {
    guard let name = article.publisher else { return }
    var publisher = publishers.removeValue(forKey: name) ?? Publisher()
    publisher.articles += 1
    for hash in Set(Self.hashes(article).compactMap { $0 }) { publisher.paragraphs[hash, default: 0] += 1 }
    if publisher.articles >= Self.mostArticles {
      publisher.articles /= 2
      publisher.paragraphs = publisher.paragraphs.compactMapValues { $0 > 1 ? $0 / 2 : nil }
    }
    publishers[name] = publisher
  }

  /// The article with its repeated paragraphs as boilerplate.
  ///
  /// Nothing is marked where more than half of the text would go: that is no article with a footer but one of many
  /// copies, or a form that is filled in.
  public func marked(_ article: Article) -> Article {
    guard let publisher = article.publisher.flatMap({ publishers[$0] }), publisher.articles >= Self.fewestArticles
    else {
      return article
    }
    let repeated = Self.hashes(article).enumerated().filter { Self.isRepeated($1, publisher) }.map(\.offset)
    let length = repeated.reduce(0) { $0 + (article.blocks[$1].span?.length ?? 0) }
    guard !repeated.isEmpty, length * 2 <= article.text.utf8.count else { return article }
    var result = article
    for index in repeated { result.blocks[index].kind = .boilerplate(reason: Self.reason) }
    return result
  }

  private static func isRepeated(_ hash: UInt64?, _ publisher: Publisher) -> Bool {
    guard let hash, let count = publisher.paragraphs[hash] else { return false }
    return count >= fewestArticles && count * share >= publisher.articles
  }

  /// One for each block; `nil` for those that are never footers: what is quoted was said by somebody.
  private static func hashes(_ article: Article) -> [UInt64?] {
    var text = article.text
    return text.withUTF8 { bytes in
      article.blocks.map { block in
        guard block.kind == .paragraph, let span = block.span, span.end <= bytes.count, lengths.contains(span.length)
        else { return nil }
        let paragraph = bytes[span.start..<span.end]
        return holdsQuotationMark(paragraph) ? nil : hash(paragraph)
      }
    }
  }

  /// " “ ” „ ‟ « »
  private static func holdsQuotationMark(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var (last, before) = (UInt8(0), UInt8(0))
    for byte in bytes {
      if byte == UInt8(ascii: "\"") || (last == 0xC2 && (byte == 0xAB || byte == 0xBB)) { return true }
      if before == 0xE2, last == 0x80, (0x9C...0x9F).contains(byte) { return true }
      (before, last) = (last, byte)
    }
    return false
  }

  /// FNV-1a over the letters and digits, so that spacing and case do not matter.
  private static func hash(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
      guard isWordByte(byte) else { return hash }
      return (hash ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 0x100_0000_01B3
    }
  }
}
