import ArticleModel
import TextAnalysis

/// A text to show, and what in it to mark.
struct Snippet: Hashable {
  var text: String
  /// UTF-8 bytes of `text`, ascending, never overlapping.
  var highlights: [TextSpan]
}

/// Cuts texts to what is worth showing, and finds the words of the query in them.
///
/// Only hits that are shown come here: Xapian's own snippets, made by stemming every word of a text, cost four fifths
/// of a small query.
struct Snippets {
  let highlights: Highlights
  /// In scalars.
  let length: Int

  init(_ highlights: Highlights, length: Int) {
    self.highlights = highlights
    self.length = max(20, length)
  }

  /// The pieces of a statement with ` … ` between them, never cut.
  func whole(_ pieces: [String]) -> Snippet {
    let text = pieces.map(Self.spaced).joined(separator: " … ")
    return Snippet(text: text, highlights: marks(in: text))
  }

  /// The text, or the part of it with the most marks where it is long.
  ///
  /// - Parameter quotations: Pieces of the text; one that the part touches is in it as a whole, unless it is very long.
  func shortened(_ text: String, keeping quotations: () -> [String] = { [] }) -> Snippet {
    let text = Self.spaced(text)
    let marks = marks(in: text)
    guard text.utf8.count > length, text.unicodeScalars.count > length else {
      return Snippet(text: text, highlights: marks)
    }
    return cut(text, marks, keeping: quotations().compactMap { Self.place(of: Self.spaced($0), in: text) })
  }

