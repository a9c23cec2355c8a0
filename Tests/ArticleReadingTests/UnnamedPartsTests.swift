import ArticleModel
import Testing

@testable import ArticleReading

/// Pages whose elements are all `div` and whose classes say nothing: what is article shows by what it says and where.
struct UnnamedPartsTests {
  private static let sentences = [
    "The ferry to Sandholm ran onto a bank in the fog on Monday, and ninety people spent the night in the school.",
    "“We had soup and a piano,” said the headmaster, Jon Dahl. “There are worse places to be stranded in.”",
    "The coast guard said that the ferry would be pulled free with the tide, which is high again at noon today.",
    "Nobody was hurt, and most of the ninety went home by bus before it was light.",
  ]

  private static let menu = (1...30).map { "<div><a href=/\($0)>District \($0)</a></div>" }.joined()
  private static let story = sentences.map { "<p>\($0)</p>" }.joined()

  private func lines(_ body: String) -> [String] {
    outline(article("<html><body>\(body)</body></html>", as: .html)).filter { !$0.hasPrefix("h (") }
  }

  /// What is read besides the story, whose paragraphs must all be there.
  private func beside(_ body: String) -> [String] {
    let lines = lines(body)
    let openings = Self.sentences.map { "p " + $0.prefix(20) }
    #expect(openings.allSatisfy { opening in lines.contains { $0.hasPrefix(opening) } })
    return lines.filter { line in !openings.contains { line.hasPrefix($0) } }
  }

  // MARK: The article

  @Test func paragraphsInBoxesOfTheirOwnOutweighOneLongFoot() {
    let boxes = Self.sentences.map { "<div class=a\($0.count)>\($0)</div>" }.joined()
    let foot = """
      <div><div>The Coast Herald is printed in Vik by the Coast Press, which is owned by those who work there and by four
      hundred readers. The desk is reached from seven in the morning until the ferry leaves, by telephone or by post, and on
      Sundays through the window.</div></div>
      """
    #expect(beside("<h1>Ferry on a bank</h1><div>\(boxes)</div>\(Self.menu)\(foot)").isEmpty)
  }

  @Test func whatThePageCallsTheBodyOutweighsALongerFoot() {
    let foot = """
      <div><div>The Coast Herald is printed in Vik by the Coast Press, which is owned by those who work there and by four
      hundred readers, and the desk is reached from seven in the morning until the ferry leaves.</div></div>
      """
    let text = "The ferry ran onto a bank in the fog, and ninety people spent the night in the school at Sandholm."
    let body = "<div><div itemprop=articleBody>\(text)</div></div>"
    #expect(lines("<h1>Ferry</h1>\(body)\(Self.menu)\(foot)") == ["p \(text)"])
  }

  @Test func linksThatAreLeftOutStillPartTheFootFromTheText() {
    let places = ["Vik", "Sandholm", "Ness", "Holm", "Strand", "Fjell"]
    let links = places.map { "<div><a href=/\($0)>Our desk in \($0)</a></div>" }.joined()
    let foot = """
      <div><h5>Find us</h5>\(links)</div><div><h5>Write to us</h5>\(links)</div>
      <div><p>The Coast Herald is owned by those who work there and by four hundred readers along the coast.</p></div>
      """
    #expect(beside("<div><div><h1>Ferry on a bank</h1>\(Self.story)</div><div>\(foot)</div></div>").isEmpty)
  }

  // MARK: Rights and cookies

  @Test(arguments: [
    "<div>© 2024 The Coast Herald. All rights reserved.</div><p>The rules hold for all that you send to this paper.</p>",
    "<p>Copyright © 2024, Coast Press</p><div>Vik, Quay 4, telephone 12 34</div>",
    "<div>The contents of this site are ©2024 Coast Press, a part of Northern Papers.</div>",
    "<h2>Privacy overview</h2><p>Cookies that count readers stay for a year, and those that know you for an hour.</p>",
    "<p>This site uses cookies to remember what you have read, and for nothing else that we know of.</p>",
  ])
  func footOfThePageIsLeftOut(foot: String) {
    #expect(beside("<div><h1>Ferry on a bank</h1>\(Self.story)<div>\(foot)</div></div>").isEmpty)
  }

  @Test func lineOfRightsBeforeMuchTextEndsNothing() {
    let picture = "<p>© 2024 Coast Press and Ida Holm</p>"
    #expect(beside("<div><h1>Ferry on a bank</h1>\(picture)\(Self.story)</div>").isEmpty)
  }

  // MARK: Comments

  private static let discussion = """
    <p>anna_k says:</p><p>I was on board, and the soup was cold, whatever the headmaster may say about it.</p>
    <p>old_salt says:</p><p>In my time we rowed there in any fog, and nobody wrote about it in a paper at all.</p>
    <p>anna_k says:</p><p>In your time there was no school to sleep in, so you had better row, I should think.</p>
    """

