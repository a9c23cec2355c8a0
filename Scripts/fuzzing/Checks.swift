import ArticleModel
import Glibc
import IndexDefinition
import QueryLanguage
import TextAnalysis

@testable import Extraction
@testable import NewsIndex

/// What has to hold for any bytes at all.
enum Checks {
  /// Like `precondition`, which in a release build says nothing.
  static func claim(_ isTrue: Bool, _ failure: @autoclosure () -> String) {
    guard !isTrue else { return }
    say("does not hold: \(failure())")
    abort()
  }

  /// A span lies inside the text and on whole characters.
  static func claim(_ span: TextSpan, in text: [UInt8], _ what: String) {
    claim(0 <= span.start && span.start < span.end && span.end <= text.count, "\(what) \(span) lies inside")
    claim(text[span.start] & 0xC0 != 0x80, "\(what) \(span) begins with a character")
    claim(span.end == text.count || text[span.end] & 0xC0 != 0x80, "\(what) \(span) ends with a character")
  }

  /// Words of the search and tokens stand in order and inside the text.
  static func tokens(_ bytes: [UInt8]) {
    let article = article(bytes)
    let text = Array(article.text.utf8)
    var last = 0
    for word in SearchWords.words(in: article.text) {
      claim(word.span, in: text, "word")
      claim(word.position >= last, "positions ascend")
      claim(!word.term.isEmpty && word.term.utf8.count <= SearchWords.longestTerm, "a term has 1 to 64 bytes")
      last = word.position
    }
    let table = Tokenizer.tokens(of: article)
    for token in 0..<table.count {
      claim(table.span(token), in: text, "token")
      claim(token == 0 || table.end(token - 1) <= table.start(token), "tokens don't overlap")
      claim(table.sentence(token).contains(token), "a token stands in its sentence")
      claim(table.paragraph(token).tokens.contains(token), "a token stands in its paragraph")
    }
  }

  static func quotations(_ bytes: [UInt8]) {
    let table = Tokenizer.tokens(of: article(bytes))
    for quotation in QuotationAutomaton.quotations(in: table) {
      claim(0 <= quotation.open && quotation.open <= quotation.close, "a quotation has its marks in order")
      claim(quotation.close < table.count, "a quotation closes inside")
      let paragraph = table.paragraph(quotation.open).tokens
      claim(paragraph.contains(quotation.close), "a quotation stays in its paragraph")
    }
  }

  /// A query is a tree or has an error that points into it; what is printed of the tree can be asked again.
  static func query(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let parsed = QueryParser.parse(text, fields: QueryField.all, now: CalendarDay(year: 2024, month: 12, day: 15))
    let length = text.unicodeScalars.count
    for diagnostic in parsed.diagnostics {
      claim(diagnostic.column >= 1 && diagnostic.column <= length + 1, "column \(diagnostic.column) lies inside")
      claim(diagnostic.length >= 0, "a diagnostic has a length")
      _ = diagnostic.caret(in: text)
    }
    _ = parsed.tree.description
    _ = QueryParser.plain(text).tree.description
  }

  /// Damaged records are errors; one that is read is written and read as the same again.
  static func records(_ bytes: [UInt8]) {
    if let record = try? ArticleRecord(decoding: bytes) {
      repeats(record.encode()) { try ArticleRecord(decoding: $0).encode() }
    }
    if let versions = try? StoredVersions(decoding: bytes) {
      repeats(versions.encode()) { try StoredVersions(decoding: $0).encode() }
    }
    _ = try? RecordPacking().unpacked(bytes[...])
    if let record = try? FacetRecord(decoding: bytes) {
      repeats(record.encode()) { try FacetRecord(decoding: $0).encode() }
    }
    if let manifest = Manifest(decoding: bytes) {
      claim(Manifest(decoding: manifest.encode()) == manifest, "a manifest is read as it was written")
    }
  }

  private static func repeats(_ bytes: [UInt8], _ again: ([UInt8]) throws -> [UInt8]) {
    claim((try? again(bytes)) == bytes, "a record is read as it was written")
  }

  /// A line of a dump is refused or taken, and taken alike when it is written again.
  static func dump(_ bytes: [UInt8]) {
    guard let line = DumpLine(decoding: bytes) else { return }
    let written = line.encode()
    claim(DumpLine(decoding: written)?.encode() == written, "a dump line is read as it was written")
  }

  /// A model is refused or works.
  static func model(_ bytes: [UInt8]) {
    guard let file = try? ModelFile(reading: bytes, else: .builtIn) else { return }
    _ = StatementEngine(words: words, model: file).run(Tokenizer.tokens(of: article(Array(sample.utf8))))
  }

  private static let words = WordClasses(definition: .builtIn)
  private static let sample = "\"We will rebuild,\" said Mayor Ana Ortiz. The minister denied it on Monday."

  /// One block a line, whose first byte says its kind, so that mutations reach the layout too.
  static func article(_ bytes: [UInt8]) -> Article {
    let text = String(decoding: bytes, as: UTF8.self)
    var blocks: [Block] = []
    var start = 0
    let utf8 = Array(text.utf8)
    for (index, byte) in utf8.enumerated() where byte == UInt8(ascii: "\n") || index + 1 == utf8.count {
      blocks.append(Block(kind: kind(of: utf8[start]), span: TextSpan(start, index + 1)))
      start = index + 1
    }
    let day = CalendarDay(year: 2024, month: 12, day: 15).map { PublicationDate(value: .day($0), provenance: .given) }
    return Article(id: "fuzz", source: "fuzz", published: day ?? .unknown, text: text, blocks: blocks)
  }

  private static func kind(of first: UInt8) -> Block.Kind {
    switch first {
    case UInt8(ascii: "#"): .headline
    case UInt8(ascii: "|"): .caption
    case UInt8(ascii: "~"): .boilerplate(reason: "fuzz")
    default: .paragraph
    }
  }
}
