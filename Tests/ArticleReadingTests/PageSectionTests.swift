import ArticleModel
import Testing

@testable import ArticleReading

/// Parts of a page that say themselves that they are no part of its article.
struct PageSectionTests {
  private static let story = """
    <p>The ferry to Sandholm ran onto a bank in the fog on Monday, and ninety people spent the night in the school.</p>
    <p>“We had soup and a piano,” said the headmaster, Jon Dahl. “There are worse places to be stranded in.”</p>
    <p>The coast guard said that the ferry would be pulled free with the tide, which is high again at noon today.</p>
    """

  private func paragraphs(_ body: String) -> [String] {
    outline(article("<html><body>\(body)</body></html>", as: .html)).filter { !$0.hasPrefix("h (") }
      .map { String($0.prefix(22)) }
  }

  private static let kept = ["p The ferry to Sandhol", "p “We had soup and a p", "p The coast guard said"]

  @Test(arguments: [
    "<div><p>Other news</p><div>A seal came ashore in the harbour and looked at the fish shop for an hour.</div></div>",
    "<section><h3>Más noticias</h3><p>Una foca entró en el puerto y miró la pescadería durante una hora.</p></section>",
    """
    <div><div>The morning letter</div><div>Five stories before the coffee is ready, written by people who got up.</div>
    <div>Sign me up</div></div>
    """,
    """
    <div class=z><a href=1>Seal in the harbour</a><p>It looked at the fish shop for an hour.</p></div>
    <div class=z><a href=2>Bell for the church</a><p>It was cast in May and hangs since June.</p></div>
    <div class=z><a href=3>New road to Vik</a><p>The road is open, the people say, on most days.</p></div>
    """,
  ])
  func boxesAreLeftOut(box: String) {
    #expect(paragraphs("<div>\(Self.story)</div>\(box)") == Self.kept)
    #expect(paragraphs("<div>\(Self.story)\(box)</div>") == Self.kept)
  }

  @Test func offerBehindATeaserIsLeftOut() {
    let offer = """
      <div><h2>Keep reading with a subscription</h2><p>Choose the plan that suits you and cancel at any time.</p>
      <p>Then it is 39 euros a month for complete access to all that we write, on each of your devices.</p>
      <p>For companies and schools: access for many readers, with an invoice and a person who answers.</p></div>
      """
    #expect(paragraphs("<article>\(Self.story)\(offer)</article>") == Self.kept)
  }

  @Test func nextArticleOfAnEndlessPageIsLeftOut() {
    let next = """
      <p>The lifeboat at Vik has been given a second engine after the first one failed twice in a summer.</p>
      <p>“Rowing was good for us,” said the coxswain, “but it is not the idea.”</p>
      """
    let page = "<main><article><h1>Ferry</h1>\(Self.story)</article><article><h1>Lifeboat</h1>\(next)</article></main>"
    #expect(paragraphs(page) == Self.kept)
  }

  @Test func wordsInLargeLettersStandOnce() {
    let quote = "<div class=big><span>We had soup and a piano</span></div>"
    #expect(paragraphs("<article>\(Self.story)\(quote)</article>") == Self.kept)
    let other = "<div class=big><span>Nobody here has ever seen such fog.</span></div>"
    #expect(paragraphs("<article>\(Self.story)\(other)</article>").count == 4)
  }

  @Test func articleInsideItsHeadlineIsRead() {
    #expect(paragraphs("<h1>Ferry on a bank<div>\(Self.story)</div></h1>").count <= 3)
    #expect(paragraphs("<h1><div>\(Self.story)</div>Ferry on a bank</h1><p>Words.</p>").count <= 4)
  }

