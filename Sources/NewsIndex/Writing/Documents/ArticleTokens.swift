import ArticleModel
import TextAnalysis

/// The words of all segments of one article, cut and folded once for the documents of the three units.
///
/// Made again and again by one builder: `read` forgets the article before and keeps the memory.
struct ArticleTokens {
  struct Token {
    /// The number of the folded word in `terms`.
    var term: UInt32
    /// Counts from 1 in each segment.
    var position: UInt32
    /// Bytes of the article's text; of the title where the segment has no span.
    var start: UInt32
    var isAlternative: Bool
  }

  private(set) var terms = ByteInterner(minimumCapacity: 1024)
  /// Of each term, for `WordPlaces`.
  private(set) var hashes: [UInt64] = []
  private(set) var tokens: [Token] = []
  /// The tokens of each segment, in the order of `segments`.
  private(set) var ranges: [Range<Int>] = []
  private(set) var segments: [Segment] = []
  /// Words of the title, each once.
  private(set) var titleTerms: [UInt32] = []

  mutating func read(_ article: Article) {
    terms.removeAll()
    hashes.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    titleTerms.removeAll(keepingCapacity: true)
    segments = article.segments
    var text = article.text
    var title = article.title ?? ""
    text.withUTF8 { text in
      title.withUTF8 { title in
        for segment in segments { read(segment, text, title) }
        readTitle(title)
      }
    }
    for number in 0..<terms.count { hashes.append(terms.withBytes(number) { StableHash.of($0) }) }
  }

  private mutating func read(
    _ segment: Segment, _ text: UnsafeBufferPointer<UInt8>, _ title: UnsafeBufferPointer<UInt8>
  ) {
    let first = tokens.count
    if let span = segment.span {
      let start = max(0, min(span.start, text.count))
      append(UnsafeBufferPointer(rebasing: text[start..<max(start, min(span.end, text.count))]), from: start)
    } else {
      append(title, from: 0)
    }
    ranges.append(first..<tokens.count)
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int) {
    SearchWords.forEachWord(in: bytes) { term, position, start, _, isAlternative in
      tokens.append(
        Token(
          term: UInt32(terms.intern(term)), position: UInt32(position), start: UInt32(offset + start),
          isAlternative: isAlternative))
    }
  }

  private mutating func readTitle(_ title: UnsafeBufferPointer<UInt8>) {
    SearchWords.forEachWord(in: title) { term, _, _, _, _ in
      let number = UInt32(terms.intern(term))
      if !titleTerms.contains(number) { titleTerms.append(number) }
    }
  }
}
