import ArticleModel
import FileAccess
import Testing

@testable import ArticleReading

struct ReportTests {
  @Test func reportCountsByKindAndCause() {
    var report = ReadingReport()
    report.note(read("Some words stand here."), of: .text)
    report.note(read("Some more words."), of: .text)
    report.note(read("{}", as: .json, line: 1), of: .json)
    report.note(read("cut off", as: .json, line: 2), of: .json)
    var other = ReadingReport()
    other.note(read("   "), of: .text)
    other.note(ReadingProblem(path: "a.png", reason: "a picture", weight: .skipped, cause: .noArticle))
    other.note(read("cut", as: .json, line: 2), of: .json)
    report.add(other)
    #expect(
      report.description
        == "read 2: 2 text\nskipped 1: 1 no-article\nunreadable 4: 2 malformed, 1 empty, 1 no-text")
    #expect(report.articleCount == 2)
    #expect(report.count(.unreadable) == 4)
  }
}
