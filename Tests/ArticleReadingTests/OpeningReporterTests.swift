import Testing

@testable import ArticleReading

struct OpeningReporterTests {
  private func names(_ text: String) -> String? { OpeningReporter.names(Array(text.utf8)) }

  @Test(arguments: [
    ("本报讯（记者 周小楼）水库大坝昨日经受住了洪水的考验。", "周小楼"),
    ("　　本报记者 周小楼 水库大坝昨日经受住了洪水的考验。", "周小楼"),
    ("〔記者吳青山／花蓮報導〕水壩昨天撐住了。", "吳青山"), ("【記者吳青山、林月報導】水壩昨天撐住了。", "吳青山, 林月"),
    ("记者：周小楼\n水库大坝昨日经受住了洪水的考验。", nil), ("(강릉=통신) 한도윤 기자 = 댐이 버텼다.", "한도윤"),
    ("[강릉=한도윤 기자] 댐이 버텼다고 시장이 말했다.", "한도윤"),
  ])
  func theFirstWordsNameTheReporter(text: String, name: String?) {
    #expect(names(text) == name)
  }

  @Test(arguments: [
    "记者从市政府获悉，水库大坝昨日经受住了洪水的考验。", "一名记者 说，水库大坝经受住了考验。", "新闻记者们昨天去了水库。",
    "水壩昨天撐住了。（記者吳青山攝）", "기자 회견에서 시장은 댐이 버텼다고 말했다.", "시장은 한도윤 기자 앞에서 댐이 버텼다고 말했다.",
    "The dam held (reporter Ida Holm).", "",
  ])
  func reportersOfWhomTheTextTellsAreNoAuthors(text: String) {
    #expect(names(text) == nil)
  }

  @Test func aBylineOfThePageGoesBeforeIt() {
    let text = "<p>本报讯（记者 周小楼）水库大坝昨日经受住了洪水的考验，市长说下游的村民可以回家了。</p>"
    #expect(article("<html><body><h1>大坝撑住了洪水</h1>\(text)</body></html>", as: .html)?.byline == "周小楼")
    let head = "<meta name=author content=陈一鸣>"
    #expect(article("<html><head>\(head)</head><body><h1>大坝撑住了</h1>\(text)</body></html>", as: .html)?.byline == "陈一鸣")
  }
}
