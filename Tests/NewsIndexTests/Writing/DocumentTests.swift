import ArticleModel
import FileAccess
import Testing

@testable import NewsIndex

/// Documents hold the terms that `IndexSchema` lists, and no others.
struct DocumentTests {
  private func contents(_ annotated: AnnotatedArticle) throws -> IndexContents {
    let folder = try TemporaryFolder()
    _ = try Indexer.index(IndexingInput([annotated]), into: folder.path, options: IndexingOptions())
    return try IndexContents(folder.path)
  }

  /// A headline, a paragraph with an interrupted statement, boilerplate.
  private var sample: AnnotatedArticle {
    let headline = "Bridge closed\n\n"
    let paragraph = "“We wait,” said Mara Lindqvist in Kherson. “The bridge holds.”\n\n"
    let boilerplate = "Subscribe today\n"
    let text = headline + paragraph + boilerplate
    let start = headline.utf8.count
    func span(_ part: String) -> TextSpan {
      let bytes = Array(text.utf8)
      let wanted = Array(part.utf8)
      let first = (start...bytes.count - wanted.count).first { Array(bytes[$0..<$0 + wanted.count]) == wanted } ?? 0
      return TextSpan(first, first + wanted.count)
    }
    let blocks = [
      Block(kind: .headline, span: TextSpan(0, start)),
      Block(kind: .paragraph, span: TextSpan(start, start + paragraph.utf8.count)),
      Block(kind: .boilerplate(reason: "subscription"), span: TextSpan(start + paragraph.utf8.count, text.utf8.count)),
    ]
    let article = Article(
      id: "a", source: "news/a.txt", title: "Bridge closed", publisher: "Tidewater Post",
      published: PublicationDate(value: DateValue("2024-11-20"), provenance: .given), text: text, blocks: blocks)
    let speaker = Speaker(
      mention: span("Mara Lindqvist"), text: "Mara Lindqvist", name: "Mara Lindqvist", kind: .person)
    let statement = Statement(
      number: 1, kind: .direct, spans: [span("“We wait,”"), span("“The bridge holds.”")], cue: span("said"),
      speaker: speaker, method: "test", confidence: 0.9,
      date: DateValue("2024-11-19").map { StatementDate(value: $0, inferred: nil) }, regions: ["UA-65"],
      segments: [2])
    return AnnotatedArticle(
      article: article, statements: [statement],
      people: [NameMention(span: span("Mara Lindqvist"), name: "Mara Lindqvist")],
      regions: [
        RegionMention(span: span("Kherson"), region: Region(id: "UA-65", name: "Kherson", country: "UA"))
      ])
  }

  /// Or the words of a paragraph of a thousand statements would be written a thousand times.
  @Test func ofALongParagraphTheWordsFarFromAStatementAreNotAroundIt() throws {
    let before = (0..<600).map { "b\($0)" }.joined(separator: " ")
    let behind = (0..<600).map { "e\($0)" }.joined(separator: " ")
    let text = "\(before) we wait \(behind)"
    let start = before.utf8.count + 1
    let article = Article(
      id: "a", source: "a.txt", text: text, blocks: [Block(kind: .paragraph, span: TextSpan(0, text.utf8.count))])
    let statement = Statement(
      number: 1, kind: .direct, spans: [TextSpan(start, start + 7)], method: "test", confidence: 0.9, segments: [1])
    let found = try contents(AnnotatedArticle(article: article, statements: [statement]))
    let terms = try #require(found.documents[.statement]?["a#q1"]).terms.keys
    #expect(terms.contains("Cb599") && terms.contains("Cb200") && terms.contains("Ce0") && terms.contains("Ce399"))
    #expect(!terms.contains("Cb199") && !terms.contains("Ce400") && !terms.contains("Cwait"))
  }

