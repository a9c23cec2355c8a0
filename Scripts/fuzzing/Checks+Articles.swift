import ArticleModel
import Extraction
import IndexDefinition

@testable import ArticleReading

extension Checks {
  private static let extractor = Extractor(definition: .builtIn)
  private static let parser = ArticleParser(definition: .builtIn)

  /// Everything that is found lies inside the text, on whole characters, in order.
  static func extraction(_ bytes: [UInt8]) {
    let article = article(bytes)
    let found = extractor.annotate(article)
    let text = Array(article.text.utf8)
    for (name, spans) in [
      ("person", found.people.map(\.span)), ("organisation", found.organisations.map(\.span)),
      ("region", found.regions.map(\.span)), ("date", found.dates.map(\.span)),
    ] {
      for span in spans { claim(span, in: text, name) }
      claim(zip(spans, spans.dropFirst()).allSatisfy { $0.start <= $1.start }, "a \(name) follows in reading order")
    }
    let segments = article.segments.count
    for (index, statement) in found.statements.enumerated() {
      claim(statement.number == index + 1, "statements are numbered")
      claim(!statement.spans.isEmpty, "a statement has content")
      claim((0...1).contains(statement.confidence), "a confidence is 0 to 1")
      claim(statement.segments.allSatisfy { (1...max(1, segments)).contains($0) }, "a statement stands in segments")
      for span in statement.spans { claim(span, in: text, "statement") }
      claim(zip(statement.spans, statement.spans.dropFirst()).allSatisfy { $0.end <= $1.start }, "spans are in order")
      if let cue = statement.cue { claim(cue, in: text, "cue") }
      if let mention = statement.speaker?.mention { claim(mention, in: text, "mention") }
    }
  }

  /// Blocks part the text without a gap, and begin and end with whole characters.
  static func reading(_ bytes: [UInt8], _ kind: InputRecord.Kind) {
    reading(InputRecord(source: "fuzz", kind: kind, bytes: bytes))
  }

  private static func reading(_ record: InputRecord) {
    let results = parser.articles(from: record)
    claim(!results.isEmpty, "every record gives a result")
    for result in results {
      guard case .success(let article) = result else { continue }
      let text = Array(article.text.utf8)
      var end = 0
      for span in article.blocks.compactMap(\.span) {
        claim(span.start == end, "block \(span) follows without a gap")
        claim(span, in: text, "block")
        end = span.end
      }
      claim(end == text.count, "blocks reach the end")
      claim(
        !article.id.isEmpty && article.id.utf8.allSatisfy { $0 > 0x20 && $0 != 0x23 && $0 != 0x7F }, "an id is clean")
    }
  }

  /// An archive ends, its records are numbered, and each is an article or a problem.
  static func archive(_ bytes: [UInt8]) {
    var reader = ArchiveReader(bytes, limit: 1 << 20)
    var number = 0
    // Reading from memory can't fail.
    while let result = try? reader.next(path: "fuzz") {
      number += 1
      claim(number <= bytes.count, "an archive has no more records than bytes")
      switch result {
      case .failure(let problem): claim(problem.line == number, "problem \(number) names its record")
      case .success(let record):
        claim(record.line == number, "record \(number) has its number")
        reading(record)
      }
    }
  }
}
