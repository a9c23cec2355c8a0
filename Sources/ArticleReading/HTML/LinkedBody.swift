/// The text that the JSON-LD of a page gives as its article, to check what was taken from the page.
///
/// Where the two share little, the page shows something else than its article: it is filled in by a script, or hidden
/// behind a notice. Then the JSON-LD is the better witness. Else the page is, because it has paragraphs, captions and
/// headings, and sites cut the other short.
struct LinkedBody {
  /// In words: a summary says nothing against the text of a page.
  private static let shortest = 60
  private static let width = 4
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  /// With a paragraph an element.
  let html: [UInt8]
  private let words: [UInt64]

  /// `nil` where there is too little to say anything.
  init?(_ text: String?) {
    guard let text else { return nil }
    html = Self.html(text)
    guard let plain = HTMLText.plain(text) else { return nil }
    words = Self.words(Array(plain.utf8))
    guard words.count >= Self.shortest else { return nil }
  }

  /// Whether less than a third of its runs of four words stand in a text.
  func isMissing(in text: [UInt8]) -> Bool {
    let known = Set(Self.runs(Self.words(text)))
    let runs = Self.runs(words)
    return runs.count { known.contains($0) } * 3 < runs.count
  }

  /// Line ends part paragraphs, unless there are tags that do.
  private static func html(_ text: String) -> [UInt8] {
    if text.contains("<p") || text.contains("<br") { return Array(text.utf8) }
    return text.split { $0.isNewline }.flatMap { Array("<p>\($0)</p>".utf8) }
  }

  private static func runs(_ words: [UInt64]) -> [UInt64] {
    guard words.count >= width else { return [] }
    return (0...(words.count - width)).map { start in
      words[start..<start + width].reduce(seed) { ($0 ^ $1) &* prime }
    }
  }

  /// A hash for each word, without case.
  private static func words(_ text: [UInt8]) -> [UInt64] {
    text.split { !isWordByte($0) }.map { word in
      word.reduce(seed) { ($0 ^ UInt64($1 &- 0x41 < 26 ? $1 | 0x20 : $1)) &* prime }
    }
  }
}
