import ArticleModel
import Testing

@testable import ArticleReading

struct PageTests {
  static let page = """
    <!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
    <title>Ferry strands on sandbank | The Coast Courier</title>
    <link rel="canonical" href="https://coast.example/2024/11/27/ferry">
    <meta property="og:site_name" content="The Coast Courier">
    <script type="application/ld+json">
    {"@context":"https://schema.org","@type":"NewsArticle","headline":"Ferry strands on sandbank",
     "datePublished":"2024-11-27T18:05:00+03:00","author":[{"name":"Ida Holm"},{"name":"Per Lund"}]}
    </script></head><body class="has-sidebar comments-open">
    <nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
    <div class="cookie-banner">We use cookies to improve your visit to our pages. <button>Accept</button></div>
    <article class="post has-post-thumbnail tag-advertising">
    <h1>Ferry strands on sandbank</h1><p class="byline">By Ida Holm and Per Lund</p>
    <figure><img src="a.jpg"><figcaption>The ferry leans to one side at low tide. (Photo: Jo Berg)</figcaption></figure>
    <p>A ferry with ninety people on board ran onto a sandbank on <a href="/x">Wednesday</a>, the coast guard said.</p>
    <p>“Nobody was hurt,” said Captain Ida&nbsp;Moe. “We wait for the tide.”</p>
    <div class="ad">Advertisement</div>
    <h2>What happens next</h2>
    <ul><li>Divers will look at the hull before the ferry is pulled free.</li><li>Passengers spend the night in the school.</li></ul>
    <blockquote class="twitter-tweet"><p>All safe, <a href="#">#ferry</a> is fine</p>— Coast Guard (@coast) <a href="#">November 27, 2024</a></blockquote>
    <p>The line will be closed until Friday.<br><br>Buses run instead, the county said.</p>
    <div class="related-stories"><h3>Related</h3><ul><li><a href="/a">A history of the sandbank in nine maps and a song</a></li></ul></div>
    </article>
    <section id="comments"><p>I was on that ferry and I can tell you that it was very cold and very dull indeed.</p></section>
    <footer><p>© 2024 The Coast Courier. Terms of use.</p></footer></body></html>
    """

