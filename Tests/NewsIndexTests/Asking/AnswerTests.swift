import ArticleModel
import FileAccess
import QueryLanguage
import Testing

@testable import NewsIndex

/// Order, pages, notes, timelines, explanations: what stands around the hits.
struct AnswerTests {
  private func request(_ query: String, _ change: (inout SearchRequest) -> Void = { _ in }) -> SearchRequest {
    var request = SearchRequest(IndexQuery(query, now: CalendarDay(year: 2024, month: 12, day: 15)))
    change(&request)
    return request
  }

  private func index() throws -> MarkedIndex { try MarkedIndex(SearchTests.articles) }

  // MARK: Order and pages

  @Test func newestAndOldestPutTheUnknownLast() throws {
    let index = try index()
    let newest = try index.reader.search(request("") { ($0.sort, $0.limit) = (.newest, 0) }).hits.map(\.articleID)
    #expect(newest == ["b", "b", "b", "b", "a", "a", "a", "c", "c"])
    let oldest = try index.reader.search(request("") { ($0.sort, $0.limit) = (.oldest, 0) }).hits.map(\.articleID)
    #expect(oldest == ["a", "a", "a", "b", "b", "b", "b", "c", "c"])
  }

  @Test func pagesPartTheListInEveryOrder() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let index = try MarkedIndex(RandomCorpus.articles(40, &random))
    for sort in SearchOrder.allCases {
      for collapse in CollapseMode.allCases {
        for query in ["", "amber", "amber or birch", "\"amber birch\"", "-flint", "speaker:ada"] {
          let whole = try index.reader.search(request(query) { ($0.sort, $0.collapse, $0.limit) = (sort, collapse, 0) })
          var pages: [SearchHit] = []
          while pages.count < whole.total {
            let page = try index.reader.search(
              request(query) { ($0.sort, $0.collapse, $0.limit, $0.offset) = (sort, collapse, 7, pages.count) })
            #expect(page.total == whole.total)
            if page.hits.isEmpty { break }
            pages += page.hits
          }
          #expect(pages == whole.hits, "seed \(seed): \(query) \(sort) \(collapse)")
          #expect(whole.hits.map(\.rank) == Array(1...max(1, whole.total)).prefix(whole.total).map { $0 })
        }
      }
    }
  }

  @Test func aRareWordOutweighsACommonOne() throws {
    let index = try MarkedIndex([
      MarkedArticle("x", "harbour harbour\n\nharbour news\n\nharbour ferry\n\nferry"), MarkedArticle("y", "harbour"),
    ])
    let result = try index.reader.search(request("ferry or harbour"))
    #expect(Set(result.hits.prefix(2).map(\.id)) == ["x#3", "x#4"])
    #expect(result.hits.first?.score ?? 0 > result.hits.last?.score ?? 0)
  }

  // MARK: Hits

  @Test func aHitOfAStatementHoldsItsWordsAndItsPlace() throws {
    let hit = try #require(try index().reader.search(request("speaker:lindqvist said:negotiate")).hits.first)
    #expect(hit.text == "“We will rebuild the harbour bridges of Kherson,” … “Harbour Authority agreed to negotiate.”")
    #expect(hit.highlights.map { hit.text.text(in: $0) } == ["negotiate"])
    #expect((hit.speaker, hit.kind, hit.date?.description) == ("Mara Lindqvist", "direct", "2024-11-20"))
    #expect(hit.regions == ["UA-65"])
    let text = Array(SearchTests.articles[0].annotated.article.text.unicodeScalars)
    let pieces = hit.scalarSpans.map { String(String.UnicodeScalarView(text[$0])) }
    #expect(pieces.joined(separator: " … ") == hit.text)
  }

  // MARK: Notes

  @Test(arguments: [
    ("speaker:lindqvsit", "nobody called lindqvsit speaks here; did you mean speaker:lindqvist (2)?"),
    ("region:khersn", "no region is called khersn; did you mean region:Kherson?"),
    ("region:zzzzqq", "no region is called zzzzqq"),
    ("ferry berlin", "berlin stands nowhere here"),
    ("storm strike", "no single paragraph matches, but 1 article does: --unit article"),
    ("speaker:lindqvist", nil),
    ("zzzzqq", "zzzzqq stands nowhere here"),
    ("q", "q stands nowhere here"),
    (
      "speaker:\"president lindqvist\"",
      "nobody called president lindqvist speaks here; did you mean speaker:lindqvist (2)?"
    ),
    ("lang:xx", "lang:xx is nowhere here"),
    ("region:fiji", "Fiji [FJ] is nowhere here"),
    ("-zzzzqq", nil),
  ])
  func notesSayWhatWasPerhapsMeant(query: String, note: String?) throws {
    #expect(try index().reader.search(request(query)).notes == [note].compactMap { $0 })
  }

  @Test func anAmbiguousNameIsListedAndNotMerged() throws {
    let index = try MarkedIndex([
      MarkedArticle("a", "{Boris Johnson|“One.”} {Mike Johnson|“Two.”} {Boris Johnson|“Three.”}")
    ])
    let result = try index.reader.search(request("speaker:johnson"))
    #expect(result.total == 3)
    #expect(result.notes == ["speaker:johnson fits 2 names: Boris Johnson (2), Mike Johnson (1)"])
  }

  @Test func aWordThatStandsNowhereHasItsNearest() throws {
    let index = try MarkedIndex([MarkedArticle("a", "Zelensky and the ferry\n\nZelensky went home.")])
    #expect(
      try index.reader.search(request("zelenskiy ferry")).notes
        == ["zelenskiy stands nowhere here; did you mean zelensky (2)?"])
    #expect(try index.reader.search(request("zelenskiy or ferry")).notes == [])
  }

  // MARK: Full names

  private func reids() throws -> MarkedIndex {
    try MarkedIndex([
      MarkedArticle(
        "a", "{Harry M. Reid|“One.”} {Harry Reid|“Two.”} {Reid|“Three.”} {Jack Reid|“Four.”} {General Motors|“Five.”}"),
      MarkedArticle("b", "{Motors|“Six.”} {Karl Poehl|“Seven.”} {Jörg Köhler|“Eight.”}"),
    ])
  }

  @Test(arguments: [
    ("speaker:\"harry reid\"", "a#q1 a#q2"), ("speaker:\"harry m reid\"", "a#q1"), ("speaker:\"m reid\"", "a#q1"),
    ("speaker:\"reid harry\"", ""), ("speaker:\"president reid\"", "a#q3"),
    ("speaker:\"prime minister harry reid\"", "a#q1 a#q2"), ("speaker:\"general motors\"", "a#q5"),
    ("speaker:pöhl", "b#q2"), ("speaker:\"karl pöhl\"", "b#q2"), ("speaker:köhler", "b#q3"), ("speaker:kohler", "b#q3"),
  ])
  func initialsTitlesAndUmlautsDoNotHideAPerson(query: String, ids: String) throws {
    #expect(try reids().ids(query) == ids)
  }

  @Test func whoIsCalledByTheFamilyNameAloneIsSpokenOf() throws {
    let index = try reids()
    #expect(
      try index.reader.search(request("speaker:\"jack reid\"")).notes
        == ["Reid alone speaks once, which speaker:\"jack reid\" leaves out"])
    #expect(try index.reader.search(request("speaker:\"jörg köhler\"")).notes == [])
    let karl = "speaker:\"president poehl\""
    #expect(
      try index.reader.search(request(karl)).notes == [
        "nobody called president poehl speaks here; did you mean speaker:poehl (1)?"
      ])
    #expect(try index.reader.search(request("speaker:\"minister reid\"")).notes == [])
    #expect(try index.reader.search(request("speaker:pöhlmann")).notes == ["nobody called pöhlmann speaks here"])
  }

  @Test func allSpellingsOfANameAreListedTogether() throws {
    let index = try MarkedIndex([MarkedArticle("a", "{Karl Poehl|“One.”} {Karl Poehl|“Two.”} {Otto Pohl|“Three.”}")])
    for name in ["pöhl", "po\u{308}hl"] {
      let result = try index.reader.search(request("speaker:\(name)"))
      #expect(result.notes == ["speaker:\(name) fits 2 names: Karl Poehl (2), Otto Pohl (1)"])
    }
  }

  // MARK: Identities

  @Test func spellingsOfOnePersonAreOneSpeaker() throws {
    var options = IndexReader.Options()
    options.identities = [("Olena Kovalchuk", "Олена Ковальчук"), ("Olena Kovalchuk", "Elena Kovalchuk")]
    let index = try MarkedIndex(
      [
        MarkedArticle("a", "{Олена Ковальчук|“Раз.”} {Olena Kovalchuk|“Two.”} {Mara Lindqvist|“Three.”}"),
        MarkedArticle("b", "{Elena Kovalchuk|“Four.”}"),
      ], options: options)
    for query in ["speaker:kovalchuk", "speaker:Ковальчук", "speaker:\"elena kovalchuk\"", "speaker:olena"] {
      #expect(index.ids(query) == "a#q1 a#q2 b#q1", "\(query)")
    }
    let facets = try index.reader.facets(
      FacetsRequest(IndexQuery("", unit: .statement), facets: [FacetRequest(field: .speaker)]))
    #expect(facets.fields[0].values.map { "\($0.value) \($0.count)" } == ["Olena Kovalchuk 3", "Mara Lindqvist 1"])
    #expect(try index.reader.search(request("speaker:kovalchuk")).notes == [])
  }

  @Test func theTableOfTheDefinitionIsApplied() throws {
    let index = try MarkedIndex([
      MarkedArticle("a", "{Volodymyr Zelensky|“One.”} {Volodymyr Zelenskyy|“Two.”} {Володимир Зеленський|“Три.”}")
    ])
    for query in ["speaker:zelensky", "speaker:zelenskyy", "speaker:Зеленський", "speaker:\"volodymyr zelenskyy\""] {
      #expect(index.ids(query) == "a#q1 a#q2 a#q3", "\(query)")
    }
  }

  // MARK: Timeline

  @Test func emptyStepsStandInATimeline() throws {
    let index = try MarkedIndex([
      MarkedArticle("a", published: "2024-09-30", "x"), MarkedArticle("b", published: "2024-12-02", "x\n\nx"),
      MarkedArticle("c", published: "2024", "x"), MarkedArticle("d", "x"),
    ])
    let timeline = try index.reader.timeline(TimelineRequest(IndexQuery("x"), step: .month))
    #expect(timeline.buckets.map { "\($0.label) \($0.count)" } == ["2024-09 1", "2024-10 0", "2024-11 0", "2024-12 2"])
    #expect((timeline.total, timeline.unknown, timeline.coarser) == (5, 1, 1))
    let weeks = try index.reader.timeline(TimelineRequest(IndexQuery("x"), step: .week))
    #expect(
      (weeks.buckets.first?.label, weeks.buckets.last?.label, weeks.buckets.count) == ("2024-09-30", "2024-12-02", 10))
    let years = try index.reader.timeline(TimelineRequest(IndexQuery("x"), step: .year))
    #expect(years.buckets.map { "\($0.label) \($0.count)" } == ["2024 4"])
  }

  // MARK: The rest

  @Test func showLeadsToThePlace() throws {
    let reader = try index().reader
    let statement = try reader.show("a#q2")
    #expect((statement.statement?.number, statement.segment?.number, statement.annotated.article.id) == (2, 3, "a"))
    #expect(try reader.show("b#4").segment?.kind == .caption)
    #expect(try reader.show("c").segment == nil)
    for id in ["d", "a#9", "a#q9"] {
      #expect(throws: AskingError.notFound(id)) { try reader.show(id) }
    }
  }

  @Test func explainShowsTreeQueryAndWeights() throws {
    let reader = try index().reader
    let explanation = try reader.explain(request("ferr* storm"))
    #expect(explanation.tree == "(and ferr* storm)")
    #expect(explanation.expansions.map { "\($0.from) \($0.to)" } == ["ferr* [\"ferries\", \"ferry\"]"])
    #expect(explanation.total == 1)
    let hit = try #require(explanation.hits.first)
    #expect(hit.id == "b#4")
    #expect(abs(hit.terms.reduce(0) { $0 + $1.weight } - hit.score) < 1e-6)
  }

  @Test func completionsAreTheMostFrequentFirst() throws {
    let reader = try index().reader
    #expect(
      reader.completions(field: "speaker", prefix: "li").map { "\($0.value) \($0.count)" } == ["Mara Lindqvist 2"])
    #expect(reader.completions(field: "publisher", prefix: "").first?.value == "The Ledger")
    #expect(reader.completions(field: "kind", prefix: "in").map(\.value) == ["indirect"])
    #expect(reader.completions(field: "nothing", prefix: "").isEmpty)
  }

  @Test func infoCounts() throws {
    let info = try index().reader.info()
    #expect((info.articles, info.segments, info.statements) == (3, 9, 5))
    #expect((info.statementsWithSpeaker, info.statementsDated, info.articlesDated) == (4, 1, 2))
    #expect(
      (info.articlesInOtherLanguages, info.firstDay?.description, info.lastDay?.description) == (
        1, "2024-11-20", "2024-12-02"
      ))
  }

  @Test func removingFindsTheArticles() throws {
    #expect(try index().reader.articleIDs(matching: IndexQuery("speaker:lindqvist")) == ["a", "b"])
  }

  @Test func aReaderSeesWhatAWriterAdds() throws {
    let index = try index()
    #expect(index.ids("lighthouse") == "")
    var options = IndexingOptions()
    options.jobs = 1
    let new = MarkedArticle("e", "A lighthouse").annotated
    _ = try Indexer.index(IndexingInput([new]), into: index.folder.path, options: options)
    #expect(try index.reader.refresh())
    #expect(index.ids("lighthouse") == "e#1")
    #expect(try !index.reader.refresh())
  }

  @Test func whatStandsForTooMuchIsAnError() throws {
    let words = (0..<1200).map { "q\($0)x" }.joined(separator: " ")
    let index = try MarkedIndex([MarkedArticle("a", words)])
    #expect(index.ids("storm q*") == "7 too-many-words")
    #expect(index.ids("\"storm q*\"") == "1 too-many-words")
    #expect(index.ids("q11*") == "a#1")
  }

  @Test func anIndexThatIsMissingSaysSo() {
    #expect(throws: NewsIndexError.self) { try IndexReader(["/nowhere/at/all"]) }
  }
}
