import ArticleModel
import Testing

@testable import ArticleReading

struct RepeatedBlocksTests {
  private func articles(_ numbers: Range<Int>, footer: (Int) -> String) -> [Article] {
    numbers.compactMap { number in
      let text = """
        Report number \(number)

        On day \(number) the river rose again, and the people of the town carried sand to the dam.

        \(footer(number))
        """
      var found = article(text, source: "\(number).txt")
      found?.publisher = "Post"
      return found
    }
  }

  private func marks(_ articles: [Article], _ repeated: RepeatedBlocks) -> [Int] {
    articles.map { repeated.marked($0).blocks.count { $0.kind == .boilerplate(reason: RepeatedBlocks.reason) } }
  }

  private func counted(_ articles: [Article]) -> RepeatedBlocks {
    var repeated = RepeatedBlocks()
    for article in articles { repeated.note(article) }
    return repeated
  }

  private func marks(_ articles: [Article]) -> [Int] { marks(articles, counted(articles)) }

  private func nothingNew(_ number: Int) -> String { "Nothing new was heard on day \(number), they said." }
  private let footer = "The Post is written by people who live beside the river."

  @Test func footerOfManyArticlesIsMarkedInAllOfThem() {
    #expect(marks(articles(0..<10) { _ in footer }) == [Int](repeating: 1, count: 10))
  }

  @Test func footerOfFourArticlesStays() {
    #expect(marks(articles(0..<10) { $0 < 4 ? footer : nothingNew($0) }).allSatisfy { $0 == 0 })
  }

  @Test func sentenceOfOneArticleInFiveStays() {
    #expect(marks(articles(0..<40) { $0 < 8 ? footer : nothingNew($0) }).allSatisfy { $0 == 0 })
  }

  @Test func quotationStaysHoweverOftenItIsPrinted() {
    for words in ["“We have seen worse,” said the mayor of the town.", "\"Never again\" is what they all say here."] {
      #expect(marks(articles(0..<10) { _ in words }).allSatisfy { $0 == 0 })
    }
  }

  @Test func anotherPublisherIsAnother() {
    let known = counted(articles(0..<10) { _ in footer })
    var other = articles(0..<1) { _ in footer }
    #expect(marks(other, known) == [1])
    other[0].publisher = "Courier"
    #expect(marks(other, known) == [0])
  }

  @Test func copiesOfOneArticleStayWhole() {
    let copies = articles(0..<10) { _ in nothingNew(1) }.map { copy in
      var copy = copy
      copy.text = articles(1..<2) { _ in nothingNew(1) }.first?.text ?? ""
      return copy
    }
    #expect(marks(copies).allSatisfy { $0 == 0 })
  }

  @Test func footerThatIsNoLongerPrintedIsForgotten() {
    var known = counted(articles(0..<60) { _ in footer })
    #expect(marks(articles(60..<61) { _ in footer }, known) == [1])
    for article in articles(61..<400, footer: nothingNew) { known.note(article) }
    #expect(marks(articles(400..<401) { _ in footer }, known) == [0])
    // Every paragraph of 340 articles was new, and few of them are kept.
    #expect((known.publishers["Post"]?.paragraphs.count ?? 0) < 150)
  }
}
