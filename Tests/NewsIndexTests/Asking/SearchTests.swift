import ArticleModel
import Testing

@testable import NewsIndex

/// Queries over a few articles, and the hits they give.
struct SearchTests {
  static let articles = [
    MarkedArticle(
      "a", published: "2024-11-20", publisher: "Tidewater Post",
      """
      # Ferry talks open in [UA-65|Kherson]

      {Mara Lindqvist|“We will rebuild the harbour bridges of [UA-65|Kherson],”} said Mara Lindqvist. {+|“<Harbour Authority> agreed to negotiate.”}

      The ferries were closed. {Tomasz Wróbel@2024-11-19|he had set goals for the COVID-19 winter}, Tomasz Wróbel said.
      """),
    MarkedArticle(
      "b", published: "2024-12-02", publisher: "The Ledger",
      """
      # Storm over [SE|Sweden]

      A storm hit the bridges. {?|“Nobody negotiates with a storm,”} a man said.

      {Mara Lindqvist|“O’Brien’s U.S.-led team has a missile budget in <2014>,”} she said of a strike near the bridges.

      ! A ferry in the storm
      """),
    MarkedArticle(
      "c", publisher: "Północ", language: "de",
      """
      # Берлин

      {Олена Ковальчук|“Ми відбудуємо 東京都 у [JP-13|Tokyo],”} sagte sie. <Ministry of Water> negotiation négociée
      """),
  ]

  let index: MarkedIndex

  init() throws {
    index = try MarkedIndex(Self.articles)
  }

