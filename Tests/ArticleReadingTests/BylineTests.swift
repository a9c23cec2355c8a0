import ArticleModel
import Testing

@testable import ArticleReading

struct BylineTests {
  private let bylines = parser.bylines

  @Test(
    arguments: [
      ("Ida Holm", "Ida Holm"), ("By Ida Holm and Per Lund", "Ida Holm, Per Lund"),
      ("By Ida Holm, Per Lund & Jo van der Berg", "Ida Holm, Per Lund, Jo van der Berg"),
      ("by: IDA HOLM", "IDA HOLM"), ("Von Jan Weiß und Anna Groß", "Jan Weiß, Anna Groß"),
      ("Par Léa Dubois et Marc Petit", "Léa Dubois, Marc Petit"), ("Por Ana Ruiz y Luis Gil", "Ana Ruiz, Luis Gil"),
      ("Автор: Ольга Мороз", "Ольга Мороз"), ("文/王小明", "王小明"), ("Text: Ida Holm", "Ida Holm"),
      ("Ida Holm, Staff Writer", "Ida Holm"), ("Ida Holm | Senior Health Correspondent", "Ida Holm"),
      ("Ida Holm, Professor of Law", "Ida Holm"), ("By Ida Holm, special to the Courier", "Ida Holm"),
      ("Ida Holm for the Coast Courier", "Ida Holm"), ("Ida Holm in Oslo", "Ida Holm"),
      ("By Ida Holm | Coast Wire", "Ida Holm, Coast Wire"), ("The Associated Press", "The Associated Press"),
      ("Ida Holm, Jr.", "Ida Holm, Jr."), ("By Ida Holm March 3, 2024 4:05 pm", "Ida Holm"),
      ("Ida Holm22 Dec 2016", "Ida Holm"), ("Ida Holm 3 min read", "Ida Holm"), ("Jo Lind May 5, 2024", "Jo Lind"),
      ("Ida Holm, Ida Holm", "Ida Holm"), ("Alan Judge", "Alan Judge"), ("Charles de Gaulle", "Charles de Gaulle"),
      ("Theresa May", "Theresa May"), ("ida@coast.example (Ida Holm)", "Ida Holm"),
      ("Ida Holm <ida@coast.example>", "Ida Holm"), ("記者 王小明", "王小明"), ("이수진 기자", "이수진"),
      ("이수진 기자 (sujin@coast.example)", "이수진"),
      ("佐藤美咲記者", "佐藤美咲"), ("By Ida Holm Follow @idaholm", "Ida Holm"), ("Ida Holm, Follow @idaholm", "Ida Holm"),
      ("كتبت: ليلى منصور", "ليلى منصور"), ("Mac & i", "Mac & i"), ("Ida Holm & Per Lund", "Ida Holm, Per Lund"),
      ("Ida Holm, Health Correspondent, Warsaw", "Ida Holm"),
    ])
  func namesAreTakenOut(text: String, names: String) {
    #expect(bylines.cleaned(text) == names)
  }

  @Test(arguments: [
    "", "admin", "By admin", "Staff Reporter", "Editorial Team", "https://coast.example/authors/ida", "@idaholm",
    "ida@coast.example", "www.coast.example/ida", "/authors/ida-holm", "27 November 2024", "Redaktion", "–",
    "Super User", "Health correspondent, Warsaw",
  ])
  func whatNamesNobodyGivesNone(text: String) {
    #expect(bylines.cleaned(text) == nil)
  }

  @Test(
    arguments: [
      ("By Ida Holm", "Ida Holm"), ("By Ida Holm in Oslo", "Ida Holm"), ("Von Jonas Ebeling", "Jonas Ebeling"),
      ("Par Jeanne Roux, envoyée spéciale à Lyon", "Jeanne Roux"), ("Text: Ida Holm Fotos: Per Lund", "Ida Holm"),
      ("2024年11月04日 18:30 来源：临海晚报 作者：赵晓梅", "赵晓梅"), ("이수진 기자", "이수진"), ("بقلم سارة حداد", "سارة حداد"),
      ("Submitted by Orla Devane on Fri, 11/08/2024 - 19:40", "Orla Devane"),
      ("Katarzyna Wilk, 4 listopada 2024, 18:30", "Katarzyna Wilk"), ("di Marta Rossetti", "Marta Rossetti"),
      ("记者 周敏", "周敏"),
    ])
  func linesAboveAnArticleNameItsAuthors(line: String, names: String) {
    #expect(bylines.authors(line: line, next: nil) == names)
  }