  @Test(arguments: [
    "3 comments", "3 responses to “Ferry on a bank”", "12 thoughts on “Ferry on a bank”", "3 Kommentare",
  ])
  func commentsBelowACountAreLeftOut(heading: String) {
    let comments = "<div><h2>\(heading)</h2>\(Self.discussion)\(Self.discussion)\(Self.discussion)</div>"
    #expect(beside("<div><div><h1>Ferry on a bank</h1>\(Self.story)</div>\(comments)</div>").isEmpty)
  }

  @Test(arguments: ["Comments (3)", "3 comentarios", "3 replies"])
  func fewCommentsBesideTheTextAreLeftOut(heading: String) {
    let comment = "<p>I was on board, and the soup was cold, whatever he may say.</p>"
    #expect(beside("<div><h1>Ferry on a bank</h1>\(Self.story)<h3>\(heading)</h3>\(comment)</div>").isEmpty)
  }

  @Test(arguments: [
    "<p>3 responses to the call for blankets came from Vik alone.</p>",
    "<h2>Responses to the fog</h2><p>The harbour master wants a second horn at the mouth of the harbour.</p>",
    "<p>12 comments on the plan had been sent in by Friday, most of them from Sandholm.</p>",
  ])
  func wordsOfTheArticleAboutCommentsStay(text: String) {
    #expect(!beside("<div><h1>Ferry on a bank</h1>\(Self.story)\(text)</div>").isEmpty)
  }

  @Test func countOfCommentsBelowTheHeadlineEndsNothing() {
    #expect(beside("<div><h1>Ferry on a bank</h1><div><a href=#c>12 comments</a></div>\(Self.story)</div>").isEmpty)
  }

  // MARK: Cards

  @Test(arguments: [
    "<h3><a href=/seal>Seal looks at fish shop</a></h3><p>It came ashore at noon and stayed for an hour.</p>",
    "<a href=/l>Vik</a><h5><a href=/seal>Seal looks at fish shop</a></h5><p>It stayed for an hour.</p><div>Per Lund</div>",
    "<div><a href=/s>Seal sees fish shop</a></div><a href=/s>Seal sees fish shop</a><p>It stayed for an hour.</p>",
  ])
  func cardAmongParagraphsIsLeftOut(card: String) {
    #expect(beside("<div><h1>Ferry on a bank</h1>\(Self.story)<div>\(card)</div></div>").isEmpty)
    #expect(beside("<div><h1>Ferry on a bank</h1><div>\(card)</div>\(Self.story)</div>").isEmpty)
  }

  @Test(arguments: [
    "<h3><a href=#tide>When the tide comes back</a></h3><p>It is high again at noon, and lower tomorrow.</p>",
    "<h3>When the tide comes back</h3><p>It is high again at noon, and lower tomorrow.</p>",
  ])
  func sectionOfTheArticleWithOneParagraphStays(section: String) {
    #expect(beside("<div><h1>Ferry on a bank</h1>\(Self.story)<div>\(section)</div></div>").count >= 1)
  }

  @Test func headlineThatLeadsToItselfKeepsItsOnlyParagraph() {
    let entry = "<h2><a href=/ferry>Ferry runs onto a bank</a></h2><p>Ninety people slept in the school there.</p>"
    #expect(lines("<div><div>\(entry)</div></div>").count == 1)
  }

  // MARK: Captions and dates

  @Test func lineOfNamesAndTwoDatesIsNoText() {
    let line = "<div>By Ida Holm | March 4, 2024 at 2:26 PM - Updated March 4 at 4:46 PM</div>"
    #expect(beside("<div><h1>Ferry on a bank</h1>\(line)\(Self.story)</div>").isEmpty)
  }

  @Test func captionsAreToldByTheirFirstWords() {
    let caption = "<div><p>Image caption The ferry was still on its bank when the fog lifted at eight.</p></div>"
    let found = beside("<div><h1>Ferry on a bank</h1>\(Self.story)\(caption)\(Self.story)</div>")
    #expect(found.allSatisfy { $0.hasPrefix("c ") })
    let credit = "<p>Photo by Jo Berg</p>"
    #expect(beside("<div><h1>Ferry on a bank</h1>\(Self.story)\(credit)</div>").isEmpty)
  }

  @Test(arguments: ["Published 10:02 AM EST Mar 4, 2024", "4 March 2024", "First published on 4 March 2024, 10:02"])
  func dateBelowTheTextIsLeftOut(date: String) {
    #expect(beside("<div><h1>Ferry on a bank</h1>\(Self.story)<p>\(date)</p></div>").isEmpty)
  }

  @Test(arguments: ["The trial is to begin on 4 March 2024.", "Monday's game: Vik v Sandholm, 4 March 2024"])
  func lastLineThatTellsOfADateStays(line: String) {
    #expect(beside("<div><h1>Ferry on a bank</h1>\(Self.story)<p>\(line)</p></div>").count == 1)
  }
}