  @Test func textBehindAHeadingStaysText() {
    let page = """
      <div>The ferry to Sandholm ran onto a bank in the fog on Monday, and ninety people spent the night there.<br><br>
      “We had soup and a piano,” said the headmaster, Jon Dahl. “There are worse places.”<br><br>
      <h3>The tide</h3>The coast guard said that the ferry would be pulled free with the tide at noon.<br><br>
      <b>What it costs</b><br><br>The harbour master put the damage at nine thousand, and the piano at forty.<br><br>
      Nobody was hurt, and most of the ninety went home by bus before it was light.</div>
      """
    #expect(
      paragraphs(page) == [
        "p The ferry to Sandhol", "p “We had soup and a p", "h The tide", "p The coast guard said", "p What it costs",
        "p The harbour master p", "p Nobody was hurt, and",
      ])
  }

  @Test func boxAroundAFieldForAMailAddressIsLeftOut() {
    let box = """
      <div class=z><div>The Tide Table</div><div>One long read every Sunday, chosen by people who read them all.</div>
      <input placeholder="Your e-mail"><button>Go</button></div>
      """
    #expect(paragraphs("<div>\(Self.story)\(box)</div>") == Self.kept)
    let field = "<form><input type=text name=q></form>"
    let told = "<div><div>The Tide Table</div><p>It hangs in the school, and the children read it.</p>\(field)</div>"
    #expect(paragraphs("<div>\(Self.story)\(told)</div>").count == 4)
  }

  @Test func quotationThatStandsInAParagraphStandsOnce() {
    let quote = "<div class=q0><p>“There are worse places to be stranded in.”</p></div>"
    #expect(paragraphs("<article>\(Self.story)\(quote)</article>") == Self.kept)
    let answer = "<p>“There are worse places than this one.”</p>"
    #expect(paragraphs("<article>\(Self.story)\(answer)</article>").count == 4)
  }

  @Test func anotherArticleInSmallIsNoQuotation() {
    let embed = "<blockquote><a href=x>Fog on the sound for nine days</a></blockquote>"
    #expect(paragraphs("<article>\(Self.story)\(embed)</article>") == Self.kept)
    let quote = "<blockquote><p>We had soup. <a href=x>Jon Dahl, by letter</a></p></blockquote>"
    #expect(paragraphs("<article>\(Self.story)\(quote)</article>").count == 4)
  }

  @Test func standfirstIsNoTextAndAHeadingOfItsClassIs() {
    let standfirst = "<h2 class=subtitle>Ninety people, one piano</h2><p>1.2K</p>"
    #expect(paragraphs("<article><h1>Ferry on a bank</h1>\(standfirst)\(Self.story)</article>") == Self.kept)
    let heading = "<h2 class=subtitle>The tide</h2><p>It is high at noon, and higher on Thursday, said Dahl.</p>"
    #expect(paragraphs("<article><h1>Ferry on a bank</h1>\(Self.story)\(heading)</article>").count == 5)
  }

  @Test func factsInABoxAreTold() {
    let box = "<aside class=factbox><h3>The ferry</h3><ul><li>Built in 1971</li><li>Ninety seats</li></ul></aside>"
    #expect(paragraphs("<article>\(Self.story)\(box)</article>").count == 6)
    let other = "<aside class=promo><h3>The ferry</h3><ul><li>Built in 1971</li><li>Ninety seats</li></ul></aside>"
    #expect(paragraphs("<article>\(Self.story)\(other)</article>") == Self.kept)
  }

  @Test func captionInsideAParagraphStandsApart() {
    let page =
      "<div><span><img src=x><em class=img_desc>The ferry on the bank, as it lay there on Monday.</em></span>"
      + Self.story.replacing("<p>", with: "").replacing("</p>", with: "<br><br>") + "</div>"
    #expect(paragraphs(page) == ["c The ferry on the ban"] + Self.kept)
  }

  @Test func tickerIsTheArticleOfALivePage() {
    let entries = (9...13).map { hour in
      "<div><h3>At \(hour)</h3><p>They counted \(hour) boats, \(hour) ropes, \(hour) lamps and \(hour) gulls, said Dahl.</p></div>"
    }
    let page = "<main><h1>Ferry on a bank</h1><div class=ticker>\(entries.joined())</div></main>"
    #expect(paragraphs(page).count == 10)
  }

  // Near misses.

  @Test func articleThatSpeaksOfNewsIsKept() {
    let more = "<p>Other news came at night. The harbour master said that the lamp on the pier had been out.</p>"
    #expect(paragraphs("<div>\(Self.story)\(more)</div>") == Self.kept + ["p Other news came at n"])
  }

  @Test func articleBelowACallIsKept() {
    #expect(paragraphs("<article><p>Read more</p>\(Self.story)</article>") == Self.kept)
  }

  @Test func listsWithLinksAsHeadingsAreKeptWhereTheyHavePlentyToSay() {
    let houses = [
      ("The red house", "A captain built it for three sons, who never came back.", "It was sold in the spring."),
      ("The school", "Forty children learned to read here until the year of the flood.", "Now it is a library."),
      ("The mill", "Water turned the wheel by day, and the miller by night.", "Two swans live in the race."),
    ]
    let items = houses.map { "<div class=z><a href=x>\($0.0)</a><p>\($0.1)</p><p>\($0.2)</p></div>" }.joined()
    #expect(paragraphs("<article>\(Self.story)\(items)</article>").count >= 9)
  }

  @Test func classesOfAComponentLibraryAreNoCookieNotices() {
    let text = Self.story.split(separator: "\n").map {
      "<div class='text section'><div class='cmp-text'>\($0)</div></div>"
    }
    #expect(paragraphs(text.joined()) == Self.kept)
  }
}
