import ArticleModel
import FileAccess
import Glibc
import Testing

@testable import ArticleReading

/// Whole pages with the markup of systems that publishers use, and what has to be read from them.
///
/// `Pages/NAME.html` lies beside `Pages/NAME.txt`: the metadata, a blank line, and the outline. With ONRECORD_RECORD=1
/// the texts are written anew; read the difference before it is committed.
struct PageFixtureTests {
  private static let folder = Files.join(Files.directory(of: #filePath), "Pages")

  static let names = ((try? Files.list(folder)) ?? []).filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }
    .sorted()

  static func page(_ name: String) -> [UInt8]? { try? Files.read(Files.join(folder, name + ".html")) }

  @Test func fixturesAreFound() {
    #expect(Self.names.count >= 20)
  }

  @Test(arguments: names)
  func pageGivesItsArticle(name: String) throws {
    let path = Files.join(Self.folder, name)
    let record = InputRecord(source: "\(name).html", kind: .html, bytes: try Files.read(path + ".html"))
    let found = parser.articles(from: record).lazy.compactMap { try? $0.get() }.first
    let text = Self.rendered(found)
    if getenv("ONRECORD_RECORD") != nil { try Files.write(Array(text.utf8), to: path + ".txt") }
    #expect(text == String(decoding: try Files.read(path + ".txt"), as: UTF8.self))
    #expect(found.map(partitions) == true)
  }

  private static func rendered(_ article: Article?) -> String {
    let head = [
      "title: \(article?.title ?? "-")", "byline: \(article?.byline ?? "-")",
      "publisher: \(article?.publisher ?? "-")",
      "published: \(article?.published.value.map { "\($0)" } ?? "-")", "language: \(article?.language ?? "-")", "",
    ]
    return (head + outline(article)).joined(separator: "\n") + "\n"
  }
}
