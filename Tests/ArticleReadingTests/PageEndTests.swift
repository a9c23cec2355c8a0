import ArticleModel
import Testing

@testable import ArticleReading

/// What stands above and below the text of a page, and beside its pictures.
struct PageEndTests {
  private static let story = """
    <p>The ferry to Sandholm ran onto a bank in the fog on Monday, and ninety people spent the night in the school.</p>
    <p>“We had soup and a piano,” said the headmaster, Jon Dahl. “There are worse places to be stranded in.”</p>
    <p>The coast guard said that the ferry would be pulled free with the tide, which is high again at noon today.</p>
    <p>Nobody was hurt, and most of the ninety went home by bus before it was light.</p>
    """
  private static let head = "<h1>Ferry to Sandholm runs onto a bank</h1><p class=byline>By Ida Holm</p>"

  private func page(_ body: String) -> Article? { article("<html><body>\(body)</body></html>", as: .html) }

  /// What is there beside the story: `-author Ida Holm covers the coast`.
  private func beside(_ body: String) -> [String] {
    outline(page(body)).filter { line in
      !line.hasPrefix("h (") && !Self.story.components(by: "\n").contains { $0.contains(line.dropFirst(2)) }
    }
  }

  // MARK: Below

  @Test(arguments: [
    ("<p>Ida Holm covers the coast and what comes ashore on it.</p>", "-author"),
    ("<p>Staff writer Ida Holm has been with the paper since 2011.</p>", "-author"),
    ("<p><em>The coast desk is supported by the Holm foundation.</em></p>", "-notice"),
    ("<p>(With a report by the agency in Vik)</p>", "-credits"),
    ("<p>（通信社の記事を含む 港町から）</p>", "-credits"),
    ("<p>Per Lund in Vik contributed to this report.</p>", "-credits"),
    ("<p>(Reporting by Ida Holm; editing by Per Lund)</p>", "-credits"),
  ])
  func notesBelowTheTextStayAndAreNotSearched(note: String, kind: String) {
    let found = beside("<article>\(Self.head)\(Self.story)\(note)</article>")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(kind + " ") == true)
  }

  @Test(arguments: [
    "<p><em>“Next time I will swim,” one of the ninety said.</em></p>",
    "<p>Per Lund covers the coast for another paper, and was on board.</p>",
    "<p>The headmaster (who plays the piano) sent them home with bread.</p>",
  ])
  func lastParagraphsOfTheTextStay(paragraph: String) {
    let found = beside("<article>\(Self.head)\(Self.story)\(paragraph)</article>")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("p ") == true)
  }

  @Test func endOfTheTextStandsBeforeAHeadingWithNothingBelow() {
    #expect(beside("<article>\(Self.head)\(Self.story)<p>Ida Holm</p><h3>What you think of it</h3></article>") == [])
    #expect(
      beside("<article>\(Self.head)\(Self.story)<p>Per Lund</p><h3>What you think of it</h3></article>").count == 1)
  }

  @Test func textInItalicsIsText() {
    let italics = Self.story.components(by: "<p>").joined(separator: "<p><i>").components(by: "</p>")
      .joined(separator: "</i></p>")
    let more = "<p><i>The headmaster has asked for the soup to be paid for.</i></p>"
    #expect(outline(page("<article>\(Self.head)\(italics)\(more)</article>")).filter { $0.hasPrefix("p ") }.count == 5)
  }

  @Test(arguments: [
    "<div><p>A version of this article appears in print on , Section A, Page 19 of the Coast edition with the headline: "
      + "Aground</p></div>",
    "<p>This article appeared in the Weekend section of the print edition under the headline “Soup and a piano”</p>",
  ])
  func wherePrintedIsLeftOut(note: String) {
    #expect(beside("<article>\(Self.head)\(Self.story)\(note)</article>") == [])
    let told = "A version of the report was seen by this paper."
    #expect(beside("<article>\(Self.head)\(Self.story)<p>\(told)</p>\(Self.story)</article>") == ["p \(told)"])
  }

  // MARK: Boxes

  @Test(arguments: [
    "/membership/", "#/portal/signup", "https://coast.example/subscribe?from=story",
    "https://mail.coast.example/sign_up.html",
  ])
  func wordsThatLeadToWhatTheSiteSellsAreLeftOut(address: String) {
    let head = "<head><link rel=canonical href=https://coast.example/ferry></head>"
    let offer = "The Herald is paid for by its readers. If it is of use to you, <a href=\(address)>be one of them</a>."
    let body = "<div>\(Self.head)\(Self.story)<div class=x1>\(offer)</div>\(Self.story)</div>"
    let found = outline(article("<html>\(head)<body>\(body)</body></html>", as: .html))
    #expect(!found.contains { $0.contains("paid for") })
  }

  @Test(arguments: [
    ("https://school.example/donate", "Those who want to help can send money <a href=ADDRESS>to the school</a>."),
    ("/sport/join", "“We will <a href=ADDRESS>join the harbour</a> if they let us,” another captain said."),
    ("/membership/2024/fees", "The harbour raised <a href=ADDRESS>what its members pay</a> by a third in the spring."),
  ])
  func otherWordsWithLinksStay(address: String, text: String) {
    let head = "<head><link rel=canonical href=https://coast.example/ferry></head>"
    let paragraph = text.components(by: "ADDRESS").joined(separator: address)
    let body = "<div>\(Self.head)\(Self.story)<p>\(paragraph)</p>\(Self.story)</div>"
    let found = outline(article("<html>\(head)<body>\(body)</body></html>", as: .html))
    #expect(found.contains { $0.hasPrefix("p \(text.prefix(8))") })
  }

  @Test func wordsOfTheSentenceAreNoCaption() {
    let place = "<span class=legendText><span class=place>VIK</span></span>"
    let text = "The ferry to Sandholm was pulled free on Tuesday."
    #expect(
      beside("<div>\(Self.head)<p>\(place), June 4 -- \(text)</p>\(Self.story)</div>")
        == ["p VIK, June 4 -- \(text)"])
    let day = "<span class=legendText>June 4</span>"
    #expect(
      beside("<div>\(Self.head)<p>\(place), \(day) -- \(text)</p>\(Self.story)</div>")
        == ["p VIK, June 4 -- \(text)"])
    let caption = "<span class=legendText>The ferry lies on the bank off Sandholm.</span>"
    #expect(
      beside("<div>\(Self.head)\(Self.story)<p>\(caption) \(text)</p></div>")
        == ["c The ferry lies on the bank off Sandholm.", "p \(text)"])
  }

  @Test func textInABoxWithAPictureIsItsCaption() {
    let caption = "The ferry lies on the bank off Sandholm on Monday morning."
    #expect(
      beside("<div>\(Self.story)<div class=x1><img src=a><span class=x2>\(caption)</span></div>\(Self.story)</div>")
        == ["c \(caption)"])
    #expect(beside("<div>\(Self.story)<p><img src=a>\(caption)</p></div>") == ["p \(caption)"])
    #expect(beside("<div><div><img src=a>\(Self.story)</div></div>") == [])
  }

  @Test func centredLineBehindAPictureIsItsCaption() {
    let style = "style=\"text-align: center\""
    let caption = "The ferry lies on the bank off Sandholm on Monday morning."
    let picture = "<p \(style)><img src=a></p>\n<p \(style)>\(caption)</p>"
    #expect(beside("<div>\(Self.story)\(picture)\(Self.story)</div>") == ["c \(caption)"])
    #expect(beside("<div>\(Self.story)<p><img src=a></p><p>\(caption)</p></div>") == ["p \(caption)"])
    let lines = picture + "<p \(style)>So it stood in the programme of the summer.</p>"
    #expect(beside("<div>\(Self.story)\(lines)</div>").allSatisfy { $0.hasPrefix("p ") })
  }

  @Test func headingWithNothingButLinksIsLeftOut() {
    let box = "<div class=x1><h4>More of this</h4><a href=x>Editorial: buy a radar</a></div>"
    #expect(beside("<div>\(Self.story)\(box)\(Self.story)</div>") == [])
    let told = "<div class=x1><h4>More of this</h4><p>The radar is to come in May.</p></div>"
    #expect(beside("<div>\(Self.story)\(told)\(Self.story)</div>").count == 2)
  }

  @Test func sectionBeforeATitleGoes() {
    let head = "<head><meta property=og:title content=\"Opinion | Let the clocks be wrong\"></head>"
    let body = "<body><article><h1>Let the clocks be wrong</h1>\(Self.story)</article></body>"
    #expect(article("<html>\(head)\(body)</html>", as: .html)?.title == "Let the clocks be wrong")
  }

  @Test func boxWithAHeadingAndSomethingToPressIsLeftOut() {
    let words =
      "<h3>Did you like this?</h3><p>The paper is paid for by those who read it, from four pounds a month.</p>"
    #expect(beside("<div>\(Self.story)<div class=x1>\(words)<a href=/join>Join us</a></div></div>") == [])
    #expect(beside("<div>\(Self.story)<div class=x1>\(words)<button>Join us</button></div></div>") == [])
    #expect(beside("<div>\(Self.story)<div class=x1>\(words)</div></div>").count == 2)
    let entries = """
      <div class=x1><h3>Bridge closed</h3><p>Lorries must not cross it, the police say.</p><button>Share</button></div>
      <div class=x1><h3>Road open</h3><p>Cars can drive to Vik again since nine.</p><button>Share</button></div>
      """
    #expect(beside("<div>\(Self.story)\(entries)</div>").count == 4)
  }

  @Test func timesOfEntriesAreLeftOut() {
    #expect(beside("<div><div><time>11.42 GMT</time></div>\(Self.story)</div>") == [])
    #expect(
      beside("<div>\(Self.story)<p>At <time>11.42</time> the first bus came.</p></div>") == [
        "p At 11.42 the first bus came."
      ])
  }

  // MARK: Above

  @Test func subheadlineAboveTheBylineIsLeftOut() {
    let title = "<h1>Ferry to Sandholm runs onto a bank</h1>"
    let lines = "<div class=x1><span>Written by: Ida Holm</span></div>"
    #expect(beside("<div>\(title)<h2>The fog was the thickest in years</h2>\(lines)\(Self.story)</div>") == [])
    #expect(
      beside("<div>\(title)\(lines)<h2>The fog was the thickest in years</h2>\(Self.story)</div>")
        == ["h The fog was the thickest in years"])
  }

  @Test(arguments: [
    "<p>Two lines that say what is told below.</p><div>By Ida Holm</div>",
    "<p>The fog was the thickest in years, and the captain had asked for a new radar since the spring, in vain.</p>"
      + "<div>5 May 2024, 06:00 · Reading time: 3 minutes</div>",
    "<div>18 ก.พ. 2568 14:20 น. 3,204</div>", "<div>Coast Wire - 05/13/2024, 10:31</div>",
  ])
  func linesBetweenHeadlineAndTextAreLeftOut(lines: String) {
    let title = "<h1>Ferry to Sandholm runs onto a bank</h1>"
    #expect(beside("<div>\(title)\(lines)\(Self.story)</div>") == [])
  }

  @Test func firstParagraphsStay() {
    let title = "<h1>Ferry to Sandholm runs onto a bank</h1>"
    let first = "Ninety people slept in the school of Sandholm after the ferry ran onto a bank in the fog."
    #expect(beside("<div>\(title)<div>5 May 2024</div><p>\(first)</p>\(Self.story)</div>") == ["p \(first)"])
    let score = "Sandholm 14 11 6 15 44"
    #expect(beside("<div>\(title)<p>\(score)</p>\(Self.story)</div>") == ["p \(score)"])
  }

  @Test(arguments: [
    "<p><b>Read too: <a href=x>The piano of Sandholm is tuned again, at last</a></b></p>",
    "<p>อ่านข่าวต่อ : <a href=x>น้ำในคลองเริ่มใส</a></p>", "<p>另见：<a href=x>沙洲上的渡轮</a></p>",
  ])
  func linkBehindALabelIsLeftOut(pointer: String) {
    #expect(beside("<div>\(Self.story)\(pointer)\(Self.story)</div>") == [])
  }

  @Test func linkToMoreBehindASentenceGoes() {
    let text = "The radar of the ferry was old."
    for more in [" <a href=x>Read more</a>", " <a href=x>Continue reading</a>", " <a href=x><b>Lire la suite</b></a>"] {
      #expect(beside("<div>\(Self.story)<p>\(text)\(more)</p></div>") == ["p \(text)"])
    }
    #expect(beside("<div>\(Self.story)<p>You can <a href=x>read more</a></p></div>") == ["p You can read more"])
    #expect(beside("<div>\(Self.story)<p>\(text) <a href=x>A new one</a></p></div>") == ["p \(text) A new one"])
  }

  @Test func addressBehindThatOfAnArchiveIsTheArticles() {
    let address = "https://web.archive.org/web/20240105123456/https://coast.example/ferry"
    let head = "<head><link rel=canonical href=\"\(address)\"></head>"
    let found = article("<html>\(head)<body><h1>Ferry on a bank</h1>\(Self.story)</body></html>", as: .html)
    #expect(found?.id == "https://coast.example/ferry")
    #expect(found?.publisher == "coast.example")
  }

  @Test func linkInASentenceStays() {
    let text = "<p>The captain said one thing: <a href=x>the radar</a> was old.</p>"
    #expect(beside("<div>\(Self.story)\(text)</div>") == ["p The captain said one thing: the radar was old."])
  }

  @Test func boxThatNamesAMailAddressIsLeftOut() {
    let box = "<h3>What do you say?</h3><p>Tell us where you were that night, at letters@coast.example.</p>"
    #expect(beside("<div>\(Self.story)<div class=x1>\(box)</div></div>") == [])
  }

  @Test func wordsAreCountedWithoutSpaces() {
    let sentence = "เทศบาลตำบลบ้านทรายสั่งปิดสะพานไม้ข้ามคลองบางหลวงตั้งแต่วันนี้หลังวิศวกรตรวจพบว่าเสาผุ"
    let menu = (1...30).map { "<a href=\($0)>ข่าวหน้าแรก</a>" }.joined()
    let page = "<body><div>\(menu)</div><div><div>\(sentence)</div><div>\(sentence)แล้ว</div></div></body>"
    #expect(outline(article(page, as: .html)).contains("p \(sentence)"))
  }

  @Test func dateAboveTheHeadlineCounts() {
    let headline = "<h1>Ferry to Sandholm runs onto a bank</h1>"
    let day = "<div>31 October 2024 - 07:48</div>"
    #expect(
      page("<div id=ct>\(day)\(headline)\(Self.story)</div>")?.published.value
        == CalendarDay(year: 2024, month: 10, day: 31).map { .day($0) })
    // The day on which the page was saved.
    #expect(page("\(day)<div id=ct>\(headline)\(Self.story)</div>")?.published.value == nil)
  }

  @Test(
    arguments: [
      (["Posted May 4, 2024", "Originally published May 2, 2024"], 2),
      (["Updated: May 4, 2024", "Published: May 2, 2024"], 2),
      (["Mis à jour le 4 mai 2024", "Publié le 2 mai 2024"], 2),
      (["Posted May 2, 2024", "Photo taken May 4, 2024"], 2),
      (["Updated May 2, 2024"], 2),
    ])
  func dayOfTheFirstVersionCounts(lines: [String], day: Int) {
    let words = lines.map { "<div>\($0)</div>" }.joined()
    let times = lines.map { "<p>\($0.prefix { !$0.isNumber }) <time>\($0)</time></p>" }.joined()
    for head in [words, times] {
      let found = page("<article><h1>Ferry to Sandholm runs onto a bank</h1>\(head)\(Self.story)</article>")
      #expect(found?.published.value == CalendarDay(year: 2024, month: 5, day: day).map { .day($0) })
    }
  }

  @Test func labelBeforeADaySaysWhichItIs() {
    let title = "<h1>Ferry to Sandholm runs onto a bank</h1>"
    let days = ["5 Apr 2024", "4 Apr 2024"]
    for element in ["time", "span"] {
      let list = zip(["Posted", "Originally published"], days).map { label, day in
        "<dt>\(label)</dt><dd><\(element)>\(day)</\(element)></dd>"
      }
      let found = page("<article>\(title)<dl>\(list.joined())</dl>\(Self.story)</article>")
      #expect(found?.published.value == CalendarDay(year: 2024, month: 4, day: 4).map { .day($0) })
    }
  }

  @Test func pointsBetweenHeadlineAndTextAreRead() {
    let title = "<h1>Ferry to Sandholm runs onto a bank</h1>"
    let points = ["Ninety people slept in the school", "The ferry will be free at noon"]
    let list = "<ul class=x1>\(points.map { "<li>\($0)</li>" }.joined())</ul>"
    let body = "<div class=article-body>\(Self.story)</div>"
    #expect(beside("<article>\(title)\(list)\(body)</article>") == points.map { "p \($0)" })
    let menu = "<ul class=x1>\(points.map { "<li><a href=x>\($0)</a></li>" }.joined())</ul>"
    #expect(beside("<article>\(title)\(menu)\(body)</article>") == [])
    #expect(beside("\(list)<article>\(title)\(body)</article>") == [])
  }

  @Test func dayAndSiteAroundATitleGo() {
    let title = "<title>Banner-Herald Online: Ferry to Sandholm runs onto a bank in the fog 10/31/03</title>"
    let lines =
      "<div><font>Web posted Friday, October 31, 2003</font><p><b>Ferry to Sandholm runs onto a bank in the fog</b></p>"
    let found = article("<html><head>\(title)</head><body>\(lines)\(Self.story)</div></body></html>", as: .html)
    #expect(found?.title == "Ferry to Sandholm runs onto a bank in the fog")
    #expect(found?.published.value == CalendarDay(year: 2003, month: 10, day: 31).map { .day($0) })
    #expect(outline(found).filter { $0.hasPrefix("p ") }.count == 4)
  }

  @Test func whoTookThePictureIsNoAuthor() {
    let picture = "<div class=photo><img src=a><div class=article__photo-author>Foto: Ola Berg</div></div>"
    let found = page("<article><h1>Ferry to Sandholm runs onto a bank</h1>\(picture)\(Self.story)</article>")
    #expect(found?.byline == nil)
  }

  // MARK: Sentences

  @Test(arguments: ["यह पुल बंद है।", "ماذا حدث؟", "パンを焼く。", "「音を忘れていた。」", "どこへ？", "Done.”", "fini »."])
  func sentencesEndInAnyScript(text: String) {
    #expect(Sentence.ends(Array(text.utf8), TextSpan(0, text.utf8.count)))
  }

  @Test(arguments: ["पुल का उद्घाटन", "関連記事", "السوق الجديدة", "Share"])
  func labelsAreNoSentences(text: String) {
    #expect(!Sentence.ends(Array(text.utf8), TextSpan(0, text.utf8.count)))
  }
}