  @Test(arguments: [
    "By Monday morning the water had gone.", "By sea and by land", "Von der Leyen besucht Kiew",
    "Text: Rain falls again",
    "Da Vinci Code Author Dies", "Ida Holm", "Por fin llega la lluvia al valle", "3 min read",
    "Harbour City, 4 November 2024", "Di Maio attacca il governo", "Par 12 voix contre 9",
  ])
  func otherLinesNameNobody(line: String) {
    #expect(bylines.authors(line: line, next: nil) == nil)
  }

  @Test func nameBeforeARoleIsTheAuthor() {
    #expect(bylines.authors(line: "Isla Drummond", next: "Rural affairs reporter") == "Isla Drummond")
    #expect(bylines.authors(line: "Isla Drummond", next: "A village has its bus again") == nil)
  }

  @Test func personComesBeforeThePaper() {
    #expect(bylines.best(["Coast Courier", "Ida Holm"], publisher: "Coast Courier") == "Ida Holm")
    #expect(bylines.best(["Coast Courier", nil], publisher: "Coast Courier") == "Coast Courier")
    #expect(bylines.best([nil, "Coast News Agency", "Ida Holm"], publisher: nil) == "Ida Holm")
    #expect(bylines.best([nil, nil], publisher: nil) == nil)
    #expect(bylines.best(["해안일보, 포털뉴스", "한지수"], publisher: nil) == "한지수")
  }

  @Test func nameOfThePaperBehindThatOfThePersonIsTakenOff() {
    #expect(bylines.best(["Ida Holm Coast Courier"], publisher: "Coast Courier") == "Ida Holm")
    #expect(bylines.best(["Ida Holm Coast Courier"], publisher: "Harbour Courier") == "Ida Holm Coast Courier")
    #expect(bylines.best(["Coast Courier"], publisher: "Coast Courier") == "Coast Courier")
  }

  private func byline(_ body: String, head: String = "") -> String? {
    let text = """
      <html><head>\(head)</head><body><h1>Ferry strands on a sandbank</h1>\(body)
      <p>A ferry with ninety people ran onto a sandbank, the coast guard said on Monday.</p>
      <p>Nobody was hurt, and the captain waits for the tide that comes at midnight.</p></body></html>
      """
    return article(text, as: .html)?.byline
  }