  @Test func articleIsTakenAndTheRestLeft() {
    let found = article(Self.page, as: .html)
    #expect(
      outline(found) == [
        "h (not in the text)", "c The ferry leans to one side at low tide. (Photo: Jo Berg)",
        "p A ferry with ninety people on board ran onto a sandbank on Wednesday, the coast guard said.",
        "p “Nobody was hurt,” said Captain Ida Moe. “We wait for the tide.”", "h What happens next",
        "p Divers will look at the hull before the ferry is pulled free.",
        "p Passengers spend the night in the school.",
        "p All safe, #ferry is fine", "p — Coast Guard (@coast) November 27, 2024",
        "p The line will be closed until Friday.",
        "p Buses run instead, the county said.",
      ])
    #expect(found.map(partitions) == true)
  }

  @Test func metadataComesWithProvenance() {
    let found = article(Self.page, as: .html)
    #expect(found?.title == "Ferry strands on sandbank")
    #expect(found?.byline == "Ida Holm, Per Lund")
    #expect(found?.publisher == "The Coast Courier")
    #expect(found?.id == "https://coast.example/2024/11/27/ferry")
    #expect(found?.language == "en")
    #expect(found?.published == PublicationDate(value: DateValue("2024-11-27"), provenance: .found))
  }

  @Test func withoutMetadataTheBodyTells() {
    let text = """
      <title>Ferry strands - Coast</title><body><h1>Ferry strands</h1><div class="author">By <a href="/p">Ida Holm</a> | 3 min</div>
      <time datetime="2024-11-27">yesterday</time><p>A ferry with ninety people ran onto a sandbank, the coast guard said.</p>
      <p>Nobody was hurt, and the captain waits for the tide that comes at midnight.</p>
      """
    let found = article(text, as: .html, source: "saved/ferry.html")
    #expect(found?.title == "Ferry strands")
    #expect(found?.byline == "Ida Holm")
    #expect(found?.published == PublicationDate(value: DateValue("2024-11-27"), provenance: .found))
    #expect(found?.id == "saved/ferry.html")
  }

  @Test func addressGivesAnInferredDate() {
    let text =
      "<link rel=canonical href='https://coast.example/2024/11/27/ferry'><p>A ferry ran onto a sandbank, they said.</p>"
    let published = article(text, as: .html)?.published
    #expect(published == PublicationDate(value: DateValue("2024-11-27"), provenance: .inferred))
  }

  @Test func frontPageAsCanonicalAddressIsNoId() {
    let text = "<link rel=canonical href='https://coast.example/'><p>A ferry ran onto a sandbank, they said.</p>"
    #expect(article(text, as: .html, source: "a.html")?.id == "a.html")
  }

  @Test func encodingsComeFromThePage() {
    let latin =
      Array("<meta charset=iso-8859-1><p>Caf".utf8) + [0xE9] + Array(" owners said that prices would rise again.".utf8)
    let results = parser.articles(from: InputRecord(source: "a.html", kind: .html, bytes: latin))
    #expect((try? results.last?.get().text) == "Café owners said that prices would rise again.")
  }

  @Test func textThatStandsTwiceIsTakenOnce() {
    let paragraph = "A ferry with ninety people on board ran onto a sandbank on Wednesday, the coast guard said."
    let found = article("<body><p>\(paragraph)</p><div class=mobile><p>\(paragraph)</p></div></body>", as: .html)
    #expect(found?.text == paragraph)
  }

  private func linked(_ body: String, page: String) -> String? {
    let text = """
      <html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry strands","articleBody":"\(body)"}
      </script></head><body><h1>Ferry strands</h1>\(page)</body></html>
      """
    return article(text, as: .html)?.text
  }

  private let told = (1...12).map { "On day \($0) the captain of the ferry told the \($0) passengers to wait." }

  @Test func linkedDataHelpsWhereThePageShowsSomethingElse() {
    let notice = "<p>Please turn on scripts in your browser, then this page will show what you came for.</p>"
    #expect(linked(told.joined(separator: "\\n\\n"), page: notice) == told.joined(separator: "\n\n"))
  }

  @Test func pageCountsWhereItHoldsTheLinkedText() {
    let page = told.map { "<p>\($0)</p>" }.joined()
    #expect(linked(told.prefix(10).joined(separator: " "), page: page) == told.joined(separator: "\n\n"))
    // A summary is no text, and says nothing against the page.
    #expect(linked("The ferry is stuck, and all are well.", page: page) == told.joined(separator: "\n\n"))
  }

  @Test(
    arguments: [
      (nil, "utf-8", "\u{E9}"), ("iso-8859-1", "utf-8", "\u{E9}"), (nil, "iso-8859-1", "\u{E9}"),
      ("windows-1251", "iso-8859-1", "\u{439}"),
    ] as [(String?, String, String)])
  func headerComesBeforeThePage(header: String?, page: String, letter: String) {
    let bytes: [UInt8] = page == "utf-8" ? [0xC3, 0xA9] : [0xE9]
    let text = Array("<meta charset=\(page)><p>Caf".utf8) + bytes + Array(" owners said that prices would rise.".utf8)
    let record = InputRecord(source: "a.html", kind: .html, bytes: text, charset: header)
    #expect((try? parser.articles(from: record).last?.get().text.hasPrefix("Caf\(letter) owners")) == true)
  }

  @Test func byteOrderMarkBeatsAllNames() {
    let text = Array("<meta charset=windows-1251><p>Caf\u{E9} owners said that prices would rise.".utf16)
    let bytes: [UInt8] = [0xFF, 0xFE] + text.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let record = InputRecord(source: "a.html", kind: .html, bytes: bytes, charset: "koi8-r")
    #expect((try? parser.articles(from: record).last?.get().text.hasPrefix("Caf\u{E9} owners")) == true)
  }

  @Test(
    arguments: [
      ("<html lang=fr-CA><p>Words", "fr"), ("<html><meta property=og:locale content=de_DE><p>Words", "de"),
      ("<html><meta http-equiv=content-language content=uk><p>Words", "uk"), ("<html><p>Words", "en"),
    ])
  func languageIsThatOfThePage(text: String, language: String) {
    #expect(article(text + " stand here, they said.", as: .html)?.language == language)
  }

  @Test func visibleDateFollowsTheLanguageOfThePage() {
    func date(_ language: String, _ text: String) -> String? {
      article(
        "<html lang=\(language)><h1>Ferry strands</h1><span class=date>\(text)</span><p>A ferry ran onto a sandbank, they said.",
        as: .html)?.published.value?.description
    }
    #expect(date("fr", "Publié le 05/11/2024 à 18h05") == "2024-11-05")
    #expect(date("en-US", "11/05/2024") == nil)
    #expect(date("de", "Dienstag, 5. März 2024") == "2024-03-05")
    #expect(date("ja", "2024年11月5日（火）") == "2024-11-05")
  }

  @Test func eveningBeforeMidnightIsTheDayThatThePageShows() {
    func date(_ time: String, _ text: String) -> String? {
      let head = "<meta property=article:published_time content=\(time)>"
      return article(
        "<head>\(head)</head><h1>Ferry strands</h1><p>\(text)</p><p>A ferry ran onto a sandbank, they said.", as: .html)?
        .published.value?.description
    }
    #expect(date("2024-03-14T02:41:09Z", "March 13, 2024 at 10:41PM EDT") == "2024-03-13")
    #expect(date("2024-03-14T02:41:09+01:00", "March 13, 2024") == "2024-03-14")
    #expect(date("2024-03-14T17:41:09Z", "March 13, 2024") == "2024-03-14")
    #expect(date("2024-03-14T02:41:09Z", "March 11, 2024") == "2024-03-14")
  }

  @Test func headlineOfThePageBeatsTheShorterOneOfTheLinkedData() {
    func title(_ openGraph: String) -> String? {
      let linked = #"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry on a bank"}</script>"#
      return article(
        "<head><meta property=og:title content='\(openGraph)'>\(linked)</head><h1>‘A piano’: ferry on a bank for a night</h1>"
          + "<p>A ferry ran onto a sandbank, they said.", as: .html)?.title
    }
    #expect(title("‘A piano’: ferry on a bank for a night") == "‘A piano’: ferry on a bank for a night")
    #expect(title("Ferry stranded") == "Ferry on a bank")
  }

  @Test func titleForSharingCountsWhereThePageShowsIt() {
    func title(_ heading: String) -> String? {
      let json = #"{"@type":"NewsArticle","headline":"Vik: row over lamps"}"#
      let linked = "<script type='application/ld+json'>\(json)</script>"
      return article(
        "<head><meta property=og:title content='Vik wants lamps in the wood – friends of bats object'>\(linked)</head>"
          + "<article><h2><span>Row over lamps</span> <span>\(heading)</span></h2>"
          + "<p>The town wants to set up lamps along the way to the school, they said.</p></article>", as: .html)?.title
    }
    #expect(
      title("Vik wants lamps in the wood – friends of bats object")
        == "Vik wants lamps in the wood – friends of bats object")
    #expect(title("The bats and the lamps of Vik") == "Vik: row over lamps")
  }

  @Test func nameOfASiteInAHeadingIsNoHeadline() {
    func title(_ head: String, _ heading: String) -> String? {
      article(
        "<head>\(head)</head><h1>연합뉴스</h1><article><h1>\(heading)</h1>"
          + "<p>The ferry was pulled free with the tide on Tuesday, they said.</p></article>", as: .html)?.title
    }
    let story = "통영 동피랑 할머니들, 그림책으로 볼로냐 간다"
    #expect(title("<meta property=og:title content='\(story) | 연합뉴스'>", story) == story)
  }

  @Test func headingThatIsTheTitleOfThePageBeatsOneForSharing() {
    func title(_ shared: String, page: String) -> String? {
      article(
        "<head><title>\(page)</title><meta property=og:title content='\(shared)'></head>"
          + "<h1>Ferry to Sandholm runs onto a bank</h1><p>The ferry was pulled free with the tide, they said.</p>",
        as: .html)?.title
    }
    let story = "Ferry to Sandholm runs onto a bank"
    #expect(title("Press corner", page: story) == story)
    #expect(title("Ninety spend a night in a school", page: "Press corner") == "Ninety spend a night in a school")
    #expect(title("Ninety spend a night in a school", page: story) == "Ninety spend a night in a school")
  }

  @Test func nothingToReadIsAProblem() {
    #expect(problems(read("<html><body><script>x()</script></body></html>", as: .html, source: "a.html")).count == 1)
    #expect(problems(read("", as: .html, source: "a.html")) == ["a.html: no HTML in it"])
  }

  @Test func namesOfTagsAreSorted() {
    let tags = Tag.allCases.map(\.name)
    #expect(tags == tags.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    let attributes = AttributeName.allCases.map(\.name)
    #expect(attributes == attributes.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }
}

