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

struct RepeatedBlocksTests {
  private func articles(_ count: Int, footer: (Int) -> String) -> [Article] {
    (0..<count).compactMap { number in
      let text = "Report number \(number)\n\nOn day \(number) the river rose again, they said.\n\n\(footer(number))"
      var found = article(text, source: "\(number).txt")
      found?.publisher = "Post"
      return found
    }
  }

  private func reasons(_ articles: [Article]) -> [Int] {
    var repeated = RepeatedBlocks()
    for article in articles { repeated.note(article) }
    return articles.map { repeated.marked($0).blocks.count { $0.kind == .boilerplate(reason: "repeated") } }
  }

  @Test func footerOfManyArticlesIsBoilerplate() {
    let found = reasons(articles(10) { _ in "The Post is written by people who live beside the river." })
    #expect(found == [Int](repeating: 1, count: 10))
  }

  @Test func quotationOfFewArticlesStays() {
    let found = reasons(
      articles(10) {
        $0 < 4 ? "“We have seen worse,” said the mayor of the town." : "Nothing new on day \($0), they said."
      })
    #expect(found == [Int](repeating: 0, count: 10))
  }

  @Test func sentenceOfOneInManyStays() {
    let found = reasons(
      articles(40) {
        $0 < 6 ? "“We have seen worse,” said the mayor of the town." : "Nothing new on day \($0), they said."
      })
    #expect(found.allSatisfy { $0 == 0 })
  }
}