  @Test func severalAuthorsOfOneBylineAreJoined() {
    #expect(
      byline(
        "<div class=byline>By <span class=byline-name>Ida Holm</span> and <span class=byline-name>Per Lund</span></div>"
      )
        == "Ida Holm, Per Lund")
    #expect(
      byline("<p class=byline>By <a href=/i>Ida Holm</a>, <a href=/p>Per Lund</a> | 3 min</p>") == "Ida Holm, Per Lund")
  }

  @Test func bylineNearTheHeadlineIsThatOfTheArticle() {
    let teasers = (0..<30).map { number in
      "<div><h3><a href=/\(number)>Another story of the day, number \(number)</a></h3><span class=byline>By Ann Roe</span></div>"
    }.joined()
    #expect(byline("<span class=byline>By Ida Holm</span>" + teasers) == "Ida Holm")
    let before = "<body>" + teasers
    #expect(byline("<span class=byline>By Ida Holm</span>", head: "</head>" + before) == "Ida Holm")
  }

  @Test func nobodyIsNoAuthorBehindAnyOpening() {
    #expect(parser.bylines.cleaned("автором admin") == nil)
    #expect(parser.bylines.cleaned("автором Ольга Петренко") == "Ольга Петренко")
  }

  @Test func creditOfThePictureBelowASignatureIsNone() {
    let text = "<h1>Ночь в школе</h1><p>Паром сел на мель в тумане, сообщили спасатели.</p>"
    let style = "style='text-align: right'"
    let end = "<p \(style)><b>Ольга ПЕТРЕНКО</b></p><p \(style)><em>Фото автора</em></p>"
    let found = article(text + text + end, as: .html)
    #expect(found?.byline == "Ольга ПЕТРЕНКО")
    #expect(found?.text.contains("Фото") == false)
  }

  @Test func nameBelowTheTextSignsIt() {
    func signed(_ line: String, style: String = "text-align: right;") -> String? {
      let text = "<h1>Ferry strands</h1><p>A ferry ran onto a sandbank, the coast guard said on Monday.</p>"
      return article("\(text)\(text)<p style='\(style)'><strong>\(line)</strong></p>", as: .html)?.byline
    }
    #expect(signed("Lê Minh Thảo") == "Lê Minh Thảo")
    #expect(signed("Lê Minh Thảo", style: "color: red") == nil)
    #expect(signed("Ольга Петренко") == "Ольга Петренко")
    #expect(signed("Ольга Петренко", style: "color: red") == "Ольга Петренко")
    #expect(signed("Северный Морской", style: "color: red") == nil)
    #expect(signed("See also the tide") == nil)
  }

  @Test(arguments: [
    ("<b>(Maria Santos)</b>", "Maria Santos"), ("<i>Olga Petrenko</i>", "Olga Petrenko"),
    ("[Daniel Novak]", "Daniel Novak"), ("<i>Read More Here</i>", nil), ("<b>Sandholm Harbour</b>", nil),
    ("<i>Maria was there.</i>", nil),
  ])
  func aNameInAnotherHandBelowTheTextSignsIt(line: String, name: String?) {
    let text = "A ferry ran onto a sandbank, the coast guard said on Monday. Nobody was hurt in the fog."
    let page =
      "<html><body><div><h1>Ferry strands off the bank</h1>\(text)<br><br>\(text)<br><br>\(text.uppercased())<br><br>\(line)</div></body></html>"
    let found = article(page, as: .html)
    #expect(found?.byline == name)
    if name != nil { #expect(found?.text.hasSuffix("FOG.") == true) }
  }

  @Test(arguments: [
    ("/staff/2174/", "Ida Holm"), ("https://coast.example/autor/ida-holm", "Ida Holm"), ("/news/ida-holm", nil),
    ("/szerzo/holm?a=1", "Ida Holm"), ("/team/ida-holm", nil), ("/author", nil),
  ])
  func aLinkToAllThatSomebodyWroteIsAByline(address: String, name: String?) {
    let text = "<p>A ferry ran onto a sandbank, the coast guard said on Monday. Nobody was hurt in the fog.</p>"
    let page =
      "<html><body><div><h1>Ferry strands off the bank</h1><div><a href='\(address)'>Ida Holm</a><i>Coast Courier</i></div>\(text)\(text)</div></body></html>"
    #expect(article(page, as: .html)?.byline == name)
  }

  @Test(arguments: ["陈一鸣", "千葉三郎", "Ида Холм"])
  func numbersInNamesOfOtherScriptsStay(name: String) {
    let reader = parser.segmenter.lines.bylines
    #expect(reader.names(name) == [name])
    #expect(reader.names("\(name) 2024-11-05") == [name])
  }

  @Test func thePlaceBesideAnAuthorIsNone() {
    let box =
      "<div class=author-wrap><span class=author-name>Ida Holm</span><span class=author-place>Sandholm</span></div>"
    #expect(byline(box) == "Ida Holm")
    let two = "<div class=byline><span class=author-name>Ida Holm</span> <span class=author-name>Per Lund</span></div>"
    #expect(byline(two) == "Ida Holm, Per Lund")
    #expect(byline("<div class=td-author><div>Від</div> <a>Oksana Dyachuk</a></div>") == "Oksana Dyachuk")
  }

  @Test func theLabelOfADateIsNoNameOfAnAuthor() {
    let reader = parser.segmenter.lines.bylines
    #expect(reader.authors(line: "Haber: Deniz Kaya Giriş Tarihi: 03.05.2024 10:20", next: nil) == "Deniz Kaya")
    #expect(reader.authors(line: "Haber: Deniz Kaya", next: nil) == "Deniz Kaya")
  }

  @Test func addressOfAnAuthorIsPassedOver() {
    let head =
      "<meta property='article:author' content='https://coast.example/by/ida'><meta name=author content='Ida Holm'>"
    #expect(byline("", head: head) == "Ida Holm")
  }

  @Test func paperInTheMetadataGivesWayToThePersonOnThePage() {
    let head = "<meta property='og:site_name' content='Coast Courier'><meta name=author content='Coast Courier'>"
    #expect(byline("<span class=byline>By Ida Holm</span>", head: head) == "Ida Holm")
    #expect(byline("", head: head) == "Coast Courier")
  }

  @Test func nameThatThePageShowsBeatsOneInTheHeadAlone() {
    let head = "<meta name=author content='Jo Loader'>"
    #expect(byline("<div class=byline>By <a rel=author href=/i>Ida Holm</a></div>", head: head) == "Ida Holm")
    #expect(byline("<p>Jo Loader saw it.</p><span class=byline>By Ida Holm</span>", head: head) == "Jo Loader")
  }
}