  @Test func aStatementHasItsWordsAndThoseAroundIt() throws {
    let document = try #require(try contents(sample).documents[.statement]?["a#q1"])
    #expect(document.positions["we"] == [1])
    #expect(document.positions["wait"] == [2])
    // A gap where "said Mara Lindqvist in Kherson" interrupts it.
    #expect(document.positions["the"] == [103])
    #expect(document.positions["bridge"] == [104])
    #expect(document.positions["holds"] == [105])
    #expect(document.positions["said"] == nil)
    let around = document.terms.keys.filter { $0.hasPrefix("C") }.sorted()
    #expect(around == ["Cin", "Ckherson", "Clindqvist", "Cmara", "Csaid"])
    #expect(document.terms["Csaid"] == 1)
    #expect(document.positions["Csaid"] == nil)
  }

  @Test func aStatementHasItsFieldsAndNoOthers() throws {
    let document = try #require(try contents(sample).documents[.statement]?["a#q1"])
    let key = ArticleKey(sample.article)
    let fields = document.terms.keys.filter { $0.utf8.first.map { (0x41...0x5A).contains($0) } ?? false }
    #expect(
      fields.filter { !$0.hasPrefix("C") }.sorted() == [
        "K\(key)", "Len", "P2024", "P202411", "P20241120", "RUA",
        "RUA-65", "SPlindqvist", "SPmara", "Smara lindqvist", "U1", "XKdirect", "XPPpost", "XPPtidewater",
        "XPtidewater post", "Y2024", "Y202411", "Y20241119",
      ])
    #expect(document.facets[.speaker] == ["Mara Lindqvist"])
    #expect(document.facets[.region] == ["UA", "UA-65"])
    #expect(document.facets[.kind] == ["direct"])
    #expect(document.facets[.date] == ["\((2024 * 16 + 11) * 32 + 19)"])
    #expect(document.values[ValueSlot.confidence.rawValue] == [180])
    #expect(try SegmentNumbers.decode(document.values[ValueSlot.segments.rawValue] ?? []) == [2])
    let place = ArticlePlace(orderKey: document.values[ValueSlot.newestFirst.rawValue] ?? [])
    #expect(place == ArticlePlace(idHash: key.idHash, number: 1))
  }

  @Test func aSegmentHasWhatStandsInIt() throws {
    let documents = try #require(try contents(sample).documents[.segment])
    #expect(documents.keys.sorted() == ["a#1", "a#2"])
    let (headline, paragraph) = (try #require(documents["a#1"]), try #require(documents["a#2"]))
    #expect(headline.positions == ["bridge": [1], "closed": [2]])
    #expect(headline.terms["RNONE"] == 0)
    #expect(headline.terms["XKheadline"] == 0)
    #expect(headline.facets[.region] == [])
    #expect(paragraph.terms["RUA-65"] == 0)
    #expect(paragraph.terms["Nmara lindqvist"] == 0)
    #expect(paragraph.terms["NPmara"] == 0)
    #expect(paragraph.terms["D20241120"] == 0)
    #expect(paragraph.facets[.speaker] == [])
    #expect(paragraph.facets[.about] == ["Mara Lindqvist"])
    let place = ArticlePlace(orderKey: paragraph.values[ValueSlot.oldestFirst.rawValue] ?? [])
    #expect(place == ArticlePlace(idHash: ArticleKey(sample.article).idHash, number: 2))
  }

  @Test func aSegmentIsFoundByThoseWhoAreOfARegion() throws {
    var annotated = sample
    let mara = annotated.people[0].span
    annotated.allusions = [RegionAllusion(span: mara, id: "BO"), RegionAllusion(span: mara, id: "UA")]
    let documents = try contents(annotated).documents
    let paragraph = try #require(documents[.segment]?["a#2"])
    #expect(paragraph.terms["RBO"] == 0)
    #expect(paragraph.facets[.region] == ["UA", "UA-65", "BO"])
    // Near miss: the headline, which does not speak of them.
    #expect(documents[.segment]?["a#1"]?.terms["RBO"] == nil)
    #expect(try #require(documents[.article]?["K\(ArticleKey(annotated.article))"]).terms["RBO"] == 0)
  }

  @Test func anArticleHasItsWordsWithoutPositionsAndNoBoilerplate() throws {
    let contents = try contents(sample)
    let key = "K\(ArticleKey(sample.article))"
    let document = try #require(contents.documents[.article]?[key])
    #expect(document.positions == [:])
    #expect(document.terms["bridge"] == 2)
    #expect(document.terms["XTbridge"] == 1)
    #expect(document.terms["subscribe"] == nil)
    #expect(document.terms["Fnews/a.txt"] == 0)
    #expect(contents.articles == [key: sample])
  }

  @Test func aTitleOutsideTheTextIsASegmentWithoutASpan() throws {
    var annotated = sample
    annotated.article.title = "Olena waits"
    annotated.article.blocks.insert(Block(kind: .headline, span: nil), at: 0)
    annotated.statements[0].segments = [3]
    let documents = try contents(annotated).documents
    #expect(documents[.segment]?["a#1"]?.positions == ["olena": [1], "waits": [2]])
    #expect(documents[.segment]?["a#3"]?.positions["bridge"] == [9])
    #expect(documents[.statement]?["a#q1"]?.positions["bridge"] == [104])
    #expect(documents[.article]?.values.first?.terms["olena"] == 1)
  }

  @Test func withoutSpeakerDateAndRegionTermsSaySo() throws {
    var annotated = sample
    annotated.article.published = .unknown
    annotated.article.publisher = nil
    annotated.statements[0].speaker = nil
    annotated.statements[0].date = nil
    annotated.statements[0].regions = []
    let document = try #require(try contents(annotated).documents[.statement]?["a#q1"])
    for term in ["XNS", "RNONE"] { #expect(document.terms[term] == 0) }
    #expect(!document.terms.keys.contains { ["D", "Y", "P", "M"].contains($0.prefix(1)) })
    #expect(!document.terms.keys.contains { $0.hasPrefix("S") || $0.hasPrefix("XP") })
    #expect(document.facets.values.allSatisfy { $0.isEmpty || $0 == ["direct"] })
  }

  // MARK: Stories

  private func story(_ words: String) -> UInt64? {
    var key = StoryKey()
    for word in words.split(separator: " ") {
      var text = String(word)
      text.withUTF8 { key.add($0) }
    }
    return key.value
  }

  private let story =
    "the ferry to the northern islands will stay in harbour until the storm has passed "
    + "the authority said on monday after waves of six metres had closed the route for three days"

  @Test func copiesOfAStoryMeetWithAnotherEnd() {
    let copies = ["", " reporting by hand", " and more is known tomorrow"].map { self.story(self.story + $0) }
    // An added end changes the key only if one of the few new runs has the smallest hash.
    #expect(Set(copies).count < 3)
    #expect(self.story(self.story) == copies[0])
  }

  @Test func otherStoriesAndShortTextsDoNot() {
    #expect(
      self.story("net profit rose to 12 mln from 9 mln in the first quarter of the year") != self.story(self.story))
    #expect(self.story("a b c") == self.story("a b c"))
    #expect(self.story("a b c") != self.story("a b d"))
    #expect(self.story("") == nil)
  }

  // MARK: Parts

  @Test(arguments: UInt64(1)...10) func anInternerGivesEachStringOneNumber(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var interner = ByteInterner(minimumCapacity: 4)
    var numbers: [String: Int] = [:]
    for _ in 0..<3000 {
      let text = String(random.below(800), radix: 7)
      let number = interner.intern(text)
      #expect(numbers[text] ?? numbers.count == number, "seed \(seed)")
      numbers[text] = number
      #expect(interner.text(number) == text)
    }
    #expect(interner.count == numbers.count)
    interner.removeAll()
    #expect(interner.intern("again") == 0)
  }

  @Test(arguments: UInt64(1)...10) func groupsCountEveryWord(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var groups = TermGroups()
    groups.begin(termCount: 20)
    for _ in 0..<5 {
      var expected: [UInt32: UInt32] = [:]
      for _ in 0..<random.below(60) {
        let term = UInt32(random.below(20))
        expected[term, default: 0] += 1
        groups.add(term)
      }
      #expect(Set(groups.terms) == Set(expected.keys), "seed \(seed)")
      var found: [UInt32: UInt32] = [:]
      groups.drainCounts { found[$0] = $1 }
      #expect(found == expected, "seed \(seed)")
    }
  }
}