  private static func place(of piece: String, in text: String) -> TextSpan? {
    let (bytes, wanted) = (Array(text.utf8), Array(piece.utf8))
    guard let first = wanted.first, wanted.count <= bytes.count else { return nil }
    for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
      if bytes[start..<start + wanted.count].elementsEqual(wanted) { return TextSpan(start, start + wanted.count) }
    }
    return nil
  }

  /// The segment of an article with the most different marks, else its first paragraph.
  func best(of annotated: AnnotatedArticle) -> Snippet {
    let article = annotated.article
    var best: (score: Int, snippet: Snippet)?
    for segment in article.segments {
      let text = article.text(of: segment)
      let isParagraph = segment.kind == .paragraph
      if highlights.isEmpty || best == nil || isParagraph {
        let snippet = shortened(text) { annotated.quotations(in: segment) }
        let score = score(snippet) * 2 + (isParagraph ? 1 : 0)
        if score > best?.score ?? -1 { best = (score, snippet) }
        if highlights.isEmpty, isParagraph { break }
      }
    }
    return best?.snippet ?? shortened(article.title ?? "")
  }

  private func score(_ snippet: Snippet) -> Int {
    var words: Set<String> = []
    for span in snippet.highlights { words.insert(Folding.fold(snippet.text.text(in: span))) }
    return words.count
  }

  // MARK: Marks

  func marks(in text: String) -> [TextSpan] {
    if highlights.isEmpty { return [] }
    var spans = places(ofWordsIn: text)
    if !highlights.phrases.isEmpty {
      let words = phraseWords(in: text)
      for phrase in highlights.phrases { spans += places(of: phrase, words) }
    }
    return Self.merged(spans)
  }

  private func places(ofWordsIn text: String) -> [TextSpan] {
    if highlights.words.isEmpty { return [] }
    var (text, spans) = (text, [TextSpan]())
    _ = text.withUTF8 { bytes in
      SearchWords.forEachWord(in: bytes) { term, _, start, end, _ in
        if highlights.words.holds(term) { spans.append(TextSpan(start, end)) }
      }
    }
    return spans
  }

  private func phraseWords(in text: String) -> [SearchWord] {
    var (text, words) = (text, [SearchWord]())
    _ = text.withUTF8 { bytes in
      SearchWords.forEachWord(in: bytes) { term, position, start, end, isAlternative in
        guard highlights.phraseWords.holds(term) else { return }
        words.append(
          SearchWord(
            term: String(decoding: term, as: UTF8.self), position: position, span: TextSpan(start, end),
            isAlternative: isAlternative))
      }
    }
    return words
  }

  /// Places where every part of a phrase stands behind the one before.
  private func places(of phrase: [Set<String>], _ words: [SearchWord]) -> [TextSpan] {
    var byPosition: [Int: [SearchWord]] = [:]
    for word in words { byPosition[word.position, default: []].append(word) }
    var spans: [TextSpan] = []
    for first in words where phrase[0].contains(first.term) {
      var end = first.span.end
      let isWhole = phrase.indices.dropFirst().allSatisfy { offset in
        guard let next = byPosition[first.position + offset]?.first(where: { phrase[offset].contains($0.term) }) else {
          return false
        }
        end = max(end, next.span.end)
        return true
      }
      if isWhole { spans.append(TextSpan(first.span.start, end)) }
    }
    return spans
  }

  private static func merged(_ spans: [TextSpan]) -> [TextSpan] {
    var merged: [TextSpan] = []
    for span in spans.sorted() {
      if let last = merged.last, span.start < last.end {
        merged[merged.count - 1].end = max(last.end, span.end)
      } else {
        merged.append(span)
      }
    }
    return merged
  }

  // MARK: Cutting

  /// One space for every run of white space: a shown text is one line.
  static func spaced(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      let isSpace = byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
      if !isSpace { result.append(byte) } else if result.last != 0x20, !result.isEmpty { result.append(0x20) }
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// The window that holds the most marks, begun and ended between words.
  private func cut(_ text: String, _ marks: [TextSpan], keeping quotations: [TextSpan]) -> Snippet {
    let bytes = Array(text.utf8)
    var start = 0
    if let first = marks.first {
      var best = (count: 0, start: first.start)
      for (index, mark) in marks.enumerated() {
        let count = marks[index...].prefix { $0.end <= mark.start + length }.count
        if count > best.count { best = (count, mark.start) }
      }
      // A third of the room goes before the first mark, unless the text begins or ends there.
      start = max(0, min(best.start - length / 3, bytes.count - length))
    }
    start = Self.wordStart(bytes, start)
    var end = Self.wordEnd(bytes, min(bytes.count, start + length), after: start)
    for quotation in quotations where quotation.start < end && quotation.end > start {
      let wider = (min(start, quotation.start), max(end, quotation.end))
      if wider.1 - wider.0 <= 3 * length { (start, end) = wider }
    }
    let (before, after) = (start > 0 ? "… " : "", end < bytes.count ? " …" : "")
    let shift = before.utf8.count - start
    let kept = marks.filter { $0.start >= start && $0.end <= end }.map { TextSpan($0.start + shift, $0.end + shift) }
    let body = String(decoding: bytes[start..<end], as: UTF8.self)
    return Snippet(text: before + body + after, highlights: kept)
  }

  private static func wordStart(_ bytes: [UInt8], _ offset: Int) -> Int {
    if offset == 0 { return 0 }
    var start = offset
    while start < bytes.count, start < offset + 40, bytes[start - 1] != 0x20 { start += 1 }
    if start < bytes.count, bytes[start - 1] == 0x20 { return start }
    // No space near: a script without them. Any scalar may begin.
    start = offset
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  private static func wordEnd(_ bytes: [UInt8], _ offset: Int, after start: Int) -> Int {
    if offset >= bytes.count { return bytes.count }
    var end = offset
    while end > start, end > offset - 40, bytes[end] != 0x20 { end -= 1 }
    if end > start, bytes[end] == 0x20 { return end }
    end = offset
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}

extension AnnotatedArticle {
  /// What is said in quotation marks in a segment.
  func quotations(in segment: Segment) -> [String] {
    guard let around = segment.span else { return [] }
    return statements.filter { $0.kind != .indirect && $0.segments.contains(segment.number) }
      .flatMap(\.spans).filter { around.contains($0) }.map { article.text.text(in: $0) }
  }
}
