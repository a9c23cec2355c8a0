import ArticleModel
import ArticleReading
import FileAccess
import IndexDefinition
import Testing

@testable import Extraction

/// The statements of `seeds/`, compared with `seeds/expected.tsv`, which was written by hand before the extractor read
/// the articles.
@Suite struct SeedStatementTests {
  private struct Expected {
    var article: String
    var kind: String
    var speaker: String
    var pieces: [String]
  }

  private static let seeds = Files.join(
    Files.directory(
      of: Files.directory(of: Files.directory(of: Files.directory(of: Files.realPath(#filePath) ?? #filePath)))),
    "seeds")

  private static func expected() throws -> [Expected] {
    String(decoding: try Files.read(Files.join(seeds, "expected.tsv")), as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { line in
        let columns = line.split(separator: "\t").map(String.init)
        return Expected(
          article: columns[0], kind: columns[1], speaker: columns[2],
          pieces: columns[3].split(separator: " || ").map(String.init))
      }
  }

  /// By id, or by file name; of two versions of one article the later.
  private static func annotated() -> [String: AnnotatedArticle] {
    var articles: [String: AnnotatedArticle] = [:]
    let extractor = Extractor(definition: .builtIn)
    let parser = ArticleParser(definition: .builtIn)
    var stream = InputStream(paths: [seeds])
    while let next = stream.next() {
      guard case .success(let record) = next else { continue }
      for case .success(let article) in parser.articles(from: record) {
        let found = extractor.annotate(article)
        articles[article.id] = found
        if record.line == nil { articles[Files.name(of: article.source)] = found }
      }
    }
    return articles
  }

  private static func agrees(_ statement: Statement, _ expected: Expected, _ text: String) -> Bool {
    let wanted = expected.pieces.joined(separator: " ")
    let found = statement.spans.map { text.text(in: $0) }.joined(separator: " ")
    return found.contains(wanted) || wanted.contains(found) && found.utf8.count * 2 > wanted.utf8.count
  }

  /// The floor is what the engine reaches; it rises with it and never falls.
  @Test func mostStatementsAreFoundWithTheirSpeakers() throws {
    let (articles, expected) = (Self.annotated(), try Self.expected())
    #expect(expected.count > 100)
    var missed: [String] = []
    for item in expected {
      let article = try #require(articles[item.article], "\(item.article)")
      let text = article.article.text
      let isFound = article.statements.contains {
        Self.agrees($0, item, text) && $0.speaker?.name == item.speaker
      }
      if !isFound { missed.append("\(item.article): \(item.speaker): \(item.pieces.joined(separator: " … "))") }
    }
    #expect(expected.count - missed.count >= 90, "missed:\n\(missed.joined(separator: "\n"))")
  }

  @Test func nothingIsSaidTwiceByTheSameWords() {
    for article in Self.annotated().values {
      let spans = article.statements.map(\.spans)
      #expect(Set(spans).count == spans.count, "\(article.article.id)")
    }
  }

  @Test func nothingIsFoundInBoilerplateAndCaptions() {
    for article in Self.annotated().values {
      for block in article.article.blocks {
        guard let span = block.span else { continue }
        switch block.kind {
        case .headline, .paragraph: continue
        case .caption, .boilerplate:
          let statements = article.statements.filter { $0.spans.contains { $0.overlaps(span) } }
          #expect(statements.isEmpty, "\(article.article.id): \(article.article.text.text(in: span))")
        }
      }
    }
  }
}