/// Pages made to hurt. Each must end soon, with an article or a problem.
struct HostilePageTests {
  private func ends(_ text: String, within limit: Duration = .seconds(30)) {
    let bytes = Array(text.utf8)
    let time = ContinuousClock().measure {
      for kind in [InputRecord.Kind.html, .feed] {
        let results = parser.articles(from: InputRecord(source: "a", kind: kind, bytes: bytes))
        #expect(!results.isEmpty)
        for case .success(let article) in results { #expect(partitions(article)) }
      }
    }
    #expect(time < limit)
  }

  private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  @Test func depthIsBounded() {
    ends(repeated("<div>", 100_000) + "Words at the bottom of it all, they said.")
    ends(repeated("<b><i>", 50_000) + "Words" + repeated("</i>", 50_000))
    ends(repeated("<table><tr><td>", 30_000) + "Words")
  }

  @Test func manyAttributesCostLinearTime() {
    ends("<p " + repeated("a=b ", 300_000) + ">Words stand here, they said.</p>")
    ends("<p " + (0..<100_000).map { "a\($0)=1 " }.joined() + ">Words stand here, they said.</p>")
  }

  /// So many that time by the square of their number would show.
  @Test(
    arguments: [
      ("<br>", 30_000), ("<span>x</span>", 20_000), ("<button>x</button><h2>a</h2><a>b</a>", 25_000),
      ("<div><img>The bridge on Monday</div>", 5_000), ("<div><input type=email><p>a b</p></div>", 5_000),
      ("<div itemprop=author><span itemprop=name>Ida Holm</span></div>", 5_000),
      ("<p>(With reports by agencies)</p>", 5_000), ("<time datetime=2024-01-01>1 January 2024</time>", 5_000),
      ("<script type='application/ld+json'>{\"@type\":\"NewsArticle\"}</script>", 5_000),
    ])
  func manyOfAThingCostLinearTime(thing: String, count: Int) {
    let page = "<body><div>" + repeated(thing, count)
    let time = ContinuousClock().measure {
      _ = parser.articles(from: InputRecord(source: "a", kind: .html, bytes: Array(page.utf8)))
    }
    #expect(time < .seconds(30))
  }

  @Test func entitiesDoNotExpand() {
    var text = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"haha\">"
    for level in 1...20 { text += "<!ENTITY a\(level) \"" + repeated("&a\(level - 1);", 10) + "\">" }
    ends(text + "]><rss><channel><item><description>&a20; words</description></item></channel></rss>")
  }

  @Test func externalEntitiesAreNotRead() {
    let text = """
      <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>
      <rss><channel><item><title>T</title><description>Before &x; after, they said.</description></item></channel></rss>
      """
    #expect(article(text, as: .feed)?.text.contains("root") == false)
  }

  @Test func unclosedThingsEnd() {
    ends(repeated("<!--", 50_000) + "Words")
    ends("<script>" + repeated("</", 100_000))
    ends("<p title=\"" + repeated("x", 1_000_000))
    ends(repeated("<p class='a b", 20_000))
    ends(repeated("&", 100_000) + repeated("&#", 50_000) + repeated("&#x110000;", 10_000))
    ends(repeated("<a href=x>w</a> ", 30_000))
    ends(repeated("<![CDATA[", 20_000))
  }

  @Test func zeroBytesAndMixedEncodingsAreRead() {
    let bytes =
      Array("<p>One \u{0}two, ".utf8) + [0xFF, 0xE9, 0x80, 0xED, 0xA0, 0x80] + Array(" three, they said.</p>".utf8)
    #expect(!parser.articles(from: InputRecord(source: "a", kind: .html, bytes: bytes)).isEmpty)
  }

  @Test(arguments: 0..<150)
  func mutatedPagesGiveAnArticleOrAProblem(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let fixture = PageFixtureTests.names.randomElement(using: &random).flatMap(PageFixtureTests.page)
    var bytes = seed % 3 == 0 ? Array(PageTests.page.utf8) : fixture ?? []
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0...4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...50, using: &random)))
      case 2: bytes.insert(contentsOf: Array("<div></p>\"'>&lt;".utf8.shuffled(using: &random)), at: place)
      case 3:
        bytes.insert(
          contentsOf: bytes[place..<min(bytes.count, place + 200)], at: Int.random(in: 0...bytes.count, using: &random))
      default: bytes = Array(bytes[..<max(1, bytes.count - Int.random(in: 0...200, using: &random))])
      }
    }
    for kind in [InputRecord.Kind.html, .feed, .mail, .markdown, .text, .json] {
      let results = parser.articles(from: InputRecord(source: "a", kind: kind, bytes: bytes))
      #expect(!results.isEmpty, "seed \(seed)")
      for case .success(let article) in results { #expect(partitions(article), "seed \(seed), \(kind)") }
    }
  }
}