  @Test func wordsFindSegments() {
    let cases = [
      ("ferry", "a#1 a#3 b#4"),
      ("=ferry", "a#1 b#4"),
      ("\"ferry\"", "a#1 b#4"),
      ("ferr*", "a#1 a#3 b#4"),
      ("fery~1", "a#1 b#4"),
      ("bridges storm", "b#2"),
      ("bridges -storm", "a#2 b#3"),
      ("ferry or strike", "a#1 a#3 b#3 b#4"),
      ("-storm", "a#1 a#2 a#3 b#3 c#1 c#2"),
      ("\"harbour bridges\"", "a#2"),
      ("\"bridges harbour\"", ""),
      ("\"harb* bridges\"", "a#2"),
      ("COVID-19", "a#3"),
      ("covid19", "a#3"),
      ("\"covid-19 winter\"", "a#3"),
      ("O'Brien brien US-led \"u.s.\"", "b#3"),
      ("東京", "c#2"),
      ("京", "c#2"),
      ("東京都", "c#2"),
      ("берлин", "c#1"),
      ("wrobel", "a#3"),
      ("", "a#1 a#2 a#3 b#1 b#2 b#3 b#4 c#1 c#2"),
    ]
    for (query, ids) in cases { #expect(index.ids(query) == ids, "\(query)") }
  }

  @Test func nearnessCountsWords() {
    let cases = [
      ("missile near/5 strike", ""),
      ("missile near/9 strike", "b#3"),
      ("strike adj/9 missile", ""),
      ("missile adj/9 strike", "b#3"),
      ("\"missile budget\" near/9 (strike or harbour)", "b#3"),
      ("\"missile budget\" adj/1 in", "b#3"),
      ("bridges near/5 bridges", ""),
      ("(missile near/9 strike) near/3 bridges", "b#3"),
      ("missil* near/9 strikes", "b#3"),
    ]
    for (query, ids) in cases { #expect(index.ids(query) == ids, "\(query)") }
  }

  @Test func fieldsOfStatementsFindStatements() {
    let cases = [
      ("speaker:lindqvist", "a#q1 b#q2"),
      ("speaker:\"mara lindqvist\"", "a#q1 b#q2"),
      ("speaker:\"lindqvist mara\"", ""),
      ("speaker:wrobel", "a#q2"),
      ("speaker:lind*", "a#q1 b#q2"),
      ("speaker:lindqvst~1", "a#q1 b#q2"),
      ("speaker:unknown", "b#q1"),
      ("speaker:any", "a#q1 a#q2 b#q2 c#q1"),
      ("-speaker:any", "b#q1"),
      ("speaker:(lindqvist or wróbel)", "a#q1 a#q2 b#q2"),
      ("speaker:lindqvist said:rebuild", "a#q1"),
      ("speaker:wrobel said:rebuild", ""),
      ("speaker:lindqvist kind:indirect", ""),
      ("said:\"agreed to negotiate\"", "a#q1"),
      ("said:\"kherson harbour\"", ""),
      ("said:negotiate", "a#q1 b#q1"),
      ("said:(missile adj/1 budget)", "b#q2"),
      ("speaker:lindqvist strike", "b#q2"),
      ("said:strike", ""),
      ("kind:direct", "a#q1 b#q1 b#q2 c#q1"),
      ("conf:>=0.8", "a#q1 b#q1 b#q2 c#q1"),
      ("conf:<0.8", "a#q2"),
      ("about:\"harbour authority\"", "a#q1"),
      ("about:harbour", "a#q1"),
      ("date:2024-11-19 kind:indirect", "a#q2"),
      ("said-on:2024-11", "a#q2"),
      ("said-on:none", "a#q1 b#q1 b#q2 c#q1"),
      ("speaker:lindqvist region:ukraine", "a#q1"),
      ("id:a#q2", "a#q2"),
      ("kind:headline speaker:lindqvist", "6 wrong-unit"),
    ]
    for (query, ids) in cases { #expect(index.ids(query) == ids, "\(query)") }
  }

  @Test func otherFieldsFindSegments() {
    let cases = [
      ("region:ukraine", "a#1 a#2"),
      ("region:UA-65", "a#1 a#2"),
      ("region:kherson", "a#1 a#2"),
      ("region:none", "a#3 b#2 b#3 b#4 c#1"),
      ("region:ukraine ferry", "a#1"),
      ("date:2024-11", "a#1 a#2 a#3"),
      ("date:2024-11..2024-12", "a#1 a#2 a#3 b#1 b#2 b#3 b#4"),
      ("date:2024-12-02..", "b#1 b#2 b#3 b#4"),
      ("date:..2024-11", "a#1 a#2 a#3"),
      ("date:20d..", "b#1 b#2 b#3 b#4"),
      ("date:none", "c#1 c#2"),
      ("mentions:2014", "b#3"),
      ("publisher:ledger", "b#1 b#2 b#3 b#4"),
      ("publisher:\"tidewater post\"", "a#1 a#2 a#3"),
      ("title:storm", "b#1 b#2 b#3 b#4"),
      ("org:ministry", "c#2"),
      ("kind:caption", "b#4"),
      ("lang:de", "c#1 c#2"),
      ("article:a", "a#1 a#2 a#3"),
      ("id:a#2", "a#2"),
    ]
    for (query, ids) in cases { #expect(index.ids(query) == ids, "\(query)") }
  }

  @Test func articlesLiftWhatTheyLack() {
    let cases = [
      ("ferry bridges", "a b"),
      ("\"harbour bridges\" wrobel", "a"),
      ("\"storm bridges\"", ""),
      ("-storm", "a c"),
      ("speaker:lindqvist storm", "b"),
      ("speaker:wrobel said:rebuild", ""),
      ("speaker:wrobel rebuild", "a"),
      ("-speaker:lindqvist", "c"),
      ("speaker:lindqvist -said:rebuild", "b"),
      ("(speaker:wrobel or storm) said:rebuild", ""),
      ("speaker:wrobel or storm", "a b"),
      ("region:ukraine said:missile", ""),
      ("missile near/9 strike", "b"),
      ("title:\"ferry talks\"", "a"),
      ("title:\"talks ferry\"", ""),
      ("title:(ferry near/3 open)", "a"),
      ("kind:caption", "b"),
    ]
    for (query, ids) in cases { #expect(index.ids(query, unit: .article) == ids, "\(query)") }
  }

  @Test func anArticleShowsTheStatementThatWasAskedFor() throws {
    let index = try MarkedIndex([
      MarkedArticle(
        "a", "The tide was high.\n\n{Ada Ames|“No boat leaves today,”} she said.\n\n{Ben Boyd|“Tides pass.”}")
    ])
    func shown(_ query: String) throws -> String {
      let hit = try #require(try index.reader.search(SearchRequest(IndexQuery(query, unit: .article))).hits.first)
      return hit.text + " " + hit.highlights.map { "[\(hit.text.text(in: $0))]" }.joined()
    }
    #expect(try shown("speaker:ada said:boats") == "“No boat leaves today,” she said. [boat]")
    #expect(try shown("speaker:ada -said:tide") == "The tide was high. ")
  }

  @Test func anyWordIsEnoughWhereAsked() {
    #expect(index.ids("ferry strike nowhere", match: .any) == "a#1 a#3 b#3 b#4")
    #expect(index.ids("ferry strike publisher:ledger", match: .any) == "b#3 b#4")
  }
}
